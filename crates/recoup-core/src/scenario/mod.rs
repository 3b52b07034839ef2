//! Plain validated data: what a study says, checked and with every default filled in.

pub mod blend;
pub mod case_study;
pub mod classes;
pub mod key;
pub mod language;
pub mod parameters;
pub mod ramp;
pub mod study;
