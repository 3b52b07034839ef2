//! All that a log says about a study, in one call.

use recoup_core::math::{exp, ln};
use serde::Serialize;

use crate::estimate::{Caution, Estimate, Method};
use crate::failures::{self, Kind};
use crate::lifetime::{self, WithoutNotice};
use crate::log::{Checked, DAYS_PER_YEAR};
use crate::matching::{Episodes, Rules, episodes};
use crate::proportion;
use crate::purchases::{self, Purchasing};
use crate::recovery::{Recovery, recovery};
use crate::repurchase::{self, Loyalty, Settings};
use crate::survival::{self, Staying};

/// What a fit needs to know besides the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// How complaints and failures belong together, and what is quick.
    pub rules: Rules,
    /// Window, memory and period of the study.
    pub settings: Settings,
    /// `recovery.desk.answer_within_minutes`.
    pub answer_minutes: f64,
    /// By kind: the loss of one failure, in currency, where it is known. Compensation is a share of it.
    pub loss: Vec<Option<f64>>,
}

impl Default for Question {
    fn default() -> Self {
        Question { rules: Rules::default(), settings: Settings::default(), answer_minutes: 5.0, loss: Vec::new() }
    }
}

/// What a segment's customers do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Segment {
    /// Share of the customers at the end of the data.
    pub share: Estimate,
    /// How often they buy.
    pub purchasing: Option<Purchasing>,
    /// Mean margin of a purchase.
    pub margin: Option<Estimate>,
    /// How long they stay, whatever happens; where leaving is known.
    pub staying: Option<Staying>,
    /// The models of leaving without notice, in years; where leaving is not known.
    pub without_notice: Option<WithoutNotice>,
}

/// What a log says about a study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// Customers at the end of the data.
    pub customers: u64,
    /// Growth of the number of customers per year.
    pub growth_per_year: Option<Estimate>,
    /// By segment.
    pub segments: Vec<Segment>,
    /// By kind of failure.
    pub kinds: Vec<Kind>,
    /// By severity: share of customers who complain if the firm does not notice the failure; `None` where failures are not known.
    pub complain: Vec<Option<Estimate>>,
    /// What the firm does about complaints.
    pub recovery: Recovery,
    /// Loyalty without a failure, and repurchase by how a failure ended.
    pub loyalty: Option<Loyalty>,
}

/// Growth per year from the customers at both ends of the data, whose number changes by arrivals and leavers.
fn growth(log: &Checked<'_>) -> Option<Estimate> {
    let (first, end) = log.window;
    let years = f64::from(end - first) / DAYS_PER_YEAR;
    let (mut start, mut last, mut changes) = (0_u64, 0_u64, 0_u64);
    for (since, left) in log.customers.since.iter().zip(&log.customers.left) {
        let (since, left) = (since.unwrap_or(first), left.unwrap_or(end));
        start += u64::from(since <= first && left > first);
        last += u64::from(since < end && left >= end);
        changes += u64::from(since > first && since < end) + u64::from(left > first && left < end);
    }
    if start == 0 || last == 0 {
        return None;
    }
    let rate = ln(last as f64 / start as f64) / years;
    let error = (changes as f64).sqrt() / last as f64 / years;
    Some(Estimate::normal(last, exp(rate) - 1.0, error * exp(rate), Method::ClusterMean))
}

/// By severity: the share who complain, over all its kinds.
fn complain(log: &Checked<'_>, episodes: &Episodes) -> Vec<Option<Estimate>> {
    let mut counts = vec![(0, 0); log.severities.len()];
    for episode in episodes.all.iter().filter(|episode| !episode.noticed) {
        let (complained, all) = &mut counts[log.severity_of_kind[episode.kind as usize] as usize];
        *all += 1;
        *complained += u64::from(episode.case.is_some());
    }
    let known = episodes.failures_known;
    let caution = Caution::UnmatchedComplaints { n: episodes.unmatched, of: episodes.complaints };
    let one = |(complained, all)| {
        let estimate = (known && all > 0).then(|| proportion::share(complained, all))?;
        Some(if episodes.unmatched > 0 { estimate.with(caution.clone()) } else { estimate })
    };
    counts.into_iter().map(one).collect()
}

