//! The tree of a failure: how the firm heard, how it ended, who stayed; widths are customers.

use plotters::style::RGBColor;

use crate::analysis::view::{ChartFrame, FailureTree};
use crate::language::{Locale, tr};
use crate::output::chart::axis::drawable;
use crate::output::chart::board::{Align, Board, Bounds, Heading, Point, compose};
use crate::output::chart::style::{AXIS_TITLE, BLUE, GREY, INK, LABEL, Type, VERMILLION, readable, tint};
use crate::output::chart::text::{quoted, shorten, wrap};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::units::{Outcome, Route};

const NAME: &str = "tree";

/// The four columns, by their names in messages.
const COLUMNS: [&str; 4] = ["failure", "route", "outcome", "fate"];

/// Width of the bar at the edge of a box that shows how many customers it has.
const BAR: f64 = 20.0;
/// Least gap between boxes of one column.
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

/// How the tree lies: columns from left to right on a slide, from top to bottom on a phone. Lengths along run from column to column, those
/// across from box to box of one column.
struct Lie {
    is_upright: bool,
    area: Bounds,
    /// Length of a box along.
    along: f64,
    /// Least length of a box across: its words.
    across: f64,
    /// Room for the headings above the columns; none where a column lies below another, since ribbons run there.
    heading: f64,
}

impl Lie {
    fn of(board: &Board<'_>, area: Bounds) -> Self {
        match board.is_portrait() {
            true => Lie { is_upright: true, area, along: 176.0, across: 300.0, heading: 0.0 },
            false => Lie { is_upright: false, area, along: 480.0, across: 146.0, heading: AXIS_TITLE.leading() + 24.0 },
        }
    }

    /// From where to where boxes may lie across.
    fn ends(&self) -> [f64; 2] {
        match self.is_upright {
            true => [self.area.left, self.area.right],
            false => [self.area.top + self.heading, self.area.bottom],
        }
    }

    /// Where a column begins along.
    fn start(&self, column: usize) -> f64 {
        let (low, high) = match self.is_upright {
            true => (self.area.top + self.heading, self.area.bottom),
            false => (self.area.left, self.area.right),
        };
        low + (high - low - self.along) / 3.0 * column as f64
    }

    fn point(&self, (along, across): (f64, f64)) -> Point {
        if self.is_upright { (across, along) } else { (along, across) }
    }

    fn bounds(&self, along: [f64; 2], across: [f64; 2]) -> Bounds {
        let ((left, top), (right, bottom)) = (self.point((along[0], across[0])), self.point((along[1], across[1])));
        Bounds { left, top, right, bottom }
    }
}

/// A node on the board, with how far its sides are filled with ribbons.
struct Node {
    flow: Flow,
    /// Where it begins along.
    start: f64,
    /// Its box across.
    sides: [f64; 2],
    /// Where its customers begin across, and how far they reach.
    first: f64,
    thick: f64,
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
        let lie = Lie::of(board, area);
        let mut nodes = place(&lie, &columns);
        ribbons(board, &lie, &mut nodes, &flows)?;
        texts(board, &lie, &nodes, whole, locale)
    })
}

fn sum(flows: impl Iterator<Item = Flow>) -> Flow {
    flows.fold(Flow::default(), |mut total, flow| {
        total.add(flow);
        total
    })
}

/// Nodes of all columns, one scale for all: the largest at which every column fits with its words.
fn place(lie: &Lie, columns: &[&[Flow]; 4]) -> [Vec<Node>; 4] {
    let [begin, end] = lie.ends();
    let room = end - begin;
    let slot =
        |flow: &Flow, scale: f64| if flow.total() > 0.0 { (flow.total() * scale).max(lie.across) + GAP } else { 0.0 };
    let fits = |scale: f64| columns.iter().all(|flows| flows.iter().map(|f| slot(f, scale)).sum::<f64>() - GAP <= room);
    let whole = columns[0].iter().map(|flow| flow.total()).sum::<f64>();
    let (mut low, mut high) = (0.0, room / whole);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if fits(middle) { low = middle } else { high = middle }
    }
    std::array::from_fn(|column| {
        let used: f64 = columns[column].iter().map(|flow| slot(flow, low)).sum::<f64>() - GAP;
        let shown = columns[column].iter().filter(|flow| flow.total() > 0.0).count();
        // What room is left goes between the nodes, up to a point, and around the column.
        let extra = if shown > 1 { ((room - used) / (shown + 1) as f64).clamp(0.0, 90.0) } else { 0.0 };
        let mut at = begin + (room - used - extra * shown.saturating_sub(1) as f64) / 2.0;
        let node = |flow: &Flow| {
            let (thick, tall) = (flow.total() * low, slot(flow, low));
            let sides = [at, at + (tall - GAP).max(0.0)];
            at += if tall > 0.0 { tall + extra } else { 0.0 };
            let first = (sides[0] + sides[1] - thick) / 2.0;
            Node { flow: *flow, start: lie.start(column), sides, first, thick, entered: 0.0, gone: 0.0 }
        };
        columns[column].iter().map(node).collect()
    })
}

