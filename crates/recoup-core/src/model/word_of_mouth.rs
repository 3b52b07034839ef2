//! Section 6, word of mouth: what is told, remembered and heard.

use crate::math::{exp, exp_m1, ln, pow};
use crate::scenario::failure::ByOutcome;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Views;
use crate::units::SegmentIdx;

/// What stays the same over periods.
#[derive(Clone, Debug)]
pub struct WordOfMouthRules {
    /// Share of a stock kept from one period to the next.
    kept: f64,
    /// -ln of that.
    forgetting: f64,
    /// People who may hear: all customers and prospects at the start.
    listeners: f64,
    negative_impact: f64,
    positive_impact: f64,
    /// Factors that turn what a customer newly hears into its effect on staying.
    retention_negative: f64,
    retention_positive: f64,
    /// Rate at which prospects choose, per period.
    in_market: f64,
    preference: f64,
}

/// Messages on their way.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stocks {
    negative: f64,
    positive: f64,
}

/// What hearing does in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hearing {
    /// alpha: probability that a prospect becomes a customer of their own accord.
    pub join: f64,
    leave_more: f64,
    leave_less: f64,
}

impl Hearing {
    /// The probability to stay after hearing, from that before.
    #[inline]
    pub(crate) fn stay(&self, stay: f64) -> f64 {
        (1.0 - (1.0 - stay) * self.leave_less) * self.leave_more
    }
}

impl WordOfMouthRules {
    /// The rules of a set of parameters.
    pub(crate) fn new(parameters: &Parameters) -> Self {
        let wom = &parameters.word_of_mouth;
        let per_year = parameters.horizon.per_year();
        let kept = pow(wom.persistence_per_month, 12.0 / per_year);
        WordOfMouthRules {
            kept,
            forgetting: -ln(kept),
            listeners: parameters.market.customers + parameters.market.prospects,
            negative_impact: wom.negative_impact,
            positive_impact: wom.positive_impact,
            retention_negative: wom.negative_impact / wom.retention_divisor_negative,
            retention_positive: wom.positive_impact * parameters.loyalty.window_years * per_year
                / wom.retention_divisor_positive,
            in_market: parameters.acquisition.in_market_per_year / per_year,
            preference: parameters.acquisition.preference,
        }
    }

    /// What everybody hears in a period that starts with these stocks, shared by all people (mixing).
    pub(crate) fn hearing(&self, stocks: &Stocks) -> Hearing {
        self.hear(stocks, self.listeners)
    }

    /// What a person hears in a period that starts with these stocks of messages of their own.
    pub(crate) fn own_hearing(&self, negative: f64, positive: f64) -> Hearing {
        self.hear(&Stocks { negative, positive }, 1.0)
    }

    /// What a stock of a person's own messages adds to the hazard of leaving, at most.
    pub(crate) fn leaving_by_own(&self, negative: f64) -> f64 {
        self.retention_negative * (1.0 - self.kept) * negative
    }

    /// What a customer hears in a period that starts with these stocks of messages of their own. They do not join.
    #[inline]
    pub(crate) fn hearing_of_customer(&self, negative: f64, positive: f64) -> Hearing {
        let newly = |stock: f64| (1.0 - self.kept) * stock;
        Hearing {
            join: 0.0,
            leave_more: exp(-self.retention_negative * newly(negative)),
            leave_less: exp(-self.retention_positive * newly(positive)),
        }
    }

    fn hear(&self, stocks: &Stocks, listeners: f64) -> Hearing {
        let newly = |stock: f64| (1.0 - self.kept) * stock / listeners;
        let remembered = |stock: f64| {
            if self.kept <= 0.0 {
                0.0
            } else if self.kept >= 1.0 {
                stock / listeners
            } else {
                newly(stock) / self.forgetting
            }
        };
        let choose = (1.0 - (1.0 - self.preference) * exp(-self.positive_impact * remembered(stocks.positive)))
            * exp(-self.negative_impact * remembered(stocks.negative));
        Hearing {
            join: -exp_m1(-self.in_market * choose),
            leave_more: exp(-self.retention_negative * newly(stocks.negative)),
            leave_less: exp(-self.retention_positive * newly(stocks.positive)),
        }
    }

    /// The greatest probability that a prospect joins of their own accord in a period, whatever they heard.
    pub(crate) fn joins_at_most(&self) -> f64 {
        -exp_m1(-self.in_market)
    }

    /// Share of a stock of messages kept from one period to the next.
    pub(crate) fn kept(&self) -> f64 {
        self.kept
    }

    /// Adds what was told in this period: S(t+1) = f S(t) + M(t).
    pub(crate) fn tell(&self, stocks: &mut Stocks, negative: f64, positive: f64) {
        stocks.negative = self.kept * stocks.negative + negative;
        stocks.positive = self.kept * stocks.positive + positive;
    }
}

/// Customers lost per unhappy customer by word of mouth to prospects: told * preference * kappa-.
/// Published figures run from .07 to .93.
pub fn lost_per_unhappy_customer(parameters: &Parameters) -> f64 {
    let wom = &parameters.word_of_mouth;
    (wom.told.silent + wom.public_share * wom.public_audience) * parameters.acquisition.preference * wom.negative_impact
}

/// What the customers of a segment tell others, as far as segments may differ in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Talk {
    /// Mean messages by outcome.
    pub told: ByOutcome,
    /// Share of unhappy customers who post in public.
    pub public_share: f64,
    /// People that a post reaches.
    pub public_audience: f64,
}

/// Who tells what: the different ways of talking, and each segment's.
#[derive(Clone, Debug)]
pub struct TalkRules {
    /// The different ones, in the order of the segments.
    pub talks: Vec<Talk>,
    of_segment: Vec<usize>,
}

impl TalkRules {
    /// The rules of a set of parameters as each segment meets it.
    pub(crate) fn new(views: &Views) -> Self {
        let mut talks: Vec<Talk> = Vec::new();
        let of_segment = (0..views.study().segments.len()).map(|g| {
            let wom = &views.for_segment(g).word_of_mouth;
            let talk =
                Talk { told: wom.told.clone(), public_share: wom.public_share, public_audience: wom.public_audience };
            talks.iter().position(|known| *known == talk).unwrap_or_else(|| {
                talks.push(talk);
                talks.len() - 1
            })
        });
        let of_segment = of_segment.collect();
        TalkRules { talks, of_segment }
    }

    /// The number of a segment's way of talking.
    #[inline]
    pub(crate) fn of_segment(&self, segment: SegmentIdx) -> usize {
        self.of_segment[segment.0]
    }
}
