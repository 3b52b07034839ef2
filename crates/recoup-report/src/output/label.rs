//! Keys in words.

use crate::analysis::view::RoiCurve;
use crate::evidence::ledger::{NAME, entry_for};
use crate::language::{Words, say};
use crate::scenario::key::Key;

/// The key in words: what it is called and where it stands; names that the author gave stay as they are.
pub fn label(key: &Key, words: &Words) -> String {
    let own: Vec<bool> = entry_for(key).map_or(Vec::new(), |entry| entry.parts().map(|part| part == NAME).collect());
    let parts = key.parts();
    let said = |i: usize| {
        let plain = parts[i].replace('_', " ");
        if own.get(i) == Some(&true) { plain } else { say!(words, "key-word", word = parts[i], plain = plain) }
    };
    let Some(last) = parts.len().checked_sub(1) else { return String::new() };
    let shown = |i: &usize| !["failure", "severity", "segment", "response"].contains(&parts[*i]);
    let place: Vec<String> = (0..last).filter(shown).map(said).collect();
    if place.is_empty() { said(last) } else { say!(words, "key-label", place = place.join(" "), name = said(last)) }
}

/// The key that `text` is, in words.
pub fn label_of(text: &str, words: &Words) -> String {
    Key::parse(text).map_or_else(|| text.to_owned(), |key| label(&key, words))
}

/// What a curve moves, in words.
pub fn lever_words(curve: &RoiCurve, words: &Words) -> String {
    curve.key_label.clone().unwrap_or_else(|| label_of(&curve.key, words))
}
