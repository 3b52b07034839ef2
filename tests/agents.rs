//! The agents engine: luck that belongs to customers, differences between them, and networks.

use std::collections::BTreeMap;
use std::sync::Arc;

use recoup::engine::agents::chronicle::Chronicle;
use recoup::engine::agents::graph::Graph;
use recoup::engine::agents::happening::{Happening, What};
use recoup::engine::agents::mixing::MixingPopulation;
use recoup::engine::agents::network::NetworkPopulation;
use recoup::engine::progress::NoProgress;
use recoup::engine::records::Record;
use recoup::model::period::{Life, live};
use recoup::model::row::{COLUMN_NAMES, Column, Row};
use recoup::model::schedule::Schedule;
use recoup::random::address::CommonNumbers;
use recoup::scenario::parameters::Parameters;
use recoup::scenario::word_of_mouth::NetworkKind;
use recoup::stats::moments::Moments;
use recoup::units::{Outcome, Route};

use crate::build::{Build, PLAIN, RICH, text};

/// Few enough to be quick, many enough to be lucky.
fn small(build: &str) -> Build {
    text(build).edit("customers = 100_000", "customers = 2_000")
}

fn rows(kernel: &Schedule, population: &mut impl recoup::model::population::Population) -> (Life, Vec<Row>) {
    let mut rows = Vec::new();
    let life = live(kernel, population, |_, row| rows.push(*row));
    (life, rows)
}

fn networks() -> [NetworkKind; 4] {
    [NetworkKind::Random, NetworkKind::SmallWorld, NetworkKind::ScaleFree, NetworkKind::Circles]
}

/// The greatest distance of two samples' distribution functions, in units in which it exceeds 2.47 once
/// in 100,000 comparisons of like samples (Kolmogorov and Smirnov).
fn distance(a: &mut [f64], b: &mut [f64]) -> f64 {
    a.sort_by(f64::total_cmp);
    b.sort_by(f64::total_cmp);
    let below = |sample: &[f64], x: f64| sample.partition_point(|&y| y <= x) as f64 / sample.len() as f64;
    let widest = a.iter().chain(b.iter()).map(|&x| (below(a, x) - below(b, x)).abs()).fold(0.0, f64::max);
    widest * (a.len() as f64 * b.len() as f64 / (a.len() + b.len()) as f64).sqrt()
}

#[test]
fn customers_who_are_alike_have_the_distribution_of_the_cohort() {
    // Other seeds, so that the two samples have nothing in common. Six comparisons: a false alarm once
    // in some 16,000 runs.
    for (study, build) in [("plain", small(PLAIN)), ("rich", small(RICH))] {
        let run = |build: Build| build.run().1.scenarios.remove(0).strategies.remove(0).simulations;
        let agents = run(build.clone().agents(1, 800).seed(11));
        let cohort = run(build.cohort(1, 800).seed(12));
        for (what, of) in
            [("npv", (|r| r.npv()) as fn(&Record) -> f64), ("programme", |r| r.programme), ("lost", |r| r.lost)]
        {
            let sample = |records: &[Record]| records.iter().map(of).collect::<Vec<f64>>();
            let far = distance(&mut sample(&agents.records.to_vec()), &mut sample(&cohort.records.to_vec()));
            assert!(far < 2.47, "{study}, {what}: {far}");
        }
        // And every column of every period in mean: 5 standard errors of the difference.
        for (t, (a, b)) in agents.rows.iter().zip(&cohort.rows).enumerate() {
            for (column, name) in COLUMN_NAMES.iter().enumerate() {
                let error = (a.sd_at(column).powi(2) / a.count() + b.sd_at(column).powi(2) / b.count()).sqrt();
                let gap = (a.means().0[column] - b.means().0[column]).abs();
                assert!(gap <= 5.0 * error + 1e-6, "{study}, {name} in period {t}: {gap}");
            }
        }
    }
}

