//! A block of seats, and the two passes of a period over it.

use pulp::{Arch, Simd, WithSimd};

use crate::engine::agents::episode::{Counts, Customer, Episode, Hit, established};
use crate::engine::agents::happening::{Log, Seat, What};
use crate::engine::agents::mixing::period::{Joining, Period, STEPS, Settling};
use crate::engine::agents::numbers;
use crate::engine::agents::person::{Differences, Person};
use crate::engine::agents::purchases::{PurchaseTable, Purchases};
use crate::model::kernel::Kernel;
use crate::model::population::{Met, Settled, Stay, Told};
use crate::random::address::{unit, yes_below};
use crate::random::lanes::{LANES, Words};
use crate::units::{SegmentIdx, memory};

/// In place of a state: the seat is vacant.
pub(super) const VACANT: u8 = u8::MAX;
/// Some seats in a row.
#[derive(Debug)]
pub(super) struct Block {
    /// Number of the first seat, with the address of its class in the upper half.
    pub(super) first: Seat,
    /// Seats that were ever taken.
    pub(super) used: usize,
    /// The state of the customer in each seat, or [`VACANT`].
    pub(super) state: Vec<u8>,
    /// Ordinal of the customer on this seat, 0 at the start.
    pub(super) generation: Vec<u16>,
    /// Traits, where customers differ.
    pub(super) people: Vec<Person>,
    /// Customers by state.
    pub(super) counts: Vec<u32>,
    pub(super) episodes: Vec<Episode>,
    pub(super) pass: Pass,
    pub(super) log: Log,
}

/// What one period comes to in one block.
#[derive(Clone, Debug, Default)]
pub(super) struct Pass {
    pub(super) purchases: f64,
    pub(super) met: Met,
    pub(super) settled: Settled,
    pub(super) told: Told,
    pub(super) left: u64,
    /// Customers without an episode who bear no grudge.
    pub(super) content: f64,
}

/// [`Block::meet_in_rows`] with the widest instructions that the machine has.
struct InRows<'a> {
    block: &'a mut Block,
    period: &'a Period<'a>,
}

impl WithSimd for InRows<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.block.meet_in_rows(self.period);
    }
}

impl Block {
    pub(super) fn new(first: Seat, states: usize, keeps_log: bool) -> Self {
        Block {
            first,
            used: 0,
            state: Vec::new(),
            generation: Vec::new(),
            people: Vec::new(),
            counts: vec![0; states],
            episodes: Vec::new(),
            pass: Pass::default(),
            log: Log::new(keeps_log),
        }
    }

