//! Money by account.

use crate::analysis::summary::{Comparison, StrategySummary};
use crate::language::{Locale, tr};
use crate::model::money::Account;
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, strategy};

/// What every account adds to the NPV differences of a scenario's strategies, with the differences as the sum; none where
/// nothing differs. Accounts that differ nowhere by half a unit are left out.
pub fn account_differences(locale: &Locale, comparison: &Comparison, currency: &str) -> Option<Figures> {
    let others = &comparison.strategies[1..];
    let differs = |account: &Account| others.iter().any(|s| s.account_differences[*account as usize].abs() >= 0.5);
    let line = |head: String, of: &dyn Fn(&StrategySummary) -> f64| {
        Line::new([Figure::Term(head)].into_iter().chain(others.iter().map(|s| Figure::Signed(of(s)))).collect())
    };
    let mut rows: Vec<Line> = Account::ALL
        .into_iter()
        .filter(differs)
        .map(|account| line(name(locale, account), &|s| account.sign() * s.account_differences[account as usize]))
        .collect();
    if rows.is_empty() {
        return None;
    }
    rows.push(Line { is_sum: true, ..line(tr!(locale, "npv-difference"), &|s| s.difference.npv.mean) });
    let mut columns = vec![Column::new(tr!(locale, "head-account"), Kind::Words)];
    columns.extend(others.iter().map(|s| Column::of_name(&s.name, Kind::Amount)));
    let reference = &*comparison.strategies[0].name;
    let caption = tr!(locale, "accounts-caption", currency = currency, reference = reference);
    Some(Figures::new(caption, columns, rows))
}

/// What every account adds to the NPV of a scenario's strategies: accounts across. Without a caption.
pub fn accounts(locale: &Locale, comparison: &Comparison) -> Figures {
    let mut columns = vec![strategy(locale)];
    columns.extend(Account::ALL.map(|account| Column::new(name(locale, account), Kind::Amount)));
    columns.push(Column::new(tr!(locale, "head-npv"), Kind::Amount));
    let row = |s: &StrategySummary| {
        let amounts = Account::ALL.map(|account| account.sign() * s.accounts[account as usize]);
        Line::of(&s.name, amounts.into_iter().chain([s.worth.npv.mean]).map(Figure::Amount))
    };
    Figures::new(String::new(), columns, comparison.strategies.iter().map(row).collect())
}

fn name(locale: &Locale, account: Account) -> String {
    tr!(locale, "account-name", account = account.name())
}
