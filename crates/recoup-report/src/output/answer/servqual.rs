//! A SERVQUAL survey in words: gaps by dimension and item, reliability, the zone of tolerance, and the overlay of failures.

use recoup_fit::estimate::{Estimate, Spread};
use recoup_fit::servqual::{Level, Quadrant, Quality, Reliability, Survey};
use serde::Serialize;

use crate::language::{Locale, tr};
use crate::output::answer::kano::{estimate, estimate_columns, head, quoted};
use crate::output::answer::{Rendered, document, names};
use crate::output::chart::gaps::{self, DimensionRow};
use crate::output::chart::importance::{self, ItemDot, name};
use crate::output::chart::survey::SurveyFrame;
use crate::output::figures::{Column, Figure, Figures, Kind, Line, Medium};
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::report::document::Section;
use crate::output::table::{Chunk, Values};

/// What a survey says, and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServqualFound {
    /// Name of the file with the answers.
    pub answers: String,
    /// Version of the program.
    pub version: &'static str,
    /// Seed of the resampling.
    pub seed: u64,
    /// Respondents.
    pub respondents: u64,
    /// Mean gap of the dimensions, weighted.
    pub score: Option<Estimate>,
    /// The dimensions.
    pub dimensions: Vec<Dimension>,
    /// The items.
    pub items: Vec<SurveyItem>,
}

/// What a survey says about a dimension.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dimension {
    /// Its name.
    pub dimension: String,
    /// Its weight; weights sum to 1.
    pub weight: f64,
    /// How reliably its items measure it.
    pub reliability: Reliability,
    /// What the answers say.
    #[serde(flatten)]
    pub level: Level,
}

/// What a survey says about an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SurveyItem {
    /// Its name.
    pub item: String,
    /// Name of its dimension.
    pub dimension: String,
    /// What the answers say.
    #[serde(flatten)]
    pub level: Level,
}

impl ServqualFound {
    /// What the answers in a file of that name say; `items` are the names of the survey's items.
    pub fn new(answers: &str, seed: u64, survey: &Survey, items: &[String], found: Quality) -> Self {
        let dimension = |i: usize| survey.dimensions.get(i).cloned().unwrap_or_default();
        let of_dimension = found.dimensions.into_iter().zip(found.reliability).zip(found.weights).enumerate();
        let dimensions = of_dimension.map(|(i, ((level, reliability), weight))| Dimension {
            dimension: dimension(i),
            weight,
            reliability,
            level,
        });
        let items = found.items.into_iter().zip(items).zip(&survey.items).map(|((level, name), item)| SurveyItem {
            item: name.clone(),
            dimension: dimension(item.dimension as usize),
            level,
        });
        ServqualFound {
            answers: answers.to_string(),
            version: env!("CARGO_PKG_VERSION"),
            seed,
            respondents: found.respondents,
            score: found.score,
            dimensions: dimensions.collect(),
            items: items.collect(),
        }
    }

    /// The overlay of failures by dimension, of that severity: the share of answers below the minimum as the rate per purchase.
    /// `None` where the minimum was not asked.
    pub fn overlay(&self, severity: &str, extends: Option<&str>) -> Option<String> {
        let known = |dimension: &Dimension| match dimension.level.below_minimum.as_ref()?.spread {
            Spread::Beta { a, b } => Some((dimension.dimension.clone(), a, b)),
            _ => None,
        };
        let failures: Vec<(String, f64, f64)> = self.dimensions.iter().filter_map(known).collect();
        if failures.is_empty() {
            return None;
        }
        let what =
            format!("Failures from SERVQUAL answers of {} respondents: answers below the minimum", self.respondents);
        let mut text = head(&what, "which has their severity and gets these failures beside its own", extends);
        for (name, a, b) in failures {
            text.push_str(&format!("\n[[failure]]\nname = {}\nseverity = {}\n", quoted(&name), quoted(severity)));
            text.push_str(&format!(
                "per = \"purchase\"\nrate = {{ beta = [{a:?}, {b:?}] }}  # mean {:.3}\n",
                a / (a + b)
            ));
        }
        Some(text)
    }
}

