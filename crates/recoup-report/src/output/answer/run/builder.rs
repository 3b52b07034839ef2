//! What the sections of a run are built from.

use crate::analysis::summary::Comparison;
use crate::language::Locale;
use crate::output::answer::verdict::weighted;
use crate::output::chart::Chart;
use crate::output::charts::Drawn;
use crate::output::frame::FrameLocale;
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

    /// The best of them, by the weights of the scenarios where these have some.
    pub(super) fn best(&self) -> usize {
        weighted(&self.data.findings.across).map_or(self.first().best(), |(best, _)| best)
    }

    /// What a key is called, as the charts name it.
    pub(super) fn label(&self, key: &str) -> String {
        self.data.findings.pictures[0].frame.label(key)
    }

    /// The chart on the first page: the first of these that there is.
    pub(super) fn first_chart(&self) -> Option<&'static str> {
        ["6-npv-difference", "2-cumulative-difference"].into_iter().find(|name| self.drawn(name).is_some())
    }

    /// Adds the chart of that name, with the question it answers and how to read it, unless it is on the first page.
    pub(super) fn chart(&self, section: &mut Section, name: &str, question: String, reading: String) {
        let chart = self.drawn(name).filter(|_| self.first_chart() != Some(name));
        section.blocks.extend(chart.map(|chart| Block::Chart(ChartBlock::of(chart, question, reading))));
    }

    /// The chart of that name, if there is one.
    pub(super) fn drawn(&self, name: &str) -> Option<&Chart> {
        self.charts.iter().find(|drawn| drawn.name == name).map(|drawn| &drawn.chart)
    }
}

/// A name of the study inside a sentence.
pub(super) fn ticked(name: &str) -> String {
    format!("`{name}`")
}
