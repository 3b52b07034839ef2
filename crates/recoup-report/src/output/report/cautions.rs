//! What a reader should know before they act on an answer.

use crate::language::{Locale, tr};
use crate::output::report::data::Caution;
use crate::output::report::document::{Section, Show};

/// The warnings, for the end of the page; notes are left out. Empty where there are none.
pub(crate) fn cautions(locale: &Locale, cautions: &[Caution]) -> Section {
    let item = |caution: &Caution| {
        let help = caution.help.as_deref().map_or(String::new(), |help| format!(" ({help})"));
        format!("{}: {}{help}", caution.code, caution.message)
    };
    let items: Vec<String> = cautions.iter().filter(|caution| caution.is_warning).map(item).collect();
    let mut section = Section::new("cautions", tr!(locale, "run-cautions")).shown(Show::Appendix);
    if !items.is_empty() {
        section.text(tr!(locale, "run-cautions-lead"));
    }
    section.list(items);
    section
}
