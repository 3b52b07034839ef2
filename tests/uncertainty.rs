//! Knowledge and luck: numbers drawn together, quasi-random draws, runs that go on until settled.

use recoup::engine::inputs::UncertainInputs;
use recoup::input::build::StudyBuilder;
use recoup::input::render::rendered;
use recoup::scenario::study::Study;

use crate::build::{PLAIN, text};

const UNCERTAIN: &str = r#"
[voice]
solicit = { uniform = [0.0, 1.0] }
solicit_cost = { uniform = [0.0, 1.0] }
[recovery]
quick = { uniform = [0.0, 1.0] }
compensation = { uniform = [0.0, 1.0] }
[costs]
per_contact = { mean = 5.0, sd = 1.0 }
"#;

fn study(more: &str, sampling: &str) -> Study {
    text(PLAIN)
        .and(UNCERTAIN)
        .and(more)
        .edit("draws = 1\n", &format!("draws = 1000\nsampling = \"{sampling}\"\n"))
        .set("recovery.resolves", 0.6)
        .study()
}

/// The draws of one key.
fn draws(study: &Study, key: &str, n: u64) -> Vec<f64> {
    let mut inputs = UncertainInputs::new(study);
    for strategy in &study.scenarios[0].strategies {
        inputs.plan(&strategy.parameters, &strategy.name);
    }
    let column = inputs.columns().iter().position(|name| name == key).expect("it is uncertain");
    (0..n).map(|draw| inputs.values(draw)[column]).collect()
}

/// Spearman's rank correlation of numbers without ties.
fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    let ranks = |numbers: &[f64]| {
        let mut order: Vec<usize> = (0..numbers.len()).collect();
        order.sort_by(|&i, &j| numbers[i].total_cmp(&numbers[j]));
        let mut ranks = vec![0.0; numbers.len()];
        order.iter().enumerate().for_each(|(rank, &i)| ranks[i] = rank as f64);
        ranks
    };
    let n = a.len() as f64;
    let squares: f64 = ranks(a).iter().zip(ranks(b)).map(|(a, b)| (a - b) * (a - b)).sum();
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

fn codes(text: &str) -> Vec<String> {
    match StudyBuilder::from_text(text).load() {
        Ok(loaded) => loaded.diagnostics.iter().map(|diagnostic| diagnostic.code.to_string()).collect(),
        Err(diagnostic) => diagnostic.iter().map(|diagnostic| diagnostic.code.to_string()).collect(),
    }
}

#[test]
fn a_copula_has_its_rank_correlation() {
    // Spearman's of a Gaussian copula is 6/pi asin(rho/2). 20,000 draws know it to 1/sqrt(20,000) = .007
    // (less where it is strong): five of them. Each kind of sampling has it, whatever the distributions.
    for sampling in ["random", "sobol", "joint"] {
        for rho in [-0.9, -0.3, 0.5, 0.8] {
            let more = format!("[[correlation]]\nkeys = ['costs.per_contact', 'voice.solicit']\nrho = {rho}\n");
            let study = study(&more, sampling);
            let found =
                rank_correlation(&draws(&study, "costs.per_contact", 20_000), &draws(&study, "voice.solicit", 20_000));
            let expected = 6.0 / std::f64::consts::PI * f64::asin(rho / 2.0);
            assert!((found - expected).abs() < 0.036, "{sampling}, {rho}: {found} against {expected}");
        }
    }
}

#[test]
fn coupled_numbers_keep_their_distribution() {
    let study = study("[[correlation]]\nkeys = ['costs.per_contact', 'voice.solicit']\nrho = 0.8\n", "sobol");
    let mut drawn = draws(&study, "voice.solicit", 4096);
    drawn.sort_by(f64::total_cmp);
    // Kolmogorov and Smirnov: sqrt(n) D above 2.5 once in 130,000 independent samples.
    let n = drawn.len() as f64;
    let distance = drawn.iter().enumerate().map(|(i, x)| (x - (i as f64 + 0.5) / n).abs()).fold(0.0, f64::max);
    assert!(distance * n.sqrt() < 2.5, "{distance}");
}

