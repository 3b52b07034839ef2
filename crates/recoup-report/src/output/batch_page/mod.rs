//! `index.html` of a batch: every run in one line, ranked; readable without script, offline, in print.

use askama::Template;

use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::figures::{BestOfRun, Column, Figure, Figures, Line, runs};
use crate::output::report::answer_workbook::workbook as answer_workbook;
use crate::output::report::document::{Document, Section};
use crate::output::report::font::font_faces;
use crate::output::report::page::STYLE as PAGE_STYLE;
use crate::output::report::policy::hash;

const STYLE: &str = include_str!("batch.css");
const SCRIPT: &str = include_str!("batch.js");
/// What stands in every such page: by it a page is known that may be written over.
pub const MARK: &str = "<footer>recoup ";
/// The column whose cells link to the runs.
const LINKED: usize = 1;

/// What came of a batch.
pub struct Batch<'a> {
    /// Its name.
    pub name: &'a str,
    /// How many studies are done, in words.
    pub done: String,
    /// Studies that went wrong: names, and what was wrong.
    pub bad: Vec<(&'a str, String)>,
    /// Scenarios of runs, each with the path inside the batch's folder where to look further.
    pub runs: Vec<(BestOfRun, String)>,
}

/// A head of the table.
#[derive(Clone)]
struct Head {
    text: String,
    hint: String,
    is_number: bool,
}

/// A row of the table.
#[derive(Clone)]
struct Row {
    link: String,
    note: String,
    cells: Vec<Cell>,
}

/// A cell; those of columns that are sorted as numbers have a value, empty where there is none.
#[derive(Clone)]
struct Cell {
    text: String,
    value: Option<String>,
    is_number: bool,
}

#[derive(Clone, Template)]
#[template(path = "batch.html")]
struct Page<'a> {
    batch: &'a Batch<'a>,
    tables: &'a [String],
    tag: &'static str,
    lead: String,
    bad: String,
    words: String,
    words_hint: String,
    best: String,
    any: String,
    shown: String,
    heads: Vec<Head>,
    rows: Vec<Row>,
    version: &'static str,
    gap: &'static str,
    foot_rows: String,
    foot_tables: String,
    foot_record: String,
    style: String,
    style_hash: String,
    script: &'static str,
    script_hash: String,
}

impl Page<'_> {
    /// The page with its fonts, which hold the characters that it has without them.
    fn text(&self) -> Result<String, askama::Error> {
        let style = [&font_faces(&self.render()?), PAGE_STYLE, STYLE].concat();
        Page { style_hash: hash(&style), style, ..self.clone() }.render()
    }
}

/// The page; it links the tables of all that were written.
///
/// # Errors
/// When it cannot be made.
pub fn page(batch: &Batch<'_>, tables: &[String], locale: &Locale) -> Result<String, Error> {
    let ranked = ranked(batch);
    let best: Vec<&BestOfRun> = ranked.iter().map(|(run, _)| run).collect();
    let Figures { columns, rows: lines, .. } = runs(locale, &best);
    let rows = lines.iter().zip(&ranked).map(|(line, (_, link))| row(locale, &columns, line, link)).collect();
    let page = Page {
        batch,
        tables,
        tag: locale.language.tag(),
        lead: lead(locale, &best, &batch.done),
        bad: tr!(locale, "batch-bad", bad = tr!(locale, "batch-studies", number = batch.bad.len() as u64)),
        words: tr!(locale, "batch-words"),
        words_hint: tr!(locale, "batch-words-hint"),
        best: tr!(locale, "head-best-strategy"),
        any: tr!(locale, "batch-any"),
        shown: tr!(locale, "batch-shown"),
        heads: heads(locale, &columns),
        rows,
        version: env!("CARGO_PKG_VERSION"),
        gap: locale.between_sentences(),
        foot_rows: tr!(locale, "batch-foot-rows"),
        foot_tables: tr!(locale, "batch-foot-tables"),
        foot_record: tr!(locale, "batch-foot-record"),
        style: String::new(),
        style_hash: String::new(),
        script: SCRIPT,
        script_hash: hash(SCRIPT),
    };
    page.text().map_err(|error| Error::Report { what: "page", reason: error.to_string() })
}

/// The runs with the largest gain first. Amounts of one currency are ranked: those of two cannot be compared.
fn ranked<'a>(batch: &'a Batch<'_>) -> Vec<&'a (BestOfRun, String)> {
    let mut ranked: Vec<&(BestOfRun, String)> = batch.runs.iter().collect();
    ranked.sort_by(|(a, _), (b, _)| {
        let gain = b.npv_difference.mean.total_cmp(&a.npv_difference.mean);
        a.currency.cmp(&b.currency).then(gain).then(a.run.cmp(&b.run))
    });
    ranked
}

/// The same as a workbook: the sentences, and the runs with figures as numbers.
///
/// # Errors
/// When it cannot be made.
pub fn workbook(batch: &Batch<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let best: Vec<&BestOfRun> = ranked(batch).into_iter().map(|(run, _)| run).collect();
    let mut section = Section::of_figures("runs", runs(locale, &best));
    section.list(batch.bad.iter().map(|(name, problems)| format!("`{name}`: {problems}")).collect());
    let document = Document {
        title: batch.name.to_string(),
        run: String::new(),
        summary: None,
        answer: vec![lead(locale, &best, &batch.done)],
        cards: Vec::new(),
        brief: None,
        sections: vec![section],
    };
    answer_workbook(&document, locale)
}

