//! Cash by year and strategy.

use crate::analysis::summary::{Comparison, StrategySummary};
use crate::language::{Locale, tr};
use crate::model::money::{Account, Accounts};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium, strategy};

/// A column of the table: its head, and what it shows of the cash of a year.
type Shown = (String, fn(&Accounts) -> f64);

/// Mean cash of every year and strategy of a scenario, costs below zero: undiscounted, and the present value of each year. By
/// strategy, what lies beyond the horizon follows as present value, where there is a terminal value, and then the sum, whose
/// present value is the NPV.
pub fn cash(locale: &Locale, comparison: &Comparison, currency: &str) -> Figures {
    let shown = shown(locale);
    let mut columns = vec![strategy(locale), Column::new(tr!(locale, "head-year"), Kind::Words)];
    // Contacts, running cost and setup are parts of the programme cost, for which the page has no room.
    let from = |place: usize| if (3..6).contains(&place) { Medium::Workbook } else { Medium::Terminal };
    let column = |(place, (head, _)): (usize, &Shown)| Column::new(head.clone(), Kind::Amount).from(from(place));
    columns.extend(shown.iter().enumerate().map(column));
    columns.push(Column::new(tr!(locale, "head-present-value"), Kind::Amount));
    let rows = comparison.strategies.iter().flat_map(|summary| lines(locale, comparison, summary, &shown)).collect();
    Figures::new(tr!(locale, "cash-caption", currency = currency), columns, rows)
}

fn lines(locale: &Locale, comparison: &Comparison, summary: &StrategySummary, shown: &[Shown]) -> Vec<Line> {
    let cells = |label: String, cash: Option<&Accounts>, worth: f64| {
        let amounts = shown.iter().map(|(_, of)| cash.map_or(Figure::Nothing, |cash| Figure::Amount(of(cash))));
        Line::of(&summary.name, [Figure::Term(label)].into_iter().chain(amounts).chain([Figure::Amount(worth)]))
    };
    let mut sum = Accounts::default();
    let mut lines = Vec::new();
    for (year, of) in summary.cash.years(&comparison.horizon).iter().enumerate() {
        sum.add_all(&of.cash);
        lines.push(cells(locale.count(year as f64 + 1.0), Some(&of.cash), of.discounted.net()));
    }
    if summary.cash.goes_beyond() {
        lines.push(cells(tr!(locale, "cash-beyond"), None, summary.cash.beyond.net()));
    }
    lines.push(Line { is_sum: true, ..cells(tr!(locale, "head-total"), Some(&sum), summary.worth.npv.mean) });
    lines
}

fn shown(locale: &Locale) -> Vec<Shown> {
    let account = |account: Account| tr!(locale, "account-name", account = account.name());
    vec![
        (account(Account::Margin), |cash| cash.get(Account::Margin)),
        (account(Account::Retention), |cash| -cash.get(Account::Retention)),
        (account(Account::Acquisition), |cash| -cash.get(Account::Acquisition)),
        (tr!(locale, "cash-cases"), |cash| -cases(cash)),
        (tr!(locale, "cash-running"), |cash| cases(cash) + cash.get(Account::Setup) - cash.programme()),
        (account(Account::Setup), |cash| -cash.get(Account::Setup)),
        (tr!(locale, "cash-programme"), |cash| -cash.programme()),
        (tr!(locale, "cash-net"), Accounts::net),
    ]
}

/// What is paid case by case.
fn cases(cash: &Accounts) -> f64 {
    cash.get(Account::Contacts) + cash.get(Account::Compensation) + cash.get(Account::Refunds)
}
