//! Regret over the scenarios.

use crate::analysis::scenarios::AcrossScenarios;
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, strategy};

/// What every strategy loses, scenario by scenario, where another would have been better; none where there is one scenario.
pub fn regret(locale: &Locale, scenarios: &[&str], across: &[AcrossScenarios], currency: &str) -> Option<Figures> {
    if scenarios.len() < 2 {
        return None;
    }
    let mut columns = vec![strategy(locale), Column::new(tr!(locale, "head-regret"), Kind::Amount)];
    columns.extend(scenarios.iter().map(|scenario| Column::of_name(scenario, Kind::Amount)));
    let is_weighted = across.iter().all(|a| a.weighted_difference.is_some());
    if is_weighted {
        columns.push(Column::new(tr!(locale, "head-weighted"), Kind::Amount));
    }
    let row = |a: &AcrossScenarios| {
        let regret = [a.greatest_regret].into_iter().chain(a.regret.iter().copied()).map(Figure::Amount);
        Line::of(&a.strategy, regret.chain(a.weighted_difference.filter(|_| is_weighted).map(Figure::Signed)))
    };
    let rows = across.iter().map(row).collect();
    Some(Figures::new(tr!(locale, "regret-caption", currency = currency), columns, rows))
}
