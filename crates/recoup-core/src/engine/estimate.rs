//! What a run or a story will take, from the plan alone: peak memory, and how much there is to simulate.
//!
//! Memory is added up from what is held at once: sets of parameters, sums of the batches in flight, records, customers,
//! and what analysis and reports keep of each. The constants were measured; the estimate is good to within a factor of two.

use crate::diagnostic::Diagnostic;
use crate::engine::agents::chronicle::PART_BYTES;
use crate::engine::agents::happening::Happening;
use crate::engine::agents::person::Person;
use crate::engine::agents::points::BLOCK;
use crate::engine::control::MOST_FOR_EACH;
use crate::engine::records::{RECORD_BYTES, RECORDS_IN_MEMORY};
use crate::engine::side_by_side::threads;
use crate::engine::simulate::{BATCH, TRACED, TRACED_NUMBERS, WINDOW, kept_swept_periods, people, shares_out};
use crate::engine::tally::RowMoments;
use crate::model::money::Accounts;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{EngineKind, Scenario, Study};
use crate::scenario::word_of_mouth::NetworkKind;

/// What something will take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Peak memory, in bytes.
    pub memory: f64,
    /// Periods to simulate: of whole strategies, or of single customers for the engine `agents`.
    pub periods: f64,
    /// Whether they are customers'.
    pub of_customers: bool,
}

/// Bytes of the program with the fonts, pictures and workbook of a report; and without.
const REPORT: f64 = 85e6;
const PROGRAM: f64 = 28e6;
/// Bytes of a set of parameters, as they are written, checked and drawn.
const CASE: f64 = 20e3;
/// Bytes that analysis and report keep of a set of parameters, and of a period of it.
const FIGURES: f64 = 400e3;
const FIGURES_PERIOD: f64 = 5e3;

impl Estimate {
    /// Of a run of the study, with report and charts.
    pub fn of_run(study: &Study) -> Self {
        Estimate::of_run_with(study, threads())
    }

    fn of_run_with(study: &Study, threads: usize) -> Self {
        let settings = &study.settings;
        let sets = parameter_sets(study);
        let draws = settings.draws as f64;
        let simulations = match settings.engine {
            EngineKind::Expected => draws,
            EngineKind::Cohort | EngineKind::Agents => settings.simulations() as f64,
        };
        let point = &study.scenarios[0].strategies[0].parameters.point;
        let periods = f64::from(point.horizon.periods);
        let batches = (simulations / BATCH as f64).ceil();
        // Sums of a set of parameters: the engine's simulations and the expected engine.
        let sums = 2.0 * periods * (size_of::<RowMoments>() + size_of::<Accounts>()) as f64;
        let swept_periods: f64 = kept_swept_periods(study).into_iter().map(f64::from).sum();
        let swept_sums = swept_periods * size_of::<Accounts>() as f64;
        let traced = (TRACED_NUMBERS as f64 / (2.0 * sets * periods)).clamp(20.0, TRACED as f64).min(simulations);
        let traces = 2.0 * traced * 2.0 * periods * size_of::<f64>() as f64;
        let in_flight = batches.min(WINDOW as f64) + f64::from(u64::BITS - (batches as u64).leading_zeros());
        let swept: f64 = study
            .sweeps
            .iter()
            .flat_map(|sweep| sweep.scenarios.iter().flatten())
            .map(|strategy| strategy.cases.len() as f64)
            .sum();
        let further = if study.is_controlled() { MOST_FOR_EACH as f64 * draws } else { 0.0 };
        let records = RECORD_BYTES as f64 * (sets * (simulations + draws + further) + swept * draws);
        let populations = match settings.engine {
            EngineKind::Agents if shares_out(study) => 1.0,
            EngineKind::Agents => (threads as f64).min(batches),
            EngineKind::Expected | EngineKind::Cohort => 0.0,
        };
        let people = study.scenarios.iter().map(|s| population(&s.strategies[0].parameters.point)).fold(0.0, f64::max);
        let kept = sets * (CASE + sums + traces) + swept * CASE + records.min(RECORDS_IN_MEMORY as f64);
        let simulating = PROGRAM + in_flight * (sets * sums + swept_sums) + populations * people;
        let reporting = REPORT + sets * (FIGURES + FIGURES_PERIOD * periods);
        let memory = kept + f64::max(simulating, reporting);
        let of_customers = settings.engine == EngineKind::Agents;
        let alive = if of_customers { point.market.customers.max(1.0) } else { 1.0 };
        Estimate { memory, periods: (sets * simulations + swept * draws) * periods * alive, of_customers }
    }

    /// Of the stories of customers of a scenario.
    pub fn of_story(scenario: &Scenario) -> Self {
        Estimate::of_story_with(scenario, threads())
    }

    fn of_story_with(scenario: &Scenario, threads: usize) -> Self {
        let point = &scenario.strategies[0].parameters.point;
        let strategies = scenario.strategies.len() as f64;
        let (periods, customers) = (f64::from(point.horizon.periods), point.market.customers);
        let network = point.network.kind != NetworkKind::Mixing;
        let followed = if network { customers } else { customers.min((BLOCK * threads) as f64) };
        let happenings =
            (followed * strategies * (0.05 * periods + 1.0) * size_of::<Happening>() as f64).min(PART_BYTES);
        let memory = PROGRAM + strategies * (CASE + 100.0 * periods) + population(point) + happenings;
        Estimate { memory, periods: 2.0 * strategies * periods * customers, of_customers: true }
    }

