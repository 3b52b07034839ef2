//! People on a network: customers, prospects and lapsed customers are all somebody, and a message goes
//! along a tie.
//!
//! A seat is a person: who leaves lapses, and may return. Whom the firm wins back by acquisition is
//! decided by the prospects' own words of the period, the same under every strategy.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::engine::agents::episode::{Counts, Customer, Episode, Hit, Moment, Tables, established};
use crate::engine::agents::graph::Graph;
use crate::engine::agents::happening::{Happening, What};
use crate::engine::agents::numbers;
use crate::engine::agents::person::{Differences, Person};
use crate::engine::agents::purchases::{PurchaseTable, Purchases};
use crate::model::acquisition::largest_remainder;
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::population::{Flow, Met, Population, Settled, Told};
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::random::address::{CommonNumbers, unit, yes_below};
use crate::random::binomial::binomial;
use crate::random::counts::CountTable;
use crate::random::lanes::LANES;
use crate::scenario::parameters::Contagion;
use crate::units::memory;

/// People in a block, the unit of work of a thread. Sums are taken block by block.
const BLOCK: usize = 16_384;

/// Messages of one sender that are told one by one, at most, where they are more than their ties.
const MANY_MESSAGES: u32 = 256;

/// In place of a customer's state: none.
const PROSPECT: u8 = u8::MAX;
const LAPSED: u8 = u8::MAX - 1;
/// A prospect who decided against it (policy contagion).
const REJECTED: u8 = u8::MAX - 2;

/// What somebody says of the firm all the time (policy contagion).
const SAYS_NOTHING: u8 = 0;
const SAYS_GOOD: u8 = 1;
const SAYS_ILL: u8 = 2;

/// The people of one history.
#[derive(Debug)]
pub struct NetworkPopulation {
    numbers: CommonNumbers,
    graph: Arc<Graph>,
    tables: Tables,
    /// By class.
    purchase_tables: Vec<PurchaseTable>,
    /// Messages of a content customer in a period, where there are any.
    praise_table: Option<CountTable>,
    differences: Option<Differences>,
    blocks: Vec<Block>,
    /// By person: what they say all the time; empty but under contagion.
    says: Vec<u8>,
    /// By class: customers, and purchases counted so far in the period.
    active: Vec<u64>,
    purchases: Vec<f64>,
    /// Stock of public posts per person.
    public: f64,
    /// Prospects that the firm wanted in one period and segment, at most so far.
    wanted: usize,
    parallel: bool,
}

/// Some people in a row.
#[derive(Debug)]
struct Block {
    first: u32,
    /// State of a customer, or what else they are.
    state: Vec<u8>,
    /// Class of a customer.
    class: Vec<u8>,
    /// Times they became a customer, less one.
    generation: Vec<u16>,
    people: Vec<Person>,
    /// Stocks of messages, negative and positive.
    heard: Vec<[f32; 2]>,
    episodes: Vec<Episode>,
    /// Content customers who praise, and to how many.
    praising: Vec<(u32, u32)>,
    /// Prospects who join of their own accord, with their classes.
    joining: Vec<(u32, u8)>,
    returning: Vec<u32>,
    /// Prospects with low words, and these: whom the firm will win if it wants some. More than enough,
    /// mostly; nothing depends on how many.
    willing: Vec<(u32, u32)>,
    /// Who begins to say something.
    speaking: Vec<(u32, u8)>,
    /// Messages sent: to whom, negative or positive, with what weight.
    sent: Vec<(u32, u8, f32)>,
    pass: Pass,
    happenings: Option<Happenings>,
}

/// What happened to those who are followed.
#[derive(Debug)]
struct Happenings {
    /// The people who are followed, in order.
    of: Arc<[Range<u64>]>,
    noted: Vec<Happening>,
}

impl Happenings {
    fn note(&mut self, happening: Happening) {
        let after = self.of.partition_point(|people| people.end <= happening.seat);
        if self.of.get(after).is_some_and(|people| people.contains(&happening.seat)) {
            self.noted.push(happening);
        }
    }
}

