//! The one public error.

use std::path::PathBuf;

use crate::ask::Unanswered;
use crate::diagnostic::Diagnostic;

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The study is refused.
    #[error("the study is refused: {} problem{}", .0.len(), if .0.len() == 1 { "" } else { "s" })]
    Refused(Vec<Diagnostic>),
    /// The command line is refused.
    #[error("{0}")]
    Usage(String),
    /// A file or folder cannot be used.
    #[error("cannot {doing} `{}`: {source}", path.display())]
    File {
        /// What was tried, such as `write`.
        doing: &'static str,
        /// Which file or folder.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// Something that is no result folder stands where results should go.
    #[error("`{}` is not replaced: {why}; move it away, or choose another folder with `--out`", path.display())]
    Foreign {
        /// What stands there.
        path: PathBuf,
        /// What shows that it is no result folder.
        why: String,
    },
    /// Results stand where others should go, and are replaced only where that is meant.
    #[error("`{}` is not replaced: {why}; `--force` replaces it, `--out` chooses another folder", path.display())]
    Occupied {
        /// Where they stand.
        path: PathBuf,
        /// What they are, or what was changed in them.
        why: String,
    },
    /// Finished results could not be moved to their place.
    #[error("the results are not in `{}`: {why}; they are whole in `{}`", path.display(), kept.display())]
    Kept {
        /// Where they should stand.
        path: PathBuf,
        /// Where they stand.
        kept: PathBuf,
        /// Why.
        why: String,
    },
    /// Finished results were on their way to their place when a step failed.
    #[error("not all results are in `{}`: {why}; the others are in `{}`, and the next start into the same folder moves them", path.display(), kept.display())]
    Between {
        /// Where they should stand.
        path: PathBuf,
        /// Where the others are.
        kept: PathBuf,
        /// Why.
        why: String,
    },
    /// A table cannot be written.
    #[error("cannot write table `{table}`: {reason}")]
    Table {
        /// Which table.
        table: String,
        /// Why not.
        reason: String,
    },
    /// A chart cannot be drawn.
    #[error("cannot draw chart `{chart}`: {reason}")]
    Chart {
        /// Which chart.
        chart: String,
        /// Why not.
        reason: String,
    },
    /// The report cannot be made.
    #[error("cannot make the {what} of the report: {reason}")]
    Report {
        /// Page or workbook.
        what: &'static str,
        /// Why not.
        reason: String,
    },
    /// Some studies of a batch were refused or failed.
    #[error("{}", if *of == 1 { "the study failed".into() } else { format!("{failed} of {of} studies failed") })]
    Failed {
        /// How many.
        failed: usize,
        /// Of how many.
        of: usize,
    },
    /// Another process writes the folder.
    #[error("another run or batch is writing `{}`: wait for it, or choose another folder with `--out`", .0.display())]
    Busy(PathBuf),
    /// Parts that cannot be joined.
    #[error("the parts cannot be joined:\n{}", .0.join("\n"))]
    Parts(Vec<String>),
    /// The program itself went wrong.
    #[error("internal error: please report this: {0}")]
    Broken(String),
    /// Somebody asked a batch to stop.
    #[error("stopped after {done} of {of} studies; the same command goes on from there")]
    Halted {
        /// Studies that are done.
        done: usize,
        /// Of how many.
        of: usize,
    },
    /// Somebody asked to stop; nothing was written.
    #[error("stopped; nothing was written")]
    Interrupted,
    /// The engines drifted from the closed forms or from each other.
    #[error("{0} of the checks failed")]
    Drift(usize),
}

impl From<Unanswered> for Error {
    fn from(unanswered: Unanswered) -> Self {
        match unanswered {
            Unanswered::Refused(diagnostics) => Error::Refused(diagnostics),
            Unanswered::Interrupted => Error::Interrupted,
        }
    }
}

impl Error {
    /// The exit code of the program: 1 failed, 2 refused, 3 drift from the oracle, 130 stopped. The page of the commands explains them.
    pub fn exit_code(&self) -> u8 {
        match self {
            Error::Refused(_) | Error::Usage(_) | Error::Parts(_) => 2,
            Error::Foreign { .. } | Error::Occupied { .. } => 2,
            Error::Drift(_) => 3,
            Error::Interrupted | Error::Halted { .. } => 130,
            _ => 1,
        }
    }

    /// The code of the error, which `docs/diagnostics.md` explains. Diagnostics have their own, and a stop or a sum of failures has none.
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Error::Usage(_) => Some("U002"),
            Error::Foreign { .. } | Error::Occupied { .. } => Some("U003"),
            Error::Busy(_) => Some("U004"),
            Error::File { .. } => Some("U005"),
            Error::Kept { .. } | Error::Between { .. } => Some("U006"),
            Error::Parts(_) => Some("U007"),
            Error::Table { .. } | Error::Chart { .. } | Error::Report { .. } => Some("U008"),
            Error::Broken(_) => Some("U009"),
            Error::Refused(_) | Error::Failed { .. } | Error::Halted { .. } | Error::Interrupted | Error::Drift(_) => {
                None
            }
        }
    }

    /// Turns an I/O error into one that says what was tried, and where.
    pub fn file(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.into();
        move |source| Error::File { doing, path, source }
    }
}
