//! Dates: civil days, the formats in which people write them, and which format a column has.
//!
//! Days are counted from 1 January 1970. Conversion: Hinnant, "chrono-compatible low-level date algorithms"
//! (<https://howardhinnant.github.io/date_algorithms.html>).

use std::fmt;

use recoup_fit::log::Day;
use serde::{Serialize, Serializer};

use crate::problem::Rows;

/// Days on which something happens to a firm: of the years 1900 to 2199.
pub(crate) const DAYS: std::ops::Range<Day> = -25_567..84_006;

/// The first day that means "never": systems write the year 9999 for it.
pub(crate) const NEVER: Day = 2_932_532;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year.
    pub year: i32,
    /// Month, from 1.
    pub month: u32,
    /// Day of the month, from 1.
    pub day: u32,
}

impl Date {
    /// The date with these numbers, if there is one in the years 1 to 9999.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u32::from(is_leap),
            _ => 31,
        };
        ((1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day)).then_some(Date {
            year,
            month,
            day,
        })
    }

    /// Days from 1 January 1970.
    pub fn days(self) -> Day {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (self.month as i32 + 9) % 12;
        let of_year = (153 * month + 2) / 5 + self.day as i32 - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The date so many days from 1 January 1970.
    pub fn from_days(days: Day) -> Date {
        let days = i64::from(days) + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        Date { year: year as i32, month: month as u32, day: day as u32 }
    }

    /// The date written as `2025-12-31`.
    pub fn parse(text: &str) -> Option<Date> {
        let written = Written::parse(text).filter(|written| written.minute.is_none())?;
        written.date(DateFormat::Iso)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How a column writes dates. A time of day may follow each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFormat {
    /// `2025-12-31`.
    Iso,
    /// `2025/12/31`.
    YearSlash,
    /// `2025.12.31`.
    YearDot,
    /// `2025年12月31日`.
    Han,
    /// `20251231`.
    Compact,
    /// `31/12/2025`.
    DaySlash,
    /// `31.12.2025`.
    DayDot,
    /// `31-12-2025`.
    DayDash,
    /// `12/31/2025`.
    MonthSlash,
    /// `12-31-2025`.
    MonthDash,
}

impl DateFormat {
    /// All of them.
    pub const ALL: [DateFormat; 10] = [
        DateFormat::Iso,
        DateFormat::YearSlash,
        DateFormat::YearDot,
        DateFormat::Han,
        DateFormat::Compact,
        DateFormat::DaySlash,
        DateFormat::DayDot,
        DateFormat::DayDash,
        DateFormat::MonthSlash,
        DateFormat::MonthDash,
    ];

    /// The format as `date_format` of a map states it, in the letters of strftime.
    pub fn pattern(self) -> &'static str {
        match self {
            DateFormat::Iso => "%Y-%m-%d",
            DateFormat::YearSlash => "%Y/%m/%d",
            DateFormat::YearDot => "%Y.%m.%d",
            DateFormat::Han => "%Y年%m月%d日",
            DateFormat::Compact => "%Y%m%d",
            DateFormat::DaySlash => "%d/%m/%Y",
            DateFormat::DayDot => "%d.%m.%Y",
            DateFormat::DayDash => "%d-%m-%Y",
            DateFormat::MonthSlash => "%m/%d/%Y",
            DateFormat::MonthDash => "%m-%d-%Y",
        }
    }

    /// The format of that pattern. A pattern of the time may follow and is not needed; `%y` is `%Y`.
    pub fn from_pattern(pattern: &str) -> Option<DateFormat> {
        let date = pattern.trim().split([' ', 'T']).next()?.replace("%y", "%Y").replace("%e", "%d");
        DateFormat::ALL.into_iter().find(|format| format.pattern() == date)
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

impl Serialize for DateFormat {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.pattern())
    }
}

/// A date as it is written: three numbers and the formats that they may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written {
    parts: [u32; 3],
    /// Bits by format.
    formats: u16,
    /// Minute of the day, if a time is given.
    pub(crate) minute: Option<u16>,
}

