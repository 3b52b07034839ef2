//! One world for one strategy: every number of the model, plain and checked.
//!
//! The meaning, unit, default and source of each number stand in the evidence ledger
//! (`recoup explain KEY`); the equations in `docs/model.md`.

use std::sync::Arc;

use crate::math::{exp2, ln_1p, pow};
use crate::scenario::key::Key;
use crate::units::Outcome;

/// Declares a table of the study: its numbers by key, and access to them by name.
macro_rules! table {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident),* $(,)? } $({ $($(#[$other_doc:meta])* $other:ident: $type:ty),* $(,)? })?) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$doc])* pub $field: f64,)*
            $($($(#[$other_doc])* pub $other: $type,)*)?
        }

        impl $name {
            /// The plain numbers of this table, by key.
            pub const NUMBERS: &'static [&'static str] = &[$(stringify!($field)),*];

            /// The table whose plain numbers are `number(key)`, with the rest as given.
            #[allow(clippy::too_many_arguments, reason = "one for each field that is no number; each table has one reader")]
            pub fn read(mut number: impl FnMut(&'static str) -> f64 $($(, $other: $type)*)?) -> Self {
                $name { $($field: number(stringify!($field)),)* $($($other,)*)? }
            }

            /// Moves every number from the one of `from` towards its own: `w` of the way.
            pub fn mix(&mut self, from: &Self, w: f64) {
                $(self.$field = mixed(from.$field, self.$field, w);)*
            }

            /// The plain number of that key.
            pub fn number_mut(&mut self, key: &str) -> Option<&mut f64> {
                match key {
                    $(stringify!($field) => Some(&mut self.$field),)*
                    _ => None,
                }
            }
        }
    };
}

/// `w` of the way from `from` to `to`; exactly the one number where the two are equal.
pub fn mixed(from: f64, to: f64, w: f64) -> f64 {
    if from == to { to } else { from + w * (to - from) }
}

/// The length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// 52 a year.
    Week,
    /// 12 a year.
    Month,
    /// 4 a year.
    Quarter,
    /// 1 a year.
    Year,
}

impl Period {
    /// Y: periods per year.
    pub fn per_year(self) -> f64 {
        match self {
            Period::Week => 52.0,
            Period::Month => 12.0,
            Period::Quarter => 4.0,
            Period::Year => 1.0,
        }
    }

    /// The word in a scenario file.
    pub fn name(self) -> &'static str {
        match self {
            Period::Week => "week",
            Period::Month => "month",
            Period::Quarter => "quarter",
            Period::Year => "year",
        }
    }
}

/// What a customer is worth beyond the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TerminalValue {
    /// Nothing.
    None,
    /// The lifetime value of the customers active at the end.
    Clv,
}

/// When the cash of a period falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cash {
    /// At its start.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

impl Cash {
    /// delta: the part of a period that is over when its cash falls.
    pub fn delta(self) -> f64 {
        match self {
            Cash::Start => 0.0,
            Cash::Middle => 0.5,
            Cash::End => 1.0,
        }
    }
}

/// Which customers of a period buy and cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Those at its start.
    Start,
    /// The average of its start and its end.
    Average,
    /// Those at its end.
    End,
}

impl Counted {
    /// The customers counted, of those before and after a period.
    #[inline]
    pub fn of(self, before: f64, after: f64) -> f64 {
        match self {
            Counted::Start => before,
            Counted::Average => 0.5 * (before + after),
            Counted::End => after,
        }
    }
}

/// What a failure rate or share counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Failures per purchase.
    Purchase,
    /// Failures per customer and year.
    Year,
    /// Failures per customer and period of the study.
    Period,
}

/// Below this coefficient of variation customers of a segment buy alike.
pub const LEAST_CV: f64 = 1e-4;

/// What kind of need a failure disappoints (Kano).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// More is better, less is worse.
    Performance,
    /// Taken for granted: nobody is delighted by its recovery.
    MustBe,
    /// A surprise: its absence costs little.
    Attractive,
}

/// What causes a kind of failure. A label: it moves no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Staff.
    People,
    /// The way of working.
    Process,
    /// The thing sold.
    Product,
    /// Systems.
    Technology,
    /// Outside the firm.
    External,
    /// Not said.
    Unstated,
}

