//! Who knows whom: networks in compact arrays, a function of the seed and the parameter draw.
//!
//! Every tie is addressed by its number, so that ties can be made twice, once to count and once to
//! place, and need never be stored apart.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use rayon::prelude::*;

use crate::engine::agents::numbers;
use crate::random::address::{CommonNumbers, unit};
use crate::scenario::parameters::Parameters;
use crate::scenario::word_of_mouth::{EdgeList, NetworkKind};

/// A network of people, numbered from 0.
#[derive(Debug)]
pub struct Graph {
    people: u32,
    ties: Ties,
    strong_share: f64,
    /// Effect of a message along a weak and a strong tie, in messages; 1 on average.
    weights: [f64; 2],
    numbers: CommonNumbers,
}

#[derive(Debug)]
enum Ties {
    /// By person: where their list starts in `lists`, and one entry more.
    Lists { starts: Vec<u32>, lists: Vec<u32> },
    /// Circles of `size` places; `weak` contacts made anew every period.
    Circles { size: u32, weak: u32, places: Vec<u32>, people: Vec<u32> },
}

/// A contact of a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Contact {
    /// Who.
    pub person: u32,
    /// Whether the tie is strong.
    pub strong: bool,
}

impl Graph {
    /// The network of a set of parameters in parameter draw `draw`; `None` where everybody talks to anybody.
    pub fn new(parameters: &Parameters, seed: u64, draw: u64) -> Option<Self> {
        let network = &parameters.network;
        let people = (parameters.market.customers + parameters.market.prospects) as u32;
        // Beyond any replicate: the network is one for all simulations of a draw.
        let numbers = CommonNumbers::new(seed, draw, u64::MAX);
        let half_degree = network.degree / 2.0;
        let ties = match network.kind {
            NetworkKind::Mixing => return None,
            NetworkKind::Random => {
                let ties = (f64::from(people) * half_degree).round() as u64;
                lists(people, ties, |tie| random_tie(&numbers, people, tie))
            }
            NetworkKind::SmallWorld => {
                let each = (half_degree.round() as u64).min(u64::from(people.saturating_sub(1)) / 2);
                let at = shuffled(&numbers, people);
                let tie = |tie| small_world_tie(&numbers, people, each, network.rewiring, tie);
                lists(people, u64::from(people) * each, |number| tie(number).map(|pair| pair.map(|p| at[p as usize])))
            }
            NetworkKind::ScaleFree => {
                let each = (half_degree.round() as u64).max(u64::from(network.degree > 0.0));
                let at = shuffled(&numbers, people);
                let tie = |tie| scale_free_tie(&numbers, each, tie);
                lists(people, u64::from(people) * each, |number| tie(number).map(|pair| pair.map(|p| at[p as usize])))
            }
            NetworkKind::Circles => {
                let strong = (network.degree * network.strong_share).round() as u32;
                let people_at = shuffled(&numbers, people);
                let mut places = vec![0; people as usize];
                for (place, &person) in people_at.iter().enumerate() {
                    places[person as usize] = place as u32;
                }
                let degree = network.degree.round() as u32;
                // A single person has no contacts.
                let weak = if people < 2 { 0 } else { degree - strong.min(degree) };
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
            numbers,
        })
    }

    /// How many people there are.
    pub(crate) fn people(&self) -> u32 {
        self.people
    }

    /// How many ties a person has, contacts of a period included.
    pub fn degree(&self, person: u32) -> u32 {
        match &self.ties {
            Ties::Lists { starts, .. } => starts[person as usize + 1] - starts[person as usize],
            Ties::Circles { size, weak, places, .. } => {
                circle(places[person as usize], *size, self.people).1 - 1 + weak
            }
        }
    }

