//! The workbook: the figures of the report as sheets, with charts of the program that opens it. Every text is a text cell;
//! there is no formula in it, and no clock: the same run gives the same bytes.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, Color, DocProperties, ExcelDateTime,
    Format, Workbook, Worksheet, XlsxError,
};

use crate::analysis::assumptions::{Assumption, Basis, Origin};
use crate::analysis::spread::{LEVELS, Sample};
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::error::Error;
use crate::evidence::ledger::entry_for;
use crate::language::{Locale, tr};
use crate::model::row::COLUMN_NAMES;
use crate::model::segment::SEGMENT_COLUMN_NAMES;
use crate::output::figures::{self, Column, Figures, Kind, capital};
use crate::output::label::label_of;
use crate::output::report::data::ReportData;
use crate::output::report::document::{paragraph, requoted};
use crate::output::report::evidence::evidence;
use crate::output::report::headline::headline;
use crate::output::report::sheet::{Value, columns_of, ends, fill, row_of, set_up};
use crate::stats::band::Band;
use crate::units::period_number;

/// Series of a chart, at most.
const MOST_SERIES: usize = 12;
/// Okabe-Ito, as in the charts: blue, orange, green, vermillion, purple, sky.
const COLOURS: [u32; 6] = [0x00_72_B2, 0xE6_9F_00, 0x00_9E_73, 0xD5_5E_00, 0xCC_79_A7, 0x56_B4_E9];
/// For the reference.
const GREY: u32 = 0x78_7E_84;

/// The bytes of the workbook.
pub(super) fn workbook(data: &ReportData, locale: &Locale) -> Result<Vec<u8>, Error> {
    let failed = |error: XlsxError| Error::Report { what: "workbook", reason: error.to_string() };
    Book { data, locale, currency: paragraph(&data.about.currency) }.bytes().map_err(failed)
}

/// The tables of customers and of money by segment as one: strategy and segment once.
fn side_by_side(locale: &Locale, [mut customers, money]: [Figures; 2]) -> Figures {
    // No caption says here what the columns count.
    for (name, column) in SEGMENT_COLUMN_NAMES.iter().zip(&mut customers.columns[2..]) {
        match *name {
            "customers_start" => column.head = tr!(locale, "book-customers-start"),
            "customers_end" => column.head = tr!(locale, "book-customers-end"),
            lost if lost.starts_with("lost_") => column.head = tr!(locale, "book-column", column = lost),
            _ => {}
        }
    }
    customers.columns.extend(money.columns.into_iter().skip(2));
    for (line, more) in customers.rows.iter_mut().zip(money.rows) {
        line.cells.extend(more.cells.into_iter().skip(2));
    }
    customers.remarks.extend(money.remarks);
    customers
}

struct Book<'a> {
    data: &'a ReportData,
    locale: &'a Locale,
    currency: String,
}

/// How a column of the periods is written.
fn kind_of(column: &str) -> Kind {
    match column {
        "desk_load" => Kind::Number,
        "desk_utilisation" | "desk_served" | "desk_in_time" => Kind::Share,
        _ => Kind::Amount,
    }
}

/// Tables of the answer below each other.
struct Stacked {
    columns: Vec<Column>,
    rows: Vec<Vec<Value>>,
    remarks: Vec<String>,
}

/// Rows of one strategy in a sheet that a chart shows.
struct Block {
    name: (u32, u16),
    first: u32,
    last: u32,
}

