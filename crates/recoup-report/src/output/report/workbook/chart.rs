//! Charts of the workbook, drawn by the program that opens it.

use rust_xlsxwriter::{Chart, ChartAxisLabelPosition, ChartFormat, ChartLegendPosition, ChartLine, ChartType, Color};

use crate::output::report::workbook::book::Book;

/// Series of a chart, at most.
pub(super) const MOST_SERIES: usize = 12;
/// Okabe-Ito, as in the charts: blue, orange, green, vermillion, purple, sky.
pub(super) const COLOURS: [u32; 6] = [0x00_72_B2, 0xE6_9F_00, 0x00_9E_73, 0xD5_5E_00, 0xCC_79_A7, 0x56_B4_E9];
/// For the reference.
pub(super) const GREY: u32 = 0x78_7E_84;

/// Rows of one strategy in a sheet that a chart shows.
pub(super) struct Block {
    pub name: (u32, u16),
    pub first: u32,
    pub last: u32,
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
        for (i, block) in blocks.iter().enumerate() {
            let line = ChartLine::new().set_color(Color::RGB(COLOURS[i % COLOURS.len()])).set_width(2.25).clone();
            chart
                .add_series()
                .set_name((name, block.name.0, block.name.1))
                .set_categories((name, block.first, x, block.last, x))
                .set_values((name, block.first, y, block.last, y))
                .set_format(ChartFormat::new().set_line(&line));
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
