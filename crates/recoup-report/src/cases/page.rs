//! The page of a case, and the page of them all, in Markdown.

use crate::analysis::summary::Comparison;
use crate::cases::CaseRun;
use crate::input::marks::Marks;
use crate::input::shipped::{CASES, find};
use crate::language::{Language, Locale};
use crate::output::answer::cases::inputs;
use crate::output::figures::{self, Column, Figure, Figures, Kind, Line};
use crate::output::markdown::{self, plain};
use crate::output::report::data::About;
use crate::scenario::case_study::Ranking;

const MADE: &str =
    "(This page is written by the program from the study and its result: `cargo run --example generate`.)";

/// The page of one case: the story, what is reported, what came out, what it teaches, what is uncertain.
pub fn page(run: &CaseRun) -> String {
    let CaseRun { study, told, comparisons, .. } = run;
    let locale = Locale::of(Language::English);
    let name = &study.name;
    let mut text = format!("# {}\n\n", study.title);
    text.push_str(&format!(
        "`recoup run case:{name}` runs it, `recoup new FILE --from case:{name}` copies it.\n{MADE}\n"
    ));
    section(&mut text, "The story", "", &told.story);
    section(&mut text, "What is reported", "> ", &told.facts);
    section(&mut text, "What is compared", "", std::slice::from_ref(&told.compares));
    section(&mut text, "Results", "", study.summary.as_slice());
    for comparison in comparisons {
        text.push_str(&table(run, comparison));
    }
    let ties = match told.ranking.iter().any(Ranking::has_ties) {
        true => {
            " `=` joins near ties: neighbours whose mean difference is at most two of its standard errors, \
             or of which the second gains at least 95 % of what the first gains over the reference."
        }
        false => "",
    };
    text.push_str(&format!(
        "\nMoney is net present value in {}; differences are to `{}`; the interval contains 90 % of the simulations ({}, {} engine, seed {}).{ties}\n",
        study.currency,
        comparisons[0].strategies[0].name,
        format_args!("{} simulations", locale.count(study.settings.simulations() as f64)),
        study.settings.engine.name(),
        study.settings.seed,
    ));
    text.push_str(&format!("\n![{}](../gallery/cases/{name}.png)\n", run.short_title()));
    section(&mut text, "Lesson", "- ", &told.teaches);
    section(&mut text, "Uncertain", "- ", &told.uncertain);
    section(&mut text, "Inputs", "", &[inputs(Marks::of(find(CASES, name).unwrap_or_default()), locale)]);
    text.push_str(&format!("The comments of [the study](../../scenarios/cases/{name}.toml) mark each of them.\n"));
    text
}

/// A heading and its lines; nothing where there are none.
fn section(text: &mut String, head: &str, mark: &str, lines: &[String]) {
    if lines.iter().all(String::is_empty) {
        return;
    }
    text.push_str(&format!("\n## {head}\n\n"));
    let gap = if mark == "- " { "\n" } else { "\n\n" };
    let lines: Vec<String> = lines.iter().map(|line| format!("{mark}{}", plain(line))).collect();
    text.push_str(&lines.join(gap));
    text.push('\n');
}

/// The strategies of a scenario, as every answer shows them.
fn table(run: &CaseRun, comparison: &Comparison) -> String {
    let locale = Locale::of(Language::English);
    let mut text = String::new();
    if run.comparisons.len() > 1 {
        text.push_str(&format!("\n**{}**\n", plain(&comparison.scenario)));
    }
    let mut table = figures::compared(locale, &About::of(&run.study), comparison, &run.changes, None);
    for (line, strategy) in table.rows.iter_mut().zip(&comparison.strategies) {
        line.cells[0] = Figure::Text(plain(&strategy.name));
    }
    text.push_str(&format!("\n{}", markdown::table(locale, &table)));
    let ranking = run.told.ranking.iter().find(|ranking| ranking.scenario == comparison.scenario);
    if let Some(ranking) = ranking {
        text.push_str(&format!("\nRanking, best first: {}.\n", plain(&ranking.chain())));
    }
    text
}

/// The page of all cases.
pub fn gallery(runs: &[CaseRun]) -> String {
    let locale = Locale::of(Language::English);
    let mut text = format!(
        "# Case studies\n\nEach case study describes a firm or a practice, as a study that you can run and change.\n\
         `recoup cases` lists them; `recoup run case:NAME` runs one.\n{MADE}\n\n\
         ![What the cases return](../gallery/cases/returns.png)\n\n\
         Reported facts of a case come from the firm or from accounts of it, and were rarely measured. The comments in each study\n\
         mark which numbers are such facts, which are published evidence and which are assumptions. If a case reports a result,\n\
         [published.md](../published.md) compares it with the simulated one.\n\n"
    );
    let row = |run: &CaseRun| {
        let best = run.best_return();
        let roi = match (best.is_reference, best.roi, best.interval) {
            (true, ..) => "no strategy pays".to_string(),
            (_, Some(roi), Some([low, high])) => {
                format!("{} ({} to {})", locale.share_whole(roi), locale.share_whole(low), locale.share_whole(high))
            }
            (_, Some(roi), None) => locale.share_whole(roi),
            (_, None, _) => {
                let comparison = &run.comparisons[0];
                let saved = -comparison.strategies[comparison.best()].difference.programme.mean;
                format!("costs {} less", locale.compact(saved))
            }
        };
        let link = format!("[{}]({}.md)", plain(run.short_title()), run.study.name);
        let summary = run.study.summary.as_deref().unwrap_or_default();
        let figure = best.roi.map_or(Figure::Text(roi.clone()), |number| Figure::Worded(number, roi));
        let [compares, strategy, summary] =
            [&run.told.compares, &best.strategy, summary].map(|text| Figure::Text(plain(text)));
        Line::of(&link, [compares, strategy, figure, summary])
    };
    let heads = ["case", "compares", "best strategy", "its ROI", "result"];
    let kinds = [Kind::Words, Kind::Words, Kind::Words, Kind::Share, Kind::Words];
    let columns = heads.into_iter().zip(kinds).map(|(head, kind)| Column::new(head.to_string(), kind)).collect();
    let rows = runs.iter().map(row).collect();
    text.push_str(&markdown::table(locale, &Figures::new(String::new(), columns, rows)));
    text.push_str("\n## A chart of each\n\n");
    for run in runs {
        let (title, name) = (run.short_title(), &run.study.name);
        text.push_str(&format!("[![{title}](../gallery/cases/{name}.png)]({name}.md)\n"));
    }
    text
}