/// What one period comes to in one block.
#[derive(Clone, Debug, Default)]
struct Pass {
    /// By class.
    purchases: Vec<f64>,
    left: Vec<u64>,
    met: Vec<Met>,
    settled: Vec<Settled>,
    told: Told,
    posts: f64,
}

/// One period of everybody.
struct Period<'a> {
    kernel: &'a Kernel,
    numbers: &'a CommonNumbers,
    graph: &'a Graph,
    tables: &'a Tables,
    purchase_tables: &'a [PurchaseTable],
    purchases: Purchases<'a>,
    praise_table: Option<&'a CountTable>,
    differences: Option<&'a Differences>,
    says: &'a [u8],
    t: u32,
    fade: u64,
    returns: u64,
    /// Words up to this one are noted for the firm to choose from.
    willing: u32,
    /// The greatest probability to join of one's own accord, whatever one heard.
    joins_at_most: f64,
    public: f64,
    /// What somebody hears whom nobody told anything.
    quiet: Hearing,
}

impl Period<'_> {
    fn moment(&self) -> Moment<'_> {
        Moment { kernel: self.kernel, numbers: self.numbers, t: self.t }
    }
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
        let block = |first: usize| {
            let size = BLOCK.min(people - first);
            let classes = (first..first + size).map(|person| class_at(person as u64));
            let mut block = Block {
                first: first as u32,
                state: classes.clone().map(|g| g.map_or(PROSPECT, |_| memory::CLEAN as u8)).collect(),
                class: classes.map(|g| g.unwrap_or(0) as u8).collect(),
                generation: vec![0; size],
                people: Vec::new(),
                heard: vec![[0.0; 2]; size],
                episodes: Vec::new(),
                praising: Vec::new(),
                joining: Vec::new(),
                returning: Vec::new(),
                willing: Vec::new(),
                speaking: Vec::new(),
                sent: Vec::new(),
                pass: Pass::default(),
                happenings: None,
            };
            if let Some(differences) = &differences {
                block.people = (0..size)
                    .map(|place| {
                        let seat = (first + place) as u64;
                        differences.person(kernel, &numbers, seat, 0, kernel.segment(usize::from(block.class[place])))
                    })
                    .collect();
            }
            block
        };
        let blocks = (0..people).step_by(BLOCK).map(block).collect();
        NetworkPopulation {
            numbers,
            graph,
            tables: Tables::new(kernel),
            purchase_tables: PurchaseTable::of(kernel),
            praise_table: praise_table(kernel),
            differences,
            blocks,
            says: says_at_start(kernel, &numbers, people),
            active: customers,
            purchases: vec![0.0; kernel.classes.len()],
            public: 0.0,
            wanted: people / 50,
            parallel,
        }
    }

    /// Notes what happens to those people alone; `people` are in order.
    pub fn follow(&mut self, people: &Arc<[Range<u64>]>) {
        for block in &mut self.blocks {
            block.happenings = Some(Happenings { of: people.clone(), noted: Vec::new() });
        }
    }

    /// All that happened so far to those who are followed.
    pub fn take_happenings(&mut self) -> Vec<Happening> {
        let noted = self.blocks.iter_mut().filter_map(|block| block.happenings.as_mut());
        noted.flat_map(|happenings| std::mem::take(&mut happenings.noted)).collect()
    }

    fn join(&mut self, kernel: &Kernel, t: u32, person: u32, class: usize) {
        let segment = kernel.segment(class);
        let (numbers, differences) = (self.numbers, self.differences.as_ref());
        let block = &mut self.blocks[person as usize / BLOCK];
        let place = person as usize % BLOCK;
        block.state[place] = kernel.customer.joining() as u8;
        block.class[place] = class as u8;
        // They keep their traits, read in their new segment.
        if let Some(differences) = differences {
            block.people[place] = differences.person(kernel, &numbers, u64::from(person), 0, segment);
        }
        let own = block.people.get(place).map_or(1.0, |person| f64::from(person.spend));
        let factor = kernel.customer.spend(kernel.customer.joining()) * own;
        let purchases = Purchases { numbers: &numbers, t, counted: kernel.money.counted };
        self.purchases[class] += purchases.joining(&self.purchase_tables[class], u64::from(person), factor);
        if let Some(happenings) = &mut block.happenings {
            let generation = u32::from(block.generation[place]) + 1;
            let what = What::Joined { generation, segment: segment as u8 };
            happenings.note(Happening { seat: u64::from(person), t, what });
        }
        block.generation[place] = block.generation[place].wrapping_add(1);
        self.active[class] += 1;
    }

    /// The `wanted` prospects with the lowest words of period `t`, in no order.
    fn most_willing(&mut self, t: u32, wanted: usize) -> Vec<u32> {
        self.wanted = self.wanted.max(wanted);
        let still =
            |blocks: &[Block], person: u32| blocks[person as usize / BLOCK].state[person as usize % BLOCK] == PROSPECT;
        let noted = self.blocks.iter().flat_map(|block| &block.willing);
        let mut found: Vec<(u32, u32)> = noted.filter(|(_, person)| still(&self.blocks, *person)).copied().collect();
        if found.len() < wanted {
            // Too few were noted: ask everybody.
            found.clear();
            for block in &self.blocks {
                for (place, _) in block.state.iter().enumerate().filter(|(_, state)| **state == PROSPECT) {
                    let person = block.first + place as u32;
                    found.push((self.numbers.words(0, t, numbers::PERIOD, u64::from(person))[0], person));
                }
            }
        }
        if found.len() > wanted {
            found.select_nth_unstable(wanted);
            found.truncate(wanted);
        }
        found.into_iter().map(|(_, person)| person).collect()
    }
}

