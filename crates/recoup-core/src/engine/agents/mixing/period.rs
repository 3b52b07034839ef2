//! What one period asks of the customers of one class.

use crate::engine::agents::episode::{Kinds, Moment, Tables};
use crate::engine::agents::numbers;
use crate::engine::agents::person::Differences;
use crate::engine::agents::points::Taking;
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::population::Stay;
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::random::address::CommonNumbers;
use crate::scenario::horizon::Counted;
use crate::units::{SegmentIdx, memory};

/// Whose period it is, and by which rules.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    pub(super) kernel: &'a Kernel,
    pub(super) numbers: &'a CommonNumbers,
    pub(super) t: u32,
    pub(super) differences: Option<&'a Differences>,
    pub(super) class: usize,
    pub(super) segment: SegmentIdx,
}

impl<'a> Setting<'a> {
    pub(super) fn moment(&self) -> Moment<'a> {
        Moment { kernel: self.kernel, numbers: self.numbers, t: self.t }
    }
}

/// What happens before the desk.
pub(super) struct Period<'a> {
    pub(super) setting: Setting<'a>,
    pub(super) hearing: &'a Hearing,
    pub(super) kinds: Kinds,
    pub(super) fails: Taking,
    /// Who leaves without an episode, where customers are alike.
    pub(super) leaves: Taking,
    pub(super) forgets: Taking,
    /// Which newcomers are established, where tenure matters.
    pub(super) establishes: Taking,
    /// By state: the probability to stay of customers who are alike, without an episode.
    pub(super) quiet: Vec<Stay>,
    pub(super) buying: Buying,
}

impl<'a> Period<'a> {
    pub(super) fn new(setting: Setting<'a>, incidence: &Incidence, hearing: &'a Hearing) -> Self {
        let Setting { kernel, class, segment, .. } = setting;
        let customer = &kernel.customer;
        let stay = |state: usize| {
            Stay::without_episode(kernel.loyalty.quiet_stay(segment, customer.remembered(state)), hearing)
        };
        let quiet: Vec<Stay> = (0..customer.states()).map(stay).collect();
        let states = customer.states();
        let fade = kernel.loyalty.fade;
        let established = customer.tenure.map_or(0.0, |tenure| tenure.established);
        Period {
            setting,
            hearing,
            kinds: Kinds::of(kernel, incidence, class),
            fails: Taking::by_state(states, |_| incidence.episode[class]),
            leaves: Taking::by_state(states, |state| {
                if setting.differences.is_none() { 1.0 - quiet[state].heard } else { 0.0 }
            }),
            forgets: Taking::by_state(
                states,
                |state| if customer.remembered(state) == memory::CLEAN { 0.0 } else { fade },
            ),
            establishes: Taking::by_state(
                states,
                |state| if customer.tenure_start(state) > 0 { established } else { 0.0 },
            ),
            quiet,
            buying: Buying::new(&setting),
        }
    }
}

/// How the customers of a class buy.
#[derive(Debug)]
pub(super) struct Buying {
    /// Purchases of a customer in half a period, in the mean.
    pub(super) each: f64,
    counted: Counted,
    /// By state: what a purchase brings, as a multiple of the segment's margin and before traits; of vacant seats nothing. None
    /// where every purchase brings that margin.
    pub(super) worth: Option<Box<[f64; 256]>>,
}

impl Buying {
    pub(super) fn new(setting: &Setting<'_>) -> Self {
        let (kernel, customer) = (setting.kernel, &setting.kernel.customer);
        let worth = || {
            let mut worth = Box::new([0.0; 256]);
            worth.iter_mut().zip(0..customer.states()).for_each(|(worth, state)| *worth = customer.spend(state));
            worth
        };
        Buying {
            each: 0.5 * kernel.money.purchases[setting.class],
            counted: kernel.money.counted,
            worth: (setting.differences.is_some() || !customer.all_spend_alike()).then(worth),
        }
    }

    /// The halves of a period in which those buy who are there at its start, or at its end.
    pub(super) fn halves(&self, at_start: bool) -> &'static [u8] {
        numbers::halves_counted(self.counted, at_start)
    }
}

/// What decides how the failures of one class end.
pub(super) struct Settling<'a> {
    pub(super) setting: Setting<'a>,
    pub(super) tables: &'a Tables,
    pub(super) service: Service,
    pub(super) hearing: &'a Hearing,
}
