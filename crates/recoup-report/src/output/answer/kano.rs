//! A Kano questionnaire in words: the category of every item, its better and worse coefficients, and the overlay of needs.

use recoup_fit::estimate::Estimate;
use recoup_fit::kano::{Category, Named, Need, Questionnaire};
use serde::Serialize;

use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, names};
use crate::output::chart::kano::{KanoDot, draw, name};
use crate::output::chart::survey::SurveyFrame;
use crate::output::figures::{Column, Figure, Figures, Kind, Line, Medium};
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::report::document::Section;
use crate::output::table::{Chunk, Values};

/// What a questionnaire says, and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KanoFound {
    /// Name of the file with the answers.
    pub answers: String,
    /// Version of the program.
    pub version: &'static str,
    /// What the answers say.
    #[serde(flatten)]
    pub found: Questionnaire,
}

impl KanoFound {
    /// What the answers in a file of that name say.
    pub fn new(answers: &str, found: Questionnaire) -> Self {
        KanoFound { answers: answers.to_string(), version: env!("CARGO_PKG_VERSION"), found }
    }

    /// The overlay of needs: a study that extends the one named, or has a line to be filled in. `failures` are the items that it has,
    /// each with the name of the failure that its absence is; all items by their own names where there are none. `None` where no item
    /// has a need.
    pub fn overlay(&self, extends: Option<&str>, failures: &[(String, String)]) -> Option<String> {
        let failure = |item: &'_ Named| {
            let named = failures.iter().find(|(of, _)| *of == item.name).map(|(_, name)| name.clone());
            let name = if failures.is_empty() { item.name.clone() } else { named? };
            Some((name, item.clone(), item.item.need?))
        };
        let failures: Vec<(String, Named, Need)> = self.found.items.iter().filter_map(failure).collect();
        if failures.is_empty() {
            return None;
        }
        let what = format!("Needs from Kano answers of {} respondents", self.found.respondents);
        let mut text = head(&what, "whose failures have these names", extends);
        for (failure, Named { weight, item, .. }, need) in failures {
            let share = |estimate: &Option<Estimate>| {
                estimate
                    .as_ref()
                    .map_or("unknown".to_string(), |e| format!("{:.2} ({:.2} to {:.2})", e.value, e.low, e.high))
            };
            let weight = weight.map_or("unknown".to_string(), |weight| format!("{weight:.3}"));
            text.push_str(&format!("\n[[failure]]\nname = {}\n", quoted(&failure)));
            text.push_str(&format!("need = {}\n", quoted(need_name(need))));
            text.push_str(&format!(
                "# better {}, worse {}, weight {weight}\n",
                share(&item.better),
                share(&item.worse)
            ));
        }
        Some(text)
    }
}

/// The head of an overlay from a survey; `which` is what the study has that it extends.
pub(super) fn head(what: &str, which: &str, extends: Option<&str>) -> String {
    let extends = match extends {
        Some(study) => format!("extends = {}\n", quoted(study)),
        None => format!("# Take the mark away and name your study, {which}.\n# extends = \"my-study.toml\"\n"),
    };
    format!("# {what}.\n{extends}")
}

/// A text as TOML.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_string()).to_string()
}

/// The need as `failure.NAME.need` has it.
fn need_name(need: Need) -> &'static str {
    match need {
        Need::MustBe => "must-be",
        Need::Performance => "performance",
        Need::Attractive => "attractive",
    }
}

/// The questionnaire.
pub fn kano(found: &KanoFound, locale: &'static Locale) -> Rendered {
    let items = &found.found.items;
    let frame =
        SurveyFrame { source: found.answers.clone(), respondents: found.found.respondents, language: locale.language };
    let dots: Vec<KanoDot> = items.iter().filter_map(dot).collect();
    let sections = vec![
        Section::of_figures("items", categories(items, locale)),
        Section::of_figures("coefficients", coefficients(items, locale)),
    ];
    Rendered {
        document: document(&found.answers, sentences(found, locale), sections),
        charts: vec![NamedChart::new("1-kano", draw(&frame, &dots))],
        tables: vec![NamedTable::new("kano", rows(items))],
    }
}

fn dot(item: &Named) -> Option<KanoDot> {
    let ends = |estimate: &Option<Estimate>| estimate.as_ref().map(|e| [e.value, e.low, e.high]);
    Some(KanoDot {
        name: item.name.clone(),
        category: item.item.category,
        better: ends(&item.item.better)?,
        worse: ends(&item.item.worse)?,
    })
}