/// The survey.
pub fn servqual(found: &ServqualFound, locale: &'static Locale) -> Rendered {
    let frame =
        SurveyFrame { source: found.answers.clone(), respondents: found.respondents, language: locale.language };
    let rows: Vec<DimensionRow> = found.dimensions.iter().map(row).collect();
    let dots: Vec<ItemDot> = found.items.iter().map(dot).collect();
    let sections = vec![
        Section::of_figures("dimensions", dimensions(found, locale)),
        Section::of_figures("items", items(found, locale)),
    ];
    Rendered {
        document: document(&found.answers, sentences(found, &rows, locale), sections),
        charts: vec![
            NamedChart::new("1-gaps", gaps::draw(&frame, &rows)),
            NamedChart::new("2-importance-performance", importance::draw(&frame, &dots)),
        ],
        tables: vec![NamedTable::new("dimensions", dimension_rows(found)), NamedTable::new("items", item_rows(found))],
    }
}

fn minimum(level: &Level) -> Option<f64> {
    level.tolerance.map(|tolerance| level.expectation - tolerance)
}

fn row(dimension: &Dimension) -> DimensionRow {
    let level = &dimension.level;
    DimensionRow {
        name: dimension.dimension.clone(),
        expectation: level.expectation,
        perception: level.perception,
        minimum: minimum(level),
        gap: level.gap.as_ref().map(|gap| [gap.value, gap.low, gap.high]),
    }
}

fn dot(item: &SurveyItem) -> ItemDot {
    ItemDot {
        name: item.item.clone(),
        expectation: item.level.expectation,
        perception: item.level.perception,
        quadrant: item.level.quadrant,
    }
}

fn sentences(found: &ServqualFound, rows: &[DimensionRow], locale: &Locale) -> Vec<String> {
    let mut sentences = Vec::new();
    let signed = |x: f64| locale.signed_fixed(x, 2);
    if let Some(score) = &found.score {
        sentences.push(tr!(
            locale,
            "servqual-answer",
            respondents = found.respondents,
            score = signed(score.value),
            low = signed(score.low),
            high = signed(score.high),
        ));
    }
    if let Some(worst) = rows.iter().min_by(|a, b| a.gap().total_cmp(&b.gap())) {
        let is_short = if worst.gap() < 0.0 { "yes" } else { "no" };
        sentences.push(tr!(locale, "servqual-worst", short = is_short, name = &worst.name, gap = signed(worst.gap()),));
    }
    if rows.iter().any(|row| row.minimum.is_some()) {
        let is_below = |row: &&DimensionRow| row.minimum.is_some_and(|minimum| row.perception < minimum);
        let below: Vec<String> = rows.iter().filter(is_below).map(|row| row.name.clone()).collect();
        sentences.push(tr!(locale, "servqual-below", number = below.len(), names = names(locale, &below)));
    }
    sentences.push(tr!(locale, "servqual-how"));
    sentences
}

fn head_of(locale: &Locale, column: &str) -> String {
    tr!(locale, "servqual-head", column = column)
}

fn two_decimals(x: f64) -> Figure {
    Figure::Number(x, 2)
}

/// Columns that dimensions and items have.
fn level_columns(locale: &Locale, has_minimum: bool) -> Vec<Column> {
    let number = |column: &str| Column::new(head_of(locale, column), Kind::Number);
    let mut columns =
        vec![number("expectation"), number("perception"), number("gap"), Column::interval(locale, Kind::Number)];
    if has_minimum {
        columns.insert(0, number("minimum"));
    }
    let below = if has_minimum { "below" } else { "below-expectation" };
    columns.push(Column::new(head_of(locale, below), Kind::Share));
    columns
}

