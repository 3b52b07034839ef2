//! Output: the result folder, its tables, charts and texts.

#[cfg(all(feature = "tables", feature = "charts"))]
pub mod asked;
#[cfg(feature = "charts")]
pub mod chart;
#[cfg(all(feature = "tables", feature = "charts"))]
pub mod charts;
pub mod folder;
pub mod format;
pub mod json;
pub mod manifest;
#[cfg(feature = "tables")]
pub mod table;
#[cfg(feature = "tables")]
pub mod tables;
