//! The charts of the paradox, and the tables of its folder.

use crate::analysis::paradox::conditions::InARow;
use crate::analysis::paradox::maps::ParadoxMap;
use crate::analysis::paradox::tree::{Dial, Meaning, Measure};
use crate::analysis::paradox::{Claim, Paradox, StrategyParadox, Subject};
use crate::analysis::view::ChartFrame;
use crate::output::chart::{paradox, paradox_lines};
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::table::{Chunk, Values};
use crate::units::Outcome;

/// The charts.
pub fn charts(frame: &ChartFrame, found: &Paradox) -> Vec<NamedChart> {
    let mildest = found.mildest();
    let mut charts = vec![NamedChart::new("9-paradox-map", paradox::severity(frame, &found.severity_map))];
    charts.extend(
        found
            .complaint_maps
            .get(mildest)
            .map(|map| NamedChart::new("paradox-complaints", paradox::complaints(frame, map))),
    );
    let gravest = gravest(found);
    charts
        .extend(found.levers.get(mildest).map(|l| NamedChart::new("paradox-levers", paradox_lines::levers(frame, l))));
    if gravest != mildest {
        charts.extend(
            found
                .levers
                .get(gravest)
                .map(|l| NamedChart::new("paradox-levers-gravest", paradox_lines::levers(frame, l))),
        );
    }
    charts.extend(
        found.bases.get(mildest).map(|sweep| NamedChart::new("paradox-base", paradox_lines::bases(frame, sweep))),
    );
    charts
}

/// The kind that costs most satisfaction.
fn gravest(found: &Paradox) -> usize {
    let marks = &found.severity_map.marks;
    (0..marks.len()).max_by(|&a, &b| marks[a].x.total_cmp(&marks[b].x)).unwrap_or(0)
}

/// Columns of rows, each made by a function.
struct Rows<'a, T>(&'a [T]);

impl<T> Rows<'_, T> {
    fn text(&self, name: &str, of: impl Fn(&T) -> String) -> (String, Values) {
        (name.to_string(), Values::Text(self.0.iter().map(of).collect()))
    }

    fn number(&self, name: &str, of: impl Fn(&T) -> f64) -> (String, Values) {
        (name.to_string(), Values::Number(self.0.iter().map(of).collect()))
    }

    fn maybe(&self, name: &str, of: impl Fn(&T) -> Option<f64>) -> (String, Values) {
        (name.to_string(), Values::Maybe(self.0.iter().map(of).collect()))
    }
}

/// The tables of the folder.
pub fn tables(found: &Paradox) -> Vec<NamedTable> {
    vec![
        NamedTable::new("paradox_claims", claims(found)),
        NamedTable::new("paradox_thresholds", thresholds(found)),
        NamedTable::new("paradox_caused", caused(found)),
        NamedTable::new("paradox_conditions", conditions(found)),
        NamedTable::new("paradox_in_a_row", in_a_row(found)),
        NamedTable::new("paradox_levers", levers(found)),
        NamedTable::new("paradox_bases", bases(found)),
        NamedTable::new("paradox_presets", presets(found)),
        NamedTable::new("paradox_map", frontiers(std::slice::from_ref(&found.severity_map))),
        NamedTable::new("paradox_complaint_maps", frontiers(&found.complaint_maps)),
        NamedTable::new("paradox_checks", checks(found)),
    ]
}

/// `all` where a subject is the mix.
fn failure_of(subject: &Subject) -> String {
    subject.failure.clone().unwrap_or_else(|| "all".to_string())
}