#[test]
fn adding_couplings_moves_nothing_else() {
    let coupled = "[[correlation]]\nkeys = ['voice.solicit', 'voice.solicit_cost']\nrho = 0.8\n\
                   [[order]]\nkeys = ['recovery.compensation', 'recovery.quick']\n";
    for sampling in ["random", "sobol", "joint"] {
        let (before, after) = (study("", sampling), study(coupled, sampling));
        // The first of correlated keys is moved by nobody.
        for key in ["costs.per_contact", "voice.solicit"] {
            assert_eq!(draws(&before, key, 200), draws(&after, key, 200), "{sampling}, {key}");
        }
        // Draws in order are the same draws.
        let (quick, ordered) = (draws(&before, "recovery.quick", 200), draws(&after, "recovery.quick", 200));
        let compensation = draws(&before, "recovery.compensation", 200);
        for draw in 0..200 {
            assert_eq!(quick[draw] == ordered[draw], compensation[draw] <= quick[draw], "{sampling}, draw {draw}");
        }
        assert_ne!(draws(&before, "voice.solicit_cost", 200), draws(&after, "voice.solicit_cost", 200));
    }
}

#[test]
fn orders_always_hold_and_certain_numbers_are_bounds() {
    // resolves is 0.6: three uniform numbers, one of them below it and two above.
    let more = "[[order]]\nkeys = ['voice.solicit', 'recovery.resolves', 'recovery.compensation', 'recovery.quick']\n\
                [[correlation]]\nkeys = ['voice.solicit', 'recovery.quick']\nrho = -0.5\n";
    for sampling in ["random", "sobol", "joint"] {
        let study = study(more, sampling);
        let [solicit, compensation, quick] =
            ["voice.solicit", "recovery.compensation", "recovery.quick"].map(|key| draws(&study, key, 2000));
        for draw in 0..2000 {
            assert!(solicit[draw] <= 0.6 && 0.6 <= compensation[draw] && compensation[draw] <= quick[draw]);
        }
    }
}

#[test]
fn a_strategy_that_draws_otherwise_leaves_the_others_alone() {
    let strategies = "[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\n\
                      [strategy.recovery]\nquick = { uniform = [0.5, 0.9] }\n";
    let order = "[[order]]\nkeys = ['recovery.compensation', 'recovery.quick']\n";
    let (alone, beside) = (study(order, "random"), study(&(strategies.to_string() + order), "random"));
    assert_eq!(draws(&alone, "recovery.compensation", 300), draws(&beside, "recovery.compensation", 300));
    let (own, compensation) =
        (draws(&beside, "recovery.quick (b)", 300), draws(&beside, "recovery.compensation (b)", 300));
    assert!(own.iter().zip(&compensation).all(|(quick, compensation)| compensation <= quick));
}

#[test]
fn what_cannot_hold_is_refused_with_a_way_out() {
    let firm = text(PLAIN).and(UNCERTAIN).0;
    let recoup::input::source::Origin::Text { text: firm, .. } = firm.origin else { panic!("it is a text") };
    let pair = |a: &str, b: &str, rho: f64| format!("[[correlation]]\nkeys = ['{a}', '{b}']\nrho = {rho}\n");
    let (a, b, c) = ("voice.solicit", "voice.solicit_cost", "recovery.quick");
    let chain = pair(a, b, 0.9) + &pair(b, c, 0.9);
    for (more, expected) in [
        (chain.clone(), &["S050"][..]),
        (chain + &pair(c, a, 0.8), &[]),
        (pair(a, b, 1.0), &["S050"]),
        (pair(a, b, 0.2) + &pair(b, a, 0.3), &["S044"]),
        // Once in 24 draws, and once in 120.
        (
            "[[order]]\nkeys = ['voice.solicit', 'voice.solicit_cost', 'recovery.quick', 'recovery.compensation']\n"
                .into(),
            &[],
        ),
        ("[[order]]\nkeys = ['costs.per_contact', 'voice.solicit']\n".into(), &["S051"]),
        ("[[order]]\nkeys = ['voice.solicit', 'market.customers', 'recovery.quick']\n".into(), &["S051"]),
    ] {
        assert_eq!(codes(&format!("{firm}\n{more}")), expected, "{more}");
    }
    let told = |more: String| rendered(&StudyBuilder::from_text(format!("{firm}\n{more}")).load().unwrap_err(), false);
    insta::assert_snapshot!("correlations that cannot hold", told(pair(a, b, 0.9) + &pair(b, c, 0.9)));
    insta::assert_snapshot!(
        "an order that draws do not keep",
        told("[[order]]\nkeys = ['costs.per_contact', 'voice.solicit']\n".into())
    );
}

