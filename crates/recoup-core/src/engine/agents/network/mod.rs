//! People on a network: customers, prospects and lapsed customers are all somebody, and a message goes
//! along a tie.
//!
//! A seat is a person: who leaves lapses, and may return. Whom the firm wins back by acquisition is
//! decided by the prospects' own words of the period, the same under every strategy.

mod block;

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::engine::agents::episode::Tables;
use crate::engine::agents::graph::Graph;
use crate::engine::agents::happening::{Happening, Log, Purchase, What};
use crate::engine::agents::network::block::{Block, PROSPECT, Period, Rules, SAYS_GOOD, SAYS_ILL, SAYS_NOTHING};
use crate::engine::agents::numbers;
use crate::engine::agents::person::Differences;
use crate::engine::agents::points::{Taking, block_of, extent};
use crate::model::acquisition::largest_remainder;
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::population::{Flow, Met, Population, Settled, Told};
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::random::address::{CommonNumbers, unit};

/// The people of one simulation.
#[derive(Debug)]
pub struct NetworkPopulation {
    numbers: CommonNumbers,
    graph: Arc<Graph>,
    tables: Tables,
    differences: Option<Differences>,
    blocks: Vec<Block>,
    /// By person: what they signal in every period; empty but under contagion.
    says: Vec<u8>,
    /// By class: customers.
    active: Vec<u64>,
    /// Stock of public posts per person.
    public: f64,
    parallel: bool,
}

impl NetworkPopulation {
    /// The people at the start; nobody is followed.
    pub fn new(kernel: &Kernel, graph: Arc<Graph>, numbers: CommonNumbers, parallel: bool) -> Self {
        let differences = Differences::of(kernel);
        let people = graph.people() as usize;
        let customers: Vec<u64> =
            largest_remainder(kernel.customers, kernel.acquisition.shares()).iter().map(|&n| n as u64).collect();
        let mut ends = customers.clone();
        for g in 1..ends.len() {
            ends[g] += ends[g - 1];
        }
        let class_at = |person: u64| ends.iter().position(|&end| person < end);
        let block = |number: usize| {
            let (first, seats) = extent(number);
            let last = (first + seats as u64).min(people as u64);
            let classes: Vec<Option<u8>> = (first..last).map(|person| class_at(person).map(|g| g as u8)).collect();
            let mut block = Block::new(first as u32, &classes);
            if let Some(differences) = &differences {
                let person = |(seat, class): (u64, &Option<u8>)| {
                    differences.person(kernel, &numbers, seat, 0, kernel.segment(class.unwrap_or(0).into()))
                };
                block.people = (first..last).zip(&classes).map(person).collect();
            }
            block
        };
        let blocks = (0..people.checked_sub(1).map_or(0, |last| block_of(last as u64) + 1)).map(block).collect();
        NetworkPopulation {
            numbers,
            graph,
            tables: Tables::new(kernel),
            differences,
            blocks,
            says: says_at_start(kernel, &numbers, people),
            active: customers,
            public: 0.0,
            parallel,
        }
    }

    /// Keeps a log of what happens to those people; `people` are in order.
    pub(in crate::engine::agents) fn follow(&mut self, people: &Arc<[Range<u64>]>) {
        for block in &mut self.blocks {
            block.log = Log::of(people.clone());
        }
    }

    /// Keeps a log of what happens to everybody, and of what they buy.
    pub(in crate::engine::agents) fn follow_purchases(&mut self) {
        self.blocks.iter_mut().for_each(|block| block.log = Log::with_purchases());
    }

    /// All that was bought so far; empty where that is not kept.
    pub(in crate::engine::agents) fn take_purchases(&mut self) -> Vec<Purchase> {
        self.blocks.iter_mut().flat_map(|block| block.log.take_purchases()).collect()
    }

    /// All that happened so far to those who are followed.
    pub(crate) fn take_happenings(&mut self) -> Vec<Happening> {
        let blocks = self.blocks.iter_mut();
        blocks.flat_map(|block| block.log.take()).collect()
    }