fn level_cells(level: &Level, has_minimum: bool) -> Vec<Figure> {
    let [gap, ends] = estimate(level.gap.as_ref(), two_decimals);
    let mut cells = vec![two_decimals(level.expectation), two_decimals(level.perception), gap, ends];
    if has_minimum {
        cells.insert(0, minimum(level).map_or(Figure::Nothing, two_decimals));
    }
    let below = if has_minimum { &level.below_minimum } else { &level.below_expectation };
    cells.push(below.as_ref().map_or(Figure::Nothing, |below| Figure::Chance(below.value)));
    cells
}

fn has_minimum(found: &ServqualFound) -> bool {
    found.dimensions.iter().any(|dimension| dimension.level.tolerance.is_some())
}

fn dimensions(found: &ServqualFound, locale: &Locale) -> Figures {
    let has_minimum = has_minimum(found);
    let mut columns = vec![Column::new(head_of(locale, "dimension"), Kind::Words)];
    columns.extend(level_columns(locale, has_minimum));
    columns.push(Column::new(head_of(locale, "alpha"), Kind::Number).spare(2));
    columns.push(Column::interval(locale, Kind::Number).from(Medium::Page));
    columns.push(Column::new(head_of(locale, "weight"), Kind::Share).spare(1));
    let row = |dimension: &Dimension| {
        let mut cells = vec![Figure::Text(dimension.dimension.clone())];
        cells.extend(level_cells(&dimension.level, has_minimum));
        cells.extend(estimate(dimension.reliability.gap.as_ref(), two_decimals));
        cells.push(Figure::Chance(dimension.weight));
        Line::new(cells)
    };
    Figures::new(tr!(locale, "servqual-dimensions"), columns, found.dimensions.iter().map(row).collect())
}

fn quadrant(locale: &Locale, quadrant: Quadrant) -> String {
    tr!(locale, "servqual-quadrant", quadrant = name(quadrant))
}

fn items(found: &ServqualFound, locale: &Locale) -> Figures {
    let has_minimum = has_minimum(found);
    let mut columns = vec![
        Column::new(head_of(locale, "item"), Kind::Words),
        Column::new(head_of(locale, "dimension"), Kind::Words).from(Medium::Page),
    ];
    columns.extend(level_columns(locale, has_minimum));
    columns.push(Column::new(head_of(locale, "quadrant"), Kind::Words));
    let row = |item: &SurveyItem| {
        let mut cells = vec![Figure::Text(item.item.clone()), Figure::Text(item.dimension.clone())];
        cells.extend(level_cells(&item.level, has_minimum));
        cells.push(Figure::Term(quadrant(locale, item.level.quadrant)));
        Line::new(cells)
    };
    Figures::new(tr!(locale, "servqual-items"), columns, found.items.iter().map(row).collect())
}

/// Columns of levels for tables.
fn level_rows<'a>(levels: impl Iterator<Item = &'a Level> + Clone) -> Chunk {
    let number = |of: fn(&Level) -> f64| Values::Number(levels.clone().map(of).collect());
    let mut rows = vec![
        ("expectation".to_string(), number(|level| level.expectation)),
        ("perception".to_string(), number(|level| level.perception)),
        ("minimum".to_string(), Values::Maybe(levels.clone().map(minimum).collect())),
    ];
    rows.extend(estimate_columns("gap", levels.clone().map(|level| level.gap.as_ref())));
    rows.extend(estimate_columns("adequacy", levels.clone().map(|level| level.adequacy.as_ref())));
    rows.extend(estimate_columns("below_minimum", levels.clone().map(|level| level.below_minimum.as_ref())));
    rows.extend(estimate_columns("below_expectation", levels.clone().map(|level| level.below_expectation.as_ref())));
    rows.push(("quadrant".to_string(), Values::Text(levels.map(|level| name(level.quadrant).to_string()).collect())));
    rows
}

