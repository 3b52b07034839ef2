//! Speed of the engines on the city hotel: `cargo bench`.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use pulp::{Arch, Simd, WithSimd};
use recoup::engine::agents::graph::Graph;
use recoup::engine::agents::mixing::MixingPopulation;
use recoup::engine::agents::network::NetworkPopulation;
use recoup::engine::chance::MeanField;
use recoup::engine::cohort::CohortPopulation;
use recoup::engine::evaluate::Evaluator;
use recoup::engine::progress::NoProgress;
use recoup::engine::simulate::simulate;
use recoup::input::{Request, load};
use recoup::model::period::live;
use recoup::model::schedule::Schedule;
use recoup::random::address::CommonNumbers;
use recoup::random::lanes::LANES;
use recoup::scenario::parameters::Parameters;
use recoup::scenario::study::Study;
use recoup::scenario::word_of_mouth::NetworkKind;

/// The first four strategies of the city hotel in its first scenario, without sweeps.
fn city_hotel(set: &[&str], draws: u64) -> Study {
    let mut request = Request::builtin("city-hotel");
    request.set = set.iter().map(ToString::to_string).collect();
    request.draws = Some(draws);
    let mut study = load(&request).expect("the built-in study loads").study;
    study.scenarios.truncate(1);
    study.scenarios[0].strategies.truncate(4);
    study.sweeps.clear();
    study
}

fn cases(study: &Study) -> Vec<Parameters> {
    study.scenarios[0].strategies.iter().map(|s| s.parameters.with_point_values()).collect()
}

fn expected(c: &mut Criterion) {
    let cases = cases(&city_hotel(&[], 1));
    c.bench_function("expected/four strategies", |b| {
        b.iter(|| {
            for case in &cases {
                let kernel = Schedule::new(black_box(case));
                black_box(live(&kernel, &mut CohortPopulation::new(kernel.first(), MeanField), |_, _| ()));
            }
        });
    });
    c.bench_function("expected/kernel of four strategies", |b| {
        b.iter(|| cases.iter().map(|case| Schedule::new(black_box(case)).first().periods).sum::<u32>());
    });
}

/// What a question asks for: every strategy at many parameter draws, of a study without ramps, one with ramps and segments
/// with numbers of their own, and one with ramps.
fn questions(c: &mut Criterion) {
    let mut group = c.benchmark_group("questions");
    group.sample_size(20).throughput(Throughput::Elements(64));
    for name in ["city-hotel", "complaint-styles", "case:scotiabank"] {
        let study = load(&Request::builtin(name)).expect("a shipped study loads").study;
        let evaluator = Evaluator::new(&study, &study.scenarios[0]);
        let points = evaluator.draws(64);
        group.bench_function(format!("64 draws of all strategies, {name}"), |b| {
            b.iter(|| evaluator.records_at(black_box(&points)));
        });
    }
    group.finish();
}

fn cohort(c: &mut Criterion) {
    let mut group = c.benchmark_group("cohort");
    for (name, customers) in [("10^5 customers", 1e5), ("10^9 customers", 1e9)] {
        let mut cases = cases(&city_hotel(&[], 1));
        let kernels: Vec<Schedule> = cases
            .iter_mut()
            .map(|case| {
                case.market.prospects = 4.0 * customers;
                case.market.customers = customers;
                // The desk grows with the firm, so that the same things happen.
                if let Some(desk) = &mut case.recovery.desk {
                    desk.agents = (desk.agents * customers / 50_000.0).min(1000.0);
                    desk.handle_minutes *= (1000.0 * 50_000.0 / customers).min(1.0);
                }
                Schedule::new(case)
            })
            .collect();
        let mut draw = 0;
        group.bench_function(format!("a history of four strategies, {name}"), |b| {
            b.iter_batched(
                || {
                    draw += 1;
                    CommonNumbers::new(1, draw, 0)
                },
                |numbers| {
                    for kernel in &kernels {
                        black_box(live(kernel, &mut CohortPopulation::new(kernel.first(), numbers), |_, _| ()));
                    }
                },
                BatchSize::SmallInput,
            );
        });
    }
    let study = city_hotel(&[], 1000);
    group.sample_size(10).throughput(Throughput::Elements(1000));
    group.bench_function("1,000 draws of four strategies, all cores", |b| {
        b.iter(|| simulate(black_box(&study), &NoProgress).expect("nobody stops it"));
    });
    group.finish();
}

/// One simulation of the reference strategy with a million customers, and for comparison the drawing of random words.
fn agents(c: &mut Criterion) {
    let mut case = cases(&city_hotel(&[], 1)).swap_remove(0);
    (case.market.customers, case.market.prospects) = (1e6, 4e6);
    let mut group = c.benchmark_group("agents");
    // Every seat is taken in nearly every period.
    group.sample_size(10).throughput(Throughput::Elements(36_000_000));
    let kernel = Schedule::new(&case);
    for (name, parallel) in [("one core", false), ("all cores", true)] {
        group.bench_function(format!("10^6 customers, 36 months, {name}"), |b| {
            b.iter(|| {
                let mut mixing = MixingPopulation::new(kernel.first(), CommonNumbers::new(1, 0, 0), parallel);
                live(&kernel, black_box(&mut mixing), |_, _| ())
            });
        });
    }
    group.bench_function("words of 36 10^6 customer-months, one core", |b| b.iter(|| Arch::new().dispatch(DrawWords)));
    case.individuals.loyalty_sd = 0.5;
    let kernel = Schedule::new(&case);
    group.bench_function("10^6 customers who differ, 36 months, all cores", |b| {
        b.iter(|| {
            let mut mixing = MixingPopulation::new(kernel.first(), CommonNumbers::new(1, 0, 0), true);
            live(&kernel, black_box(&mut mixing), |_, _| ())
        });
    });
    (case.market.customers, case.market.prospects) = (2e5, 8e5);
    case.individuals.loyalty_sd = 0.0;
    case.network.kind = NetworkKind::SmallWorld;
    let kernel = Schedule::new(&case);
    group.bench_function("a small world of 10^6 people, built", |b| b.iter(|| Graph::new(black_box(&case), 1, 0)));
    let graph = Graph::new(&case, 1, 0).map(Arc::new).expect("a network");
    group.bench_function("a small world of 10^6 people, 36 months", |b| {
        b.iter(|| {
            let mut network = NetworkPopulation::new(kernel.first(), graph.clone(), CommonNumbers::new(1, 0, 0), true);
            live(&kernel, black_box(&mut network), |_, _| ())
        });
    });
    group.finish();
}

/// Four random words for each customer-month of the first bench, and nothing else.
struct DrawWords;

impl WithSimd for DrawWords {
    type Output = u32;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> u32 {
        let numbers = CommonNumbers::new(1, 0, 0);
        let (mut words, mut all) = ([[0; LANES]; 4], [0_u32; LANES]);
        for row in 0..36_000_000 / LANES as u64 {
            numbers.rows(1, 40, row * LANES as u64, &mut words);
            for (i, all) in all.iter_mut().enumerate() {
                *all ^= words[0][i] ^ words[1][i] ^ words[2][i] ^ words[3][i];
            }
        }
        all.iter().fold(0, |a, b| a ^ b)
    }
}

fn loading(c: &mut Criterion) {
    c.bench_function("load/city hotel", |b| {
        b.iter(|| load(black_box(&Request::builtin("city-hotel"))).expect("the built-in study loads"));
    });
}

criterion_group!(benches, expected, questions, cohort, agents, loading);
criterion_main!(benches);