    /// A person's contact number `i`, below [`degree`](Graph::degree), in period `t` of a simulation.
    pub(crate) fn contact(&self, person: u32, i: u32, t: u32, chance: &CommonNumbers) -> Contact {
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
                let words = chance.words(number / 4, t, numbers::CONTACTS, u64::from(person));
                let other = below(words[number as usize % 4], self.people - 1);
                Contact { person: other + u32::from(other >= person), strong: false }
            }
        }
    }

    /// What a message along such a tie does, in messages.
    pub(crate) fn weight(&self, contact: Contact) -> f64 {
        self.weights[usize::from(contact.strong)]
    }

    /// A property of the pair, the same from both sides.
    fn is_strong(&self, a: u32, b: u32) -> bool {
        if self.strong_share <= 0.0 || self.strong_share >= 1.0 {
            return self.strong_share >= 1.0;
        }
        let pair = u64::from(a.min(b)) << 32 | u64::from(a.max(b));
        unit(self.numbers.words(1, 0, numbers::TIES, pair)[0]) < self.strong_share
    }
}

/// First place of a circle and how many sit in it.
fn circle(place: u32, size: u32, people: u32) -> (u32, u32) {
    let first = place - place % size;
    (first, size.min(people - first))
}

/// A whole number below `limit`.
fn below(word: u32, limit: u32) -> u32 {
    ((u64::from(word) * u64::from(limit)) >> 32) as u32
}

/// The same from 64 bits, for large limits.
fn below_wide(high: u32, low: u32, limit: u64) -> u64 {
    ((u128::from(u64::from(high) << 32 | u64::from(low)) * u128::from(limit)) >> 64) as u64
}

/// People in random order: who sits at each place of a network whose places differ.
fn shuffled(numbers: &CommonNumbers, people: u32) -> Vec<u32> {
    let mut order: Vec<u32> = (0..people).collect();
    for i in (1..people).rev() {
        let [high, low, ..] = numbers.words(0, 0, numbers::PLACES, u64::from(i));
        order.swap(i as usize, below_wide(high, low, u64::from(i) + 1) as usize);
    }
    order
}

fn random_tie(numbers: &CommonNumbers, people: u32, tie: u64) -> Option<[u32; 2]> {
    let [a, b, ..] = numbers.words(0, 0, numbers::TIES, tie);
    let (a, b) = (below(a, people), below(b, people.saturating_sub(1)));
    (people > 1).then_some([a, b + u32::from(b >= a)])
}

/// Watts and Strogatz: tie `tie` of a ring in which everybody knows `each` neighbours on either side,
/// its far end moved with probability `rewiring`.
fn small_world_tie(numbers: &CommonNumbers, people: u32, each: u64, rewiring: f64, tie: u64) -> Option<[u32; 2]> {
    let person = (tie / each) as u32;
    let step = (tie % each + 1) as u32;
    let [moves, to, ..] = numbers.words(0, 0, numbers::TIES, tie);
    if unit(moves) < rewiring {
        let other = below(to, people.saturating_sub(1));
        return Some([person, other + u32::from(other >= person)]);
    }
    Some([person, ((u64::from(person) + u64::from(step)) % u64::from(people)) as u32])
}

/// Barabási and Albert, by looking ends up backwards: tie `tie` goes from person `tie / each` to the
/// end at a random earlier position of the list of all ends (Sanders and Schulz, Scalable generation of
/// scale-free graphs, 2016). The first person's ties, which would lead to themselves, are left out.
fn scale_free_tie(numbers: &CommonNumbers, each: u64, tie: u64) -> Option<[u32; 2]> {
    let person = tie / each;
    // Even positions hold whom a tie comes from, odd ones whom it goes to.
    let mut position = 2 * tie + 1;
    while position % 2 == 1 {
        let [high, low, ..] = numbers.words(0, 0, numbers::TIES, position);
        position = below_wide(high, low, position);
    }
    let to = position / 2 / each;
    (to != person).then_some([person as u32, to as u32])
}

