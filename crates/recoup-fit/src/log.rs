//! The data of a firm, as columns in memory.
//!
//! Days are whole numbers counted from any fixed day, the same in all tables. Moments are whole minutes counted from the
//! start of day 0. Customers are numbered by their row in [`Customers`]; segments and kinds are numbered by their names.
//! A missing value is `None`.

use std::ops::Deref;

use serde::Serialize;

/// A day, counted from any fixed day.
pub type Day = i32;

/// A minute, counted from the start of day 0.
pub type Moment = i32;

/// Days in a year.
pub const DAYS_PER_YEAR: f64 = 365.25;

/// Minutes in a day.
pub const MINUTES_PER_DAY: i32 = 24 * 60;

/// The day of a moment.
pub fn day_of(moment: Moment) -> Day {
    moment.div_euclid(MINUTES_PER_DAY)
}

/// All tables of a firm.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// Names of the segments.
    pub segments: Vec<String>,
    /// Names of the kinds of failures.
    pub kinds: Vec<String>,
    /// Names of the severities.
    pub severities: Vec<String>,
    /// By kind: its severity.
    pub severity_of_kind: Vec<u32>,
    /// First day of the data, and the day after the last one. Purchases, failures and complaints outside do not count.
    pub window: (Day, Day),
    /// The customers.
    pub customers: Customers,
    /// The purchases, if known.
    pub purchases: Option<Purchases>,
    /// The failures as operations know them, if known.
    pub failures: Option<Failures>,
    /// The complaints.
    pub complaints: Complaints,
}

/// The customers, one row each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Customers {
    /// Segment.
    pub segment: Vec<u32>,
    /// First day as a customer; `None`: before the data begin.
    pub since: Vec<Option<Day>>,
    /// Day of leaving; `None`: still a customer at the end of the data, or unknown because nobody gives notice.
    pub left: Vec<Option<Day>>,
}

/// The purchases, one row each, in any order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Purchases {
    /// Customer.
    pub customer: Vec<u32>,
    /// Day.
    pub day: Vec<Day>,
    /// Margin, in currency; empty: not known for any purchase.
    pub margin: Vec<Option<f64>>,
}

/// The failures, one row each, in any order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Failures {
    /// Customer.
    pub customer: Vec<u32>,
    /// Day.
    pub day: Vec<Day>,
    /// Kind.
    pub kind: Vec<u32>,
    /// Whether the firm noticed it before the customer complained; empty: not known for any.
    pub noticed: Vec<Option<bool>>,
}

/// The complaints, one row per case, in any order. A column of optional values may be empty: not known for any case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Complaints {
    /// Customer.
    pub customer: Vec<u32>,
    /// Kind of failure.
    pub kind: Vec<Option<u32>>,
    /// When it was opened.
    pub opened: Vec<Moment>,
    /// When the customer had the first answer.
    pub first_answer: Vec<Option<Moment>>,
    /// When it was closed; `None`: still open.
    pub closed: Vec<Option<Moment>>,
    /// Whether it was resolved, to the customer's satisfaction if that is known.
    pub resolved: Vec<Option<bool>>,
    /// Contacts with the customer.
    pub contacts: Vec<Option<u32>>,
    /// Working time, in minutes.
    pub minutes: Vec<Option<f32>>,
    /// Compensation paid, in currency.
    pub compensation: Vec<Option<f64>>,
    /// To how many minutes moments are known: 1, or 1440 where only days are. 0 counts as 1.
    pub precision: u32,
}

/// What makes a log unusable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "flaw")]
pub enum Flaw {
    /// The window has no day.
    EmptyWindow,
    /// A column has another length than its table.
    Length {
        /// The table and column.
        column: &'static str,
    },
    /// A row names a customer, segment, kind or severity that there is not.
    UnknownCode {
        /// The table and column.
        column: &'static str,
        /// The row, from 0.
        row: usize,
    },
    /// A customer left before the first day.
    LeftBeforeSince {
        /// The row, from 0.
        row: usize,
    },
    /// A case was closed or answered before it was opened.
    BackInTime {
        /// The column.
        column: &'static str,
        /// The row, from 0.
        row: usize,
    },
    /// A number that is not finite, or negative where it cannot be.
    Number {
        /// The table and column.
        column: &'static str,
        /// The row, from 0.
        row: usize,
    },
}

