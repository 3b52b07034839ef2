//! What the model gives for each result of the table `published.toml`.

use std::collections::BTreeMap;

use crate::analysis::compare::compare;
use crate::analysis::repurchase::mean_repurchase;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::input::Request;
use crate::input::source::Origin;
use crate::math::normal;
use crate::model::row::Column;
use crate::model::satisfaction::{Seen, satisfaction_after};
use crate::model::word_of_mouth::lost_per_unhappy_customer;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::EngineKind;
use crate::units::Outcome;
use crate::verify::{TARP_MINOR, lifetime_value, one_failure_each, point_case, run};

/// A figure of the model, with its 5 and 95 % quantiles over the uncertain inputs where there are any.
#[derive(Clone, Copy, Debug)]
pub(super) struct Simulated {
    pub(super) value: f64,
    pub(super) interval: Option<[f64; 2]>,
}

impl Simulated {
    /// Nothing came out.
    pub(super) const NONE: Simulated = Simulated { value: f64::NAN, interval: None };

    fn certain(value: f64) -> Simulated {
        Simulated { value, interval: None }
    }
}

/// Figures by the key of the result.
type Figures = BTreeMap<&'static str, Simulated>;

/// The figure of every result.
pub(super) fn simulated() -> Figures {
    let mut figures = Figures::new();
    figures.extend(returns_by_scenario(
        "british-airways",
        "all",
        ["british-airways-lifetime", "british-airways-three-years"],
    ));
    let tarp = ["tarp-major-few", "tarp-major-half", "tarp-minor-few", "tarp-minor-half", "tarp-as-found"];
    figures.extend(returns_by_scenario("tarp", "both", tarp));
    figures.extend([
        ("hampton", hampton()),
        ("two-calls", two_calls()),
        ("compensation-content", compensation_content()),
        ("folk-ripple", folk_ripple()),
        ("harm-over-months", harm_over_months()),
        ("ctma", ctma()),
        ("reply", reply()),
        ("platform-delay", platform_delay()),
    ]);
    figures.extend(apologies());
    figures.extend(lifetimes());
    figures.extend(preset_tables());
    figures
}

/// Every scenario of a shipped case study, by the expected engine, over its own draws.
fn case_comparisons(name: &str) -> Vec<Comparison> {
    let mut request = Request::builtin(&format!("case:{name}"));
    request.engine = Some(EngineKind::Expected);
    request.replicates = Some(1);
    comparisons(&request)
}

fn comparisons(request: &Request) -> Vec<Comparison> {
    let Ok(mut loaded) = crate::input::load(request) else { return Vec::new() };
    loaded.study.sweeps.clear();
    let Some((study, results)) = run(loaded.study) else { return Vec::new() };
    study.scenarios.iter().zip(&results.scenarios).map(|(scenario, results)| compare(scenario, results)).collect()
}

/// The strategies of a text's first scenario.
fn strategies(text: String, draws: u64) -> Vec<StrategySummary> {
    let mut request = Request::new(Origin::Text { name: "published".into(), text });
    request.engine = Some(EngineKind::Expected);
    request.draws = Some(draws);
    comparisons(&request).into_iter().next().map(|first| first.strategies).unwrap_or_default()
}

