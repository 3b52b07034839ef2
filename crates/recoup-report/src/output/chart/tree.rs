//! The tree of a failure: how the firm heard, how it ended, who stayed; widths are customers.

use crate::analysis::view::{ChartFrame, FailureTree};
use crate::language::{Locale, tr};
use crate::output::chart::axis::drawable;
use crate::output::chart::board::{Align, Board, Bounds, Heading, Point, compose};
use crate::output::chart::style::{AXIS_TITLE, BLUE, INK, LABEL, PAPER, VERMILLION, readable};
use crate::output::chart::text::{quoted, shorten, width};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::units::{Outcome, Route};

const NAME: &str = "tree";

/// The four columns, by their names in messages.
const COLUMNS: [&str; 4] = ["failure", "route", "outcome", "fate"];

/// Width of a node.
const NODE: f64 = 30.0;
/// Height of a node's two lines of text.
const WORDS: f64 = 104.0;
/// Least gap between nodes.
const GAP: f64 = 26.0;

/// Customers who left and who stayed.
#[derive(Debug, Clone, Copy, Default)]
struct Flow {
    left: f64,
    stayed: f64,
}

impl Flow {
    fn total(self) -> f64 {
        self.left + self.stayed
    }

    fn add(&mut self, other: Flow) {
        self.left += other.left;
        self.stayed += other.stayed;
    }
}

/// A node on the board, with how far its sides are filled with ribbons.
struct Node {
    flow: Flow,
    left: f64,
    top: f64,
    height: f64,
    entered: f64,
    gone: f64,
}

/// Draws the tree of one strategy.
pub fn draw(frame: &ChartFrame, tree: &FailureTree) -> Result<Chart, ChartError> {
    // Customers by route (row) and outcome (column).
    let mut flows = [[Flow::default(); 4]; 4];
    for branch in &tree.branches {
        let kept = |value: f64| if drawable(value) { value.max(0.0) } else { 0.0 };
        flows[branch.route as usize][branch.outcome as usize]
            .add(Flow { left: kept(branch.left), stayed: kept(branch.stayed) });
    }
    let routes = flows.map(|row| sum(row.into_iter()));
    let outcomes: [Flow; 4] = std::array::from_fn(|outcome| sum(flows.iter().map(|row| row[outcome])));
    let whole = sum(routes.into_iter());
    if whole.total() <= 0.0 {
        return Err(ChartError::Empty { chart: NAME });
    }
    let locale = frame.locale();
    let title = finding(locale, tree, &routes, whole);
    let name = quoted(locale, &tree.strategy, 40);
    let subtitle = tr!(locale, "chart-tree-subtitle", horizon = frame.horizon(), name = name);
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let fates = [Flow { left: whole.left, stayed: 0.0 }, Flow { left: 0.0, stayed: whole.stayed }];
        let columns: [&[Flow]; 4] = [&[whole], &routes, &outcomes, &fates];
        let mut nodes = place(area, &columns);
        ribbons(board, &mut nodes, &flows)?;
        texts(board, area, &nodes, whole, locale)
    })
}

fn sum(flows: impl Iterator<Item = Flow>) -> Flow {
    flows.fold(Flow::default(), |mut total, flow| {
        total.add(flow);
        total
    })
}

/// Nodes of all columns, one scale for all: the largest at which every column fits with its words.
fn place(area: Bounds, columns: &[&[Flow]; 4]) -> [Vec<Node>; 4] {
    let top = area.top + AXIS_TITLE.leading() + 24.0;
    let room = area.bottom - top;
    let slot = |flow: &Flow, scale: f64| if flow.total() > 0.0 { (flow.total() * scale).max(WORDS) + GAP } else { 0.0 };
    let fits = |scale: f64| columns.iter().all(|flows| flows.iter().map(|f| slot(f, scale)).sum::<f64>() - GAP <= room);
    let whole = columns[0].iter().map(|flow| flow.total()).sum::<f64>();
    let (mut low, mut high) = (0.0, room / whole);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if fits(middle) { low = middle } else { high = middle }
    }
    let apart = (area.width() * 0.875 - NODE) / 3.0;
    std::array::from_fn(|column| {
        let used: f64 = columns[column].iter().map(|flow| slot(flow, low)).sum::<f64>() - GAP;
        let shown = columns[column].iter().filter(|flow| flow.total() > 0.0).count();
        // What room is left goes between the nodes, up to a point, and around the column.
        let extra = if shown > 1 { ((room - used) / (shown + 1) as f64).clamp(0.0, 90.0) } else { 0.0 };
        let mut down = top + (room - used - extra * shown.saturating_sub(1) as f64) / 2.0;
        let left = area.left + apart * column as f64;
        columns[column]
            .iter()
            .map(|flow| {
                let height = flow.total() * low;
                let tall = slot(flow, low);
                let node = Node {
                    flow: *flow,
                    left,
                    top: down + (tall - GAP - height) / 2.0,
                    height,
                    entered: 0.0,
                    gone: 0.0,
                };
                down += if tall > 0.0 { tall + extra } else { 0.0 };
                node
            })
            .collect()
    })
}

