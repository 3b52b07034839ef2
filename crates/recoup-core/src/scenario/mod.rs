//! Plain validated data: a study, checked and with every default filled in.

pub mod acquisition;
pub mod blend;
pub mod case_study;
pub(crate) mod classes;
pub mod costs;
pub mod failure;
pub mod horizon;
pub mod key;
pub mod language;
pub mod loyalty;
pub mod market;
pub mod parameters;
pub mod ramp;
pub mod recovery;
pub mod report;
pub mod study;
pub(crate) mod table;
pub mod translation;
pub mod word_of_mouth;
