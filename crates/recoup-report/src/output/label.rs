//! Keys in words.

use crate::evidence::ledger::{NAME, entry_for};
use crate::evidence::words::short_meaning;
use crate::language::{Language, Locale, tr};
use crate::scenario::key::Key;

/// The key in words: what it is called and where it stands; names that the author gave stay as they are.
pub fn label(key: &Key, locale: &Locale) -> String {
    let own: Vec<bool> = entry_for(key).map_or(Vec::new(), |entry| entry.parts().map(|part| part == NAME).collect());
    let parts = key.parts();
    let word = |i: usize| {
        let plain = parts[i].replace('_', " ");
        if own.get(i) == Some(&true) { plain } else { tr!(locale, "key-word", word = parts[i], plain = plain) }
    };
    let Some(last) = parts.len().checked_sub(1) else { return String::new() };
    let shown = |i: &usize| !["failure", "severity", "segment", "response"].contains(&parts[*i]);
    let place: Vec<String> = (0..last).filter(shown).map(word).collect();
    if place.is_empty() { word(last) } else { tr!(locale, "key-label", place = place.join(" "), name = word(last)) }
}

/// The key that `text` is, in words; or keys of one table, as `severity.minor.repurchase.{quick, silent}`.
pub fn label_of(text: &str, locale: &Locale) -> String {
    if let Some((table, keys)) = text.strip_suffix('}').and_then(|text| text.split_once(".{")) {
        let word = |key: &str| tr!(locale, "key-word", word = key, plain = key.replace('_', " "));
        let keys: Vec<String> = keys.split(", ").map(word).collect();
        return tr!(locale, "key-label-joint", table = label_of(table, locale), keys = locale.series(&keys));
    }
    Key::parse(text).map_or_else(|| text.to_owned(), |key| label(&key, locale))
}

/// The same inside a sentence, where names stand in backticks.
pub fn named(text: &str, locale: &Locale) -> String {
    format!("`{}`", label_of(text, locale))
}

/// What a key means: the first sentence of the ledger, which is English; nothing in other languages.
pub fn meaning(key: &Key, locale: &Locale) -> String {
    if locale.language != Language::English {
        return String::new();
    }
    // Keys of one part belong to a strategy itself.
    let of_strategy = || entry_for(&Key::from_parts(["strategy", NAME].into_iter().chain(key.parts())));
    entry_for(key).or_else(of_strategy).map_or("", short_meaning).to_string()
}