/// Messages of a content customer in a period, where there are any.
fn praise_table(kernel: &Kernel) -> Option<CountTable> {
    CountTable::poisson(kernel.praise).filter(|_| kernel.praise > 0.0)
}

/// Who says what at the start, under contagion: customers are content or disappointed, prospects silent.
fn says_at_start(kernel: &Kernel, numbers: &CommonNumbers, people: usize) -> Vec<u8> {
    let Some(contagion) = &kernel.contagion else { return Vec::new() };
    let mut says = vec![SAYS_NOTHING; people];
    for (person, says) in says.iter_mut().enumerate().take(kernel.customers as usize) {
        let u = unit(numbers.words(1, 0, numbers::SEGMENT, person as u64)[0]);
        *says = if u < contagion.unhappy { SAYS_ILL } else { SAYS_GOOD };
    }
    says
}

impl Block {
    fn meet(&mut self, period: &Period<'_>, incidence: &Incidence) {
        let kernel = period.kernel;
        let classes = kernel.classes.len();
        self.pass = Pass {
            purchases: vec![0.0; classes],
            left: vec![0; classes],
            met: vec![Met::default(); classes],
            settled: vec![Settled::default(); classes],
            ..Pass::default()
        };
        self.episodes.clear();
        self.praising.clear();
        self.joining.clear();
        self.speaking.clear();
        self.willing.clear();
        let mut words = [[0; LANES]; 4];
        for start in (0..self.state.len()).step_by(LANES) {
            period.numbers.rows(period.t, numbers::PERIOD, u64::from(self.first) + start as u64, &mut words);
            for i in 0..LANES.min(self.state.len() - start) {
                let words = [words[0][i], words[1][i], words[2][i], words[3][i]];
                match self.state[start + i] {
                    REJECTED => (),
                    PROSPECT => {
                        if words[0] <= period.willing {
                            self.willing.push((words[0], self.first + (start + i) as u32));
                        }
                        self.consider(period, start + i, words);
                    }
                    LAPSED => {
                        if u64::from(words[1]) < period.returns {
                            self.returning.push((start + i) as u32);
                        }
                    }
                    state => self.live(period, incidence, start + i, state, words),
                }
            }
        }
    }

