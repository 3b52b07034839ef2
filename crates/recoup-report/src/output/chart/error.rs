//! What can go wrong with a chart.

/// Why a chart could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChartError {
    /// No row to draw, or none whose numbers are finite.
    #[error("nothing to show in chart `{chart}`")]
    Empty {
        /// Name of the chart.
        chart: &'static str,
    },
    /// ROI curves over different levers, which share no axis.
    #[error("chart `{chart}` needs one lever, got `{first}` and `{second}`")]
    MixedKeys {
        /// Name of the chart.
        chart: &'static str,
        /// Key of the first curve.
        first: String,
        /// A key that differs from it.
        second: String,
    },
    /// The embedded font was refused.
    #[error("the embedded chart font cannot be read")]
    Font,
    /// The SVG could not be drawn.
    #[error("chart cannot be drawn: {0}")]
    Drawing(String),
    /// The SVG could not be turned into a PNG.
    #[error("chart cannot be turned into a picture: {0}")]
    Raster(String),
}
