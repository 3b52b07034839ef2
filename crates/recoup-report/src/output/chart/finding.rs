//! Tests of what charts say: titles, refusals, escaping, sameness.

use crate::analysis::acceptability::{AcceptabilityCurve, AcceptabilityPoint, Over};
use crate::analysis::variants::{BuiltIn, VariantResult, Variants, Which};
use crate::analysis::view::{
    ActiveFan, ChartFrame, CumulativeDifference, DeskOverTime, DeskPeriod, DifferenceDistribution, FailureTree,
    KeptCustomers, LeverUnit, LossesByCause, RoiCurve, RoiPoint, TreeBranch,
};
use crate::language::Language;
use crate::output::chart::{
    Chart, ChartError, acceptability, cumulative, desk, distribution, fan, kept, losses, roi_curve, tree, variants,
};
use crate::stats::band::Band;
use crate::units::{Outcome, Route};

fn frame() -> ChartFrame {
    ChartFrame {
        study: "City <hotel> & \"inn\"".to_owned(),
        scenario: "base".to_owned(),
        strategies: ["today", "ask and answer"].map(str::to_owned).to_vec(),
        seed: 1,
        draws: 1_000,
        fewest_draws: None,
        version: "0.1.0".to_owned(),
        digest: None,
        language: Default::default(),
        currency: "USD".to_owned(),
        period_name: "month".to_owned(),
        periods: 36,
        labels: std::collections::BTreeMap::new(),
    }
}

fn around(mean: f64, half: f64) -> Band {
    Band { mean, p05: mean - half, p50: mean, p95: mean + half }
}

fn cumulative_of(points: &[(u32, Band)], payback: Option<u32>) -> Result<Chart, ChartError> {
    let row =
        CumulativeDifference { strategy: "ask and answer".to_owned(), points: points.to_vec(), payback, beyond: 0.0 };
    cumulative::draw(&frame(), &[row])
}

fn title(chart: Result<Chart, ChartError>) -> String {
    chart.map_or_else(|error| error.to_string(), |chart| chart.title)
}

fn losing(strategy: &str, silent: f64) -> LossesByCause {
    let strategy = strategy.to_owned();
    LossesByCause { strategy, natural: 100.0, silent, unresolved: 9.0, resolved: 3.0, quick: -1.0, word_of_mouth: 2.0 }
}

fn curve(key: &str, means: &[f64]) -> RoiCurve {
    let point =
        |(i, mean): (usize, &f64)| RoiPoint { x: i as f64, npv_difference: around(*mean, 1.0), roi: Some(*mean) };
    RoiCurve {
        strategy: "ask and answer".to_owned(),
        key: key.to_owned(),
        key_label: Some("desk positions".to_owned()),
        unit: Default::default(),
        points: means.iter().enumerate().map(point).collect(),
        break_even: None,
        over_investment: None,
        current: None,
    }
}

#[test]
fn the_cumulative_title_tells_payback_amount_and_doubt() {
    let rising = [(1, around(-20e3, 5e3)), (4, around(1e3, 9e3)), (36, around(241e3, 90e3))];
    assert_eq!(
        title(cumulative_of(&rising, Some(4))),
        "“ask and answer” pays back in month 4 and earns 241 k USD over 36 months"
    );
    let unsure = [(1, around(-20e3, 5e3)), (36, around(7e3, 20e3))];
    assert_eq!(
        title(cumulative_of(&unsure, Some(30))),
        "“ask and answer” pays back in month 30 and earns 7.0 k USD over 36 months (90 % interval starts at −13 k)"
    );
    let falling = [(1, around(-20e3, 5e3)), (36, around(-75e3, 20e3))];
    assert_eq!(
        title(cumulative_of(&falling, None)),
        "“ask and answer” does not pay back within 36 months: it ends 75 k USD behind “today”"
    );
}