/// The return of a strategy of a case study, under one key for each scenario.
fn returns_by_scenario<const N: usize>(
    case: &str,
    strategy: &str,
    keys: [&'static str; N],
) -> impl Iterator<Item = (&'static str, Simulated)> {
    keys.into_iter().zip(case_comparisons(case)).map(move |(key, comparison)| {
        let found = comparison.strategies.iter().find(|s| &*s.name == strategy);
        let value = found.and_then(|s| s.roi.value).unwrap_or(f64::NAN);
        let interval = found.and_then(|s| s.roi.interval).map(|[low, _, high]| [low, high]);
        (key, Simulated { value, interval })
    })
}

/// What refunded guests spend afterwards over what was refunded.
fn hampton() -> Simulated {
    let text = include_str!("hampton.toml").to_string();
    let mut request = Request::new(Origin::Text { name: "published".into(), text });
    (request.engine, request.draws) = (Some(EngineKind::Expected), Some(1000));
    let loaded = crate::input::load(&request).ok().and_then(|loaded| run(loaded.study));
    // With contacts at no cost, the programme is the refunds.
    let mut ratios: Vec<f64> = loaded
        .iter()
        .flat_map(|(_, results)| {
            let strategies = &results.scenarios[0].strategies;
            let pairs = strategies[1].simulations.records.iter().zip(&strategies[0].simulations.records);
            pairs.map(|(a, b)| (a.contribution - b.contribution) / a.programme).collect::<Vec<f64>>()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
    let at = |share: f64| ratios.get((share * ratios.len() as f64) as usize).copied().unwrap_or(f64::NAN);
    Simulated { value: mean, interval: Some([at(0.05), at(0.95)]) }
}

/// One call against two, by satisfaction and by what is known of repurchase.
fn two_calls() -> Simulated {
    let one_call = 0.641;
    Simulated::certain(point_case(TARP_MINOR, 0.04, 0.6, 0.5).map_or(f64::NAN, |parameters| {
        let mean = |outcome| satisfaction_after(&parameters, 0, outcome, Seen::default());
        let shift = (mean(Outcome::Quick) - mean(Outcome::Resolved)) / parameters.satisfaction.sd;
        normal::cdf(normal::quantile(one_call) - shift)
    }))
}

/// Apologies and money: the share that is satisfied with one, given the share that is satisfied with the other.
fn apologies() -> [(&'static str, Simulated); 2] {
    let satisfied = |apology: f64, compensation: f64| {
        point_case(TARP_MINOR, 1.0, 1.0, 0.0).map_or(f64::NAN, |mut parameters: Parameters| {
            (parameters.recovery.apology, parameters.recovery.compensation) = (apology, compensation);
            satisfaction_after(&parameters, 0, Outcome::Resolved, Seen::default()) / parameters.satisfaction.sd
        })
    };
    let from =
        |share: f64, before: f64, after: f64| Simulated::certain(normal::cdf(normal::quantile(share) + after - before));
    [
        ("apology-and-money", from(0.37, satisfied(0.0, 1.0), satisfied(1.0, 1.0))),
        ("ratings-withdrawn", from(0.45, satisfied(1.0, 0.0), satisfied(0.0, 0.25))),
    ]
}

/// The compensation from which a stay with a failure satisfies more than one without. Neither an apology nor speed: the guests
/// of the survey named a sum of money.
fn compensation_content() -> Simulated {
    let found = point_case(TARP_MINOR, 1.0, 1.0, 0.0).and_then(|parameters| {
        let is_content = |compensation: f64| {
            let mut parameters = parameters.clone();
            (parameters.recovery.apology, parameters.recovery.compensation) = (0.0, compensation);
            satisfaction_after(&parameters, 0, Outcome::Resolved, Seen::default()) >= parameters.satisfaction.mean
        };
        let (mut low, mut high) = (0.0, 1.5);
        if is_content(low) || !is_content(high) {
            return None;
        }
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if is_content(middle) { high = middle } else { low = middle }
        }
        Some(high)
    });
    Simulated::certain(found.unwrap_or(f64::NAN))
}

/// Customers that an unhappy one and the six silent ones behind each complaint cost.
fn folk_ripple() -> Simulated {
    let of = |parameters: Parameters| 7.0 * lost_per_unhappy_customer(&parameters);
    Simulated::certain(strategies_of_preset("tarp-major").map_or(f64::NAN, of))
}

/// How long negative word of mouth lasts: prospects lost over 20 months after one month of failures whose only effect is word
/// of mouth, as a multiple of the first.
fn harm_over_months() -> Simulated {
    let told = |told: f64| {
        format!(
            "[[strategy]]\nname = \"{told}\"\nword_of_mouth = {{ told = {{ silent = {told}, unresolved = {told}, resolved = 0, quick = 0 }} }}\n"
        )
    };
    let text = one_failure_each([1.0; 4], &[])
        .replace("period = \"year\"", "period = \"month\"")
        .replace("periods = 2", "periods = 22")
        .replace("prospects = 0", "prospects = 1_000_000")
        .replace("rate = 40", "rate = 0.12")
        .replace("negative_impact = 0\n", "negative_impact = 0.001\nretention_divisor_negative = 1e9\n")
        .replace("in_market_per_year = 0\n", "in_market_per_year = 0.5\n");
    let found = strategies(text + &told(0.0) + &told(9.5), 1);
    let lost = |t: usize| match found.as_slice() {
        [quiet, loud] => quiet.periods[t].get(Column::Organic) - loud.periods[t].get(Column::Organic),
        _ => f64::NAN,
    };
    Simulated::certain((1..21).map(lost).sum::<f64>() / lost(1))
}

/// The calculator of CTMA: 100,000 customers, 40 % with a problem, a fourth of them lost, 100 a year each.
fn ctma() -> Simulated {
    let text = one_failure_each([0.75; 4], &[])
        .replace("customers = 10_000", "customers = 100_000")
        // 1 - exp(-x) = 0.40.
        .replace("rate = 40", "rate = 0.5108256237659907");
    Simulated::certain(strategies(text, 1).first().map_or(f64::NAN, |s| s.lost.total()))
}

/// The curve of speed on a social channel, fitted to the replies within 6 and after 60 minutes.
fn reply() -> Simulated {
    Simulated::certain(26.8 / (1.0 + 22.0 / 8.6))
}

/// A platform: customers spend less after a delay, but do not leave.
fn platform_delay() -> Simulated {
    let text = one_failure_each([1.0; 4], &[]).replace(
        "reference_base = 1\n",
        "reference_base = 1\nmemory_years = 1000\nspend = { aggrieved = { uniform = [0.90, 0.95] } }\n",
    );
    let found = strategies(
        text.replace("draws = 1\n", "draws = 400\n")
            + "[[strategy]]\nname = \"late\"\n[[strategy]]\nname = \"never\"\n[[strategy.failure]]\nname = \"problem\"\nrate = 0\n",
        400,
    );
    let [late, never] = found.as_slice() else { return Simulated::NONE };
    debug_assert!(late.worth.contribution.mean <= never.worth.contribution.mean);
    // The first year's purchases come before anybody remembers: only the second year is less.
    let year = never.worth.contribution.mean / 2.0;
    let difference = &never.difference.contribution;
    Simulated { value: -difference.mean / year, interval: Some([-difference.p95 / year, -difference.p05 / year]) }
}

/// Fewer defections, longer lives: one closed form beside four trades.
fn lifetimes() -> [(&'static str, Simulated); 4] {
    let gain = Simulated::certain(lifetime_value(0.95) / lifetime_value(0.90) - 1.0);
    ["lifetime-card", "lifetime-branch", "lifetime-broker", "lifetime-auto"].map(|key| (key, gain))
}

fn strategies_of_preset(name: &str) -> Option<Parameters> {
    let severity = match name {
        "tarp-minor" => "minor",
        "tarp-major" => "major",
        _ => "problem",
    };
    let loaded = crate::input::build::StudyBuilder::preset(name, severity).load();
    Some(loaded.ok()?.study.scenarios[0].strategies[0].parameters.with_point_values())
}

/// Tables that are inputs of the presets, and what a whole preset gives.
fn preset_tables() -> [(&'static str, Simulated); 6] {
    let average = strategies_of_preset("frontline-realistic")
        .map_or(f64::NAN, |parameters| 0.87 - mean_repurchase(&parameters, 0, 0.87));
    let rage = strategies_of_preset("rage-2015").map_or(f64::NAN, |parameters| {
        parameters.severities[0].repurchase.silent - parameters.severities[0].repurchase.unresolved
    });
    let airline = strategies_of_preset("airline-ba").map_or(f64::NAN, |parameters| {
        parameters.severities[0].repurchase.quick - parameters.severities[0].repurchase.silent
    });
    // SQM: what is settled in one call is quick, in more resolved, or not at all.
    let defection = |resolves: f64, quick: f64| {
        point_case([0.75, 0.75, 0.91, 0.95], 1.0, resolves, quick)
            .map_or(f64::NAN, |parameters| 1.0 - mean_repurchase(&parameters, 0, 1.0))
    };
    [
        ("average-problem", average),
        ("unresolved-below-silent", rage),
        ("complainers-above-silent", airline),
        ("defection-one-call", defection(1.0, 1.0)),
        ("defection-more-calls", defection(1.0, 0.0)),
        ("defection-unresolved", defection(0.0, 0.0)),
    ]
    .map(|(key, value)| (key, Simulated::certain(value)))
}
