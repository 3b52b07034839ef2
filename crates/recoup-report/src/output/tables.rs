//! The tables of a result folder: histories, inputs, periods, summary. See `docs/results.md`.

use crate::analysis::error_budget::ErrorBudget;
use crate::analysis::summary::Comparison;
use crate::engine::records::Record;
use crate::engine::simulate::Results;
use crate::engine::tally::RowMoments;
use crate::error::Error;
use crate::model::money::Account;
use crate::model::row::COLUMN_NAMES;
use crate::model::segment::SEGMENT_COLUMN_NAMES;
use crate::output::contents::Keep;
use crate::output::folder::Folder;
use crate::output::table::{CHUNK, Chunk, Values, csv_text, write_table};
use crate::scenario::study::Study;
use crate::units::period_number;

/// A table of a run, whose chunks are made one after the other.
pub struct RunTable<'a> {
    /// Its name.
    pub name: &'static str,
    /// Rows of all chunks together.
    pub rows: usize,
    /// The chunks.
    pub chunks: Box<dyn Iterator<Item = Chunk> + 'a>,
}

impl<'a> RunTable<'a> {
    fn new(name: &'static str, rows: usize, chunks: impl Iterator<Item = Chunk> + 'a) -> Self {
        RunTable { name, rows, chunks: Box::new(chunks) }
    }
}

/// The tables of a run that are kept.
pub fn run_tables<'a>(
    study: &'a Study,
    results: &'a Results,
    comparisons: &'a [Comparison],
    keep: Keep,
) -> Vec<RunTable<'a>> {
    let mut tables = Vec::new();
    if keep >= Keep::Histories {
        let histories = Histories::new(study, results);
        let rows = histories.rows;
        let chunks = (0..histories.chunks()).map(move |chunk| histories.chunk(study, results, chunk));
        tables.push(RunTable::new("histories", rows, chunks));
        tables.push(inputs(study, results));
    }
    if keep >= Keep::Periods {
        tables.push(periods(study, results));
        tables.push(cash(comparisons));
    }
    tables.push(segments(comparisons));
    tables.push(summary(study, comparisons));
    tables
}

/// Writes the tables that are kept.
pub fn write_tables(
    folder: &mut Folder,
    study: &Study,
    results: &Results,
    comparisons: &[Comparison],
    keep: Keep,
) -> Result<(), Error> {
    copies(folder, study)?;
    let mut tables = run_tables(study, results, comparisons, keep).into_iter();
    tables.try_for_each(|table| write_table(folder, table.name, table.rows, table.chunks))
}

/// Copies of the network files and the logo that the study reads, so that the folder's study runs by itself.
pub fn copies(folder: &mut Folder, study: &Study) -> Result<(), Error> {
    if let Some(logo) = &study.logo {
        folder.write(logo.name, &logo.bytes)?;
    }
    for (name, edges) in &study.networks {
        let end = |i: usize| Values::Whole(edges.0.iter().map(|pair| u64::from(pair[i])).collect());
        let text = csv_text(name, &vec![("person".to_string(), end(0)), ("contact".to_string(), end(1))])?;
        folder.write(name, &text)?;
    }
    Ok(())
}

/// Scenario and strategy of every strategy's results, in order.
fn each_strategy(study: &Study) -> impl Iterator<Item = (usize, usize)> + '_ {
    study.scenarios.iter().enumerate().flat_map(|(s, scenario)| (0..scenario.strategies.len()).map(move |i| (s, i)))
}

fn text(value: &str, rows: usize) -> Values {
    Values::Text(vec![value.to_string(); rows])
}

/// The table of all simulations, by the places of its chunks.
#[derive(Clone, Debug)]
pub struct Histories {
    /// Rows of all chunks together.
    pub rows: usize,
    /// Scenario, strategy and first simulation of each chunk.
    places: Vec<[usize; 3]>,
    replicates: u64,
}

