//! Failure modes: how often, how often unheard, and the money at risk beside the risk priority number.

use serde::Serialize;

use crate::analysis::fmea::{FailureModes, Kpis, failure_modes, kpis};
use crate::ask::{Answer, Question, Subject, Unanswered};

/// Parameter draws unless asked for.
const USUAL_DRAWS: u64 = 1_000;

/// Which failures put how much money at risk, and does the risk priority number rank them alike?
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FmeaQuestion {
    /// Name of the strategy under which the failures happen; the reference, what happens now, where none is named.
    pub strategy: Option<String>,
}

/// The failure modes of a strategy, and what the service of all strategies comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fmea {
    /// Name of the strategy under which the failures happen.
    pub strategy: String,
    /// Parameter draws.
    pub draws: usize,
    /// Its failure modes.
    #[serde(flatten)]
    pub found: FailureModes,
    /// By strategy, the reference first: what its service comes to.
    pub kpis: Vec<Kpis>,
}

impl Question for FmeaQuestion {
    type Found = Fmea;
    const COMMAND: &'static str = "fmea";

    /// Asks it.
    ///
    /// # Errors
    /// A strategy that the scenario does not have, a study that spreads by contagion, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Fmea>, Unanswered> {
        let strategy = self.strategy.as_deref().map_or(Ok(0), |name| subject.find_strategy(name))?;
        let evaluator = subject.evaluator()?;
        let points = evaluator.draws(subject.draws(USUAL_DRAWS));
        let parameters = subject.strategy(strategy).parameters.with_point_values();
        let journey = &subject.study().touchpoints;
        let found = failure_modes(&evaluator, strategy, parameters, journey, &points);
        let names: Vec<&str> = (0..evaluator.strategies()).map(|i| subject.name(i)).collect();
        let kpis = kpis(&evaluator, &names, &points);
        let draws = points.len();
        subject.answer(Fmea { strategy: subject.name(strategy).to_string(), draws, found, kpis }, Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::fmea::Kpi;
    use crate::analysis::summary::DeskTotals;
    use crate::ask::fmea::{Fmea, FmeaQuestion};
    use crate::ask::run::RunQuestion;
    use crate::ask::{Question, Subject, Unanswered};
    use crate::engine::evaluate::{Evaluator, Moved};
    use crate::input::source::Origin;
    use crate::input::{Request, load};
    use crate::model::row::{Column, Row};
    use crate::scenario::key::Key;
    use crate::scenario::study::Study;

    fn study(name: &str, draws: u64, set: &[&str]) -> Study {
        let mut request = Request::builtin(name);
        request.draws = Some(draws);
        request.set = set.iter().map(ToString::to_string).collect();
        load(&request).expect("it is shipped").study
    }

    fn asked(study: &Study, strategy: Option<&str>) -> Fmea {
        let question = FmeaQuestion { strategy: strategy.map(str::to_string) };
        question.ask(&Subject::new(study, None).unwrap()).unwrap().found
    }

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0), "{a} {b}");
    }

    #[test]
    fn money_at_risk_is_the_npv_without_the_kind_less_the_npv_now() {
        let study = study("city-hotel", 24, &[]);
        let found = asked(&study, None).found;
        let evaluator = Evaluator::new(&study, &study.scenarios[0]);
        let points = evaluator.draws(24);
        for mode in &found.modes {
            let key = Key::from_parts(["failure", &mode.kind, "rate"]);
            let place = evaluator.inputs().columns().iter().position(|column| *column == key.to_string()).unwrap();
            let gain = |factor: f64| {
                let of = |values: &Vec<f64>| {
                    let lever = Moved { key: &key, value: factor * values[place], in_reference: true };
                    evaluator.record_with(0, values, &[lever]).npv() - evaluator.record(0, values).npv()
                };
                points.iter().map(of).sum::<f64>() / points.len() as f64
            };
            near(mode.npv_at_risk.mean, gain(0.0));
            near(mode.npv_of_halving.mean, gain(0.5));
            assert!(0.0 < mode.npv_of_halving.mean && mode.npv_of_halving.mean < mode.npv_at_risk.mean);
            assert!(mode.npv_at_risk.p05 < mode.npv_at_risk.p50 && mode.npv_at_risk.p50 < mode.npv_at_risk.p95);
        }
        // Alone at their touchpoints, the kinds are their groups; all together are taken away at once.
        let names: Vec<_> = found.touchpoints.iter().map(|group| group.name.as_deref().unwrap()).collect();
        assert_eq!(names, ["booking", "arrival"]);
        let of = |kind: &str| found.modes.iter().find(|mode| mode.kind == kind).unwrap().npv_at_risk;
        assert_eq!(found.touchpoints[1].npv_at_risk, of("room not ready"));
        let keys = ["room not ready", "lost booking"].map(|kind| Key::from_parts(["failure", kind, "rate"]));
        let none = keys.each_ref().map(|key| Moved { key, value: 0.0, in_reference: true });
        let gain =
            |values: &Vec<f64>| evaluator.record_with(0, values, &none).npv() - evaluator.record(0, values).npv();
        near(found.all.npv_at_risk.mean, points.iter().map(gain).sum::<f64>() / points.len() as f64);
    }

    #[test]
    fn what_is_unheard_is_what_nobody_complains_of_and_nobody_sees() {
        let set = ["failure.\"room not ready\".detected=0.25", "voice.solicit=0.2", "guarantee.invoked=0.1"];
        let study = study("city-hotel", 1, &set);
        let found = asked(&study, Some("today")).found;
        let of = |kind: &str| found.modes.iter().find(|mode| mode.kind == kind).unwrap();
        // (1 - detected) (1 - invoked) (1 - complain) (1 - solicited)
        near(of("room not ready").incidence.unheard.unwrap(), 0.75 * 0.9 * 0.9 * 0.8);
        near(of("lost booking").incidence.unheard.unwrap(), 0.9 * 0.6 * 0.8);
        let per_purchase = of("room not ready").incidence.failures_per_purchase.unwrap();
        assert!((per_purchase / 0.05 - 1.0).abs() < 0.05, "{per_purchase}");
        let of_all = found.all.incidence.failures_per_year;
        near(of_all, found.modes.iter().map(|mode| mode.incidence.failures_per_year).sum());
        // 40 and 250 of a mean margin of (0.9 x 60 + 2.4 x 80) / 3.3; 1 in 20 and 1 in 125 purchases.
        near(found.margin_per_purchase, (0.9 * 60.0 + 2.4 * 80.0) / 3.3);
        let ranks = |kind: &str| [of(kind).ranks.severity, of(kind).ranks.detection, of(kind).rpn];
        assert_eq!(ranks("room not ready"), [4, 5, 4 * 5 * of("room not ready").ranks.occurrence]);
        assert_eq!(ranks("lost booking"), [6, 5, 6 * 5 * of("lost booking").ranks.occurrence]);
        assert_eq!(of("lost booking").ranks.occurrence, 6);
    }

    #[test]
    fn figures_of_service_are_those_of_a_run() {
        let study = study("city-hotel", 1, &["study.engine=expected"]);
        let found = asked(&study, None);
        let run = RunQuestion.ask(&Subject::new(&study, None).unwrap()).unwrap().found;
        let summaries = &run.comparisons()[0].strategies;
        assert_eq!(found.kpis.len(), summaries.len());
        for (kpis, summary) in found.kpis.iter().zip(summaries) {
            assert_eq!(kpis.strategy, *summary.name);
            let sum = |column| summary.periods.iter().map(|row: &Row| row.get(column)).sum::<f64>();
            let value = |kpi| kpis.get(kpi).map(|band| band.mean);
            near(value(Kpi::Unheard).unwrap(), sum(Column::Silent) / sum(Column::Episodes));
            near(value(Kpi::Quickly).unwrap(), sum(Column::Quick) / (sum(Column::Episodes) - sum(Column::Silent)));
            near(value(Kpi::InTime).unwrap(), DeskTotals::of(summary).unwrap().in_time);
            let repurchase = value(Kpi::Repurchase).unwrap();
            assert!(0.0 < repurchase && repurchase < 1.0);
        }
        // Two contacts per case of the desk; the front line settles some cases where there is one.
        let of = |name: &str| found.kpis.iter().find(|kpis| kpis.strategy == name).unwrap();
        let today = of("today");
        near(today.contacts_per_case.unwrap().mean, 2.0);
        assert_eq!(today.first_contact_resolution, None);
        let asking = of("ask").complaints_per_1000_purchases.unwrap().mean;
        assert!(asking > 2.0 * today.complaints_per_1000_purchases.unwrap().mean);
        // Complaints: all failures but the silent, where nothing is detected.
        let heard = found.found.all.incidence.unheard.map(|unheard| 1.0 - unheard).unwrap();
        let per_purchase = found.found.all.incidence.failures_per_purchase.unwrap();
        near(today.complaints_per_1000_purchases.unwrap().mean, 1_000.0 * heard * per_purchase);
    }

    #[test]
    fn a_front_line_settles_its_share_at_the_first_contact() {
        let set = ["recovery.front_line_share=0.5", "recovery.front_line_resolves=0.6", "recovery.false_claims=0.2"];
        let found = asked(&study("city-hotel", 1, &set), None);
        let kpis = &found.kpis[0];
        near(kpis.first_contact_resolution.unwrap().mean, 0.3);
        near(kpis.contacts_per_case.unwrap().mean, 0.5 + 2.0 * 0.7);
    }

    #[test]
    fn a_strategy_that_starts_late_has_the_kinds_of_both() {
        let study = study("city-hotel", 4, &["strategy.prevent.starts=7", "strategy.prevent.ramp_periods=6"]);
        let [now, late] = ["today", "prevent"].map(|name| asked(&study, Some(name)).found);
        let at_risk = |found: &crate::analysis::fmea::FailureModes, kind: &str| {
            found.modes.iter().find(|mode| mode.kind == kind).unwrap().npv_at_risk.mean
        };
        assert_eq!(late.modes.len(), 2);
        let [before, after] = [&now, &late].map(|found| at_risk(found, "room not ready"));
        assert!(0.0 < after && after < before, "{before} {after}");
    }

    #[test]
    fn one_kind_without_a_touchpoint_has_no_journey_and_nothing_to_disagree_about() {
        let found = asked(&study("tarp-minor", 8, &[]), None).found;
        assert_eq!((found.modes.len(), found.touchpoints.len(), found.disagreements.len()), (1, 0, 0));
        assert_eq!((found.modes[0].place_by_money, found.modes[0].place_by_rpn), (1, 1));
        assert_eq!(found.causes[0].npv_at_risk, found.modes[0].npv_at_risk);
        assert_eq!(found.all.npv_at_risk, found.modes[0].npv_at_risk);
    }

    /// A kind of which a share of customers is hit in one year alone, and one that never happens.
    const SELDOM: &str = r#"
        [horizon]
        period = "year"
        periods = 3
        [market]
        customers = 1000
        prospects = 0
        [[segment]]
        name = "all"
        share = 1.0
        purchases_per_year = 2.0
        margin = 50.0
        retention_cost = 0.0
        base_loyalty = 0.8
        [severity.minor]
        loss = 10.0
        complain = 0.3
        repurchase = { silent = 0.5, unresolved = 0.4, resolved = 0.6, quick = 0.7 }
        [[failure]]
        name = "outage"
        severity = "minor"
        share = 0.2
        first_period = 1
        last_period = 1
        [[failure]]
        name = "never"
        severity = "minor"
        rate = 0.0
        [acquisition]
        policy = "none"
        in_market_per_year = 0.0
        return_per_year = 0.0
    "#;

    #[test]
    fn a_share_of_customers_is_counted_in_its_period_and_nothing_has_no_rank() {
        let study = load(&Request::new(Origin::Text { name: "seldom".into(), text: SELDOM.into() })).unwrap().study;
        let found = asked(&study, None).found;
        let [outage, never] = ["outage", "never"].map(|kind| found.modes.iter().find(|m| m.kind == kind).unwrap());
        // A fifth of 1,000 customers once in three years.
        near(outage.incidence.failures_per_year, 200.0 / 3.0);
        near(outage.incidence.unheard.unwrap(), 0.7);
        assert_eq!((never.incidence.unheard, never.npv_per_failure), (None, None));
        assert_eq!((never.npv_at_risk.mean, never.ranks.occurrence, never.place_by_money), (0.0, 1, 2));
    }

    #[test]
    fn an_unknown_strategy_is_refused() {
        let study = study("city-hotel", 1, &[]);
        let question = FmeaQuestion { strategy: Some("todya".into()) };
        let refused = question.ask(&Subject::new(&study, None).unwrap());
        let Err(Unanswered::Refused(found)) = refused else { panic!() };
        assert_eq!(found[0].code, "S042");
    }
}