/// Lists of contacts from numbered ties, over all threads; each list in the order of its people.
fn lists(people: u32, ties: u64, tie: impl Fn(u64) -> Option<[u32; 2]> + Sync) -> Ties {
    let counts: Vec<AtomicU32> = (0..people).map(|_| AtomicU32::new(0)).collect();
    (0..ties).into_par_iter().filter_map(&tie).for_each(|pair| {
        for person in pair {
            counts[person as usize].fetch_add(1, Ordering::Relaxed);
        }
    });
    let mut starts = Vec::with_capacity(people as usize + 1);
    starts.push(0_u32);
    let mut sum = 0;
    for count in &counts {
        sum += count.swap(sum, Ordering::Relaxed);
        starts.push(sum);
    }
    // The counts are now where each list goes on.
    let lists: Vec<AtomicU32> = (0..sum).map(|_| AtomicU32::new(0)).collect();
    (0..ties).into_par_iter().filter_map(&tie).for_each(|[a, b]| {
        for (from, to) in [(a, b), (b, a)] {
            let next = counts[from as usize].fetch_add(1, Ordering::Relaxed);
            lists[next as usize].store(to, Ordering::Relaxed);
        }
    });
    let mut lists: Vec<u32> = lists.into_iter().map(AtomicU32::into_inner).collect();
    let mut rest = lists.as_mut_slice();
    for degrees in starts.windows(2) {
        let (list, others) = rest.split_at_mut((degrees[1] - degrees[0]) as usize);
        // Threads filled it in any order.
        list.sort_unstable();
        rest = others;
    }
    Ties::Lists { starts, lists }
}

#[cfg(test)]
mod tests {
    use crate::engine::agents::graph::{Contact, Graph};
    use crate::input::{Request, load};
    use crate::random::address::CommonNumbers;
    use crate::scenario::parameters::Parameters;
    use crate::scenario::word_of_mouth::NetworkKind;

    fn case(kind: NetworkKind, degree: f64) -> Parameters {
        let study = load(&Request::builtin("city-hotel")).unwrap().study;
        let mut parameters = study.scenarios[0].strategies[0].parameters.point.clone();
        (parameters.market.customers, parameters.market.prospects) = (1_000.0, 4_000.0);
        (parameters.network.kind, parameters.network.degree) = (kind, degree);
        parameters
    }

    fn graph(parameters: &Parameters) -> Graph {
        Graph::new(parameters, 7, 0).unwrap()
    }

    fn contacts(graph: &Graph, person: u32) -> Vec<Contact> {
        let chance = CommonNumbers::new(1, 0, 0);
        (0..graph.degree(person)).map(|i| graph.contact(person, i, 3, &chance)).collect()
    }

    fn degrees(graph: &Graph) -> Vec<u32> {
        (0..graph.people()).map(|person| graph.degree(person)).collect()
    }

    #[test]
    fn ties_run_both_ways_lead_to_others_and_are_as_strong_from_either_end() {
        for kind in [NetworkKind::Random, NetworkKind::SmallWorld, NetworkKind::ScaleFree] {
            let graph = graph(&case(kind, 8.0));
            for person in 0..graph.people() {
                for contact in contacts(&graph, person) {
                    assert_ne!(contact.person, person);
                    let back = contacts(&graph, contact.person);
                    assert!(back.contains(&Contact { person, strong: contact.strong }), "{kind:?}");
                }
            }
        }
    }

    #[test]
    fn strong_ties_weigh_more_and_a_message_one_on_average() {
        let mut parameters = case(NetworkKind::Random, 8.0);
        (parameters.network.strong_share, parameters.network.strong_multiplier) = (0.25, 4.0);
        let graph = graph(&parameters);
        let [weak, strong] = [false, true].map(|strong| graph.weight(Contact { person: 0, strong }));
        assert!((strong / weak - 4.0).abs() < 1e-12);
        assert!((0.25 * strong + 0.75 * weak - 1.0).abs() < 1e-12);
        let ties: Vec<bool> = (0..5_000).flat_map(|person| contacts(&graph, person)).map(|c| c.strong).collect();
        let share = ties.iter().filter(|&&strong| strong).count() as f64 / ties.len() as f64;
        // 20,000 pairs: 5 standard errors.
        assert!((share - 0.25).abs() < 5.0 * (0.25 * 0.75 / 20_000.0_f64).sqrt(), "{share}");
    }