/// How satisfaction and resolution answer to compensation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompensationCurve {
    /// The service was accepted: the first money works best.
    Concave,
    /// The service was rejected: steepest near 90 % of the loss.
    SShaped,
}

/// What the firm does about customers who left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcquisitionPolicy {
    /// Buys replacements up to the target.
    Replace,
    /// Buys nobody.
    None,
    /// Nobody is bought; prospects adopt or reject by what their contacts signal.
    Contagion,
}

/// Who talks to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkKind {
    /// Everybody to anybody.
    Mixing,
    /// Ties at random (Erdős and Rényi).
    Random,
    /// A ring of neighbours, some ties rewired (Watts and Strogatz).
    SmallWorld,
    /// Newcomers tie to the well tied (Barabási and Albert).
    ScaleFree,
    /// Closed circles of strong ties, and weak contacts made anew every period.
    Circles,
    /// Ties read from a file.
    Edges,
}

/// Ties by the numbers of the people they join, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EdgeList(pub Vec<[u32; 2]>);

/// The span that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Horizon {
    /// Length of a period.
    pub period: Period,
    /// T: number of periods.
    pub periods: u32,
    /// Per year.
    pub discount_rate: f64,
    /// What counts beyond the horizon.
    pub terminal_value: TerminalValue,
    /// When the cash of a period falls.
    pub cash: Cash,
    /// Which customers of a period buy and cost.
    pub counted: Counted,
    /// Parts into which every period of the file is cut: 1, or 2 to measure the error of the time step.
    pub parts: u32,
}

impl Horizon {
    /// Y: periods per year.
    pub fn per_year(&self) -> f64 {
        self.period.per_year() * f64::from(self.parts)
    }

    /// The worth today of one unit of money at the start of period `t`: (1 + discount rate)^(-t/Y).
    pub fn discount(&self, t: u32) -> f64 {
        self.discount_at(f64::from(t))
    }

    /// The worth today of one unit of the cash of period `t`: (1 + discount rate)^(-(t + delta)/Y).
    pub fn discount_cash(&self, t: u32) -> f64 {
        self.discount_at(f64::from(t) + self.cash.delta())
    }

    fn discount_at(&self, periods: f64) -> f64 {
        pow(1.0 + self.discount_rate, -periods / self.per_year())
    }
}

/// When a strategy acts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// First period in which it acts, 0-based.
    pub starts: u32,
    /// Periods until it acts fully.
    pub ramp_periods: u32,
}

impl Timing {
    /// Whether it acts fully from the start of the horizon.
    pub fn is_immediate(self) -> bool {
        self == Timing::default()
    }

    /// How far it has come in period `t`, from `starts` on: 0 to 1.
    pub fn progress(self, t: u32) -> f64 {
        if self.ramp_periods == 0 {
            return 1.0;
        }
        ((f64::from(t.saturating_sub(self.starts)) + 0.5) / f64::from(self.ramp_periods)).min(1.0)
    }
}

table! {
    /// Who is there at the start.
    Market {
        /// N0: active customers at the start (whole).
        customers,
        /// P0: prospects at the start (whole).
        prospects,
    }
}

table! {
    /// A group of customers who buy alike.
    Segment {
        /// Part of the customers; shares sum to 1.
        share,
        /// Purchases per customer and year.
        purchases_per_year,
        /// Contribution per purchase, in money.
        margin,
        /// Money per customer and year to serve and keep.
        retention_cost,
        /// l: repurchase over the window when nothing fails.
        base_loyalty,
        /// Coefficient of variation of purchases_per_year over its customers, gamma.
        purchases_cv,
    } {
        /// Its name.
        name: Arc<str>,
        /// Whether it is lived by classes of customers who buy more or less often.
        classes: bool,
        /// Numbers of its own in place of the study's, by the study's keys, in key order.
        own: Vec<(Key, f64)>,
    }
}

impl Segment {
    /// Its own number in place of the study's `key`, if it has one.
    pub fn own_mut(&mut self, key: &[&str]) -> Option<&mut f64> {
        self.own.iter_mut().find(|(own, _)| own.0 == key).map(|(_, number)| number)
    }

