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
/// [`lifetime`](crate::lifetime).
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
