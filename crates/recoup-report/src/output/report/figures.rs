//! Tables that terminal, page and workbook share: said once, set three times. Names stand in backticks; heads begin with a
//! small letter, which page and workbook make a capital.

use std::ops::Range;

use crate::analysis::summary::{Comparison, DeskTotals, StrategySummary};
use crate::analysis::variants::{VariantResult, Variants};
use crate::language::{Locale, tr};
use crate::model::segment::{SEGMENT_COLUMN_NAMES, SegmentColumn, SegmentRow};
use crate::output::report::sheet::{Column, Kind};
use crate::output::variant::{foremost, impossible, name, sets};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Words.
    Text(String),
    /// Money or customers, in whole units.
    Amount(f64),
    /// A difference in whole units, with its sign.
    Signed(f64),
    /// A part of a whole.
    Share(f64),
    /// Any other number.
    Number(f64),
    /// Nothing to say.
    Nothing,
}

impl Figure {
    /// As people read it.
    pub fn text(&self, locale: &Locale) -> String {
        match self {
            Figure::Text(text) => text.clone(),
            Figure::Amount(amount) => locale.count(*amount),
            Figure::Signed(amount) => locale.signed_count(*amount),
            Figure::Share(share) => locale.share(*share),
            Figure::Number(number) => locale.fixed(*number, 2),
            Figure::Nothing => "–".to_string(),
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its cells.
    pub cells: Vec<Figure>,
    /// What is said of its first cell, where there is room.
    pub note: String,
    /// Whether it stands out.
    pub is_marked: bool,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// What it shows.
    pub caption: String,
    /// Its columns: heads, and how a workbook writes them.
    pub columns: Vec<Column>,
    /// The columns whose heads are names of the study, which stay as they are.
    pub named: Range<usize>,
    /// What the notes of its rows are, where rows have notes.
    pub notes: Option<String>,
    /// Its rows.
    pub rows: Vec<Line>,
    /// What is said below it.
    pub remarks: Vec<String>,
}

impl Figures {
    /// The heads as page and workbook write them.
    pub fn heads(&self) -> Vec<String> {
        let head =
            |(i, (head, _)): (usize, &Column)| if self.named.contains(&i) { head.clone() } else { capital(head) };
        self.columns.iter().enumerate().map(head).collect()
    }
}

/// Words with a capital first.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn line(cells: Vec<Figure>) -> Line {
    Line { cells, note: String::new(), is_marked: false }
}

/// NPV differences of at most `most` strategies in every model variant; only in those that make another strategy than
/// `turned` best, where that is given.
pub fn variants(
    locale: &Locale,
    found: &Variants,
    turned: Option<usize>,
    most: usize,
    currency: &str,
) -> Option<Figures> {
    let is_shown = |variant: &&VariantResult| turned.is_none_or(|best| variant.best != best);
    let shown: Vec<&VariantResult> = found.variants.iter().filter(is_shown).collect();
    if found.strategies.len() < 2 || shown.is_empty() {
        return None;
    }
    let strategies = foremost(found, most);
    let mut columns = vec![(tr!(locale, "variants-head"), Kind::Key), (tr!(locale, "variants-head-best"), Kind::Words)];
    columns.extend(strategies.iter().map(|&s| (found.strategies[s].to_string(), Kind::Amount)));
    let row = |name: String, note: String, differences: &[f64], best: usize| {
        let mut cells = vec![Figure::Text(name), Figure::Text(found.strategies[best].to_string())];
        cells.extend(strategies.iter().map(|&s| Figure::Signed(differences[s])));
        Line { cells, note, is_marked: best != found.best }
    };
    let mut rows = vec![row(tr!(locale, "variant-as-is"), String::new(), &found.differences, found.best)];
    rows.extend(shown.iter().map(|variant| {
        row(name(locale, &variant.which), sets(locale, &variant.which), &variant.differences, variant.best)
    }));
    let mut remarks: Vec<String> = impossible(locale, found).into_iter().collect();
    if strategies.len() + 1 < found.strategies.len() {
        remarks.push(tr!(locale, "variants-fewer", number = strategies.len()));
    }
    let reference = &*found.strategies[0];
    let caption = match turned {
        Some(best) => {
            let name = &*found.strategies[best];
            tr!(locale, "variants-turned-caption", name = name, reference = reference, currency = currency)
        }
        None => tr!(locale, "variants-caption", reference = reference, currency = currency),
    };
    let named = 2..columns.len();
    Some(Figures { caption, columns, named, notes: Some(tr!(locale, "variants-head-sets")), rows, remarks })
}

/// What the desks of a scenario's strategies had to do; none where there is no desk. `horizon` in words.
pub fn desk(locale: &Locale, comparison: &Comparison, horizon: &str) -> Option<Figures> {
    if !comparison.strategies.iter().any(StrategySummary::has_desk) {
        return None;
    }
    let columns = vec![
        (tr!(locale, "head-strategy"), Kind::Words),
        (tr!(locale, "desk-mean-load"), Kind::Number),
        (tr!(locale, "desk-greatest-load"), Kind::Number),
        (tr!(locale, "desk-greatest-utilisation"), Kind::Share),
        (tr!(locale, "desk-served"), Kind::Share),
        (tr!(locale, "desk-in-time"), Kind::Share),
        (tr!(locale, "desk-overloaded"), Kind::Amount),
    ];
    let row = |summary: &StrategySummary| {
        let mut cells = vec![Figure::Text(summary.name.to_string())];
        match DeskTotals::of(summary) {
            Some(desk) => cells.extend([
                Figure::Number(desk.mean_load),
                Figure::Number(desk.greatest_load),
                Figure::Share(desk.greatest_utilisation),
                Figure::Share(desk.served),
                Figure::Share(desk.in_time),
                Figure::Amount(desk.overloaded as f64),
            ]),
            None => cells.extend(vec![Figure::Nothing; columns.len() - 1]),
        }
        line(cells)
    };
    Some(Figures {
        caption: tr!(locale, "desk-caption", horizon = horizon),
        rows: comparison.strategies.iter().map(row).collect(),
        columns,
        named: 0..0,
        notes: None,
        remarks: vec![tr!(locale, "desk-remark")],
    })
}

/// What the segments of a scenario's strategies came to, customers first, then money; none where there is one segment.
/// Of `shown` strategies alone.
pub fn segments(locale: &Locale, comparison: &Comparison, shown: &[usize], currency: &str) -> Option<[Figures; 2]> {
    let reference = &comparison.strategies[0];
    if reference.segments.len() < 2 {
        return None;
    }
    let heads = |columns: Range<usize>| {
        let named = [tr!(locale, "head-strategy"), tr!(locale, "head-segment")].map(|head| (head, Kind::Words));
        let head = |name: &&str| (tr!(locale, "segment-column", column = *name), Kind::Amount);
        named.into_iter().chain(SEGMENT_COLUMN_NAMES[columns].iter().map(head)).collect::<Vec<Column>>()
    };
    let customers = 0..SegmentColumn::Contribution as usize;
    let money = SegmentColumn::Contribution as usize..SEGMENT_COLUMN_NAMES.len();
    let rows = |cells: &dyn Fn(&SegmentRow, &SegmentRow, bool) -> Vec<Figure>| {
        let of_strategy = |&s: &usize| {
            let summary = &comparison.strategies[s];
            let of_segment = |(i, segment): (usize, &crate::analysis::summary::SegmentSummary)| {
                let mut row = vec![Figure::Text(summary.name.to_string()), Figure::Text(segment.name.to_string())];
                let base = reference.segments.get(i).map_or(SegmentRow::default(), |segment| segment.row);
                row.extend(cells(&segment.row, &base, s == 0));
                line(row)
            };
            summary.segments.iter().enumerate().map(of_segment).collect::<Vec<Line>>()
        };
        shown.iter().flat_map(of_strategy).collect::<Vec<Line>>()
    };
    let worth = |row: &SegmentRow| row.get(SegmentColumn::Contribution) - row.get(SegmentColumn::Programme);
    let mut money_columns = heads(money.clone());
    money_columns.push((tr!(locale, "segment-worth"), Kind::Amount));
    money_columns.push((tr!(locale, "segment-difference"), Kind::Amount));
    let fewer = match shown.len() < comparison.strategies.len() {
        true => vec![tr!(locale, "segment-fewer")],
        false => Vec::new(),
    };
    Some([
        Figures {
            caption: tr!(locale, "segment-caption-customers"),
            columns: heads(customers.clone()),
            named: 0..0,
            notes: None,
            rows: rows(&|row, _, _| row.0[customers.clone()].iter().map(|x| Figure::Amount(*x)).collect()),
            remarks: fewer,
        },
        Figures {
            caption: tr!(locale, "segment-caption-money", currency = currency),
            columns: money_columns,
            named: 0..0,
            notes: None,
            rows: rows(&|row, base, is_reference| {
                let mut cells: Vec<Figure> = row.0[money.clone()].iter().map(|x| Figure::Amount(*x)).collect();
                cells.push(Figure::Amount(worth(row)));
                cells.push(match is_reference {
                    true => Figure::Nothing,
                    false => Figure::Signed(worth(row) - worth(base)),
                });
                cells
            }),
            remarks: vec![tr!(locale, "segment-remark")],
        },
    ])
}

#[cfg(test)]
mod tests {
    use crate::analysis::findings::{Findings, analyse};
    use crate::analysis::summary::{Comparison, DeskTotals};
    use crate::engine::progress::NoProgress;
    use crate::engine::simulate::Simulation;
    use crate::input::{Request, load};
    use crate::language::{Language, Locale};
    use crate::model::segment::SegmentColumn;
    use crate::output::report::figures::{Figure, capital, desk, segments, variants};
    use crate::output::variant::foremost;