#[test]
fn the_other_titles_tell_their_findings() {
    let fans = [("today", 47e3), ("ask and answer", 49_500.0)].map(|(name, end)| ActiveFan {
        strategy: name.to_owned(),
        points: vec![(0, Band::exact(5e4)), (36, Band::exact(end))],
    });
    assert_eq!(
        title(fan::draw(&frame(), &fans)),
        "“ask and answer” has 2,500 more active customers than “today” in month 36"
    );
    assert_eq!(
        title(losses::draw(&frame(), &[losing("today", 80.0), losing("ask and answer", 30.0)], "ask and answer")),
        "“ask and answer” keeps 50 of the customers that “today” loses, most of them after silent failures"
    );
    let draws = DifferenceDistribution {
        strategy: "ask and answer".to_owned(),
        band: around(241e3, 250e3),
        samples: (0..100).map(|i| f64::from(i) * 6e3 - 57e3).collect(),
    };
    assert_eq!(
        title(distribution::draw(&frame(), &[draws])),
        "“ask and answer” gains in 90 % of draws: 241 k USD on average (90 %: −9.0 k to +491 k)"
    );
    let branch = |route, stayed, left| TreeBranch { route, outcome: Outcome::Silent, stayed, left };
    let branches = vec![branch(Route::Silent, 10.0, 60.0), branch(Route::Voiced, 10.0, 20.0)];
    assert_eq!(
        title(tree::draw(&frame(), &FailureTree { strategy: "today".to_owned(), branches })),
        "Under “today”, 75 % of the customers who left after a failure had stayed silent"
    );
    let bent = RoiCurve { over_investment: Some(1.0), ..curve("a", &[0.0, 9.0, 8.0]) };
    assert_eq!(
        title(roi_curve::draw(&frame(), &[bent])),
        "“ask and answer” earns most, 9 USD, with “desk positions” at 1; beyond, the next unit loses money"
    );
}

#[test]
fn a_losses_title_speaks_of_the_strategy_that_pays_best_and_not_of_that_which_keeps_most() {
    let rows = [losing("today", 80.0), losing("ask", 50.0), losing("ask and answer", 30.0)];
    let title = |best: &str| title(losses::draw(&frame(), &rows, best));
    assert_eq!(
        title("ask"),
        "“ask” keeps 30 of the customers that “today” loses, most of them after silent failures; “ask and answer” keeps 20 more \
         and earns less"
    );
    assert_eq!(
        title("today"),
        "“ask and answer” keeps 50 of the customers that “today” loses, most of them after silent failures, but earns less than \
         “today”"
    );
}

#[test]
fn a_lever_best_at_its_lowest_level_is_told_by_how_far_it_pays() {
    let falling = |means: &[f64], break_even, current| {
        let curve = RoiCurve { unit: LeverUnit::Money, break_even, current, ..curve("a", means) };
        title(roi_curve::draw(&frame(), &[curve]))
    };
    assert_eq!(
        falling(&[9.0, 3.0, -3.0], Some(1.5), None),
        "“ask and answer” pays with “desk positions” up to 1.5 USD"
    );
    assert_eq!(
        falling(&[9.0, 3.0, -3.0], Some(1.5), Some(2.0)),
        "“ask and answer” pays with “desk positions” up to 1.5 USD; now, at 2 USD, it ends 3 USD behind “today”"
    );
    assert_eq!(
        falling(&[9.0, 3.0, -3.0], Some(1.5), Some(1.0)),
        "“ask and answer” pays with “desk positions” up to 1.5 USD; now, at 1 USD, it earns 3 USD"
    );
    assert_eq!(
        falling(&[9.0, 6.0, 3.0], None, None),
        "“ask and answer” earns less the higher “desk positions”: 9 USD at 0 USD, 3 USD at 2 USD"
    );
}

#[test]
fn an_acceptability_title_tells_where_the_choice_changes() {
    let point = |x: f64, best: usize| AcceptabilityPoint { x, p_best: vec![0.4, 0.6], best };
    let over = |over, points: &[AcceptabilityPoint]| {
        title(acceptability::draw(&frame(), &AcceptabilityCurve { over, points: points.to_vec() }))
    };
    let changing = [point(1.0, 0), point(9.0, 1), point(36.0, 1)];
    assert_eq!(
        over(Over::Horizon, &changing),
        "“ask and answer” is the best on average from month 9 on; before that “today”"
    );
    assert_eq!(
        over(Over::CustomerValue, &changing),
        "“ask and answer” is the best on average once a customer kept is worth 9 USD; below that “today”"
    );
    assert_eq!(over(Over::Budget, &changing[..1]), "“today” is the best on average at every budget");
    assert_eq!(over(Over::Budget, &[]), "nothing to show in chart `acceptability`");
}

