//! The type of a table: typed cells, columns that say from which medium on they are shown.

use crate::analysis::view::LeverUnit;
use crate::language::{Locale, tr};
use crate::output::level::{level, short_level};
use crate::stats::band::Band;

/// Where a table is shown; each medium has room for what those before it show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Medium {
    /// What a command prints.
    Terminal,
    /// The page of the report.
    Page,
    /// The workbook of the report.
    Workbook,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Words,
    /// Long words, wrapped; names in them stand in backticks.
    Prose,
    /// A key of the study.
    Key,
    /// Money or customers, in whole units.
    Amount,
    /// A part of a whole.
    Share,
    /// Any other number.
    Number,
}

impl Kind {
    /// Of levels in that unit.
    pub fn of_levels(unit: LeverUnit) -> Kind {
        match unit {
            LeverUnit::Share => Kind::Share,
            LeverUnit::Money => Kind::Amount,
            LeverUnit::Number => Kind::Number,
        }
    }

    /// Whether it is words and not numbers.
    pub fn is_words(self) -> bool {
        matches!(self, Kind::Words | Kind::Prose | Kind::Key)
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether its head is a name of the study, which stays as it is.
    pub is_name: bool,
    /// Whether it is the interval of the column before it.
    pub is_interval: bool,
    /// Whether the page sets it below the column before it, which saves room.
    pub is_below: bool,
    /// What the ends of an interval are called where each has a column of its own, in the workbook.
    pub ends: Option<Box<[String; 2]>>,
    /// The first medium that has room for it.
    pub from: Medium,
    /// Whether a narrow terminal may leave it out: those with a low number go first.
    pub spare: Option<u8>,
}

impl Column {
    /// A column that every medium shows.
    pub fn new(head: String, kind: Kind) -> Self {
        Column {
            head,
            kind,
            is_name: false,
            is_interval: false,
            is_below: false,
            ends: None,
            from: Medium::Terminal,
            spare: None,
        }
    }

    /// A column whose head is a name of the study.
    pub fn of_name(name: &str, kind: Kind) -> Self {
        Column { is_name: true, ..Column::new(name.to_string(), kind) }
    }

    /// The 90 % interval of the column before it.
    pub fn interval(locale: &Locale, kind: Kind) -> Self {
        Column { is_interval: true, ..Column::new(tr!(locale, "head-interval"), kind) }
    }

    /// The same, shown from a medium on.
    pub fn from(self, from: Medium) -> Self {
        Column { from, ..self }
    }

    /// The same, left out of a narrow terminal: columns with a low number go first.
    pub fn spare(self, order: u8) -> Self {
        Column { spare: Some(order), ..self }
    }

    /// The same, below the column before it on the page.
    pub fn below(self) -> Self {
        Column { is_below: true, ..self }
    }

    /// The same, of intervals whose ends are called so.
    pub fn with_ends(self, ends: [String; 2]) -> Self {
        Column { ends: Some(Box::new(ends)), ..self }
    }

    /// Whether the workbook has a column for either end of its intervals.
    pub(crate) fn is_two(&self) -> bool {
        self.is_interval || self.ends.is_some()
    }

    /// Its head as page and workbook write it.
    pub fn title(&self) -> String {
        if self.is_name { self.head.clone() } else { capital(&self.head) }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Words; in a column of numbers, why there is none.
    Text(String),
    /// Words of the catalogues with a small letter first, which page and workbook make a capital.
    Term(String),
    /// A key of the study, which the page also gives in words.
    Key(String),
    /// Money or customers, in whole units.
    Amount(f64),
    /// A difference in whole units, with its sign.
    Signed(f64),
    /// Money in two or three digits.
    Short(f64),
    /// A difference in two or three digits, with its sign.
    SignedShort(f64),
    /// A part of a whole.
    Share(f64),
    /// A probability, in whole per cent.
    Chance(f64),
    /// A standard deviation, and its share of the variance where that is known.
    Deviation(f64, Option<f64>),
    /// Any other number, with so many decimals.
    Number(f64, usize),
    /// A level of a number of the study.
    Level(f64, LeverUnit),
    /// A number as words of its own tell it.
    Worded(f64, String),
    /// The ends of an interval.
    Interval(Box<[Figure; 2]>),
    /// Nothing to say.
    Nothing,
}

impl Figure {
    /// The 90 % interval of a band.
    pub fn interval(band: &Band, end: fn(f64) -> Figure) -> Figure {
        Figure::Interval(Box::new([end(band.p05), end(band.p95)]))
    }

