//! Speed of the engines on the city hotel: `cargo bench`.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use recoup::engine::chance::Fluid;
use recoup::engine::groups::Groups;
use recoup::engine::simulate::simulate;
use recoup::engine::watch::Unwatched;
use recoup::input::{Request, load};
use recoup::model::period::{Kernel, live};
use recoup::random::address::HistoryLuck;
use recoup::scenario::case::Case;
use recoup::scenario::study::Study;

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

fn cases(study: &Study) -> Vec<Case> {
    study.scenarios[0].strategies.iter().map(|s| s.case.with_point_values()).collect()
}

fn expected(c: &mut Criterion) {
    let cases = cases(&city_hotel(&[], 1));
    c.bench_function("expected/four strategies", |b| {
        b.iter(|| {
            for case in &cases {
                let kernel = Kernel::new(black_box(case));
                black_box(live(&kernel, &mut Groups::new(&kernel, Fluid), |_, _| ()));
            }
        });
    });
    c.bench_function("expected/kernel of four strategies", |b| {
        b.iter(|| cases.iter().map(|case| Kernel::new(black_box(case)).periods).sum::<u32>());
    });
}

fn cohort(c: &mut Criterion) {
    let mut group = c.benchmark_group("cohort");
    for (name, customers) in [("10^5 customers", 1e5), ("10^9 customers", 1e9)] {
        let mut cases = cases(&city_hotel(&[], 1));
        let kernels: Vec<Kernel> = cases
            .iter_mut()
            .map(|case| {
                case.market.prospects = 4.0 * customers;
                case.market.customers = customers;
                // The desk grows with the firm, so that the same things happen.
                if let Some(desk) = &mut case.recovery.desk {
                    desk.agents = (desk.agents * customers / 50_000.0).min(1000.0);
                    desk.handle_minutes *= (1000.0 * 50_000.0 / customers).min(1.0);
                }
                Kernel::new(case)
            })
            .collect();
        let mut draw = 0;
        group.bench_function(format!("a history of four strategies, {name}"), |b| {
            b.iter_batched(
                || {
                    draw += 1;
                    HistoryLuck::new(1, draw, 0)
                },
                |luck| {
                    for kernel in &kernels {
                        black_box(live(kernel, &mut Groups::new(kernel, luck), |_, _| ()));
                    }
                },
                BatchSize::SmallInput,
            );
        });
    }
    let study = city_hotel(&[], 1000);
    group.sample_size(10).throughput(Throughput::Elements(1000));
    group.bench_function("1,000 draws of four strategies, all cores", |b| {
        b.iter(|| simulate(black_box(&study), &Unwatched).expect("nobody stops it"));
    });
    group.finish();
}

fn loading(c: &mut Criterion) {
    c.bench_function("load/city hotel", |b| {
        b.iter(|| load(black_box(&Request::builtin("city-hotel"))).expect("the built-in study loads"));
    });
}

criterion_group!(benches, expected, cohort, loading);
criterion_main!(benches);