    /// Gives it a number of its own in place of the study's `key`, and takes that away which this one replaces.
    pub fn set_own(&mut self, key: Key, value: f64) {
        let instead = match key.parts().as_slice() {
            [table, name, "compensation"] => Some(Key::from_parts([*table, *name, "compensation_amount"])),
            [table, name, "compensation_amount"] => Some(Key::from_parts([*table, *name, "compensation"])),
            _ => None,
        };
        self.own.retain(|(own, _)| *own != key && Some(own) != instead.as_ref());
        let at = self.own.partition_point(|(own, _)| *own < key);
        self.own.insert(at, (key, value));
    }
}

table! {
    /// A kind of service failure.
    Failure {
        /// d: share that the firm notices before the customer speaks.
        detected,
        /// 0..1: seen as lasting.
        stability,
        /// 0..1: seen as the firm's own doing.
        control,
        /// Share of customers told beforehand that it may happen, and what will then be done.
        forewarned,
        /// Share of such failures that the guarantee covers.
        guaranteed,
    } {
        /// phi(0): failures per purchase, or per customer and year or period; absent where the share is given.
        rate: Option<f64>,
        /// Share of customers hit at least once per year or period; absent where the rate is given.
        share: Option<f64>,
        /// Its name.
        name: Arc<str>,
        /// Index of its severity in [`Parameters::severities`].
        severity: usize,
        /// What causes it.
        cause: Cause,
        /// What `rate` or `share` counts.
        per: Per,
        /// Kind of need that it disappoints.
        need: Need,
        /// Where in the customer's journey it happens.
        touchpoint: Option<Arc<str>>,
        /// First period in force, 0-based.
        first_period: u32,
        /// Last period in force, inclusive.
        last_period: u32,
    }
}

table! {
    /// A number for each of the four outcomes of a failure.
    ByOutcome {
        /// Did not speak.
        silent,
        /// Spoke (or was found), and was not helped.
        unresolved,
        /// Was helped, slowly.
        resolved,
        /// Was helped quickly.
        quick,
    }
}

impl Failure {
    /// Gives it a share, or else a rate, and takes the other away; with the other goes what it counted.
    pub fn set_incidence(&mut self, is_share: bool, value: f64) {
        if is_share != self.share.is_some() {
            self.per = if is_share { Per::Year } else { Per::Purchase };
        }
        self.rate = (!is_share).then_some(value);
        self.share = is_share.then_some(value);
    }

    /// phi(0): failures per purchase, or per customer and year; `per_year` periods of the study's file a year.
    pub fn rate_in_force(&self, per_year: f64) -> f64 {
        let rate = match (self.share, self.rate) {
            (Some(share), _) => -ln_1p(-share),
            (None, rate) => rate.unwrap_or(f64::NAN),
        };
        if self.per == Per::Period { rate * per_year } else { rate }
    }

    /// Takes that much of its rate or share.
    pub fn scale_incidence(&mut self, factor: f64) {
        for number in [&mut self.rate, &mut self.share].into_iter().flatten() {
            *number *= factor;
        }
    }
}

impl ByOutcome {
    /// All four numbers.
    pub fn numbers_mut(&mut self) -> [&mut f64; 4] {
        [&mut self.silent, &mut self.unresolved, &mut self.resolved, &mut self.quick]
    }

    /// The number of an outcome.
    pub fn after(&self, outcome: Outcome) -> f64 {
        match outcome {
            Outcome::Silent => self.silent,
            Outcome::Unresolved => self.unresolved,
            Outcome::Resolved => self.resolved,
            Outcome::Quick => self.quick,
        }
    }
}

table! {
    /// A number for each thing that a customer may remember.
    ByMemory {
        /// A failure that was put right.
        recovered,
        /// A failure that was not.
        aggrieved,
        /// A failure after which they are more loyal than before.
        delighted,
    }
}

table! {
    /// How grave a failure is.
    Severity {
        /// Money the customer loses.
        loss,
        /// Fall of satisfaction on 1..7.
        satisfaction_drop,
        /// c: probability of voice to someone who can act.
        complain,
        /// Sigma of the lognormal spread of losses round `loss`, their mean.
        loss_sigma,
    } {
        /// Its name.
        name: Arc<str>,
        /// x of this severity; absent = `recovery.compensation`.
        compensation: Option<f64>,
        /// Money paid on a resolved case, in place of `compensation`.
        compensation_amount: Option<f64>,
        /// Repurchase after a refund, by severity: only where two cases are mixed that differ in it.
        invoked_repurchase: Option<f64>,
        /// Whether it is the other case's, in one of two aligned cases: nothing fails with it here.
        borrowed: bool,
        /// rho: repurchase over the window after each outcome.
        repurchase: ByOutcome,
    }
}