    fn findings() -> Findings {
        let mut request = Request::builtin("city-hotel");
        request.draws = Some(1);
        request.set = vec!["study.engine=expected".to_string()];
        let study = load(&request).unwrap().study;
        let mut simulation = Simulation::new(&study);
        simulation.run_to(1, &NoProgress).unwrap();
        analyse(&study, &simulation.results())
    }

    /// What a row of a table says.
    fn row(figures: &crate::output::report::figures::Figures, i: usize) -> Vec<Figure> {
        figures.rows[i].cells.clone()
    }

    #[test]
    fn the_desk_is_told_by_strategy_with_its_worst_period() {
        let findings = findings();
        let first: &Comparison = &findings.comparisons[0];
        let locale = Locale::of(Language::English);
        let table = desk(locale, first, "36 months").unwrap();
        assert_eq!(table.rows.len(), first.strategies.len());
        // Asking overloads the one position in every month; a second one and a front line carry it.
        let [ask, both] = [1, 3].map(|s| DeskTotals::of(&first.strategies[s]).unwrap());
        assert_eq!((ask.overloaded, both.overloaded), (36, 0));
        assert!(ask.greatest_utilisation > 1.0 && ask.served < 1.0 && ask.in_time < 0.1, "{ask:?}");
        assert!(both.greatest_utilisation < 1.0 && both.in_time > 0.5, "{both:?}");
        assert!(ask.mean_load <= ask.greatest_load);
        assert_eq!(row(&table, 1)[6], Figure::Amount(36.0));
    }