/// All ribbons: leavers before stayers in each.
fn ribbons(board: &Board<'_>, lie: &Lie, nodes: &mut [Vec<Node>; 4], flows: &[[Flow; 4]; 4]) -> Result<(), ChartError> {
    let [root, routes, outcomes, fates] = nodes;
    let root = &mut root[0];
    for (route, row) in routes.iter_mut().zip(flows) {
        ribbon(board, lie, root, route, route.flow)?;
        for (outcome, flow) in outcomes.iter_mut().zip(row) {
            ribbon(board, lie, route, outcome, *flow)?;
        }
    }
    for outcome in outcomes {
        let Flow { left, stayed } = outcome.flow;
        ribbon(board, lie, outcome, &mut fates[0], Flow { left, stayed: 0.0 })?;
        ribbon(board, lie, outcome, &mut fates[1], Flow { left: 0.0, stayed })?;
    }
    Ok(())
}

/// The ribbons of leavers and stayers between two nodes.
fn ribbon(board: &Board<'_>, lie: &Lie, from: &mut Node, to: &mut Node, flow: Flow) -> Result<(), ChartError> {
    for (customers, colour, opacity) in [(flow.left, VERMILLION, 0.45), (flow.stayed, BLUE, 0.32)] {
        let scale = if from.flow.total() > 0.0 { from.thick / from.flow.total() } else { 0.0 };
        let thick = customers * scale;
        if thick <= 0.0 {
            continue;
        }
        let start = (from.start + lie.along, from.first + from.gone);
        let end = (to.start, to.first + to.entered);
        from.gone += thick;
        to.entered += thick;
        // A single customer among many still shows as a thread.
        let thick = thick.max(1.5);
        let upper = curve(start, end);
        let lower = curve((start.0, start.1 + thick), (end.0, end.1 + thick));
        let outline: Vec<Point> =
            upper.into_iter().chain(lower.into_iter().rev()).map(|point| lie.point(point)).collect();
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

/// Headings, nodes and their words: each in a box of its own, which no ribbon crosses.
fn texts(board: &Board<'_>, lie: &Lie, nodes: &[Vec<Node>; 4], whole: Flow, locale: &Locale) -> Result<(), ChartError> {
    for (column, kind) in nodes.iter().zip(COLUMNS) {
        if lie.heading > 0.0 {
            let at = (column[0].start, lie.area.top + AXIS_TITLE.size * 0.8);
            board.text(&tr!(locale, "chart-tree-heading", column = kind), at, &AXIS_TITLE, Align::Left)?;
        }
        for (row, node) in column.iter().enumerate().filter(|(_, node)| node.flow.total() > 0.0) {
            let (name, colour) = match kind {
                "failure" => (tr!(locale, "chart-tree-all"), INK),
                "route" => (tr!(locale, "route-name", route = Route::ALL[row].name()), INK),
                "outcome" => (tr!(locale, "outcome-name", outcome = Outcome::ALL[row].name()), INK),
                _ if row == 0 => (tr!(locale, "chart-tree-left"), VERMILLION),
                _ => (tr!(locale, "chart-tree-stayed"), BLUE),
            };
            let total = node.flow.total();
            let mut figure = locale.people(total);
            if column.len() > 1 {
                figure.push_str(&format!(" · {}", locale.share_whole(total / whole.total())));
            }
            let mut left = String::new();
            if node.flow.left > 0.0 && node.flow.stayed > 0.0 {
                left = tr!(locale, "chart-tree-left-of-them", share = locale.share_whole(node.flow.left / total));
            }
            node_box(board, lie, node, colour, &name, [figure, left])?;
        }
    }
    Ok(())
}

/// The box of a node: a bar as long as it has customers, and its words.
fn node_box(
    board: &Board<'_>,
    lie: &Lie,
    node: &Node,
    colour: RGBColor,
    name: &str,
    figures: [String; 2],
) -> Result<(), ChartError> {
    let end = node.start + lie.along;
    let ground = lie.bounds([node.start, end], node.sides);
    board.rectangle(ground, tint(GREY, 0.10), 1.0)?;
    let reach = [node.first, node.first + node.thick.max(2.0)];
    board.rectangle(lie.bounds([node.start, node.start + BAR], reach), colour, 1.0)?;
    let size = if lie.is_upright { 34.0 } else { LABEL.size };
    let heavy = LABEL.sized(size).heavy().coloured(readable(colour));
    let light = LABEL.sized(size - 5.0);
    let (left, top) = match lie.is_upright {
        true => (ground.left + 12.0, ground.top + BAR),
        false => (ground.left + BAR + 18.0, ground.top),
    };
    let room = ground.right - left - 8.0;
    let most = if lie.is_upright { 2 } else { 1 };
    let mut lines: Vec<(String, Type)> = wrap(name, room, &heavy, most).into_iter().map(|line| (line, heavy)).collect();
    let figures = figures.iter().filter(|figure| !figure.is_empty());
    lines.extend(figures.map(|figure| (shorten(figure, room, &light), light)));
    let tall: f64 = lines.iter().map(|(_, kind)| kind.leading()).sum();
    let mut down = (top + ground.bottom - tall) / 2.0;
    for (line, kind) in &lines {
        board.text_at_mid(line, (left, down + kind.leading() / 2.0), kind, Align::Left)?;
        down += kind.leading();
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
