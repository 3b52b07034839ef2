//! Regret over the scenarios.

use crate::analysis::scenarios::{AcrossScenarios, least_regret};
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, strategy};

/// What every strategy loses, scenario by scenario, where another would have been better, and which one loses least; none where
/// there is one scenario.
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
    let least = least_regret(across).map(|least| tr!(locale, "least-regret", name = &*across[least].strategy));
    let weighted = is_weighted.then(|| tr!(locale, "regret-weighted", reference = &*across[0].strategy));
    let caption = tr!(locale, "regret-caption", currency = currency);
    Some(Figures { remarks: least.into_iter().chain(weighted).collect(), ..Figures::new(caption, columns, rows) })
}
