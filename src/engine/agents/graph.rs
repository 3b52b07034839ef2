//! Who knows whom: networks in compact arrays, a function of the seed and the parameter draw.
//!
//! Every tie is addressed by its number, so that ties can be made twice, once to count and once to
//! place, and need never be stored apart.

use std::sync::Arc;

use crate::engine::agents::luck;
use crate::random::address::{HistoryLuck, unit};
use crate::scenario::case::{Case, EdgeList, NetworkKind};

/// A network of people, numbered from 0.
#[derive(Debug)]
pub struct Graph {
    people: u32,
    ties: Ties,
    strong_share: f64,
    /// Effect of a message along a weak and a strong tie, in messages; 1 on average.
    weights: [f64; 2],
    luck: HistoryLuck,
}

#[derive(Debug)]
enum Ties {
    /// By person: where his list starts in `lists`, and one entry more.
    Lists { starts: Vec<u32>, lists: Vec<u32> },
    /// Circles of `size` places; `weak` contacts made anew every period.
    Circles { size: u32, weak: u32, places: Vec<u32>, people: Vec<u32> },
}

/// Somebody one is in contact with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact {
    /// Who.
    pub person: u32,
    /// Whether the tie is strong.
    pub strong: bool,
}

impl Graph {
    /// The network of a case in parameter draw `draw`; `None` where everybody talks to anybody.
    pub fn new(case: &Case, seed: u64, draw: u64) -> Option<Self> {
        let network = &case.network;
        let people = (case.market.customers + case.market.prospects) as u32;
        // Beyond any replicate: the network is one for all histories of a draw.
        let luck = HistoryLuck::new(seed, draw, u64::MAX);
        let half_degree = network.degree / 2.0;
        let ties = match network.kind {
            NetworkKind::Mixing => return None,
            NetworkKind::Random => {
                let ties = (f64::from(people) * half_degree).round() as u64;
                lists(people, ties, |tie| random_tie(&luck, people, tie))
            }
            NetworkKind::SmallWorld => {
                let each = (half_degree.round() as u64).min(u64::from(people.saturating_sub(1)) / 2);
                let at = shuffled(&luck, people);
                let tie = |tie| small_world_tie(&luck, people, each, network.rewiring, tie);
                lists(people, u64::from(people) * each, |number| tie(number).map(|pair| pair.map(|p| at[p as usize])))
            }
            NetworkKind::ScaleFree => {
                let each = (half_degree.round() as u64).max(u64::from(network.degree > 0.0));
                let at = shuffled(&luck, people);
                let tie = |tie| scale_free_tie(&luck, each, tie);
                lists(people, u64::from(people) * each, |number| tie(number).map(|pair| pair.map(|p| at[p as usize])))
            }
            NetworkKind::Circles => {
                let strong = (network.degree * network.strong_share).round() as u32;
                let people_at = shuffled(&luck, people);
                let mut places = vec![0; people as usize];
                for (place, &person) in people_at.iter().enumerate() {
                    places[person as usize] = place as u32;
                }
                let weak = network.degree.round() as u32 - strong.min(network.degree.round() as u32);
                Ties::Circles { size: strong + 1, weak, places, people: people_at }
            }
            NetworkKind::Edges => {
                let edges = network.edges.clone().unwrap_or_else(|| Arc::new(EdgeList::default()));
                let tie = |tie: u64| edges.0.get(tie as usize).copied().filter(|[a, b]| a.max(b) < &people);
                lists(people, edges.0.len() as u64, tie)
            }
        };
        let share = network.strong_share;
        let mean = share * network.strong_multiplier + 1.0 - share;
        Some(Graph {
            people,
            ties,
            strong_share: share,
            weights: [1.0 / mean, network.strong_multiplier / mean],
            luck,
        })
    }

    /// How many people there are.
    pub fn people(&self) -> u32 {
        self.people
    }

    /// How many ties a person has, contacts of a period included.
    pub fn degree(&self, person: u32) -> u32 {
        match &self.ties {
            Ties::Lists { starts, .. } => starts[person as usize + 1] - starts[person as usize],
            Ties::Circles { size, weak, places, .. } => circle(places[person as usize], *size, self.people).1 - 1 + weak,
        }
    }

    /// A person's contact number `i`, below [`degree`](Graph::degree), in period `t` of a history.
    pub fn contact(&self, person: u32, i: u32, t: u32, history: &HistoryLuck) -> Contact {
        match &self.ties {
            Ties::Lists { starts, lists } => {
                let other = lists[(starts[person as usize] + i) as usize];
                Contact { person: other, strong: self.is_strong(person, other) }
            }
            Ties::Circles { size, places, people, .. } => {
                let place = places[person as usize];
                let (first, members) = circle(place, *size, self.people);
                if i < members - 1 {
                    let other = first + i + u32::from(first + i >= place);
                    return Contact { person: people[other as usize], strong: true };
                }
                let number = i - (members - 1);
                let words = history.words(number / 4, t, luck::CONTACTS, u64::from(person));
                let other = below(words[number as usize % 4], self.people - 1);
                Contact { person: other + u32::from(other >= person), strong: false }
            }
        }
    }