    fn join(&mut self, kernel: &Kernel, t: u32, person: u32, class: usize) {
        let segment = kernel.segment(class);
        let (numbers, differences) = (self.numbers, self.differences.as_ref());
        let (block, place) = located(person);
        let block = &mut self.blocks[block];
        block.state[place] = kernel.customer.joining() as u8;
        block.class[place] = class as u8;
        // They keep their traits, read in their new segment.
        if let Some(differences) = differences {
            block.people[place] = differences.person(kernel, &numbers, u64::from(person), 0, segment);
        }
        let generation = u32::from(block.generation[place]) + 1;
        block.log.add(u64::from(person), t, || What::Joined { generation, segment: segment.0 as u8 });
        block.generation[place] = block.generation[place].wrapping_add(1);
        self.active[class] += 1;
    }

    /// The `wanted` prospects with the lowest points of period `t`, in no order.
    fn most_willing(&mut self, t: u32, wanted: usize) -> Vec<u32> {
        // Twice as many as are wanted have such points, mostly; where they are too few, look higher.
        let prospects = (f64::from(self.graph.people()) - self.active.iter().sum::<u64>() as f64).max(1.0);
        let mut height = (2.0 * wanted as f64 + 20.0) / prospects;
        loop {
            let up_to = Taking::new(&[(PROSPECT, height)]).with_heights();
            let mut found: Vec<(f64, u32)> = Vec::new();
            self.blocks.iter_mut().for_each(|block| block.willing(&self.numbers, t, &up_to, &mut found));
            found.sort_unstable_by(|a, b| a.1.cmp(&b.1).then(a.0.total_cmp(&b.0)));
            found.dedup_by_key(|(_, person)| *person);
            if found.len() > wanted {
                found.select_nth_unstable_by(wanted, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                found.truncate(wanted);
            } else if found.len() < wanted && height < f64::INFINITY {
                height = if height < 1.0 { 4.0 * height } else { f64::INFINITY };
                continue;
            }
            return found.into_iter().map(|(_, person)| person).collect();
        }
    }
}

/// The block of a person, and their place in it.
#[inline]
fn located(person: u32) -> (usize, usize) {
    let block = block_of(person.into());
    (block, (u64::from(person) - extent(block).0) as usize)
}

/// What each person signals at the start, under contagion: customers are content or disappointed, prospects silent.
fn says_at_start(kernel: &Kernel, numbers: &CommonNumbers, people: usize) -> Vec<u8> {
    let Some(contagion) = &kernel.contagion else { return Vec::new() };
    let mut says = vec![SAYS_NOTHING; people];
    for (person, says) in says.iter_mut().enumerate().take(kernel.customers as usize) {
        let u = unit(numbers.words(1, 0, numbers::SEGMENT, person as u64)[0]);
        *says = if u < contagion.unhappy { SAYS_ILL } else { SAYS_GOOD };
    }
    says
}

impl NetworkPopulation {
    /// Applies `pass` to every block of a period.
    fn each_block(&mut self, kernel: &Kernel, t: u32, pass: impl Fn(&mut Block, &Period<'_>) + Sync + Send) {
        let rules = &kernel.word_of_mouth;
        let quiet = rules.own_hearing(self.public, 0.0);
        let period = Period {
            kernel,
            numbers: &self.numbers,
            graph: &self.graph,
            tables: &self.tables,
            differences: self.differences.as_ref(),
            says: &self.says,
            t,
            joins_at_most: rules.joins_at_most(),
            public: self.public,
            quiet,
        };
        if self.parallel {
            self.blocks.par_iter_mut().for_each(|block| pass(block, &period));
        } else {
            self.blocks.iter_mut().for_each(|block| pass(block, &period));
        }
    }

    /// Lets this period's messages sink in: S(t+1) = f S(t) + M(t), person by person.
    fn hear(&mut self, kept: f64, posts: f64) {
        if self.parallel {
            self.blocks.par_iter_mut().for_each(|block| block.fade(kept as f32));
        } else {
            self.blocks.iter_mut().for_each(|block| block.fade(kept as f32));
        }
        for from in 0..self.blocks.len() {
            let sent = std::mem::take(&mut self.blocks[from].sent);
            for &(person, sign, weight) in &sent {
                let (block, place) = located(person);
                let block = &mut self.blocks[block];
                block.heard[place][usize::from(sign)] += weight;
                block.loudest = block.loudest.max(block.heard[place][0]);
            }
            self.blocks[from].sent = sent;
        }
        self.public = kept * self.public + posts / f64::from(self.graph.people());
    }
}

impl Population for NetworkPopulation {
    fn adopt(&mut self, kernel: &Kernel) {
        self.tables = Tables::new(kernel);
        self.differences = Differences::of(kernel);
        let Some(differences) = &self.differences else { return };
        for block in &mut self.blocks {
            for (person, &class) in block.people.iter_mut().zip(&block.class) {
                differences.adopt(kernel, person, kernel.segment(usize::from(class)));
            }
        }
    }

