//! Output: the result folder, its tables, charts and texts.

pub mod answer;
pub mod answer_folder;
pub mod batch_page;
pub mod caution;
pub mod chart;
pub mod chart_file;
pub mod charts;
pub mod contents;
pub mod decision;
pub mod figures;
pub mod finished;
pub mod folder;
pub mod frame;
pub mod label;
pub mod level;
pub mod manifest;
pub mod paradox;
pub mod parquet;
pub mod report;
pub mod sensitivity;
pub mod strategy;
pub mod table;
pub mod tables;
pub mod variant;
pub mod variant_chart;
