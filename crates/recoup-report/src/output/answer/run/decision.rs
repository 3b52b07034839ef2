//! What would change the decision: the value of knowing more, regret, what the strategies cost and bring, which inputs matter.

use crate::analysis::decision::Decision;
use crate::language::{Locale, tr};
use crate::output::answer::decide::{cautious, information, no_budget, perfect};
use crate::output::answer::run::builder::ReportBuilder;
use crate::output::figures;
use crate::output::label::{label_of, named};
use crate::output::report::document::{Section, Show};

/// The decision of the first scenario.
pub(super) fn decision(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let locale = builder.locale;
    let Some(found) = builder.data.findings.decisions.first() else { return Vec::new() };
    let currency = &builder.about().currency;
    let titled = Section::new("decision", tr!(locale, "run-decision")).shown(Show::Details);
    let mut answer = Section::new("decision", String::new());
    answer.text(perfect(locale, found, currency));
    answer.text(most_valuable(locale, found));
    answer.text(no_budget(locale, found));
    let mut details = Section::new("decision", String::new()).shown(Show::Details);
    details.text(cautious(locale, found).unwrap_or_default());
    details.figures(figures::decision(locale, found, currency));
    details.figures(figures::frontier(locale, found, currency));
    information(&mut details, locale, found, &[], currency);
    let (question, reading) = (tr!(locale, "run-tornado"), tr!(locale, "run-tornado-reading"));
    builder.chart(&mut details, "8-tornado", question, reading);
    for (chart, question) in [
        ("7-acceptability-customer-value", tr!(locale, "run-acceptability-value")),
        ("7-acceptability-horizon", tr!(locale, "run-acceptability-horizon")),
        ("7-acceptability-budget", tr!(locale, "run-acceptability-budget")),
    ] {
        builder.chart(&mut details, chart, question, tr!(locale, "run-acceptability-reading"));
    }
    vec![titled, answer, details]
}

/// The input most worth knowing, where it can be told.
fn most_valuable(locale: &Locale, found: &Decision) -> String {
    let poor = found.poor_inputs();
    if !poor.is_empty() {
        let inputs = locale.series(&poor.iter().map(|name| named(name, locale)).collect::<Vec<String>>());
        return tr!(locale, "decide-most-unclear", inputs = inputs);
    }
    let Some(input) = found.inputs.first().filter(|input| input.worth.is_distinguishable()) else {
        return String::new();
    };
    let value = input.worth.value;
    let (worth, error) = (locale.compact(value.value), locale.compact(value.standard_error));
    tr!(locale, "decide-most", input = label_of(&input.name, locale), worth = worth, error = error)
}