impl Histories {
    /// The simulations of a run.
    pub fn new(study: &Study, results: &Results) -> Self {
        let count = |s: usize, i: usize| results.scenarios[s].strategies[i].simulations.records.len();
        // Without luck a draw has one simulation.
        let most = each_strategy(study).map(|(s, i)| count(s, i)).max().unwrap_or(1) as u64;
        let replicates = if most == study.settings.simulations() { study.settings.replicates } else { 1 };
        let places =
            each_strategy(study).flat_map(|(s, i)| (0..count(s, i)).step_by(CHUNK).map(move |start| [s, i, start]));
        let places = places.collect();
        Histories { rows: each_strategy(study).map(|(s, i)| count(s, i)).sum(), places, replicates }
    }

    /// How many chunks there are.
    pub fn chunks(&self) -> usize {
        self.places.len()
    }

    /// A chunk by its number; `study` and `results` are those of [`new`](Histories::new).
    pub fn chunk(&self, study: &Study, results: &Results, number: usize) -> Chunk {
        let [s, i, start] = self.places[number];
        let scenario = &study.scenarios[s];
        let strategies = &results.scenarios[s].strategies;
        let (records, reference) = (&strategies[i].simulations.records, &strategies[0].simulations.records);
        let end = (start + CHUNK).min(records.len());
        let here: Vec<Record> = records.iter_from(start).take(end - start).collect();
        // One certain reference stands for all.
        let of_reference = reference.iter_from(start.min(reference.len() - 1));
        let mut last = Record::default();
        let padded = of_reference.map(Some).chain(std::iter::repeat(None));
        let difference = here.iter().zip(padded).map(|(record, reference)| {
            last = reference.unwrap_or(last);
            record.npv() - last.npv()
        });
        let difference: Vec<f64> = difference.collect();
        let number = |part: fn(&Record) -> f64| Values::Number(here.iter().map(part).collect());
        let ids = start as u64..end as u64;
        let replicates = self.replicates;
        vec![
            ("scenario".to_string(), text(&scenario.name, here.len())),
            ("strategy".to_string(), text(&scenario.strategies[i].name, here.len())),
            ("draw".to_string(), Values::Whole(ids.clone().map(|id| id / replicates).collect())),
            ("replicate".to_string(), Values::Whole(ids.map(|id| id % replicates).collect())),
            ("npv".to_string(), number(Record::npv)),
            ("pv_contribution".to_string(), number(|r| r.contribution)),
            ("pv_programme".to_string(), number(|r| r.programme)),
            ("npv_difference".to_string(), Values::Number(difference)),
            ("lost".to_string(), number(|r| r.lost)),
        ]
    }
}

fn inputs<'a>(study: &'a Study, results: &'a Results) -> RunTable<'a> {
    let parameters = &results.inputs;
    let draws = study.settings.draws;
    let rows = usize::try_from(draws).unwrap_or(usize::MAX);
    let chunks = (0..draws).step_by(CHUNK).map(move |start| {
        let end = (start + CHUNK as u64).min(draws);
        let mut columns = vec![Vec::with_capacity((end - start) as usize); parameters.columns().len()];
        for draw in start..end {
            for (column, value) in columns.iter_mut().zip(parameters.values(draw)) {
                column.push(value);
            }
        }
        let mut chunk: Chunk = vec![("draw".to_string(), Values::Whole((start..end).collect()))];
        chunk.extend(parameters.columns().iter().cloned().zip(columns.into_iter().map(Values::Number)));
        chunk
    });
    RunTable::new("inputs", rows, chunks)
}