    /// What a message along such a tie does, in messages.
    pub fn weight(&self, contact: Contact) -> f64 {
        self.weights[usize::from(contact.strong)]
    }

    /// A property of the pair, whoever asks.
    fn is_strong(&self, a: u32, b: u32) -> bool {
        if self.strong_share <= 0.0 || self.strong_share >= 1.0 {
            return self.strong_share >= 1.0;
        }
        let pair = u64::from(a.min(b)) << 32 | u64::from(a.max(b));
        unit(self.luck.words(1, 0, luck::TIES, pair)[0]) < self.strong_share
    }
}

/// First place of a circle and how many sit in it.
fn circle(place: u32, size: u32, people: u32) -> (u32, u32) {
    let first = place - place % size;
    (first, size.min(people - first))
}

/// A whole number below `limit`.
fn below(word: u32, limit: u32) -> u32 {
    (u64::from(word) * u64::from(limit) >> 32) as u32
}

/// The same from 64 bits, for large limits.
fn below_wide(high: u32, low: u32, limit: u64) -> u64 {
    (u128::from(u64::from(high) << 32 | u64::from(low)) * u128::from(limit) >> 64) as u64
}

/// People in random order: who sits at each place of a network whose places differ.
fn shuffled(luck: &HistoryLuck, people: u32) -> Vec<u32> {
    let mut order: Vec<u32> = (0..people).collect();
    for i in (1..people).rev() {
        let [high, low, ..] = luck.words(0, 0, luck::PLACES, u64::from(i));
        order.swap(i as usize, below_wide(high, low, u64::from(i) + 1) as usize);
    }
    order
}

fn random_tie(luck: &HistoryLuck, people: u32, tie: u64) -> Option<[u32; 2]> {
    let [a, b, ..] = luck.words(0, 0, luck::TIES, tie);
    let (a, b) = (below(a, people), below(b, people.saturating_sub(1)));
    (people > 1).then_some([a, b + u32::from(b >= a)])
}

/// Watts and Strogatz: tie `tie` of a ring in which everybody knows `each` neighbours on either side,
/// its far end moved with probability `rewiring`.
fn small_world_tie(luck: &HistoryLuck, people: u32, each: u64, rewiring: f64, tie: u64) -> Option<[u32; 2]> {
    let person = (tie / each) as u32;
    let step = (tie % each + 1) as u32;
    let [moves, to, ..] = luck.words(0, 0, luck::TIES, tie);
    if unit(moves) < rewiring {
        let other = below(to, people.saturating_sub(1));
        return Some([person, other + u32::from(other >= person)]);
    }
    Some([person, ((u64::from(person) + u64::from(step)) % u64::from(people)) as u32])
}

/// Barabási and Albert, by looking ends up backwards: tie `tie` goes from person `tie / each` to the
/// end at a random earlier position of the list of all ends (Sanders and Schulz, Scalable generation of
/// scale-free graphs, 2016). The first person's ties, which would lead to himself, are left out.
fn scale_free_tie(luck: &HistoryLuck, each: u64, tie: u64) -> Option<[u32; 2]> {
    let person = tie / each;
    // Even positions hold whom a tie comes from, odd ones whom it goes to.
    let mut position = 2 * tie + 1;
    while position % 2 == 1 {
        let [high, low, ..] = luck.words(0, 0, luck::TIES, position);
        position = below_wide(high, low, position);
    }
    let to = position / 2 / each;
    (to != person).then_some([person as u32, to as u32])
}

/// Lists of contacts from numbered ties.
fn lists(people: u32, ties: u64, tie: impl Fn(u64) -> Option<[u32; 2]>) -> Ties {
    let mut starts = vec![0_u32; people as usize + 1];
    for pair in (0..ties).filter_map(&tie) {
        for person in pair {
            starts[person as usize] += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += std::mem::replace(start, sum);
    }
    let mut lists = vec![0; sum as usize];
    // Each start moves to its end while the list fills, and is moved back after.
    for [a, b] in (0..ties).filter_map(&tie) {
        for (from, to) in [(a, b), (b, a)] {
            let start = &mut starts[from as usize];
            lists[*start as usize] = to;
            *start += 1;
        }
    }
    starts.copy_within(0..people as usize, 1);
    starts[0] = 0;
    Ties::Lists { starts, lists }
}
