//! What the core computes, as text: the same on every platform, or the test fails.
//!
//! Exports for WebAssembly: `name_runs()` and `compute_run(i)` leave a text and say how long it is, `text()` says where.

use std::fmt::Write;
use std::sync::Mutex;

use recoup_core::analysis::findings::analyse;
use recoup_core::analysis::json::result_json;
use recoup_core::dist::Uncertain;
use recoup_core::engine::progress::NoProgress;
use recoup_core::engine::records::RecordSeries;
use recoup_core::engine::simulate::simulate;
use recoup_core::input::shipped::{CASES, STUDIES};
use recoup_core::input::{Request, load};
use recoup_core::math;
use recoup_core::scenario::study::EngineKind;

/// Draws of a run of groups.
const DRAWS: u64 = 60;
/// Draws of a run of single customers.
const DRAWS_OF_AGENTS: u64 = 2;
/// Studies of which groups have more draws: several batches, and enough for all that the value of information tries.
const LARGE: [&str; 2] = ["city-hotel", "case:fedex"];
const MANY_DRAWS: u64 = 200;
/// A firm that a run of single customers is done with in a moment.
const SMALL: [&str; 2] = ["market.customers = 600", "market.prospects = 1200"];
/// Studies beside those that are shipped: what else an engine can do.
const MORE: [(&str, &str, EngineKind, &[&str]); 4] = [
    (
        "city-hotel, customers who differ",
        "city-hotel",
        EngineKind::Agents,
        &[
            "market.customers = 600",
            "market.prospects = 1200",
            "individuals.loyalty_sd = 0.6",
            "individuals.spend_cv = 0.9",
            "individuals.voice_loyalty_rho = 0.3",
        ],
    ),
    (
        "city-hotel, a small world",
        "city-hotel",
        EngineKind::Agents,
        &["market.customers = 600", "market.prospects = 1200", "network.kind = \"small-world\""],
    ),
    (
        "city-hotel, 10^9 customers",
        "city-hotel",
        EngineKind::Cohort,
        &["market.customers = 1_000_000_000", "market.prospects = 4_000_000_000"],
    ),
    ("city-hotel, Sobol draws", "city-hotel", EngineKind::Expected, &["study.sampling = \"sobol\""]),
];

type Function = fn(f64) -> f64;

/// One thing to compute: its name, its engine's name, and how.
struct Run {
    name: String,
    engine: &'static str,
    compute: Box<dyn Fn() -> String>,
}

fn all() -> Vec<Run> {
    let shipped = STUDIES.iter().map(|(name, _)| name.to_string());
    let cases = CASES.iter().map(|(name, _)| format!("case:{name}"));
    let mut runs = vec![Run { name: "functions".into(), engine: "none", compute: Box::new(functions) }];
    for study in shipped.chain(cases) {
        for engine in [EngineKind::Expected, EngineKind::Cohort, EngineKind::Agents] {
            let (name, study) = (study.clone(), study.clone());
            let set: &[&str] = if engine == EngineKind::Agents { &SMALL } else { &[] };
            runs.push(Run { name, engine: engine.name(), compute: Box::new(move || results(&study, engine, set)) });
        }
    }
    for (name, study, engine, set) in MORE {
        let compute = Box::new(move || results(study, engine, set));
        runs.push(Run { name: name.into(), engine: engine.name(), compute });
    }
    runs
}

