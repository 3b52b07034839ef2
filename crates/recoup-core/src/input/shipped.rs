//! The studies, presets, cases and policies that the program carries.

use std::sync::{Arc, LazyLock};

use crate::diagnostic::Source;
use crate::input::findings::Findings;
use crate::input::read::read;
use crate::input::shape;
use crate::scenario::key::Key;

/// A text under its name.
pub type Shipped = (&'static str, &'static str);

/// The files of those names in a folder of `scenarios`: a new one is one more name.
macro_rules! files {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../scenarios/", $folder, $name, ".toml")))),*]
    };
}

/// Studies that run by name.
pub const STUDIES: &[Shipped] = files![
    "":
    "city-hotel",
    "tarp-major",
    "tarp-minor",
    "one-off-outage",
    "bad-news",
    "capacity-trap",
    "paradox-class",
    "triage-by-value",
    "complaint-styles",
];

/// Presets: evidence without a firm, taken with `extends = "preset:NAME"`.
pub const PRESETS: &[Shipped] = files![
    "presets/":
    "tarp-major",
    "tarp-minor",
    "frontline-realistic",
    "rage-2015",
    "airline-ba",
    "call-centre-sqm",
    "platform-delay",
];

/// Case studies: firms and practices, as studies that run by `case:NAME`.
pub const CASES: &[Shipped] = files![
    "cases/":
    "tarp",
    "british-airways",
    "fedex",
    "scotiabank",
    "hilton",
    "ge-answer-center",
    "mcdonalds",
    "marriott-suites",
    "peak-season",
    "club-med",
    "starbucks",
    "leeds-hotel",
    "hospital-nursing",
    "high-speed-rail",
    "hotel-standards",
    "ecommerce-desk",
    "measured-hotel",
    "preventive-recovery",
    "travel-agencies",
];

/// Recipes of the cookbook: short studies to start from, which run by `recipe:NAME`.
pub const RECIPES: &[Shipped] = files![
    "cookbook/":
    "outage",
    "voucher",
    "call-centre",
    "public-posts",
    "price-rise",
    "loyalty-club",
    "triage",
];

/// Policies: overlays that a strategy takes with `extends = "strategy:NAME"`.
pub const POLICIES: &[Shipped] = files![
    "policies/":
    "listening-posts",
    "first-line",
    "front-line-limit",
    "faces-scale",
    "fair-treatment",
    "learning-loop",
    "prevention",
];

/// The text of that name.
pub fn find(list: &[Shipped], name: &str) -> Option<&'static str> {
    list.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The numbers of a preset.
#[derive(Debug)]
pub(crate) struct PresetNumbers {
    /// Its name.
    pub name: &'static str,
    /// Its numbers by key, uncertain ones by their mean.
    pub numbers: Vec<(Key, f64)>,
}

/// The numbers of every preset, read once.
pub(crate) fn preset_numbers() -> &'static [PresetNumbers] {
    static NUMBERS: LazyLock<Vec<PresetNumbers>> = LazyLock::new(|| {
        let numbers = |&(name, text): &Shipped| {
            let source = Arc::new(Source { name: format!("preset:{name}"), text: text.to_string() });
            let tree = read(&source, shape::study(), false, &mut Findings::default());
            let leaves = tree.iter().flat_map(|tree| tree.leaves());
            PresetNumbers { name, numbers: leaves.filter_map(|(key, node)| Some((key, node.as_number()?))).collect() }
        };
        PRESETS.iter().map(numbers).collect()
    });
    &NUMBERS
}

/// The name of a case, where `name` is one: `case:NAME`.
pub fn case_name(name: &str) -> Option<&str> {
    name.strip_prefix("case:")
}

/// The name of a recipe, where `name` says that it is one: `recipe:NAME`.
pub fn recipe_name(name: &str) -> Option<&str> {
    name.strip_prefix("recipe:")
}