fn periods<'a>(study: &'a Study, results: &'a Results) -> RunTable<'a> {
    let length = |s: usize, i: usize| results.scenarios[s].strategies[i].simulations.rows.len();
    let rows = each_strategy(study).map(|(s, i)| length(s, i)).sum();
    let chunks = each_strategy(study).map(move |(s, i)| {
        let result = &results.scenarios[s].strategies[i];
        let simulated = &result.simulations.rows;
        let mut chunk: Chunk = vec![
            ("scenario".to_string(), text(&study.scenarios[s].name, simulated.len())),
            ("strategy".to_string(), text(&study.scenarios[s].strategies[i].name, simulated.len())),
            ("period".to_string(), Values::Whole((0..simulated.len()).map(period_number).collect())),
        ];
        for (column, name) in COLUMN_NAMES.into_iter().enumerate() {
            // Shares of nothing are missing: a period without work for a desk.
            let shown = |value: fn(&RowMoments, usize) -> f64| {
                move |m: &RowMoments| (!m.means().lacks(column)).then(|| value(m, column))
            };
            let mean = shown(|m, column| m.means().0[column]);
            let deviation = shown(|m, column| m.sd_at(column));
            chunk.push((name.to_string(), Values::Maybe(simulated.iter().map(mean).collect())));
            chunk.push((format!("{name}_sd"), Values::Maybe(simulated.iter().map(deviation).collect())));
            let expected = result.expected.rows.iter().map(mean);
            chunk.push((format!("{name}_expected"), Values::Maybe(expected.collect())));
        }
        chunk
    });
    RunTable::new("periods", rows, chunks)
}

fn cash(comparisons: &[Comparison]) -> RunTable<'_> {
    let strategies = || comparisons.iter().flat_map(|c| c.strategies.iter().map(move |s| (c, s)));
    let rows = strategies().map(|(_, s)| s.cash.periods.len()).sum();
    let chunks = strategies().map(|(comparison, summary)| {
        let (horizon, periods) = (&comparison.horizon, &summary.cash.periods);
        let each = 0..periods.len();
        let number =
            |name: &str, of: &dyn Fn(usize) -> f64| (name.to_string(), Values::Number(each.clone().map(of).collect()));
        let mut chunk: Chunk = vec![
            ("scenario".to_string(), text(&comparison.scenario, periods.len())),
            ("strategy".to_string(), text(&summary.name, periods.len())),
            ("year".to_string(), Values::Whole(each.clone().map(|t| horizon.year(t) as u64 + 1).collect())),
            ("period".to_string(), Values::Whole(each.clone().map(period_number).collect())),
            number("discount_factor", &|t| horizon.discount_cash(t as u32)),
            number("discount_factor_of_setup", &|t| horizon.discount(t as u32)),
        ];
        chunk.extend(Account::of_periods().map(|account| number(account.name(), &|t| periods[t].get(account))));
        chunk.extend([
            number("contribution", &|t| periods[t].contribution()),
            number("programme", &|t| periods[t].programme()),
            number("net", &|t| periods[t].net()),
            number("present_value", &|t| summary.cash.discounted(horizon, t).net()),
        ]);
        chunk
    });
    RunTable::new("cash", rows, chunks)
}

fn segments(comparisons: &[Comparison]) -> RunTable<'_> {
    let strategies = || comparisons.iter().flat_map(|c| c.strategies.iter().map(move |s| (c, s)));
    let all: Vec<_> = strategies().flat_map(|(c, s)| s.segments.iter().map(move |segment| (c, s, segment))).collect();
    let mut chunk: Chunk = vec![
        ("scenario".to_string(), Values::Text(all.iter().map(|(c, ..)| c.scenario.to_string()).collect())),
        ("strategy".to_string(), Values::Text(all.iter().map(|(_, s, _)| s.name.to_string()).collect())),
        ("segment".to_string(), Values::Text(all.iter().map(|(.., segment)| segment.name.to_string()).collect())),
    ];
    for (column, name) in SEGMENT_COLUMN_NAMES.into_iter().enumerate() {
        let values = all.iter().map(|(.., segment)| segment.row.0[column]).collect();
        chunk.push((name.to_string(), Values::Number(values)));
    }
    RunTable::new("segments", all.len(), std::iter::once(chunk))
}