#[test]
fn an_order_that_only_one_scenario_breaks_names_it() {
    let firm = text(PLAIN).and(UNCERTAIN).and(
        "[[order]]\nkeys = ['recovery.resolves', 'recovery.quick']\n\
         [[scenario]]\nname = 'usual'\n[[scenario]]\nname = 'strict'\nrecovery = { resolves = 0.999 }\n",
    );
    let diagnostics = recoup::input::load(&firm.0).unwrap_err();
    assert!(
        diagnostics[0].code == "S051" && diagnostics[0].message.ends_with("in scenario `strict`"),
        "{diagnostics:?}"
    );
}

#[test]
fn quasi_random_draws_know_the_mean_better() {
    // 256 draws of two inputs that hardly interact (each has a sequence of its own): how the mean NPV scatters over 60 seeds.
    let uncertain = "[recovery]\nquick = { uniform = [0.0, 1.0] }\n[costs]\nper_contact = { mean = 5.0, sd = 1.0 }\n";
    let scatter = |sampling: &str| {
        let npv = |seed| {
            let study = text(PLAIN)
                .and(uncertain)
                .edit("draws = 1\n", &format!("draws = 256\nsampling = \"{sampling}\"\n"))
                .set("study.engine", "\"expected\"")
                .seed(seed)
                .study();
            let results = recoup::engine::simulate::simulate(&study, &recoup::engine::progress::NoProgress).unwrap();
            let records = &results.scenarios[0].strategies[0].simulations.records;
            records.iter().map(|record| record.npv()).sum::<f64>() / records.len() as f64
        };
        (1..=60).map(npv).collect::<recoup::stats::moments::Moments>().sd()
    };
    let (sobol, random) = (scatter("sobol"), scatter("random"));
    // The standard error of a standard deviation of 60 is a tenth of it.
    assert!(sobol < 0.5 * random, "{sobol} against {random}");
}

mod settled {
    use recoup::analysis::selection::Limit;
    use recoup::engine::progress::NoProgress;
    use recoup::input::Request;
    use recoup::output::contents::Contents;
    use recoup::pipeline::{run, run_until_settled};

    use crate::build::{PLAIN, text};

    /// Near break-even: asking gains about 500, and one simulation scatters by 6,000.
    fn request() -> Request {
        text(PLAIN)
            .and("[[strategy]]\nname = 'today'\n[[strategy]]\nname = 'ask'\nvoice = { solicit = 0.3, solicit_cost = 2.303 }\n")
            .edit("customers = 100_000", "customers = 2_000")
            .edit("periods = 36", "periods = 36\ncash = \"start\"\ncustomers_counted = \"start\"")
            .0
    }

    #[test]
    fn the_run_is_that_of_as_many_draws() {
        let home = tempfile::tempdir().unwrap();
        let limit = Limit::ProbabilityWrong(0.01);
        let settled = run_until_settled(
            &request(),
            limit,
            &Contents::default(),
            Some(&home.path().join("a")),
            &NoProgress,
            |_| (),
        )
        .unwrap();
        let draws = settled.study.settings.draws;
        let plain = Request { draws: Some(draws), ..request() };
        let plain = run(&plain, Some(&home.path().join("b")), &NoProgress, |_| ()).unwrap();
        assert_eq!(settled.files, plain.files);
        for name in &plain.files {
            let bytes = |folder: &str| std::fs::read(home.path().join(folder).join(name)).unwrap();
            assert!(bytes("a") == bytes("b"), "{name}");
        }
        let settling = settled.settling.unwrap();
        assert!(settling.is_settled && settling.probability_wrong <= 0.01, "{settling:?}, {draws} draws");
        assert!(draws > 256, "the first round must not do: {settling:?}");
    }

    #[test]
    fn a_tighter_limit_takes_more_draws() {
        let draws = |limit| {
            let home = tempfile::tempdir().unwrap();
            let run = run_until_settled(
                &request(),
                limit,
                &Contents::default(),
                Some(&home.path().join("a")),
                &NoProgress,
                |_| (),
            )
            .unwrap();
            assert!(limit.is_kept_by(&run.data.findings.comparisons[0].selection, run.settling.unwrap().looks));
            run.study.settings.draws
        };
        assert!(draws(Limit::ExpectedLoss(1e9)) == 256);
        assert!(draws(Limit::ProbabilityWrong(0.001)) > draws(Limit::ProbabilityWrong(0.4)));
    }
}