fn claims(found: &Paradox) -> Chunk {
    let mut rows: Vec<(&StrategyParadox, &Subject, &Claim)> = Vec::new();
    for strategy in &found.strategies {
        for subject in &strategy.subjects {
            rows.extend(subject.claims.iter().map(|claim| (strategy, subject, claim)));
        }
    }
    let rows = Rows(&rows);
    vec![
        rows.text("strategy", |(s, _, _)| s.strategy.clone()),
        rows.text("failure", |(_, s, _)| failure_of(s)),
        rows.text("severity", |(_, s, _)| s.severity.clone().unwrap_or_else(|| "all".to_string())),
        rows.text("measure", |(_, _, c)| c.measure.name().to_string()),
        rows.text("meaning", |(_, _, c)| c.meaning.name().to_string()),
        rows.number("value", |(_, _, c)| c.value),
        rows.number("base", |(_, _, c)| c.base),
        rows.number("probability", |(_, _, c)| c.probability),
        rows.number("gap_mean", |(_, _, c)| c.gap.mean),
        rows.number("gap_p05", |(_, _, c)| c.gap.p05),
        rows.number("gap_p95", |(_, _, c)| c.gap.p95),
        rows.maybe("gap_otherwise", |(_, _, c)| c.gap_otherwise),
    ]
}

fn thresholds(found: &Paradox) -> Chunk {
    let mut rows = Vec::new();
    for strategy in &found.strategies {
        for subject in &strategy.subjects {
            rows.extend(subject.thresholds.iter().map(|threshold| (strategy, subject, threshold)));
        }
    }
    let rows = Rows(&rows);
    vec![
        rows.text("strategy", |(s, _, _)| s.strategy.clone()),
        rows.text("failure", |(_, s, _)| failure_of(s)),
        rows.text("measure", |(_, _, t)| t.measure.name().to_string()),
        rows.text("meaning", |(_, _, t)| t.meaning.name().to_string()),
        rows.text("moved", |(_, _, t)| t.moved.name().to_string()),
        rows.text("others", |(_, _, t)| t.others.name().to_string()),
        rows.number("today", |(_, _, t)| t.today),
        rows.maybe("switches_at", |(_, _, t)| t.crossing.at),
        rows.text("holds", |(_, _, t)| t.crossing.reach.name().to_string()),
    ]
}

fn caused(found: &Paradox) -> Chunk {
    let rows = Rows(&found.caused);
    vec![
        rows.text("strategy", |c| c.strategy.clone()),
        rows.text("failure", |c| c.failure.clone()),
        rows.number("npv", |c| c.npv.mean),
        rows.number("npv_p05", |c| c.npv.p05),
        rows.number("npv_p95", |c| c.npv.p95),
        rows.number("contribution", |c| c.contribution),
        rows.number("programme", |c| c.programme),
        rows.number("failures", |c| c.failures),
        rows.maybe("npv_per_failure", |c| c.npv_per_failure),
        rows.number("loses", |c| c.loses),
        rows.maybe("npv_per_failure_at_best", |c| c.npv_per_failure_at_best),
    ]
}

fn conditions(found: &Paradox) -> Chunk {
    let mut rows = Vec::new();
    for kind in &found.conditions {
        rows.extend(kind.conditions.iter().map(|condition| (kind, condition)));
    }
    let rows = Rows(&rows);
    let [s, r] = Measure::ALL.map(|measure| measure as usize);
    vec![
        rows.text("failure", |(k, _)| k.failure.clone()),
        rows.text("condition", |(_, c)| c.condition.name().to_string()),
        rows.number("satisfaction_quick", |(_, c)| c.quick[s]),
        rows.number("satisfaction_gap", |(_, c)| c.quick_gap[s]),
        rows.number("repurchase_quick", |(_, c)| c.quick[r]),
        rows.number("repurchase_gap", |(_, c)| c.quick_gap[r]),
        rows.number("repurchase_unresolved", |(_, c)| c.unresolved[r]),
        rows.number("repurchase_silent", |(k, _)| k.silent),
    ]
}

fn in_a_row(found: &Paradox) -> Chunk {
    let mut rows: Vec<(&str, &str, InARow)> = Vec::new();
    for kind in &found.conditions {
        rows.extend(kind.in_a_row().map(|(name, two)| (kind.failure.as_str(), name, two)));
    }
    let rows = Rows(&rows);
    vec![
        rows.text("failure", |(failure, _, _)| (*failure).to_string()),
        rows.text("order", |(_, name, _)| (*name).to_string()),
        rows.number("satisfaction_after", |(_, _, two)| two.satisfaction),
        rows.number("repurchase_over_both", |(_, _, two)| two.repurchase),
    ]
}