fn sentences(found: &KanoFound, locale: &Locale) -> Vec<String> {
    let items = &found.found.items;
    let most = |of: fn(&Named) -> Option<f64>| {
        let known = items.iter().filter_map(|item| Some((item, of(item)?)));
        known.max_by(|a, b| a.1.total_cmp(&b.1))
    };
    let missed = most(|item| item.item.worse.as_ref().map(|worse| worse.value));
    let liked = most(|item| item.item.better.as_ref().map(|better| better.value));
    let mut sentences = Vec::new();
    if let (Some((missed, worse)), Some((liked, better))) = (missed, liked) {
        sentences.push(tr!(
            locale,
            "kano-answer",
            items = items.len(),
            respondents = found.found.respondents,
            missed = format!("`{}`", missed.name),
            worse = locale.fixed(worse, 2),
            liked = format!("`{}`", liked.name),
            better = locale.fixed(better, 2),
        ));
    }
    let unclear: Vec<String> = items.iter().filter(|item| !item.item.distinct).map(|item| item.name.clone()).collect();
    if !unclear.is_empty() {
        sentences.push(tr!(locale, "kano-unclear", number = unclear.len(), items = names(locale, &unclear)));
    }
    sentences.push(tr!(locale, "kano-how"));
    sentences
}

fn category(locale: &Locale, category: Category) -> String {
    tr!(locale, "kano-category", category = name(category))
}

fn head_of(locale: &Locale, column: &str) -> String {
    tr!(locale, "kano-head", column = column)
}

fn categories(items: &[Named], locale: &Locale) -> Figures {
    let columns = vec![
        Column::new(head_of(locale, "item"), Kind::Words),
        Column::new(head_of(locale, "category"), Kind::Words),
        Column::new(head_of(locale, "share"), Kind::Share),
        Column::interval(locale, Kind::Share),
        Column::new(head_of(locale, "strength"), Kind::Share).spare(2),
        Column::new(head_of(locale, "total"), Kind::Share).spare(1),
        Column::new(head_of(locale, "need"), Kind::Words),
        Column::new(head_of(locale, "answers"), Kind::Amount).from(Medium::Page),
    ];
    let row = |named: &Named| {
        let Named { item, .. } = named;
        let place = item.category as usize;
        let share = item.shares.get(place).map_or(Figure::Nothing, |share| Figure::Chance(share.value));
        let ends = item.together.get(place).map(|&(low, high)| Box::new([low, high].map(Figure::Chance)));
        let need =
            item.need.map_or(Figure::Nothing, |need| Figure::Term(tr!(locale, "kano-need", need = need_name(need))));
        Line::new(vec![
            Figure::Text(named.name.clone()),
            Figure::Term(category(locale, item.category)),
            share,
            ends.map_or(Figure::Nothing, Figure::Interval),
            Figure::Chance(item.category_strength),
            Figure::Chance(item.total_strength),
            need,
            Figure::Amount(item.n as f64),
        ])
    };
    Figures::new(tr!(locale, "kano-items"), columns, items.iter().map(row).collect())
}

fn coefficients(items: &[Named], locale: &Locale) -> Figures {
    let columns = vec![
        Column::new(head_of(locale, "item"), Kind::Words),
        Column::new(head_of(locale, "better"), Kind::Number),
        Column::interval(locale, Kind::Number),
        Column::new(head_of(locale, "worse"), Kind::Number),
        Column::interval(locale, Kind::Number),
        Column::new(head_of(locale, "weight"), Kind::Share),
    ];
    let row = |named: &Named| {
        let [better, better_ends] = estimate(named.item.better.as_ref(), |x| Figure::Number(x, 2));
        let [worse, worse_ends] = estimate(named.item.worse.as_ref(), |x| Figure::Number(x, 2));
        let weight = named.weight.map_or(Figure::Nothing, Figure::Chance);
        Line::new(vec![Figure::Text(named.name.clone()), better, better_ends, worse, worse_ends, weight])
    };
    Figures::new(tr!(locale, "kano-coefficients"), columns, items.iter().map(row).collect())
}

/// An estimate and its interval.
pub(super) fn estimate(estimate: Option<&Estimate>, figure: fn(f64) -> Figure) -> [Figure; 2] {
    match estimate {
        Some(found) => [figure(found.value), Figure::Interval(Box::new([found.low, found.high].map(figure)))],
        None => [Figure::Nothing, Figure::Nothing],
    }
}

/// Value, low and high end of an estimate, by row.
pub(super) fn estimate_columns<'a>(
    name: &str,
    estimates: impl Iterator<Item = Option<&'a Estimate>> + Clone,
) -> impl Iterator<Item = (String, Values)> {
    let of = |of: fn(&Estimate) -> f64| Values::Maybe(estimates.clone().map(|estimate| estimate.map(of)).collect());
    let columns = [
        (name.to_string(), of(|estimate| estimate.value)),
        (format!("{name}_p05"), of(|estimate| estimate.low)),
        (format!("{name}_p95"), of(|estimate| estimate.high)),
    ];
    columns.into_iter()
}

