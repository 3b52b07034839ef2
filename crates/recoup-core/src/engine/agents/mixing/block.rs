//! A block of seats, and the passes of a period over it.

use std::ops::Range;

use pulp::{Arch, Simd, WithSimd};

use crate::engine::agents::episode::{Counts, Customer, Episode, Hit, established};
use crate::engine::agents::happening::{Log, Purchase, Seat, What};
use crate::engine::agents::mixing::period::{Buying, Period, Setting, Settling};
use crate::engine::agents::numbers;
use crate::engine::agents::person::Person;
use crate::engine::agents::points::{Points, Taking, hazard};
use crate::model::population::{Met, Settled, Stay, Told};
use crate::units::memory;

/// In place of a state: the seat is vacant.
const VACANT: u8 = u8::MAX;
/// In place of the state of a customer with a failure that is not settled.
const HIT: u8 = u8::MAX - 1;
/// Failures whose words are drawn together.
const TOGETHER: usize = 16;

/// Some seats in a row.
#[derive(Debug)]
pub(super) struct Block {
    /// Number of the first seat, with the address of its class in the upper half.
    first: Seat,
    /// The state of the customer in each seat, or what else it is.
    state: Vec<u8>,
    /// Ordinal of the customer on this seat, 0 for the first one; empty where it matters to nobody: customers are alike, and
    /// nothing is logged.
    generation: Vec<u16>,
    /// Traits, where customers differ.
    people: Vec<Person>,
    /// A bit for each seat: whether it is vacant.
    free: Vec<u64>,
    /// Vacant seats.
    pub(super) vacant: u32,
    /// Customers by state.
    pub(super) counts: Vec<u32>,
    /// Customers who have met a failure in this period, with their states.
    hits: Vec<(u16, u8)>,
    episodes: Vec<Episode>,
    /// Where customers differ: the sum of their probabilities to stay without an episode, before word of mouth.
    staying: f64,
    /// Of whoever ever sat here, the greatest probability to leave.
    most: f32,
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

/// [`Block::live`] with the widest instructions that the machine has.
struct Living<'a> {
    block: &'a mut Block,
    period: &'a Period<'a>,
}

impl WithSimd for Living<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.block.live(self.period);
    }
}

/// [`Block::end`] with the widest instructions that the machine has.
struct Ending<'a> {
    block: &'a mut Block,
    settling: &'a Settling<'a>,
}

impl WithSimd for Ending<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.block.end(self.settling);
    }
}

/// [`Block::close`] with the widest instructions that the machine has.
struct Closing<'a> {
    block: &'a mut Block,
    buying: &'a Buying,
    setting: &'a Setting<'a>,
}

impl WithSimd for Closing<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.block.buy(self.buying.halves(false), self.buying, self.setting);
    }
}

impl Block {
    /// Vacant seats.
    pub(super) fn new(first: Seat, seats: usize, setting: Setting<'_>, log: Log) -> Self {
        let people = if setting.differences.is_some() { vec![Person::default(); seats] } else { Vec::new() };
        let has_generations = setting.differences.is_some() || log.is_kept();
        Block {
            first,
            state: vec![VACANT; seats],
            // Whoever sits down first makes it 0.
            generation: if has_generations { vec![u16::MAX; seats] } else { Vec::new() },
            people,
            free: vec![u64::MAX; seats / 64],
            vacant: seats as u32,
            counts: vec![0; setting.kernel.customer.states()],
            hits: Vec::new(),
            episodes: Vec::new(),
            staying: 0.0,
            most: 0.0,
            pass: Pass::default(),
            log,
        }
    }

    fn states(&self) -> &[u8] {
        &self.state
    }

    fn customer<'a>(first: Seat, people: &'a [Person], place: usize, setting: &Setting<'a>) -> Customer<'a> {
        let Setting { segment, differences, .. } = *setting;
        Customer { seat: first + place as u64, segment, own: differences.zip(people.get(place)) }
    }

