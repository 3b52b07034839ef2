//! Customers who talk to anybody (mixing): records in seats, segment by segment.
//!
//! A pass over the seats draws four words for each, sixteen seats at a time, and stops only where
//! something may have happened; what happened is then decided exactly. The words of a seat do not depend
//! on who sits there or on the strategy.

use std::ops::Range;

use memchr::memchr;
use pulp::{Arch, Simd, WithSimd};
use rayon::prelude::*;

use crate::engine::agents::episode::{Counts, Customer, Episode, Hit, Moment, Tables, established};
use crate::engine::agents::happening::{Happening, Seat, What};
use crate::engine::agents::numbers;
use crate::engine::agents::person::{Differences, Person};
use crate::engine::agents::purchases::{PurchaseTable, Purchases};
use crate::engine::chance::Chance;
use crate::engine::cohort::{flow, praise, split_organic};
use crate::model::acquisition::largest_remainder;
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::population::{Flow, Met, Population, Settled, Told};
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::random::address::{CommonNumbers, unit, yes_below};
use crate::random::counts::CountTable;
use crate::random::lanes::{LANES, Words};
use crate::units::memory;

/// Seats in a block, the unit of work of a thread. Sums are taken block by block.
pub(super) const BLOCK: usize = 16_384;
/// In place of a state: nobody sits there.
const VACANT: u8 = u8::MAX;
/// Counts of purchases told apart sixteen seats at a time; more are looked up.
const STEPS: usize = 4;

/// The customers of one history.
#[derive(Debug)]
pub struct MixingPopulation {
    numbers: CommonNumbers,
    /// By class.
    seats: Vec<Seats>,
    tables: Tables,
    purchase_tables: Vec<PurchaseTable>,
    differences: Option<Differences>,
    /// Whether blocks are shared out over threads. Moves no result.
    parallel: bool,
}

/// The seats of one class.
#[derive(Debug)]
struct Seats {
    class: usize,
    /// The segment of the class.
    segment: usize,
    /// The first seat: the class where seats are numbered in the upper half.
    start: Seat,
    blocks: Vec<Block>,
    active: u64,
    vacant: u64,
    /// By state: customers at the start of the period.
    before: Vec<f64>,
}

/// Some seats in a row.
#[derive(Debug)]
struct Block {
    /// Number of the first seat, with the address of its class in the upper half.
    first: Seat,
    /// Seats that were ever taken.
    used: usize,
    /// The state of the customer in each seat, or [`VACANT`].
    state: Vec<u8>,
    /// Ordinal of the customer on this seat, 0 at the start.
    generation: Vec<u16>,
    /// Traits, where customers differ.
    people: Vec<Person>,
    /// Customers by state.
    counts: Vec<u32>,
    episodes: Vec<Episode>,
    pass: Pass,
    happenings: Option<Vec<Happening>>,
}

/// What one period comes to in one block.
#[derive(Clone, Debug, Default)]
struct Pass {
    purchases: f64,
    met: Met,
    settled: Settled,
    told: Told,
    left: u64,
    /// Customers without an episode who bear no grudge.
    content: f64,
}

/// One period, for one class.
struct Period<'a> {
    kernel: &'a Kernel,
    incidence: &'a Incidence,
    hearing: &'a Hearing,
    numbers: &'a CommonNumbers,
    differences: Option<&'a Differences>,
    purchase_table: &'a PurchaseTable,
    purchases: Purchases<'a>,
    t: u32,
    class: usize,
    segment: usize,
    /// Words below mean an episode.
    episode: u64,
    /// Words below mean a memory fades.
    fade: u64,
    /// By state: words below mean they stay, and the probability before and after hearing.
    quiet: Vec<(u64, f64, f64)>,
    steps: [u32; STEPS],
    /// By state: what a purchase brings, as a multiple of the segment's margin; empty where all bring that.
    spend: Vec<f64>,
    /// Superset of what happens, for sixteen at a time.
    screen: Screen,
}

/// Words that may mean something, without a thought for who it is.
#[derive(Clone, Copy, Debug)]
struct Screen {
    episode: u32,
    stay: u32,
    fade: u32,
}