fn dimension_rows(found: &ServqualFound) -> Chunk {
    let dimensions = &found.dimensions;
    let mut rows = vec![
        ("dimension".to_string(), Values::Text(dimensions.iter().map(|d| d.dimension.clone()).collect())),
        ("weight".to_string(), Values::Number(dimensions.iter().map(|d| d.weight).collect())),
    ];
    rows.extend(level_rows(dimensions.iter().map(|dimension| &dimension.level)));
    rows.extend(estimate_columns("alpha", dimensions.iter().map(|d| d.reliability.gap.as_ref())));
    rows
}

fn item_rows(found: &ServqualFound) -> Chunk {
    let items = &found.items;
    let mut rows = vec![
        ("item".to_string(), Values::Text(items.iter().map(|item| item.item.clone()).collect())),
        ("dimension".to_string(), Values::Text(items.iter().map(|item| item.dimension.clone()).collect())),
    ];
    rows.extend(level_rows(items.iter().map(|item| &item.level)));
    rows
}

#[cfg(test)]
mod tests {
    use recoup_fit::servqual::{Item, Survey};

    use crate::input::source::Origin;
    use crate::input::{Request, load};
    use crate::language::{Language, Locale};
    use crate::output::answer::servqual::{ServqualFound, servqual};

    fn found(has_minimum: bool) -> ServqualFound {
        let column = |answers: [f32; 8]| answers.map(Some).to_vec();
        let item = |dimension: u32, perception: [f32; 8]| Item {
            dimension,
            expectation: column([6.0, 7.0, 6.0, 7.0, 6.0, 7.0, 6.0, 7.0]),
            perception: column(perception),
            minimum: if has_minimum { column([5.0; 8]) } else { Vec::new() },
        };
        let poor = [4.0, 4.0, 5.0, 6.0, 4.0, 4.0, 4.0, 5.0];
        let good = [6.0, 7.0, 6.0, 7.0, 6.0, 6.0, 7.0, 7.0];
        let items = vec![item(0, poor), item(0, [4.0; 8]), item(1, good)];
        let survey = Survey { dimensions: vec!["reliability".into(), "empathy".into()], items, weights: Vec::new() };
        let names = ["on time", "as booked", "kind"].map(String::from);
        let quality = survey.quality(1).expect("the survey is sound");
        ServqualFound::new("answers.csv", 1, &survey, &names, quality)
    }

    #[test]
    fn the_overlay_gives_a_study_failures_with_the_share_below_the_minimum() {
        let text = found(true).overlay("minor", Some("case:leeds-hotel")).expect("the minimum is known");
        let text = text.replace("severity = \"minor\"", "severity = \"angry\"");
        let origin = Origin::Text { name: "failures".into(), text };
        let study = load(&Request::new(origin)).unwrap_or_else(|refused| panic!("{refused:?}")).study;
        let parameters = &study.scenarios[0].strategies[0].parameters;
        let failure = parameters.point.failures.iter().find(|failure| &*failure.name == "reliability");
        // 5 of 8 and 8 of 8 answers are below: 13 of 16, with half an answer of each kind before (Jeffreys).
        let rate = failure.and_then(|failure| failure.rate).expect("it has a rate");
        assert!((rate - 13.5 / 17.0).abs() < 1e-9, "{rate}");
        assert!(parameters.uncertain.iter().any(|number| number.key.to_string() == "failure.reliability.rate"));
        assert_eq!(found(false).overlay("minor", None), None);
    }

    #[test]
    fn the_document_names_the_greatest_gap_and_what_is_below_the_minimum() {
        for language in Language::ALL {
            let rendered = servqual(&found(true), Locale::of(language));
            let answer = rendered.document.answer.join("\n");
            assert!(answer.contains("reliability") && !answer.contains("empathy"), "{answer}");
            assert_eq!((rendered.document.sections.len(), rendered.charts.len(), rendered.tables.len()), (2, 2, 2));
            let without = servqual(&found(false), Locale::of(language)).document.answer;
            assert_eq!(without.len(), rendered.document.answer.len() - 1, "nothing is said of a minimum");
        }
    }
}
