//! What one period asks of the customers of one class.

use crate::engine::agents::episode::{Moment, Tables};
use crate::engine::agents::person::Differences;
use crate::engine::agents::purchases::{PurchaseTable, Purchases};
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::population::Stay;
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::random::address::{CommonNumbers, yes_below};
use crate::random::counts::CountTable;
use crate::units::SegmentIdx;

/// Numbers of purchases that are counted sixteen seats at a time; greater ones are looked up.
pub(super) const STEPS: usize = 4;

/// One period, for one class.
pub(super) struct Period<'a> {
    pub(super) kernel: &'a Kernel,
    pub(super) incidence: &'a Incidence,
    pub(super) hearing: &'a Hearing,
    pub(super) numbers: &'a CommonNumbers,
    pub(super) differences: Option<&'a Differences>,
    pub(super) purchase_table: &'a PurchaseTable,
    pub(super) purchases: Purchases<'a>,
    pub(super) t: u32,
    pub(super) class: usize,
    pub(super) segment: SegmentIdx,
    /// Words below mean an episode.
    pub(super) episode: u64,
    /// Words below mean a memory fades.
    pub(super) fade: u64,
    /// By state: words below mean that a customer without an episode stays, and the probability of it.
    pub(super) quiet: Vec<(u64, Stay)>,
    pub(super) steps: [u32; STEPS],
    /// By state: what a purchase brings, as a multiple of the segment's margin; empty where all bring that.
    pub(super) spend: Vec<f64>,
    /// Superset of what happens, for sixteen at a time.
    pub(super) screen: Screen,
}

/// Words that may mean something, without a thought for who it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Screen {
    pub(super) episode: u32,
    pub(super) stay: u32,
    pub(super) fade: u32,
}

/// How newcomers of a class buy in the period in which they join.
#[derive(Clone, Copy)]
pub(super) struct Joining<'a> {
    pub(super) purchases: Purchases<'a>,
    pub(super) table: &'a PurchaseTable,
}

/// What decides how the failures of one class end.
pub(super) struct Settling<'a> {
    pub(super) moment: Moment<'a>,
    pub(super) tables: &'a Tables,
    pub(super) differences: Option<&'a Differences>,
    pub(super) service: Service,
    pub(super) hearing: &'a Hearing,
    /// Number of the class, and of its segment.
    pub(super) class: (usize, SegmentIdx),
    pub(super) joining: Joining<'a>,
}

impl<'a> Period<'a> {
    pub(super) fn new(
        mixing: &'a MixingView<'a>,
        kernel: &'a Kernel,
        incidence: &'a Incidence,
        hearing: &'a Hearing,
        t: u32,
        class: usize,
    ) -> Self {
        let (customer, segment) = (&kernel.customer, kernel.segment(class));
        let quiet: Vec<(u64, Stay)> = (0..customer.states())
            .map(|state| {
                let stay = kernel.loyalty.quiet_stay(segment, customer.remembered(state));
                let stay = Stay::without_episode(stay, hearing);
                (yes_below(stay.heard), stay)
            })
            .collect();
        let least_stay = quiet.iter().map(|&(words, _)| words).min().unwrap_or(0);
        let episode = yes_below(incidence.episode[class]);
        let fade = yes_below(kernel.loyalty.fade);
        let word = |words: u64| u32::try_from(words).unwrap_or(u32::MAX);
        let spend: Vec<f64> = if customer.all_spend_alike() {
            Vec::new()
        } else {
            (0..customer.states()).map(|state| customer.spend(state)).collect()
        };
        // Where their spend or tenure matters, all are looked at whose state is not the first.
        let look_at_all = !spend.is_empty() || customer.tenure.is_some();
        let purchase_table = &mixing.purchase_tables[class];
        Period {
            kernel,
            incidence,
            hearing,
            numbers: mixing.numbers,
            differences: mixing.differences,
            purchase_table,
            purchases: Purchases { numbers: mixing.numbers, t, counted: kernel.money.counted },
            t,
            class,
            segment,
            episode,
            fade,
            quiet,
            spend,
            steps: purchase_table.whole.as_ref().map_or([u32::MAX; STEPS], CountTable::steps),
            screen: Screen {
                episode: word(episode),
                stay: word(least_stay),
                fade: if look_at_all { u32::MAX } else { word(fade) },
            },
        }
    }

    pub(super) fn moment(&self) -> Moment<'a> {
        Moment { kernel: self.kernel, numbers: self.numbers, t: self.t }
    }
}

/// The parts of the population that no pass changes.
pub(super) struct MixingView<'a> {
    pub(super) numbers: &'a CommonNumbers,
    pub(super) differences: Option<&'a Differences>,
    pub(super) purchase_tables: &'a [PurchaseTable],
}