/// The digits at the beginning of `bytes`, at most 8: their number and their count.
fn digits(bytes: &[u8]) -> (u32, usize) {
    let (mut number, mut count) = (0, 0);
    while count < 8 && count < bytes.len() && bytes[count].is_ascii_digit() {
        number = number * 10 + u32::from(bytes[count] - b'0');
        count += 1;
    }
    (number, count)
}

impl Written {
    /// Reads a date and perhaps a time; `None` if it is none in any format.
    pub(crate) fn parse(text: &str) -> Option<Written> {
        let bytes = text.trim().as_bytes();
        let (first, length) = digits(bytes);
        if length == 8 {
            let parts = [first / 10_000, first / 100 % 100, first % 100];
            return Written::of(parts, DateFormat::Compact.bit(), &bytes[8..]);
        }
        let rest = &bytes[length..];
        let marks: (&[u8], &[u8]) = match rest {
            [b'-', ..] => (b"-", b"-"),
            [b'/', ..] => (b"/", b"/"),
            [b'.', ..] => (b".", b"."),
            _ => ("年".as_bytes(), "月".as_bytes()),
        };
        let rest = rest.strip_prefix(marks.0)?;
        let (second, width) = digits(rest);
        let rest = rest[width..].strip_prefix(marks.1)?;
        let (third, last) = digits(rest);
        let mut rest = &rest[last..];
        if !(1..=2).contains(&width) {
            return None;
        }
        let formats = match (length, last, marks.0) {
            (4, 1..=2, b"-") => DateFormat::Iso.bit(),
            (4, 1..=2, b"/") => DateFormat::YearSlash.bit(),
            (4, 1..=2, b".") => DateFormat::YearDot.bit(),
            (4, 1..=2, _) => {
                rest =
                    rest.strip_prefix("日".as_bytes()).or_else(|| rest.strip_prefix("号".as_bytes())).unwrap_or(rest);
                DateFormat::Han.bit()
            }
            (1..=2, 2 | 4, b"-") => DateFormat::DayDash.bit() | DateFormat::MonthDash.bit(),
            (1..=2, 2 | 4, b"/") => DateFormat::DaySlash.bit() | DateFormat::MonthSlash.bit(),
            (1..=2, 2 | 4, b".") => DateFormat::DayDot.bit(),
            _ => return None,
        };
        let third = if length <= 2 && last == 2 { third + if third < 70 { 2000 } else { 1900 } } else { third };
        Written::of([first, second, third], formats, rest)
    }

    /// Keeps of `formats` those with a possible month and day.
    fn of(parts: [u32; 3], formats: u16, rest: &[u8]) -> Option<Written> {
        let mut written = Written { parts, formats, minute: None };
        for format in DateFormat::ALL {
            let [_, month, day] = written.ordered(format);
            if !((1..=12).contains(&month) && (1..=31).contains(&day)) {
                written.formats &= !format.bit();
            }
        }
        written.minute = time(rest)?;
        (written.formats != 0).then_some(written)
    }

    /// Year, month, day.
    fn ordered(&self, format: DateFormat) -> [u32; 3] {
        use DateFormat::{DayDash, DayDot, DaySlash, MonthDash, MonthSlash};
        let [a, b, c] = self.parts;
        match format {
            DaySlash | DayDot | DayDash => [c, b, a],
            MonthSlash | MonthDash => [c, a, b],
            _ => [a, b, c],
        }
    }

    /// The date, if it has that format and exists.
    pub(crate) fn date(&self, format: DateFormat) -> Option<Date> {
        if self.formats & format.bit() == 0 {
            return None;
        }
        let [year, month, day] = self.ordered(format);
        Date::new(year as i32, month, day)
    }
}

