//! What a report prints beside its figures: `[report]` and `[[input]]`. Nothing of it moves a number.

use serde::{Deserialize, Serialize};

use crate::scenario::key::Key;

/// What stands on the first page of a report: `[report]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportTexts {
    /// For whom it is written.
    pub client: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Its date, as written.
    pub date: Option<String>,
    /// Its status, such as draft.
    pub status: Option<String>,
}

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Portable Network Graphics.
    Png,
    /// Scalable Vector Graphics, checked to be inert.
    Svg,
}

impl Picture {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Picture::Png => "image/png",
            Picture::Svg => "image/svg+xml",
        }
    }
}

/// The picture on the first page of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its name in a result folder, by which the resolved study names it.
    pub name: &'static str,
    /// Its format.
    pub picture: Picture,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What is said of a number of the study: one `[[input]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputNote {
    /// The number.
    pub key: Key,
    /// What it is called; the words of its key where absent.
    pub label: Option<String>,
    /// Where its value comes from.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}
