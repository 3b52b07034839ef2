//! Records of simulations, in order: in memory while they are few, set aside in a file when they are many.
//!
//! A run of ten million simulations has gigabytes of records, and its quantiles need them all. They are kept in
//! blocks of a fixed length; what does not fit into the budget of a [`Store`] goes into one nameless file, which is
//! gone when the program is. Reading gives the same records either way.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::period::Life;

/// Records in a block.
const BLOCK: usize = 4096;
/// Bytes of a record in a file.
pub(super) const RECORD_BYTES: usize = 24;
/// Bytes of records that a run keeps in memory; what is beyond goes into a nameless file.
pub const RECORDS_IN_MEMORY: usize = 256 << 20;

/// What is kept of every simulation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Record {
    /// Present value of contribution, in money.
    pub contribution: f64,
    /// Present value of programme cost, in money.
    pub programme: f64,
    /// Customers lost over the horizon.
    pub lost: f64,
}

impl Record {
    /// The record of a life.
    pub fn of(life: &Life) -> Self {
        Record { contribution: life.worth.contribution(), programme: life.worth.programme(), lost: life.lost }
    }

    /// Net present value.
    pub fn npv(&self) -> f64 {
        self.contribution - self.programme
    }
}

/// Records that can be gone through again and again, in their order.
pub trait RecordSeries {
    /// How many there are.
    fn count(&self) -> usize;

    /// All of them, from the first.
    fn each(&self) -> impl Iterator<Item = Record> + '_;

    /// `n` of them; where there are fewer, the last stands for the rest: one certain record stands for all.
    fn stretched(&self, n: usize) -> impl Iterator<Item = Record> + '_ {
        let mut last = Record::default();
        let mut each = self.each();
        (0..n).map(move |_| {
            if let Some(record) = each.next() {
                last = record;
            }
            last
        })
    }
}

impl RecordSeries for [Record] {
    fn count(&self) -> usize {
        self.len()
    }

    fn each(&self) -> impl Iterator<Item = Record> + '_ {
        self.iter().copied()
    }
}

/// Where records stand that do not fit into memory. One for a run; all its records share it.
#[derive(Debug)]
pub struct Store {
    folder: Option<PathBuf>,
    inside: Mutex<Inside>,
}

#[derive(Debug)]
struct Inside {
    /// Blocks that may yet be kept in memory.
    free: usize,
    file: Option<File>,
    end: u64,
    failure: Option<io::Error>,
}

impl Store {
    /// Everything in memory.
    pub(crate) fn in_memory() -> Arc<Self> {
        Store::of(usize::MAX, None)
    }

    /// `bytes` in memory, the rest in a nameless file in `folder`.
    pub fn with_budget(bytes: usize, folder: &Path) -> Arc<Self> {
        Store::of(bytes / (BLOCK * RECORD_BYTES), Some(folder.to_path_buf()))
    }

    fn of(free: usize, folder: Option<PathBuf>) -> Arc<Self> {
        Arc::new(Store { folder, inside: Mutex::new(Inside { free, file: None, end: 0, failure: None }) })
    }

    /// The first trouble with the file, and its folder. Records read after it are worth nothing.
    pub fn failure(&self) -> Option<(PathBuf, io::Error)> {
        let folder = self.folder.clone().unwrap_or_default();
        self.lock().failure.as_ref().map(|error| (folder, copy_of(error)))
    }

    /// Whether something went wrong.
    pub fn has_failed(&self) -> bool {
        self.lock().failure.is_some()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a whole block: into memory while there is room.
    fn take(&self, block: Vec<Record>) -> Block {
        let mut inside = self.lock();
        let Some(folder) = self.folder.as_ref().filter(|_| inside.free == 0) else {
            inside.free = inside.free.saturating_sub(1);
            return Block::Held(block.into());
        };
        let mut bytes = Vec::with_capacity(block.len() * RECORD_BYTES);
        for record in &block {
            for number in [record.contribution, record.programme, record.lost] {
                bytes.extend(number.to_le_bytes());
            }
        }
        let start = inside.end;
        if let Err(error) = inside.append(folder, &bytes) {
            inside.failure.get_or_insert(error);
        }
        inside.end += bytes.len() as u64;
        Block::Aside(start)
    }

    /// Reads a block that was set aside.
    fn read(&self, start: u64) -> Vec<Record> {
        let mut bytes = vec![0; BLOCK * RECORD_BYTES];
        let mut inside = self.lock();
        let read = match &mut inside.file {
            Some(file) => file.seek(SeekFrom::Start(start)).and_then(|_| file.read_exact(&mut bytes)),
            None => Err(io::ErrorKind::NotFound.into()),
        };
        if let Err(error) = read {
            inside.failure.get_or_insert(error);
        }
        drop(inside);
        let number = |bytes: &[u8]| f64::from_le_bytes(bytes.try_into().unwrap_or_default());
        let record = |bytes: &[u8]| Record {
            contribution: number(&bytes[..8]),
            programme: number(&bytes[8..16]),
            lost: number(&bytes[16..]),
        };
        bytes.chunks_exact(RECORD_BYTES).map(record).collect()
    }
}

impl Inside {
    fn append(&mut self, folder: &Path, bytes: &[u8]) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(tempfile::tempfile_in(folder)?),
        };
        file.seek(SeekFrom::Start(self.end))?;
        file.write_all(bytes)
    }
}

