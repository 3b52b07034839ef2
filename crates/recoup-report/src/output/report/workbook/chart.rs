//! Charts of the workbook, drawn by the program that opens it.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartType, Color,
};

use crate::output::chart::colour::of_strategy;
use crate::output::report::workbook::book::Book;

/// Series of a chart, at most.
pub(super) const MOST_SERIES: usize = 12;

/// Rows of one strategy in a sheet that a chart shows.
pub(super) struct Block {
    pub name: (u32, u16),
    /// The place of the strategy in the study, which fixes its colour.
    pub place: usize,
    pub first: u32,
    pub last: u32,
}

/// The line of the strategy at a place of the study, as in the charts of the page.
pub(super) fn line_of(place: usize) -> ChartLine {
    let (colour, is_dashed) = of_strategy(place);
    let mut line = ChartLine::new();
    line.set_color(Color::RGB(colour)).set_width(2.25);
    if is_dashed {
        line.set_dash_type(ChartLineDashType::Dash);
    }
    line
}

impl Book<'_> {
    /// A chart of lines, one a block of sheet `name`: `columns` are those of the places and of the values.
    pub(super) fn lines(
        &self,
        name: &str,
        blocks: &[Block],
        [x, y]: [u16; 2],
        (title, across): (String, String),
        kind: ChartType,
    ) -> Option<Chart> {
        let mut chart = Chart::new(kind);
        for block in blocks {
            chart
                .add_series()
                .set_name((name, block.name.0, block.name.1))
                .set_categories((name, block.first, x, block.last, x))
                .set_values((name, block.first, y, block.last, y))
                .set_format(ChartFormat::new().set_line(&line_of(block.place)));
        }
        self.dress(&mut chart, &title, &across);
        (!blocks.is_empty()).then_some(chart)
    }

    /// Title, axes, legend and size of a chart.
    pub(super) fn dress(&self, chart: &mut Chart, title: &str, across: &str) {
        // No name of a study stands first in these texts, so that none is taken for a formula.
        chart.title().set_name(title);
        chart.x_axis().set_name(across);
        chart.y_axis().set_name(&self.currency_title()).set_num_format("#,##0");
        // The axis stays at the bottom where values are below zero.
        chart.x_axis().set_label_position(ChartAxisLabelPosition::Low);
        chart.legend().set_position(ChartLegendPosition::Bottom);
        chart.set_width(800).set_height(450).set_alt_text(title);
    }

    /// The currency as the name of an axis, which no spreadsheet takes for a formula.
    pub(super) fn currency_title(&self) -> String {
        format!("({})", self.currency)
    }
}
