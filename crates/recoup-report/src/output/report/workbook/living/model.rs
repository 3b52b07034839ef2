//! What the living sheets are about: which cash stands where, and the inputs that move it.

use crate::analysis::cash::{LeverChange, Parts};
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::analysis::view::LeverUnit;
use crate::language::{Locale, tr};
use crate::model::row::Column;
use crate::output::report::data::ReportData;
use crate::output::report::workbook::living::place::Place;
use crate::scenario::horizon::Horizon;
use crate::scenario::key::Key;

/// The row of the heads on the sheets of periods and levers.
pub(super) const HEAD: u32 = 1;
/// Rows of the sheet of periods beyond which only the first scenario, and then none, has living sheets.
const MOST_ROWS: u32 = 10_000;
/// Columns of a sheet.
const MOST_COLUMNS: usize = 16_000;

/// Names in formulas.
pub(super) const MARGIN: &str = "margin_factor";
pub(super) const PROGRAMME: &str = "programme_cost_factor";

/// The living sheets of a workbook.
pub(crate) struct Living<'a> {
    pub(super) data: &'a ReportData,
    pub(super) locale: &'a Locale,
    pub(super) currency: &'a str,
    /// Strategy by strategy of every scenario.
    pub(super) cases: Vec<Case<'a>>,
    /// The discount rates: one where the scenarios share it, else one a scenario.
    pub(super) rates: Vec<Rate<'a>>,
    pub(super) levers: Vec<Lever<'a>>,
    pub(super) inputs: Place,
    pub(super) periods: Place,
    pub(super) years: Place,
    pub(super) moves: Place,
}

/// A strategy of a scenario, and its rows on the sheet of periods.
pub(super) struct Case<'a> {
    pub comparison: &'a Comparison,
    pub summary: &'a StrategySummary,
    /// The case of the reference.
    pub reference: usize,
    /// Its discount rate.
    pub rate: usize,
    /// Row of the first period.
    pub first: u32,
    /// Row of the last period.
    pub last: u32,
    /// Row of what lies beyond the horizon.
    pub beyond: Option<u32>,
}

/// A discount rate.
pub(super) struct Rate<'a> {
    /// Its name in formulas.
    pub name: String,
    pub value: f64,
    /// The scenario, where it is not that of all.
    pub scenario: Option<&'a str>,
}

/// A swept lever, and its columns on the sheet of levers.
pub(super) struct Lever<'a> {
    /// Its name in formulas.
    pub name: String,
    pub key: &'a str,
    pub unit: LeverUnit,
    pub levels: Vec<f64>,
    /// The level of the study, where it is the same in all strategies.
    pub current: Option<f64>,
    /// The column before its levels.
    pub column: u16,
    /// By case that it moves, what each level changes.
    pub changes: Vec<(usize, &'a [LeverChange])>,
}

impl<'a> Living<'a> {
    /// The living sheets of a run; none where there is too much cash for a sheet.
    pub(crate) fn new(data: &'a ReportData, locale: &'a Locale, currency: &'a str) -> Option<Self> {
        let comparisons = &data.findings.comparisons[..];
        let shown = [comparisons, &comparisons[..1]].into_iter().find(|shown| rows(shown) <= MOST_ROWS)?;
        let rates = rates(shown);
        let place = |name: String| Place::new(&name);
        let mut living = Living {
            cases: cases(shown, rates.len() > 1),
            rates,
            levers: Vec::new(),
            inputs: place(tr!(locale, "book-inputs")),
            periods: place(tr!(locale, "book-cash-periods")),
            years: place(tr!(locale, "book-cash")),
            moves: place(tr!(locale, "book-levers")),
            data,
            locale,
            currency,
        };
        living.levers = living.levers();
        Some(living)
    }