fn copy_of(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| io::Error::new(error.kind(), error.to_string()), io::Error::from_raw_os_error)
}

#[derive(Clone, Debug)]
enum Block {
    Held(Arc<[Record]>),
    /// In the file of the store, from this byte on.
    Aside(u64),
}

/// Records in order, appended one by one.
#[derive(Clone, Debug, Default)]
pub struct Records {
    store: Option<Arc<Store>>,
    blocks: Vec<Block>,
    /// The last ones, less than a block.
    last: Vec<Record>,
}

impl Records {
    /// None yet; whole blocks go to `store`.
    pub(crate) fn kept_in(store: &Arc<Store>) -> Self {
        Records { store: Some(store.clone()), ..Records::default() }
    }

    /// Appends one.
    pub fn push(&mut self, record: Record) {
        self.last.push(record);
        if self.last.len() == BLOCK {
            let block = std::mem::take(&mut self.last);
            self.blocks.push(match &self.store {
                Some(store) => store.take(block),
                None => Block::Held(block.into()),
            });
        }
    }

    /// Appends all of `next`.
    pub(crate) fn append(&mut self, next: &Records) {
        next.each().for_each(|record| self.push(record));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.blocks.len() * BLOCK + self.last.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them, from the first.
    pub fn iter(&self) -> Iter<'_> {
        self.iter_from(0)
    }

    /// All from number `start` on.
    pub fn iter_from(&self, start: usize) -> Iter<'_> {
        let mut iter = Iter { records: self, next: start / BLOCK, block: Reading::None, at: 0 };
        iter.open();
        iter.at = start % BLOCK;
        iter
    }

    /// The records in memory, all of them.
    pub fn to_vec(&self) -> Vec<Record> {
        self.iter().collect()
    }

    fn block(&self, number: usize) -> Reading<'_> {
        match (self.blocks.get(number), &self.store) {
            (Some(Block::Held(block)), _) => Reading::Held(block),
            (Some(Block::Aside(start)), Some(store)) => Reading::Read(store.read(*start)),
            _ if number == self.blocks.len() => Reading::Held(&self.last),
            _ => Reading::None,
        }
    }
}

impl RecordSeries for Records {
    fn count(&self) -> usize {
        self.len()
    }

    fn each(&self) -> impl Iterator<Item = Record> + '_ {
        self.iter()
    }
}

impl PartialEq for Records {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl FromIterator<Record> for Records {
    fn from_iter<I: IntoIterator<Item = Record>>(records: I) -> Self {
        let mut all = Records::default();
        records.into_iter().for_each(|record| all.push(record));
        all
    }
}

impl<'a> IntoIterator for &'a Records {
    type Item = Record;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// Goes through records in their order.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    records: &'a Records,
    /// The block after the one at hand.
    next: usize,
    block: Reading<'a>,
    at: usize,
}

#[derive(Clone, Debug)]
enum Reading<'a> {
    None,
    Held(&'a [Record]),
    Read(Vec<Record>),
}

impl Iter<'_> {
    fn open(&mut self) {
        self.block = self.records.block(self.next);
        self.next += 1;
        self.at = 0;
    }
}

impl Iterator for Iter<'_> {
    type Item = Record;

    #[inline]
    fn next(&mut self) -> Option<Record> {
        loop {
            let block: &[Record] = match &self.block {
                Reading::None => return None,
                Reading::Held(block) => block,
                Reading::Read(block) => block,
            };
            if let Some(&record) = block.get(self.at) {
                self.at += 1;
                return Some(record);
            }
            self.open();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::records::Record;
    use crate::engine::records::{BLOCK, RecordSeries, Records, Store};

    fn record(i: usize) -> Record {
        Record { contribution: i as f64, programme: -0.5 * i as f64, lost: 0.0 - i as f64 }
    }

    #[test]
    fn what_is_set_aside_comes_back_as_it_was() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::with_budget(2 * BLOCK * 24, home.path());
        let n = 5 * BLOCK + 17;
        let (mut one, mut other) = (Records::kept_in(&store), Records::kept_in(&store));
        for i in 0..n {
            one.push(record(i));
            other.push(record(2 * i));
        }
        let plain: Records = (0..n).map(record).collect();
        assert!(one == plain && one.len() == n && !one.is_empty());
        assert!(other.iter().eq((0..n).map(|i| record(2 * i))));
        for start in [0, 1, BLOCK - 1, BLOCK, 3 * BLOCK + 5, n - 1, n] {
            assert!(one.iter_from(start).eq((start..n).map(record)), "{start}");
        }
        assert!(store.failure().is_none());
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "the file has no name");
    }

    #[test]
    fn a_failure_is_remembered_not_hidden() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::with_budget(0, &home.path().join("gone"));
        let mut records = Records::kept_in(&store);
        (0..BLOCK).for_each(|i| records.push(record(i)));
        assert!(store.has_failed() && store.failure().unwrap().0.ends_with("gone"));
        assert_eq!(records.iter().count(), BLOCK);
    }

    #[test]
    fn one_record_stands_for_all() {
        let one: Records = std::iter::once(record(3)).collect();
        assert_eq!(one.stretched(4).collect::<Vec<_>>(), vec![record(3); 4]);
        assert_eq!([record(1), record(2)].as_slice().stretched(3).last(), Some(record(2)));
    }
}
