//! The file of a part of a run: branches of the tree of sums, then records. Numbers are little-endian, 64 bits.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Level};
use crate::engine::records::Record;
use crate::engine::shard::{Branch, Part};
use crate::engine::simulate::Simulation;
use crate::engine::tally::{CashSums, Tally};
use crate::input::diagnostic_codes::find;
use crate::input::guard::{Guarded, Stop, TABLE_BYTES, read_text};

/// The file's name in the folder of a part.
pub const PART: &str = "part.bin";

const MAGIC: &[u8; 16] = b"recoup part   2\n";

/// The name of the file of what was said of the study when it was loaded.
pub const SAID: &str = "said.json";

/// What was said of a study, as text.
///
/// The resolved study of a part says all defaults, so that loading it again would say other things.
pub fn said_text(diagnostics: &[Diagnostic]) -> String {
    let each = diagnostics.iter().map(|diagnostic| {
        json!([diagnostic.level == Level::Warning, diagnostic.code, diagnostic.message, diagnostic.help])
    });
    format!("{:#}\n", Value::Array(each.collect()))
}

/// Reads what was said of a study.
pub fn read_said(path: &Path) -> io::Result<Vec<Diagnostic>> {
    let diagnostics: Vec<(bool, String, String, Option<String>)> =
        serde_json::from_str(&read_text(path, TABLE_BYTES, Stop::NEVER)?)?;
    let diagnostic = |(is_warning, code, message, help): (bool, String, String, Option<String>)| {
        let level = if is_warning { Level::Warning } else { Level::Note };
        Some(Diagnostic { help, ..Diagnostic::new(level, find(&code)?.code, message) })
    };
    diagnostics.into_iter().map(diagnostic).collect::<Option<_>>().ok_or_else(malformed)
}

/// Writes a part.
pub fn write_part(path: &Path, part: &Part) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    out.write_all(MAGIC)?;
    let whole = |out: &mut BufWriter<File>, n: u64| out.write_all(&n.to_le_bytes());
    for n in [part.start(), part.end(), part.branches().len() as u64] {
        whole(&mut out, n)?;
    }
    for branch in part.branches() {
        whole(&mut out, branch.start)?;
        whole(&mut out, u64::from(branch.level))?;
        for tally in branch.cases.iter().flatten().flat_map(|(simulations, expected)| [simulations, expected]) {
            let numbers = tally.numbers();
            whole(&mut out, numbers.len() as u64)?;
            numbers.iter().try_for_each(|number| out.write_all(&number.to_le_bytes()))?;
        }
        whole(&mut out, branch.swept_cash.len() as u64)?;
        for cash in &branch.swept_cash {
            whole(&mut out, cash.periods.len() as u64)?;
            cash.numbers().try_for_each(|number| out.write_all(&number.to_le_bytes()))?;
        }
    }
    for records in part.lists() {
        whole(&mut out, records.len() as u64)?;
        for record in records {
            for number in [record.contribution, record.programme, record.lost] {
                out.write_all(&number.to_le_bytes())?;
            }
        }
    }
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()
}

/// Reads a part of the run `simulation`.
pub fn read_part(path: &Path, simulation: &Simulation<'_>) -> io::Result<Part> {
    read_whole(path, simulation).map_err(|error| match error.kind() {
        // It ends before it should.
        io::ErrorKind::UnexpectedEof => malformed(),
        _ => error,
    })
}

fn read_whole(path: &Path, simulation: &Simulation<'_>) -> io::Result<Part> {
    let mut reader = Reader(BufReader::with_capacity(1 << 16, Guarded::open(path, u64::MAX, Stop::NEVER)?));
    let mut magic = [0; 16];
    reader.0.read_exact(&mut magic)?;
    if magic != *MAGIC {
        return Err(malformed());
    }
    let (start, end, branches) = (reader.whole()?, reader.whole()?, reader.whole()?);
    let mut part = simulation.empty_part(start);
    let shape: Vec<usize> = part.records().iter().map(Vec::len).collect();
    for _ in 0..branches {
        let (start, level) = (reader.whole()?, reader.whole()?);
        if start != part.end() || level > 63 {
            return Err(malformed());
        }
        let mut cases = Vec::new();
        for &strategies in &shape {
            let mut scenario = Vec::new();
            for _ in 0..strategies {
                scenario.push((reader.tally()?, reader.tally()?));
            }
            cases.push(scenario);
        }
        let swept_cash = (0..reader.whole()?).map(|_| reader.cash()).collect::<io::Result<_>>()?;
        part.graft(Branch { start, level: level as u32, cases, swept_cash });
    }
    for records in part.lists_mut() {
        for _ in 0..reader.whole()? {
            records.push(Record {
                contribution: reader.number()?,
                programme: reader.number()?,
                lost: reader.number()?,
            });
        }
    }
    let is_at_end = reader.0.read(&mut [0])? == 0;
    if part.end() == end && is_at_end { Ok(part) } else { Err(malformed()) }
}

struct Reader(BufReader<Guarded>);

impl Reader {
    fn bytes(&mut self) -> io::Result<[u8; 8]> {
        let mut bytes = [0; 8];
        self.0.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn whole(&mut self) -> io::Result<u64> {
        Ok(u64::from_le_bytes(self.bytes()?))
    }

    fn number(&mut self) -> io::Result<f64> {
        let number = f64::from_le_bytes(self.bytes()?);
        if number.is_finite() { Ok(number) } else { Err(malformed()) }
    }

    fn cash(&mut self) -> io::Result<CashSums> {
        let periods = self.whole()?;
        let mut numbers = Vec::new();
        for _ in 0..CashSums::count(periods) {
            numbers.push(self.number()?);
        }
        CashSums::from_numbers(periods as usize, &mut numbers.into_iter()).ok_or_else(malformed)
    }

    fn tally(&mut self) -> io::Result<Tally> {
        let mut numbers = Vec::new();
        for _ in 0..self.whole()? {
            numbers.push(self.number()?);
        }
        Tally::from_numbers(&mut numbers.into_iter()).ok_or_else(malformed)
    }
}

fn malformed() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "it is no part of this run by this program")
}
