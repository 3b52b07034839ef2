//! The ledger: one entry for every key, read once from the embedded table `ledger.toml`.
//!
//! It is the only place that holds key names, defaults, domains, choices and ranges. The loader
//! reads studies by it, and `explain`, the key reference and the schema are printed from it.

use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::scenario::key::Key;

/// What is written under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// Free text.
    Text,
    /// One of [`Entry::choices`].
    Choice,
    /// `true` or `false`.
    Flag,
    /// A list of texts.
    List,
    /// A text, or a list of texts.
    Texts,
}

/// The values that a number may take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Domain {
    /// 0 to 1.
    Probability,
    /// Above 0, up to 1.
    PositiveProbability,
    /// Above 0.
    Positive,
    /// 0 or above.
    NonNegative,
    /// Any finite number.
    #[default]
    Real,
}

/// How well a number is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Read in a primary source.
    Verified,
    /// Read in a text that quotes it.
    Secondary,
    /// From memory, unchecked.
    Recalled,
    /// Arithmetic on such numbers.
    Derived,
    /// It is not published.
    Assumption,
    /// The user's own.
    Input,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Status::Verified => "verified",
            Status::Secondary => "secondary",
            Status::Recalled => "recalled",
            Status::Derived => "derived",
            Status::Assumption => "assumption",
            Status::Input => "input",
        })
    }
}

/// One key of a study.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its path; `<name>` stands for the name of a segment, failure, severity, response, strategy and so on.
    pub path: String,
    /// What is written there.
    pub kind: Kind,
    /// The values a number may take.
    #[serde(default)]
    pub domain: Domain,
    /// Least value, where the domain does not give it.
    pub min: Option<f64>,
    /// Greatest value, where the domain does not give it.
    pub max: Option<f64>,
    /// The default; a key without one is required unless it is `optional`.
    pub default: Option<toml::Value>,
    /// The words of a choice.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Whether the key may be absent without a default.
    #[serde(default)]
    pub optional: bool,
    /// Whether the number may not be uncertain.
    #[serde(default)]
    pub certain: bool,
    /// The last part of the key that may stand in its place: one of the two is written, never both.
    pub instead: Option<String>,
    /// Whether a segment may carry it in tables of its own.
    #[serde(default)]
    pub by_segment: bool,
    /// Its unit.
    #[serde(default)]
    pub unit: String,
    /// What it means.
    pub meaning: String,
    /// The range that was published for a number, or that is plausible.
    pub range: Option<[f64; 2]>,
    /// Whether the range, or one of its ends, is an unpublished judgement.
    #[serde(default)]
    pub plausible: bool,
    /// Where the number comes from.
    #[serde(default)]
    pub source: String,
    /// The year of the source.
    pub year: Option<i64>,
    /// How well the number is known.
    pub status: Status,
    /// Cautions and disputes.
    #[serde(default)]
    pub note: String,
}

impl Entry {
    /// The parts of the path.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.path.split('.')
    }

    /// The last part of the path.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or(&self.path)
    }

    /// The source with its year, which most sources contain themselves.
    pub fn citation(&self) -> String {
        match self.year.filter(|year| !self.source.contains(&year.to_string())) {
            Some(year) => format!("{} ({year})", self.source),
            None => self.source.clone(),
        }
    }

    /// The least and the greatest value the number may take, both allowed.
    pub fn bounds(&self) -> (f64, f64) {
        let (least, greatest) = match self.domain {
            Domain::Probability => (0.0, 1.0),
            Domain::PositiveProbability => (LEAST_POSITIVE, 1.0),
            Domain::Positive => (LEAST_POSITIVE, GREATEST),
            Domain::NonNegative => (0.0, GREATEST),
            Domain::Real => (-GREATEST, GREATEST),
        };
        (self.min.map_or(least, |min| min.max(least)), self.max.map_or(greatest, |max| max.min(greatest)))
    }

    /// Whether the number is a probability or a share.
    pub fn is_probability(&self) -> bool {
        matches!(self.domain, Domain::Probability | Domain::PositiveProbability)
    }

    /// Whether the number counts something: only whole numbers make sense.
    pub(crate) fn is_count(&self) -> bool {
        self.kind == Kind::Whole || matches!(self.unit.as_str(), "customers" | "people")
    }

    /// Whether the number is an amount of money.
    pub fn is_money(&self) -> bool {
        self.unit.starts_with("currency")
    }

    /// Whether the key must be written.
    pub(crate) fn is_required(&self) -> bool {
        self.default.is_none() && !self.optional
    }

    /// The same number for the customers of one segment alone.
    fn of_a_segment(&self) -> Entry {
        Entry {
            path: format!("segment.{NAME}.{}", self.path),
            default: None,
            optional: true,
            by_segment: false,
            meaning: format!("For the customers of this segment, in place of {}. {}", self.path, self.meaning),
            ..self.clone()
        }
    }

    /// The path of the number that this one of a segment stands in place of.
    pub(crate) fn in_place_of(&self) -> Option<&str> {
        let path = self.path.strip_prefix("segment.")?.strip_prefix(NAME)?.strip_prefix('.')?;
        entries().iter().any(|entry| entry.by_segment && entry.path == path).then_some(path)
    }

    /// Whether `parts` is a key of this entry.
    fn is_for(&self, parts: &[String]) -> bool {
        self.parts().count() == parts.len()
            && self.parts().zip(parts).all(|(pattern, part)| pattern == NAME || pattern == part)
    }
}

/// The part of a path that stands for any name.
pub const NAME: &str = "<name>";

/// No number of a study is greater, so that no sum or product of the model overflows.
pub(crate) const GREATEST: f64 = 1e15;

/// Positive numbers below are as good as 0.
pub(crate) const LEAST_POSITIVE: f64 = 1e-12;

/// The rows of `ledger.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ledger {
    key: Vec<Entry>,
}

static LEDGER: LazyLock<Ledger> = LazyLock::new(|| {
    let mut ledger: Ledger =
        toml::from_str(include_str!("ledger.toml")).expect("the embedded ledger is well formed (tested)");
    let of_segments: Vec<Entry> = ledger.key.iter().filter(|entry| entry.by_segment).map(Entry::of_a_segment).collect();
    let last_of_segments = ledger.key.iter().rposition(|entry| entry.path.starts_with("segment."));
    let at = last_of_segments.map_or(0, |last| last + 1);
    ledger.key.splice(at..at, of_segments);
    ledger
});

/// Every entry, in the order of the key reference.
pub fn entries() -> &'static [Entry] {
    &LEDGER.key
}

/// The entry of `key`; names of segments, failures and so on match `<name>`.
pub fn entry_for(key: &Key) -> Option<&'static Entry> {
    entries().iter().find(|entry| entry.is_for(&key.0))
}
