//! Two rankings of the kinds of failure side by side: by the risk priority number and by the money at risk.

use std::cmp::Ordering;

use plotters::style::RGBColor;

use crate::analysis::fmea::{FailureMode, FailureModes};
use crate::analysis::view::ChartFrame;
use crate::language::{Locale, tr};
use crate::output::chart::axis::drawable;
use crate::output::chart::board::{Align, Board, Bounds, Heading, Point, compose, flow};
use crate::output::chart::clean::clean;
use crate::output::chart::style::{BLUE, GREY, LABEL, MOST_SERIES, QUIET, Type, VERMILLION};
use crate::output::chart::text::{quoted, shorten, width, wrap};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

const NAME: &str = "ranks";

/// What a line says: whether the money ranks a kind higher than the number, lower, or alike; its word in messages and colour.
const MEANINGS: [(Ordering, &str, RGBColor); 3] =
    [(Ordering::Less, "dearer", VERMILLION), (Ordering::Greater, "cheaper", BLUE), (Ordering::Equal, "alike", GREY)];

/// A kind's name and figures on one side.
struct Side {
    name: String,
    figure: String,
}

/// Draws one line a kind, from its place by number at the left to that by money at the right.
pub fn draw(frame: &ChartFrame, strategy: &str, found: &FailureModes) -> Result<Chart, ChartError> {
    let is_whole = |mode: &&FailureMode| drawable(mode.npv_at_risk.mean);
    let all: Vec<&FailureMode> = found.modes.iter().filter(is_whole).collect();
    if all.len() < 2 {
        return Err(ChartError::Empty { chart: NAME });
    }
    // In the order of the money, which is that of the right side.
    let shown = &all[..all.len().min(MOST_SERIES)];
    let mut by_number: Vec<usize> = (0..shown.len()).collect();
    by_number.sort_by_key(|&i| (shown[i].place_by_rpn, i));
    let locale = frame.locale();
    let mut subtitle = tr!(locale, "chart-ranks-subtitle", name = quoted(locale, strategy, 40));
    if all.len() > shown.len() {
        subtitle = tr!(locale, "chart-ranks-more", text = subtitle, number = all.len() - shown.len());
    }
    let title = finding(frame, &found.modes);
    let number = |mode: &FailureMode| Side {
        name: clean(&mode.kind),
        figure: format!(
            "{} = {} × {} × {}",
            locale.count(f64::from(mode.rpn)),
            mode.ranks.severity,
            mode.ranks.occurrence,
            mode.ranks.detection
        ),
    };
    let money = |mode: &FailureMode| Side {
        name: clean(&mode.kind),
        figure: locale.compact_money(mode.npv_at_risk.mean, &frame.currency),
    };
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let below = legend(board, area, locale)?;
        let slots = Slots::lay(board, Bounds { top: below, ..area }, shown.len());
        slots.heads(board, locale)?;
        for (slot, &i) in by_number.iter().enumerate() {
            let mode = shown[i];
            let ordering = moved(mode, &found.modes);
            let colour =
                MEANINGS.iter().find(|(meaning, ..)| *meaning == ordering).map_or(GREY, |(.., colour)| *colour);
            let [from, to] = [slots.point(0, slot), slots.point(1, i)];
            board.line(&[from, to], colour, 7)?;
            board.dot(from, 15.0, colour)?;
            board.dot(to, 15.0, colour)?;
            slots.side(board, from, &number(mode), Align::Right)?;
            slots.side(board, to, &money(mode), Align::Left)?;
        }
        Ok(())
    })
}

/// Where names and lines go.
struct Slots {
    area: Bounds,
    /// Left and right end of the lines.
    ends: [f64; 2],
    /// Upper edge of the first slot.
    top: f64,
    height: f64,
    name: Type,
    figure: Type,
}

impl Slots {
    fn lay(board: &Board<'_>, area: Bounds, number: usize) -> Self {
        let (head, share) = if board.is_portrait() { (110.0, 0.37) } else { (76.0, 0.33) };
        let top = area.top + head;
        let height = ((area.bottom - top) / number as f64).min(360.0);
        let size = (height * 0.36).clamp(22.0, LABEL.size);
        let ends = [area.left + share * area.width(), area.right - share * area.width()];
        let figure = LABEL.sized(size * 0.9).coloured(QUIET);
        Slots { area, ends, top, height, name: LABEL.sized(size).heavy(), figure }
    }