#[test]
fn the_engine_gives_the_closed_form_of_tarp() {
    // E1: 10,000 failures, no second purchase but by the table; .10576 come back.
    let build = small(PLAIN).edit("rate = 0.10", "rate = 1e9\nper = \"year\"").edit("periods = 36", "periods = 1");
    let build = build.edit("period = \"month\"", "period = \"year\"").edit("base_loyalty = 0.87", "base_loyalty = 1.0");
    let build = build.set("loyalty.reference_base", 1.0).set("market.customers", 10_000).agents(1, 30);
    let kernel = build.kernel();
    let stayed: Moments = (0..30)
        .map(|r| {
            live(&kernel, &mut MixingPopulation::new(kernel.first(), CommonNumbers::new(3, 0, r), false), |_, _| ())
                .lost
        })
        .map(|lost| 1.0 - lost / 10_000.0)
        .collect();
    let error = (0.10576_f64 * (1.0 - 0.10576) / 300_000.0).sqrt();
    assert!((stayed.mean() - 0.10576).abs() < 5.0 * error, "{}", stayed.mean());
}

#[test]
fn a_strategy_differs_from_itself_by_nothing() {
    let twins = "[[strategy]]\nname = \"one\"\n[[strategy]]\nname = \"other\"\n";
    for kind in ["mixing", "random", "small-world", "scale-free", "circles"] {
        let network = format!("[network]\nkind = \"{kind}\"\n[individuals]\nloyalty_sd = 0.5\nspend_cv = 0.5\n");
        let (_, results) = small(RICH).and(&network).and(twins).agents(2, 2).run();
        let strategies = &results.scenarios[0].strategies;
        assert_eq!(strategies[0].simulations, strategies[1].simulations, "{kind}");
    }
}

#[test]
fn one_lever_leaves_unrelated_fates_alone() {
    // Nothing couples customers: no impacts, no desk, nobody comes.
    let build = small(RICH)
        .edit("[recovery.desk]\nagents = 60\nhandle_minutes = 20\ncontacts_per_case = 1.5\nhours_per_week = 60\n", "")
        .edit("rate = 0.4", "rate = 0.0")
        .set("word_of_mouth.negative_impact", 0)
        .set("word_of_mouth.positive_impact", 0)
        .set("acquisition.in_market_per_year", 0)
        .and("[[strategy]]\nname = \"now\"\n[[strategy]]\nname = \"better\"\nrecovery = { resolves = 0.7 }\ncosts = { setup = 1 }\n")
        .agents(1, 1);
    let study = build.study();
    let chronicle = Chronicle::new(&study, &study.scenarios[0], &NoProgress).unwrap();
    let all = chronicle.lives(std::slice::from_ref(&(0..chronicle.customers())), &NoProgress);
    let lives = |i: usize| {
        let mut lives: BTreeMap<u64, Vec<Happening>> = BTreeMap::new();
        for happening in &all[i] {
            lives.entry(happening.seat).or_default().push(*happening);
        }
        lives
    };
    let (now, better) = (lives(0), lives(1));
    let resolved_better = |a: &Happening, b: &Happening| {
        let outcome = |h: &Happening| match h.what {
            What::Failed { outcome, .. } => Some(outcome),
            _ => None,
        };
        a.t == b.t && outcome(a) == Some(Outcome::Unresolved) && outcome(b).is_some_and(Outcome::is_recovered)
    };
    let (mut alike, mut moved) = (0, 0);
    for (seat, life) in &now {
        let other = &better[seat];
        match life.iter().zip(other).find(|(a, b)| a != b) {
            None if life.len() == other.len() => alike += 1,
            Some((a, b)) if resolved_better(a, b) => moved += 1,
            first => panic!("seat {seat}: {first:?}"),
        }
    }
    assert_eq!(now.len(), better.len());
    assert!(moved > 20 && alike > 10 * moved, "{moved} moved, {alike} alike");
}

#[test]
fn shared_luck_sharpens_every_difference() {
    let strategies =
        "[[strategy]]\nname = \"a\"\n[[strategy]]\nname = \"b\"\nvoice = { solicit = 0.3 }\ncosts = { setup = 1 }\n";
    let build = small(RICH).and(strategies).agents(1, 200);
    let (study, results) = build.run();
    let comparison = recoup::analysis::compare::compare(&study.scenarios[0], &results.scenarios[0]);
    let factor = comparison.pairs[0].variance_reduction.expect("they differ");
    assert!(factor > 2.0, "{factor}");
    assert_eq!(comparison.strategies[1].variance_reduction, Some(factor));
}

