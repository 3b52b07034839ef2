use recoup::engine::agents::{crowd::Crowd, graph::Graph, society::Society};
use recoup::input::{Request, load};
use recoup::model::period::{Kernel, live};
use recoup::random::address::HistoryLuck;
use recoup::scenario::case::NetworkKind;
use std::{sync::Arc, time::Instant};
fn main() {
    let n: f64 = std::env::args().nth(1).and_then(|s| s.parse().ok()).unwrap_or(5e4);
    let ratio: f64 = std::env::args().nth(2).and_then(|s| s.parse().ok()).unwrap_or(4.0);
    let mut request = Request::builtin("city-hotel");
    request.draws = Some(1);
    let study = load(&request).unwrap().study;
    let mut case = study.scenarios[0].strategies[0].case.with_point_values();
    case.market.customers = n; case.market.prospects = ratio * n;
    let kernel = Kernel::new(&case);
    let show = |name: &str, life: &recoup::model::period::Life, s: f64| println!("{name}: npv {:.0} lost {:.0} active {:.0} {s:.3} s", life.worth.contribution() - life.worth.programme(), life.lost, life.active_after);
    if n < 1e6 { for r in 0..3 { let s = Instant::now(); let life = live(&kernel, &mut Crowd::new(&kernel, HistoryLuck::new(1, 0, r), true), |_, _| ()); show("mixing", &life, s.elapsed().as_secs_f64()); } }
    let kinds = [("random", NetworkKind::Random), ("small-world", NetworkKind::SmallWorld), ("scale-free", NetworkKind::ScaleFree), ("circles", NetworkKind::Circles)];
    for (name, kind) in kinds.into_iter().filter(|k| n < 1e6 || k.0 == "small-world") {
        case.network.kind = kind;
        let s = Instant::now();
        let graph = Arc::new(Graph::new(&case, 1, 0).unwrap());
        let mean = (0..graph.people()).map(|p| graph.degree(p) as f64).sum::<f64>() / graph.people() as f64;
        let max = (0..graph.people()).map(|p| graph.degree(p)).max().unwrap();
        println!("{name} built {:.3} s, degree {mean:.2}, max {max}", s.elapsed().as_secs_f64());
        for r in 0..2 { let s = Instant::now(); let life = live(&kernel, &mut Society::new(&kernel, graph.clone(), HistoryLuck::new(1, 0, r), true, false), |_, _| ()); show(name, &life, s.elapsed().as_secs_f64()); }
    }
}