fn levers(found: &Paradox) -> Chunk {
    let mut rows = Vec::new();
    for ranking in &found.levers {
        rows.extend(ranking.points.iter().map(|point| (ranking, point)));
    }
    let rows = Rows(&rows);
    let mut chunk = vec![
        rows.text("failure", |(l, _)| l.failure.clone()),
        rows.text("measure", |(l, _)| l.measure.name().to_string()),
        rows.number("complaint_rate", |(_, p)| p.complaint_rate),
    ];
    chunk.extend(
        Dial::ALL.map(|dial| rows.number(&format!("worth_of_{}", dial.name()), |(_, p)| p.worth[dial as usize])),
    );
    chunk
}

fn bases(found: &Paradox) -> Chunk {
    let mut rows = Vec::new();
    for sweep in &found.bases {
        rows.extend(sweep.points.iter().map(|point| (sweep, point)));
    }
    let rows = Rows(&rows);
    let mut chunk = vec![
        rows.text("failure", |(s, _)| s.failure.clone()),
        rows.number("base", |(_, p)| p.base),
        rows.maybe("quick_share", |(_, p)| p.quick_share.at),
        rows.maybe("complaint_rate", |(_, p)| p.complaint_rate.at),
    ];
    chunk.extend(Meaning::ALL.map(|m| rows.number(&format!("gap_{}", m.name()), |(_, p)| p.gaps[m as usize])));
    chunk.push(rows.number("gap_conditional_if_the_table_moves", |(_, p)| p.conditional_gap_moved));
    chunk
}

fn presets(found: &Paradox) -> Chunk {
    let rows = Rows(&found.presets);
    let mut chunk = vec![rows.text("preset", |p| p.preset.clone())];
    chunk.extend(Outcome::ALL.map(|o| rows.number(&format!("repurchase_{}", o.name()), |p| p.repurchase[o as usize])));
    chunk.extend([
        rows.number("base", |p| p.base),
        rows.number("complaint_rate", |p| p.complaint_rate),
        rows.number("resolved", |p| p.resolved),
        rows.number("quick", |p| p.quick),
        rows.maybe("quick_share_needed", |p| p.quick_share.at),
        rows.maybe("complaint_rate_needed", |p| p.complaint_rate_needed.at),
        rows.number("unresolved_less_silent", |p| p.voice),
    ]);
    for measure in Measure::ALL {
        for meaning in Meaning::ALL {
            let name = format!("gap_{}_{}", measure.name(), meaning.name());
            chunk.push(rows.number(&name, |p| p.gaps[measure as usize][meaning as usize]));
        }
    }
    chunk
}

fn frontiers(maps: &[ParadoxMap]) -> Chunk {
    let mut rows = Vec::new();
    for map in maps {
        for frontier in &map.frontiers {
            rows.extend(frontier.points.iter().map(|point| (map, frontier, point)));
        }
    }
    let rows = Rows(&rows);
    vec![
        rows.text("failure", |(m, _, _)| m.failure.clone().unwrap_or_else(|| "all".to_string())),
        rows.text("measure", |(_, f, _)| f.measure.name().to_string()),
        rows.text("meaning", |(_, f, _)| f.meaning.name().to_string()),
        rows.number("across", |(_, _, p)| p.0),
        rows.maybe("holds_from", |(_, _, p)| p.1),
    ]
}

fn checks(found: &Paradox) -> Chunk {
    let rows = Rows(&found.checks);
    let mut chunk = vec![
        rows.text("failure", |c| c.failure.clone()),
        rows.text("whose", |c| c.cohort.to_string()),
        rows.text("measure", |c| c.measure.name().to_string()),
        rows.number("closed_form", |c| c.closed_form),
    ];
    for (i, engine) in ["expected", "cohort", "agents"].into_iter().enumerate() {
        chunk.push(rows.number(engine, |c| c.simulated[i]));
    }
    chunk.push(rows.number("z_cohort", |c| c.z[0]));
    chunk.push(rows.number("z_agents", |c| c.z[1]));
    chunk
}