    fn levers(&self) -> Vec<Lever<'a>> {
        let findings = &self.data.findings;
        let mut levers: Vec<Lever<'a>> = Vec::new();
        let mut column = 0;
        for ((scenario, curve), changes) in findings.curves.iter().zip(&findings.lever_changes) {
            let is_meant =
                |case: &Case<'_>| *case.comparison.scenario == **scenario && *case.summary.name == *curve.strategy;
            let Some(case) = self.cases.iter().position(is_meant) else { continue };
            // Another horizon has other periods, and a reference that does not move.
            let is_horizon = Key::parse(&curve.key).is_none_or(|key| key.parts()[0] == "horizon");
            if changes.is_empty() || is_horizon {
                continue;
            }
            if let Some(lever) = levers.iter_mut().find(|lever| lever.key == curve.key) {
                lever.changes.push((case, changes));
                lever.current = lever.current.filter(|level| curve.current == Some(*level));
                continue;
            }
            let width = 4 * changes.len() + 1;
            if usize::from(column) + width > MOST_COLUMNS {
                continue;
            }
            levers.push(Lever {
                name: format!("lever_{}", levers.len() + 1),
                key: &curve.key,
                unit: curve.unit,
                levels: curve.points.iter().map(|point| point.x).collect(),
                current: curve.current,
                column,
                changes: vec![(case, changes)],
            });
            column += width as u16;
        }
        levers
    }

    /// Whether the inputs are those of the study, as a condition.
    pub(super) fn is_as_run(&self) -> String {
        let rates = self.rates.iter().map(|rate| format!("{}={}", rate.name, rate.value));
        let factors = [MARGIN, PROGRAMME].map(|name| format!("{name}=1"));
        let levers = self.levers.iter().map(|lever| format!("{}=0", lever.level()));
        format!("AND({})", rates.chain(factors).chain(levers).collect::<Vec<_>>().join(","))
    }
}

impl Case<'_> {
    pub(super) fn horizon(&self) -> &Horizon {
        &self.comparison.horizon
    }

    /// Whether it is the reference of its scenario.
    pub(super) fn is_reference(&self) -> bool {
        self.comparison.strategies.first().is_some_and(|first| std::ptr::eq(first, self.summary))
    }

    /// Rows of its periods, with what lies beyond the horizon.
    pub(super) fn rows(&self) -> u32 {
        self.beyond.unwrap_or(self.last)
    }

    /// The mean share of customers who stay in the last period.
    pub(super) fn stays(&self) -> f64 {
        self.summary.periods.last().map_or(0.0, |row| {
            let active = row.get(Column::Active);
            if active > 0.0 { 1.0 - row.lost() / active } else { 0.0 }
        })
    }

    /// Undiscounted cash of a period, and the worth beyond the horizon after the last.
    pub(super) fn parts(&self, row: u32) -> Parts {
        let cash = &self.summary.cash;
        Parts::of(cash.periods.get((row - self.first) as usize).unwrap_or(&cash.beyond))
    }
}

impl Lever<'_> {
    /// The name of the number of its level, 0 where it is as in the study.
    pub(super) fn level(&self) -> String {
        format!("{}_level", self.name)
    }

    /// The first column of a part of its changes.
    pub(super) fn part(&self, part: usize) -> u16 {
        self.column + 1 + (part * self.levels.len()) as u16
    }
}

/// The parts of cash with the sign with which they enter the NPV.
pub(super) fn signed(parts: &Parts) -> [f64; 4] {
    // No cost is 0, not -0.
    [parts.margin, 0.0 - parts.customers, 0.0 - parts.running, 0.0 - parts.setup]
}

/// Rows of the sheet of periods that scenarios take.
fn rows(comparisons: &[Comparison]) -> u32 {
    let strategies = comparisons.iter().flat_map(|comparison| &comparison.strategies);
    strategies.map(|summary| summary.cash.periods.len() as u32 + 1).fold(0, u32::saturating_add)
}

fn cases(comparisons: &[Comparison], has_rates: bool) -> Vec<Case<'_>> {
    let mut cases = Vec::new();
    let mut next = HEAD + 1;
    for (scenario, comparison) in comparisons.iter().enumerate() {
        let reference = cases.len();
        let goes_beyond = comparison.strategies.iter().any(|summary| summary.cash.goes_beyond());
        for summary in &comparison.strategies {
            let first = next;
            let last = first + (summary.cash.periods.len() as u32).max(1) - 1;
            let beyond = goes_beyond.then_some(last + 1);
            next = beyond.unwrap_or(last) + 1;
            let rate = if has_rates { scenario } else { 0 };
            cases.push(Case { comparison, summary, reference, rate, first, last, beyond });
        }
    }
    cases
}

fn rates(comparisons: &[Comparison]) -> Vec<Rate<'_>> {
    let value = |comparison: &Comparison| comparison.horizon.discount_rate;
    let is_one = comparisons.iter().all(|comparison| value(comparison) == value(&comparisons[0]));
    let shown = if is_one { &comparisons[..1] } else { comparisons };
    let mut rates = Vec::new();
    for (i, comparison) in shown.iter().enumerate() {
        let name = if i == 0 { "discount_rate".to_string() } else { format!("discount_rate_{}", i + 1) };
        rates.push(Rate { name, value: value(comparison), scenario: (!is_one).then_some(&*comparison.scenario) });
    }
    rates
}
