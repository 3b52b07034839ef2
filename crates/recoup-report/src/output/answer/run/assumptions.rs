//! What the answer rests on, in the order of effect.

use crate::analysis::assumptions::Assumption;
use crate::language::tr;
use crate::output::answer::run::builder::{ReportBuilder, ticked};
use crate::output::figures::{self, Figures};
use crate::output::report::document::{Section, Show};

/// Uncertain numbers, and certain ones that matter most.
pub(super) fn assumptions(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let locale = builder.locale;
    let found = &builder.data.findings.assumptions;
    let mut section = Section::new("assumptions", tr!(locale, "run-assumptions")).shown(Show::Details);
    section.text(tr!(locale, "run-assumptions-lead", name = ticked(&found.strategy)));
    let notes = &builder.about().inputs;
    let table = |rows: &[Assumption], caption: String| Figures { caption, ..figures::assumptions(locale, rows, notes) };
    section.figures(table(&found.uncertain, tr!(locale, "run-uncertain-caption")));
    section.figures(table(&found.certain, tr!(locale, "run-certain-caption")));
    if found.left_out > 0 {
        section.text(tr!(locale, "run-assumptions-rest", number = found.left_out));
    }
    vec![section]
}