    /// The place of a slot at one end of the lines.
    fn point(&self, end: usize, slot: usize) -> Point {
        (self.ends[end], self.top + self.height * (slot as f64 + 0.5))
    }

    /// What the two sides are ranked by.
    fn heads(&self, board: &Board<'_>, locale: &Locale) -> Result<(), ChartError> {
        let kind = LABEL.sized(40.0);
        let words = [tr!(locale, "chart-ranks-number"), tr!(locale, "chart-ranks-money")];
        for ((word, end), align) in words.iter().zip(self.ends).zip([Align::Right, Align::Left]) {
            let lines = wrap(word, self.room(), &kind, 2);
            for (i, line) in lines.iter().enumerate() {
                let baseline = self.top - 26.0 - kind.leading() * (lines.len() - 1 - i) as f64;
                let beside = if align == Align::Right { end - 40.0 } else { end + 40.0 };
                board.text(line, (beside, baseline), &kind, align)?;
            }
        }
        Ok(())
    }

    /// Room for a name.
    fn room(&self) -> f64 {
        self.ends[0] - self.area.left - 40.0
    }

    /// Name and figure beside an end of a line.
    fn side(&self, board: &Board<'_>, (x, y): Point, side: &Side, align: Align) -> Result<(), ChartError> {
        let beside = if align == Align::Right { x - 40.0 } else { x + 40.0 };
        let name = shorten(&side.name, self.room(), &self.name);
        let figure = shorten(&side.figure, self.room(), &self.figure);
        board.text_at_mid(&name, (beside, y - 0.62 * self.name.size), &self.name, align)?;
        board.text_at_mid(&figure, (beside, y + 0.58 * self.name.size), &self.figure, align)
    }
}

/// Coloured words; returns where the lines may begin.
fn legend(board: &Board<'_>, area: Bounds, locale: &Locale) -> Result<f64, ChartError> {
    let kind = LABEL.sized(40.0);
    let words = MEANINGS.map(|(_, meaning, _)| tr!(locale, "chart-ranks-meaning", meaning = meaning));
    let (places, below) = flow(area, &words.each_ref().map(|word| 70.0 + width(word, &kind)));
    for ((word, (.., colour)), (left, middle)) in words.iter().zip(MEANINGS).zip(places) {
        board.line(&[(left, middle), (left + 52.0, middle)], colour, 7)?;
        board.text_at_mid(word, (left + 70.0, middle), &kind, Align::Left)?;
    }
    Ok(below)
}

/// Whether the money ranks a kind higher than the number (`Less`), lower, or alike: kinds of the same number share its places.
fn moved(mode: &FailureMode, modes: &[FailureMode]) -> Ordering {
    let equals = modes.iter().filter(|other| other.rpn == mode.rpn).count();
    if mode.place_by_money < mode.place_by_rpn {
        Ordering::Less
    } else if mode.place_by_money >= mode.place_by_rpn + equals.max(1) {
        Ordering::Greater
    } else {
        Ordering::Equal
    }
}

/// The title: which kind each ranking puts first.
fn finding(frame: &ChartFrame, modes: &[FailureMode]) -> String {
    let locale = frame.locale();
    let Some(money) = modes.first() else { return String::new() };
    let name = quoted(locale, &money.kind, 40);
    let apart = modes.iter().filter(|mode| moved(mode, modes) != Ordering::Equal).count();
    match modes.iter().find(|mode| mode.place_by_rpn == 1) {
        Some(number) if money.place_by_rpn != 1 => {
            let other = quoted(locale, &number.kind, 40);
            tr!(
                locale,
                "chart-ranks-apart",
                number = other,
                money = name,
                place = money.place_by_rpn,
                all = modes.len()
            )
        }
        _ if apart > 0 => tr!(locale, "chart-ranks-moved", name = name, number = apart, all = modes.len()),
        _ => tr!(locale, "chart-ranks-alike", name = name),
    }
}
