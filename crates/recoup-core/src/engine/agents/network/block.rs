//! A block of people, and the two passes of a period over it.

use pulp::{Arch, Simd, WithSimd};

use crate::engine::agents::episode::{Counts, Customer, Episode, Hit, Kinds, Moment, Tables, established};
use crate::engine::agents::graph::Graph;
use crate::engine::agents::happening::{Log, Purchase, What};
use crate::engine::agents::numbers;
use crate::engine::agents::person::{Differences, Person};
use crate::engine::agents::points::{Points, Taking, block_of, extent, hazard};
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::population::{Met, Settled, Stay, Told};
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::random::address::{CommonNumbers, unit};
use crate::random::binomial::binomial;
use crate::random::lanes::LANES;
use crate::scenario::word_of_mouth::Contagion;
use crate::units::memory;

/// Failures whose words are drawn together.
const TOGETHER: usize = 16;
/// Messages of one sender that are told one by one, at most, where they are more than their ties.
const MANY_MESSAGES: u32 = 256;

/// In place of a customer's state: none.
pub(super) const PROSPECT: u8 = u8::MAX;
pub(super) const LAPSED: u8 = u8::MAX - 1;
/// A prospect who decided against it (policy contagion).
pub(super) const REJECTED: u8 = u8::MAX - 2;
/// A prospect who joins at the end of the period, and a lapsed customer who is a prospect then.
const JOINING: u8 = u8::MAX - 3;
const RETURNING: u8 = u8::MAX - 4;
/// A customer with a failure that is not settled.
const HIT: u8 = u8::MAX - 5;
/// There are not so many people.
const NOBODY: u8 = u8::MAX - 6;

/// What a person signals about the firm in every period (policy contagion).
pub(super) const SAYS_NOTHING: u8 = 0;
pub(super) const SAYS_GOOD: u8 = 1;
pub(super) const SAYS_ILL: u8 = 2;

/// Some people in a row.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) first: u32,
    /// State of a customer, or what else they are; as long as a block is.
    pub(super) state: Vec<u8>,
    /// Class of a customer; as long as a block is.
    pub(super) class: Vec<u8>,
    /// While purchases of a class are counted: 1 for its customers, 0 for all others; as long as a block is.
    is_here: Vec<u8>,
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
    /// Customers who have met a failure in this period, with their states.
    hits: Vec<(u32, u8)>,
    /// The largest stock of negative messages of a person.
    pub(super) loudest: f32,
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
    pub(super) differences: Option<&'a Differences>,
    pub(super) says: &'a [u8],
    pub(super) t: u32,
    /// The greatest probability to join of one's own accord, whatever one heard.
    pub(super) joins_at_most: f64,
    pub(super) public: f64,
    /// What a person hears to whom no message was sent.
    pub(super) quiet: Hearing,
}

/// Who does what in a period, by probability and state.
pub(super) struct Rules<'a> {
    incidence: &'a Incidence,
    kinds: Vec<Kinds>,
    /// In the class that meets the most failures.
    fails: Taking,
    forgets: Taking,
    establishes: Taking,
    joins: Taking,
    returns: Taking,
    /// By class and state: the probability to stay of customers who are alike, without an episode, before word of mouth.
    stays: Vec<f64>,
}

impl<'a> Rules<'a> {
    pub(super) fn new(kernel: &Kernel, incidence: &'a Incidence) -> Self {
        let customer = &kernel.customer;
        let states = customer.states();
        let fails_most = incidence.episode.iter().copied().fold(0.0, f64::max);
        let established = customer.tenure.map_or(0.0, |tenure| tenure.established);
        let groups = (0..kernel.classes.len()).flat_map(|class| (0..states).map(move |state| (class, state)));
        let stay = |(class, state)| kernel.loyalty.quiet_stay(kernel.segment(class), customer.remembered(state));
        let joins = if kernel.contagion.is_some() { 0.0 } else { kernel.word_of_mouth.joins_at_most() };
        Rules {
            incidence,
            kinds: (0..kernel.classes.len()).map(|class| Kinds::of(kernel, incidence, class)).collect(),
            fails: Taking::by_state(states, |_| fails_most).with_heights(),
            forgets: Taking::by_state(states, |state| {
                if customer.remembered(state) == memory::CLEAN { 0.0 } else { kernel.loyalty.fade }
            }),
            establishes: Taking::by_state(
                states,
                |state| if customer.tenure_start(state) > 0 { established } else { 0.0 },
            ),
            joins: Taking::new(&[(PROSPECT, hazard(joins))]).with_heights(),
            returns: Taking::new(&[(LAPSED, hazard(kernel.acquisition.returning))]),
            stays: groups.map(stay).collect(),
        }
    }
}