impl MixingPopulation {
    /// The customers at the start: all clean. `parallel` shares one history out over threads.
    pub fn new(kernel: &Kernel, numbers: CommonNumbers, parallel: bool) -> Self {
        MixingPopulation::with_happenings(kernel, numbers, parallel, false)
    }

    /// The customers at the start, with an account of what happens to each if `told`.
    pub fn with_happenings(kernel: &Kernel, numbers: CommonNumbers, parallel: bool, told: bool) -> Self {
        let mut mixing = MixingPopulation {
            numbers,
            seats: Vec::new(),
            tables: Tables::new(kernel),
            purchase_tables: PurchaseTable::of(kernel),
            differences: Differences::of(kernel),
            parallel,
        };
        for (class, customers) in
            largest_remainder(kernel.customers, kernel.acquisition.shares()).into_iter().enumerate()
        {
            mixing.seat(kernel, class, 0..customers as u64, told);
        }
        mixing
    }

    /// Some customers of one class at the start, by the numbers of their seats, with an account of what happens to each:
    /// their lives where the firm and what is heard are given. The first seat is the first of a row.
    pub fn of_seats(kernel: &Kernel, numbers: CommonNumbers, class: usize, places: Range<u64>) -> Self {
        let mut mixing = MixingPopulation {
            numbers,
            seats: Vec::new(),
            tables: Tables::new(kernel),
            purchase_tables: PurchaseTable::of(kernel),
            differences: Differences::of(kernel),
            parallel: false,
        };
        mixing.seat(kernel, class, places, true);
        mixing
    }

    /// Seats customers of a class at the start.
    fn seat(&mut self, kernel: &Kernel, class: usize, places: Range<u64>, told: bool) {
        let mut seats = Seats {
            class,
            segment: kernel.segment(class),
            start: kernel.classes[class].address << 32 | places.start,
            blocks: Vec::new(),
            active: 0,
            vacant: 0,
            before: vec![0.0; kernel.customer.states()],
        };
        let customers = places.end.saturating_sub(places.start);
        seats.add(customers, kernel, &self.numbers, self.differences.as_ref(), told, None);
        self.seats.push(seats);
    }

    /// All that happened so far, seat by seat within a period; empty unless it was asked for.
    pub fn take_happenings(&mut self) -> Vec<Happening> {
        let blocks = self.seats.iter_mut().flat_map(|seats| &mut seats.blocks);
        blocks.flat_map(|block| block.happenings.as_mut().map(std::mem::take).unwrap_or_default()).collect()
    }
}

impl Seats {
    /// Adds seats and lets customers sit there; `t` is the period in which they join, none at the start.
    fn add(
        &mut self,
        mut customers: u64,
        kernel: &Kernel,
        numbers: &CommonNumbers,
        differences: Option<&Differences>,
        told: bool,
        joining: Option<Joining<'_>>,
    ) {
        self.active += customers;
        while customers > 0 {
            if self.blocks.last().is_none_or(|block| block.used == BLOCK) {
                let first = self.start + (self.blocks.len() * BLOCK) as u64;
                self.blocks.push(Block::new(first, kernel.customer.states(), told));
            }
            let Some(block) = self.blocks.last_mut() else { return };
            let room = ((BLOCK - block.used) as u64).min(customers) as usize;
            customers -= room as u64;
            let new = block.used..block.used + room;
            block.used += room;
            // At the start everybody is established; who joins later is not.
            let state = if joining.is_some() { kernel.customer.joining() } else { memory::CLEAN };
            block.state.resize(block.used.next_multiple_of(LANES), VACANT);
            block.generation.resize(block.state.len(), 0);
            block.counts[state] += room as u32;
            for place in new {
                block.state[place] = state as u8;
                if let Some(differences) = differences {
                    let seat = block.first + place as u64;
                    block.people.push(differences.person(kernel, numbers, seat, 0, self.segment));
                }
                if let Some(joining) = joining {
                    block.count_newcomer(place, kernel, joining);
                    if let Some(happenings) = &mut block.happenings {
                        let what = What::Joined { generation: 0, segment: self.segment as u8 };
                        happenings.push(Happening { seat: block.first + place as u64, t: joining.purchases.t, what });
                    }
                }
            }
        }
    }

