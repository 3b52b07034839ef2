//! What is wrong with the rows of a file: counted, with the first rows.

use std::collections::BTreeMap;

use recoup_core::diagnostic::Diagnostic;
use serde::Serialize;

/// Rows that are named.
const NAMED: usize = 5;

/// What happens to rows with a problem.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// The row, or only the value, does not count.
    #[default]
    Drop,
    /// The files are refused.
    Refuse,
}

/// A number of rows, and the first of them. Rows are numbered as the file shows them: by the line of a CSV file on which they
/// begin, by the row of a sheet, and from 1 in a Parquet file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rows {
    /// How many.
    pub count: u64,
    /// The first five.
    pub first: Vec<u64>,
}

impl Rows {
    pub(crate) fn add(&mut self, row: u64) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(row);
        }
    }

    /// "3 rows (5, 9 and 12)".
    pub(crate) fn listed(&self) -> String {
        let numbers: Vec<String> = self.first.iter().map(u64::to_string).collect();
        let rows = if self.count == 1 { "row" } else { "rows" };
        let more = self.count - numbers.len() as u64;
        let numbers = match &numbers[..] {
            [one] => one.clone(),
            all if more > 0 => format!("{} and {more} more", all.join(", ")),
            [all @ .., last] => format!("{} and {last}", all.join(", ")),
            [] => String::new(),
        };
        format!("{} {rows} ({numbers})", self.count)
    }
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It has more fields than there are headings: perhaps a delimiter in a text without quotes.
    Malformed,
    /// A value that is needed is empty.
    Missing,
    /// A value that cannot be read.
    Unreadable,
    /// A negative number where there is none.
    Negative,
    /// The customer stands in an earlier row.
    DuplicateCustomer,
    /// The case stands in an earlier row.
    DuplicateCase,
    /// The respondent answers the same item in an earlier row.
    DuplicateAnswer,
    /// The customer is not among the customers.
    UnknownCustomer,
    /// The customer left before they came.
    LeftBeforeSince,
    /// The case was closed before it was opened.
    ClosedBeforeOpened,
    /// The case was answered before it was opened.
    AnsweredBeforeOpened,
    /// The severity is another one than that of most failures of this kind.
    OtherSeverity,
    /// The item is in another dimension than in the first row that names it.
    OtherDimension,
}

impl Reason {
    /// In words, after the number of rows.
    fn words(self) -> &'static str {
        match self {
            Reason::Malformed => "with more fields than there are headings",
            Reason::Missing => "without a value that is needed",
            Reason::Unreadable => "with a value that cannot be read",
            Reason::Negative => "with a negative number",
            Reason::DuplicateCustomer => "with a customer of an earlier row",
            Reason::DuplicateCase => "with a case of an earlier row",
            Reason::DuplicateAnswer => "with an item that the respondent answers in an earlier row",
            Reason::UnknownCustomer => "with a customer who is not among the customers",
            Reason::LeftBeforeSince => "with a customer who left before they came",
            Reason::ClosedBeforeOpened => "with a case closed before it was opened",
            Reason::AnsweredBeforeOpened => "with a case answered before it was opened",
            Reason::OtherSeverity => "with another severity than most failures of the kind",
            Reason::OtherDimension => "with another dimension than the item has before",
        }
    }
}

/// What is done about a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// The row does not count.
    RowDropped,
    /// The row counts without the value.
    ValueDropped,
    /// The row counts; a note.
    Noted,
}

/// A problem of rows of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What is wrong.
    pub reason: Reason,
    /// The column, by our name, if one is to blame.
    pub column: Option<&'static str>,
    /// What is done.
    pub effect: Effect,
    /// The rows.
    pub rows: Rows,
}

impl Problem {
    /// "3 rows (5, 9 and 12) with a value that cannot be read in column `date`".
    pub(crate) fn described(&self) -> String {
        let column = self.column.map_or_else(String::new, |column| format!(" in column `{column}`"));
        format!("{} {}{column}", self.rows.listed(), self.reason.words())
    }

    /// The problem as an error.
    pub(crate) fn refusal(&self, file: &str) -> Diagnostic {
        Diagnostic::error("D001", format!("`{file}`: {}", self.described()))
            .with_help("correct them, or leave them out with on_problem = \"drop\"")
    }
}

/// The problems of a file.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    all: BTreeMap<(Reason, Option<&'static str>, Effect), Rows>,
}

/// Why a row does not count.
pub(crate) type Dropped = (Reason, Option<&'static str>);

impl Problems {
    pub(crate) fn add(&mut self, (reason, column): Dropped, effect: Effect, row: u64) {
        self.all.entry((reason, column, effect)).or_default().add(row);
    }

    pub(crate) fn listed(self) -> Vec<Problem> {
        let problem = |((reason, column, effect), rows)| Problem { reason, column, effect, rows };
        self.all.into_iter().map(problem).collect()
    }
}