/// All results of a study: `result.json` as the program writes it, all other figures, and every simulation.
fn results(name: &str, engine: EngineKind, set: &[&str]) -> String {
    let mut request = Request::builtin(name);
    request.engine = Some(engine);
    request.draws = Some(match engine {
        EngineKind::Agents => DRAWS_OF_AGENTS,
        _ if LARGE.contains(&name) => MANY_DRAWS,
        _ => DRAWS,
    });
    request.set = set.iter().map(ToString::to_string).collect();
    let study = match load(&request) {
        Ok(loaded) => loaded.study,
        // An engine that a study refuses: the refusal is the result.
        Err(diagnostic) => {
            return diagnostic
                .iter()
                .map(|diagnostic| format!("{}: {}\n", diagnostic.code, diagnostic.message))
                .collect();
        }
    };
    let results = simulate(&study, &NoProgress).expect("nobody stops it");
    let findings = analyse(&study, &results);
    let mut text = format!("{:#}\n", result_json(&study, &findings));
    text += &format!("{:#}\n", serde_json::to_value(&findings).expect("findings can be written"));
    for (scenario, found) in study.scenarios.iter().zip(&results.scenarios) {
        for (strategy, found) in scenario.strategies.iter().zip(&found.strategies) {
            for (i, record) in found.simulations.records.each().enumerate() {
                let bits = [record.contribution, record.programme, record.lost].map(f64::to_bits);
                let _ = writeln!(text, "{} | {} | {i}: {bits:x?}", scenario.name, strategy.name);
            }
        }
    }
    text
}

/// Elementary functions and the quantiles of every distribution, by their bits.
fn functions() -> String {
    let mut text = String::new();
    let mut line = |name: &str, x: f64, y: f64| {
        let _ = writeln!(text, "{name}({x:e}) = {:016x} {y:e}", y.to_bits());
    };
    let functions: [(&str, Function); 10] = [
        ("exp", math::exp),
        ("exp2", math::exp2),
        ("exp_m1", math::exp_m1),
        ("ln", |x| math::ln(x.abs())),
        ("ln_1p", |x| math::ln_1p(x.abs())),
        ("log10", |x| math::log10(x.abs())),
        ("pow", |x| math::pow(x.abs(), 0.37 * x)),
        ("hypot", |x| math::hypot(x, 7.0)),
        ("normal cdf", math::normal::cdf),
        ("ln_gamma", |x| math::factorial::ln_gamma(x.abs())),
    ];
    for (name, function) in functions {
        for i in -3_000..3_000 {
            let x = f64::from(i) * 0.24 + 0.003;
            line(name, x, function(x));
            line(name, x * 1e-3, function(x * 1e-3));
        }
    }
    let distributions = [
        Uncertain::beta(0.3, 7.0),
        Uncertain::beta(1_000.0, 3e4),
        Uncertain::beta(1e6, 2e4),
        Uncertain::gamma(0.02, 1.0),
        Uncertain::gamma(12.0, 0.5),
        Uncertain::gamma(1e6, 1.0),
        Uncertain::normal(3.0, 2.0),
        Uncertain::lognormal(0.3, 0.8),
        Uncertain::probability_interval(0.02, 0.3),
        Uncertain::triangular(0.0, 1.0, 5.0),
        Uncertain::pert(1.0, 2.0, 9.0),
        Uncertain::log_uniform(2.0, 20.0),
    ];
    for distribution in distributions.into_iter().flatten() {
        let name = format!("{distribution:?}");
        line(&name, f64::NAN, distribution.mean());
        for u in (1..400).map(|i| f64::from(i) / 400.0).chain([1e-12, 1e-6, 1.0 - 1e-6, 1.0 - 1e-12]) {
            line(&name, u, distribution.quantile(u));
        }
    }
    text
}

/// The names of all runs, one a line: study, tab, engine.
pub fn names() -> String {
    all().iter().map(|run| format!("{}\t{}\n", run.name, run.engine)).collect()
}

/// What run `i` computes.
pub fn compute(i: usize) -> String {
    (all().swap_remove(i).compute)()
}

static TEXT: Mutex<String> = Mutex::new(String::new());

fn keep(text: String) -> usize {
    let length = text.len();
    *TEXT.lock().expect("one thread") = text;
    length
}

/// The length of the text that [`names`] makes.
#[unsafe(no_mangle)]
pub extern "C" fn name_runs() -> usize {
    keep(names())
}

/// The length of the text that run `i` computes.
#[unsafe(no_mangle)]
pub extern "C" fn compute_run(i: usize) -> usize {
    keep(compute(i))
}

/// Where the last text stands.
#[unsafe(no_mangle)]
pub extern "C" fn text() -> *const u8 {
    TEXT.lock().expect("one thread").as_ptr()
}