    /// Customers by state.
    fn by_state(&self, states: usize) -> Vec<f64> {
        let mut customers = vec![0.0; states];
        for block in &self.blocks {
            customers.iter_mut().zip(&block.counts).for_each(|(sum, &n)| *sum += f64::from(n));
        }
        customers
    }

    /// Purchases in the mean of the customers counted in a period that is over, in purchases at the segment's margin.
    fn expected_purchases(&self, kernel: &Kernel, each: f64) -> f64 {
        let after = self.by_state(kernel.customer.states());
        let of_state = |(state, (&before, &after)): (usize, (&f64, &f64))| {
            kernel.customer.spend(state) * kernel.money.counted.of(before, after)
        };
        self.before.iter().zip(&after).enumerate().map(of_state).sum::<f64>() * each
    }

    /// Lets newcomers take the lowest free seats, then new ones.
    fn welcome(
        &mut self,
        mut newcomers: u64,
        joining: Joining<'_>,
        kernel: &Kernel,
        numbers: &CommonNumbers,
        differences: Option<&Differences>,
    ) {
        let told = self.blocks.first().is_some_and(|block| block.happenings.is_some());
        for block in &mut self.blocks {
            let vacant = block.used as u64 - block.counts.iter().map(|&n| u64::from(n)).sum::<u64>();
            let mut seated = newcomers.min(vacant);
            newcomers -= seated;
            self.vacant -= seated;
            self.active += seated;
            block.counts[kernel.customer.joining()] += seated as u32;
            let mut place = 0;
            while seated > 0 {
                let Some(next) = memchr(VACANT, &block.state[place..]) else { break };
                place += next;
                block.state[place] = kernel.customer.joining() as u8;
                let generation = block.generation[place].wrapping_add(1);
                block.generation[place] = generation;
                let seat = block.first + place as u64;
                if let Some(differences) = differences {
                    block.people[place] =
                        differences.person(kernel, numbers, seat, u32::from(generation), self.segment);
                }
                block.count_newcomer(place, kernel, joining);
                if let Some(happenings) = &mut block.happenings {
                    let what = What::Joined { generation: u32::from(generation), segment: self.segment as u8 };
                    happenings.push(Happening { seat, t: joining.purchases.t, what });
                }
                seated -= 1;
            }
            if newcomers == 0 {
                return;
            }
        }
        self.add(newcomers, kernel, numbers, differences, told, Some(joining));
    }
}

