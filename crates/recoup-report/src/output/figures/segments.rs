//! Customers and money by segment.

use std::ops::Range;

use crate::analysis::summary::{Comparison, SegmentSummary, StrategySummary};
use crate::language::{Locale, tr};
use crate::model::segment::{SEGMENT_COLUMN_NAMES, SegmentColumn, SegmentRow};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium, strategy};

/// Rows beyond which the terminal shows only the reference and the best strategy.
const MOST_ROWS: usize = 24;

/// What the segments of a scenario's strategies came to, customers first, then money; none where there is one segment.
pub fn segments(locale: &Locale, comparison: &Comparison, currency: &str) -> Option<[Figures; 2]> {
    let reference = &comparison.strategies[0];
    if reference.segments.len() < 2 {
        return None;
    }
    let is_long = comparison.strategies.len() * reference.segments.len() > MOST_ROWS;
    let heads = |columns: Range<usize>| {
        let named = [strategy(locale), Column::new(tr!(locale, "head-segment"), Kind::Words).below()];
        let head = |name: &&str| Column::new(tr!(locale, "segment-column", column = *name), Kind::Amount);
        named.into_iter().chain(SEGMENT_COLUMN_NAMES[columns].iter().map(head)).collect::<Vec<Column>>()
    };
    let customers = 0..SegmentColumn::Contribution as usize;
    let money = SegmentColumn::Contribution as usize..SEGMENT_COLUMN_NAMES.len();
    let rows = |cells: &dyn Fn(&SegmentRow, &SegmentRow, bool) -> Vec<Figure>| {
        let of_strategy = |(s, summary): (usize, &StrategySummary)| {
            let from = if is_long && s > 0 && s != comparison.best() { Medium::Page } else { Medium::Terminal };
            let of_segment = |(i, segment): (usize, &SegmentSummary)| {
                let mut row = vec![Figure::Text(segment.name.to_string())];
                let base = reference.segments.get(i).map_or(SegmentRow::default(), |segment| segment.row);
                row.extend(cells(&segment.row, &base, s == 0));
                Line::of(&summary.name, row).from(from)
            };
            summary.segments.iter().enumerate().map(of_segment).collect::<Vec<Line>>()
        };
        comparison.strategies.iter().enumerate().flat_map(of_strategy).collect::<Vec<Line>>()
    };
    let worth = |row: &SegmentRow| row.get(SegmentColumn::Contribution) - row.get(SegmentColumn::Programme);
    let mut money_columns = heads(money.clone());
    money_columns.push(Column::new(tr!(locale, "segment-worth"), Kind::Amount));
    money_columns.push(Column::new(tr!(locale, "segment-difference"), Kind::Amount));
    let of_customers = rows(&|row, _, _| row.0[customers.clone()].iter().map(|x| Figure::Amount(*x)).collect());
    let of_money = rows(&|row, base, is_reference| {
        let mut cells: Vec<Figure> = row.0[money.clone()].iter().map(|x| Figure::Amount(*x)).collect();
        cells.push(Figure::Amount(worth(row)));
        cells.push(match is_reference {
            true => Figure::Nothing,
            false => Figure::Signed(worth(row) - worth(base)),
        });
        cells
    });
    let caption = tr!(locale, "segment-caption-money", currency = currency);
    Some([
        Figures {
            left_out: Some(tr!(locale, "segment-fewer")),
            ..Figures::new(tr!(locale, "segment-caption-customers"), heads(customers.clone()), of_customers)
        },
        Figures { remarks: vec![tr!(locale, "segment-remark")], ..Figures::new(caption, money_columns, of_money) },
    ])
}