/// A log whose columns fit together.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a>(&'a Log);

impl Deref for Checked<'_> {
    type Target = Log;

    fn deref(&self) -> &Log {
        self.0
    }
}

/// The value of an optional column that may be empty.
pub(crate) fn at<T: Copy>(column: &[Option<T>], row: usize) -> Option<T> {
    column.get(row).copied().flatten()
}

/// Collects flaws, the first of each column.
struct Check {
    flaws: Vec<Flaw>,
}

impl Check {
    fn length(&mut self, column: &'static str, length: usize, rows: usize) {
        if length != rows {
            self.flaws.push(Flaw::Length { column });
        }
    }

    fn optional(&mut self, column: &'static str, length: usize, rows: usize) {
        if length != 0 {
            self.length(column, length, rows);
        }
    }

    fn first(&mut self, wrong: Option<usize>, flaw: impl Fn(usize) -> Flaw) {
        self.flaws.extend(wrong.map(flaw));
    }

    fn codes(&mut self, column: &'static str, codes: &[u32], count: usize) {
        let wrong = codes.iter().position(|&code| code as usize >= count);
        self.first(wrong, |row| Flaw::UnknownCode { column, row });
    }
}

impl Log {
    /// The log for the estimators.
    ///
    /// # Errors
    /// The first flaw of every column.
    pub fn check(&self) -> Result<Checked<'_>, Vec<Flaw>> {
        let mut check = Check { flaws: Vec::new() };
        let customers = self.customers.segment.len();
        if self.window.0 >= self.window.1 {
            check.flaws.push(Flaw::EmptyWindow);
        }
        check.length("kinds.severity", self.severity_of_kind.len(), self.kinds.len());
        check.codes("kinds.severity", &self.severity_of_kind, self.severities.len());
        check.codes("customers.segment", &self.customers.segment, self.segments.len());
        check.length("customers.since", self.customers.since.len(), customers);
        check.length("customers.left", self.customers.left.len(), customers);
        let ends = self.customers.since.iter().zip(&self.customers.left);
        let wrong = ends.into_iter().position(|(since, left)| matches!((since, left), (Some(s), Some(l)) if l < s));
        check.first(wrong, |row| Flaw::LeftBeforeSince { row });
        if let Some(purchases) = &self.purchases {
            let rows = purchases.customer.len();
            check.codes("purchases.customer", &purchases.customer, customers);
            check.length("purchases.day", purchases.day.len(), rows);
            check.optional("purchases.margin", purchases.margin.len(), rows);
            let wrong = purchases.margin.iter().position(|m| m.is_some_and(|m| !m.is_finite()));
            check.first(wrong, |row| Flaw::Number { column: "purchases.margin", row });
        }
        if let Some(failures) = &self.failures {
            let rows = failures.customer.len();
            check.codes("failures.customer", &failures.customer, customers);
            check.codes("failures.kind", &failures.kind, self.kinds.len());
            check.length("failures.day", failures.day.len(), rows);
            check.length("failures.kind", failures.kind.len(), rows);
            check.optional("failures.noticed", failures.noticed.len(), rows);
        }
        self.check_complaints(&mut check, customers);
        if check.flaws.is_empty() { Ok(Checked(self)) } else { Err(check.flaws) }
    }

    fn check_complaints(&self, check: &mut Check, customers: usize) {
        let cases = &self.complaints;
        let rows = cases.customer.len();
        check.codes("complaints.customer", &cases.customer, customers);
        check.length("complaints.opened", cases.opened.len(), rows);
        check.optional("complaints.kind", cases.kind.len(), rows);
        check.optional("complaints.first_answer", cases.first_answer.len(), rows);
        check.optional("complaints.closed", cases.closed.len(), rows);
        check.optional("complaints.resolved", cases.resolved.len(), rows);
        check.optional("complaints.contacts", cases.contacts.len(), rows);
        check.optional("complaints.minutes", cases.minutes.len(), rows);
        check.optional("complaints.compensation", cases.compensation.len(), rows);
        let wrong = cases.kind.iter().position(|kind| kind.is_some_and(|kind| kind as usize >= self.kinds.len()));
        check.first(wrong, |row| Flaw::UnknownCode { column: "complaints.kind", row });
        for (column, moments) in
            [("complaints.first_answer", &cases.first_answer), ("complaints.closed", &cases.closed)]
        {
            let wrong = moments.iter().zip(&cases.opened).position(|(m, opened)| m.is_some_and(|m| m < *opened));
            check.first(wrong, |row| Flaw::BackInTime { column, row });
        }
        let wrong = cases.minutes.iter().position(|m| m.is_some_and(|m| !(m.is_finite() && m >= 0.0)));
        check.first(wrong, |row| Flaw::Number { column: "complaints.minutes", row });
        let wrong = cases.compensation.iter().position(|m| m.is_some_and(|m| !(m.is_finite() && m >= 0.0)));
        check.first(wrong, |row| Flaw::Number { column: "complaints.compensation", row });
    }
}