/// The answer in a sentence or two.
fn lead(locale: &Locale, ranked: &[&BestOfRun], done: &str) -> String {
    let pays = ranked.iter().filter(|run| !run.is_reference && run.npv_difference.mean > 0.0).count();
    let lead = tr!(locale, "batch-lead", done = done, pays = pays as u64, rows = ranked.len() as u64);
    let mut currencies: Vec<&str> = ranked.iter().map(|run| run.currency.as_str()).collect();
    currencies.dedup();
    if currencies.len() > 1 {
        return locale.joined([lead, tr!(locale, "batch-lead-currencies", currencies = locale.list(&currencies))]);
    }
    let Some(first) = ranked.first().filter(|first| !first.is_reference) else { return lead };
    let gain = first.gain(locale).text(locale);
    let most = tr!(locale, "batch-lead-first", run = &*first.run, gain = gain, strategy = &*first.strategy);
    locale.joined([lead, most])
}

/// The heads of the columns, with what they mean.
fn heads(locale: &Locale, columns: &[Column]) -> Vec<Head> {
    let hints = [
        tr!(locale, "batch-title-rank"),
        tr!(locale, "batch-title-study"),
        tr!(locale, "batch-title-scenario"),
        tr!(locale, "batch-title-best"),
        tr!(locale, "batch-title-gain"),
        tr!(locale, "batch-title-interval"),
        tr!(locale, "batch-title-roi"),
        tr!(locale, "batch-title-payback"),
        tr!(locale, "batch-title-p-best"),
        tr!(locale, "batch-title-kept"),
    ];
    let head =
        |(column, hint): (&Column, String)| Head { text: column.title(), hint, is_number: !column.kind.is_words() };
    columns.iter().zip(hints).map(head).collect()
}

fn row(locale: &Locale, columns: &[Column], line: &Line, link: &str) -> Row {
    let cell = |(column, figure): (&Column, &Figure)| {
        let is_number = !column.kind.is_words();
        Cell { text: figure.text(locale), value: value(figure, is_number), is_number }
    };
    Row { link: address(link), note: line.note.clone(), cells: columns.iter().zip(&line.cells).map(cell).collect() }
}

/// What a cell is sorted by, where that is no text: an interval by its low end; words among amounts say that nothing is
/// gained.
fn value(figure: &Figure, is_number: bool) -> Option<String> {
    let number = match figure {
        Figure::Interval(ends) => ends[0].number(),
        Figure::Text(_) if is_number => Some(0.0),
        figure => figure.number(),
    };
    match number {
        Some(number) => Some(format!("{number:e}")),
        None => is_number.then(String::new),
    }
}

/// A path as an address of a link: what is no plain character is written as bytes.
fn address(path: &str) -> String {
    let mut address = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_./".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use crate::language::{Language, Locale};
    use crate::output::batch_page::{Batch, MARK, address, page};
    use crate::output::figures::BestOfRun;
    use crate::output::report::policy::hash;
    use crate::scenario::horizon::Period;
    use crate::stats::band::Band;

    fn run(name: &str, gain: f64) -> (BestOfRun, String) {
        let run = BestOfRun {
            run: name.to_string(),
            title: "</style><script>alert(1)</script>".to_string(),
            set: String::new(),
            scenario: "base".to_string(),
            strategy: "ask \" onload='x'".to_string(),
            is_reference: gain == 0.0,
            currency: "USD".to_string(),
            period: Period::Month,
            npv_difference: Band { mean: gain, p05: gain - 1.0, p50: gain, p95: gain + 1.0 },
            roi: None,
            payback_period: Some(6),
            p_best: 0.5,
            customers_kept: 3.0,
        };
        (run, format!("{name}/report.html"))
    }

    fn all() -> String {
        let bad = vec![("<b>", "<i>".to_string())];
        let batch = Batch { name: "night", done: "2 studies".into(), bad, runs: vec![run("a", 0.0), run("b c", 20.0)] };
        page(&batch, &["tables/runs.csv".to_string()], Locale::of(Language::English)).unwrap()
    }

    /// What stands between two marks, the first time.
    fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
        page.split_once(from).and_then(|(_, rest)| rest.split_once(to)).unwrap().0
    }

    #[test]
    fn text_means_itself() {
        let page = all();
        assert_eq!((page.matches("<script").count(), page.matches("<style").count()), (1, 1));
        assert!(!page.contains("<i>") && !page.contains("onload='") && !page.contains("ask \""), "{page}");
        assert!(page.contains("href=\"b%20c/report.html\"") && page.contains(MARK));
        assert_eq!(address("a b/é.json"), "a%20b/%C3%A9.json");
        assert_eq!(address("javascript:x"), "javascript%3Ax");
    }

    #[test]
    fn the_policy_names_the_style_and_the_script() {
        let page = all();
        let policy = between(&page, "Content-Security-Policy\" content=\"", "\">");
        for part in ["style", "script"] {
            let inside = between(&page, &format!("<{part}>"), &format!("</{part}>"));
            assert!(policy.contains(&format!("{part}-src '{}'", hash(inside))), "{part}: {policy}");
        }
    }

    #[test]
    fn rows_are_ranked_and_have_what_they_are_sorted_by() {
        let page = all();
        let rows: Vec<&str> = between(&page, "<tbody>", "</tbody>").split("<tr>").skip(1).collect();
        assert!(rows[0].contains(">b c<") && rows[1].contains(">a<"), "{rows:?}");
        let values = |row: &str| -> Vec<String> {
            row.split("data-value=\"").skip(1).map(|part| part.split('"').next().unwrap().to_string()).collect()
        };
        assert_eq!(values(rows[0]), ["1e0", "2e1", "1.9e1", "", "5e-1", "5e-1", "3e0"]);
        assert_eq!(values(rows[1])[..3], ["2e0", "0e0", ""]);
    }
}