#[test]
fn threads_and_blocks_move_no_bit() {
    let mut case = small(RICH).case();
    (case.market.customers, case.market.prospects) = (40_000.0, 60_000.0);
    case.individuals.loyalty_sd = 0.4;
    let kernel = Schedule::new(&case);
    let numbers = CommonNumbers::new(5, 0, 0);
    let run = |threads: usize, network: Option<&Arc<Graph>>| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| match network {
            None => rows(&kernel, &mut MixingPopulation::new(kernel.first(), numbers, threads > 1)),
            Some(graph) => {
                rows(&kernel, &mut NetworkPopulation::new(kernel.first(), graph.clone(), numbers, threads > 1))
            }
        })
    };
    let (one, two, seven) = (run(1, None), run(2, None), run(7, None));
    assert!(one == two && one == seven);
    for kind in networks() {
        case.network.kind = kind;
        let build = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            pool.install(|| Arc::new(Graph::new(&case, 5, 0).expect("a network")))
        };
        let (alone, shared) = (build(1), build(7));
        let (one, seven) = (run(1, Some(&alone)), run(7, Some(&shared)));
        assert!(one == seven, "{kind:?}");
    }
}

#[test]
fn nobody_is_made_or_lost() {
    for replace in [false, true] {
        let mut case = small(RICH).case();
        if replace {
            case.acquisition.policy = recoup::scenario::acquisition::AcquisitionPolicy::Replace;
            case.acquisition.growth_per_year = 0.3;
            case.acquisition.in_market_per_year = 0.0;
        }
        let kernel = Schedule::new(&case);
        let people = |row: &Row| row.get(Column::Active) + row.get(Column::Prospects) + row.get(Column::Lapsed);
        let everybody = case.market.customers + case.market.prospects;
        let numbers = CommonNumbers::new(5, 0, 0);
        let (_, mixing) = rows(&kernel, &mut MixingPopulation::new(kernel.first(), numbers, false));
        assert!(mixing.iter().all(|row| people(row) == everybody));
        for kind in networks() {
            case.network.kind = kind;
            let graph = Arc::new(Graph::new(&case, 5, 0).expect("a network"));
            let (_, rows) = rows(&kernel, &mut NetworkPopulation::new(kernel.first(), graph, numbers, false));
            assert!(rows.iter().all(|row| people(row) == everybody), "{kind:?}");
            if replace {
                let grown = rows.last().expect("periods").get(Column::Active);
                assert!((grown - 2_000.0 * 1.3_f64.powf(3.0 - 1.0 / 4.0)).abs() < 3.0, "{kind:?}: {grown}");
            }
        }
    }
}

#[test]
fn losses_by_cause_add_up_to_the_customers_lost() {
    let mut case = small(RICH).case();
    (case.individuals.loyalty_sd, case.individuals.spend_cv) = (0.6, 0.8);
    let kernel = Schedule::new(&case);
    let check = |rows: &[Row]| {
        for pair in rows.windows(2) {
            let causes: f64 =
                (Column::LostNatural as usize..=Column::LostWordOfMouth as usize).map(|c| pair[0].0[c]).sum();
            let joined = pair[0].get(Column::Organic) + pair[0].get(Column::Bought);
            let lost = pair[0].get(Column::Active) + joined - pair[1].get(Column::Active);
            assert!((causes - lost).abs() < 1e-6, "{causes} against {lost}");
        }
    };
    check(&rows(&kernel, &mut MixingPopulation::new(kernel.first(), CommonNumbers::new(2, 0, 0), false)).1);
    case.network.kind = NetworkKind::SmallWorld;
    let graph = Arc::new(Graph::new(&case, 5, 0).expect("a network"));
    check(&rows(&kernel, &mut NetworkPopulation::new(kernel.first(), graph, CommonNumbers::new(2, 0, 0), false)).1);
}

/// Mean of a figure over simulations, and its standard error.
fn mean_over(case: &Parameters, simulations: u64, figure: impl Fn(&Life, &[Row]) -> f64) -> Moments {
    let kernel = Schedule::new(case);
    let graph = Graph::new(case, 9, 0).map(Arc::new);
    let of = |replicate: u64| {
        let numbers = CommonNumbers::new(9, 0, replicate);
        let (life, rows) = match &graph {
            None => rows(&kernel, &mut MixingPopulation::new(kernel.first(), numbers, false)),
            Some(graph) => rows(&kernel, &mut NetworkPopulation::new(kernel.first(), graph.clone(), numbers, false)),
        };
        figure(&life, &rows)
    };
    (0..simulations).map(of).collect()
}