fn rows(items: &[Named]) -> Chunk {
    let mut rows = vec![
        ("item".to_string(), Values::Text(items.iter().map(|item| item.name.clone()).collect())),
        ("category".to_string(), Values::Text(items.iter().map(|item| name(item.item.category).to_string()).collect())),
        ("answers".to_string(), Values::Whole(items.iter().map(|item| item.item.n).collect())),
    ];
    for (i, category) in Category::ALL.into_iter().enumerate() {
        let counts = items.iter().map(|item| item.item.counts[i]).collect();
        rows.push((name(category).replace('-', "_"), Values::Whole(counts)));
    }
    rows.extend(estimate_columns("better", items.iter().map(|item| item.item.better.as_ref())));
    rows.extend(estimate_columns("worse", items.iter().map(|item| item.item.worse.as_ref())));
    rows.push(("weight".to_string(), Values::Maybe(items.iter().map(|item| item.weight).collect())));
    let need = |item: &Named| item.item.need.map(|need| need_name(need).to_string());
    rows.push(("need".to_string(), Values::MaybeText(items.iter().map(need).collect())));
    rows
}

#[cfg(test)]
mod tests {
    use recoup_fit::kano::{Answer, Asked, questionnaire};

    use crate::input::source::Origin;
    use crate::input::{Request, load};
    use crate::language::{Language, Locale};
    use crate::output::answer::kano::{KanoFound, kano};
    use crate::scenario::failure::Need;

    fn found() -> KanoFound {
        use Answer::{Dislike, Like, Neutral};
        let asked = |name: &str, pairs: [(Answer, Answer); 4]| Asked {
            name: name.into(),
            functional: pairs.iter().map(|pair| Some(pair.0)).collect(),
            dysfunctional: pairs.iter().map(|pair| Some(pair.1)).collect(),
        };
        let must_be = [(Neutral, Dislike), (Neutral, Dislike), (Neutral, Dislike), (Like, Dislike)];
        let attractive = [(Like, Neutral), (Like, Neutral), (Like, Dislike), (Neutral, Neutral)];
        let indifferent = [(Neutral, Neutral); 4];
        let asked = [asked("trouble", must_be), asked("up \"grade\"", attractive), asked("newspaper", indifferent)];
        KanoFound::new("answers.csv", questionnaire(&asked))
    }

    #[test]
    fn the_overlay_gives_a_study_the_needs_of_its_failures() {
        let failures = [("trouble", "trouble"), ("up \"grade\"", "grave trouble"), ("newspaper", "slight trouble")];
        let failures = failures.map(|(item, name)| (item.to_string(), name.to_string()));
        let text = found().overlay(Some("case:leeds-hotel"), &failures).expect("two items have a need");
        let origin = Origin::Text { name: "needs".into(), text };
        let study = load(&Request::new(origin)).unwrap_or_else(|refused| panic!("{refused:?}")).study;
        let all = &study.scenarios[0].strategies[0].parameters.point.failures;
        let need = |name: &str| all.iter().find(|failure| &*failure.name == name).expect("it is there").need;
        assert_eq!(["trouble", "grave trouble"].map(need), [Need::MustBe, Need::Attractive]);
        // One that nobody needs stays as it is in the study.
        let before = load(&Request::named("case:leeds-hotel")).expect("it is shipped").study;
        let before = &before.scenarios[0].strategies[0].parameters.point.failures;
        assert_eq!(all.len(), before.len());
        assert_eq!(need("slight trouble"), before[0].need);
    }

    #[test]
    fn without_a_study_the_overlay_has_a_line_to_fill_in() {
        let text = found().overlay(None, &[]).expect("two items have a need");
        assert!(text.contains("# extends = ") && text.contains("name = \"trouble\"\nneed = \"must-be\""), "{text}");
        assert!(
            toml::from_str::<toml::Table>(&text).is_ok_and(|table| table["failure"].as_array().unwrap().len() == 2)
        );
    }

    #[test]
    fn the_document_names_what_is_missed_and_liked_most_in_every_language() {
        for language in Language::ALL {
            let rendered = kano(&found(), Locale::of(language));
            let answer = &rendered.document.answer;
            assert!(answer[0].contains("trouble") && answer[0].contains("grade"), "{answer:?}");
            assert_eq!((rendered.document.sections.len(), rendered.charts.len()), (2, 1));
        }
    }
}
