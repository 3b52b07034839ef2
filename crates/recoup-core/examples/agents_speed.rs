//! Speed of the agents engine alone, without the libraries of the other packages: processor time of one simulation (Linux).
//! `cargo run --release -p recoup-core --example agents_speed -- KIND CUSTOMERS REPEATS [threads]`

use std::sync::Arc;

use recoup_core::engine::agents::graph::Graph;
use recoup_core::engine::agents::mixing::MixingPopulation;
use recoup_core::engine::agents::network::NetworkPopulation;
use recoup_core::input::{Request, load};
use recoup_core::model::period::live;
use recoup_core::model::schedule::Schedule;
use recoup_core::random::address::CommonNumbers;
use recoup_core::scenario::word_of_mouth::NetworkKind;

/// Seconds that this process has run on processors (Linux): other processes on the machine do not count.
fn processor_seconds() -> f64 {
    let threads = std::fs::read_dir("/proc/self/task").expect("threads");
    let of = |thread: std::fs::DirEntry| std::fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
    let nanoseconds = |text: String| text.split(' ').next().and_then(|first| first.parse::<f64>().ok());
    threads.filter_map(|thread| nanoseconds(of(thread.ok()?))).sum::<f64>() * 1e-9
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let kind = args.get(1).map_or("alike", String::as_str);
    let customers: f64 = args.get(2).map_or(1e6, |text| text.parse().expect("a number"));
    let repeats: u64 = args.get(3).map_or(5, |text| text.parse().expect("a number"));
    let parallel = args.get(4).is_some();
    let mut request = Request::builtin("city-hotel");
    request.draws = Some(1);
    let study = load(&request).expect("the built-in study loads").study;
    let mut case = study.scenarios[0].strategies[0].parameters.with_point_values();
    (case.market.customers, case.market.prospects) = (customers, 4.0 * customers);
    match kind {
        "differ" => (case.individuals.loyalty_sd, case.individuals.spend_cv) = (0.5, 0.5),
        "loyal" => case.individuals.loyalty_sd = 0.5,
        "network" => case.network.kind = NetworkKind::SmallWorld,
        _ => (),
    }
    let kernel = Schedule::new(&case);
    let graph = Graph::new(&case, 1, 0).map(Arc::new);
    for i in 0..repeats {
        let start = processor_seconds();
        let numbers = CommonNumbers::new(1, i, 0);
        let life = match &graph {
            Some(graph) => {
                let mut people = NetworkPopulation::new(kernel.first(), graph.clone(), numbers, parallel);
                live(&kernel, &mut people, |_, _| ())
            }
            None => {
                let mut people = MixingPopulation::new(kernel.first(), numbers, parallel);
                live(&kernel, &mut people, |_, _| ())
            }
        };
        let seconds = processor_seconds() - start;
        let months = customers * f64::from(kernel.first().periods);
        println!(
            "{seconds:.4} s  {:.2} ns  npv {:.1} lost {}",
            seconds / months * 1e9,
            life.worth.contribution() - life.worth.programme(),
            life.lost
        );
    }
}
