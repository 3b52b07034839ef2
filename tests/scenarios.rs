//! Every shipped study runs, small, and gives its golden numbers.

use recoup::analysis::compare::compare;
use recoup::analysis::findings::analyse;
use recoup::analysis::summary::Comparison;
use recoup::input::shipped::{CASES, STUDIES};

use crate::build::{Build, builtin, text};

/// Nine significant digits: what a pinned number keeps over platforms.
fn pinned(value: f64) -> String {
    format!("{value:.8e}")
}

fn figures(build: &Build) -> String {
    let (study, results) = build.run();
    let mut lines = Vec::new();
    for (scenario, results) in study.scenarios.iter().zip(&results.scenarios) {
        let Comparison { strategies, .. } = compare(scenario, results);
        for s in strategies {
            let or_none = |value: Option<f64>| value.map_or("none".into(), pinned);
            lines.push(format!(
                "{} | {}: npv {}, difference {}, roi {}, payback {:?}, irr {}, p_best {}, lost {}",
                scenario.name,
                s.name,
                pinned(s.worth.npv.mean),
                pinned(s.difference.npv.mean),
                or_none(s.roi.value),
                s.payback_period,
                or_none(s.irr),
                pinned(s.p_best),
                pinned(s.lost.total()),
            ));
        }
    }
    lines.join("\n")
}

#[test]
fn shipped_studies_give_their_golden_numbers() {
    for (name, _) in STUDIES {
        if builtin(name).study().has_contagion() {
            // No other engine knows contagion.
            let agents = figures(&builtin(name).agents(1, 5));
            insta::assert_snapshot!(format!("golden {name}"), format!("agents, 5 histories\n{agents}"));
            continue;
        }
        let expected = figures(&builtin(name).expected(1));
        let cohort = figures(&builtin(name).cohort(64, 1));
        insta::assert_snapshot!(
            format!("golden {name}"),
            format!("expected, point values\n{expected}\n\ncohort, 64 draws\n{cohort}")
        );
    }
}

#[test]
fn shipped_cases_give_their_golden_numbers() {
    for (name, _) in CASES {
        let case = format!("case:{name}");
        let expected = figures(&builtin(&case).expected(1));
        let cohort = figures(&builtin(&case).cohort(16, 1));
        insta::assert_snapshot!(
            format!("golden case {name}"),
            format!("expected, point values\n{expected}\n\ncohort, 16 draws\n{cohort}")
        );
    }
}

#[test]
fn the_city_hotel_has_its_published_point_results() {
    let (study, results) = builtin("city-hotel").expected(1).run();
    let findings = analyse(&study, &results);
    let strategies = &findings.comparisons[0].strategies;
    for (name, difference, roi) in [
        ("ask", -4_887.0, -0.028),
        ("answer fast", -74_769.0, -0.473),
        ("ask and answer", 203_818.0, 0.447),
        ("prevent", 150_959.0, 0.998),
    ] {
        let found = strategies.iter().find(|s| &*s.name == name).expect("it is there");
        assert!((found.difference.npv.mean - difference).abs() < 0.5, "{name}: {}", found.difference.npv.mean);
        assert!((found.roi.value.expect("it costs") - roi).abs() < 0.0006, "{name}: {:?}", found.roi.value);
    }
    let (_, curve) = findings.curves.iter().find(|(_, c)| c.strategy == "prevent").expect("it is swept");
    assert!((85_000.0..95_000.0).contains(&curve.over_investment.expect("it has a peak")), "{curve:?}");
    assert!((215_000.0..225_000.0).contains(&curve.break_even.expect("it falls below zero")), "{curve:?}");
}

#[test]
fn a_resolved_study_runs_to_the_same_numbers() {
    for (name, _) in STUDIES {
        let contagion = builtin(name).study().has_contagion();
        let build = if contagion { builtin(name).agents(1, 1) } else { builtin(name).cohort(3, 2) };
        let resolved = build.study().resolved;
        assert_eq!(figures(&text(&resolved)), figures(&build), "{name}");
    }
    for (name, _) in CASES {
        let build = builtin(&format!("case:{name}")).cohort(3, 1);
        assert_eq!(figures(&text(&build.study().resolved)), figures(&build), "{name}");
    }
}