fn variants_of(best: usize, turned: &[(BuiltIn, usize)]) -> Variants {
    let result = |variant: &BuiltIn| {
        let turned = turned.iter().find(|(other, _)| other == variant);
        let best = turned.map_or(1, |(_, best)| *best);
        VariantResult { which: Which::BuiltIn(*variant), differences: vec![0.0, 5.0], best }
    };
    Variants {
        strategies: ["today", "ask and answer"].map(std::sync::Arc::from).to_vec(),
        differences: vec![0.0, 5.0],
        best,
        variants: BuiltIn::ALL.iter().map(result).collect(),
        impossible: Vec::new(),
    }
}

/// What the picture says, in all its texts.
fn words(svg: &str) -> String {
    let texts: Vec<&str> =
        svg.split('>').filter_map(|part| part.split_once('<')).map(|(text, _)| text.trim()).collect();
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_cumulative_difference_says_that_it_leaves_out_what_lies_beyond_the_horizon() {
    let row = |beyond| CumulativeDifference {
        strategy: "ask and answer".to_owned(),
        points: vec![(1, around(-2.0, 1.0)), (36, around(21e6, 1e6))],
        payback: Some(36),
        beyond,
    };
    for (language, said) in [
        (Language::English, "value beyond the horizon is left out (“ask and answer”: +21 M USD)"),
        (Language::Chinese, "不含期末以后的价值（“ask and answer”：+2,100万 USD）"),
        (Language::Spanish, "sin el valor más allá del horizonte («ask and answer»: +21 M USD)"),
    ] {
        let frame = ChartFrame { language, ..frame() };
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}', ' ', '\u{2068}', '\u{2069}'], "");
        for (beyond, is_said) in [(21e6, true), (0.0, false)] {
            let chart = cumulative::draw(&frame, &[row(beyond)]).unwrap();
            for svg in [&chart.svg, &chart.portrait] {
                assert_eq!(plain(&words(svg)).contains(&plain(said)), is_said, "{}", words(svg));
            }
        }
    }
}

#[test]
fn where_leavers_are_replaced_the_chart_tells_customers_kept() {
    let kept = |end: f64| {
        let points = vec![(1, 0.1 * end), (36, end)];
        kept::draw(
            &frame(),
            &[KeptCustomers { strategy: "ask and answer".to_owned(), points, total: around(end, 50.0) }],
        )
    };
    assert_eq!(title(kept(5_380.0)), "“ask and answer” keeps 5,380 customers by month 36 whom “today” loses");
    assert_eq!(title(kept(0.0)), "No strategy loses fewer customers than “today” by month 36");
    let words = words(&kept(5_380.0).unwrap().svg);
    assert!(words.contains("customers kept to date") && words.contains("5,330 to 5,430"), "{words}");
}

/// A customer with two failures is two ways through the tree, so that no text calls them customers.
#[test]
fn the_tree_counts_failures_and_says_so() {
    let branch = |outcome, stayed, left| TreeBranch { route: Route::Silent, outcome, stayed, left };
    let tree = FailureTree { strategy: "today".to_owned(), branches: vec![branch(Outcome::Silent, 5.8e6, 0.1e6)] };
    for (language, said) in [
        (Language::English, "a customer counts once per failure; widths = failures"),
        (Language::Chinese, "同一客户每次失误各计一次；宽度＝失误次数"),
        (Language::Spanish, "un cliente cuenta una vez por fallo; anchura = fallos"),
    ] {
        let frame = ChartFrame { language, ..frame() };
        let chart = tree::draw(&frame, &tree).unwrap();
        let plain = |text: &str| text.replace(['\u{a0}', ' '], "");
        assert!(plain(&words(&chart.svg)).contains(&plain(said)), "{}", words(&chart.svg));
    }
}

