//! The one way to read a file that comes from outside: studies, networks, tables of runs, manifests, report data.
//!
//! Only a regular file is opened, since a pipe would wait and a device would never end. It is read into memory of our own
//! up to a limit, and never mapped: a mapped file that somebody cuts ends the program. A request to stop is looked for at
//! every block.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Most bytes of a study, or of another text that people write in TOML.
pub const STUDY_BYTES: u64 = 4 * 1024 * 1024;

/// Most bytes of a table of runs, or of a manifest.
pub const TABLE_BYTES: u64 = 64 * 1024 * 1024;

/// Most bytes of a network.
pub(crate) const NETWORK_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// Most bytes of the data of a report.
pub const REPORT_BYTES: u64 = 1024 * 1024 * 1024;

/// Whether a stop was requested.
#[derive(Clone, Copy, Debug)]
pub struct Stop(pub fn() -> bool);

impl Stop {
    /// No stop is ever requested.
    pub const NEVER: Stop = Stop(|| false);
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl Eq for Stop {}

/// Why a file is not read.
#[derive(Debug)]
pub enum Unread {
    /// There is none.
    Missing,
    /// It is a folder.
    Folder,
    /// It is a pipe, a device or a socket.
    Special(&'static str),
    /// It is larger than what may be read: its bytes, and the most.
    TooLarge(u64, u64),
    /// A byte that belongs to no character of UTF-8, from 0, and its line, from 1.
    NotText(usize, usize),
    /// Somebody changed it meanwhile.
    Changed,
    /// A stop was requested.
    Stopped,
    /// What the system says.
    Denied(io::Error),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Unread::Missing,
            ErrorKind::IsADirectory => Unread::Folder,
            _ => match error.downcast::<Unread>() {
                Ok(unread) => unread,
                Err(error) => Unread::Denied(error),
            },
        }
    }
}

impl From<Unread> for io::Error {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Missing => ErrorKind::NotFound.into(),
            Unread::Denied(error) => error,
            other => io::Error::other(other),
        }
    }
}

impl std::error::Error for Unread {}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::Missing => f.write_str("there is no such file"),
            Unread::Folder => f.write_str("it is a directory"),
            Unread::Special(kind) => write!(f, "it is {kind}, no regular file"),
            Unread::TooLarge(bytes, most) => write!(f, "it has {bytes} bytes, and may have {} MiB", most / 1024 / 1024),
            Unread::NotText(byte, line) => {
                write!(f, "it is not UTF-8 text: byte {byte}, in line {line}, belongs to no character")
            }
            Unread::Changed => f.write_str("it changed while it was read"),
            Unread::Stopped => f.write_str("a stop was requested"),
            Unread::Denied(error) => f.write_str(&error.to_string().to_lowercase()),
        }
    }
}

impl Unread {
    /// The way out.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Unread::Missing => Some("check the spelling of the path"),
            Unread::Folder | Unread::Special(_) => Some("name a regular file"),
            Unread::TooLarge(..) => Some("split it, or leave out what is not needed"),
            Unread::NotText(..) => Some("save it as UTF-8"),
            Unread::Changed => Some("wait until it is written, and start again"),
            Unread::Stopped | Unread::Denied(_) => None,
        }
    }
}

/// A regular file that is read from its beginning.
#[derive(Debug)]
pub struct Guarded {
    file: File,
    length: u64,
    read: u64,
    stop: Stop,
}

impl Guarded {
    /// Opens a regular file of at most `most` bytes.
    ///
    /// # Errors
    /// It is none, it is larger, or it cannot be opened.
    pub fn open(path: &Path, most: u64, stop: Stop) -> Result<Self, Unread> {
        regular(&fs::metadata(path)?, most)?;
        let file = File::open(path)?;
        // What was opened may be something else by now.
        let length = regular(&file.metadata()?, most)?;
        Ok(Guarded { file, length, read: 0, stop })
    }