fn summary<'a>(study: &'a Study, comparisons: &'a [Comparison]) -> RunTable<'a> {
    let all: Vec<_> = comparisons.iter().flat_map(|c| c.strategies.iter().map(move |s| (c, s))).collect();
    let mut chunk: Chunk = vec![
        ("scenario".to_string(), Values::Text(all.iter().map(|(c, _)| c.scenario.to_string()).collect())),
        ("strategy".to_string(), Values::Text(all.iter().map(|(_, s)| s.name.to_string()).collect())),
    ];
    let bands = all.iter().map(|(_, s)| {
        [
            ("npv", s.worth.npv),
            ("pv_contribution", s.worth.contribution),
            ("pv_programme", s.worth.programme),
            ("npv_difference", s.difference.npv),
            ("pv_contribution_difference", s.difference.contribution),
            ("pv_programme_difference", s.difference.programme),
            ("customers_kept", s.customers_kept),
        ]
    });
    let bands: Vec<_> = bands.collect();
    for i in 0..bands.first().map_or(0, |b| b.len()) {
        let name = bands[0][i].0;
        chunk.push((name.to_string(), Values::Number(bands.iter().map(|b| b[i].1.mean).collect())));
        chunk.push((format!("{name}_p05"), Values::Number(bands.iter().map(|b| b[i].1.p05).collect())));
        chunk.push((format!("{name}_p50"), Values::Number(bands.iter().map(|b| b[i].1.p50).collect())));
        chunk.push((format!("{name}_p95"), Values::Number(bands.iter().map(|b| b[i].1.p95).collect())));
    }
    let mut maybe = |name: &str, values: Vec<Option<f64>>| chunk.push((name.to_string(), Values::Maybe(values)));
    maybe("roi", all.iter().map(|(_, s)| s.roi.value).collect());
    maybe("roi_p05", all.iter().map(|(_, s)| s.roi.interval.map(|i| i[0])).collect());
    maybe("roi_p95", all.iter().map(|(_, s)| s.roi.interval.map(|i| i[2])).collect());
    maybe("roi_share_of_draws", all.iter().map(|(_, s)| Some(s.roi.share)).collect());
    maybe("benefit_cost_ratio", all.iter().map(|(_, s)| s.benefit_cost_ratio.value).collect());
    maybe(
        "payback_period",
        all.iter().map(|(_, s)| s.payback_period.map(|t| period_number(t as usize) as f64)).collect(),
    );
    let budget = |part: fn(&ErrorBudget) -> Option<f64>| all.iter().map(|(_, s)| part(&s.error_budget)).collect();
    maybe("npv_difference_sd_parameters", budget(|b| b.parts().map(|[parameters, _]| parameters.sqrt())));
    maybe("npv_difference_sd_customers", budget(|b| b.parts().map(|[_, customers]| customers.sqrt())));
    maybe("npv_difference_standard_error", budget(|b| Some(b.standard_error)));
    maybe("npv_difference_time_step", all.iter().map(|(_, s)| s.time_step).collect());
    maybe("irr", all.iter().map(|(_, s)| s.irr).collect());
    maybe("p_best", all.iter().map(|(_, s)| Some(s.p_best)).collect());
    let with_luck = |x: Option<f64>| x.filter(|_| study.has_chance());
    maybe("p_beats_reference", all.iter().map(|(_, s)| with_luck(Some(s.p_beats_reference))).collect());
    maybe("p_beats_reference_independently", all.iter().map(|(_, s)| with_luck(s.p_beats_independently)).collect());
    maybe("npv_difference_missed", all.iter().map(|(_, s)| with_luck(Some(s.gap.missed))).collect());
    maybe(
        "npv_difference_missed_standard_error",
        all.iter().map(|(_, s)| with_luck(Some(s.gap.standard_error))).collect(),
    );
    let lost =
        |part: fn(&crate::analysis::summary::Lost) -> f64| all.iter().map(|(_, s)| Some(part(&s.lost))).collect();
    maybe("lost_natural", lost(|l| l.natural));
    maybe("lost_silent", lost(|l| l.by_outcome[0]));
    maybe("lost_unresolved", lost(|l| l.by_outcome[1]));
    maybe("lost_resolved", lost(|l| l.by_outcome[2]));
    maybe("lost_quick", lost(|l| l.by_outcome[3]));
    maybe("lost_word_of_mouth", lost(|l| l.word_of_mouth));
    for account in Account::ALL {
        maybe(account.name(), all.iter().map(|(_, s)| Some(s.accounts[account as usize])).collect());
    }
    RunTable::new("summary", all.len(), std::iter::once(chunk))
}