/// All ribbons: leavers above stayers in each.
fn ribbons(board: &Board<'_>, nodes: &mut [Vec<Node>; 4], flows: &[[Flow; 4]; 4]) -> Result<(), ChartError> {
    let [root, routes, outcomes, fates] = nodes;
    let root = &mut root[0];
    for (route, row) in routes.iter_mut().zip(flows) {
        ribbon(board, root, route, route.flow)?;
        for (outcome, flow) in outcomes.iter_mut().zip(row) {
            ribbon(board, route, outcome, *flow)?;
        }
    }
    for outcome in outcomes {
        let Flow { left, stayed } = outcome.flow;
        ribbon(board, outcome, &mut fates[0], Flow { left, stayed: 0.0 })?;
        ribbon(board, outcome, &mut fates[1], Flow { left: 0.0, stayed })?;
    }
    Ok(())
}

/// The ribbons of leavers and stayers between two nodes.
fn ribbon(board: &Board<'_>, from: &mut Node, to: &mut Node, flow: Flow) -> Result<(), ChartError> {
    for (customers, colour, opacity) in [(flow.left, VERMILLION, 0.45), (flow.stayed, BLUE, 0.32)] {
        let scale = if from.flow.total() > 0.0 { from.height / from.flow.total() } else { 0.0 };
        let thick = customers * scale;
        if thick <= 0.0 {
            continue;
        }
        let start = (from.left + NODE, from.top + from.gone);
        let end = (to.left, to.top + to.entered);
        from.gone += thick;
        to.entered += thick;
        // A single customer among many still shows as a thread.
        let thick = thick.max(1.5);
        let upper = curve(start, end);
        let lower = curve((start.0, start.1 + thick), (end.0, end.1 + thick));
        let outline: Vec<Point> = upper.into_iter().chain(lower.into_iter().rev()).collect();
        board.polygon(&outline, colour, opacity)?;
    }
    Ok(())
}

/// A curve that leaves and arrives level.
fn curve(from: Point, to: Point) -> Vec<Point> {
    (0..=40)
        .map(|step| {
            let share = f64::from(step) / 40.0;
            let ease = share * share * (3.0 - 2.0 * share);
            (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * ease)
        })
        .collect()
}

/// Headings, nodes and their words.
fn texts(
    board: &Board<'_>,
    area: Bounds,
    nodes: &[Vec<Node>; 4],
    whole: Flow,
    locale: &Locale,
) -> Result<(), ChartError> {
    let apart = nodes[1][0].left - nodes[0][0].left;
    for (column, kind) in nodes.iter().zip(COLUMNS) {
        let left = column[0].left;
        board.text(
            &tr!(locale, "chart-tree-heading", column = kind),
            (left, area.top + AXIS_TITLE.size * 0.8),
            &AXIS_TITLE,
            Align::Left,
        )?;
        for (row, node) in column.iter().enumerate().filter(|(_, node)| node.flow.total() > 0.0) {
            let (name, colour) = match kind {
                "failure" => (tr!(locale, "chart-tree-all"), INK),
                "route" => (tr!(locale, "route-name", route = Route::ALL[row].name()), INK),
                "outcome" => (tr!(locale, "outcome-name", outcome = Outcome::ALL[row].name()), INK),
                _ if row == 0 => (tr!(locale, "chart-tree-left"), VERMILLION),
                _ => (tr!(locale, "chart-tree-stayed"), BLUE),
            };
            let bottom = node.top + node.height.max(2.0);
            board.rectangle(Bounds { left, top: node.top, right: left + NODE, bottom }, colour, 1.0)?;
            let middle = node.top + node.height / 2.0;
            let room = if left + apart < area.right { apart - NODE - 30.0 } else { area.right - left - NODE - 18.0 };
            let total = node.flow.total();
            let mut figure = locale.people(total);
            if column.len() > 1 {
                figure.push_str(&format!(" · {}", locale.share_whole(total / whole.total())));
            }
            if node.flow.left > 0.0 && node.flow.stayed > 0.0 {
                let share = locale.share_whole(node.flow.left / total);
                figure = tr!(locale, "chart-tree-left-of-them", text = figure, share = share);
            }
            let heavy = LABEL.heavy().coloured(readable(colour));
            let light = LABEL.sized(36.0);
            let lines = [(shorten(&name, room, &heavy), heavy, -25.0), (shorten(&figure, room, &light), light, 25.0)];
            // A veil over the ribbons keeps the words readable.
            let wide = lines.iter().map(|(text, kind, _)| width(text, kind)).fold(0.0, f64::max);
            let at = left + NODE + 18.0;
            let veil = Bounds { left: at - 10.0, top: middle - 50.0, right: at + wide + 10.0, bottom: middle + 50.0 };
            board.rectangle(veil, PAPER, 0.55)?;
            for (text, kind, down) in &lines {
                board.text_at_mid(text, (at, middle + down), kind, Align::Left)?;
            }
        }
    }
    Ok(())
}

/// The title: from which route most leavers come.
fn finding(locale: &Locale, tree: &FailureTree, routes: &[Flow; 4], whole: Flow) -> String {
    let name = quoted(locale, &tree.strategy, 50);
    if whole.left <= whole.total() * 1e-6 {
        return tr!(locale, "chart-tree-nobody", name = name);
    }
    let most = routes.iter().zip(Route::ALL).max_by(|a, b| a.0.left.total_cmp(&b.0.left));
    let (left, route) = most.map_or((0.0, Route::Silent), |(flow, route)| (flow.left, route));
    let share = locale.share_whole(left / whole.left);
    tr!(locale, "chart-tree-most", name = name, share = share, route = route.name())
}
