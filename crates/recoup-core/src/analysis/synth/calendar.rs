//! Days and minutes of the civil calendar, and the periods of a study in it.

use std::fmt;
use std::str::FromStr;

use crate::scenario::horizon::{Horizon, Period};

/// Days of a year, in the mean of the Gregorian calendar.
const DAYS_PER_YEAR: f64 = 365.2425;
/// Minutes of a day.
const MINUTES: i64 = 24 * 60;
/// Years in which a calendar may begin.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A day of the Gregorian calendar, by its distance in days from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// The day of a year, a month from 1 and a day from 1.
    ///
    /// Source: H. Hinnant, "chrono-compatible low-level date algorithms" (2013), `days_from_civil`.
    fn of_civil(year: i32, month: u32, day: u32) -> Day {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
        Day(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Its year, month and day of the month, by `civil_from_days` of the same source.
    fn civil(self) -> (i32, u32, u32) {
        let days = self.0 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year + era * 400 + i32::from(month <= 2), month as u32, day as u32)
    }

    /// The same day of the month so many months later, or the last one of that month.
    fn after_months(self, months: u32) -> Day {
        let (year, month, day) = self.civil();
        let months = year * 12 + month as i32 - 1 + months as i32;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
        let first = Day::of_civil(year, month, 1);
        let next = if month == 12 { Day::of_civil(year + 1, 1, 1) } else { Day::of_civil(year, month + 1, 1) };
        Day((first.0 + day as i32 - 1).min(next.0 - 1))
    }
}

impl fmt::Display for Day {
    /// As 2023-01-31.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = String;

    /// Reads a day as 2023-01-31.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no day: write it as 2023-01-31");
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else { return Err(wrong()) };
        let number = |text: &str, digits: usize| {
            let is_number = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
            text.parse::<u32>().ok().filter(|_| is_number).ok_or_else(wrong)
        };
        let (year, month, day) = (number(year, 4)? as i32, number(month, 2)?, number(day, 2)?);
        if !YEARS.contains(&year) {
            return Err(format!("a calendar begins in the years {} to {}", YEARS.start(), YEARS.end()));
        }
        // A day that there is not, such as 30 February, is written otherwise.
        let found = Day::of_civil(year, month.clamp(1, 12), day.clamp(1, 31));
        if found.civil() == (year, month, day) { Ok(found) } else { Err(wrong()) }
    }
}

/// A minute, by its distance in minutes from the start of 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minute(pub i64);

impl Minute {
    /// The start of a day.
    pub fn of(day: Day) -> Minute {
        Minute(i64::from(day.0) * MINUTES)
    }

    /// Its day.
    pub fn day(self) -> Day {
        Day(self.0.div_euclid(MINUTES) as i32)
    }

    /// That many minutes later, rounded to whole ones.
    pub fn after(self, minutes: f64) -> Minute {
        Minute(self.0.saturating_add(minutes.round() as i64))
    }
}

impl fmt::Display for Minute {
    /// As 2023-01-31 14:05.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of_day = self.0.rem_euclid(MINUTES);
        write!(f, "{} {:02}:{:02}", self.day(), of_day / 60, of_day % 60)
    }
}

/// The first days of the periods of a study, and the day after the last one.
///
/// Months, quarters and years are those of the calendar. A week is the 52nd part of a year, as in the model: a little more
/// than seven days, with ends rounded to whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar(Vec<Day>);

impl Calendar {
    /// The calendar of a horizon that begins on a day.
    pub fn new(start: Day, horizon: &Horizon) -> Self {
        let first = |t: u32| match horizon.period {
            Period::Month => start.after_months(t),
            Period::Quarter => start.after_months(3 * t),
            Period::Year => start.after_months(12 * t),
            Period::Week => Day(start.0 + (f64::from(t) * DAYS_PER_YEAR / Period::Week.per_year()).round() as i32),
        };
        Calendar((0..=horizon.periods).map(first).collect())
    }

    /// The first day.
    pub fn start(&self) -> Day {
        self.0[0]
    }

    /// The day after the last one.
    pub fn end(&self) -> Day {
        self.0[self.0.len() - 1]
    }

    /// The minute at which the share `part`, below 1, of period `t` is over.
    pub(super) fn minute(&self, t: u32, part: f64) -> Minute {
        let [first, next] = [t, t + 1].map(|t| Minute::of(self.0[t as usize]).0);
        Minute(first + (part * (next - first) as f64) as i64)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::synth::calendar::{Calendar, Day, Minute};
    use crate::input::build::StudyBuilder;

    #[test]
    fn days_are_counted_and_written() {
        for (text, number) in [("1970-01-01", 0), ("2000-02-29", 11_016), ("2023-01-01", 19_358), ("1969-12-31", -1)] {
            let day: Day = text.parse().unwrap();
            assert_eq!((day.0, day.to_string()), (number, text.to_string()));
        }
        // Every day of 400 years follows the one before, and is read as it is written.
        let mut day: Day = "1900-01-01".parse().unwrap();
        while day.to_string().as_str() < "2200-12-31" {
            let next = Day(day.0 + 1);
            assert!(next.to_string() > day.to_string() && next.to_string().parse() == Ok(next), "{next}");
            day = next;
        }
        for wrong in
            ["2023-02-29", "2023-13-01", "2023-00-10", "2023-1-1", "1.1.2023", "", "1850-01-01", "２０２３-01-01"]
        {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn months_end_with_their_last_day() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (from, months, to) in
            [("2023-01-31", 1, "2023-02-28"), ("2023-01-31", 13, "2024-02-29"), ("2023-12-15", 1, "2024-01-15")]
        {
            assert_eq!(day(from).after_months(months), day(to), "{from}");
        }
    }

    #[test]
    fn periods_are_those_of_the_calendar() {
        let calendar = |period: &str, periods: u32| {
            let study = StudyBuilder::builtin("city-hotel")
                .set("horizon.period", format!("\"{period}\""))
                .set("horizon.periods", periods)
                .study();
            Calendar::new("2023-01-01".parse().unwrap(), &study.scenarios[0].strategies[0].parameters.point.horizon)
        };
        for (period, periods) in [("week", 52), ("month", 12), ("quarter", 4), ("year", 1)] {
            assert_eq!(calendar(period, periods).end().to_string(), "2024-01-01", "{period}");
        }
        let months = calendar("month", 12);
        assert_eq!(months.minute(1, 0.0).to_string(), "2023-02-01 00:00");
        assert_eq!(months.minute(1, 0.5).to_string(), "2023-02-15 00:00");
        assert_eq!(months.minute(1, 1.0 - 1e-9).to_string(), "2023-02-28 23:59");
        assert_eq!(Minute(-1).to_string(), "1969-12-31 23:59");
    }
}
