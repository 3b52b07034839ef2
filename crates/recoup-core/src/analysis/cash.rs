//! Cash by account, period and year: what the present values of a strategy are made of.

use serde::{Deserialize, Serialize};

use crate::engine::tally::{CashSums, Tally};
use crate::model::money::{Account, Accounts};
use crate::scenario::horizon::Horizon;

/// Mean cash of a strategy over its simulations, in money; costs are positive. The two terminal accounts are empty here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CashFlow {
    /// By period: accounts, undiscounted.
    pub periods: Vec<Accounts>,
    /// The worth beyond the horizon in the accounts that it is made of, as present value; zero without a terminal value.
    pub beyond: Accounts,
}

/// Mean cash of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CashYear {
    /// Its accounts, undiscounted.
    pub cash: Accounts,
    /// Their present values.
    pub discounted: Accounts,
}

impl CashFlow {
    /// The mean over the simulations of a tally.
    pub fn of(tally: &Tally) -> Self {
        CashFlow::mean(&tally.cash, tally.records.len())
    }

    /// The mean of sums over `count` simulations.
    pub fn mean(sums: &CashSums, count: usize) -> Self {
        let share = 1.0 / count.max(1) as f64;
        CashFlow {
            periods: sums.periods.iter().map(|accounts| accounts.times(share)).collect(),
            beyond: sums.beyond.times(share),
        }
    }

    /// The present values of the accounts of period `t`: setup falls at its start, all else when the period's cash falls.
    pub fn discounted(&self, horizon: &Horizon, t: usize) -> Accounts {
        let mut worth = self.periods[t].times(horizon.discount_cash(t as u32));
        let setup = horizon.discount(t as u32) * self.periods[t].get(Account::Setup);
        worth.0[Account::Setup as usize] = setup;
        worth
    }

    /// Year by year. The present values of all years and what lies beyond the horizon sum to the NPV.
    pub fn years(&self, horizon: &Horizon) -> Vec<CashYear> {
        let mut years = vec![CashYear::default(); self.periods.len().checked_sub(1).map_or(0, |t| horizon.year(t) + 1)];
        for (t, accounts) in self.periods.iter().enumerate() {
            let year = &mut years[horizon.year(t)];
            year.cash.add_all(accounts);
            year.discounted.add_all(&self.discounted(horizon, t));
        }
        years
    }

    /// Whether there is a worth beyond the horizon.
    pub fn goes_beyond(&self) -> bool {
        self.beyond.0.iter().any(|amount| *amount != 0.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::compare::compare;
    use crate::engine::progress::NoProgress;
    use crate::engine::simulate::simulate;
    use crate::input::{Request, load};
    use crate::model::money::Account;
    use crate::model::row::Column;

    #[test]
    fn the_present_values_of_all_years_sum_to_the_npv_account_by_account() {
        for terminal in ["none", "clv"] {
            for (study, engine) in [("city-hotel", "cohort"), ("case:scotiabank", "expected")] {
                let mut request = Request::builtin(study);
                request.draws = Some(3);
                request.set = vec![format!("study.engine={engine}"), format!("horizon.terminal_value={terminal}")];
                let study = load(&request).unwrap().study;
                let results = simulate(&study, &NoProgress).unwrap();
                let comparison = compare(&study.scenarios[0], &results.scenarios[0]);
                for summary in &comparison.strategies {
                    let (name, npv) = (&summary.name, summary.worth.npv.mean);
                    let years = summary.cash.years(&comparison.horizon);
                    let close = |a: f64, b: f64| (a - b).abs() <= 1e-11 * summary.accounts[0].abs();
                    let sum = years.iter().map(|year| year.discounted.net()).sum::<f64>();
                    assert!(close(sum + summary.cash.beyond.net(), npv), "{name}: {sum} {npv}");
                    assert_eq!(summary.cash.goes_beyond(), terminal == "clv");
                    for account in Account::of_periods() {
                        let sum: f64 = years.iter().map(|year| year.discounted.get(account)).sum();
                        assert!(close(sum, summary.accounts[account as usize]), "{name}: {account:?}");
                    }
                    let beyond = [summary.cash.beyond.contribution(), summary.cash.beyond.programme()];
                    for (sum, account) in
                        beyond.into_iter().zip([Account::TerminalContribution, Account::TerminalProgramme])
                    {
                        assert!(close(sum, summary.accounts[account as usize]), "{name}: {account:?}");
                    }
                    for (cash, row) in summary.cash.periods.iter().zip(&summary.periods) {
                        assert!(close(cash.contribution(), row.get(Column::Contribution)), "{name}");
                        assert!(close(cash.programme(), row.get(Column::Programme)), "{name}");
                    }
                }
            }
        }
    }
}
