//! How much a result folder holds.

use std::str::FromStr;

/// Which tables are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keep {
    /// A row for every strategy.
    Summary,
    /// And a row for every period.
    Periods,
    /// And a row for every simulation and every draw.
    Histories,
}

impl Keep {
    /// All of them, the least first.
    pub const ALL: [Keep; 3] = [Keep::Summary, Keep::Periods, Keep::Histories];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Keep::Summary => "summary",
            Keep::Periods => "periods",
            Keep::Histories => "histories",
        }
    }
}

impl FromStr for Keep {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Keep::ALL.into_iter().find(|keep| keep.name() == text).ok_or_else(|| format!("no table level `{text}`"))
    }
}

/// What a result folder holds. No figure depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Contents {
    /// Which tables.
    pub keep: Keep,
    /// Whether there are charts.
    pub charts: bool,
}

impl Default for Contents {
    /// Everything.
    fn default() -> Self {
        Contents { keep: Keep::Histories, charts: true }
    }
}
