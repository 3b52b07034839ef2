//! Strategies in every model variant, in words, a table and a chart.

use crate::ask::variants::VariantsFound;
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, frame};
use crate::output::chart;
use crate::output::figures::{MOST_ACROSS, Turned, variants};
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::report::document::Section;
use crate::output::variant::{Subject as Named, holding};
use crate::output::variant_chart::{VARIANTS_CHART, variant_rows};

/// What was found.
pub fn model_variants(answer: &Answer<VariantsFound>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found.0;
    let table = variants(locale, found, Turned::AndOthers, MOST_ACROSS, &answer.currency);
    let none = table.is_none().then(|| tr!(locale, "decide-no-variants"));
    let holds = holding(locale, found, found.best, &answer.found.equals(), Named::Named);
    let sentences = holds.into_iter().chain(none).collect();
    // Variants are evaluated at the point values.
    let drawn = chart::variants::draw(&frame(subject, 1), found, found.best);
    Rendered {
        document: document(&subject.study().title, sentences, vec![Section::of_figures("variants", table)]),
        charts: vec![NamedChart::new(VARIANTS_CHART, drawn)],
        tables: vec![NamedTable::new("variants", variant_rows(found))],
    }
}