#[test]
fn spend_that_differs_keeps_its_mean_and_spreads_margins() {
    let mut case = small(PLAIN).case();
    let worth = |life: &Life, _: &[Row]| life.worth.contribution();
    let alike = mean_over(&case, 200, worth);
    case.individuals.spend_cv = 1.0;
    let differ = mean_over(&case, 200, worth);
    let error = (alike.variance() / 200.0 + differ.variance() / 200.0).sqrt();
    assert!((alike.mean() - differ.mean()).abs() < 5.0 * error, "{} {}", alike.mean(), differ.mean());
    // The wealth of 2,000 customers with coefficient of variation 1 adds a spread of 1 in 45 of the mean.
    assert!(differ.variance() > 2.0 * alike.variance(), "{} {}", alike.variance(), differ.variance());
}

/// Share of customers who stayed after a failure that ended unresolved, less that after silence.
fn gap_between_speaking_and_silence(case: &Parameters) -> (f64, f64) {
    let kernel = Schedule::new(case);
    let (mut spoke, mut silent) = ((0.0, 0.0), (0.0, 0.0));
    for replicate in 0..100 {
        let numbers = CommonNumbers::new(4, 0, replicate);
        let life = live(&kernel, &mut MixingPopulation::new(kernel.first(), numbers, false), |_, _| ());
        let unresolved = life.tree.branch(Route::Voiced, Outcome::Unresolved);
        let quiet = life.tree.branch(Route::Silent, Outcome::Silent);
        spoke = (spoke.0 + unresolved.customers, spoke.1 + unresolved.stayed);
        silent = (silent.0 + quiet.customers, silent.1 + quiet.stayed);
    }
    let share = |(all, stayed): (f64, f64)| stayed / all;
    let (p, q) = (share(spoke), share(silent));
    (p - q, (p * (1.0 - p) / spoke.0 + q * (1.0 - q) / silent.0).sqrt())
}

#[test]
fn selection_emerges_when_the_loyal_complain_more() {
    // Speaking in vain changes nothing: the table says so.
    let mut case = small(PLAIN).case();
    case.severities[0].complain = 0.4;
    case.severities[0].repurchase.unresolved = case.severities[0].repurchase.silent;
    case.severities[0].repurchase.silent = 0.40;
    case.severities[0].repurchase.unresolved = 0.40;
    case.recovery.resolves = 0.2;
    case.recovery.resolves_max = None;
    case.individuals.loyalty_sd = 1.0;
    let (gap, error) = gap_between_speaking_and_silence(&case);
    assert!(gap.abs() < 5.0 * error, "without selection none is seen: {gap} +- {error}");
    case.individuals.voice_loyalty_rho = 0.6;
    let (gap, error) = gap_between_speaking_and_silence(&case);
    assert!(gap > 10.0 * error && gap > 0.05, "{gap} +- {error}");
    case.individuals.voice_loyalty_rho = -0.6;
    let (gap, error) = gap_between_speaking_and_silence(&case);
    assert!(gap < -10.0 * error, "{gap} +- {error}");
}

#[test]
fn as_many_speak_whatever_their_loyalty() {
    // Among newcomers: in the first period nobody has left yet.
    let mut case = small(PLAIN).case();
    case.market.customers = 50_000.0;
    case.horizon.periods = 1;
    case.severities[0].complain = 0.3;
    (case.individuals.loyalty_sd, case.individuals.voice_loyalty_rho) = (1.0, 0.7);
    let (mut spoke, mut failed) = (0.0, 0.0);
    let kernel = Schedule::new(&case);
    for replicate in 0..40 {
        let life = live(
            &kernel,
            &mut MixingPopulation::new(kernel.first(), CommonNumbers::new(6, 0, replicate), false),
            |_, _| (),
        );
        for outcome in Outcome::ALL {
            spoke += life.tree.branch(Route::Voiced, outcome).customers;
            failed += Route::ALL.iter().map(|&route| life.tree.branch(route, outcome).customers).sum::<f64>();
        }
    }
    let error = (0.3 * 0.7 / failed).sqrt();
    assert!((spoke / failed - 0.3).abs() < 5.0 * error, "{} of {failed}", spoke / failed);
}

