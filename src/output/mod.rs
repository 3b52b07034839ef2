//! Output: the result folder, its tables, charts and texts.

#[cfg(all(feature = "tables", feature = "charts"))]
pub mod asked;
pub mod caution;
#[cfg(feature = "charts")]
pub mod chart;
#[cfg(all(feature = "tables", feature = "charts"))]
pub mod charts;
pub mod contents;
#[cfg(all(feature = "tables", feature = "charts"))]
pub mod decision;
pub mod finished;
pub mod folder;
pub mod frame;
pub mod json;
pub mod label;
pub mod manifest;
#[cfg(all(feature = "tables", feature = "charts"))]
pub mod paradox;
#[cfg(feature = "report")]
pub mod report;
#[cfg(all(feature = "tables", feature = "charts"))]
pub mod sensitivity;
pub mod strategy;
#[cfg(feature = "tables")]
pub mod table;
#[cfg(feature = "tables")]
pub mod tables;
pub mod variant;
