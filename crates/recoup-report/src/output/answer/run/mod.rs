//! The answer of a run: one document for terminal and page. Each file is a section, or a few that belong together.

mod assumptions;
mod brief;
mod builder;
mod cards;
mod decision;
mod errors;
mod levers;
mod oracle;
mod reproduction;
mod scenarios;
mod settled;
mod strategies;
mod variants;
mod why;

use crate::language::{Locale, tr};
use crate::output::answer::run::builder::ReportBuilder;
use crate::output::answer::verdict::Verdict;
use crate::output::charts::Drawn;
use crate::output::report::data::ReportData;
use crate::output::report::document::{Document, Section, Show, paragraph};
use crate::scenario::study::EngineKind;

pub use crate::output::answer::run::settled::Settling;

/// The answer of a run, with its charts where there are any, and how it was settled where it was to go on until it is.
pub fn document(data: &ReportData, charts: &[Drawn], settling: Option<&Settling>, locale: &Locale) -> Document {
    let builder = &ReportBuilder { data, charts, locale };
    let sections = [
        strategies::strategies(builder),
        why::pays(builder),
        strategies::cash(builder),
        why::why(builder),
        why::segments(builder),
        why::desk(builder),
        levers::levers(builder),
        decision::decision(builder),
        variants::variants(builder),
        scenarios::scenarios(builder),
        reproduction::cautions(builder),
        appendix(builder),
        assumptions::assumptions(builder),
        strategies::changes(builder),
        errors::errors(builder),
        oracle::oracle(builder),
        reproduction::reproduction(builder),
    ];
    let about = &data.about;
    let mut answer = sentences(data, locale);
    if let Some(settling) = settling.filter(|_| builder.first().strategies.len() > 1) {
        let scenarios = data.findings.comparisons.len();
        answer.push(settling.sentence(about.identity.draws, scenarios, &about.currency, locale));
    }
    Document {
        title: about.title.clone(),
        run: how(builder),
        brief: Some(brief::brief(builder)),
        summary: about.summary.as_deref().map(paragraph).filter(|text| !text.is_empty()),
        answer,
        cards: cards::cards(builder),
        sections: sections.into_iter().flatten().collect(),
    }
}

/// The verdict of a run in sentences, names in backticks.
pub fn sentences(data: &ReportData, locale: &Locale) -> Vec<String> {
    Verdict::of_run(&data.about, &data.findings).sentences(locale)
}

/// Where the argument ends, and its methods and details begin.
fn appendix(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let mut section = Section::new("appendix", tr!(builder.locale, "brief-appendix")).shown(Show::Appendix);
    section.text(tr!(builder.locale, "brief-appendix-lead"));
    vec![section]
}

/// How the study was run, in a line.
fn how(builder: &ReportBuilder<'_>) -> String {
    let about = builder.about();
    let id = &about.identity;
    let is_expected = id.engine == EngineKind::Expected.name();
    tr!(
        builder.locale,
        "run-how",
        periods = about.horizon(builder.locale),
        engine = id.engine.as_str(),
        number = if is_expected { id.draws } else { about.simulations() },
        seed = id.seed.to_string(),
        version = id.version.as_str()
    )
}