#[test]
fn the_loyal_are_left_over() {
    let mut case = small(PLAIN).case();
    case.failures[0].rate = Some(0.0);
    case.individuals.loyalty_sd = 1.0;
    // Nobody comes: what is left of the first year's loss is the loyal.
    case.acquisition.in_market_per_year = 0.0;
    let loss = |life: &[Row], year: usize| {
        let active = |t: usize| life[t].get(Column::Active);
        1.0 - active(12 * year + 12) / active(12 * year)
    };
    let first = mean_over(&case, 100, |_, rows| loss(rows, 0));
    let second = mean_over(&case, 100, |_, rows| loss(rows, 1));
    let error = (first.variance() / 100.0 + second.variance() / 100.0).sqrt();
    assert!(first.mean() - second.mean() > 10.0 * error, "{} then {}", first.mean(), second.mean());
}

#[test]
fn a_wide_network_is_nearly_mixing() {
    // Everybody has 200 ties: who talks to whom hardly matters. Losses through word of mouth agree
    // within the noise and a tenth.
    let mut case = small(PLAIN).case();
    (case.market.customers, case.market.prospects) = (3_000.0, 3_000.0);
    case.failures[0].rate = Some(0.3);
    case.word_of_mouth.negative_impact = 0.2;
    let by_talk = |_: &Life, rows: &[Row]| rows.iter().map(|row| row.get(Column::LostWordOfMouth)).sum();
    let mixing = mean_over(&case, 60, by_talk);
    for kind in [NetworkKind::Random, NetworkKind::SmallWorld, NetworkKind::Circles] {
        (case.network.kind, case.network.degree, case.network.rewiring) = (kind, 200.0, 1.0);
        let network = mean_over(&case, 60, by_talk);
        let error = (mixing.variance() / 60.0 + network.variance() / 60.0).sqrt();
        let gap = (mixing.mean() - network.mean()).abs();
        assert!(gap < 5.0 * error + 0.1 * mixing.mean(), "{kind:?}: {} against {}", network.mean(), mixing.mean());
    }
}

#[test]
fn bad_news_costs_what_the_rule_says() {
    // NPV ratios to nobody disappointed, of another implementation of the rule over 40 runs; within three
    // standard errors of the difference of two means of 40 runs each, their run-to-run spread .025 and
    // .045. Twelve figures: a false alarm once in 30, were seeds not fixed.
    let published =
        [(0.025, [0.918, 0.805, 0.672, 0.580, 0.494, 0.388]), (0.045, [0.822, 0.664, 0.529, 0.433, 0.361, 0.260])];
    let (_, results) = crate::build::builtin("bad-news").run();
    for (scenario, (spread, ratios)) in results.scenarios.iter().zip(published) {
        let npv = |i: usize| {
            scenario.strategies[i].simulations.records.iter().map(|record| record.npv()).collect::<Moments>().mean()
        };
        for (i, ratio) in ratios.into_iter().enumerate() {
            let found = npv(i + 1) / npv(0);
            let allowed = 3.0 * spread * (2.0_f64 / 40.0).sqrt();
            assert!((found - ratio).abs() < allowed, "{found} against {ratio}");
        }
    }
    // Two per cent already cost several per cent, and weak ties that speak make it worse.
    let npv = |s: usize, i: usize| {
        results.scenarios[s].strategies[i]
            .simulations
            .records
            .iter()
            .map(|record| record.npv())
            .collect::<Moments>()
            .mean()
    };
    let loss = |s: usize| 1.0 - npv(s, 1) / npv(s, 0);
    assert!(loss(0) > 0.05 && loss(1) > 1.5 * loss(0), "{} {}", loss(0), loss(1));
}

