//! Labels at the ends of lines: moved apart as little as needed, joined to their line by a thin leader.

use plotters::style::RGBColor;

use crate::output::chart::ChartError;
use crate::output::chart::board::{Align, Board, Bounds, Point};
use crate::output::chart::style::{LABEL, PAPER, QUIET, Type, readable};
use crate::output::chart::text::{shorten, width, wrap};

/// Between a line's end and its label.
const LEADER: f64 = 52.0;

/// One label.
pub(super) struct EndLabel {
    /// Where its line ends.
    pub at: Point,
    /// Name of the series.
    pub name: String,
    /// What it comes to; may be empty.
    pub value: String,
    /// Colour of its line.
    pub colour: RGBColor,
}

/// One label broken into lines.
struct Broken {
    at: Point,
    lines: Vec<(String, Type)>,
    colour: RGBColor,
}

/// Labels broken into lines that fit a column.
pub(super) struct LabelColumn {
    labels: Vec<Broken>,
    room: f64,
}

impl LabelColumn {
    /// Breaks the labels so that all of them fit in `height`, at most `room` wide: two lines for a name and one for its value at best, one
    /// line for all at worst.
    pub(super) fn fit(labels: &[EndLabel], room: f64, height: f64) -> Self {
        let room = room - LEADER;
        let mut made: Vec<Broken> = Vec::new();
        for (size, name_lines, together) in
            [(42.0, 2, false), (38.0, 2, false), (36.0, 2, true), (31.0, 2, true), (34.0, 1, true)]
        {
            made = labels
                .iter()
                .map(|label| Broken {
                    at: label.at,
                    lines: broken(label, room, size, name_lines, together),
                    colour: label.colour,
                })
                .collect();
            if made.iter().map(|label| tall(&label.lines)).sum::<f64>() <= height {
                break;
            }
        }
        let widest =
            made.iter().flat_map(|label| label.lines.iter().map(|(text, kind)| width(text, kind))).fold(0.0, f64::max);
        Self { labels: made, room: widest + LEADER }
    }

    /// Width that the column takes, leaders included.
    pub(super) fn width(&self) -> f64 {
        self.room
    }

    /// Draws the labels to the right of `area`.
    pub(super) fn draw(&self, board: &Board<'_>, area: Bounds) -> Result<(), ChartError> {
        self.draw_beside(board, area, |_| area.right)
    }

    /// Draws each label inside `area`, to the right of its line's end, on a pale ground.
    pub(super) fn draw_inside(&self, board: &Board<'_>, area: Bounds) -> Result<(), ChartError> {
        self.draw_beside(board, area, |end| end)
    }

    /// Draws the labels one leader to the right of `edge`, told where a line ends.
    fn draw_beside(&self, board: &Board<'_>, area: Bounds, edge: impl Fn(f64) -> f64) -> Result<(), ChartError> {
        let wanted: Vec<f64> = self.labels.iter().map(|label| label.at.1).collect();
        let heights: Vec<f64> = self.labels.iter().map(|label| tall(&label.lines)).collect();
        let places = spread(&wanted, &heights, area.top - 40.0, area.bottom + 20.0);
        for (Broken { at, lines, colour }, (centre, height)) in self.labels.iter().zip(places.iter().zip(&heights)) {
            let edge = edge(at.0);
            let left = edge + LEADER;
            let first = lines.first().map_or(0.0, |(_, kind)| kind.leading());
            let mut down = centre - height / 2.0 + 4.0;
            // The leader meets the label at its first line, as a legend's sample would.
            let meet = down + first * 0.5;
            let bend = [(at.0.min(edge) + 4.0, at.1), (edge + 20.0, at.1), (left - 14.0, meet), (left - 8.0, meet)];
            board.line(&bend, *colour, 3)?;
            if edge < area.right {
                let widest = lines.iter().map(|(text, kind)| width(text, kind)).fold(0.0, f64::max);
                let ground = Bounds { left, top: down, right: left + widest, bottom: down + height };
                board.rectangle(ground, PAPER, 0.8)?;
            }
            for (text, kind) in lines {
                down += kind.leading();
                board.text(text, (left, down - kind.size * 0.36), kind, Align::Left)?;
            }
        }
        Ok(())
    }
}