    /// A prospect's period.
    fn consider(&mut self, period: &Period<'_>, place: usize, words: [u32; 4]) {
        let person = self.first + place as u32;
        let joins = match &period.kernel.contagion {
            Some(contagion) => match hear_out(period, contagion, person, words) {
                Some(true) => {
                    let says = if unit(words[3]) < contagion.unhappy { SAYS_ILL } else { SAYS_GOOD };
                    self.speaking.push((person, says));
                    true
                }
                Some(false) => {
                    self.state[place] = REJECTED;
                    self.speaking.push((person, SAYS_ILL));
                    false
                }
                None => false,
            },
            None => unit(words[1]) < period.joins_at_most && unit(words[1]) < self.hearing(period, place).join,
        };
        if joins {
            let shares = period.kernel.acquisition.shares();
            let u = unit(period.numbers.words(0, period.t, numbers::SEGMENT, u64::from(person))[0]);
            let mut below = 0.0;
            let class = shares.iter().position(|share| {
                below += share;
                u < below
            });
            self.joining.push((person, class.unwrap_or(shares.len() - 1) as u8));
        }
    }

    fn hearing(&self, period: &Period<'_>, place: usize) -> Hearing {
        let [negative, positive] = self.heard[place].map(f64::from);
        if negative == 0.0 && positive == 0.0 {
            return period.quiet;
        }
        period.kernel.word_of_mouth.own_hearing(negative + period.public, positive)
    }

    /// A customer's period, up to the desk's door.
    fn live(&mut self, period: &Period<'_>, incidence: &Incidence, place: usize, state: u8, words: [u32; 4]) {
        let kernel = period.kernel;
        let before = usize::from(state);
        let remembered = kernel.customer.remembered(before);
        let class = usize::from(self.class[place]);
        let segment = kernel.segment(class);
        let person = period.differences.map(|differences| (differences, self.people[place]));
        let own = person.map_or(1.0, |(_, person)| f64::from(person.spend));
        let table = &period.purchase_tables[class];
        let whole = table.whole.as_ref().map_or(table.each, |table| f64::from(table.count(unit(words[0]))));
        self.pass.purchases[class] += whole * own * kernel.customer.spend(before);
        let seat = u64::from(self.first) + place as u64;
        if u64::from(words[1]) < yes_below(incidence.episode[class]) {
            let own = person.as_ref().map(|(differences, person)| (*differences, person));
            let customer = Customer { seat, class, segment, own };
            let hit = Hit { place: place as u32, stay: words[2], state };
            let met = &mut self.pass.met[class];
            self.episodes.push(Episode::meet(period.moment(), incidence, &customer, hit, met));
            return;
        }
        let stay = match person {
            Some((differences, person)) => {
                kernel.loyalty.own(segment, differences.shift(&person)).quiet_stay(remembered)
            }
            None => kernel.loyalty.quiet_stay(segment, remembered),
        };
        if let Some(table) = period.praise_table
            && remembered != memory::AGGRIEVED
        {
            let messages = table.count(unit(period.numbers.words(1, period.t, numbers::PERIOD, seat)[1]));
            if messages > 0 {
                self.praising.push((place as u32, messages));
            }
        }
        let heard = self.hearing(period, place).stay(stay);
        let stays = u64::from(words[2]) < yes_below(heard);
        let settled = &mut self.pass.settled[class];
        settled.lost_natural += 1.0 - stay + heard - f64::from(u8::from(stays));
        settled.lost_word_of_mouth += stay - heard;
        let what = if !stays {
            self.state[place] = LAPSED;
            self.pass.left[class] += 1;
            self.recount(period, place, before, None);
            What::Left
        } else {
            let forgets = remembered != memory::CLEAN && u64::from(words[3]) < period.fade;
            let kept = if forgets { kernel.customer.tenure_start(before) + memory::CLEAN } else { before };
            let after = established(period.moment(), seat, kept);
            self.state[place] = after as u8;
            self.recount(period, place, before, Some(after));
            if !forgets {
                return;
            }
            What::Forgot
        };
        if let Some(happenings) = &mut self.happenings {
            happenings.note(Happening { seat, t: period.t, what });
        }
    }