    /// All of it.
    ///
    /// # Errors
    /// It changes, a stop is requested, or the system fails.
    pub fn bytes(mut self) -> Result<Vec<u8>, Unread> {
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(self.length as usize).map_err(|_| io::Error::from(ErrorKind::OutOfMemory))?;
        self.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// All of it, as text; a byte order mark stays.
    ///
    /// # Errors
    /// Those of [`bytes`](Guarded::bytes), or it is not UTF-8.
    pub(crate) fn text(self) -> Result<String, Unread> {
        String::from_utf8(self.bytes()?).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            Unread::NotText(at, line)
        })
    }
}

impl Read for Guarded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        // Large enough to be quick, small enough for a stop.
        const BLOCK: usize = 1 << 20;
        if self.stop.0() {
            return Err(Unread::Stopped.into());
        }
        let block = into.len().min(BLOCK);
        let read = self.file.read(&mut into[..block])?;
        self.read += read as u64;
        let is_end = read == 0 && block > 0;
        if self.read > self.length || (is_end && self.read < self.length) {
            return Err(Unread::Changed.into());
        }
        Ok(read)
    }
}

/// Reads a text of at most `most` bytes.
///
/// # Errors
/// Those of [`Guarded`].
pub fn read_text(path: &Path, most: u64, stop: Stop) -> Result<String, Unread> {
    Guarded::open(path, most, stop)?.text()
}

/// Its length, if it is a regular file that is not too large.
fn regular(metadata: &fs::Metadata, most: u64) -> Result<u64, Unread> {
    if metadata.is_dir() {
        return Err(Unread::Folder);
    }
    if !metadata.is_file() {
        return Err(Unread::Special(kind(metadata)));
    }
    if metadata.len() > most { Err(Unread::TooLarge(metadata.len(), most)) } else { Ok(metadata.len()) }
}

#[cfg(unix)]
fn kind(metadata: &fs::Metadata) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    let kind = metadata.file_type();
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn kind(_: &fs::Metadata) -> &'static str {
    "a device"
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::io::Read;
    use std::path::Path;

    use crate::input::guard::{Guarded, Stop, Unread, read_text};

    #[test]
    fn only_regular_files_of_a_sensible_size_are_read() {
        let home = tempfile::tempdir().unwrap();
        let read = |path: &Path| read_text(path, 1000, Stop::NEVER).map_err(|unread| unread.to_string());
        let file = home.path().join("file");
        assert_eq!(read(&file), Err("there is no such file".into()));
        assert_eq!(read(home.path()), Err("it is a directory".into()));
        fs::write(&file, "text\nof two lines").unwrap();
        assert_eq!(read(&file).as_deref(), Ok("text\nof two lines"));
        fs::write(&file, b"text\nof \xff").unwrap();
        assert!(read(&file).unwrap_err().contains("byte 8, in line 2"), "{:?}", read(&file));
        // A sparse file of 3 GB is refused by its length.
        File::create(&file).unwrap().set_len(3 << 30).unwrap();
        assert_eq!(read(&file), Err("it has 3221225472 bytes, and may have 0 MiB".into()));
        if cfg!(unix) {
            assert_eq!(read(Path::new("/dev/null")), Err("it is a device, no regular file".into()));
        }
    }

    #[test]
    fn a_file_that_changes_and_a_stop_end_the_reading() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("file");
        let open = |stop: Stop| {
            fs::write(&path, vec![b'x'; 100_000]).unwrap();
            Guarded::open(&path, 1 << 20, stop).unwrap()
        };
        let mut cut = open(Stop::NEVER);
        cut.read_exact(&mut [0; 1000]).unwrap();
        File::options().write(true).open(&path).unwrap().set_len(5000).unwrap();
        assert!(matches!(cut.bytes(), Err(Unread::Changed)));
        let grown = open(Stop::NEVER);
        File::options().write(true).open(&path).unwrap().set_len(200_000).unwrap();
        assert!(matches!(grown.bytes(), Err(Unread::Changed)));
        assert!(matches!(open(Stop(|| true)).text(), Err(Unread::Stopped)));
    }
}
