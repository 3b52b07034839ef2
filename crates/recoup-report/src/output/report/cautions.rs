//! What a reader should know before they act on an answer.

use crate::language::{Locale, tr};
use crate::output::report::data::Caution;
use crate::output::report::document::{Block, Section, paragraph, requoted};

/// The warnings as a section; notes are left out. Empty where there are none.
pub(super) fn cautions(locale: &Locale, cautions: &[Caution]) -> Section {
    let mut section = Section::new("cautions", tr!(locale, "report-cautions"));
    let quoted = |text: &str| requoted(locale, &paragraph(text));
    let item = |caution: &Caution| {
        let help = caution.help.as_deref().map_or(String::new(), |help| format!(" ({})", quoted(help)));
        format!("{}: {}{help}", caution.code, quoted(&caution.message))
    };
    let items: Vec<String> = cautions.iter().filter(|caution| caution.is_warning).map(item).collect();
    if !items.is_empty() {
        section.text(tr!(locale, "report-cautions-lead"));
        section.blocks.push(Block::List(items));
    }
    section
}
