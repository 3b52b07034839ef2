//! Numbers as English reads them; what speaks a study's language asks its [`Words`] instead.

use crate::language::{Language, Words};

fn english() -> &'static Words {
    Words::of(Language::English)
}

/// [`Words::count`] in English.
pub fn count(value: f64) -> String {
    english().count(value)
}

/// [`Words::fixed`] in English.
pub fn fixed(value: f64, decimals: usize) -> String {
    english().fixed(value, decimals)
}

/// [`Words::compact`] in English.
pub fn compact(value: f64) -> String {
    english().compact(value)
}

/// [`Words::signed`] in English.
pub fn signed(value: f64) -> String {
    english().signed(value)
}

/// [`Words::signed_count`] in English.
pub fn signed_count(value: f64) -> String {
    english().signed_count(value)
}

/// [`Words::share`] in English.
pub fn share(value: f64) -> String {
    english().share(value)
}

/// [`Words::share_whole`] in English.
pub fn share_whole(value: f64) -> String {
    english().share_whole(value)
}

/// A number of things, in singular or plural: `1 month`, `36 months`.
pub fn plural(number: u64, noun: &str) -> String {
    let ending = if number == 1 || noun.is_empty() { "" } else { "s" };
    format!("{} {noun}{ending}", count(number as f64))
}

/// [`Words::people`] in English.
pub fn people(value: f64) -> String {
    english().people(value)
}

/// [`Words::signed_people`] in English.
pub fn signed_people(value: f64) -> String {
    english().signed_people(value)
}

/// [`Words::with_interval`] in English.
pub fn with_interval(mean: f64, low: f64, high: f64) -> String {
    english().with_interval(mean, low, high)
}

/// [`Words::people_with_interval`] in English.
pub fn people_with_interval(mean: f64, low: f64, high: f64) -> String {
    english().people_with_interval(mean, low, high)
}