    /// Of a question about a scenario, which evaluates the expected engine.
    pub fn of_question(study: &Study) -> Self {
        let sets = parameter_sets(study);
        let draws = study.settings.draws as f64;
        let memory =
            PROGRAM + sets * CASE + study.scenarios[0].strategies.len() as f64 * draws * 4.0 * RECORD_BYTES as f64;
        Estimate { memory, periods: 0.0, of_customers: false }
    }

    /// Of several runs, of which so many run at once.
    pub fn of_several(mut runs: Vec<Estimate>, at_once: usize) -> Self {
        runs.sort_by(|a, b| b.memory.total_cmp(&a.memory));
        Estimate {
            memory: runs.iter().take(at_once).map(|run| run.memory).sum(),
            periods: runs.iter().map(|run| run.periods).sum(),
            of_customers: runs.iter().any(|run| run.of_customers),
        }
    }

    /// Refuses what needs more than `most` bytes.
    ///
    /// # Errors
    /// It does.
    pub fn within(&self, most: Option<u64>) -> Result<(), Diagnostic> {
        let Some(most) = most.filter(|&most| self.memory > most as f64) else { return Ok(()) };
        let message =
            format!("it would take about {} of memory, and may take {}", size(self.memory), size(most as f64));
        let engine = if self.of_customers { ", or the engine `cohort`" } else { "" };
        Err(Diagnostic::error("S067", message).with_help(format!(
            "use fewer scenarios, strategies or periods{engine}; `--memory SIZE` allows more, as in --memory 16G"
        )))
    }
}

/// Strategies of all scenarios.
fn parameter_sets(study: &Study) -> f64 {
    study.scenarios.iter().map(|scenario| scenario.strategies.len() as f64).sum()
}

/// Bytes of one population of single customers.
fn population(parameters: &Parameters) -> f64 {
    let individuals = &parameters.individuals;
    let differ = individuals.loyalty_sd > 0.0 || individuals.spend_cv > 0.0;
    let traits = if differ { size_of::<Person>() as f64 } else { 0.0 };
    people(parameters)
        * match parameters.network.kind {
            // State and vacancy; episodes of a period are few. The generation of a seat matters where customers differ.
            NetworkKind::Mixing if differ => 4.0 + traits,
            NetworkKind::Mixing => 2.0,
            // What they heard too, messages of a period, and both ends of every tie, while the network is built twice.
            _ => 25.0 + traits + 12.0 * (parameters.network.degree + 1.0),
        }
}

/// An amount of memory for people.
pub fn size(bytes: f64) -> String {
    match bytes {
        _ if bytes >= 10e9 => format!("{:.0} GB", bytes / 1e9),
        _ if bytes >= 1e9 => format!("{:.1} GB", bytes / 1e9),
        _ => format!("{:.0} MB", (bytes / 1e6).max(1.0)),
    }
}