    fn points<'a>(&self, setting: &Setting<'a>, decision: u8) -> Points<'a> {
        Points { numbers: setting.numbers, t: setting.t, decision, first: self.first, seats: self.state.len() }
    }

    /// Lets customers who are established take vacant seats at the start.
    pub(super) fn fill(&mut self, places: Range<usize>, setting: &Setting<'_>) {
        if setting.differences.is_some() {
            places.for_each(|place| self.sit(place, memory::CLEAN, setting));
            return;
        }
        self.vacant -= places.len() as u32;
        self.counts[memory::CLEAN] += places.len() as u32;
        self.state[places.clone()].fill(memory::CLEAN as u8);
        if let Some(generation) = self.generation.get_mut(places.clone()) {
            generation.fill(0);
        }
        places.for_each(|place| self.free[place / 64] &= !(1 << (place % 64)));
    }

    /// Lets newcomers take the lowest vacant seats.
    pub(super) fn welcome(&mut self, mut newcomers: u32, setting: &Setting<'_>) {
        let joining = setting.kernel.customer.joining();
        for row in 0..self.free.len() {
            while newcomers > 0 && self.free[row] != 0 {
                let place = 64 * row + self.free[row].trailing_zeros() as usize;
                self.sit(place, joining, setting);
                let generation = &self.generation;
                let joined = || What::Joined { generation: generation[place].into(), segment: setting.segment.0 as u8 };
                self.log.add(self.first + place as u64, setting.t, joined);
                newcomers -= 1;
            }
        }
    }

    /// A customer takes a vacant seat.
    #[inline(always)]
    fn sit(&mut self, place: usize, state: usize, setting: &Setting<'_>) {
        self.free[place / 64] &= !(1 << (place % 64));
        self.vacant -= 1;
        self.state[place] = state as u8;
        self.counts[state] += 1;
        let generation = self.generation.get_mut(place).map_or(0, |generation| {
            *generation = generation.wrapping_add(1);
            *generation
        });
        if let Some(differences) = setting.differences {
            let seat = self.first + place as u64;
            let person =
                differences.person(setting.kernel, setting.numbers, seat, u32::from(generation), setting.segment);
            self.people[place] = person;
            self.most = self.most.max(person.leaves);
            self.staying += self.own_stay(place, state, setting);
        }
    }

    /// A customer of state `before` leaves their seat.
    #[inline(always)]
    fn vacate(&mut self, place: usize, before: usize, setting: &Setting<'_>) {
        if setting.differences.is_some() {
            self.staying -= self.own_stay(place, before, setting);
        }
        self.free[place / 64] |= 1 << (place % 64);
        self.vacant += 1;
        self.state[place] = VACANT;
        self.counts[before] -= 1;
        self.pass.left += 1;
    }

    /// A customer has another state.
    #[inline(always)]
    fn change(&mut self, place: usize, before: usize, after: usize, setting: &Setting<'_>) {
        self.state[place] = after as u8;
        self.counts[before] -= 1;
        self.counts[after] += 1;
        if setting.differences.is_some() {
            self.staying += self.own_stay(place, after, setting) - self.own_stay(place, before, setting);
        }
    }

    /// The probability of a customer to stay without an episode, by their own loyalty; 1 where all are alike.
    fn own_stay(&self, place: usize, state: usize, setting: &Setting<'_>) -> f64 {
        let Some(differences) = setting.differences else { return 1.0 };
        let (person, remembered) = (&self.people[place], setting.kernel.customer.remembered(state));
        if remembered < memory::DELIGHTED {
            1.0 - f64::from(person.leaves)
        } else {
            setting.kernel.loyalty.own(setting.segment, differences.shift(person)).quiet_stay(remembered)
        }
    }

    /// Reads the traits of the customers anew, under another kernel.
    pub(super) fn adopt(&mut self, setting: &Setting<'_>) {
        let Some(differences) = setting.differences else { return };
        (self.staying, self.most) = (0.0, 0.0);
        for place in 0..self.people.len() {
            if self.state[place] != VACANT {
                differences.adopt(setting.kernel, &mut self.people[place], setting.segment);
                self.most = self.most.max(self.people[place].leaves);
                self.staying += self.own_stay(place, usize::from(self.state[place]), setting);
            }
        }
    }

    /// The first pass of a period: failures, and the quiet lives of all others.
    pub(super) fn meet(&mut self, period: &Period<'_>) {
        self.pass = Pass::default();
        self.episodes.clear();
        self.hits.clear();
        let mut quiet = self.counts.clone();
        let mut staying = self.staying;
        Arch::new().dispatch(Living { block: self, period });
        for &(place, state) in &self.hits {
            quiet[usize::from(state)] -= 1;
            staying -= self.own_stay(place.into(), state.into(), &period.setting);
        }
        let customer = &period.setting.kernel.customer;
        let content = |&(state, _): &(usize, &u32)| customer.remembered(state) != memory::AGGRIEVED;
        self.pass.content = quiet.iter().enumerate().filter(content).map(|(_, &n)| f64::from(n)).sum();
        // Means are lost, and what chance adds.
        let all = quiet.iter().map(|&customers| f64::from(customers)).sum::<f64>();
        let mut stay_in_mean = 0.0;
        let mut lose = |customers: f64, stay: Stay| {
            stay_in_mean += customers * stay.heard;
            self.pass.settled.lose(customers, stay);
        };
        if period.setting.differences.is_none() {
            quiet.iter().zip(&period.quiet).for_each(|(&customers, &stay)| lose(f64::from(customers), stay));
        } else if all > 0.0 {
            // Linear in the probability to stay: the mean is enough.
            lose(all, Stay::without_episode(staying / all, period.hearing));
        }
        self.pass.settled.lose_by_chance(stay_in_mean, all - self.pass.left as f64);
    }

    #[inline(always)]
    fn live(&mut self, period: &Period<'_>) {
        let setting = &period.setting;
        self.buy(period.buying.halves(true), &period.buying, setting);
        self.points(setting, numbers::FAILING).each(&period.fails, self, Block::states, |block, place, _| {
            block.hits.push((place as u16, block.state[place]));
            block.state[place] = HIT;
        });
        self.fail(period);
        let leaving = self.points(setting, numbers::LEAVING);
        if setting.differences.is_none() {
            leaving.each(&period.leaves, self, Block::states, |block, place, _| block.leave(place, setting));
        } else {
            // Nobody leaves more easily; delight only keeps them.
            let most = 1.0 - period.hearing.stay(1.0 - f64::from(self.most));
            let leaves = Taking::up_to(hazard(most) * (1.0 + 1e-9), self.counts.len());
            leaving.each(&leaves, self, Block::states, |block, place, point| {
                let own = block.own_stay(place, block.state[place].into(), setting);
                if point.is_below(1.0 - period.hearing.stay(own)) {
                    block.leave(place, setting);
                }
            });
        }
        let forgetting = self.points(setting, numbers::FORGETTING);
        forgetting.each(&period.forgets, self, Block::states, |block, place, _| {
            let before = usize::from(block.state[place]);
            block.change(place, before, setting.kernel.customer.tenure_start(before) + memory::CLEAN, setting);
            block.log.add(block.first + place as u64, setting.t, || What::Forgot);
        });
        let establishing = self.points(setting, numbers::ESTABLISHING);
        establishing.each(&period.establishes, self, Block::states, |block, place, _| {
            let before = usize::from(block.state[place]);
            block.change(place, before, setting.kernel.customer.remembered(before), setting);
        });
    }

    /// A customer without an episode leaves.
    #[inline(always)]
    fn leave(&mut self, place: usize, setting: &Setting<'_>) {
        self.vacate(place, self.state[place].into(), setting);
        self.log.add(self.first + place as u64, setting.t, || What::Left);
    }

    /// What kinds of failures were met, and who hears of them.
    #[inline(always)]
    fn fail(&mut self, period: &Period<'_>) {
        let Setting { kernel, numbers, t, .. } = period.setting;
        for hits in self.hits.chunks(TOGETHER) {
            let mut who = [0; TOGETHER];
            for (who, &(place, _)) in who.iter_mut().zip(hits) {
                *who = (self.first as u32).wrapping_add(place.into());
            }
            let high = (self.first >> 32) as u32;
            let [kind, route, on_spot, resolved] = numbers.gather::<TOGETHER>(0, t, numbers::EPISODE, &who, high);
            let [quick, public, told, stay] = numbers.gather::<TOGETHER>(1, t, numbers::EPISODE, &who, high);
            for (i, &(place, state)) in hits.iter().enumerate() {
                let words = [[kind[i], route[i], on_spot[i], resolved[i]], [quick[i], public[i], told[i], stay[i]]];
                let hit = Hit { place: place.into(), state, words };
                let customer = Block::customer(self.first, &self.people, place.into(), &period.setting);
                self.episodes.push(Episode::meet(kernel, &period.kinds, &customer, hit, &mut self.pass.met));
            }
        }
    }

    /// The second pass: how the failures end.
    pub(super) fn settle(&mut self, settling: &Settling<'_>) {
        Arch::new().dispatch(Ending { block: self, settling });
    }

    #[inline(always)]
    fn end(&mut self, settling: &Settling<'_>) {
        let Settling { setting, tables, service, hearing } = settling;
        let (moment, t) = (setting.moment(), setting.t);
        let episodes = std::mem::take(&mut self.episodes);
        for episode in &episodes {
            let (place, before) = (episode.place as usize, usize::from(episode.state));
            let customer = Block::customer(self.first, &self.people, place, setting);
            let seat = customer.seat;
            let counts = Counts { settled: &mut self.pass.settled, told: &mut self.pass.told };
            let end = episode.settle(moment, tables, &customer, *service, hearing, counts);
            self.log.add(seat, t, || end.as_happening(episode));
            if end.stays {
                self.change(place, before, established(moment, seat, usize::from(end.state)), setting);
            } else {
                self.vacate(place, before, setting);
                self.log.add(seat, t, || What::Left);
            }
        }
        self.episodes = episodes;
    }

    /// Counts the purchases of those who are there in some halves of a period.
    #[inline(always)]
    fn buy(&mut self, halves: &[u8], buying: &Buying, setting: &Setting<'_>) {
        if self.vacant as usize == self.state.len() {
            return;
        }
        for &half in halves {
            let points = self.points(setting, half);
            let number = points.number(buying.each);
            self.note_purchases(&points, number, buying);
            self.pass.purchases += if let Some(by_state) = &buying.worth {
                let mut worth = 0.0;
                points.each_of(number, |place| {
                    let own = self.people.get(place).map_or(1.0, |person| f64::from(person.spend));
                    worth += own * by_state[usize::from(self.state[place])];
                });
                worth
            } else if self.vacant > 0 {
                let mut absent = 0;
                points.each_of(number, |place| absent += u32::from(self.state[place] == VACANT));
                number - f64::from(absent)
            } else {
                number
            };
        }
    }

    /// Notes who buys, where that is kept.
    fn note_purchases(&mut self, points: &Points<'_>, number: f64, buying: &Buying) {
        let Some(purchases) = self.log.purchases() else { return };
        points.each_of(number, |place| {
            let state = self.state[place];
            if state != VACANT {
                let own = self.people.get(place).map_or(1.0, |person| f64::from(person.spend));
                let worth = own * buying.worth.as_ref().map_or(1.0, |by_state| by_state[usize::from(state)]);
                let is_late = points.decision == numbers::LATE;
                purchases.push(Purchase { seat: self.first + place as u64, t: points.t, is_late, worth });
            }
        });
    }

    /// Counts the purchases of those who are counted at the end of a period.
    pub(super) fn close(&mut self, buying: &Buying, setting: &Setting<'_>) {
        Arch::new().dispatch(Closing { block: self, buying, setting });
    }
}