    fn customer<'a>(
        first: Seat,
        people: &'a [Person],
        place: usize,
        (class, segment): (usize, SegmentIdx),
        differences: Option<&'a Differences>,
    ) -> Customer<'a> {
        Customer {
            seat: first + place as u64,
            class,
            segment,
            own: differences.map(|differences| (differences, &people[place])),
        }
    }

    /// Counts what a newcomer at `place` buys in the period in which they join.
    pub(super) fn count_newcomer(&mut self, place: usize, kernel: &Kernel, joining: Joining<'_>) {
        let (seat, own) = (self.first + place as u64, self.spend_of(place));
        self.pass.purchases += joining.purchases.of_newcomer(kernel, joining.table, seat, own);
    }

    /// Corrects the purchases of a customer whose whole period was counted and who changed their state or left.
    fn recount(
        &mut self,
        place: usize,
        kernel: &Kernel,
        purchases: Purchases<'_>,
        table: &PurchaseTable,
        states: (usize, Option<usize>),
    ) {
        let (seat, own) = (self.first + place as u64, self.spend_of(place));
        self.pass.purchases += purchases.recount(kernel, table, seat, own, states);
    }

    /// What a purchase of the customer at `place` brings by their own spend; 1 where customers are alike.
    fn spend_of(&self, place: usize) -> f64 {
        self.people.get(place).map_or(1.0, |person| f64::from(person.spend))
    }

    /// The first pass of a period: purchases, failures, and the quiet lives of all others.
    pub(super) fn meet(&mut self, period: &Period<'_>) {
        self.pass = Pass::default();
        self.episodes.clear();
        let counts_before = self.counts.clone();
        if period.differences.is_some() {
            self.meet_one_by_one(period);
        } else {
            Arch::new().dispatch(InRows { block: self, period });
        }
        let mut with_episode = vec![0_u32; self.counts.len()];
        for episode in &self.episodes {
            with_episode[usize::from(episode.state)] += 1;
        }
        for (state, (&before, &hit)) in counts_before.iter().zip(&with_episode).enumerate() {
            if period.kernel.customer.remembered(state) != memory::AGGRIEVED {
                self.pass.content += f64::from(before - hit);
            }
        }
        // Of customers who are alike, means are lost, and what chance adds; of others it was counted one by one.
        if period.differences.is_none() {
            let (mut quiet_all, mut staying) = (0.0, 0.0);
            for ((&before, &hit), &(_, stay)) in counts_before.iter().zip(&with_episode).zip(&period.quiet) {
                let quiet = f64::from(before - hit);
                quiet_all += quiet;
                staying += quiet * stay.heard;
                self.pass.settled.lose(quiet, stay);
            }
            self.pass.settled.lose_by_chance(staying, quiet_all - self.pass.left as f64);
        }
    }

    /// Sixteen seats at a time.
    #[inline(always)]
    fn meet_in_rows(&mut self, period: &Period<'_>) {
        let (steps, screen) = (period.steps, period.screen);
        let mut bought = [0_u32; LANES];
        let mut words = [[0; LANES]; 4];
        for row in 0..self.state.len() / LANES {
            period.numbers.rows(period.t, numbers::PERIOD, self.first + (row * LANES) as u64, &mut words);
            let Ok(states) = <[u8; LANES]>::try_from(&self.state[row * LANES..][..LANES]) else { continue };
            let mut worth_a_look = [0_u8; LANES];
            for i in 0..LANES {
                let here = u32::from(states[i] != VACANT);
                let mut purchases = 0_u32;
                for step in steps {
                    purchases = u32::from(words[0][i] >= step).wrapping_add(purchases);
                }
                bought[i] = bought[i].wrapping_add(here.wrapping_mul(purchases));
                let may = u32::from(words[0][i] >= steps[STEPS - 1])
                    | u32::from(words[1][i] <= screen.episode)
                    | u32::from(words[2][i] >= screen.stay)
                    | (u32::from(words[3][i] <= screen.fade) & u32::from(states[i] != memory::CLEAN as u8));
                worth_a_look[i] = (here & may) as u8;
            }
            for (eight, flags) in worth_a_look.as_chunks::<8>().0.iter().enumerate() {
                // Eight flags at once; most are down.
                let mut raised = u64::from_le_bytes(*flags);
                while raised != 0 {
                    let i = eight * 8 + raised.trailing_zeros() as usize / 8;
                    raised &= raised - 1;
                    self.look(period, row * LANES + i, &words, i);
                }
            }
        }
        self.pass.purchases += bought.iter().map(|&n| f64::from(n)).sum::<f64>();
    }

    /// Decides exactly what happens at one seat; purchases up to [`STEPS`] are counted already.
    #[inline(never)]
    fn look(&mut self, period: &Period<'_>, place: usize, words: &Words, i: usize) {
        if words[0][i] >= period.steps[STEPS - 1]
            && let Some(table) = &period.purchase_table.whole
        {
            self.pass.purchases += f64::from(table.count(unit(words[0][i]))) - STEPS as f64;
        }
        let state = self.state[place];
        if let Some(&factor) = period.spend.get(usize::from(state))
            && factor != 1.0
            && let Some(table) = &period.purchase_table.whole
        {
            self.pass.purchases += (factor - 1.0) * f64::from(table.count(unit(words[0][i])));
        }
        let (staying, _) = period.quiet[usize::from(state)];
        let words = [words[1][i], words[2][i], words[3][i]];
        self.live(period, place, state, words, staying);
    }

    /// One seat at a time, for customers who differ.
    fn meet_one_by_one(&mut self, period: &Period<'_>) {
        let Some(differences) = period.differences else { return };
        let mut words = [[0; LANES]; 4];
        for row in 0..self.state.len() / LANES {
            period.numbers.rows(period.t, numbers::PERIOD, self.first + (row * LANES) as u64, &mut words);
            for place in row * LANES..(row + 1) * LANES {
                let words = [0, 1, 2, 3].map(|word: usize| words[word][place % LANES]);
                let state = self.state[place];
                if state == VACANT {
                    continue;
                }
                let remembered = period.kernel.customer.remembered(usize::from(state));
                let person = self.people[place];
                if words[0] >= period.steps[0]
                    && let Some(table) = &period.purchase_table.whole
                {
                    let factor = period.spend.get(usize::from(state)).copied().unwrap_or(1.0);
                    self.pass.purchases += f64::from(table.count(unit(words[0]))) * f64::from(person.spend) * factor;
                }
                let stay = if remembered < memory::DELIGHTED {
                    1.0 - f64::from(person.leaves)
                } else {
                    period.kernel.loyalty.own(period.segment, differences.shift(&person)).quiet_stay(remembered)
                };
                let stay = Stay::without_episode(stay, period.hearing);
                let lived = self.live(period, place, state, [words[1], words[2], words[3]], yes_below(stay.heard));
                if let Some(stayed) = lived {
                    self.pass.settled.lose_one(stay, stayed);
                }
            }
        }
    }

    /// A period of one customer before the desk: whether they stayed, if they met no failure.
    #[inline]
    fn live(
        &mut self,
        period: &Period<'_>,
        place: usize,
        state: u8,
        [episode, stay, fade]: [u32; 3],
        staying: u64,
    ) -> Option<bool> {
        if u64::from(episode) < period.episode {
            let class = (period.class, period.segment);
            let customer = Block::customer(self.first, &self.people, place, class, period.differences);
            let hit = Hit { place: place as u32, stay, state };
            let moment = period.moment();
            self.episodes.push(Episode::meet(moment, period.incidence, &customer, hit, &mut self.pass.met));
            return None;
        }
        let (before, customer) = (usize::from(state), &period.kernel.customer);
        let what = if u64::from(stay) >= staying {
            self.state[place] = VACANT;
            self.pass.left += 1;
            self.recount(place, period.kernel, period.purchases, period.purchase_table, (before, None));
            Some(What::Left)
        } else {
            let forgets = customer.remembered(before) != memory::CLEAN && u64::from(fade) < period.fade;
            let kept = if forgets { customer.tenure_start(before) + memory::CLEAN } else { before };
            let after = established(period.moment(), self.first + place as u64, kept);
            if after == before {
                return Some(true);
            }
            self.state[place] = after as u8;
            self.counts[after] += 1;
            if !period.spend.is_empty() {
                self.recount(place, period.kernel, period.purchases, period.purchase_table, (before, Some(after)));
            }
            forgets.then_some(What::Forgot)
        };
        self.counts[before] -= 1;
        let Some(what) = what else { return Some(true) };
        self.log.add(self.first + place as u64, period.t, || what);
        Some(what != What::Left)
    }

    /// The second pass: how the failures end.
    pub(super) fn settle(&mut self, settling: &Settling<'_>) {
        let moment = settling.moment;
        let (t, kernel) = (moment.t, moment.kernel);
        let episodes = std::mem::take(&mut self.episodes);
        for episode in &episodes {
            let place = episode.place as usize;
            let customer = Block::customer(self.first, &self.people, place, settling.class, settling.differences);
            let seat = customer.seat;
            let Settling { tables, service, hearing, .. } = *settling;
            let counts = Counts { settled: &mut self.pass.settled, told: &mut self.pass.told };
            let end = episode.settle(moment, tables, &customer, service, hearing, counts);
            let before = usize::from(episode.state);
            self.counts[before] -= 1;
            let mut after = None;
            if end.stays {
                let state = established(moment, seat, usize::from(end.state));
                self.state[place] = state as u8;
                self.counts[state] += 1;
                after = Some(state);
            } else {
                self.state[place] = VACANT;
                self.pass.left += 1;
            }
            if after.is_none() || !kernel.customer.all_spend_alike() {
                self.recount(place, kernel, settling.joining.purchases, settling.joining.table, (before, after));
            }
            self.log.add(seat, t, || end.as_happening(episode));
            if !end.stays {
                self.log.add(seat, t, || What::Left);
            }
        }
        self.episodes = episodes;
    }
}
