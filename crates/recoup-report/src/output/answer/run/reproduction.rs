//! What a careful reader needs: the cautions of the run, and how to run it again.

use crate::language::tr;
use crate::output::answer::run::builder::ReportBuilder;
use crate::output::figures::capital;
use crate::output::report::cautions::cautions as warnings;
use crate::output::report::document::{Block, Cell, Section, Show, Table, paragraph};

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
    let head = vec![tr!(locale, "run-fact"), tr!(locale, "run-value")];
    let mut table = Table::new(tr!(locale, "run-reproduce-caption"), 2, head);
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
    for (fact, value) in facts {
        table.row(vec![Cell::words(&fact), Cell::words(&value)]);
    }
    section.table(table);
    section.text(tr!(locale, "run-reproduce-files"));
    vec![section]
}