    fn active(&self, class: usize) -> f64 {
        self.active[class] as f64
    }

    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, _: &Hearing, met: &mut [Met]) {
        for block in &mut self.blocks {
            for place in block.returning.drain(..) {
                block.state[place as usize] = PROSPECT;
            }
            for &(person, says) in &block.speaking {
                self.says[person as usize] = says;
            }
        }
        let rules = Rules::new(kernel, incidence);
        self.each_block(kernel, t, |block, period| block.meet(period, &rules));
        for block in &self.blocks {
            for (met, part) in met.iter_mut().zip(&block.pass.met) {
                met.add(part);
            }
        }
    }

    fn newcomers(&self, kernel: &Kernel, class: usize) -> f64 {
        let states = kernel.customer.joining()..kernel.customer.states();
        let is_newcomer = |(state, of): (&u8, &u8)| usize::from(*of) == class && states.contains(&usize::from(*state));
        let of_block = |block: &Block| block.state.iter().zip(&block.class).filter(|&p| is_newcomer(p)).count();
        self.blocks.iter().map(of_block).sum::<usize>() as f64
    }

    fn settle(&mut self, kernel: &Kernel, t: u32, service: Service, _: &Hearing, settled: &mut [Settled]) -> Told {
        self.each_block(kernel, t, |block, period| block.settle(period, service));
        let mut told = Told::default();
        let mut posts = 0.0;
        for block in &self.blocks {
            for (class, settled) in settled.iter_mut().enumerate() {
                settled.add(&block.pass.settled[class]);
                self.active[class] -= block.pass.left[class];
            }
            told.add(&block.pass.told);
            posts += block.pass.posts;
        }
        self.hear(kernel.word_of_mouth.kept(), posts);
        told
    }

    fn flow(&mut self, _: u32, flow: Flow, _: f64, _: f64) -> f64 {
        let count = |block: &Block| match flow {
            Flow::Organic => block.joining.len(),
            Flow::Returning => block.returning.len(),
        };
        self.blocks.iter().map(count).sum::<usize>() as f64
    }

    fn split_organic(&mut self, _: u32, _: f64, _: &Kernel, parts: &mut [f64]) {
        parts.fill(0.0);
        for &(_, class) in self.blocks.iter().flat_map(|block| &block.joining) {
            parts[usize::from(class)] += 1.0;
        }
    }

    fn whole(&self, people: f64) -> f64 {
        people.floor()
    }

    fn welcome(&mut self, kernel: &Kernel, t: u32, class: usize, newcomers: f64) {
        let mut organic = 0.0;
        // All who join of their own accord come first, whatever their class: they are not bought.
        if class == 0 {
            let joining: Vec<(u32, u8)> = self.blocks.iter().flat_map(|block| block.joining.clone()).collect();
            for (person, of) in joining {
                self.join(kernel, t, person, usize::from(of));
            }
        }
        for &(_, of) in self.blocks.iter().flat_map(|block| &block.joining) {
            organic += f64::from(u8::from(usize::from(of) == class));
        }
        let bought = (newcomers - organic).max(0.0) as usize;
        if bought > 0 {
            for person in self.most_willing(t, bought) {
                self.join(kernel, t, person, class);
            }
        }
    }

    fn purchases(&mut self, kernel: &Kernel, t: u32, class: usize) -> f64 {
        self.each_block(kernel, t, |block, period| block.close(period.kernel, period.numbers, t, class));
        self.blocks.iter().map(|block| block.pass.purchases[class]).sum()
    }
}