/// [`Block::live`] with the widest instructions that the machine has.
struct Living<'a> {
    block: &'a mut Block,
    period: &'a Period<'a>,
    rules: &'a Rules<'a>,
}

impl WithSimd for Living<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.block.live(self.period, self.rules);
    }
}

/// [`Block::forget_messages`] with the widest instructions that the machine has.
struct Fading<'a> {
    block: &'a mut Block,
    kept: f32,
}

impl WithSimd for Fading<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.block.forget_messages(self.kept);
    }
}

/// [`Block::buy`] at the end of a period with the widest instructions that the machine has.
struct Closing<'a> {
    block: &'a mut Block,
    kernel: &'a Kernel,
    numbers: &'a CommonNumbers,
    t: u32,
    class: usize,
}

impl WithSimd for Closing<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.block.buy(self.kernel, self.numbers, self.t, self.class, false);
    }
}

/// [`Block::wish_to_join`] with the widest instructions that the machine has.
struct Willing<'a> {
    block: &'a mut Block,
    numbers: &'a CommonNumbers,
    t: u32,
    up_to: &'a Taking,
    found: &'a mut Vec<(f64, u32)>,
}

impl WithSimd for Willing<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.block.wish_to_join(self.numbers, self.t, self.up_to, self.found);
    }
}

impl Period<'_> {
    fn moment(&self) -> Moment<'_> {
        Moment { kernel: self.kernel, numbers: self.numbers, t: self.t }
    }
}

impl Block {
    /// People of those classes, or prospects, who have heard nothing yet.
    pub(super) fn new(first: u32, classes: &[Option<u8>]) -> Self {
        let people = classes.len();
        let mut state: Vec<u8> = classes.iter().map(|class| class.map_or(PROSPECT, |_| memory::CLEAN as u8)).collect();
        let mut class: Vec<u8> = classes.iter().map(|class| class.unwrap_or(0)).collect();
        let seats = extent(block_of(first.into())).1;
        state.resize(seats, NOBODY);
        class.resize(seats, 0);
        Block {
            first,
            state,
            class,
            is_here: vec![0; seats],
            generation: vec![0; people],
            people: Vec::new(),
            heard: vec![[0.0; 2]; people],
            episodes: Vec::new(),
            hits: Vec::new(),
            loudest: 0.0,
            praising: Vec::new(),
            joining: Vec::new(),
            returning: Vec::new(),
            speaking: Vec::new(),
            sent: Vec::new(),
            pass: Pass::default(),
            log: Log::new(false),
        }
    }

    fn states(&self) -> &[u8] {
        &self.state
    }

