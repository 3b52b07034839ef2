//! The studies, presets and policies that the program carries.

/// A text under its name.
pub type Shipped = (&'static str, &'static str);

/// Studies that run by name.
pub const STUDIES: &[Shipped] = &[
    ("city-hotel", include_str!("../../scenarios/city-hotel.toml")),
    ("tarp-major", include_str!("../../scenarios/tarp-major.toml")),
    ("tarp-minor", include_str!("../../scenarios/tarp-minor.toml")),
    ("one-off-outage", include_str!("../../scenarios/one-off-outage.toml")),
    ("bad-news", include_str!("../../scenarios/bad-news.toml")),
    ("capacity-trap", include_str!("../../scenarios/capacity-trap.toml")),
    ("paradox-class", include_str!("../../scenarios/paradox-class.toml")),
];

/// Presets: evidence without a firm, taken with `extends = "preset:NAME"`.
pub const PRESETS: &[Shipped] = &[
    ("tarp-major", include_str!("../../scenarios/presets/tarp-major.toml")),
    ("tarp-minor", include_str!("../../scenarios/presets/tarp-minor.toml")),
    ("frontline-realistic", include_str!("../../scenarios/presets/frontline-realistic.toml")),
    ("rage-2015", include_str!("../../scenarios/presets/rage-2015.toml")),
    ("airline-ba", include_str!("../../scenarios/presets/airline-ba.toml")),
    ("call-centre-sqm", include_str!("../../scenarios/presets/call-centre-sqm.toml")),
    ("platform-delay", include_str!("../../scenarios/presets/platform-delay.toml")),
];

/// Policies: overlays that a strategy takes with `extends = "strategy:NAME"`.
pub const POLICIES: &[Shipped] = &[];

/// The text of that name.
pub fn find(list: &[Shipped], name: &str) -> Option<&'static str> {
    list.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