/// How newcomers of a class buy in the period in which they join.
#[derive(Clone, Copy)]
struct Joining<'a> {
    purchases: Purchases<'a>,
    table: &'a PurchaseTable,
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
    fn new(first: Seat, states: usize, told: bool) -> Self {
        Block {
            first,
            used: 0,
            state: Vec::new(),
            generation: Vec::new(),
            people: Vec::new(),
            counts: vec![0; states],
            episodes: Vec::new(),
            pass: Pass::default(),
            happenings: told.then(Vec::new),
        }
    }

    fn customer<'a>(
        first: Seat,
        people: &'a [Person],
        place: usize,
        (class, segment): (usize, usize),
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
    fn count_newcomer(&mut self, place: usize, kernel: &Kernel, joining: Joining<'_>) {
        let factor = kernel.customer.spend(kernel.customer.joining()) * self.spend_of(place);
        self.pass.purchases += joining.purchases.joining(joining.table, self.first + place as u64, factor);
    }

    /// Counts anew what a customer buys whose whole period was counted, who was in state `before` and is in state `after`
    /// now, or left.
    fn recount(
        &mut self,
        place: usize,
        kernel: &Kernel,
        purchases: Purchases<'_>,
        table: &PurchaseTable,
        (before, after): (usize, Option<usize>),
    ) {
        let own = self.spend_of(place);
        let factor = |state: usize| kernel.customer.spend(state) * own;
        let seat = self.first + place as u64;
        self.pass.purchases += purchases.change(table, seat, factor(before), after.map(factor));
    }

    /// What a purchase of the customer at `place` brings by their own spend; 1 where customers are alike.
    fn spend_of(&self, place: usize) -> f64 {
        self.people.get(place).map_or(1.0, |person| f64::from(person.spend))
    }

    /// The first pass of a period: purchases, failures, and the quiet lives of all others.
    fn meet(&mut self, period: &Period<'_>) {
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
        // Losses of the quiet, by the formulas; what luck added to them is natural.
        if period.differences.is_none() {
            let settled = &mut self.pass.settled;
            let (mut quiet_all, mut staying) = (0.0, 0.0);
            for ((&before, &hit), &(_, stay, heard)) in counts_before.iter().zip(&with_episode).zip(&period.quiet) {
                let quiet = f64::from(before - hit);
                quiet_all += quiet;
                staying += quiet * heard;
                settled.lost_natural += quiet * (1.0 - stay);
                settled.lost_word_of_mouth += quiet * (stay - heard);
            }
            settled.lost_natural += staying - (quiet_all - self.pass.left as f64);
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
        let (staying, _, _) = period.quiet[usize::from(state)];
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
                let heard = period.hearing.stay(stay);
                let lived = self.live(period, place, state, [words[1], words[2], words[3]], yes_below(heard));
                if let Some(stayed) = lived {
                    let settled = &mut self.pass.settled;
                    settled.lost_natural += 1.0 - stay + heard - f64::from(u8::from(stayed));
                    settled.lost_word_of_mouth += stay - heard;
                }
            }
        }
    }

    /// A period of one customer up to the desk's door: whether they stayed, if they met no failure.
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
        if let Some(happenings) = &mut self.happenings {
            happenings.push(Happening { seat: self.first + place as u64, t: period.t, what });
        }
        Some(what != What::Left)
    }

    /// The second pass: how the failures end.
    fn settle(&mut self, settling: &Settling<'_>) {
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
            if let Some(happenings) = &mut self.happenings {
                happenings.push(Happening { seat, t, what: end.as_happening(episode) });
                if !end.stays {
                    happenings.push(Happening { seat, t, what: What::Left });
                }
            }
        }
        self.episodes = episodes;
    }
}

/// What decides how the failures of one class end.
struct Settling<'a> {
    moment: Moment<'a>,
    tables: &'a Tables,
    differences: Option<&'a Differences>,
    service: Service,
    hearing: &'a Hearing,
    /// Number of the class, and of its segment.
    class: (usize, usize),
    joining: Joining<'a>,
}

impl<'a> Period<'a> {
    fn new(
        mixing: &'a MixingView<'a>,
        kernel: &'a Kernel,
        incidence: &'a Incidence,
        hearing: &'a Hearing,
        t: u32,
        class: usize,
    ) -> Self {
        let (customer, segment) = (&kernel.customer, kernel.segment(class));
        let quiet: Vec<(u64, f64, f64)> = (0..customer.states())
            .map(|state| {
                let stay = kernel.loyalty.quiet_stay(segment, customer.remembered(state));
                let heard = hearing.stay(stay);
                (yes_below(heard), stay, heard)
            })
            .collect();
        let least_stay = quiet.iter().map(|&(words, _, _)| words).min().unwrap_or(0);
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

    fn moment(&self) -> Moment<'a> {
        Moment { kernel: self.kernel, numbers: self.numbers, t: self.t }
    }
}

/// The parts of a crowd that no pass changes.
struct MixingView<'a> {
    numbers: &'a CommonNumbers,
    differences: Option<&'a Differences>,
    purchase_tables: &'a [PurchaseTable],
}

/// Applies `pass` to every block, over all threads where that pays.
fn each_block(blocks: &mut [Block], parallel: bool, pass: impl Fn(&mut Block) + Sync + Send) {
    if parallel {
        blocks.par_iter_mut().for_each(pass);
    } else {
        blocks.iter_mut().for_each(pass);
    }
}