/// Reads an amount of memory: bytes, or with K, M, G or T behind it, for thousands or, as KiB and so on, for 1024.
///
/// # Errors
/// It is none.
pub fn read_size(text: &str) -> Result<u64, String> {
    let wrong = || format!("`{text}` is no amount of memory: write it as 500M or 16G");
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '_').unwrap_or(text.len());
    let number: f64 = text[..end].replace('_', "").parse().map_err(|_| wrong())?;
    let unit = text[end..].trim().to_ascii_uppercase();
    let step: f64 = if unit.ends_with("IB") { 1024.0 } else { 1000.0 };
    let power = match unit.strip_suffix("IB").or(unit.strip_suffix('B')).unwrap_or(&unit) {
        "" => 0,
        "K" => 1,
        "M" => 2,
        "G" => 3,
        "T" => 4,
        _ => return Err(wrong()),
    };
    let bytes = (0..power).fold(number, |bytes, _| bytes * step);
    if bytes >= 1.0 { Ok(bytes as u64) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use crate::engine::estimate::{Estimate, read_size, size};
    use crate::input::source::Origin;
    use crate::input::{Request, load};
    use crate::scenario::study::{EngineKind, Study};

    fn study(plan: &Plan) -> Study {
        let Plan { strategies, scenarios, periods, draws, replicates, engine, customers, .. } = plan;
        let mut text = format!(
            "title = 'x'\ncurrency = 'USD'\nextends = 'preset:tarp-major'\n\
             [study]\ndraws = {draws}\nreplicates = {replicates}\nengine = '{engine}'\n\
             [horizon]\nperiods = {periods}\n[market]\ncustomers = {customers}\nprospects = 40000\n\
             [[segment]]\nname = 'all'\nshare = 1.0\npurchases_per_year = 2.0\nmargin = 100.0\nretention_cost = 20.0\n\
             base_loyalty = 0.87\n\
             [[failure]]\nname = 'major'\nseverity = 'major'\ncause = 'process'\nper = 'year'\n\
             rate = {{ mean = 0.075, sd = 0.02 }}\n"
        );
        if *scenarios > 1 {
            (0..*scenarios).for_each(|i| text.push_str(&format!("[[scenario]]\nname = 'c{i}'\n")));
        }
        for i in 0..*strategies {
            text.push_str(&format!("[[strategy]]\nname = 's{i}'\n"));
            if i > 0 {
                let mean = 0.5 + 0.3 * f64::from(i) / f64::from(*strategies);
                let recovery = format!("recovery = {{ resolves = {{ mean = {mean}, sd = 0.02 }} }}\n");
                text.push_str(&format!("{recovery}costs = {{ setup = {} }}\n", i + 1));
            }
        }
        load(&Request::new(Origin::Text { name: "x".into(), text })).expect("it is a study").study
    }

    struct Plan {
        strategies: u32,
        scenarios: u32,
        periods: u32,
        draws: u64,
        replicates: u64,
        engine: &'static str,
        customers: u64,
        /// Peak resident memory of `recoup run` on Linux with two threads, in megabytes.
        measured: f64,
    }

    #[test]
    fn estimates_are_within_a_factor_of_two_of_what_was_measured() {
        for (strategies, scenarios, periods, draws, replicates, engine, customers, measured) in MEASURED {
            let plan = Plan { strategies, scenarios, periods, draws, replicates, engine, customers, measured };
            let ratio = Estimate::of_run_with(&study(&plan), 2).memory / (plan.measured * 1e6);
            assert!((0.5..=2.0).contains(&ratio), "{strategies} {scenarios} {periods} {draws} {engine}: {ratio}");
        }
    }

    /// The fields of a [`Plan`], in order.
    type Row = (u32, u32, u32, u64, u64, &'static str, u64, f64);

    const MEASURED: [Row; 12] = [
        (2, 1, 12, 100, 1, "expected", 10_000, 97.0),
        (2, 1, 12, 1000, 10, "cohort", 10_000, 100.0),
        (10, 1, 12, 100, 1, "expected", 10_000, 108.0),
        (30, 1, 12, 100, 1, "expected", 10_000, 114.0),
        (10, 3, 12, 100, 1, "cohort", 10_000, 118.0),
        (30, 10, 12, 10, 1, "expected", 10_000, 236.0),
        (30, 10, 12, 500, 1, "expected", 10_000, 296.0),
        (10, 1, 500, 100, 1, "cohort", 10_000, 175.0),
        (2, 1, 5000, 50, 1, "cohort", 10_000, 218.0),
        (2, 1, 12, 20, 5, "agents", 1_000_000, 98.0),
        (2, 1, 12, 4, 1, "agents", 20_000_000, 103.0),
        (4, 1, 12, 100_000, 1, "expected", 10_000, 119.0),
    ];

    #[test]
    fn estimates_of_stories_are_too() {
        for (case, measured) in STORIES {
            let mut request = Request::builtin(case);
            request.engine = Some(EngineKind::Agents);
            let study = load(&request).expect("it is shipped").study;
            let ratio = Estimate::of_story_with(&study.scenarios[0], 2).memory / (measured * 1e6);
            assert!((0.5..=2.0).contains(&ratio), "{case}: {ratio}");
        }
    }

    /// Peak resident memory of `recoup story`, in megabytes, likewise.
    const STORIES: [(&str, f64); 6] = [
        ("tarp-major", 31.0),
        ("complaint-styles", 43.0),
        ("case:british-airways", 47.0),
        ("case:fedex", 51.0),
        ("case:scotiabank", 39.0),
        ("case:ge-answer-center", 102.0),
    ];

    #[test]
    fn what_is_beyond_is_refused_with_the_way_out() {
        let estimate = Estimate { memory: 3e9, periods: 1.0, of_customers: false };
        assert!(estimate.within(None).is_ok() && estimate.within(Some(3_000_000_000)).is_ok());
        let refused = estimate.within(Some(2_000_000_000)).unwrap_err();
        assert_eq!(refused.message, "it would take about 3.0 GB of memory, and may take 2.0 GB");
        assert!(refused.help.unwrap().contains("--memory"));
        let small = Estimate { memory: 1e9, periods: 5.0, of_customers: true };
        let whole = Estimate::of_several(vec![small, estimate, small], 2);
        assert_eq!(whole, Estimate { memory: 4e9, periods: 11.0, of_customers: true });
    }

    #[test]
    fn amounts_of_memory_are_read_and_written() {
        assert_eq!(
            ["500M", "16 GB", "1GiB", "2_000", "1.5k"].map(read_size),
            [Ok(500_000_000), Ok(16_000_000_000), Ok(1 << 30), Ok(2000), Ok(1500)]
        );
        for wrong in ["", "G", "-1", "5 X", "0", "1.2.3G", "nan"] {
            assert!(read_size(wrong).is_err(), "{wrong}");
        }
        assert_eq!([1e3, 5e8, 1.25e9, 64e9].map(size), ["1 MB", "500 MB", "1.2 GB", "64 GB"]);
    }
}
