//! Reads a firm's files as people have them.
//!
//! [`firm::read_log`] reads customers, purchases, failures and complaints into the [`recoup_fit::log::Log`] of the estimators;
//! [`answers::read_kano`] and [`answers::read_servqual`] read surveys. Files are CSV (encoding and delimiter are recognised), XLSX or
//! Parquet. Columns are found by headings in English, Chinese and Spanish, or by a [`map`]. Every file is read twice: first to
//! settle how each column writes dates and numbers, then into columns of numbers. Memory holds these columns and the identities
//! of customers and cases, but no file; XLSX and Parquet files are in memory in their packed form.
//!
//! What is wrong with rows is counted and reported by row, in [`file::FileReport`]. No message and no report contains the identity of a
//! customer, a case or a respondent.

pub mod answers;
pub mod date;
mod delimited;
pub mod encoding;
pub mod file;
pub mod firm;
pub mod map;
pub mod panic;
pub mod parquet;
pub mod problem;
mod sheet;
pub mod source;
mod tables;
pub mod value;

#[cfg(test)]
mod tests;