/// The minute of the day that `rest` gives after a date: `Some(None)` if nothing, `None` if it is no time. An offset from UTC is
/// not applied: times are those of the clock on the wall.
fn time(rest: &[u8]) -> Option<Option<u16>> {
    let rest = rest.strip_prefix(b"T").or_else(|| rest.strip_prefix(b",")).unwrap_or(rest).trim_ascii();
    if rest.is_empty() {
        return Some(None);
    }
    let (mut hour, width) = digits(rest);
    let rest = rest[width..].strip_prefix(b":")?;
    let (minute, two) = digits(rest);
    let mut rest = &rest[two..];
    if let Some(seconds) = rest.strip_prefix(b":") {
        let (second, two) = digits(seconds);
        if second > 60 || two != 2 {
            return None;
        }
        rest = &seconds[two..];
        if let Some(fraction) = rest.strip_prefix(b".") {
            rest = &fraction[fraction.iter().take_while(|byte| byte.is_ascii_digit()).count()..];
        }
    }
    let rest = rest.trim_ascii();
    if rest.eq_ignore_ascii_case(b"pm") || rest.eq_ignore_ascii_case(b"am") {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if rest.eq_ignore_ascii_case(b"pm") { 12 } else { 0 };
    } else if !is_zone(rest) {
        return None;
    }
    let is_time = (1..=2).contains(&width) && two == 2 && hour < 24 && minute < 60;
    is_time.then_some(Some((hour * 60 + minute) as u16))
}

/// Whether `rest` is nothing, `Z`, `UTC` or an offset such as `+01:00`.
fn is_zone(rest: &[u8]) -> bool {
    match rest {
        [] | b"Z" | b"z" | b"UTC" => true,
        [b'+' | b'-', offset @ ..] => {
            (2..=5).contains(&offset.len()) && offset.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
        }
        _ => false,
    }
}

/// What the values of a column say about its format.
#[derive(Debug, Default)]
pub(crate) struct DateEvidence {
    readable: u64,
    unreadable: u64,
    /// By format: the values that do not have it.
    misfits: [Rows; 10],
    /// Whether a value is another day by another format.
    is_undecided: bool,
}

/// Why a column has no format.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoFormat {
    /// No value is a date.
    NoDates,
    /// All values have each of these.
    Ambiguous(Vec<DateFormat>),
    /// Most values have this one, and these do not.
    Contradiction(DateFormat, Rows),
}

impl DateEvidence {
    pub(crate) fn add(&mut self, text: &str, row: u64) {
        let Some(written) = Written::parse(text) else {
            self.unreadable += 1;
            return;
        };
        self.readable += 1;
        for (format, misfits) in DateFormat::ALL.into_iter().zip(&mut self.misfits) {
            if written.formats & format.bit() == 0 {
                misfits.add(row);
            }
        }
        self.is_undecided |= written.formats.count_ones() > 1 && written.parts[0] != written.parts[1];
    }

    /// Whether no value is a text.
    pub(crate) fn is_empty(&self) -> bool {
        self.readable + self.unreadable == 0
    }

    fn fitting(&self) -> Vec<DateFormat> {
        DateFormat::ALL.into_iter().filter(|format| self.misfits[*format as usize].count == 0).collect()
    }

    /// The only format of all values, if there is one and there are values.
    pub(crate) fn only(&self) -> Option<DateFormat> {
        match self.fitting()[..] {
            [only] if self.readable > 0 => Some(only),
            _ => None,
        }
    }