table! {
    /// How failures move loyalty.
    Loyalty {
        /// w: years that repurchase rates speak of.
        window_years,
        /// No-failure repurchase behind the repurchase tables.
        reference_base,
        /// Part of (unresolved - silent) that is who complains, not complaining.
        selection_share,
        /// How far those who were asked or found react to recovery as complainers do.
        solicited_response,
        /// Log-odds taken off when an earlier failure is remembered.
        repeat_log_odds,
        /// Log-odds taken off for a second bad ending.
        double_deviation_log_odds,
        /// Log-odds taken off recovered outcomes, times stability.
        stability_log_odds,
        /// Log-odds taken off recovered outcomes, times control.
        control_log_odds,
        /// Log-odds added to recovered outcomes, times (apology - 0.5).
        treatment_log_odds,
        /// Part of the loss of loyalty that remains where the need is attractive.
        attractive_share,
        /// Mean years until a failure is forgotten.
        memory_years,
        /// Log-odds added to repurchase after a failure of which the customer was told beforehand.
        forewarned_log_odds,
    } {
        /// Margin per purchase while a failure is remembered, as a multiple.
        spend: ByMemory,
    }
}

table! {
    /// How customers who came lately differ from established ones.
    Tenure {
        /// Mean years until a newcomer is an established customer.
        newcomer_years,
        /// Margin per purchase of a newcomer, as a multiple.
        newcomer_margin,
        /// Cost to serve and keep a newcomer, as a multiple.
        newcomer_retention_cost,
    }
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

table! {
    /// What customers tell others, and what it does.
    WordOfMouth {
        /// k of the negative binomial number of messages.
        dispersion,
        /// kappa-: fall of a listener's purchase probability per message.
        negative_impact,
        /// kappa+: rise toward 1 per message.
        positive_impact,
        /// Customers are moved less than prospects by bad news.
        retention_divisor_negative,
        /// Customers are moved less than prospects by good news.
        retention_divisor_positive,
        /// Share of remembered messages kept from month to month.
        persistence_per_month,
        /// Share of unhappy customers who also post in public.
        public_share,
        /// People a post reaches.
        public_audience,
        /// Positive messages per year of a customer without a failure who bears no grudge.
        told_per_year_without_failure,
    } {
        /// Mean number of messages after each outcome.
        told: ByOutcome,
    }
}

table! {
    /// Where new customers come from.
    Acquisition {
        /// Growth of the replacement target per year.
        growth_per_year,
        /// Rate per year at which prospects choose a provider.
        in_market_per_year,
        /// Probability that an in-market prospect picks us, without word of mouth.
        preference,
        /// Acquisition cost over the segment's retention cost.
        cost_ratio,
        /// Rate per year at which lapsed customers become prospects again.
        return_per_year,
        /// eta: how much dearer it gets to replace more than natural churn.
        cost_elasticity,
    } {
        /// Whether leavers are replaced.
        policy: AcquisitionPolicy,
        /// Money per bought customer; absent = `cost_ratio` times the segment's retention cost.
        cost: Option<f64>,
        /// Money per year for buying customers; absent = no limit.
        budget_per_year: Option<f64>,
    }
}

table! {
    /// Failures mended because they were heard of.
    Learning {
        /// Share of failures removed per year if every failure were heard of.
        rate,
    }
}

table! {
    /// The satisfaction layer.
    Satisfaction {
        /// Mean satisfaction before a failure, on 1..7.
        mean,
        /// Its standard deviation.
        sd,
        /// Most that recovery can give back.
        gain,
        /// Factor per earlier failure that is remembered.
        repeat_attenuation,
        /// Slope of the log-odds of repurchase on satisfaction, when it drives repurchase.
        slope,
        /// Factor on the drop of satisfaction where a must-be need is disappointed.
        must_be_factor,
        /// Factor on the drop of satisfaction where an attractive need is disappointed.
        attractive_factor,
    } {
        /// Whether satisfaction drives repurchase.
        drives_repurchase: bool,
    }
}

table! {
    /// Money that moves a number, with diminishing returns.
    Response {
        /// Money per year; part of programme cost.
        spend_per_year,
        /// What the number tends to.
        limit,
        /// Spend that goes half of the way.
        half,
    } {
        /// Its name.
        name: Arc<str>,
        /// The number it moves.
        key: Key,
    }
}

table! {
    /// How customers differ from each other (engine `agents`).
    Individuals {
        /// Standard deviation of base loyalty on the log-odds.
        loyalty_sd,
        /// Coefficient of variation of spend, gamma.
        spend_cv,
        /// Correlation of loyalty and the inclination to speak.
        voice_loyalty_rho,
    }
}

table! {
    /// Who talks to whom (engine `agents`).
    Network {
        /// Mean number of ties of a person.
        degree,
        /// Share of ties of a small world that are rewired.
        rewiring,
        /// Share of ties that are strong.
        strong_share,
        /// Effect of a message along a strong tie, in messages along a weak one.
        strong_multiplier,
    } {
        /// The kind of network.
        kind: NetworkKind,
        /// The ties of a network of kind `edges`.
        edges: Option<Arc<EdgeList>>,
    }
}

table! {
    /// How adoption spreads under the policy `contagion` (engine `agents`).
    Contagion {
        /// Probability that advertising makes an undecided prospect adopt, per period.
        advertising,
        /// Probability that a strong contact who likes it signals so, per period.
        strong,
        /// The same of a weak contact.
        weak,
        /// The same of contacts who do not, as a multiple.
        negative_multiplier,
        /// Probability that an adopter is disappointed.
        unhappy,
    }
}

table! {
    /// What the programme costs.
    Costs {
        /// Money per contact.
        per_contact,
        /// Money per desk position and year.
        agent_per_year,
        /// Money per year to run the programme.
        fixed_per_year,
        /// Money at the start.
        setup,
        /// Money per year for training.
        training_per_year,
        /// Money per year for prevention.
        prevention_per_year,
        /// Money per active customer and year for detection.
        detection_per_customer_year,
        /// Money per active customer and year for telling beforehand what may fail.
        forewarning_per_customer_year,
    }
}

/// Every number that the model reads, for one strategy in one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// The span.
    pub horizon: Horizon,
    /// Who is there.
    pub market: Market,
    /// Groups of customers; at least one.
    pub segments: Vec<Segment>,
    /// Kinds of failure; at least one.
    pub failures: Vec<Failure>,
    /// Degrees of failure.
    pub severities: Vec<Severity>,
    /// How failures move loyalty.
    pub loyalty: Loyalty,
    /// How newcomers differ.
    pub tenure: Tenure,
    /// Bringing customers to speak.
    pub voice: Voice,
    /// What happens to cases.
    pub recovery: Recovery,
    /// What is promised.
    pub guarantee: Guarantee,
    /// What is told.
    pub word_of_mouth: WordOfMouth,
    /// Where new customers come from.
    pub acquisition: Acquisition,
    /// What is learned.
    pub learning: Learning,
    /// Money that moves numbers, in file order.
    pub responses: Vec<Response>,
    /// What it costs.
    pub costs: Costs,
    /// The satisfaction layer.
    pub satisfaction: Satisfaction,
    /// How customers differ.
    pub individuals: Individuals,
    /// Who talks to whom.
    pub network: Network,
    /// How adoption spreads.
    pub contagion: Contagion,
    /// When it acts.
    pub timing: Timing,
    /// What the firm does until then, responses applied: the reference's case. None where it acts at once.
    pub before: Option<Arc<Parameters>>,
}

