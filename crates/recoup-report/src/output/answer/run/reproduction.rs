//! What a careful reader needs: the cautions of the run, and how to run it again.

use crate::language::tr;
use crate::output::answer::run::builder::ReportBuilder;
use crate::output::figures::{Column, Figure, Figures, Kind, Line, capital};
use crate::output::report::cautions::cautions as warnings;
use crate::output::report::document::{Block, Section, Show, paragraph};

/// The warnings; the terminal says them beside the answer.
pub(super) fn cautions(builder: &ReportBuilder<'_>) -> Vec<Section> {
    vec![warnings(builder.locale, &builder.data.cautions)]
}

/// The command, and what was run.
pub(super) fn reproduction(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let (locale, about) = (builder.locale, builder.about());
    let id = &about.identity;
    let mut section = Section::new("reproduce", tr!(locale, "run-reproduce")).shown(Show::Appendix);
    section.text(tr!(locale, "run-reproduce-lead"));
    section.blocks.push(Block::Code("recoup run study.toml --out again".to_string()));
    let columns = [tr!(locale, "run-fact"), tr!(locale, "run-value")].map(|head| Column::new(head, Kind::Words));
    let facts = [
        (tr!(locale, "run-fact-version"), format!("recoup {}", id.version)),
        (capital(&tr!(locale, "head-study")), paragraph(&id.study)),
        (tr!(locale, "run-fact-hash"), id.hash.clone()),
        (tr!(locale, "run-fact-stream"), id.stream.to_string()),
        (tr!(locale, "run-fact-seed"), id.seed.to_string()),
        (tr!(locale, "run-fact-engine"), tr!(locale, "run-engine", engine = id.engine.as_str())),
        (tr!(locale, "run-fact-draws"), locale.count(id.draws as f64)),
        (tr!(locale, "run-fact-replicates"), locale.count(id.replicates as f64)),
        (tr!(locale, "run-fact-sampling"), tr!(locale, "run-sampling", sampling = about.sampling.as_str())),
        (tr!(locale, "run-fact-discount"), locale.share(about.discount_rate)),
    ];
    let rows = facts.into_iter().map(|(fact, value)| Line::of(&fact, [Figure::Text(value)])).collect();
    section.figures(Figures::new(tr!(locale, "run-reproduce-caption"), columns.to_vec(), rows));
    section.text(tr!(locale, "run-reproduce-files"));
    vec![section]
}