    fn settle(&mut self, period: &Period<'_>, service: Service) {
        let kernel = period.kernel;
        self.sent.clear();
        let episodes = std::mem::take(&mut self.episodes);
        for episode in &episodes {
            let place = episode.place as usize;
            let class = usize::from(self.class[place]);
            let segment = kernel.segment(class);
            let person = self.first + episode.place;
            let traits = period.differences.map(|differences| (differences, self.people[place]));
            let own = traits.as_ref().map(|(differences, person)| (*differences, person));
            let customer = Customer { seat: u64::from(person), class, segment, own };
            let hearing = self.hearing(period, place);
            let counts = Counts { settled: &mut self.pass.settled[class], told: &mut self.pass.told };
            let end = episode.settle(period.moment(), period.tables, &customer, service, &hearing, counts);
            let (seat, mut after) = (customer.seat, None);
            if end.stays {
                let state = established(period.moment(), seat, usize::from(end.state));
                self.state[place] = state as u8;
                after = Some(state);
            } else {
                self.state[place] = LAPSED;
                self.pass.left[class] += 1;
            }
            self.recount(period, place, usize::from(episode.state), after);
            self.pass.posts += end.posts;
            self.send(period, person, end.told, u8::from(end.outcome.is_recovered()));
            if let Some(happenings) = &mut self.happenings {
                let t = period.t;
                happenings.note(Happening { seat, t, what: end.as_happening(episode) });
                if !end.stays {
                    happenings.note(Happening { seat, t, what: What::Left });
                }
            }
        }
        self.episodes = episodes;
        let praising = std::mem::take(&mut self.praising);
        for &(place, messages) in &praising {
            self.pass.told.positive += f64::from(messages);
            self.send(period, self.first + place, messages, 1);
        }
        self.praising = praising;
    }

    /// Counts anew what a customer buys whose whole period was counted, who was in state `before` and is in state `after`
    /// now, or left.
    fn recount(&mut self, period: &Period<'_>, place: usize, before: usize, after: Option<usize>) {
        let class = usize::from(self.class[place]);
        let own = self.people.get(place).map_or(1.0, |person| f64::from(person.spend));
        let factor = |state: usize| period.kernel.customer.spend(state) * own;
        let seat = u64::from(self.first) + place as u64;
        let table = &period.purchase_tables[class];
        self.pass.purchases[class] += period.purchases.change(table, seat, factor(before), after.map(factor));
    }

    /// Sends messages along ties picked at random, each message by its number.
    fn send(&mut self, period: &Period<'_>, person: u32, messages: u32, sign: u8) {
        let degree = period.graph.degree(person);
        if degree == 0 {
            return;
        }
        if messages > MANY_MESSAGES && messages / 4 > degree {
            // So many that every tie gets some: how many each.
            let mut stream = period.numbers.at(period.t, numbers::TELL, u64::from(person));
            let mut left = f64::from(messages);
            for tie in 0..degree {
                let number = binomial(&mut stream, left, 1.0 / f64::from(degree - tie));
                left -= number;
                let contact = period.graph.contact(person, tie, period.t, period.numbers);
                self.sent.push((contact.person, sign, (number * period.graph.weight(contact)) as f32));
            }
            return;
        }
        for block in 0..messages.div_ceil(4) {
            let words = period.numbers.words(block, period.t, numbers::TELL, u64::from(person));
            for &word in words.iter().take((messages - 4 * block).min(4) as usize) {
                let tie = ((u64::from(word) * u64::from(degree)) >> 32) as u32;
                let contact = period.graph.contact(person, tie, period.t, period.numbers);
                self.sent.push((contact.person, sign, period.graph.weight(contact) as f32));
            }
        }
    }
}

