//! How people read a level of a number of the study: the one formatter of levers, inputs and thresholds.

use crate::analysis::view::LeverUnit;
use crate::language::Locale;

/// A level in full: a share in per cent with one decimal, anything else with as many digits as its size asks for.
pub fn level(locale: &Locale, x: f64, unit: LeverUnit) -> String {
    match unit {
        LeverUnit::Share => locale.share(x),
        _ if x == x.round() || x.abs() >= 100.0 => locale.count(x),
        _ if x.abs() >= 10.0 => locale.fixed(x, 1),
        _ if x.abs() >= 1.0 => locale.fixed(x, 2),
        _ if x.abs() >= 1e-4 => locale.fixed(x, digits(x.abs())),
        _ => locale.compact(x),
    }
}

/// The decimals that three significant digits of a number below 1 take, without zeros at their end.
fn digits(size: f64) -> usize {
    let all = [1.0, 0.1, 0.01, 0.001].into_iter().position(|bound| size >= bound).unwrap_or(4) + 2;
    let text = format!("{size:.all$}");
    all - (text.len() - text.trim_end_matches('0').len())
}

/// [`level`] with the currency of money.
pub fn level_with_currency(locale: &Locale, x: f64, unit: LeverUnit, currency: &str) -> String {
    let text = level(locale, x, unit);
    if unit == LeverUnit::Money { locale.in_currency(text, currency) } else { text }
}

/// A level where there is little room, as in charts: whole per cents without a decimal, large numbers in short.
pub fn short_level(locale: &Locale, x: f64, unit: LeverUnit) -> String {
    match unit {
        LeverUnit::Share if (x * 100.0).fract().abs() < 1e-9 => locale.share_whole(x),
        LeverUnit::Money | LeverUnit::Number if x.abs() >= 1_000.0 => locale.compact(x),
        _ => level(locale, x, unit),
    }
}

/// [`short_level`] with as many decimals as the ends of the range that it is told with need, so that they stand even.
pub fn even_level(locale: &Locale, x: f64, unit: LeverUnit, ends: [f64; 2]) -> String {
    let size = ends[0].abs().max(ends[1].abs());
    match unit {
        LeverUnit::Share
            if ends.iter().all(|end| (end * 100.0).fract().abs() < 1e-9) && (x * 100.0).fract().abs() < 1e-9 =>
        {
            locale.share_whole(x)
        }
        LeverUnit::Share => locale.share(x),
        _ if size >= 1_000.0 => locale.compact(x),
        _ if [x, ends[0], ends[1]].iter().all(|x| *x == x.round()) || size >= 100.0 => locale.fixed(x, 0),
        _ if size >= 10.0 => locale.fixed(x, 1),
        _ if size >= 0.1 => locale.fixed(x, 2),
        _ if size >= 0.001 => locale.fixed(x, 4),
        _ => level(locale, x, unit),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::view::LeverUnit;
    use crate::language::{Language, Locale};
    use crate::output::level::{even_level, level, short_level};

    #[test]
    fn the_ends_of_a_range_have_the_same_decimals() {
        let locale = Locale::of(Language::English);
        let both = |ends: [f64; 2], unit| ends.map(|end| even_level(locale, end, unit, ends));
        assert_eq!(both([2.375, 41.26], LeverUnit::Number), ["2.4", "41.3"]);
        assert_eq!(both([0.5, 3.0], LeverUnit::Money), ["0.50", "3.00"]);
        assert_eq!(both([2.0, 3.0], LeverUnit::Number), ["2", "3"]);
        assert_eq!(both([0.4, 0.565], LeverUnit::Share), ["40.0 %", "56.5 %"]);
        assert_eq!(both([900.0, 41_000.0], LeverUnit::Money), ["900", "41 k"]);
    }

    #[test]
    fn levels_have_the_digits_that_their_size_asks_for() {
        let locale = Locale::of(Language::English);
        let full = |x| level(locale, x, LeverUnit::Number);
        assert_eq!(
            [0.0, 3.0, 0.01234, 0.75, 2.375, 41.26, 123.4, 20_000.0].map(full),
            ["0", "3", "0.0123", "0.75", "2.38", "41.3", "123", "20,000"]
        );
        assert_eq!(level(locale, 0.45, LeverUnit::Share), "45.0 %");
        assert_eq!(short_level(locale, 0.45, LeverUnit::Share), "45 %");
        assert_eq!(short_level(locale, 20_000.0, LeverUnit::Money), "20 k");
    }
}
