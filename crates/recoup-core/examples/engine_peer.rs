//! The reference strategy of the city hotel at its point values, simulated by one engine: what the peers in `benches/peers` are
//! timed against.
//!
//! `cargo run --release --package recoup-core --example engine_peer -- agents|cohort CUSTOMERS SIMULATIONS THREADS`

use std::time::Instant;

use recoup_core::engine::agents::mixing::MixingPopulation;
use recoup_core::engine::cohort::CohortPopulation;
use recoup_core::engine::records::Record;
use recoup_core::input::{Request, load};
use recoup_core::model::period::live;
use recoup_core::model::row::Column;
use recoup_core::model::schedule::Schedule;
use recoup_core::random::address::CommonNumbers;
use recoup_core::stats::moments::Moments;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [engine, customers, simulations, threads] = arguments.as_slice() else {
        return Err("expected: agents|cohort CUSTOMERS SIMULATIONS THREADS".to_string());
    };
    let whole = |text: &str| text.parse::<u64>().map_err(|error| format!("{text}: {error}"));
    let (customers, simulations, threads) = (whole(customers)?, whole(simulations)?, whole(threads)? as usize);
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global().map_err(|error| error.to_string())?;

    let study = load(&Request::builtin("city-hotel")).map_err(|found| format!("{found:?}"))?.study;
    let mut parameters = study.scenarios[0].strategies[0].parameters.with_point_values();
    (parameters.market.customers, parameters.market.prospects) = (customers as f64, 4.0 * customers as f64);
    let schedule = Schedule::new(&parameters);
    let one = |simulation: u64, parallel: bool| {
        let numbers = CommonNumbers::new(1, simulation, 0);
        let mut months = 0.0;
        let life = if engine == "agents" {
            let mut people = MixingPopulation::new(schedule.first(), numbers, parallel);
            live(&schedule, &mut people, |_, row| months += row.get(Column::Active))
        } else {
            live(&schedule, &mut CohortPopulation::new(schedule.first(), numbers), |_, row| {
                months += row.get(Column::Active)
            })
        };
        (Record::of(&life), months)
    };
    let start = Instant::now();
    // Agents share the cores within a simulation, cohorts one simulation a core. `scope`: the caller is a thread of the pool, as in
    // a run.
    let found: Vec<(Record, f64)> = if engine == "agents" || threads == 1 {
        rayon::scope(|_| (0..simulations).map(|simulation| one(simulation, threads > 1)).collect())
    } else {
        use rayon::prelude::*;
        (0..simulations).into_par_iter().map(|simulation| one(simulation, false)).collect()
    };
    let seconds = start.elapsed().as_secs_f64();
    let months: f64 = found.iter().map(|(_, months)| months).sum();
    println!(
        "recoup {}, {engine}, {customers} customers, {simulations} simulations, {threads} threads",
        env!("CARGO_PKG_VERSION")
    );
    let of = |part: fn(&Record) -> f64| found.iter().map(|(record, _)| part(record)).collect::<Moments>();
    for (name, moments) in [("NPV", of(Record::npv)), ("PV programme", of(|r| r.programme)), ("lost", of(|r| r.lost))] {
        println!("  {name:13} mean {:.1}  standard error {:.1}", moments.mean(), moments.standard_error());
    }
    println!("  seconds per simulation: {:.6}", seconds / simulations as f64);
    println!("  ns per active customer and month: {:.3}", 1e9 * seconds / months);
    Ok(())
}
