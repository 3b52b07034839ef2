//! What was probably meant: near words, lists of what there is, keys that name nothing.

use crate::diagnostic::{Diagnostic, Place};
use crate::input::tree::Node;
use crate::scenario::key::Key;

/// "`a`, `b` and 3 more".
pub(crate) fn listed(items: impl Iterator<Item = String>) -> String {
    const SHOWN: usize = 6;
    let items: Vec<String> = items.collect();
    match items.as_slice() {
        [one] => one.clone(),
        all if all.len() > SHOWN => format!("{} and {} more", all[..SHOWN].join(", "), all.len() - SHOWN),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
        [] => String::new(),
    }
}

/// The candidate that was probably meant by `word`.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Longer words are not compared: they are no slip, and the comparison is quadratic.
    if word.len() > 200 {
        return None;
    }
    let distance = |candidate: &str| strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase());
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= 200)
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (word.chars().count().max(candidate.chars().count()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// "did you mean `x`?", or else all that there is.
pub(crate) fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> Option<String> {
    if let Some(candidate) = nearest(word, candidates.clone()) {
        return Some(format!("did you mean `{candidate}`?"));
    }
    let all = listed(candidates.into_iter().map(|candidate| format!("`{candidate}`")));
    if all.is_empty() { None } else { Some(format!("there is {all}")) }
}

/// The key path that `text` is, or that it is none.
pub(crate) fn key_of(text: &str, what: &str, place: Option<Place>) -> Result<Key, Diagnostic> {
    Key::parse(text).ok_or_else(|| {
        let short: String = text.chars().take(60).collect();
        Diagnostic::error("S040", format!("the key of {what}, `{short}`, is not a valid key path"))
            .with_place(place)
            .with_help("write names of elements in quotes, as in 'failure.\"room not ready\".rate'")
    })
}

/// Says that `key` is none of a study, and which was probably meant.
pub(crate) fn unknown_key(key: &Key, what: &str, place: Option<Place>, tree: Option<&Node>) -> Diagnostic {
    let mut diagnostic = Diagnostic::error("S040", format!("the key of {what}, `{key}`, names no number of the study"));
    diagnostic.place = place;
    let numbers: Vec<String> = tree
        .map(|tree| {
            tree.leaves()
                .into_iter()
                .filter(|(_, node)| node.as_number().is_some())
                .map(|(key, _)| key.to_string())
                .collect()
        })
        .unwrap_or_default();
    let text = key.to_string();
    diagnostic.help = nearest(&text, numbers.iter().map(String::as_str)).map(|near| format!("did you mean `{near}`?"));
    diagnostic
}
