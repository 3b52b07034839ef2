//! Where the difference between two strategies comes from, and what would reverse it.

use serde::Serialize;

use crate::analysis::flip::{Flip, flip, flip_to};
use crate::analysis::summary::best_of;
use crate::analysis::why::{ChannelPart, Explanation, Grouping, LeverPart, explain};
use crate::ask::{Answer, Question, Subject, Unanswered};
use crate::engine::channels::Channel;

/// Parameter draws unless asked for.
const USUAL_DRAWS: u64 = 1_000;
/// Draws over which the strategy is chosen where none is named.
const CHOOSING: u64 = 200;

/// Why is one strategy worth more than another, and what would reverse that?
#[derive(Clone, Debug, PartialEq)]
pub struct WhyQuestion {
    /// The strategy to explain; the best besides the reference where not given.
    pub strategy: Option<String>,
    /// The one it is compared with; the reference where not given.
    pub against: Option<String>,
    /// How levers are put together.
    pub grouping: Grouping,
}

/// A difference explained.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reasons {
    /// The strategy explained.
    pub strategy: String,
    /// The one it is compared with.
    pub against: String,
    /// Parameter draws behind the means.
    pub draws: usize,
    /// Mean NPV of the strategy less that of the other, money.
    pub npv_difference: f64,
    /// Mean programme cost of the strategy less that of the other, money.
    pub programme_difference: f64,
    /// By lever; they sum to the difference.
    pub levers: Vec<LeverReason>,
    /// By channel; with programme cost they sum to the difference.
    pub channels: Vec<ChannelReason>,
    /// The nearest change of the uncertain inputs that makes another strategy the best; `None` where there is none, or
    /// nothing is uncertain.
    pub flip: Option<TurningPoint>,
    /// The strategy that is best now.
    #[serde(skip)]
    pub ahead: String,
    /// What is uncertain.
    #[serde(skip)]
    pub uncertain: Uncertainty,
}

/// Whether a turning point can be looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncertainty {
    /// Inputs are uncertain.
    Uncertain,
    /// Inputs are uncertain, but the study stands at their point values.
    AtPointValues,
    /// No input is uncertain.
    Certain,
}

/// What a lever, or a table of levers, adds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeverReason {
    /// The keys.
    pub keys: Vec<String>,
    /// What it adds to the NPV difference, money.
    pub npv: f64,
    /// Of that, what it adds to contribution.
    pub contribution: f64,
    /// Of that, what it takes as programme cost (positive: it costs).
    pub programme: f64,
    /// Standard error of `npv` where orders of levers were sampled.
    pub standard_error: Option<f64>,
}

/// What a channel adds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChannelReason {
    /// The channel.
    #[serde(serialize_with = "channel_name")]
    pub channel: Channel,
    /// All that it adds to contribution, money.
    pub npv: f64,
    /// Of that, through customers who are there.
    pub customers: f64,
    /// Of that, by saving acquisition cost.
    pub acquisition: f64,
}

/// The nearest change of inputs that makes another strategy the best.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurningPoint {
    /// The strategy that is best now.
    pub best: String,
    /// The one that would be.
    pub rival: String,
    /// How far the inputs move, in standard deviations; negative where they are already beyond.
    pub distance: f64,
    /// Probability of that or a greater change in this direction.
    pub probability: f64,
    /// Whether the study's orders hold there.
    pub in_order: bool,
    /// The inputs.
    pub inputs: Vec<TurningInput>,
}

/// An input of a turning point.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurningInput {
    /// Its key.
    pub key: String,
    /// Its median.
    pub median: f64,
    /// Its value where the decision turns.
    pub value: f64,
    /// How far that is, in standard deviations.
    pub moved: f64,
    /// Its share of the change.
    pub importance: f64,
}

fn channel_name<S: serde::Serializer>(channel: &Channel, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(channel.name())
}

impl LeverReason {
    fn of(part: &LeverPart) -> Self {
        LeverReason {
            keys: part.keys.iter().map(ToString::to_string).collect(),
            npv: part.npv,
            contribution: part.contribution,
            programme: part.programme,
            standard_error: part.standard_error,
        }
    }
}

impl ChannelReason {
    fn of(part: &ChannelPart) -> Self {
        let ChannelPart { channel, customers, acquisition } = *part;
        ChannelReason { channel, npv: part.total(), customers, acquisition }
    }
}

impl TurningPoint {
    fn of(flip: &Flip, subject: &Subject<'_>) -> Self {
        let input = |input: &crate::analysis::flip::FlippedInput| TurningInput {
            key: input.name.clone(),
            median: input.median,
            value: input.value,
            moved: input.moved,
            importance: input.importance,
        };
        TurningPoint {
            best: subject.name(flip.best).to_string(),
            rival: subject.name(flip.rival).to_string(),
            distance: flip.distance,
            probability: flip.probability,
            in_order: flip.is_in_order,
            inputs: flip.inputs.iter().map(input).collect(),
        }
    }
}

impl Question for WhyQuestion {
    type Found = Reasons;
    const COMMAND: &'static str = "why";

    /// Asks it.
    ///
    /// # Errors
    /// A name that the scenario does not have, a strategy compared with itself, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Reasons>, Unanswered> {
        let draws = subject.draws(USUAL_DRAWS);
        let evaluator = subject.evaluator()?;
        let choosing = draws.min(CHOOSING);
        let [of, against] = subject.pair(&evaluator, choosing, self.strategy.as_deref(), self.against.as_deref())?;
        let seed = subject.study().settings.seed;
        let found: Explanation = explain(&evaluator, subject.scenario(), against, of, self.grouping, draws, seed);
        let records = evaluator.records_at(&evaluator.draws(draws.min(found.draws as u64)));
        let sum = |i: usize| records.iter().map(|draw| draw[i].npv()).sum::<f64>();
        let best = best_of(&(0..evaluator.strategies()).map(sum).collect::<Vec<f64>>());
        // Asked about two strategies, what would reverse these two; else what would turn the decision.
        let is_about_two = self.strategy.is_some() || self.against.is_some();
        let (first, second) = if found.npv_difference < 0.0 { (against, of) } else { (of, against) };
        let has_inputs = !evaluator.inputs().columns().is_empty();
        let uncertain = match (has_inputs, subject.study().is_uncertain()) {
            (true, true) => Uncertainty::Uncertain,
            (true, false) => Uncertainty::AtPointValues,
            (false, _) => Uncertainty::Certain,
        };
        let ahead = if is_about_two { first } else { best };
        let turned = match (uncertain, is_about_two) {
            (Uncertainty::Uncertain, true) => flip_to(&evaluator, ahead, &[second]),
            (Uncertainty::Uncertain, false) => flip(&evaluator, ahead),
            _ => None,
        };
        let cautions = subject.gap_caution(&[[of, against]])?.into_iter().collect();
        let reasons = Reasons {
            strategy: subject.name(of).to_string(),
            against: subject.name(against).to_string(),
            draws: found.draws,
            npv_difference: found.npv_difference,
            programme_difference: found.programme_difference,
            levers: found.levers.iter().map(LeverReason::of).collect(),
            channels: found.channels.iter().map(ChannelReason::of).collect(),
            flip: turned.as_ref().map(|flip| TurningPoint::of(flip, subject)),
            ahead: subject.name(ahead).to_string(),
            uncertain,
        };
        subject.answer(reasons, cautions)
    }
}
