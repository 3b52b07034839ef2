//! What the firm does about a failure: asking, the desk, compensation, the guarantee.

use crate::scenario::table::table;

/// How satisfaction and resolution answer to compensation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompensationCurve {
    /// The service was accepted: the first money works best.
    Concave,
    /// The service was rejected: steepest near 90 % of the loss.
    SShaped,
}

table! {
    /// Bringing silent customers to speak.
    Voice {
        /// sigma: share of otherwise silent customers brought to speak.
        solicit,
        /// Money per active customer and year.
        solicit_cost,
    }
}

table! {
    /// The desk that takes cases; speed becomes an output of its capacity.
    Desk {
        /// Positions staffed during every desk hour (rounded down).
        agents,
        /// Minutes of work per contact.
        handle_minutes,
        /// Contacts per case.
        contacts_per_case,
        /// Hours open per week.
        hours_per_week,
        /// Minutes within which a contact is answered in time.
        answer_within_minutes,
        /// Median hours from answer to resolution.
        resolve_median_hours,
        /// Shape of the log-logistic time to resolution.
        resolve_shape,
        /// Hours within which a resolution counts as quick.
        quick_hours,
    }
}

table! {
    /// What happens to a case.
    Recovery {
        /// Share of cases the front line may settle on the spot.
        front_line_share,
        /// Share of those that it does settle.
        front_line_resolves,
        /// Desk: probability of resolution without compensation.
        resolves,
        /// Share of desk resolutions that are quick, when there is no desk.
        quick,
        /// x: share of the loss paid on resolved cases.
        compensation,
        /// 0..1: interactional quality.
        apology,
        /// 0..1: fairness of process and treatment, which lowers the compensation asked.
        fair_treatment,
        /// Part of the compensation asked that full fairness spares.
        fair_treatment_saves,
        /// Further share of the loss paid per day that a resolution is late.
        late_compensation_per_day,
        /// Days by which a late resolution is late, when there is no desk.
        late_days,
        /// Money that a unit of compensation costs the firm.
        compensation_cost,
        /// Claims without a failure per genuine case at full compensation.
        false_claims,
    } {
        /// Share of cases at the front line that it settles at the best compensation; absent = `front_line_resolves`.
        front_line_resolves_max: Option<f64>,
        /// Money: the front line settles only cases whose remedy costs at most this; absent = no limit.
        front_line_limit: Option<f64>,
        /// Desk: probability of resolution at the best compensation; absent = `resolves`.
        resolves_max: Option<f64>,
        /// Shape of the effect of compensation.
        compensation_curve: CompensationCurve,
        /// The desk, if there is one.
        desk: Option<Desk>,
    }
}

impl Recovery {
    /// The maxima that are given, of the desk and of the front line.
    pub(crate) fn maxima(&self) -> impl Iterator<Item = Maximum> + use<> {
        let maximum =
            |key, most: Option<f64>, plain_key, plain| most.map(|most| Maximum { key, most, plain_key, plain });
        [
            maximum("resolves_max", self.resolves_max, "resolves", self.resolves),
            maximum(
                "front_line_resolves_max",
                self.front_line_resolves_max,
                "front_line_resolves",
                self.front_line_resolves,
            ),
        ]
        .into_iter()
        .flatten()
    }
}

table! {
    /// A promise to pay back what was bought when something fails.
    Guarantee {
        /// Share of customers with a failure that the firm did not notice who invoke it.
        invoked,
        /// Money paid back to each.
        refund,
    } {
        /// Their repurchase over the window; absent = the severity's after a quick answer.
        repurchase: Option<f64>,
    }
}

/// What a full compensation resolves at most, and what is resolved without.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Maximum {
    /// Key of the maximum, in `recovery`.
    pub key: &'static str,
    /// The maximum.
    pub most: f64,
    /// Key of what is resolved without compensation, in `recovery`.
    pub plain_key: &'static str,
    /// What is resolved without compensation.
    pub plain: f64,
}

impl Maximum {
    /// Whether compensation would make recovery worse.
    pub(crate) fn is_below_plain(&self) -> bool {
        self.most < self.plain
    }
}