#[test]
fn a_title_of_variants_tells_in_how_many_the_answer_holds() {
    let titled = |found: Variants| title(variants::draw(&frame(), &found, 1));
    assert_eq!(titled(variants_of(1, &[])), "“ask and answer” stays best in all 14 model variants");
    assert_eq!(
        titled(variants_of(1, &[(BuiltIn::NoReplacement, 0)])),
        "“ask and answer” stays best in 13 of 14 model variants; “lost customers are not replaced” makes “today” best"
    );
    let two = [(BuiltIn::NoReplacement, 0), (BuiltIn::HalfComplain, 0)];
    assert_eq!(titled(variants_of(1, &two)), "“ask and answer” stays best in 12 of 14 model variants");
    assert_eq!(
        titled(variants_of(0, &[])),
        "“ask and answer” is best in 14 of 14 model variants; at the point values “today” is"
    );
    let none = Variants { variants: Vec::new(), ..variants_of(1, &[]) };
    assert_eq!(titled(none), "nothing to show in chart `variants`");
}

#[test]
fn a_title_of_desks_speaks_of_the_best_strategy_and_of_one_that_is_swamped() {
    let desk = |strategy: &str, utilisation: f64| {
        let point = |period| DeskPeriod { period, utilisation, in_time: 0.5 };
        DeskOverTime { strategy: strategy.to_owned(), points: (1..=36).map(point).collect(), in_time: 0.5 }
    };
    let titled = |desks: &[DeskOverTime]| title(desk::draw(&frame(), desks, "ask and answer"));
    let calm = "The desk of “ask and answer” is never more than 80 % busy and answers 50 % of contacts in time";
    assert_eq!(titled(&[desk("today", 0.2), desk("ask and answer", 0.8)]), calm);
    assert_eq!(
        titled(&[desk("today", 1.2), desk("ask and answer", 0.8)]),
        format!("{calm}; that of “today” has more work than it can do in 36 of 36 months")
    );
    assert_eq!(
        titled(&[desk("ask and answer", 1.0)]),
        "The desk of “ask and answer” has more work than it can do in 36 of 36 months"
    );
    assert_eq!(titled(&[]), "nothing to show in chart `desk`");
}

#[test]
fn nothing_to_show_is_an_error_and_never_a_panic() {
    let empty = |chart| Err(ChartError::Empty { chart });
    assert_eq!(cumulative::draw(&frame(), &[]), empty("cumulative"));
    assert_eq!(cumulative_of(&[], None), empty("cumulative"));
    assert_eq!(
        cumulative_of(&[(1, Band::exact(f64::NAN)), (2, Band::exact(f64::INFINITY))], Some(1)),
        empty("cumulative")
    );
    assert_eq!(fan::draw(&frame(), &[]), empty("active-customers"));
    assert_eq!(losses::draw(&frame(), &[losing("today", f64::NAN)], "today"), empty("losses"));
    assert_eq!(distribution::draw(&frame(), &[]), empty("npv-distribution"));
    assert_eq!(roi_curve::draw(&frame(), &[curve("a", &[])]), empty("roi-curve"));
    let bare = FailureTree { strategy: "today".to_owned(), branches: Vec::new() };
    assert_eq!(tree::draw(&frame(), &bare), empty("tree"));
    let mixed = roi_curve::draw(&frame(), &[curve("a", &[1.0]), curve("b", &[1.0])]);
    assert_eq!(title(mixed), "chart `roi-curve` needs one lever, got `a` and `b`");
}

#[test]
fn numbers_that_are_none_are_left_out_of_the_picture() {
    let points = [(1, Band::exact(f64::NAN)), (2, around(1.0, 1.0)), (3, Band::exact(f64::MAX)), (4, around(2.0, 1.0))];
    let svg = cumulative_of(&points, Some(1)).map(|chart| chart.svg).unwrap_or_default();
    assert!(svg.contains("polyline") && !svg.contains("NaN") && !svg.contains("inf"));
}

#[test]
fn names_are_escaped_and_the_fonts_are_named() {
    let svg =
        cumulative_of(&[(1, around(1.0, 1.0)), (2, around(2.0, 1.0))], None).map(|chart| chart.svg).unwrap_or_default();
    assert!(svg.contains("City &lt;hotel&gt; &amp; &quot;inn&quot;"));
    assert!(svg.contains("font-family=\"Noto Sans SC, Noto Sans,"));
    assert!(svg.starts_with("<svg width=\"1600\" height=\"900\""));
}

#[test]
fn the_same_rows_make_the_same_picture() {
    let draw = || cumulative_of(&[(1, around(1.0, 1.0)), (2, around(2.0, 1.0))], None);
    assert_eq!(draw(), draw());
}
