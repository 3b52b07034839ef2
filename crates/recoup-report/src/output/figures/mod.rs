//! The tables of an answer. Each is built here once; the terminal, the page and the workbook set it, each with the columns and rows
//! that it has room for. Names stand in backticks; heads begin with a small letter, which page and workbook make a capital.

mod accounts;
mod assumptions;
mod cash;
mod changes;
mod decision;
mod desk;
mod error_budget;
mod losses;
mod regret;
mod runs;
mod segments;
mod strategies;
mod table;
mod variants;

pub use crate::output::figures::accounts::{account_differences, accounts};
pub use crate::output::figures::assumptions::{assumptions, note_of};
pub use crate::output::figures::cash::cash;
pub use crate::output::figures::changes::changes;
pub use crate::output::figures::decision::{Knowing, decision, frontier, information, pairs};
pub use crate::output::figures::desk::desk;
pub use crate::output::figures::error_budget::error_budget;
pub use crate::output::figures::losses::losses;
pub use crate::output::figures::regret::regret;
pub use crate::output::figures::runs::{BestOfRun, runs};
pub use crate::output::figures::segments::segments;
pub use crate::output::figures::strategies::{compared, no_roi, strategies};
pub use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium, capital, strategy};
pub use crate::output::figures::variants::{MOST_ACROSS, Turned, variants};

#[cfg(test)]
mod tests {
    use crate::analysis::error_budget::{ErrorBudget, Split};
    use crate::analysis::findings::{Findings, analyse};
    use crate::analysis::summary::{Comparison, DeskTotals};
    use crate::engine::progress::NoProgress;
    use crate::engine::simulate::Simulation;
    use crate::input::{Request, load};
    use crate::language::{Language, Locale};
    use crate::model::segment::SegmentColumn;
    use crate::output::figures::{
        Column, Figure, Figures, Medium, Turned, account_differences, accounts, capital, desk, error_budget, losses,
        regret, segments, strategies, variants,
    };
    use crate::output::report::data::About;
    use crate::output::variant::foremost;

    fn findings() -> Findings {
        studied().1
    }

    fn studied() -> (About, Findings) {
        let mut request = Request::builtin("city-hotel");
        request.draws = Some(1);
        request.set = vec!["study.engine=expected".to_string()];
        let study = load(&request).unwrap().study;
        let mut simulation = Simulation::new(&study);
        simulation.run_to(1, &NoProgress).unwrap();
        (About::of(&study), analyse(&study, &simulation.results()))
    }

    /// What a row of a table says.
    fn row(figures: &Figures, i: usize) -> Vec<Figure> {
        figures.rows[i].cells.clone()
    }

    #[test]
    fn the_desk_is_told_by_strategy_with_its_worst_period() {
        let findings = findings();
        let first: &Comparison = &findings.comparisons[0];
        let locale = Locale::of(Language::English);
        let table = desk(locale, first, "36 months").unwrap();
        assert_eq!(table.rows.len(), first.strategies.len());
        // Asking overloads the one position in every month; a second one and a front line carry it.
        let [ask, both] = [1, 3].map(|s| DeskTotals::of(&first.strategies[s]).unwrap());
        assert_eq!((ask.overloaded, both.overloaded), (36, 0));
        assert!(ask.greatest_utilisation > 1.0 && ask.served < 1.0 && ask.in_time < 0.1, "{ask:?}");
        assert!(both.greatest_utilisation < 1.0 && both.in_time > 0.5, "{both:?}");
        assert!(ask.mean_load <= ask.greatest_load);
        assert_eq!(row(&table, 1)[6], Figure::Amount(36.0));
    }

    #[test]
    fn segments_sum_to_the_customers_and_their_money_has_no_shared_line() {
        let findings = findings();
        let first = &findings.comparisons[0];
        let locale = Locale::of(Language::English);
        let [customers, money] = segments(locale, first, "USD").unwrap();
        assert_eq!((customers.rows.len(), money.rows.len()), (10, 10));
        let Figure::Amount(start) = row(&customers, 0)[2] else { panic!() };
        assert_eq!(start, 30_000.0);
        let lost: f64 = first.strategies[3].segments.iter().map(|segment| segment.row.lost()).sum();
        assert!((lost - first.strategies[3].lost.total()).abs() < 1e-6 * lost);
        let worth = |s: usize| {
            let rows = first.strategies[s].segments.iter().map(|segment| segment.row);
            rows.map(|r| r.get(SegmentColumn::Contribution) - r.get(SegmentColumn::Programme)).sum::<f64>()
        };
        // The second agent and the training belong to nobody in particular.
        let shared = worth(3) - worth(0) - first.strategies[3].difference.npv.mean;
        assert!(shared > 200_000.0, "{shared}");
        let difference = |i: usize| match row(&money, i)[5] {
            Figure::Signed(difference) => difference,
            _ => panic!("{:?}", row(&money, i)),
        };
        assert!((difference(6) + difference(7) - (worth(3) - worth(0))).abs() < 1e-6);
        assert_eq!(row(&money, 0)[5], Figure::Nothing);
    }