/// Everything that the log says.
///
/// Where leaving is known, base loyalty and repurchase come from times; otherwise from the model of
/// [`lifetime`].
pub fn fit(log: &Checked<'_>, question: &Question) -> Fit {
    let (settings, rules) = (&question.settings, &question.rules);
    let episodes = episodes(log, rules);
    let known = log.knows_leaving();
    let mut present = vec![0; log.segments.len()];
    for (customer, &segment) in log.customers.segment.iter().enumerate() {
        let (since, until) = log.observed(customer);
        present[segment as usize] += u64::from(since < log.window.1 && until == log.window.1);
    }
    let models: Vec<Option<WithoutNotice>> =
        if known { None } else { lifetime::by_segment(log, &episodes, settings.window_years) }
            .map_or_else(|| vec![None; log.segments.len()], |models| models.into_iter().map(Some).collect());
    let mut staying: Vec<Option<Staying>> = vec![None; log.segments.len()];
    let mut purchasing: Vec<Option<Purchasing>> = models
        .iter()
        .map(|model| {
            let model = model.as_ref()?.lifetime.as_ref()?;
            Some(Purchasing { per_year: model.rate.clone(), cv: model.cv.clone() })
        })
        .collect();
    if known {
        staying = survival::by_segment(log, settings.window_years);
        purchasing = purchases::by_segment(log);
    }
    let loyalty = if known {
        Some(repurchase::loyalty(log, &episodes, settings))
    } else {
        repurchase::loyalty_without_notice(log, &episodes, settings, &models)
    };
    let margins = purchases::margins(log);
    let parts = proportion::shares(&present).into_iter().zip(purchasing).zip(margins).zip(staying).zip(models);
    let segment = |((((share, purchasing), margin), staying), without_notice)| Segment {
        share,
        purchasing,
        margin,
        staying,
        without_notice,
    };
    Fit {
        customers: present.iter().sum(),
        growth_per_year: growth(log).filter(|_| known),
        segments: parts.map(segment).collect(),
        kinds: failures::by_kind(log, &episodes),
        complain: complain(log, &episodes),
        recovery: recovery(log, rules, question.answer_minutes, &question.loss),
        loyalty,
    }
}

#[cfg(test)]
mod tests {
    use super::{Question, fit};
    use crate::firm::Truth;
    use crate::log::{Customers, Log};

    #[test]
    fn growth_and_shares_by_hand() {
        // 4 customers on the first day, one leaves, two come: 5 at the end of two years. (5/4)^(1/2) - 1 a year.
        let log = Log {
            segments: vec!["a".into(), "b".into()],
            window: (0, 731),
            customers: Customers {
                segment: vec![0, 0, 0, 1, 1, 1],
                since: vec![None, None, None, None, Some(10), Some(700)],
                left: vec![Some(400), None, None, None, None, None],
            },
            ..Log::default()
        };
        let found = fit(&log.check().expect("it is sound"), &Question::default());
        let growth = found.growth_per_year.expect("there are customers at both ends");
        assert!((growth.value - (1.25_f64.powf(365.25 / 731.0) - 1.0)).abs() < 1e-12, "{growth:?}");
        assert_eq!((found.customers, found.segments[0].share.value, found.segments[1].share.value), (5, 0.4, 0.6));
        assert!(found.kinds.is_empty() && found.recovery.resolved.is_none());
        let loyalty = found.loyalty.expect("leaving is known");
        assert!(loyalty.by_severity.is_empty() && loyalty.base.by_segment.iter().all(Option::is_some));
    }

    #[test]
    fn growth_covers_a_steady_firm() {
        // The firms of these tests grow by newcomers and shrink by leavers; the mean growth of 40 of them is the truth here, and at
        // least 26 of 40 intervals contain it: fewer is 5 standard errors below 90 %.
        let truth = Truth { customers: 1_000, ..Truth::default() };
        let growth = |seed: u64| {
            let log = truth.log(seed);
            fit(&log.check().expect("it is sound"), &Question::default()).growth_per_year.expect("there are customers")
        };
        let all: Vec<_> = (0..40).map(growth).collect();
        let mean = all.iter().map(|growth| growth.value).sum::<f64>() / 40.0;
        let covered = all.iter().filter(|growth| growth.covers(mean)).count();
        assert!(covered >= 26, "{covered}");
    }
}