impl Book<'_> {
    fn bytes(&self) -> Result<Vec<u8>, XlsxError> {
        let locale = self.locale;
        let mut book = Workbook::new();
        let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
        let title = paragraph(&self.data.about.title);
        let author = format!("recoup {}", self.data.about.identity.version);
        book.set_properties(&DocProperties::new().set_title(title).set_author(author).set_creation_datetime(&date));
        let charts_from = self.summary(book.add_worksheet().set_name(tr!(locale, "book-summary"))?)?;
        let cumulative = self.periods(book.add_worksheet().set_name(tr!(locale, "book-periods"))?)?;
        self.simulations(book.add_worksheet().set_name(tr!(locale, "book-histories"))?)?;
        self.losses(book.add_worksheet().set_name(tr!(locale, "book-losses"))?)?;
        self.figures(&mut book, tr!(locale, "book-accounts"), "tables/summary.parquet", 2, |_, comparison| {
            Some(figures::accounts(locale, comparison))
        })?;
        if !self.data.findings.curves.is_empty() {
            self.curves(book.add_worksheet().set_name(tr!(locale, "book-curves"))?)?;
        }
        self.figures(&mut book, tr!(locale, "book-segments"), "tables/segments.parquet", 3, |_, comparison| {
            let all: Vec<usize> = (0..comparison.strategies.len()).collect();
            figures::segments(locale, comparison, &all, &self.currency).map(|tables| side_by_side(locale, tables))
        })?;
        self.figures(&mut book, tr!(locale, "book-desk"), "result.json", 2, |_, comparison| {
            figures::desk(locale, comparison, "")
        })?;
        let found = &self.data.findings.variants;
        self.figures(&mut book, tr!(locale, "book-variants"), "result.json", 2, |scenario, _| {
            figures::variants(locale, found.get(scenario)?, None, usize::MAX, &self.currency)
        })?;
        self.figures(&mut book, tr!(locale, "book-errors"), "tables/summary.parquet", 2, |_, comparison| {
            let mut table = figures::error_budget(locale, &self.data.about, comparison)?;
            table.remarks = vec![std::mem::take(&mut table.caption)];
            Some(table)
        })?;
        self.assumptions(book.add_worksheet().set_name(tr!(locale, "book-assumptions"))?)?;
        // The chart of the periods stands where it is read: under the summary.
        if let Some(chart) = cumulative {
            book.worksheet_from_index(0)?.insert_chart(charts_from, 0, &chart)?;
        }
        book.save_to_buffer()
    }

    /// All strategies of all scenarios.
    fn each(&self) -> impl Iterator<Item = (usize, &Comparison, &StrategySummary)> {
        let comparisons = self.data.findings.comparisons.iter().enumerate();
        comparisons
            .flat_map(|(s, comparison)| comparison.strategies.iter().map(move |summary| (s, comparison, summary)))
    }

    fn scenario(&self) -> Column {
        Column::new(tr!(self.locale, "head-scenario"), Kind::Words)
    }

    fn strategy(&self) -> Column {
        Column::new(tr!(self.locale, "head-strategy"), Kind::Words)
    }

    /// A figure and the ends of its 90 % interval.
    fn banded(&self, what: String, kind: Kind) -> [Column; 3] {
        let [lower, upper] = ends(self.locale, &what, kind);
        [Column::new(capital(&what), kind), lower, upper]
    }

    fn cut(&self, file: &str) -> String {
        tr!(self.locale, "book-cut", file = file)
    }

    /// Gives the row after the last.
    fn summary(&self, sheet: &mut Worksheet) -> Result<u32, XlsxError> {
        let locale = self.locale;
        let about = &self.data.about;
        let quote = Format::new().set_quote_prefix();
        sheet.write_string_with_format(0, 0, paragraph(&about.title), &quote.clone().set_bold().set_font_size(16))?;
        let mut at = 1;
        for sentence in headline(about, &self.data.findings, locale).lines() {
            sheet.write_string_with_format(at, 0, paragraph(&requoted(locale, sentence)), &quote)?;
            at += 1;
        }
        let caption = tr!(locale, "strategies-caption", currency = self.currency.as_str());
        sheet.write_string_with_format(at, 0, caption, &quote)?;
        at += 2;
        let findings = &self.data.findings;
        let stacked = self.stacked(|scenario, _| Some(figures::strategies(locale, about, findings, scenario)));
        let after = fill(sheet, at, &stacked.columns, stacked.rows.into_iter(), &self.cut("tables/summary.parquet"))?;
        set_up(sheet, at, 2, &stacked.columns)?;
        Ok(after + 1)
    }

    /// Gives the chart of its cumulative differences.
    fn periods(&self, sheet: &mut Worksheet) -> Result<Option<Chart>, XlsxError> {
        let locale = self.locale;
        let mut columns = vec![self.scenario(), self.strategy(), Column::new(tr!(locale, "book-period"), Kind::Amount)];
        columns.extend(self.banded(tr!(locale, "book-cumulative"), Kind::Amount));
        columns.extend(
            COLUMN_NAMES.map(|column| Column::new(tr!(locale, "book-column", column = column), kind_of(column))),
        );
        let findings = &self.data.findings;
        let rows = self.each().flat_map(|(s, comparison, summary)| {
            let cumulative = findings.pictures[s].cumulative.iter().find(|c| *c.strategy == *summary.name);
            summary.periods.iter().enumerate().map(move |(t, period)| {
                let mut row = vec![
                    Value::from(&*comparison.scenario),
                    Value::from(&*summary.name),
                    (period_number(t) as f64).into(),
                ];
                let band = cumulative.and_then(|c| c.points.get(t)).map(|(_, band)| *band);
                let parts: [fn(Band) -> f64; 3] = [|b| b.mean, |b| b.p05, |b| b.p95];
                row.extend(parts.map(|part| Value::from(band.map(part))));
                let shown = |column: usize| (!period.lacks(column)).then_some(period.0[column]);
                row.extend((0..period.0.len()).map(|column| Value::from(shown(column))));
                row
            })
        });
        let last = fill(sheet, 0, &columns, rows, &self.cut("tables/periods.parquet"))?;
        set_up(sheet, 0, 3, &columns)?;
        // The blocks of the first scenario's strategies, one after the other.
        let mut blocks = Vec::new();
        let mut first = 1;
        for summary in &findings.comparisons[0].strategies {
            let length = summary.periods.len() as u32;
            if length > 0 && first + length <= last {
                blocks.push(Block { name: (first, 1), first, last: first + length - 1 });
            }
            first += length;
        }
        let blocks: Vec<Block> = blocks.into_iter().skip(1).take(MOST_SERIES).collect();
        let title = tr!(locale, "book-cumulative");
        let across = tr!(locale, "book-period");
        Ok(self.lines(&sheet.name(), &blocks, [2, 3], (title, across), ChartType::Line))
    }

    /// A chart of lines, one a block of sheet `name`: `columns` are those of the places and of the values.
    fn lines(
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
    fn dress(&self, chart: &mut Chart, title: &str, across: &str) {
        // No name of a study stands first in these texts, so that none is taken for a formula.
        chart.title().set_name(title);
        chart.x_axis().set_name(across);
        chart.y_axis().set_name(&self.currency_title()).set_num_format("#,##0");
        // The axis stays at the bottom where values are below zero.
        chart.x_axis().set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::Low);
        chart.legend().set_position(ChartLegendPosition::Bottom);
        chart.set_width(800).set_height(450).set_alt_text(title);
    }

    /// The currency as the name of an axis, which no spreadsheet takes for a formula.
    fn currency_title(&self) -> String {
        format!("({})", self.currency)
    }

    fn simulations(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let mut columns = vec![
            self.scenario(),
            self.strategy(),
            Column::new(tr!(locale, "book-measure"), Kind::Words),
            Column::new(tr!(locale, "book-histories-number"), Kind::Amount),
            Column::new(tr!(locale, "book-mean"), Kind::Amount),
            Column::new(tr!(locale, "book-sd"), Kind::Amount),
            Column::new(tr!(locale, "book-p", level = 0), Kind::Amount),
        ];
        columns.extend(
            LEVELS.map(|level| Column::new(tr!(locale, "book-p", level = (level * 100.0).round()), Kind::Amount)),
        );
        columns.extend([
            Column::new(tr!(locale, "book-p", level = 100), Kind::Amount),
            Column::new(tr!(locale, "head-chance-of-loss"), Kind::Share),
            Column::new(tr!(locale, "book-worst"), Kind::Amount),
        ]);
        let findings = &self.data.findings;
        let mut rows = Vec::new();
        for (comparison, spreads) in findings.comparisons.iter().zip(&findings.spreads) {
            for (place, spread) in spreads.strategies.iter().enumerate() {
                let sample = |what: String, sample: &Sample| {
                    let mut row = vec![Value::from(&*comparison.scenario), Value::from(&*spread.strategy), what.into()];
                    row.extend([spread.simulations as f64, sample.mean, sample.sd, sample.least].map(Value::from));
                    row.extend(sample.quantiles.map(Value::from));
                    row.push(sample.greatest.into());
                    row
                };
                rows.push(sample(capital(&tr!(locale, "head-npv")), &spread.npv));
                if place > 0 {
                    let mut row = sample(capital(&tr!(locale, "npv-difference")), &spread.difference);
                    row.extend([spread.p_loss, spread.worst_twentieth].map(Value::from));
                    rows.push(row);
                }
            }
        }
        let after = fill(sheet, 0, &columns, rows.into_iter(), &self.cut("tables/histories.parquet"))?;
        set_up(sheet, 0, 3, &columns)?;
        let spreads = &findings.spreads[0];
        if spreads.edges.len() < 2 {
            return Ok(());
        }
        // How often which difference came out, below: the chart's rows.
        let head = after + 28;
        let others = || spreads.strategies.iter().skip(1);
        let mut cells = vec![
            Column::new(tr!(locale, "book-cell-from"), Kind::Amount),
            Column::new(tr!(locale, "book-cell-to"), Kind::Amount),
        ];
        cells.extend(others().map(|spread| Column::of_name(&spread.strategy, Kind::Amount)));
        let rows = spreads.edges.windows(2).enumerate().map(|(i, edges)| {
            let counts = others().map(|spread| Value::from(spread.counts.get(i).map_or(0.0, |&n| n as f64)));
            [edges[0].into(), edges[1].into()].into_iter().chain(counts).collect()
        });
        let last = fill(sheet, head, &cells, rows, "")? - 1;
        let name = sheet.name();
        let mut chart = Chart::new(ChartType::Line);
        for i in 0..others().count().min(MOST_SERIES) {
            let column = i as u16 + 2;
            let line = ChartLine::new().set_color(Color::RGB(COLOURS[i % COLOURS.len()])).set_width(2.25).clone();
            chart
                .add_series()
                .set_name((name.as_str(), head, column))
                .set_categories((name.as_str(), head + 1, 0, last, 0))
                .set_values((name.as_str(), head + 1, column, last, column))
                .set_format(ChartFormat::new().set_line(&line));
        }
        let title = tr!(locale, "book-counts");
        self.dress(
            &mut chart,
            &title,
            &format!("{} {}", capital(&tr!(locale, "npv-difference")), self.currency_title()),
        );
        chart.y_axis().set_name(&tr!(locale, "book-histories-number"));
        chart.x_axis().set_num_format("#,##0");
        sheet.insert_chart(after + 2, 0, &chart)?;
        Ok(())
    }

    fn losses(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let stacked = self.stacked(|_, comparison| Some(figures::losses(locale, comparison)));
        let after = fill(sheet, 0, &stacked.columns, stacked.rows.into_iter(), &self.cut("tables/summary.parquet"))?;
        set_up(sheet, 0, 2, &stacked.columns)?;
        let last = self.data.findings.comparisons[0].strategies.len().min(MOST_SERIES) as u32;
        let name = sheet.name();
        let mut chart = Chart::new(ChartType::ColumnStacked);
        for (i, column) in (3..8u16).enumerate() {
            let colour = if i == 0 { GREY } else { COLOURS[[3, 1, 2, 0][i - 1]] };
            let fill = ChartSolidFill::new().set_color(Color::RGB(colour)).clone();
            chart
                .add_series()
                .set_name((name.as_str(), 0, column))
                .set_categories((name.as_str(), 1, 1, last, 1))
                .set_values((name.as_str(), 1, column, last, column))
                .set_format(ChartFormat::new().set_solid_fill(&fill));
        }
        self.dress(&mut chart, &tr!(locale, "report-losses"), "");
        chart.y_axis().set_name(&tr!(locale, "book-losses"));
        sheet.insert_chart(after + 1, 0, &chart)?;
        Ok(())
    }

    /// Tables of the answer, one a scenario, below each other under one head: what the workbook has room for, an interval as
    /// two columns.
    fn stacked(&self, table: impl Fn(usize, &Comparison) -> Option<Figures>) -> Stacked {
        let mut stacked = Stacked { columns: Vec::new(), rows: Vec::new(), remarks: Vec::new() };
        for (scenario, comparison) in self.data.findings.comparisons.iter().enumerate() {
            let Some(table) = table(scenario, comparison) else { continue };
            if stacked.columns.is_empty() {
                stacked.columns.push(self.scenario());
                stacked.columns.extend(columns_of(self.locale, &table));
            }
            stacked.rows.extend(table.rows.iter().map(|line| {
                let scenario = Value::from(&*comparison.scenario);
                [scenario].into_iter().chain(row_of(&table, line)).collect()
            }));
            stacked.remarks.extend(table.remarks);
        }
        stacked.remarks.dedup();
        stacked
    }

    /// A sheet of tables of the answer; none where there is nothing to show.
    fn figures(
        &self,
        book: &mut Workbook,
        name: String,
        more: &str,
        frozen: u16,
        table: impl Fn(usize, &Comparison) -> Option<Figures>,
    ) -> Result<(), XlsxError> {
        let stacked = self.stacked(table);
        if stacked.rows.is_empty() {
            return Ok(());
        }
        let sheet = book.add_worksheet().set_name(name)?;
        let after = fill(sheet, 0, &stacked.columns, stacked.rows.into_iter(), &self.cut(more))? + 1;
        set_up(sheet, 0, frozen, &stacked.columns)?;
        for (row, remark) in (after..).zip(&stacked.remarks) {
            let text = paragraph(&requoted(self.locale, remark));
            sheet.write_string_with_format(row, 0, text, &Format::new().set_quote_prefix().set_italic())?;
        }
        Ok(())
    }

    fn curves(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let mut columns = vec![
            self.scenario(),
            self.strategy(),
            Column::new(tr!(locale, "head-lever"), Kind::Key),
            Column::new(tr!(locale, "book-lever-value"), Kind::Number),
        ];
        columns.extend(self.banded(tr!(locale, "npv-difference"), Kind::Amount));
        columns.push(Column::new(tr!(locale, "head-roi"), Kind::Share));
        let curves = &self.data.findings.curves;
        let rows = curves.iter().flat_map(|(scenario, curve)| {
            curve.points.iter().map(move |point| {
                let band = &point.npv_difference;
                let mut row =
                    vec![Value::from(scenario.as_str()), curve.strategy.as_str().into(), curve.key.as_str().into()];
                row.extend([point.x, band.mean, band.p05, band.p95].map(Value::from));
                row.push(point.roi.into());
                row
            })
        });
        let last = fill(sheet, 0, &columns, rows, &self.cut("result.json"))?;
        set_up(sheet, 0, 4, &columns)?;
        // One chart for every lever of the first scenario.
        let mut levers: Vec<(&str, Vec<Block>)> = Vec::new();
        let mut first = 1;
        for (scenario, curve) in curves {
            let length = curve.points.len() as u32;
            if **scenario == *self.data.findings.comparisons[0].scenario && length > 0 && first + length <= last {
                let block = Block { name: (first, 1), first, last: first + length - 1 };
                match levers.iter_mut().find(|(key, _)| *key == curve.key) {
                    Some((_, blocks)) => blocks.push(block),
                    None => levers.push((&curve.key, vec![block])),
                }
            }
            first += length;
        }
        for (i, (key, blocks)) in levers.iter().enumerate() {
            let title = tr!(locale, "report-curve", lever = locale.quoted(&label_of(&paragraph(key), locale)));
            let across = format!("({})", label_of(&paragraph(key), locale));
            let column = columns.len() as u16 + 1 + 13 * i as u16;
            let shown = &blocks[..blocks.len().min(MOST_SERIES)];
            let name = sheet.name();
            if let Some(chart) = self.lines(&name, shown, [3, 4], (title, across), ChartType::ScatterStraight) {
                sheet.insert_chart(1, column, &chart)?;
            }
        }
        Ok(())
    }

    fn assumptions(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let columns = [
            Column::new(tr!(locale, "report-key"), Kind::Key),
            Column::new(tr!(locale, "report-value"), Kind::Number),
            Column::new(tr!(locale, "report-default"), Kind::Words),
            Column::new(tr!(locale, "book-unit"), Kind::Words),
            Column::new(tr!(locale, "head-moved"), Kind::Words),
            Column::new(tr!(locale, "book-low"), Kind::Number),
            Column::new(tr!(locale, "book-high"), Kind::Number),
            Column::new(tr!(locale, "book-difference-low"), Kind::Amount),
            Column::new(tr!(locale, "book-difference-high"), Kind::Amount),
            Column::new(tr!(locale, "changes-decision"), Kind::Words),
            Column::new(tr!(locale, "head-status"), Kind::Words),
            Column::new(tr!(locale, "head-meaning"), Kind::Prose),
            Column::new(tr!(locale, "head-source"), Kind::Prose),
            Column::new(tr!(locale, "book-note"), Kind::Prose),
        ];
        let yes = |is: bool| if is { Value::from(tr!(locale, "book-yes")) } else { Value::Nothing };
        let row = |assumption: &Assumption| {
            let entry = entry_for(&assumption.key);
            let text =
                |part: fn(&crate::evidence::ledger::Entry) -> String| entry.map_or(Value::Nothing, |e| part(e).into());
            let basis = match assumption.basis {
                Basis::Uncertain => "uncertain",
                Basis::Published => "published",
                Basis::Plausible => "plausible",
                Basis::Tenth => "tenth",
            };
            let differences = assumption.differences.map_or([Value::Nothing, Value::Nothing], |d| d.map(Value::from));
            let [low, high] = assumption.ends;
            let [difference_low, difference_high] = differences;
            let found = entry.map(|e| evidence(locale, assumption, e));
            let (status, source) =
                found.map_or((Value::Nothing, Value::Nothing), |found| (found.status.into(), found.source.into()));
            vec![
                assumption.key.to_string().into(),
                assumption.value.into(),
                yes(assumption.origin == Origin::Default && assumption.basis != Basis::Uncertain),
                text(|e| e.unit.clone()),
                tr!(locale, "report-basis", basis = basis).into(),
                low.into(),
                high.into(),
                difference_low,
                difference_high,
                yes(assumption.turns),
                status,
                text(|e| e.meaning.clone()),
                source,
                text(|e| e.note.clone()),
            ]
        };
        let found = &self.data.findings.assumptions;
        let rows = found.uncertain.iter().chain(&found.certain).map(row);
        fill(sheet, 0, &columns, rows, &self.cut("study.toml"))?;
        set_up(sheet, 0, 1, &columns)
    }
}