impl Population for MixingPopulation {
    fn adopt(&mut self, kernel: &Kernel) {
        self.tables = Tables::new(kernel);
        self.purchase_tables = PurchaseTable::of(kernel);
        self.differences = Differences::of(kernel);
        let Some(differences) = &self.differences else { return };
        for seats in &mut self.seats {
            let segment = seats.segment;
            let people = seats.blocks.iter_mut().flat_map(|block| &mut block.people);
            people.for_each(|person| differences.adopt(kernel, person, segment));
        }
    }

    fn active(&self, class: usize) -> f64 {
        self.seats[class].active as f64
    }

    fn newcomers(&self, kernel: &Kernel, class: usize) -> f64 {
        self.seats[class].by_state(kernel.customer.states())[kernel.customer.joining()..].iter().sum()
    }

    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, hearing: &Hearing, met: &mut [Met]) {
        let view = MixingView {
            numbers: &self.numbers,
            differences: self.differences.as_ref(),
            purchase_tables: &self.purchase_tables,
        };
        for (seats, met) in self.seats.iter_mut().zip(met) {
            let period = Period::new(&view, kernel, incidence, hearing, t, seats.class);
            if period.purchase_table.whole.is_none() {
                seats.before = seats.by_state(kernel.customer.states());
            }
            each_block(&mut seats.blocks, self.parallel, |block| block.meet(&period));
            for block in &seats.blocks {
                met.add(&block.pass.met);
            }
        }
    }

    fn settle(
        &mut self,
        kernel: &Kernel,
        t: u32,
        service: Service,
        hearing: &Hearing,
        settled: &mut [Settled],
    ) -> Told {
        let mut told = Told::default();
        let purchases = Purchases { numbers: &self.numbers, t, counted: kernel.money.counted };
        for (seats, settled) in self.seats.iter_mut().zip(settled) {
            let settling = Settling {
                moment: Moment { kernel, numbers: &self.numbers, t },
                tables: &self.tables,
                differences: self.differences.as_ref(),
                service,
                hearing,
                class: (seats.class, seats.segment),
                joining: Joining { purchases, table: &self.purchase_tables[seats.class] },
            };
            each_block(&mut seats.blocks, self.parallel, |block| block.settle(&settling));
            for block in &seats.blocks {
                settled.add(&block.pass.settled);
                told.add(&block.pass.told);
                seats.active -= block.pass.left;
                seats.vacant += block.pass.left;
            }
        }
        if kernel.praise > 0.0 {
            let blocks = self.seats.iter().flat_map(|seats| &seats.blocks);
            let content = blocks.map(|block| block.pass.content).sum();
            told.positive += praise(&self.numbers, kernel, t, content);
        }
        told
    }

    fn stayers(&self, class: usize) -> f64 {
        self.active(class)
    }

    fn flow(&mut self, t: u32, of: Flow, people: f64, p: f64) -> f64 {
        flow(&self.numbers, t, of, people, p)
    }

    fn split_organic(&mut self, t: u32, organic: f64, kernel: &Kernel, parts: &mut [f64]) {
        split_organic(&self.numbers, t, organic, kernel, parts);
    }

    fn whole(&self, people: f64) -> f64 {
        self.numbers.whole(people)
    }

    fn welcome(&mut self, kernel: &Kernel, t: u32, class: usize, newcomers: f64) {
        let (numbers, differences) = (self.numbers, self.differences.as_ref());
        let purchases = Purchases { numbers: &numbers, t, counted: kernel.money.counted };
        let joining = Joining { purchases, table: &self.purchase_tables[class] };
        self.seats[class].welcome(newcomers as u64, joining, kernel, &numbers, differences);
    }

    fn purchases(&mut self, kernel: &Kernel, _: u32, class: usize) -> f64 {
        let (seats, table) = (&self.seats[class], &self.purchase_tables[class]);
        if table.whole.is_none() {
            // No table holds so many purchases; there is no luck in them either.
            return seats.expected_purchases(kernel, table.each);
        }
        seats.blocks.iter().map(|block| block.pass.purchases).sum()
    }
}
