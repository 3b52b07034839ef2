//! The checks of the engines, and published results beside simulated ones.

use crate::language::{Locale, tr};
use crate::output::answer::{document, published};
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::report::document::{Document, Section};
use crate::verify::Check;
use crate::verify::all::Verified;

/// What `recoup verify` found.
pub fn verify(found: &Verified, locale: &Locale) -> Document {
    let published = Section::of_figures("published", published::comparison(&found.published, locale));
    let checks = Section::of_figures("checks", checks(found, locale));
    document("", Vec::new(), vec![published, checks])
}

fn checks(found: &Verified, locale: &Locale) -> Figures {
    let columns = vec![
        Column::new(tr!(locale, "head-check"), Kind::Words),
        Column::new(tr!(locale, "head-what"), Kind::Words),
        Column::new(tr!(locale, "head-expected"), Kind::Number),
        Column::new(tr!(locale, "head-found"), Kind::Number),
        Column::new(tr!(locale, "head-allowed"), Kind::Words),
        Column::new(tr!(locale, "head-verdict"), Kind::Words),
    ];
    let row = |check: &Check| {
        let cells = [
            Figure::Text(check.what.clone()),
            Figure::Worded(check.expected, number(check.expected)),
            Figure::Worded(check.found, number(check.found)),
            Figure::Text(check.allowed_in_words.clone()),
            Figure::Text(tr!(locale, "verify-verdict", holds = if check.holds { "yes" } else { "no" })),
        ];
        Line { is_marked: !check.holds, ..Line::of(&check.name, cells) }
    };
    let verdict = match found.failed() {
        0 => tr!(locale, "verify-all", number = found.checks.len()),
        failed => tr!(locale, "verify-drift", failed = failed, number = found.checks.len()),
    };
    let rows = found.checks.iter().map(row).collect();
    Figures { remarks: vec![verdict], ..Figures::new(String::new(), columns, rows) }
}

/// A number in as many digits as a check needs, the same in every language.
fn number(value: f64) -> String {
    let text = if value.abs() >= 1000.0 { format!("{value:.1}") } else { format!("{value:.5}") };
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_string() } else { text }
}

#[cfg(test)]
mod tests {
    use crate::language::{Language, Locale};
    use crate::output::answer::verify::verify;
    use crate::output::report::document::Block;
    use crate::verify::Check;
    use crate::verify::all::Verified;

    #[test]
    fn a_check_that_fails_is_counted_and_marked() {
        let check = |name: &str, holds: bool| Check {
            name: name.to_string(),
            what: "a sum".to_string(),
            expected: 1234.56,
            found: -0.000_001,
            allowed: 1.0,
            allowed_in_words: "1.0e0".to_string(),
            holds,
        };
        let found = Verified { checks: vec![check("E1", true), check("E2", false)], published: Vec::new() };
        let document = verify(&found, Locale::of(Language::English));
        let Block::Figures(table) = &document.sections[0].blocks[0] else { panic!("{document:?}") };
        let cells = |i: usize| -> Vec<String> {
            table.rows[i].cells.iter().map(|cell| cell.text(Locale::of(Language::English))).collect()
        };
        assert_eq!(cells(1), ["E2", "a sum", "1234.6", "-0", "1.0e0", "FAIL"]);
        assert!(table.rows[1].is_marked && !table.rows[0].is_marked);
        assert_eq!(table.remarks, ["1 of 2 checks failed"]);
    }
}
