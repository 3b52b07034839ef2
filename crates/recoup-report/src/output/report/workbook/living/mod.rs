//! The living sheets: inputs that may be changed, cash by year and the answer as formulas of them. The formulas hold references,
//! numbers and words of the catalogues, and no text of a study. What they start from is the mean cash of every period; the sheets
//! beside them and the columns "as run" stay as simulated.

mod answer;
mod inputs;
mod model;
mod periods;
mod place;
mod years;

pub(super) use crate::output::report::workbook::living::model::Living;