/// The rule of Goldenberg, Libai, Moldovan and Muller (2007): whether an undecided prospect adopts or
/// rejects in this period, or goes on undecided.
fn hear_out(period: &Period<'_>, contagion: &Contagion, person: u32, words: [u32; 4]) -> Option<bool> {
    if unit(words[1]) < contagion.advertising {
        return Some(true);
    }
    let (mut good, mut ill) = (0_u32, 0_u32);
    let mut signals = [0; 4];
    for i in 0..period.graph.degree(person) {
        if i % 4 == 0 {
            signals = period.numbers.words(i / 4, period.t, numbers::SIGNALS, u64::from(person));
        }
        let contact = period.graph.contact(person, i, period.t, period.numbers);
        let says = period.says[contact.person as usize];
        let chance = if contact.strong { contagion.strong } else { contagion.weak };
        let u = unit(signals[i as usize % 4]);
        good += u32::from(says == SAYS_GOOD && u < chance);
        ill += u32::from(says == SAYS_ILL && u < chance * contagion.negative_multiplier);
    }
    if good + ill == 0 { None } else { Some(unit(words[2]) * f64::from(good + ill) < f64::from(good)) }
}

impl NetworkPopulation {
    /// Applies `pass` to every block of a period.
    fn each_block(&mut self, kernel: &Kernel, t: u32, pass: impl Fn(&mut Block, &Period<'_>) + Sync + Send) {
        let rules = &kernel.word_of_mouth;
        let prospects = (f64::from(self.graph.people()) - self.active.iter().sum::<u64>() as f64).max(1.0);
        let willing = (1.5 * self.wanted as f64 / prospects * f64::from(u32::MAX)).min(f64::from(u32::MAX)) as u32;
        let quiet = rules.own_hearing(self.public, 0.0);
        let period = Period {
            kernel,
            numbers: &self.numbers,
            graph: &self.graph,
            tables: &self.tables,
            purchase_tables: &self.purchase_tables,
            purchases: Purchases { numbers: &self.numbers, t, counted: kernel.money.counted },
            praise_table: self.praise_table.as_ref(),
            differences: self.differences.as_ref(),
            says: &self.says,
            t,
            fade: yes_below(kernel.loyalty.fade),
            returns: yes_below(kernel.acquisition.returning),
            willing,
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
        for block in &mut self.blocks {
            for heard in &mut block.heard {
                *heard = heard.map(|stock| if stock > 1e-12 { stock * kept as f32 } else { 0.0 });
            }
        }
        for from in 0..self.blocks.len() {
            let sent = std::mem::take(&mut self.blocks[from].sent);
            for &(person, sign, weight) in &sent {
                let person = person as usize;
                self.blocks[person / BLOCK].heard[person % BLOCK][usize::from(sign)] += weight;
            }
            self.blocks[from].sent = sent;
        }
        self.public = kept * self.public + posts / f64::from(self.graph.people());
    }
}

impl Population for NetworkPopulation {
    fn adopt(&mut self, kernel: &Kernel) {
        self.tables = Tables::new(kernel);
        self.purchase_tables = PurchaseTable::of(kernel);
        self.praise_table = praise_table(kernel);
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
        self.each_block(kernel, t, |block, period| block.meet(period, incidence));
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
        self.purchases.fill(0.0);
        for block in &self.blocks {
            for (class, settled) in settled.iter_mut().enumerate() {
                settled.add(&block.pass.settled[class]);
                self.active[class] -= block.pass.left[class];
                self.purchases[class] += block.pass.purchases[class];
            }
            told.add(&block.pass.told);
            posts += block.pass.posts;
        }
        self.hear(kernel.word_of_mouth.kept(), posts);
        told
    }

    fn stayers(&self, class: usize) -> f64 {
        self.active(class)
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
        // All who join of their own accord come first, whatever their class: nobody buys them.
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

    fn purchases(&mut self, _: &Kernel, _: u32, class: usize) -> f64 {
        self.purchases[class]
    }
}
