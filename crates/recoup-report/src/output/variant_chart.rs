//! The chart of model variants: its name and its rows.

use crate::analysis::variants::Variants;
use crate::output::table::{Chunk, Values};

/// The chart of model variants.
pub const VARIANTS_CHART: &str = "11-variants";

/// The rows of the chart of model variants: the base model, then the variants, strategy by strategy.
pub fn variant_rows(found: &Variants) -> Chunk {
    let as_is = ("base model", &found.differences, found.best);
    let variants = found.variants.iter().map(|v| (v.which.name(), &v.differences, v.best));
    let models: Vec<_> = std::iter::once(as_is).chain(variants).collect();
    let each =
        || models.iter().flat_map(|model| found.strategies.iter().enumerate().map(move |(s, name)| (model, s, name)));
    vec![
        ("variant".to_string(), Values::Text(each().map(|(model, ..)| model.0.to_string()).collect())),
        ("strategy".to_string(), Values::Text(each().map(|(.., name)| name.to_string()).collect())),
        ("npv_difference".to_string(), Values::Number(each().map(|(model, s, _)| model.1[s]).collect())),
        ("is_best".to_string(), Values::Whole(each().map(|(model, s, _)| u64::from(model.2 == s)).collect())),
    ]
}