    /// As people read it.
    pub fn text(&self, locale: &Locale) -> String {
        match self {
            Figure::Text(text) | Figure::Term(text) | Figure::Key(text) | Figure::Worded(_, text) => text.clone(),
            Figure::Amount(amount) => locale.count(*amount),
            Figure::Signed(amount) => locale.signed_count(*amount),
            Figure::Short(amount) => locale.compact(*amount),
            Figure::SignedShort(amount) => locale.signed(*amount),
            Figure::Share(share) => locale.share(*share),
            Figure::Chance(share) => locale.share_whole(*share),
            Figure::Deviation(sd, None) => format!("± {}", locale.count(*sd)),
            Figure::Deviation(sd, Some(share)) => {
                format!("± {} ({})", locale.count(*sd), locale.share_whole(*share))
            }
            Figure::Number(number, decimals) => locale.fixed(*number, *decimals),
            Figure::Level(value, unit) => level(locale, *value, *unit),
            Figure::Interval(ends) => tr!(locale, "range", low = ends[0].text(locale), high = ends[1].text(locale)),
            Figure::Nothing => "–".to_string(),
        }
    }

    /// The same in two or three digits, where it is shorter so.
    pub fn short(&self, locale: &Locale) -> Option<String> {
        match self {
            Figure::Amount(amount) => Some(locale.compact(*amount)),
            Figure::Signed(amount) => Some(locale.signed(*amount)),
            Figure::Deviation(sd, share) => {
                let share = share.map_or(String::new(), |share| format!(" ({})", locale.share_whole(share)));
                Some(format!("± {}{share}", locale.compact(*sd)))
            }
            Figure::Level(value, unit) => Some(short_level(locale, *value, *unit)),
            Figure::Interval(ends) => {
                let end = |figure: &Figure| figure.short(locale).unwrap_or_else(|| figure.text(locale));
                Some(tr!(locale, "range", low = end(&ends[0]), high = end(&ends[1])))
            }
            _ => None,
        }
    }

    /// Its number, where it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Figure::Amount(number)
            | Figure::Signed(number)
            | Figure::Short(number)
            | Figure::SignedShort(number)
            | Figure::Share(number)
            | Figure::Chance(number)
            | Figure::Deviation(number, _)
            | Figure::Number(number, _)
            | Figure::Level(number, _)
            | Figure::Worded(number, _) => Some(*number),
            Figure::Text(_) | Figure::Term(_) | Figure::Key(_) | Figure::Interval(_) | Figure::Nothing => None,
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its cells.
    pub cells: Vec<Figure>,
    /// What is said of its first cell, where there is room.
    pub note: String,
    /// What the author of the study calls its first cell, a key; empty where nothing is said.
    pub label: String,
    /// Whether it stands out.
    pub is_marked: bool,
    /// Whether it is the sum of the rows above it.
    pub is_sum: bool,
    /// The first medium that has room for it.
    pub from: Medium,
}

impl Line {
    /// A row without note and mark.
    pub fn new(cells: Vec<Figure>) -> Self {
        Line {
            cells,
            note: String::new(),
            label: String::new(),
            is_marked: false,
            is_sum: false,
            from: Medium::Terminal,
        }
    }

    /// The same, shown from a medium on.
    pub fn from(self, from: Medium) -> Self {
        Line { from, ..self }
    }

    /// A row that begins with a name of the study.
    pub fn of(name: &str, cells: impl IntoIterator<Item = Figure>) -> Self {
        Line::new([Figure::Text(name.to_string())].into_iter().chain(cells).collect())
    }

    /// A row that begins with a key of the study.
    pub fn of_key(key: &str, cells: impl IntoIterator<Item = Figure>) -> Self {
        Line::new([Figure::Key(key.to_string())].into_iter().chain(cells).collect())
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// What it shows; nothing where the text around it says so.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// What the notes of its rows are, where they have a column of their own in the workbook.
    pub notes: Option<String>,
    /// The first medium that has room for the notes of its rows.
    pub notes_from: Medium,
    /// Its rows.
    pub rows: Vec<Line>,
    /// What is said below it.
    pub remarks: Vec<String>,
    /// What is said below it where a medium has no room for all rows.
    pub left_out: Option<String>,
}

impl Figures {
    /// A table of rows.
    pub fn new(caption: String, columns: Vec<Column>, rows: Vec<Line>) -> Self {
        Figures {
            caption,
            columns,
            notes: None,
            notes_from: Medium::Terminal,
            rows,
            remarks: Vec::new(),
            left_out: None,
        }
    }

    /// The same with the columns and rows that a medium has room for.
    pub fn on(mut self, medium: Medium) -> Self {
        let all = self.rows.len();
        self.rows.retain(|line| line.from <= medium);
        let left_out = self.left_out.take().filter(|_| self.rows.len() < all);
        self.remarks.extend(left_out);
        if self.notes_from > medium {
            self.rows.iter_mut().for_each(|line| line.note.clear());
        }
        let is_shown: Vec<bool> = self.columns.iter().map(|column| column.from <= medium).collect();
        for line in &mut self.rows {
            let cells = std::mem::take(&mut line.cells).into_iter().zip(&is_shown);
            line.cells = cells.filter(|(_, is_shown)| **is_shown).map(|(cell, _)| cell).collect();
        }
        self.columns.retain(|column| column.from <= medium);
        self
    }
}

/// Words with a capital first.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The head of a column of strategies.
pub fn strategy(locale: &Locale) -> Column {
    Column::new(tr!(locale, "head-strategy"), Kind::Words)
}