    /// The format of the column; of several, `hint`, the format of another column of the same file. `None`: no value is text.
    pub(crate) fn settle(&self, hint: Option<DateFormat>) -> Result<Option<DateFormat>, NoFormat> {
        if self.readable == 0 {
            return if self.unreadable == 0 { Ok(None) } else { Err(NoFormat::NoDates) };
        }
        let fitting = self.fitting();
        match (&fitting[..], hint) {
            ([], _) => {
                let best = DateFormat::ALL.into_iter().min_by_key(|format| self.misfits[*format as usize].count);
                let best = best.unwrap_or(DateFormat::Iso);
                Err(NoFormat::Contradiction(best, self.misfits[best as usize].clone()))
            }
            ([only], _) => Ok(Some(*only)),
            ([first, ..], _) if !self.is_undecided => Ok(Some(*first)),
            (several, Some(hint)) if several.contains(&hint) => Ok(Some(hint)),
            _ => Err(NoFormat::Ambiguous(fitting)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DAYS, Date, DateEvidence, DateFormat, NEVER, NoFormat, Written};

    #[test]
    fn days_and_dates_are_inverse() {
        assert_eq!(Date::new(1970, 1, 1).expect("it exists").days(), 0);
        assert_eq!(Date::new(2000, 3, 1).expect("it exists").days(), 11_017);
        for days in (-700_000..2_900_000).step_by(97) {
            assert_eq!(Date::from_days(days).days(), days);
        }
        let day = |year, month, day| Date::new(year, month, day).expect("it exists").days();
        assert_eq!((DAYS.start, DAYS.end, NEVER), (day(1900, 1, 1), day(2200, 1, 1), day(9999, 1, 1)));
        assert!(
            Date::new(2023, 2, 29).is_none() && Date::new(2024, 2, 29).is_some() && Date::new(1900, 2, 29).is_none()
        );
        assert_eq!(Date::parse("2023-1-5").expect("it is one").to_string(), "2023-01-05");
    }

    #[test]
    fn dates_are_read_in_their_formats() {
        let read = |text: &str, pattern: &str| {
            let format = DateFormat::from_pattern(pattern).expect("it is a format");
            let written = Written::parse(text)?;
            Some((written.date(format)?.to_string(), written.minute))
        };
        let day = |minute| Some(("2023-03-04".to_string(), minute));
        for (text, pattern) in [
            ("2023-03-04", "%Y-%m-%d"),
            ("2023/3/4", "%Y/%m/%d"),
            ("2023.03.04", "%Y.%m.%d"),
            ("2023年3月4日", "%Y年%m月%d日"),
            ("20230304", "%Y%m%d"),
            ("4/3/2023", "%d/%m/%Y"),
            ("04.03.23", "%d.%m.%y"),
            ("4-3-2023", "%d-%m-%Y"),
            ("3/4/2023", "%m/%d/%Y"),
            ("3-4-23", "%m-%d-%Y %H:%M"),
        ] {
            assert_eq!(read(text, pattern), day(None), "{text}");
            assert_eq!(read(&format!("{text} 16:05"), pattern), day(Some(965)), "{text}");
            assert_eq!(read(&format!("{text}T16:05:59.123+01:00"), pattern), day(Some(965)), "{text}");
            assert_eq!(read(&format!("{text} 4:05:00 PM"), pattern), day(Some(965)), "{text}");
        }
        for text in
            ["", "4/3", "2023-13-01", "32.1.2023", "2023-03-04 25:00", "2023-03-04x", "4/3.2023", "１/2/2023", "//"]
        {
            assert!(Written::parse(text).is_none(), "{text}");
        }
        assert!(read("31/02/2023", "%d/%m/%Y").is_none());
    }

    #[test]
    fn a_column_has_one_format_or_says_why_not() {
        let settle = |values: &[&str], hint| {
            let mut evidence = DateEvidence::default();
            values.iter().zip(2..).for_each(|(value, row)| evidence.add(value, row));
            evidence.settle(hint)
        };
        let (day, month) = (DateFormat::DaySlash, DateFormat::MonthSlash);
        assert_eq!(settle(&["1/2/2023", "13/2/2023"], None), Ok(Some(day)));
        assert_eq!(settle(&["1/2/2023", "2/13/2023"], None), Ok(Some(month)));
        assert_eq!(settle(&["1/2/2023"], None), Err(NoFormat::Ambiguous(vec![day, month])));
        assert_eq!(settle(&["1/2/2023"], Some(month)), Ok(Some(month)));
        assert_eq!(settle(&["1/2/2023"], Some(DateFormat::Iso)), Err(NoFormat::Ambiguous(vec![day, month])));
        // The same day by both.
        assert_eq!(settle(&["2/2/2023"], None), Ok(Some(day)));
        assert_eq!(settle(&[], None), Ok(None));
        assert_eq!(settle(&["soon"], None), Err(NoFormat::NoDates));
        match settle(&["13/2/2023", "14/2/2023", "2/15/2023", "soon"], None) {
            Err(NoFormat::Contradiction(format, rows)) => assert_eq!((format, rows.first), (day, vec![4])),
            other => panic!("{other:?}"),
        }
    }
}
