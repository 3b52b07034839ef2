//! Control charts of complaints: the rate by period with its limits above, the moving average below; alarms are marked.

use recoup_fit::control_chart::{Chart as ControlChart, Direction};

use crate::analysis::view::ChartFrame;
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure, Panel};
use crate::output::chart::board::{Board, Bounds, Heading, Point, compose};
use crate::output::chart::style::{BLUE, QUIET, VERMILLION};
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

const NAME: &str = "control";
/// Dates below the chart.
const MOST_DATES: usize = 6;
/// The same on an upright chart.
const FEW_DATES: usize = 3;

/// What a control chart shows besides its figures.
pub struct Controlled<'a> {
    /// The kind of failure; `None`: all complaints.
    pub kind: Option<&'a str>,
    /// The first day of every period.
    pub dates: &'a [String],
    /// Name of the vertical axis above.
    pub rate: String,
    /// The chart.
    pub chart: &'a ControlChart,
}

/// One line of a panel: values by period, where there are any, with limits.
struct Track {
    values: Vec<Option<f64>>,
    limits: Vec<Option<(f64, f64)>>,
    centre: f64,
    alarms: Vec<usize>,
}

/// Draws rate and moving average of one kind.
pub fn draw(frame: &ChartFrame, data: &Controlled<'_>) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let chart = data.chart;
    if chart.points.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let rates = Track {
        values: chart.points.iter().map(|point| point.rate).collect(),
        limits: chart.points.iter().map(|point| point.limits).collect(),
        centre: chart.centre,
        alarms: chart.alarms.iter().map(|alarm| alarm.period).collect(),
    };
    let averages = Track {
        values: chart.points.iter().map(|point| Some(point.average)).collect(),
        limits: chart.points.iter().map(|point| Some(point.average_limits)).collect(),
        centre: 1.0,
        alarms: chart.average_alarms.iter().map(|alarm| alarm.period).collect(),
    };
    let title = finding(frame, data);
    let subtitle = tr!(locale, "chart-control-subtitle");
    let up = Axis::over(locale, rates.heights(), 0.05, Measure::Number, 5, data.rate.clone());
    let down = Axis::over(locale, averages.heights(), 0.05, Measure::Number, 4, tr!(locale, "chart-control-average"));
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let x = dates(data.dates, if board.is_portrait() { FEW_DATES } else { MOST_DATES });
        let left = Panel::room_for(&up).max(Panel::room_for(&down));
        let parting = area.top + area.height() * 0.54;
        let upper = Panel::new(board, Bounds { bottom: parting, ..area }, &x.bare(), &up, left, 0.0)?;
        rates.draw(board, &upper)?;
        let lower = Panel::new(board, Bounds { top: parting + 26.0, ..area }, &x, &down, left, 0.0)?;
        averages.draw(board, &lower)
    })
}

/// The axis of periods, with a few dates.
fn dates(dates: &[String], most: usize) -> Axis {
    let stride = dates.len().div_ceil(most).max(1);
    let ticks = dates.iter().enumerate().step_by(stride).map(|(i, date)| (i as f64, date.clone())).collect();
    Axis::ticked(-0.5, dates.len() as f64 - 0.5, ticks, String::new())
}

impl Track {
    fn heights(&self) -> Vec<f64> {
        let limits = self.limits.iter().flatten().flat_map(|(low, high)| [*low, *high]);
        limits.chain(self.values.iter().flatten().copied()).chain([0.0]).collect()
    }

    fn draw(&self, board: &Board<'_>, panel: &Panel<'_>) -> Result<(), ChartError> {
        let at = |i: usize, y: f64| panel.at(i as f64, y);
        let last = self.values.len().saturating_sub(1);
        board.line(&[at(0, self.centre), at(last, self.centre)], QUIET, 3)?;
        for end in [|limits: (f64, f64)| limits.0, |limits: (f64, f64)| limits.1] {
            let points: Vec<Point> =
                self.limits.iter().enumerate().filter_map(|(i, limits)| Some(at(i, end((*limits)?)))).collect();
            board.dashes(&points, QUIET, 4)?;
        }
        let values: Vec<Point> =
            self.values.iter().enumerate().filter_map(|(i, value)| Some(at(i, (*value)?))).collect();
        board.line(&values, BLUE, 6)?;
        for (i, value) in self.values.iter().enumerate() {
            let Some(value) = value else { continue };
            if self.alarms.contains(&i) {
                board.dot(at(i, *value), 16.0, VERMILLION)?;
            } else {
                board.dot(at(i, *value), 8.0, BLUE)?;
            }
        }
        Ok(())
    }
}

/// The title: which kind gave an alarm, when and which way; or that none did.
fn finding(frame: &ChartFrame, data: &Controlled<'_>) -> String {
    let locale = frame.locale();
    let what = match data.kind {
        Some(kind) => quoted(locale, kind, 50),
        None => tr!(locale, "chart-control-all"),
    };
    let alarms = data.chart.alarms.iter().chain(&data.chart.average_alarms);
    let Some(first) = alarms.min_by_key(|alarm| alarm.period) else {
        return tr!(locale, "chart-control-quiet", what = what);
    };
    let direction = match first.direction {
        Direction::Up => "up",
        Direction::Down => "down",
    };
    let date = data.dates.get(first.period).cloned().unwrap_or_default();
    tr!(locale, "chart-control-alarm", what = what, direction = direction, date = date)
}
