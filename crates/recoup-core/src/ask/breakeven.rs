//! The value of a number at which two strategies are worth the same.

use serde::Serialize;

use crate::analysis::breakeven::{break_even, share_out_of_order};
use crate::analysis::lever::Lever;
use crate::analysis::sweep::{is_stepped, unit};
use crate::analysis::view::LeverUnit;
use crate::ask::{Answer, Interval, Question, Subject, Unanswered, all, unanswerable};

/// Parameter draws unless asked for.
const USUAL_DRAWS: u64 = 1_000;

/// At which value of a number do two strategies tie?
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BreakEvenQuestion {
    /// Key of the number.
    pub key: String,
    /// Where to look; the key's domain, or up to thirty times its value, where not given.
    pub range: Option<[f64; 2]>,
    /// One strategy; the best besides the reference where not given.
    pub strategy: Option<String>,
    /// The other; the reference where not given.
    pub against: Option<String>,
}

/// Where two strategies tie.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BreakEvenFound {
    /// Parameter draws.
    pub draws: usize,
    /// Key of the number.
    pub key: String,
    /// What it is measured in.
    #[serde(skip)]
    pub unit: LeverUnit,
    /// Whether only whole values make a difference.
    #[serde(skip)]
    pub is_stepped: bool,
    /// One strategy.
    pub strategy: String,
    /// The other.
    pub against: String,
    /// The strategies in which the number moves.
    pub moved_in: Vec<String>,
    /// The range searched.
    pub range: [f64; 2],
    /// The value that the study has.
    pub current: Option<f64>,
    /// The value at which the mean NPV difference is zero, the nearest to the study's.
    pub break_even: Option<f64>,
    /// The same over parameter draws.
    pub break_even_interval: Option<Interval>,
    /// All such values, rising.
    pub all_break_evens: Vec<f64>,
    /// The mean NPV difference at each of them: 0 except for a number in whole steps.
    #[serde(skip)]
    pub at_break_evens: Vec<f64>,
    /// Share of the draws in which the study's orders do not hold at `break_even`.
    pub share_out_of_order: Option<f64>,
    /// Mean NPV of the strategy less that of the other as the study is written, money.
    pub npv_difference: f64,
    /// The same at both ends of the range.
    pub npv_difference_at_ends: [f64; 2],
    /// Whether the number moves nothing.
    pub is_flat: bool,
}

impl Question for BreakEvenQuestion {
    type Found = BreakEvenFound;
    const COMMAND: &'static str = "breakeven";

    /// Asks it.
    ///
    /// # Errors
    /// A name or a key that the scenario does not have, a strategy compared with itself, a range that the number cannot
    /// take, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<BreakEvenFound>, Unanswered> {
        let draws = subject.draws(USUAL_DRAWS);
        let evaluator = subject.evaluator()?;
        let [of, against] = subject.pair(&evaluator, draws, self.strategy.as_deref(), self.against.as_deref())?;
        let scenario = subject.scenario();
        let lever = Lever::named(&self.key, scenario, &[of])
            .or_else(|trouble| Lever::named(&self.key, scenario, &[against]).map_err(|_| trouble))?;
        if let Some(ends) = self.range {
            all(ends.map(|x| lever.accepts(x, scenario)))?;
            if ends[0] >= ends[1] {
                let message = format!("the range from {} to {} has no width", ends[0], ends[1]);
                return Err(unanswerable(message, "write the lower end first").into());
            }
        }
        let found = break_even(&evaluator, &lever, against, of, self.range, draws);
        let orders = &subject.study().orders;
        let out_of_order = |x: f64| share_out_of_order(&evaluator, orders, &lever, &[against, of], x, draws);
        let cautions = lever.caution(subject.point(of)).into_iter().chain(subject.gap_caution(&[[of, against]])?);
        let answer = BreakEvenFound {
            draws: found.draws,
            key: lever.key.to_string(),
            unit: unit(&lever.key),
            is_stepped: is_stepped(&lever.key),
            strategy: subject.name(of).to_string(),
            against: subject.name(against).to_string(),
            moved_in: subject.names(&lever.moves_in),
            range: found.range,
            current: lever.current,
            break_even: found.value,
            break_even_interval: Interval::of(&found.by_draw),
            share_out_of_order: found.value.map(out_of_order),
            npv_difference: found.difference,
            npv_difference_at_ends: found.at_ends,
            is_flat: found.is_flat(),
            all_break_evens: found.roots,
            at_break_evens: found.at_roots,
        };
        subject.answer(answer, cautions.collect())
    }
}
