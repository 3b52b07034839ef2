//! Tornado: one input at a time from its 5 % to its 95 % quantile, the others at their point values, and where that
//! makes another strategy the best.

use crate::analysis::summary::best_of;
use crate::stats::root::dip;
use serde::{Deserialize, Serialize};

/// Places looked at on each side of the point value before a flip is narrowed down.
const LOOKS: usize = 16;
/// Halvings of the way to a flip.
const HALVINGS: usize = 40;

/// An input to be moved: columns of a point, and their low and high values.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Swing {
    /// The columns that move together.
    pub columns: Vec<usize>,
    /// Their 5 % quantiles.
    pub low: Vec<f64>,
    /// Their 95 % quantiles.
    pub high: Vec<f64>,
}

/// The world at one end of a swing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct End {
    /// Value of the (first) input.
    pub value: f64,
    /// NPV of every strategy, money.
    pub npv: Vec<f64>,
}

/// Where another strategy becomes the best.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flip {
    /// Value of the (first) input.
    pub value: f64,
    /// The strategy that is best beyond, by its place.
    pub to: usize,
    /// NPV of the strategy best at the point values less the reference's, there, money.
    pub difference: f64,
}

/// What one input does alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// At its 5 % quantile.
    pub low: End,
    /// At its 95 % quantile.
    pub high: End,
    /// The first flip below the point value, and above it.
    pub flips: Vec<Flip>,
}

impl Bar {
    /// How far the NPV difference of strategy `of` to the reference moves, money.
    pub(crate) fn width(&self, of: usize) -> f64 {
        let difference = |end: &End| end.npv[of] - end.npv[0];
        (difference(&self.high) - difference(&self.low)).abs()
    }
}

/// A bar for each of `swings` around `base`; `evaluate` gives the NPV of every strategy (the reference first) at points.
///
/// # Errors
/// Those of `evaluate`.
pub(crate) fn tornado<E>(
    base: &[f64],
    swings: &[Swing],
    mut evaluate: impl FnMut(&[Vec<f64>]) -> Result<Vec<Vec<f64>>, E>,
) -> Result<Vec<Bar>, E> {
    let at_base = evaluate(&[base.to_vec()])?.remove(0);
    let best = best_of(&at_base);
    let mut bars = Vec::with_capacity(swings.len());
    for swing in swings {
        // The share `s` of the way from the point values to an end.
        let at = |end: &[f64], s: f64| {
            let mut point = base.to_vec();
            for (&column, &value) in swing.columns.iter().zip(end) {
                point[column] += s * (value - point[column]);
            }
            point
        };
        let mut ends = Vec::with_capacity(2);
        let mut flips = Vec::new();
        for end in [&swing.low, &swing.high] {
            let points: Vec<Vec<f64>> = (1..=LOOKS).map(|i| at(end, i as f64 / LOOKS as f64)).collect();
            let npv = evaluate(&points)?;
            // How far the best strategy is ahead of all others, from the point values on.
            let lead = |npv: &[f64]| {
                let others = npv.iter().enumerate().filter(|(s, _)| *s != best).map(|(_, x)| *x);
                npv[best] - others.fold(f64::NEG_INFINITY, f64::max)
            };
            let ahead: Vec<(f64, f64)> = std::iter::once(&at_base)
                .chain(&npv)
                .enumerate()
                .map(|(i, npv)| (i as f64 / LOOKS as f64, lead(npv)))
                .collect();
            let first = npv.iter().position(|npv| best_of(npv) != best);
            // It may fall behind and be ahead again between two looks: where its lead is least and turns.
            let mut trouble = None;
            let dipped = ahead[..first.map_or(LOOKS + 1, |look| look + 1)].windows(3).find_map(|three| {
                let least = three[1].1;
                if !(least > 0.0 && least <= three[0].1.min(three[2].1) && least < three[0].1.max(three[2].1)) {
                    return None;
                }
                let at_share = |s: f64| match evaluate(&[at(end, s)]) {
                    Ok(npv) => lead(&npv[0]),
                    Err(error) => {
                        trouble = Some(error);
                        f64::NAN
                    }
                };
                dip(at_share, [three[0], three[1], three[2]], 1e-6).map(|(beyond, _)| (three[0].0, beyond))
            });
            if let Some(error) = trouble {
                return Err(error);
            }
            let looked = first.map(|look| (look as f64 / LOOKS as f64, (look + 1) as f64 / LOOKS as f64));
            if let Some((mut before, mut beyond)) = dipped.or(looked) {
                let mut there = evaluate(&[at(end, beyond)])?.remove(0);
                for _ in 0..HALVINGS {
                    let middle = 0.5 * (before + beyond);
                    let npv = evaluate(&[at(end, middle)])?.remove(0);
                    if best_of(&npv) == best {
                        before = middle;
                    } else {
                        (beyond, there) = (middle, npv);
                    }
                }
                flips.push(Flip {
                    value: at(end, beyond)[swing.columns[0]],
                    to: best_of(&there),
                    difference: there[best] - there[0],
                });
            }
            ends.push(End { value: end[0], npv: npv.into_iter().last().unwrap_or_else(|| at_base.clone()) });
        }
        let (Some(high), Some(low)) = (ends.pop(), ends.pop()) else { continue };
        bars.push(Bar { low, high, flips });
    }
    Ok(bars)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use crate::analysis::tornado::{Swing, tornado};

    #[test]
    fn a_line_flips_where_it_crosses_another() {
        // Three strategies: 0, x - 2, 3 x - 8: the second is best from 2 to 3 at y = 0.
        let npv = |p: &Vec<f64>| vec![0.0 * p[1], p[0] - 2.0, 3.0 * p[0] - 8.0];
        let evaluate = |points: &[Vec<f64>]| Ok::<_, Infallible>(points.iter().map(npv).collect());
        let swings = [
            Swing { columns: vec![0], low: vec![1.0], high: vec![5.0] },
            Swing { columns: vec![1], low: vec![-1.0], high: vec![1.0] },
        ];
        let Ok(bars) = tornado(&[2.5, 0.0], &swings, evaluate);
        let bar = &bars[0];
        assert_eq!((bar.flips[0].to, bar.flips[1].to), (0, 2));
        assert!((bar.flips[0].value - 2.0).abs() < 1e-9 && (bar.flips[1].value - 3.0).abs() < 1e-9);
        assert!((bar.flips[1].difference - 1.0).abs() < 1e-9);
        assert_eq!((bar.low.value, bar.high.npv[2], bar.width(1)), (1.0, 7.0, 4.0));
        assert!(bars[1].flips.is_empty() && bars[1].width(1) == 0.0);
    }

    #[test]
    fn a_flip_and_back_between_two_looks_is_found() {
        // The second strategy is best only between 0.509 and 0.511, the looks are a sixteenth apart.
        let npv = |p: &Vec<f64>| vec![0.0, 1e-6 - (p[0] - 0.51) * (p[0] - 0.51), -1.0];
        let evaluate = |points: &[Vec<f64>]| Ok::<_, Infallible>(points.iter().map(npv).collect());
        let swings = [Swing { columns: vec![0], low: vec![-1.0], high: vec![1.0] }];
        let Ok(bars) = tornado(&[0.0], &swings, evaluate);
        let flips = &bars[0].flips;
        assert_eq!((flips.len(), flips[0].to), (1, 1));
        assert!((flips[0].value - 0.509).abs() < 1e-9, "{flips:?}");
    }
}
