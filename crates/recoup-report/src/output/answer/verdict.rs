//! The verdict of a run or a decision: which strategy to choose, by how much it is better, how sure that is. First as data, then in
//! sentences, with names in backticks.

use crate::analysis::decision::Decision;
use crate::analysis::findings::Findings;
use crate::analysis::scenarios::AcrossScenarios;
use crate::analysis::summary::{Comparison, StrategySummary, best_of};
use crate::analysis::unusual_return::{PUBLISHED_ROI, UnusualReturn, unusual_return};
use crate::analysis::variants::Variants;
use crate::language::{Locale, tr};
use crate::output::caution::unusual_return as unusual_return_reason;
use crate::output::report::data::About;
use crate::output::variant::{Subject, holding};
use crate::stats::band::Band;

/// What is found, before it is put into words.
pub(super) struct Verdict<'a> {
    about: &'a About,
    strategies: Vec<&'a str>,
    /// The best strategy.
    best: usize,
    /// Those that come to the same as the best.
    equals: Vec<usize>,
    choice: Choice<'a>,
    certainty: Option<Certainty>,
    /// A return outside the published range, and why.
    unusual: Option<(f64, UnusualReturn)>,
    models: Option<&'a Variants>,
    /// The scenarios, each with its best strategy.
    scenarios: Vec<(&'a str, &'a str)>,
    /// The best strategy by the weights of the scenarios, and its difference to the reference.
    weighted: Option<(usize, f64)>,
}

