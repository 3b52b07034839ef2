//! The first sentence of a run, before anything is simulated.

use crate::analysis;
use crate::language::{Locale, tr};
use crate::output::report::data::About;
use crate::scenario::study::Study;

/// What the expected engine says of the first scenario in the first draws, with names in backticks. `None` where there is nothing
/// to compare, or the expected engine does not apply.
pub fn preview(study: &Study, locale: &Locale) -> Option<String> {
    let study = &*study.in_language(study.language);
    let found = analysis::preview::preview(study)?;
    let strategies = &study.scenarios[0].strategies;
    let (name, reference) = (&*strategies[found.best].name, &*strategies[0].name);
    let horizon = &About::of(study).horizon(locale);
    let text = match found.best {
        0 => tr!(locale, "run-none-pays", reference = reference, horizon = horizon),
        _ => locale.sentence(tr!(
            locale,
            "run-pays",
            name = name,
            amount = locale.compact_money(found.difference.mean, &study.currency),
            reference = reference,
            horizon = horizon,
            low = locale.signed(found.difference.p05),
            high = locale.signed(found.difference.p95),
        )),
    };
    Some(tr!(
        locale,
        "run-preview",
        draws = locale.count(found.draws as f64),
        one = if found.draws == 1 { "yes" } else { "no" },
        text = text
    ))
}
