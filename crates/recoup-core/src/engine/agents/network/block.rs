//! A block of people, and the two passes of a period over it.

use crate::engine::agents::episode::{Counts, Customer, Episode, Hit, Kinds, Moment, Tables, established};
use crate::engine::agents::graph::Graph;
use crate::engine::agents::happening::{Log, What};
use crate::engine::agents::numbers;
use crate::engine::agents::person::{Differences, Person};
use crate::engine::agents::purchases::{PurchaseTable, Purchases};
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::population::{Met, Settled, Stay, Told};
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::random::address::{CommonNumbers, unit, yes_below};
use crate::random::binomial::binomial;
use crate::random::counts::CountTable;
use crate::random::lanes::LANES;
use crate::scenario::word_of_mouth::Contagion;
use crate::units::memory;

/// Messages of one sender that are told one by one, at most, where they are more than their ties.
const MANY_MESSAGES: u32 = 256;

/// In place of a customer's state: none.
pub(super) const PROSPECT: u8 = u8::MAX;
pub(super) const LAPSED: u8 = u8::MAX - 1;
/// A prospect who decided against it (policy contagion).
pub(super) const REJECTED: u8 = u8::MAX - 2;

/// What a person signals about the firm in every period (policy contagion).
pub(super) const SAYS_NOTHING: u8 = 0;
pub(super) const SAYS_GOOD: u8 = 1;
pub(super) const SAYS_ILL: u8 = 2;

/// Some people in a row.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) first: u32,
    /// State of a customer, or what else they are.
    pub(super) state: Vec<u8>,
    /// Class of a customer.
    pub(super) class: Vec<u8>,
    /// Times they became a customer, less one.
    pub(super) generation: Vec<u16>,
    pub(super) people: Vec<Person>,
    /// Stocks of messages, negative and positive.
    pub(super) heard: Vec<[f32; 2]>,
    pub(super) episodes: Vec<Episode>,
    /// Content customers who praise, and to how many.
    pub(super) praising: Vec<(u32, u32)>,
    /// Prospects who join of their own accord, with their classes.
    pub(super) joining: Vec<(u32, u8)>,
    pub(super) returning: Vec<u32>,
    /// Prospects with low words, and these: whom the firm will win if it wants some. More than enough,
    /// mostly; nothing depends on how many.
    pub(super) willing: Vec<(u32, u32)>,
    /// Who begins to signal something.
    pub(super) speaking: Vec<(u32, u8)>,
    /// Messages sent: to whom, negative or positive, with what weight.
    pub(super) sent: Vec<(u32, u8, f32)>,
    pub(super) pass: Pass,
    pub(super) log: Log,
}

/// What one period comes to in one block.
#[derive(Clone, Debug, Default)]
pub(super) struct Pass {
    /// By class.
    pub(super) purchases: Vec<f64>,
    pub(super) left: Vec<u64>,
    pub(super) met: Vec<Met>,
    pub(super) settled: Vec<Settled>,
    pub(super) told: Told,
    pub(super) posts: f64,
}

/// One period of all people.
pub(super) struct Period<'a> {
    pub(super) kernel: &'a Kernel,
    pub(super) numbers: &'a CommonNumbers,
    pub(super) graph: &'a Graph,
    pub(super) tables: &'a Tables,
    pub(super) purchase_tables: &'a [PurchaseTable],
    pub(super) purchases: Purchases<'a>,
    pub(super) praise_table: Option<&'a CountTable>,
    pub(super) differences: Option<&'a Differences>,
    pub(super) says: &'a [u8],
    pub(super) t: u32,
    pub(super) fade: u64,
    pub(super) returns: u64,
    /// Words up to this one are noted for the firm to choose from.
    pub(super) willing: u32,
    /// The greatest probability to join of one's own accord, whatever one heard.
    pub(super) joins_at_most: f64,
    pub(super) public: f64,
    /// What a person hears to whom no message was sent.
    pub(super) quiet: Hearing,
}

impl Period<'_> {
    fn moment(&self) -> Moment<'_> {
        Moment { kernel: self.kernel, numbers: self.numbers, t: self.t }
    }
}

impl Block {
    pub(super) fn meet(&mut self, period: &Period<'_>, incidence: &Incidence, kinds: &[Kinds]) {
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
                    state => self.live(period, (incidence, kinds), start + i, state, words),
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

    /// A customer's period, before the desk.
    fn live(
        &mut self,
        period: &Period<'_>,
        (incidence, kinds): (&Incidence, &[Kinds]),
        place: usize,
        state: u8,
        words: [u32; 4],
    ) {
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
            let customer = Customer { seat, segment, own };
            let words = [0, 1].map(|block| period.numbers.words(block, period.t, numbers::EPISODE, seat));
            let hit = Hit { place: place as u32, state, words };
            let met = &mut self.pass.met[class];
            self.episodes.push(Episode::meet(kernel, &kinds[class], &customer, hit, met));
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
        let stay = Stay::without_episode(stay, &self.hearing(period, place));
        let stays = u64::from(words[2]) < yes_below(stay.heard);
        self.pass.settled[class].lose_one(stay, stays);
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
        self.log.add(seat, period.t, || what);
    }

    pub(super) fn settle(&mut self, period: &Period<'_>, service: Service) {
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
            let customer = Customer { seat: u64::from(person), segment, own };
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
            self.log.add(seat, period.t, || end.as_happening(episode));
            if !end.stays {
                self.log.add(seat, period.t, || What::Left);
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

    /// Corrects the purchases of a customer whose whole period was counted and who changed their state or left.
    fn recount(&mut self, period: &Period<'_>, place: usize, before: usize, after: Option<usize>) {
        let class = usize::from(self.class[place]);
        let (seat, own) = (u64::from(self.first) + place as u64, self.spend_of(place));
        let table = &period.purchase_tables[class];
        self.pass.purchases[class] += period.purchases.recount(period.kernel, table, seat, own, (before, after));
    }

    /// What a purchase of the customer at `place` brings by their own spend; 1 where customers are alike.
    pub(super) fn spend_of(&self, place: usize) -> f64 {
        self.people.get(place).map_or(1.0, |person| f64::from(person.spend))
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