/// What to choose.
enum Choice<'a> {
    /// There is one strategy.
    Alone(&'a Band),
    /// All give the same result.
    Nothing,
    /// No strategy is worth more than the reference.
    Reference,
    /// One is worth more than the reference: the difference, and the return on investment where there is a cost; the strategy that is
    /// nearly as often the best, where one is.
    Pays { difference: &'a Band, roi: Option<f64>, rival: Option<Rival> },
    /// One has the highest expected NPV, by so much more than the next; no other is better with that probability.
    Highest { next: &'a str, by: f64, p_best: f64 },
}

/// How sure it is that the best strategy is the best.
enum Certainty {
    /// Over the uncertain inputs: the probability that no other strategy is better.
    Inputs { p_best: f64, market: Option<Market> },
    /// Over chance among customers alone, at the inputs' means or without any that are uncertain.
    Chance { at_means: bool, standard_error: f64, market: Market },
    /// Of one simulation nothing is known.
    OneSimulation,
}

/// A strategy that is best in at least half as many draws as the best one, and in how many each of the two is.
#[derive(Clone, Copy)]
struct Rival {
    strategy: usize,
    p_best: [f64; 2],
}

/// Share of the draws of the best strategy from which on another one is nearly tied with it.
const NEAR: f64 = 0.5;

/// Probabilities of beating the reference in a single market.
struct Market {
    common: f64,
    independent: Option<f64>,
}

impl<'a> Verdict<'a> {
    /// Of a run.
    pub(super) fn of_run(about: &'a About, findings: &'a Findings) -> Self {
        let comparison = &findings.comparisons[0];
        let (best, equals) = (comparison.best(), comparison.equals(comparison.best()));
        let summary = &comparison.strategies[best];
        let others = comparison.strategies.len() - 1;
        let choice = match (best, equals.len()) {
            (0, _) if others == 0 => Choice::Alone(&summary.worth.npv),
            (0, same) if same == others => Choice::Nothing,
            (0, _) => Choice::Reference,
            _ => Choice::Pays {
                difference: &summary.difference.npv,
                roi: summary.roi.value,
                rival: Rival::of(comparison).filter(|_| about.is_uncertain && equals.is_empty()),
            },
        };
        let p_best = summary.p_best + equals.iter().map(|&i| comparison.strategies[i].p_best).sum::<f64>();
        let pays = |about: &About| about.has_chance && best != 0;
        let certainty = if others > equals.len() && about.is_uncertain {
            Some(Certainty::Inputs { p_best, market: pays(about).then(|| Market::of(summary)) })
        } else if about.is_one_simulation() {
            Some(Certainty::OneSimulation)
        } else if others > equals.len() && pays(about) {
            let standard_error = summary.difference_standard_error;
            Some(Certainty::Chance { at_means: about.has_spread, standard_error, market: Market::of(summary) })
        } else {
            None
        };
        Verdict {
            about,
            strategies: comparison.strategies.iter().map(|s| &*s.name).collect(),
            best,
            equals,
            choice,
            certainty,
            unusual: summary.roi.value.zip(unusual_return(summary)),
            models: findings.variants.first(),
            scenarios: findings.comparisons.iter().map(|c| (&*c.scenario, &*c.strategies[c.best()].name)).collect(),
            weighted: weighted(&findings.across),
        }
    }

    /// Of a decision in all scenarios.
    pub(super) fn of_decision(
        about: &'a About,
        decisions: &'a [Decision],
        across: &'a [AcrossScenarios],
        models: Option<&'a Variants>,
    ) -> Self {
        let found = &decisions[0];
        let (best, equals) = (&found.strategies[found.best], found.equals());
        let choice = match found.second().map(|next| &found.strategies[next]) {
            Some(next) => Choice::Highest {
                next: &next.name,
                by: best.npv.mean - next.npv.mean,
                p_best: best.p_best + equals.iter().map(|&s| found.strategies[s].p_best).sum::<f64>(),
            },
            None => Choice::Nothing,
        };
        Verdict {
            about,
            strategies: found.strategies.iter().map(|s| &*s.name).collect(),
            best: found.best,
            equals,
            choice,
            certainty: None,
            unusual: None,
            models,
            scenarios: decisions.iter().map(|d| (&*d.scenario, &*d.strategies[d.best].name)).collect(),
            weighted: weighted(across),
        }
    }

    /// In sentences.
    pub(super) fn sentences(&self, locale: &Locale) -> Vec<String> {
        let subject = if matches!(self.choice, Choice::Pays { .. }) { Subject::It } else { Subject::Named };
        let holds = self.models.and_then(|found| holding(locale, found, self.best, &self.equals, subject));
        // Where the scenarios have weights, the weighted result is the answer, and the first scenario an example.
        let weighted = self.weighted(locale);
        let choice = match weighted {
            Some(_) => tr!(locale, "run-in-scenario", scenario = self.scenarios[0].0, text = self.choice(locale)),
            None => self.choice(locale),
        };
        let all = [weighted, Some(choice), holds, self.certainty(locale), self.unusual(locale), self.elsewhere(locale)];
        all.into_iter().flatten().collect()
    }

    fn ticked(&self, strategies: impl IntoIterator<Item = usize>) -> Vec<String> {
        strategies.into_iter().map(|s| format!("`{}`", self.strategies[s])).collect()
    }

    fn choice(&self, locale: &Locale) -> String {
        let (name, reference, currency) = (self.strategies[self.best], self.strategies[0], &self.about.currency);
        let horizon = &self.about.horizon(locale);
        let same = locale.list(&self.ticked(self.equals.iter().copied()));
        let is_alone = self.equals.is_empty();
        match self.choice {
            Choice::Alone(npv) => tr!(
                locale,
                "run-alone",
                name = name,
                amount = locale.compact_money(npv.mean, currency),
                horizon = horizon,
                low = locale.compact(npv.p05),
                high = locale.compact(npv.p95),
            ),
            Choice::Nothing => {
                let names = locale.list(&self.ticked([self.best].into_iter().chain(self.equals.iter().copied())));
                tr!(locale, "run-nothing-to-choose", names = names)
            }
            Choice::Reference if is_alone => tr!(locale, "run-none-pays", reference = reference, horizon = horizon),
            Choice::Reference => {
                tr!(locale, "run-none-pays-some-same", reference = reference, horizon = horizon, same = same)
            }
            Choice::Pays { difference, roi, rival } => {
                let amount = locale.compact_money(difference.mean, currency);
                let pays = match (self.about.is_one_simulation(), rival) {
                    (false, Some(Rival { strategy, p_best: [here, there] })) => tr!(
                        locale,
                        "run-pays-tied",
                        name = name,
                        rival = self.strategies[strategy],
                        share = locale.share_whole(here),
                        other = locale.share_whole(there),
                        amount = amount,
                        reference = reference,
                        horizon = horizon,
                        low = locale.signed(difference.p05),
                        high = locale.signed(difference.p95),
                    ),
                    (true, _) => tr!(
                        locale,
                        "run-pays-once",
                        name = name,
                        amount = amount,
                        reference = reference,
                        horizon = horizon
                    ),
                    (false, None) => tr!(
                        locale,
                        "run-pays",
                        name = name,
                        amount = amount,
                        reference = reference,
                        horizon = horizon,
                        low = locale.signed(difference.p05),
                        high = locale.signed(difference.p95),
                    ),
                };
                let pays = match roi {
                    Some(roi) => tr!(locale, "run-pays-return", text = pays, roi = locale.share(roi)),
                    None => tr!(locale, "run-pays-no-return", text = pays),
                };
                match is_alone {
                    true => pays,
                    false => locale.joined([pays, tr!(locale, "run-pays-not-alone", same = same, name = name)]),
                }
            }
            Choice::Highest { next, by, p_best } => {
                let choose = match is_alone {
                    true => tr!(locale, "decide-choose", name = name),
                    false => {
                        let names = self.ticked([self.best].into_iter().chain(self.equals.iter().copied()));
                        tr!(locale, "decide-choose-equal", names = locale.either(&names))
                    }
                };
                locale.sentence(tr!(
                    locale,
                    "decide-above",
                    text = choose,
                    amount = locale.compact_money(by, currency),
                    second = next,
                    who = if is_alone { "alone" } else { "equal" },
                    share = locale.share_whole(p_best),
                ))
            }
        }
    }

    fn certainty(&self, locale: &Locale) -> Option<String> {
        let (name, reference) = (self.strategies[self.best], self.strategies[0]);
        Some(match self.certainty.as_ref()? {
            Certainty::Inputs { p_best, market } => {
                let who = if self.equals.is_empty() { "alone" } else { "equal" };
                let sure = tr!(locale, "run-sure", who = who, name = name, share = locale.share_whole(*p_best));
                locale.sentence(match market {
                    None => sure,
                    Some(market) => tr!(
                        locale,
                        "run-sure-market",
                        text = sure,
                        name = name,
                        reference = reference,
                        share = locale.share_whole(market.common),
                        known = market.known(),
                        independent = market.independent(locale),
                    ),
                })
            }
            Certainty::Chance { at_means, standard_error, market } => tr!(
                locale,
                "run-luck",
                inputs = if *at_means { "means" } else { "certain" },
                error = locale.compact(*standard_error),
                name = name,
                reference = reference,
                share = locale.share_whole(market.common),
                known = market.known(),
                independent = market.independent(locale),
            ),
            Certainty::OneSimulation => tr!(locale, "run-one-history"),
        })
    }

    fn unusual(&self, locale: &Locale) -> Option<String> {
        let (roi, reason) = self.unusual?;
        Some(tr!(
            locale,
            "run-published",
            low = locale.share_whole(PUBLISHED_ROI[0]),
            high = locale.share_whole(PUBLISHED_ROI[1]),
            roi = locale.share(roi),
            reason = unusual_return_reason(reason, locale),
        ))
    }

    /// Which scenario the verdict holds in, and what is best in the others.
    fn elsewhere(&self, locale: &Locale) -> Option<String> {
        let (&(scenario, here), others) = self.scenarios.split_first()?;
        if others.is_empty() {
            return None;
        }
        let differing: Vec<String> = others
            .iter()
            .filter(|(_, there)| *there != here)
            .map(|(scenario, name)| tr!(locale, "run-elsewhere-one", scenario = *scenario, name = *name))
            .collect();
        Some(match differing.is_empty() {
            true => tr!(locale, "run-elsewhere-same", scenario = scenario, name = here),
            false => tr!(locale, "run-elsewhere", scenario = scenario, others = locale.series(&differing)),
        })
    }

    fn weighted(&self, locale: &Locale) -> Option<String> {
        let (best, amount) = self.weighted?;
        let reference = self.strategies[0];
        Some(match best {
            0 => tr!(locale, "run-weighted-none", reference = reference),
            _ => {
                let amount = locale.compact_money(amount, &self.about.currency);
                let name = self.strategies[best];
                tr!(locale, "run-weighted", name = name, amount = amount, reference = reference)
            }
        })
    }
}

impl Rival {
    /// The strategy that comes next in how often it is the best, where it comes near.
    fn of(comparison: &Comparison) -> Option<Self> {
        let (best, strategies) = (comparison.best(), &comparison.strategies);
        let others = (0..strategies.len()).filter(|&s| s != best);
        let next = others.max_by(|&a, &b| strategies[a].p_best.total_cmp(&strategies[b].p_best))?;
        let p_best = [best, next].map(|s| strategies[s].p_best);
        (p_best[1] >= NEAR * p_best[0]).then_some(Rival { strategy: next, p_best })
    }
}

impl Market {
    fn of(summary: &StrategySummary) -> Self {
        Market { common: summary.p_beats_reference, independent: summary.p_beats_independently }
    }

    fn known(&self) -> &'static str {
        if self.independent.is_some() { "yes" } else { "no" }
    }

    fn independent(&self, locale: &Locale) -> String {
        locale.share_whole(self.independent.unwrap_or_default())
    }
}

/// Whether another strategy is nearly as often the best as the best one.
pub(super) fn is_nearly_tied(comparison: &Comparison) -> bool {
    comparison.best() > 0 && Rival::of(comparison).is_some()
}

/// The best strategy by the weights of two or more scenarios and its difference to the reference, where they have weights.
pub(super) fn weighted(across: &[AcrossScenarios]) -> Option<(usize, f64)> {
    let amounts: Option<Vec<f64>> = across.iter().map(|a| a.weighted_difference).collect();
    let amounts = amounts.filter(|amounts| amounts.len() > 1)?;
    let best = best_of(&amounts);
    Some((best, amounts[best]))
}