    #[test]
    fn a_random_network_has_poisson_degrees() {
        let degrees = degrees(&graph(&case(NetworkKind::Random, 8.0)));
        let mean = degrees.iter().sum::<u32>() as f64 / 5_000.0;
        let variance = degrees.iter().map(|&d| (f64::from(d) - mean).powi(2)).sum::<f64>() / 5_000.0;
        assert!((mean - 8.0).abs() < 1e-12, "as many ties as were asked for");
        // The variance of 5,000 Poisson numbers of mean 8 has a standard error of about .17: 5 of them.
        assert!((variance - 8.0).abs() < 0.85, "{variance}");
    }

    #[test]
    fn a_ring_is_rewired_as_often_as_asked() {
        let regular = case(NetworkKind::SmallWorld, 8.0);
        let closed = |parameters: &Parameters| {
            let graph = graph(parameters);
            let (mut triples, mut closed) = (0.0, 0.0);
            for person in 0..500 {
                let mine: Vec<u32> = contacts(&graph, person).iter().map(|c| c.person).collect();
                for (i, a) in mine.iter().enumerate() {
                    let theirs: Vec<u32> = contacts(&graph, *a).iter().map(|c| c.person).collect();
                    for b in &mine[..i] {
                        triples += 1.0;
                        closed += f64::from(u8::from(theirs.contains(b)));
                    }
                }
            }
            closed / triples
        };
        let mut ring = regular.clone();
        ring.network.rewiring = 0.0;
        assert_eq!(degrees(&graph(&ring)).iter().filter(|&&d| d != 8).count(), 0);
        // Watts and Strogatz: 3 (K - 2) / (4 (K - 1)) on the ring, and (1 - p)^3 of it when rewired.
        let ring = closed(&ring);
        assert!((ring - 18.0 / 28.0).abs() < 1e-12, "{ring}");
        let rewired = closed(&regular) / ring;
        assert!((rewired - 0.729).abs() < 0.06, "{rewired}");
    }

    #[test]
    fn a_scale_free_network_has_hubs() {
        let mut degrees = degrees(&graph(&case(NetworkKind::ScaleFree, 8.0)));
        degrees.sort_unstable();
        let mean = degrees.iter().sum::<u32>() as f64 / 5_000.0;
        assert!((mean - 8.0).abs() < 0.01, "{mean}");
        // P(degree >= k) is near m (m + 1) / (k (k + 1)) for m = 4: .0052 at 61, 26 people of 5,000.
        let hubs = degrees.iter().filter(|&&d| d >= 61).count();
        assert!((8..=60).contains(&hubs), "{hubs}");
        assert!(degrees[0] >= 1);
    }

    #[test]
    fn circles_are_closed_and_weak_contacts_change() {
        let mut parameters = case(NetworkKind::Circles, 16.0);
        parameters.network.strong_share = 0.5;
        let graph = graph(&parameters);
        let chance = CommonNumbers::new(1, 0, 0);
        let strong = |person: u32| -> Vec<u32> {
            let mut all: Vec<u32> =
                contacts(&graph, person).iter().filter(|c| c.strong).map(|c| c.person).chain([person]).collect();
            all.sort_unstable();
            all
        };
        for person in 0..200 {
            let circle = strong(person);
            assert!(circle.len() == 9 || circle.len() == 5_000 % 9);
            assert!(circle.iter().all(|&other| strong(other) == circle));
            let weak = |t: u32| (8..16).map(|i| graph.contact(person, i, t, &chance).person).collect::<Vec<_>>();
            assert!(circle.len() < 9 || weak(1) != weak(2));
        }
    }
}