    fn points<'a>(&self, numbers: &'a CommonNumbers, t: u32, decision: u8) -> Points<'a> {
        Points { numbers, t, decision, first: self.first.into(), seats: self.state.len() }
    }

    pub(super) fn meet(&mut self, period: &Period<'_>, rules: &Rules<'_>) {
        let classes = period.kernel.classes.len();
        self.pass = Pass {
            purchases: vec![0.0; classes],
            left: vec![0; classes],
            met: vec![Met::default(); classes],
            settled: vec![Settled::default(); classes],
            ..Pass::default()
        };
        self.episodes.clear();
        self.hits.clear();
        self.praising.clear();
        self.joining.clear();
        self.speaking.clear();
        Arch::new().dispatch(Living { block: self, period, rules });
    }

    #[inline(always)]
    fn live(&mut self, period: &Period<'_>, rules: &Rules<'_>) {
        let Period { kernel, numbers, t, .. } = *period;
        // A loop, not `for_each`: a closure this large is not inlined, and is compiled without wide instructions then.
        for class in 0..kernel.classes.len() {
            self.buy(kernel, numbers, t, class, true);
        }
        let points = |block: &Block, decision| block.points(numbers, t, decision);
        // Before anybody else lapses.
        points(self, numbers::RETURNING).each(&rules.returns, self, Block::states, |block, place, _| {
            block.returning.push(place as u32);
            block.state[place] = RETURNING;
        });
        points(self, numbers::FAILING).each(&rules.fails, self, Block::states, |block, place, point| {
            if point.is_below(rules.incidence.episode[usize::from(block.class[place])]) {
                block.hits.push((place as u32, block.state[place]));
                block.state[place] = HIT;
            }
        });
        self.fail(period, rules);
        self.praise(period);
        self.stay_or_leave(period, rules);
        points(self, numbers::FORGETTING).each(&rules.forgets, self, Block::states, |block, place, _| {
            let before = usize::from(block.state[place]);
            block.state[place] = (kernel.customer.tenure_start(before) + memory::CLEAN) as u8;
            block.log.add(u64::from(block.first) + place as u64, t, || What::Forgot);
        });
        points(self, numbers::ESTABLISHING).each(&rules.establishes, self, Block::states, |block, place, _| {
            block.state[place] = kernel.customer.remembered(block.state[place].into()) as u8;
        });
        if let Some(contagion) = &kernel.contagion {
            self.hear_all_out(period, contagion);
        } else {
            points(self, numbers::JOINING).each(&rules.joins, self, Block::states, |block, place, point| {
                if point.is_below(period.joins_at_most) && point.is_below(block.hearing(period, place).join) {
                    block.join(period, place);
                }
            });
        }
    }

    /// What kinds of failures were met, and who hears of them.
    #[inline(always)]
    fn fail(&mut self, period: &Period<'_>, rules: &Rules<'_>) {
        let Period { kernel, numbers, t, .. } = *period;
        for hits in self.hits.chunks(TOGETHER) {
            let mut who = [0; TOGETHER];
            for (who, &(place, _)) in who.iter_mut().zip(hits) {
                *who = self.first + place;
            }
            let [kind, route, on_spot, resolved] = numbers.gather::<TOGETHER>(0, t, numbers::EPISODE, &who, 0);
            let [quick, public, told, stay] = numbers.gather::<TOGETHER>(1, t, numbers::EPISODE, &who, 0);
            for (i, &(place, state)) in hits.iter().enumerate() {
                let words = [[kind[i], route[i], on_spot[i], resolved[i]], [quick[i], public[i], told[i], stay[i]]];
                let class = usize::from(self.class[place as usize]);
                let own = period.differences.zip(self.people.get(place as usize));
                let customer = Customer { seat: who[i].into(), segment: kernel.segment(class), own };
                let (hit, met) = (Hit { place, state, words }, &mut self.pass.met[class]);
                self.episodes.push(Episode::meet(kernel, &rules.kinds[class], &customer, hit, met));
            }
        }
    }

    /// Content customers without a failure praise.
    #[inline(always)]
    fn praise(&mut self, period: &Period<'_>) {
        let customer = &period.kernel.customer;
        if period.kernel.praise > 0.0 {
            let points = self.points(period.numbers, period.t, numbers::PRAISING);
            points.each_of(points.number(period.kernel.praise), |place| {
                let state = usize::from(self.state[place]);
                if state < customer.states() && customer.remembered(state) != memory::AGGRIEVED {
                    self.praising.push((place as u32, 1));
                }
            });
        }
    }

    /// Customers without a failure stay or leave, by what each hears.
    #[inline(always)]
    fn stay_or_leave(&mut self, period: &Period<'_>, rules: &Rules<'_>) {
        let Period { kernel, numbers, t, .. } = *period;
        let states = kernel.customer.states();
        let mut most: f64 = 0.0;
        for place in 0..self.state.len() {
            if usize::from(self.state[place]) < states {
                let stay = self.own_stay(period, rules, place);
                most = most.max(1.0 - stay);
                let stay = Stay::without_episode(stay, &self.hearing_of_customer(period, place));
                self.pass.settled[usize::from(self.class[place])].lose_one(stay, true);
            }
        }
        let word_of_mouth = &kernel.word_of_mouth;
        // What is good makes them leave less.
        let heard = word_of_mouth.leaving_by_own(f64::from(self.loudest) + period.public);
        let leaves = Taking::up_to((hazard(most) + heard) * (1.0 + 1e-9), states);
        let leaving = self.points(numbers, t, numbers::LEAVING);
        leaving.each(&leaves, self, Block::states, |block, place, point| {
            let stay = block.own_stay(period, rules, place);
            let heard = word_of_mouth.leaving_by_own(f64::from(block.heard[place][0]) + period.public);
            // Mostly this decides already.
            if point.height() <= (hazard(1.0 - stay) + heard) * (1.0 + 1e-9)
                && point.is_below(1.0 - block.hearing_of_customer(period, place).stay(stay))
            {
                let class = usize::from(block.class[place]);
                block.pass.settled[class].lose_by_chance(1.0, 0.0);
                block.pass.left[class] += 1;
                block.state[place] = LAPSED;
                block.log.add(u64::from(block.first) + place as u64, t, || What::Left);
            }
        });
    }

    /// The probability of a customer to stay without an episode, before word of mouth.
    #[inline(always)]
    fn own_stay(&self, period: &Period<'_>, rules: &Rules<'_>, place: usize) -> f64 {
        let (kernel, class, state) = (period.kernel, usize::from(self.class[place]), usize::from(self.state[place]));
        let Some((differences, person)) = period.differences.zip(self.people.get(place)) else {
            return rules.stays[class * kernel.customer.states() + state];
        };
        let remembered = kernel.customer.remembered(state);
        if remembered < memory::DELIGHTED {
            1.0 - f64::from(person.leaves)
        } else {
            kernel.loyalty.own(kernel.segment(class), differences.shift(person)).quiet_stay(remembered)
        }
    }

    /// Undecided prospects decide, by what their contacts signal.
    fn hear_all_out(&mut self, period: &Period<'_>, contagion: &Contagion) {
        let mut words = [[0; LANES]; 4];
        for start in (0..self.state.len()).step_by(LANES) {
            period.numbers.rows(period.t, numbers::PERIOD, u64::from(self.first) + start as u64, &mut words);
            for i in 0..LANES.min(self.state.len() - start) {
                if self.state[start + i] != PROSPECT {
                    continue;
                }
                let person = self.first + (start + i) as u32;
                let words = [words[0][i], words[1][i], words[2][i], words[3][i]];
                match hear_out(period, contagion, person, words) {
                    Some(true) => {
                        let says = if unit(words[3]) < contagion.unhappy { SAYS_ILL } else { SAYS_GOOD };
                        self.speaking.push((person, says));
                        self.join(period, start + i);
                    }
                    Some(false) => {
                        self.state[start + i] = REJECTED;
                        self.speaking.push((person, SAYS_ILL));
                    }
                    None => (),
                }
            }
        }
    }

    /// A prospect decides to join.
    fn join(&mut self, period: &Period<'_>, place: usize) {
        let person = self.first + place as u32;
        let shares = period.kernel.acquisition.shares();
        let u = unit(period.numbers.words(0, period.t, numbers::SEGMENT, u64::from(person))[0]);
        let mut below = 0.0;
        let class = shares.iter().position(|share| {
            below += share;
            u < below
        });
        self.joining.push((person, class.unwrap_or(shares.len() - 1) as u8));
        self.state[place] = JOINING;
    }

    /// Prospects with points up to a height, and these: whom the firm wins if it wants some, the lowest first.
    pub(super) fn willing(&mut self, numbers: &CommonNumbers, t: u32, up_to: &Taking, found: &mut Vec<(f64, u32)>) {
        Arch::new().dispatch(Willing { block: self, numbers, t, up_to, found });
    }

    #[inline(always)]
    fn wish_to_join(&mut self, numbers: &CommonNumbers, t: u32, up_to: &Taking, found: &mut Vec<(f64, u32)>) {
        let points = self.points(numbers, t, numbers::WILLING);
        points.each(up_to, self, Block::states, |block, place, point| {
            found.push((point.height(), block.first + place as u32));
        });
    }

    /// Counts the purchases of the customers of a class who are there at the start of a period, or at its end.
    #[inline(always)]
    fn buy(&mut self, kernel: &Kernel, numbers: &CommonNumbers, t: u32, class: usize, at_start: bool) {
        let customer = &kernel.customer;
        let is_counted = self.people.is_empty() && customer.all_spend_alike() && self.log.purchases().is_none();
        if is_counted {
            let (states, of) = (customer.states() as u8, class as u8);
            for (is_here, (&state, &class)) in self.is_here.iter_mut().zip(self.state.iter().zip(&self.class)) {
                *is_here = u8::from((state < states) & (class == of));
            }
        }
        for &half in numbers::halves_counted(kernel.money.counted, at_start) {
            let points = self.points(numbers, t, half).of_class(class as u64);
            let number = points.number(0.5 * kernel.money.purchases[class]);
            if is_counted {
                // Without branches: customers and others are mixed, so that they would often be mispredicted.
                let mut purchases = 0_u64;
                points.each_of(number, |place| purchases += u64::from(self.is_here[place]));
                self.pass.purchases[class] += purchases as f64;
                continue;
            }
            let (mut kept, mut worth) = (self.log.purchases(), 0.0);
            points.each_of(number, |place| {
                let state = usize::from(self.state[place]);
                if state < customer.states() && usize::from(self.class[place]) == class {
                    let own = self.people.get(place).map_or(1.0, |person| f64::from(person.spend));
                    let own = own * customer.spend(state);
                    worth += own;
                    if let Some(kept) = &mut kept {
                        let (seat, is_late) = (u64::from(self.first) + place as u64, half == numbers::LATE);
                        kept.push(Purchase { seat, t, is_late, worth: own });
                    }
                }
            });
            self.pass.purchases[class] += worth;
        }
    }

    /// Counts the purchases of the customers of a class who are counted at the end of a period.
    pub(super) fn close(&mut self, kernel: &Kernel, numbers: &CommonNumbers, t: u32, class: usize) {
        Arch::new().dispatch(Closing { block: self, kernel, numbers, t, class });
    }

    /// Multiplies all stocks of messages by `kept`, and finds the largest negative one.
    pub(super) fn fade(&mut self, kept: f32) {
        Arch::new().dispatch(Fading { block: self, kept });
    }

    #[inline(always)]
    fn forget_messages(&mut self, kept: f32) {
        // By place in a row of 8 people: the largest stock so far. Negative ones have even places; positive ones are not used.
        let mut largest = [0.0_f32; 16];
        for row in self.heard.as_flattened_mut().chunks_mut(largest.len()) {
            for (stock, largest) in row.iter_mut().zip(&mut largest) {
                *stock = if *stock > 1e-12 { *stock * kept } else { 0.0 };
                *largest = if *stock > *largest { *stock } else { *largest };
            }
        }
        self.loudest = largest.iter().step_by(2).copied().fold(0.0, f32::max);
    }

    fn hearing(&self, period: &Period<'_>, place: usize) -> Hearing {
        let [negative, positive] = self.heard[place].map(f64::from);
        if negative == 0.0 && positive == 0.0 {
            return period.quiet;
        }
        period.kernel.word_of_mouth.own_hearing(negative + period.public, positive)
    }

    /// What a customer hears.
    #[inline(always)]
    fn hearing_of_customer(&self, period: &Period<'_>, place: usize) -> Hearing {
        let [negative, positive] = self.heard[place].map(f64::from);
        if negative == 0.0 && positive == 0.0 {
            return period.quiet;
        }
        period.kernel.word_of_mouth.hearing_of_customer(negative + period.public, positive)
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
            let hearing = self.hearing_of_customer(period, place);
            let counts = Counts { settled: &mut self.pass.settled[class], told: &mut self.pass.told };
            let end = episode.settle(period.moment(), period.tables, &customer, service, &hearing, counts);
            let seat = customer.seat;
            if end.stays {
                self.state[place] = established(period.moment(), seat, usize::from(end.state)) as u8;
            } else {
                self.state[place] = LAPSED;
                self.pass.left[class] += 1;
            }
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
