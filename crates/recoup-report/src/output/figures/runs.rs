//! The runs of a batch, one line each.

use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line};
use crate::scenario::horizon::Period;
use crate::stats::band::Band;

/// The best strategy of one scenario of a run, against the reference.
#[derive(Clone, Debug)]
pub struct BestOfRun {
    /// Name of the run.
    pub run: String,
    /// Title of its study.
    pub title: String,
    /// Settings beside the study's own.
    pub set: String,
    /// Name of the scenario.
    pub scenario: String,
    /// Name of the strategy with the highest mean NPV.
    pub strategy: String,
    /// Whether that is the reference.
    pub is_reference: bool,
    /// Currency code.
    pub currency: String,
    /// Length of a period.
    pub period: Period,
    /// NPV less the reference's, money.
    pub npv_difference: Band,
    /// Return on investment.
    pub roi: Option<f64>,
    /// First period, from 1, from which it has paid back.
    pub payback_period: Option<u64>,
    /// Probability of being the best.
    pub p_best: f64,
    /// Customers kept against the reference, on average.
    pub customers_kept: f64,
}

impl BestOfRun {
    /// The mean NPV less the reference's.
    pub fn gain(&self, locale: &Locale) -> Figure {
        let gain = self.npv_difference.mean;
        Figure::Worded(gain, locale.in_currency(locale.signed(gain), &self.currency))
    }
}

/// The runs in their order, numbered from 1. Without a caption.
pub fn runs(locale: &Locale, runs: &[&BestOfRun]) -> Figures {
    let columns = vec![
        Column::new("#".to_string(), Kind::Words),
        Column::new(tr!(locale, "head-study"), Kind::Words),
        Column::new(tr!(locale, "head-scenario"), Kind::Words),
        Column::new(tr!(locale, "head-best-strategy"), Kind::Words),
        Column::new(tr!(locale, "batch-head-gain"), Kind::Amount),
        Column::interval(locale, Kind::Amount),
        Column::new(tr!(locale, "head-roi"), Kind::Share),
        Column::new(tr!(locale, "head-payback-time"), Kind::Number),
        Column::new(tr!(locale, "head-p-best"), Kind::Share),
        Column::new(tr!(locale, "head-kept"), Kind::Amount),
    ];
    let row = |(i, run): (usize, &&BestOfRun)| {
        // In years, so that periods of any length compare.
        let payback = |number: u64| {
            Figure::Worded(number as f64 / run.period.per_year(), locale.periods(number, run.period.name()))
        };
        let mut cells = vec![Figure::Number((i + 1) as f64, 0)];
        cells.extend([&run.run, &run.scenario, &run.strategy].map(|text| Figure::Text(text.clone())));
        cells.extend(match run.is_reference {
            true => [Figure::Text(tr!(locale, "batch-as-is")), Figure::Nothing],
            false => [run.gain(locale), Figure::interval(&run.npv_difference, Figure::SignedShort)],
        });
        cells.extend([
            run.roi.map_or(Figure::Nothing, Figure::Share),
            run.payback_period.map_or(Figure::Nothing, payback),
            Figure::Chance(run.p_best),
            Figure::Signed(run.customers_kept),
        ]);
        let notes = [&run.title, &run.set].into_iter().filter(|note| !note.is_empty());
        Line { note: notes.cloned().collect::<Vec<String>>().join("\n"), ..Line::new(cells) }
    };
    Figures::new(String::new(), columns, runs.iter().enumerate().map(row).collect())
}