#[test]
fn a_network_is_read_from_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = small(PLAIN).edit("customers = 2_000", "customers = 3").edit("prospects = 400_000", "prospects = 2");
    let recoup::input::source::Origin::Text { text, .. } = &study.0.origin else { panic!("it is a text") };
    let write = |name: &str, content: &str| std::fs::write(folder.path().join(name), content).expect("written");
    write("study.toml", &format!("{text}\nengine = \"agents\"\n[network]\nkind = \"edges\"\nfile = \"ties.csv\"\n"));
    let load = || recoup::input::load(&recoup::input::Request::file(folder.path().join("study.toml")));
    let codes =
        || load().err().map(|diagnostic| diagnostic.iter().map(|d| d.code).collect::<Vec<_>>()).unwrap_or_default();
    assert_eq!(codes(), ["S053"], "no file");
    write("ties.csv", "from,to\n0,1\n1,2\n3,4\n");
    let study = load().expect("it is a network").study;
    let case = &study.scenarios[0].strategies[0].parameters.point;
    let graph = Graph::new(case, 1, 0).expect("a network");
    assert_eq!((0..5).map(|person| graph.degree(person)).collect::<Vec<_>>(), [1, 2, 1, 1, 1]);
    let hash = study.hash();
    write("ties.csv", "from,to\n0,1\n1,2\n3,1\n");
    assert_ne!(load().expect("another network").study.hash(), hash);
    for broken in [
        "from,to\n0,9\n",
        "from,to\n0,x\n",
        "from,to\n0,-1\n",
        "from\n0\n",
        "from,to\n0,\n",
        "",
        "from,to\n0.5,1.5\n",
        "from,to\n1,1\n",
    ] {
        write("ties.csv", broken);
        assert_eq!(codes(), ["S053"], "{broken:?}");
    }
}

#[test]
fn a_network_that_is_set_is_read_beside_the_study() {
    let build = small(PLAIN).set("network.kind", "edges").set("network.file", "ties.csv").agents(1, 1);
    let diagnostics = recoup::input::load(&build.0).expect_err("a study that is no file names no other");
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.code == "S053"), "{diagnostics:?}");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("study.toml"), small(PLAIN).study().resolved).unwrap();
    std::fs::write(folder.path().join("ties.csv"), "from,to\n0,1\n1,2\n").unwrap();
    let mut request = recoup::input::Request::file(folder.path().join("study.toml"));
    request.set = build.0.set.clone();
    let study = recoup::input::load(&request).expect("it is read").study;
    assert_eq!((study.networks.len(), study.networks[0].1.0.len()), (1, 2));
}

#[test]
fn networks_in_parquet_may_have_any_type_of_whole_numbers() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("study.toml"), small(PLAIN).study().resolved).unwrap();
    let ties = |name: &str| {
        let from = format!("{}/tests/networks/{name}.parquet", env!("CARGO_MANIFEST_DIR"));
        std::fs::copy(from, folder.path().join("ties.parquet")).unwrap();
        let mut request = recoup::input::Request::file(folder.path().join("study.toml"));
        request.parquet = Some(recoup::output::parquet::READ_PARQUET);
        request.set = ["network.kind=\"edges\"", "network.file=\"ties.parquet\"", "study.engine=\"agents\""]
            .map(String::from)
            .to_vec();
        match recoup::input::load(&request) {
            Ok(loaded) => Ok(loaded.study.networks[0].1.0.clone()),
            Err(diagnostics) => Err(diagnostics[0].message.clone()),
        }
    };
    // Written by pyarrow: bytes and 16 bits; decimals of two places and 64 bits.
    let expected = vec![[0, 1], [0, 2], [0, 3], [1, 2], [2, 3]];
    assert_eq!(ties("small-types"), Ok(expected.clone()));
    assert_eq!(ties("decimals"), Ok(expected));
    assert!(ties("no-numbers").unwrap_err().ends_with("column `from` holds something else than whole numbers"));
    assert!(ties("damaged").unwrap_err().ends_with("it is no Parquet file, or a damaged one"));
}

#[test]
fn lonely_and_talkative_people_live() {
    let mut case = small(RICH).case();
    (case.market.customers, case.market.prospects) = (1.0, 0.0);
    for kind in networks() {
        (case.network.kind, case.network.degree) = (kind, 6.0);
        let kernel = Schedule::new(&case);
        let graph = Arc::new(Graph::new(&case, 5, 0).expect("a network"));
        rows(&kernel, &mut NetworkPopulation::new(kernel.first(), graph, CommonNumbers::new(2, 0, 0), false));
    }
    // A hundred million messages are told in as many entries as there are ties.
    (case.market.customers, case.market.prospects) = (300.0, 700.0);
    case.word_of_mouth.told.silent = 1e8;
    case.network.kind = NetworkKind::Random;
    let kernel = Schedule::new(&case);
    let graph = Arc::new(Graph::new(&case, 5, 0).expect("a network"));
    let (_, rows) =
        rows(&kernel, &mut NetworkPopulation::new(kernel.first(), graph, CommonNumbers::new(2, 0, 0), false));
    assert!(rows.iter().map(|row| row.get(Column::Nwom)).sum::<f64>() > 1e8);
}
