//! What the sections of a run are built from.

use crate::analysis::summary::Comparison;
use crate::language::Locale;
use crate::output::charts::Drawn;
use crate::output::report::data::{About, ReportData};
use crate::output::report::document::{Block, ChartBlock, Section};

/// Everything that was found, and the charts of it.
pub(super) struct ReportBuilder<'a> {
    pub data: &'a ReportData,
    pub charts: &'a [Drawn],
    pub locale: &'a Locale,
}

impl ReportBuilder<'_> {
    pub(super) fn about(&self) -> &About {
        &self.data.about
    }

    /// The strategies of the first scenario.
    pub(super) fn first(&self) -> &Comparison {
        &self.data.findings.comparisons[0]
    }

    /// Adds the chart of that name, with the question it answers and how to read it.
    pub(super) fn chart(&self, section: &mut Section, name: &str, question: String, reading: String) {
        let Some(drawn) = self.charts.iter().find(|drawn| drawn.name == name) else { return };
        section.blocks.push(Block::Chart(ChartBlock {
            question,
            finding: drawn.chart.title.clone(),
            reading,
            number: 0,
            svg: drawn.chart.svg.clone(),
        }));
    }
}

/// A name of the study inside a sentence.
pub(super) fn ticked(name: &str) -> String {
    format!("`{name}`")
}