fn broken(label: &EndLabel, room: f64, size: f64, name_lines: usize, together: bool) -> Vec<(String, Type)> {
    let name = LABEL.sized(size).heavy().coloured(readable(label.colour));
    let value = LABEL.sized(size - 4.0).coloured(QUIET);
    if together {
        let plain = LABEL.sized(size).coloured(readable(label.colour));
        let tail = if label.value.is_empty() { String::new() } else { format!(" · {}", label.value) };
        let whole = width(&format!("{}{tail}", label.name), &plain) <= room;
        let each = [&label.name, &label.value].iter().all(|text| width(text, &plain) <= room);
        if name_lines > 1 && each && !whole && !label.value.is_empty() {
            return vec![(label.name.clone(), plain), (label.value.clone(), value)];
        }
        let mut lines = wrap(&format!("{}{tail}", label.name), room, &plain, usize::MAX);
        // Where the name takes too much, it gives way to the value.
        let mut free = room * name_lines as f64 - width(&tail, &plain);
        while lines.len() > name_lines && free > room * 0.1 {
            lines = wrap(&format!("{}{tail}", shorten(&label.name, free, &plain)), room, &plain, usize::MAX);
            free -= size;
        }
        lines.truncate(name_lines);
        return lines.into_iter().map(|line| (shorten(&line, room, &plain), plain)).collect();
    }
    let mut lines: Vec<(String, Type)> =
        wrap(&label.name, room, &name, name_lines).into_iter().map(|line| (line, name)).collect();
    for line in wrap(&label.value, room, &value, 2) {
        lines.push((line, value));
    }
    lines
}

fn tall(lines: &[(String, Type)]) -> f64 {
    lines.iter().map(|(_, kind)| kind.leading()).sum::<f64>() + 8.0
}

/// Centres for boxes of the given heights, between `low` and `high` where they fit, none over another, each as close as can be (least
/// squares) to where it is wanted. Order is kept.
pub(super) fn spread(wanted: &[f64], heights: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    // Taking off the heights above turns "not over another" into "not decreasing": pool adjacent violators.
    let mut above = 0.0;
    let mut offsets = Vec::with_capacity(order.len());
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for &index in &order {
        offsets.push(above + heights[index] / 2.0);
        let mut block = (wanted[index] - above - heights[index] / 2.0, 1);
        above += heights[index];
        while let Some(&(mean, number)) = blocks.last() {
            if mean <= block.0 {
                break;
            }
            blocks.pop();
            let joined = number + block.1;
            block = ((mean * number as f64 + block.0 * block.1 as f64) / joined as f64, joined);
        }
        blocks.push(block);
    }
    let last = (high - above).max(low);
    let starts = blocks.into_iter().flat_map(|(mean, number)| std::iter::repeat_n(mean.clamp(low, last), number));
    let mut places = vec![0.0; wanted.len()];
    for ((index, start), offset) in order.into_iter().zip(starts).zip(offsets) {
        places[index] = start + offset;
    }
    places
}

#[cfg(test)]
mod tests {
    use crate::output::chart::label::spread;

    #[test]
    fn labels_with_room_stay_where_they_are_wanted() {
        assert_eq!(spread(&[10.0, 100.0], &[20.0, 20.0], 0.0, 200.0), [10.0, 100.0]);
    }

    #[test]
    fn crowded_labels_move_apart_evenly_and_keep_their_order() {
        assert_eq!(spread(&[50.0, 50.0], &[20.0, 20.0], 0.0, 200.0), [40.0, 60.0]);
        let places = spread(&[5.0, 1.0, 3.0], &[10.0, 10.0, 10.0], 0.0, 200.0);
        assert_eq!(places, [25.0, 5.0, 15.0]);
    }

    #[test]
    fn labels_stay_inside_where_they_fit() {
        let places = spread(&[0.0, 500.0, 500.0], &[20.0, 20.0, 20.0], 0.0, 100.0);
        assert_eq!(places, [10.0, 70.0, 90.0]);
    }

    #[test]
    fn no_two_labels_overlap_whatever_is_wanted() {
        let wanted: Vec<f64> = (0..40).map(|i| f64::from((i * 37) % 11) * 9.0).collect();
        let heights: Vec<f64> = (0..40).map(|i| 10.0 + f64::from(i % 3) * 5.0).collect();
        let places = spread(&wanted, &heights, 0.0, 900.0);
        for a in 0..40 {
            for b in 0..a {
                assert!((places[a] - places[b]).abs() >= (heights[a] + heights[b]) / 2.0 - 1e-9);
            }
        }
    }
}