impl Log {
    /// The days on which `customer` is observed as a customer, the second not included; empty where it is not above the first.
    pub(crate) fn observed(&self, customer: usize) -> (Day, Day) {
        let (first, end) = self.window;
        let since = self.customers.since[customer].unwrap_or(first).max(first);
        let until = self.customers.left[customer].unwrap_or(end).min(end);
        (since, until)
    }

    /// The day on which `customer` left, if that was within the data.
    pub(crate) fn left_within(&self, customer: usize) -> Option<Day> {
        self.customers.left[customer].filter(|&left| left >= self.window.0 && left < self.window.1)
    }

    /// Whether `day` is within the data.
    pub(crate) fn is_within(&self, day: Day) -> bool {
        self.window.0 <= day && day < self.window.1
    }

    /// Whether any customer is known to have left: then leaving is announced (a contract), otherwise it must be inferred.
    pub fn knows_leaving(&self) -> bool {
        self.customers.left.iter().any(Option::is_some)
    }
}

#[cfg(test)]
mod tests {
    use super::{Complaints, Customers, Flaw, Log, Purchases, day_of};

    fn one_customer() -> Log {
        Log {
            segments: vec!["all".into()],
            window: (0, 100),
            customers: Customers { segment: vec![0], since: vec![None], left: vec![None] },
            ..Log::default()
        }
    }

    #[test]
    fn a_sound_log_is_usable() {
        let log = one_customer();
        let log = log.check().expect("it is sound");
        assert_eq!((log.observed(0), log.left_within(0), log.knows_leaving()), ((0, 100), None, false));
        assert_eq!([day_of(-1), day_of(0), day_of(1440)], [-1, 0, 1]);
    }

    #[test]
    fn the_first_flaw_of_every_column_is_reported() {
        let mut log = one_customer();
        log.window = (5, 5);
        log.customers = Customers { segment: vec![0, 7], since: vec![Some(9), None], left: vec![Some(3)] };
        log.purchases = Some(Purchases { customer: vec![2], day: vec![], margin: vec![Some(f64::NAN)] });
        log.complaints = Complaints {
            customer: vec![0],
            kind: vec![Some(1)],
            opened: vec![10],
            closed: vec![Some(9)],
            minutes: vec![Some(-1.0)],
            ..Complaints::default()
        };
        assert_eq!(
            log.check().expect_err("it is not sound"),
            [
                Flaw::EmptyWindow,
                Flaw::UnknownCode { column: "customers.segment", row: 1 },
                Flaw::Length { column: "customers.left" },
                Flaw::LeftBeforeSince { row: 0 },
                Flaw::UnknownCode { column: "purchases.customer", row: 0 },
                Flaw::Length { column: "purchases.day" },
                Flaw::Number { column: "purchases.margin", row: 0 },
                Flaw::UnknownCode { column: "complaints.kind", row: 0 },
                Flaw::BackInTime { column: "complaints.closed", row: 0 },
                Flaw::Number { column: "complaints.minutes", row: 0 },
            ]
        );
    }
}