    #[test]
    fn segments_sum_to_the_customers_and_their_money_has_no_shared_line() {
        let findings = findings();
        let first = &findings.comparisons[0];
        let locale = Locale::of(Language::English);
        let [customers, money] = segments(locale, first, &[0, 3], "USD").unwrap();
        assert_eq!((customers.rows.len(), money.rows.len()), (4, 4));
        let Figure::Amount(start) = row(&customers, 0)[2] else { panic!() };
        assert_eq!(start, 30_000.0);
        let lost: f64 = first.strategies[3].segments.iter().map(|segment| segment.row.lost()).sum();
        assert!((lost - first.strategies[3].lost.total()).abs() < 1e-6 * lost);
        let worth = |s: usize| {
            let rows = first.strategies[s].segments.iter().map(|segment| segment.row);
            rows.map(|r| r.get(SegmentColumn::Contribution) - r.get(SegmentColumn::Programme)).sum::<f64>()
        };
        // The second agent and the training belong to nobody in particular.
        let shared = worth(3) - worth(0) - first.strategies[3].difference.npv.mean;
        assert!(shared > 200_000.0, "{shared}");
        let difference = |i: usize| match row(&money, i)[5] {
            Figure::Signed(difference) => difference,
            _ => panic!("{:?}", row(&money, i)),
        };
        assert!((difference(2) + difference(3) - (worth(3) - worth(0))).abs() < 1e-6);
        assert_eq!(row(&money, 0)[5], Figure::Nothing);
    }

    #[test]
    fn variants_are_told_with_the_model_as_it_is_before_them_and_the_turned_ones_marked() {
        let findings = findings();
        let found = &findings.variants[0];
        let locale = Locale::of(Language::English);
        let all = variants(locale, found, None, 9, "USD").unwrap();
        assert_eq!(all.rows.len(), found.variants.len() + 1);
        assert_eq!(row(&all, 0)[0], Figure::Text("the model as it is".to_string()));
        assert_eq!(all.heads(), ["Model variant", "Best", "ask", "answer fast", "ask and answer", "prevent"]);
        let turned = variants(locale, found, Some(found.best), 9, "USD").unwrap();
        assert_eq!(turned.rows.len(), found.turning(found.best).count() + 1);
        assert!(turned.rows[1..].iter().all(|line| line.is_marked));
        let few = variants(locale, found, None, 1, "USD").unwrap();
        assert_eq!((few.columns.len(), few.remarks.len()), (3, 1));
        assert!(foremost(found, 2).contains(&found.best));
    }

    #[test]
    fn heads_begin_with_a_capital_on_the_page() {
        assert_eq!(
            (capital("mean load"), capital("NPV"), capital("策略")),
            ("Mean load".into(), "NPV".into(), "策略".into())
        );
        assert_eq!((capital("último"), capital("")), ("Último".into(), String::new()));
    }
}
