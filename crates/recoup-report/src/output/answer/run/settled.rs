//! How a run that goes on until its best strategy is settled came to its end.

use crate::analysis::selection::Limit;
use crate::language::{Locale, tr};

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settling {
    /// What was asked for.
    pub limit: Limit,
    /// Looks that such a run may take at most: the limit is spent over them.
    pub looks: u32,
    /// Whether the limit was kept in the end, in every scenario.
    pub is_settled: bool,
    /// The probability, at most, that another strategy is better on average; the greatest of all scenarios.
    pub probability_wrong: f64,
    /// The expected loss of stopping, at most, in money; the greatest of all scenarios.
    pub expected_loss: f64,
}

impl Settling {
    /// In a sentence, of a run of so many draws and scenarios.
    pub(super) fn sentence(&self, draws: u64, scenarios: usize, currency: &str, locale: &Locale) -> String {
        let (limit, most) = match self.limit {
            Limit::ProbabilityWrong(most) => ("chance", locale.share(most)),
            Limit::ExpectedLoss(most) => ("loss", locale.count(most)),
        };
        tr!(
            locale,
            "run-settled",
            settled = if self.is_settled { "yes" } else { "no" },
            draws = locale.count(draws as f64),
            chance = bound(locale, self.probability_wrong),
            loss = locale.compact_money(self.expected_loss, currency),
            scenarios = if scenarios > 1 { "many" } else { "one" },
            limit = limit,
            most = most,
            looks = self.looks,
        )
    }
}

/// A share that is a bound, to a tenth of a per cent at least.
pub(super) fn bound(locale: &Locale, share: f64) -> String {
    locale.share(share.max(0.001))
}