/// What a full compensation resolves at most, and what is resolved without.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Maximum {
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
    pub fn is_below_plain(&self) -> bool {
        self.most < self.plain
    }
}

impl Recovery {
    /// The maxima that are given, of the desk and of the front line.
    pub fn maxima(&self) -> impl Iterator<Item = Maximum> + use<> {
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

impl Parameters {
    /// The number that `key` names; `None` when it names none here, or one that is absent.
    pub fn number_mut(&mut self, key: &Key) -> Option<&mut f64> {
        match key.parts().as_slice() {
            ["horizon", "discount_rate"] => Some(&mut self.horizon.discount_rate),
            ["market", number] => self.market.number_mut(number),
            ["segment", name, number] => named(&mut self.segments, |s| &s.name, name)?.number_mut(number),
            ["segment", name, own @ ..] => named(&mut self.segments, |s| &s.name, name)?.own_mut(own),
            ["failure", name, "rate"] => named(&mut self.failures, |f| &f.name, name)?.rate.as_mut(),
            ["failure", name, "share"] => named(&mut self.failures, |f| &f.name, name)?.share.as_mut(),
            ["failure", name, number] => named(&mut self.failures, |f| &f.name, name)?.number_mut(number),
            ["severity", name, "repurchase", outcome] => {
                named(&mut self.severities, |s| &s.name, name)?.repurchase.number_mut(outcome)
            }
            ["severity", name, "compensation"] => named(&mut self.severities, |s| &s.name, name)?.compensation.as_mut(),
            ["severity", name, "compensation_amount"] => {
                named(&mut self.severities, |s| &s.name, name)?.compensation_amount.as_mut()
            }
            ["severity", name, number] => named(&mut self.severities, |s| &s.name, name)?.number_mut(number),
            ["loyalty", "spend", remembered] => self.loyalty.spend.number_mut(remembered),
            ["tenure", number] => self.tenure.number_mut(number),
            ["loyalty", number] => self.loyalty.number_mut(number),
            ["voice", number] => self.voice.number_mut(number),
            ["recovery", "desk", number] => self.recovery.desk.as_mut()?.number_mut(number),
            ["recovery", "resolves_max"] => self.recovery.resolves_max.as_mut(),
            ["recovery", "front_line_limit"] => self.recovery.front_line_limit.as_mut(),
            ["recovery", "front_line_resolves_max"] => self.recovery.front_line_resolves_max.as_mut(),
            ["recovery", number] => self.recovery.number_mut(number),
            ["guarantee", "repurchase"] => self.guarantee.repurchase.as_mut(),
            ["guarantee", number] => self.guarantee.number_mut(number),
            ["word_of_mouth", "told", outcome] => self.word_of_mouth.told.number_mut(outcome),
            ["word_of_mouth", number] => self.word_of_mouth.number_mut(number),
            ["acquisition", "cost"] => self.acquisition.cost.as_mut(),
            ["acquisition", "budget_per_year"] => self.acquisition.budget_per_year.as_mut(),
            ["acquisition", number] => self.acquisition.number_mut(number),
            ["learning", number] => self.learning.number_mut(number),
            ["response", name, number] => named(&mut self.responses, |r| &r.name, name)?.number_mut(number),
            ["costs", number] => self.costs.number_mut(number),
            ["satisfaction", number] => self.satisfaction.number_mut(number),
            ["individuals", number] => self.individuals.number_mut(number),
            ["network", number] => self.network.number_mut(number),
            ["contagion", number] => self.contagion.number_mut(number),
            _ => None,
        }
    }

    /// Sets the number that `key` names, also one that may be absent; `false` where the case has none of
    /// that name. People stay whole.
    pub fn set_number(&mut self, key: &Key, value: f64) -> bool {
        match key.parts().as_slice() {
            ["market", "customers"] => self.market.customers = value.round(),
            ["market", "prospects"] => self.market.prospects = value.round(),
            ["segment", name, own @ ..] if own.len() > 1 => {
                let known = self.clone().set_number(&Key::from_parts(own.iter().copied()), value);
                match named(&mut self.segments, |s| &s.name, name).filter(|_| known) {
                    Some(segment) => segment.set_own(Key::from_parts(own.iter().copied()), value),
                    None => return false,
                }
            }
            ["failure", name, number @ ("rate" | "share")] => match named(&mut self.failures, |f| &f.name, name) {
                Some(failure) => failure.set_incidence(*number == "share", value),
                None => return false,
            },
            ["severity", name, number @ ("compensation" | "compensation_amount")] => {
                match named(&mut self.severities, |s| &s.name, name) {
                    Some(severity) => {
                        let is_share = *number == "compensation";
                        severity.compensation = is_share.then_some(value);
                        severity.compensation_amount = (!is_share).then_some(value);
                    }
                    None => return false,
                }
            }
            ["recovery", "resolves_max"] => self.recovery.resolves_max = Some(value),
            ["recovery", "front_line_resolves_max"] => self.recovery.front_line_resolves_max = Some(value),
            ["recovery", "front_line_limit"] => self.recovery.front_line_limit = Some(value),
            ["guarantee", "repurchase"] => self.guarantee.repurchase = Some(value),
            ["acquisition", "cost"] => self.acquisition.cost = Some(value),
            ["acquisition", "budget_per_year"] => self.acquisition.budget_per_year = Some(value),
            _ => match self.number_mut(key) {
                Some(number) => *number = value,
                None => return false,
            },
        }
        true
    }

    /// Sets a number for all segments, or takes away one that may be absent: none keeps one of its own.
    pub fn set_everywhere(&mut self, key: &[&str], value: Option<f64>) {
        for segment in &mut self.segments {
            segment.own.retain(|(own, _)| own.0 != key);
        }
        let key = Key::from_parts(key.iter().copied());
        match value {
            Some(value) => {
                self.set_number(&key, value);
            }
            None => self.unset(&key),
        }
    }

    /// Takes a number away that may be absent.
    pub fn unset(&mut self, key: &Key) {
        match key.parts().as_slice() {
            ["segment", name, own @ ..] => {
                if let Some(segment) = named(&mut self.segments, |s| &s.name, name) {
                    segment.own.retain(|(key, _)| key.0 != own);
                }
            }
            ["recovery", "resolves_max"] => self.recovery.resolves_max = None,
            ["recovery", "front_line_resolves_max"] => self.recovery.front_line_resolves_max = None,
            ["recovery", "front_line_limit"] => self.recovery.front_line_limit = None,
            ["guarantee", "repurchase"] => self.guarantee.repurchase = None,
            ["acquisition", "cost"] => self.acquisition.cost = None,
            ["acquisition", "budget_per_year"] => self.acquisition.budget_per_year = None,
            _ => (),
        }
    }

    /// x_s: the share of the loss paid on a resolved case of severity number `severity`.
    pub fn compensation(&self, severity: usize) -> f64 {
        let severity = &self.severities[severity];
        match severity.compensation_amount {
            Some(amount) if severity.loss > 0.0 => amount / severity.loss,
            Some(_) => 0.0,
            None => severity.compensation.unwrap_or(self.recovery.compensation),
        }
    }

    /// The mean of the segments' base loyalty, weighted by share; exactly the common value where all are equal.
    pub fn mean_base_loyalty(&self) -> f64 {
        let Some(first) = self.segments.first() else { return f64::NAN };
        if self.segments.iter().all(|segment| segment.base_loyalty == first.base_loyalty) {
            return first.base_loyalty;
        }
        self.segments.iter().map(|segment| segment.share * segment.base_loyalty).sum()
    }

    /// The case as the customers of segment number `segment` meet it: with the segment's own numbers in place of the
    /// study's.
    pub fn for_segment(&self, segment: usize) -> Parameters {
        let mut parameters = self.clone();
        for (key, value) in &self.segments[segment].own {
            parameters.set_number(key, *value);
        }
        parameters
    }

    /// The same case told in periods of half the length.
    pub fn halved(&self) -> Parameters {
        let mut parameters = self.clone();
        parameters.horizon.parts *= 2;
        parameters.horizon.periods *= 2;
        for failure in &mut parameters.failures {
            failure.first_period = failure.first_period.saturating_mul(2);
            failure.last_period = failure.last_period.saturating_mul(2).saturating_add(1);
        }
        parameters.timing.starts *= 2;
        parameters.timing.ramp_periods *= 2;
        parameters.before = parameters.before.map(|before| Arc::new(before.halved()));
        parameters
    }

    /// Lets every response act, in file order: `limit + (plain - limit) * 2^(-spend/half)`.
    pub fn apply_responses(&mut self) {
        for i in 0..self.responses.len() {
            let response = self.responses[i].clone();
            if let Some(number) = self.number_mut(&response.key) {
                let left = exp2(-response.spend_per_year / response.half);
                *number = response.limit + (*number - response.limit) * left;
            }
        }
    }
}

fn named<'a, T>(list: &'a mut [T], name_of: impl Fn(&T) -> &Arc<str>, name: &str) -> Option<&'a mut T> {
    list.iter_mut().find(|item| &**name_of(item) == name)
}
