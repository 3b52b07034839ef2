//! Strategies by model variant.

use crate::analysis::variants::{VariantResult, Variants};
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line};
use crate::output::variant::{foremost, impossible, name, sets};

/// NPV differences of at most `most` strategies in every model variant; only in those that make another strategy than
/// `turned` best, where that is given.
pub fn variants(
    locale: &Locale,
    found: &Variants,
    turned: Option<usize>,
    most: usize,
    currency: &str,
) -> Option<Figures> {
    let is_shown = |variant: &&VariantResult| turned.is_none_or(|best| variant.best != best);
    let shown: Vec<&VariantResult> = found.variants.iter().filter(is_shown).collect();
    if found.strategies.len() < 2 || shown.is_empty() {
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
    let mut rows = vec![row(tr!(locale, "variant-as-is"), String::new(), &found.differences, found.best)];
    rows.extend(shown.iter().map(|variant| {
        row(name(locale, &variant.which), sets(locale, &variant.which), &variant.differences, variant.best)
    }));
    let mut remarks: Vec<String> = impossible(locale, found).into_iter().collect();
    if strategies.len() + 1 < found.strategies.len() {
        remarks.push(tr!(locale, "variants-fewer", number = strategies.len()));
    }
    let reference = &*found.strategies[0];
    let caption = match turned {
        Some(best) => {
            let name = &*found.strategies[best];
            tr!(locale, "variants-turned-caption", name = name, reference = reference, currency = currency)
        }
        None => tr!(locale, "variants-caption", reference = reference, currency = currency),
    };
    let notes = Some(tr!(locale, "variants-head-sets"));
    Some(Figures { notes, remarks, ..Figures::new(caption, columns, rows) })
}