    #[test]
    fn many_rows_by_segment_are_those_of_the_reference_and_the_best_in_the_terminal() {
        let mut findings = findings();
        let locale = Locale::of(Language::English);
        let first = &mut findings.comparisons[0];
        let best = first.best();
        for strategy in &mut first.strategies {
            strategy.segments = vec![strategy.segments.clone(); 3].concat();
        }
        let [customers, _] = segments(locale, first, "USD").unwrap();
        let shown = |medium: Medium| customers.clone().on(medium);
        assert_eq!((shown(Medium::Terminal).rows.len(), shown(Medium::Page).rows.len()), (12, 30));
        assert_eq!((shown(Medium::Terminal).remarks.len(), shown(Medium::Page).remarks.len()), (1, 0));
        assert_eq!(row(&shown(Medium::Terminal), 6)[0], Figure::Text(first.strategies[best].name.to_string()));
    }

    #[test]
    fn variants_are_told_with_the_model_as_it_is_before_them_and_the_turned_ones_marked() {
        let findings = findings();
        let found = &findings.variants[0];
        let locale = Locale::of(Language::English);
        let all = variants(locale, found, Turned::AndOthers, 9, "USD").unwrap();
        assert_eq!(all.rows.len(), found.variants.len() + 1);
        assert_eq!(row(&all, 0)[0], Figure::Text("base model".to_string()));
        assert_eq!(
            all.columns.iter().map(Column::title).collect::<Vec<_>>(),
            ["Model variant", "Best", "ask", "answer fast", "ask and answer", "prevent"]
        );
        let turned = variants(locale, found, Turned::Alone, 9, "USD").unwrap();
        assert_eq!(turned.clone().on(Medium::Page), Figures { left_out: None, ..turned.clone() });
        let turned = turned.on(Medium::Terminal);
        assert_eq!((turned.rows.len(), turned.remarks.len()), (found.turning(found.best).count() + 1, 1));
        assert!(turned.rows[1..].iter().all(|line| line.is_marked && line.note.is_empty()));
        let few = variants(locale, found, Turned::AndOthers, 1, "USD").unwrap();
        assert_eq!((few.columns.len(), few.remarks.len()), (3, 1));
        assert!(foremost(found, 2).contains(&found.best));
    }

    #[test]
    fn a_medium_shows_the_columns_that_it_has_room_for() {
        let (about, findings) = studied();
        let locale = Locale::of(Language::English);
        let all = strategies(locale, &about, &findings, 0);
        let columns = |medium: Medium| all.clone().on(medium).columns.len();
        assert_eq!([Medium::Terminal, Medium::Page, Medium::Workbook].map(columns), [8, 12, 15]);
        for medium in [Medium::Terminal, Medium::Page, Medium::Workbook] {
            let table = all.clone().on(medium);
            assert!(table.rows.iter().all(|line| line.cells.len() == table.columns.len()), "{medium:?}");
        }
        let terminal = all.on(Medium::Terminal);
        let (first, best) = (&findings.comparisons[0], findings.comparisons[0].best());
        assert_eq!(row(&terminal, 0)[1], Figure::Text("reference".to_string()));
        assert_eq!(row(&terminal, best)[1], Figure::Signed(first.strategies[best].difference.npv.mean));
        assert!(terminal.rows[best].is_marked);
    }

