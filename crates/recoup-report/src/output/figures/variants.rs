//! Strategies by model variant.

use crate::analysis::variants::Variants;
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium};
use crate::output::variant::{foremost, impossible, name, sets};

/// Strategies side by side where people read.
pub const MOST_ACROSS: usize = 6;

/// Rows that the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turned {
    /// All variants.
    AndOthers,
    /// Those that make another strategy the best.
    Alone,
}

/// NPV differences of at most `most` strategies in every model variant, of which the terminal shows those that are `shown`.
pub fn variants(locale: &Locale, found: &Variants, shown: Turned, most: usize, currency: &str) -> Option<Figures> {
    if found.strategies.len() < 2 || found.variants.is_empty() {
        return None;
    }
    let strategies = foremost(found, most);
    let mut columns = vec![
        Column::new(tr!(locale, "variants-head"), Kind::Key),
        Column::new(tr!(locale, "variants-head-best"), Kind::Words),
    ];
    columns.extend(strategies.iter().map(|&s| Column::of_name(&found.strategies[s], Kind::Amount)));
    let row = |name: String, note: String, differences: &[f64], best: usize| {
        let mut cells = vec![Figure::Text(name), Figure::Text(found.strategies[best].to_string())];
        cells.extend(strategies.iter().map(|&s| Figure::Signed(differences[s])));
        Line { note, is_marked: best != found.best, ..Line::new(cells) }
    };
    let from = |is_shown: bool| if is_shown || shown == Turned::AndOthers { Medium::Terminal } else { Medium::Page };
    let as_is = row(tr!(locale, "variant-as-is"), String::new(), &found.differences, found.best);
    let mut rows = vec![as_is.from(from(found.turning(found.best).next().is_some()))];
    rows.extend(found.variants.iter().map(|variant| {
        row(name(locale, &variant.which), sets(locale, &variant.which), &variant.differences, variant.best)
            .from(from(variant.best != found.best))
    }));
    let mut remarks: Vec<String> = impossible(locale, found).into_iter().collect();
    if strategies.len() + 1 < found.strategies.len() {
        remarks.push(tr!(locale, "variants-fewer", number = strategies.len()));
    }
    let reference = &*found.strategies[0];
    let caption = tr!(locale, "variants-caption", reference = reference, currency = currency);
    let notes = Some(tr!(locale, "variants-head-sets"));
    let left_out = Some(tr!(locale, "variants-left-out"));
    let notes_from = if shown == Turned::AndOthers { Medium::Terminal } else { Medium::Page };
    Some(Figures { notes, notes_from, remarks, left_out, ..Figures::new(caption, columns, rows) })
}
