//! The folder of a synthetic firm: its files as a firm would export them, and the study that is true of them.

use crate::analysis::synth::calendar::{Day, Minute};
use crate::analysis::synth::files::Files;
use crate::ask::synth::Synthetic;
use crate::error::Error;
use crate::output::folder::{Folder, Placed};
use crate::output::manifest::write_manifest;
use crate::output::table::{Chunk, Values, csv_text, parquet_bytes};
use crate::scenario::study::Study;

/// The study that is true of the files.
const TRUTH: &str = "truth.toml";
/// What stands above it.
const HEAD: &str =
    "# The study behind the files of this folder: they are synthetic, and every number of it is true of them.\n";

/// How the files are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Comma-separated text.
    Csv,
    /// Parquet.
    Parquet,
}

/// Writes the files, their truth and `result.json`.
///
/// # Errors
/// When the folder cannot be used, or a file cannot be made.
pub fn write_files(
    mut folder: Folder,
    study: &Study,
    found: &Synthetic,
    json: &str,
    format: FileFormat,
) -> Result<Placed, Error> {
    let files = &found.files;
    let ids = Ids::of(files);
    let tables = [
        ("customers", customers(files, &ids)),
        ("purchases", purchases(files, &ids)),
        ("failures", failures(files, &ids)),
        ("complaints", complaints(files, &ids)),
    ];
    for (name, chunk) in tables {
        let (name, bytes) = match format {
            FileFormat::Csv => (format!("{name}.csv"), csv_text(name, &chunk)?),
            FileFormat::Parquet => (format!("{name}.parquet"), parquet_bytes(name, &chunk)?),
        };
        folder.write(&name, &bytes)?;
    }
    folder.write(TRUTH, format!("{HEAD}{}", found.truth).as_bytes())?;
    folder.write("result.json", json.as_bytes())?;
    write_manifest(&mut folder, study)?;
    folder.finish()
}

/// Names of customers and cases, which say nothing but their number.
struct Ids {
    customers: usize,
    cases: usize,
}

impl Ids {
    /// Wide enough for all of them to have the same width.
    fn of(files: &Files) -> Self {
        let width = |number: usize| number.to_string().len().max(6);
        Ids { customers: width(files.customers.segment.len()), cases: width(files.complaints.customer.len()) }
    }

    fn customers(&self, customers: impl Iterator<Item = u32>) -> Values {
        let width = self.customers;
        Values::Text(customers.map(|customer| format!("C{:0width$}", customer + 1)).collect())
    }

    fn cases(&self, cases: usize) -> Values {
        let width = self.cases;
        Values::Text((1..=cases).map(|case| format!("K{case:0width$}")).collect())
    }
}

fn column(name: &str, values: Values) -> (String, Values) {
    (name.to_string(), values)
}

/// By row: the name of what is numbered.
fn named(numbers: &[u32], names: &[String]) -> Values {
    Values::Text(numbers.iter().map(|&number| names[number as usize].clone()).collect())
}

fn day(day: &Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn minute(minute: &Option<Minute>) -> Option<String> {
    minute.map(|minute| minute.to_string())
}

fn yes_or_no(is: bool) -> String {
    if is { "yes" } else { "no" }.to_string()
}

fn customers(files: &Files, ids: &Ids) -> Chunk {
    let customers = &files.customers;
    vec![
        column("customer", ids.customers(0..customers.segment.len() as u32)),
        column("segment", named(&customers.segment, &files.segments)),
        column("since", Values::MaybeText(customers.since.iter().map(day).collect())),
        column("left", Values::MaybeText(customers.left.iter().map(day).collect())),
    ]
}

fn purchases(files: &Files, ids: &Ids) -> Chunk {
    let purchases = &files.purchases;
    vec![
        column("customer", ids.customers(purchases.customer.iter().copied())),
        column("date", Values::Text(purchases.day.iter().map(Day::to_string).collect())),
        column("margin", Values::Number(purchases.margin.clone())),
    ]
}

fn failures(files: &Files, ids: &Ids) -> Chunk {
    let failures = &files.failures;
    vec![
        column("customer", ids.customers(failures.customer.iter().copied())),
        column("date", Values::Text(failures.day.iter().map(Day::to_string).collect())),
        column("kind", named(&failures.kind, &files.kinds)),
        column("severity", named(&failures.kind, &files.severities)),
        column("noticed", Values::Text(failures.noticed.iter().copied().map(yes_or_no).collect())),
    ]
}

fn complaints(files: &Files, ids: &Ids) -> Chunk {
    let cases = &files.complaints;
    vec![
        column("case", ids.cases(cases.customer.len())),
        column("customer", ids.customers(cases.customer.iter().copied())),
        column("opened", Values::Text(cases.opened.iter().map(Minute::to_string).collect())),
        column("first_answer", Values::MaybeText(cases.first_answer.iter().map(minute).collect())),
        column("closed", Values::MaybeText(cases.closed.iter().map(minute).collect())),
        column("resolved", Values::MaybeText(cases.resolved.iter().map(|is| is.map(yes_or_no)).collect())),
        column("contacts", Values::MaybeWhole(cases.contacts.iter().map(|n| n.map(u64::from)).collect())),
        column("minutes", Values::Maybe(cases.minutes.clone())),
        column("compensation", Values::Maybe(cases.compensation.clone())),
        column("channel", Values::Text(cases.channel.iter().map(|channel| channel.name().to_string()).collect())),
        column("kind", named(&cases.kind, &files.kinds)),
    ]
}