    #[test]
    fn accounts_sum_to_what_stands_below_them() {
        let findings = findings();
        let first = &findings.comparisons[0];
        let locale = Locale::of(Language::English);
        let sum = |figures: &[Figure]| figures.iter().filter_map(Figure::number).sum::<f64>();
        let table = account_differences(locale, first, "USD").unwrap();
        let (total, parts) = table.rows.split_last().unwrap();
        assert!(total.is_sum && parts.iter().all(|line| !line.is_sum));
        for (i, summary) in first.strategies.iter().enumerate().skip(1) {
            let column: Vec<Figure> = parts.iter().map(|line| line.cells[i].clone()).collect();
            // Accounts that differ by less than half a unit are left out.
            assert!((sum(&column) - summary.difference.npv.mean).abs() < 10.0, "{}", &*summary.name);
        }
        for (i, summary) in first.strategies.iter().enumerate() {
            let cells = row(&accounts(locale, first), i);
            let (npv, parts) = cells.split_last().unwrap();
            assert_eq!(npv.number(), Some(summary.worth.npv.mean));
            assert!((sum(parts) - summary.worth.npv.mean).abs() < 1e-6 * summary.worth.npv.mean.abs());
        }
    }

    #[test]
    fn losses_have_their_total_in_the_workbook_alone() {
        let findings = findings();
        let first = &findings.comparisons[0];
        let table = losses(Locale::of(Language::English), first);
        let lost = &first.strategies[1].lost;
        assert_eq!(row(&table, 1)[7], Figure::Amount(lost.total()));
        let page = table.on(Medium::Page);
        assert_eq!((row(&page, 1)[7].clone(), page.columns.len()), (Figure::Amount(lost.excess()), 9));
    }

    #[test]
    fn without_a_spread_only_the_time_step_has_an_error() {
        let (about, findings) = studied();
        let locale = Locale::of(Language::English);
        assert!(!about.has_error_budget());
        let table = error_budget(locale, &about, &findings.comparisons[0]).unwrap().on(Medium::Page);
        assert_eq!((table.columns.len(), table.rows.len(), table.remarks.len()), (2, 4, 0));
    }

    #[test]
    fn a_part_of_the_spread_that_rounds_to_nothing_is_too_small_to_measure() {
        let (about, mut findings) = studied();
        let mut identity = about.identity.clone();
        (identity.draws, identity.engine) = (100, "cohort".to_string());
        let about = About { identity, is_uncertain: true, has_chance: true, ..about };
        let budget =
            ErrorBudget { parameters: 4e6, customers: 0.0, standard_error: 200.0, split: Split::ExpectedEngine };
        for strategy in &mut findings.comparisons[0].strategies {
            strategy.error_budget = budget;
        }
        for (language, said) in [
            (Language::English, "too small to measure"),
            (Language::Chinese, "太小，无法测出"),
            (Language::Spanish, "demasiado pequeño para medirlo"),
        ] {
            let table = error_budget(Locale::of(language), &about, &findings.comparisons[0]).unwrap();
            for medium in [Medium::Terminal, Medium::Page, Medium::Workbook] {
                let table = table.clone().on(medium);
                let column = table.columns.len() - if medium == Medium::Workbook { 4 } else { 3 };
                assert_eq!(row(&table, 0)[column], Figure::Text(said.to_string()), "{medium:?}");
                assert_eq!(row(&table, 0)[column - 1], Figure::Deviation(2_000.0, Some(1.0)), "{medium:?}");
            }
        }
        // Where no input is uncertain, there is no such part.
        let certain = About { is_uncertain: false, ..about };
        let table = error_budget(Locale::of(Language::English), &certain, &findings.comparisons[0]).unwrap();
        assert_eq!(row(&table.on(Medium::Page), 0)[1], Figure::Nothing);
    }

    #[test]
    fn the_greatest_regret_stands_before_the_scenarios() {
        let mut findings = findings();
        let locale = Locale::of(Language::English);
        let table = regret(locale, &findings.scenario_names(), &findings.across, "USD").unwrap();
        let scenarios = findings.comparisons.len();
        for i in 0..table.rows.len() {
            let numbers: Vec<f64> = row(&table, i).iter().filter_map(Figure::number).collect();
            let greatest = numbers[1..=scenarios].iter().copied().fold(0.0, f64::max);
            assert_eq!(numbers[0], greatest);
        }
        findings.comparisons.truncate(1);
        assert!(regret(locale, &findings.scenario_names(), &findings.across, "USD").is_none());
    }

    #[test]
    fn heads_begin_with_a_capital_on_the_page() {
        assert_eq!(
            (capital("mean load"), capital("NPV"), capital("策略")),
            ("Mean load".into(), "NPV".into(), "策略".into())
        );
        assert_eq!((capital("último"), capital("")), ("Último".into(), String::new()));
    }
}
