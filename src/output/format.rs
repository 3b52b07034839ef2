//! Numbers as people read them: thousands with commas, money as 1.2 M, shares as 52.7 %, a real minus sign.
//!
//! Every function takes any `f64`: what is not a number becomes `n/a`, infinity `∞`. Negative zero is zero.

/// The minus sign of typography, U+2212.
pub const MINUS: char = '−';

/// Suffixes of thousands, millions, billions (short scale) and so on.
const UNITS: [(f64, &str); 5] = [(1.0, ""), (1e3, "k"), (1e6, "M"), (1e9, "bn"), (1e12, "tn")];

/// A whole number with thousands separators: `241,351`, `−75`.
pub fn count(value: f64) -> String {
    fixed(value, 0)
}

/// A number with `decimals` digits after the point and thousands separators: `1,234.50`.
pub fn fixed(value: f64, decimals: usize) -> String {
    special(value).unwrap_or_else(|| {
        if value.abs() >= 1e21 {
            return with_sign(value, format!("{:.1e}", value.abs()));
        }
        with_sign(value, group(&format!("{:.decimals$}", value.abs())))
    })
}

/// A short form of two or three digits: `742`, `7.1 k`, `241 k`, `1.2 M`, `0.42`.
pub fn compact(value: f64) -> String {
    if let Some(text) = special(value) {
        return text;
    }
    let size = value.abs();
    if size == 0.0 {
        return "0".to_owned();
    }
    if !(1e-4..1e18).contains(&size) {
        return with_sign(value, format!("{size:.1e}").replace('-', "−"));
    }
    if size < 999.5 {
        return with_sign(value, short(size));
    }
    let (scale, unit) = UNITS[1..].iter().find(|(scale, _)| size / scale < 999.5).unwrap_or(&UNITS[UNITS.len() - 1]);
    let scaled = size / scale;
    let digits = if scaled < 9.95 { format!("{scaled:.1}") } else { group(&format!("{scaled:.0}")) };
    with_sign(value, format!("{digits} {unit}"))
}

/// [`compact`] with a plus before gains: `+241 k`, `−75 k`, `0`.
pub fn signed(value: f64) -> String {
    plus(value, compact(value))
}

/// [`count`] with a plus before gains: `+4,210`.
pub fn signed_count(value: f64) -> String {
    plus(value, count(value))
}

/// Customers: in full below ten million, with decimals where a mean is below ten, short beyond.
pub fn people(value: f64) -> String {
    if (9.95..1e7).contains(&value.abs()) { count(value) } else { compact(value) }
}

/// [`people`] with a plus before gains.
pub fn signed_people(value: f64) -> String {
    plus(value, people(value))
}

/// Mean and 90 % interval of money: `+241 k (+143 k to +360 k)`; the interval is left out where it shows nothing more.
pub fn with_interval(mean: f64, low: f64, high: f64) -> String {
    interval(signed(mean), signed(low), signed(high))
}

/// Mean and 90 % interval of customers: `49,500 (48,900 to 50,100)`.
pub fn people_with_interval(mean: f64, low: f64, high: f64) -> String {
    interval(people(mean), people(low), people(high))
}

/// Money in full with its currency: `241,351 USD`.
pub fn money(value: f64, currency: &str) -> String {
    format!("{} {currency}", count(value)).trim_end().to_owned()
}

/// A share in per cent with one decimal: `52.7 %`; a share that only rounds to none or all says so: `< 0.1 %`, `> 99.9 %`.
pub fn share(value: f64) -> String {
    per_cent(value, 1)
}

/// A share in whole per cent: `53 %`, `> 99 %`.
pub fn share_whole(value: f64) -> String {
    per_cent(value, 0)
}

/// A number of things, in singular or plural: `1 month`, `36 months`.
pub fn plural(number: u64, noun: &str) -> String {
    let ending = if number == 1 || noun.is_empty() { "" } else { "s" };
    format!("{} {noun}{ending}", count(number as f64))
}

/// How the ticks of one axis are written: one unit and one number of decimals for all of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TickFormat {
    scale: f64,
    suffix: &'static str,
    decimals: usize,
}

impl TickFormat {
    /// For plain numbers and money: `0`, `50 k`, `100 k`; below 10,000, and where steps are too fine for a unit, in full.
    pub fn number(largest: f64, step: f64) -> Self {
        let largest = largest.abs();
        let (scale, unit) =
            UNITS.iter().rev().find(|(scale, _)| largest >= 1e4 && largest >= *scale).unwrap_or(&UNITS[0]);
        let decimals = decimals(step / scale);
        if unit.is_empty() || decimals > 2 {
            return Self { scale: 1.0, suffix: "", decimals: self::decimals(step) };
        }
        Self { scale: *scale, suffix: unit, decimals }
    }

    /// For shares: `0 %`, `2.5 %`, `5.0 %`.
    pub fn share(step: f64) -> Self {
        Self { scale: 0.01, suffix: "%", decimals: decimals(step * 100.0) }
    }

    /// One tick; zero stands without a unit, save on an axis of shares.
    pub fn text(&self, value: f64) -> String {
        if !value.is_finite() {
            return compact(value);
        }
        let scaled = value / self.scale;
        let zero = fixed(scaled, self.decimals).chars().all(|c| matches!(c, '0' | '.'));
        match (zero, self.suffix) {
            (true, "%") => "0 %".to_owned(),
            (true, _) => "0".to_owned(),
            (false, "") => fixed(scaled, self.decimals),
            (false, suffix) => format!("{} {suffix}", fixed(scaled, self.decimals)),
        }
    }
}

/// Decimals that tell multiples of `step` apart, at most 9.
fn decimals(step: f64) -> usize {
    if !(step > 0.0 && step.is_finite()) {
        return 0;
    }
    (0..9)
        .find(|&d| {
            let scaled = step * 10f64.powi(d);
            scaled > 0.999 && (scaled - scaled.round()).abs() < 1e-6 * scaled.max(1.0)
        })
        .unwrap_or(9) as usize
}

fn interval(mean: String, low: String, high: String) -> String {
    if low == mean && high == mean { mean } else { format!("{mean} ({low} to {high})") }
}

fn special(value: f64) -> Option<String> {
    if value.is_nan() {
        Some("n/a".to_owned())
    } else if value.is_infinite() {
        Some(with_sign(value, "∞".to_owned()))
    } else {
        None
    }
}

/// Below 1,000: two digits under 10, none after the point above.
fn short(size: f64) -> String {
    let text = if size >= 9.95 {
        format!("{size:.0}")
    } else if size >= 0.995 {
        format!("{size:.1}")
    } else {
        let places = (1.0 - size.log10().floor()).clamp(1.0, 6.0) as usize;
        format!("{size:.places$}")
    };
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

fn per_cent(value: f64, decimals: usize) -> String {
    if let Some(text) = special(value) {
        return text;
    }
    let edge = 0.1f64.powi(decimals as i32);
    let shown = (value * 100.0 / edge).round() * edge;
    if value > 0.0 && shown == 0.0 {
        return format!("< {} %", fixed(edge, decimals));
    }
    if value < 1.0 && value > 0.9 && shown >= 100.0 {
        return format!("> {} %", fixed(100.0 - edge, decimals));
    }
    let decimals = if value.abs() >= 10.0 { 0 } else { decimals };
    format!("{} %", fixed(value * 100.0, decimals))
}

fn plus(value: f64, text: String) -> String {
    let zero = !text.chars().any(|c| matches!(c, '1'..='9' | '∞'));
    if value > 0.0 && !zero { format!("+{text}") } else { text }
}

/// Puts a minus before the text of a negative value, unless all its digits are zero.
fn with_sign(value: f64, digits: String) -> String {
    let zero = !digits.chars().any(|c| matches!(c, '1'..='9' | '∞'));
    if value < 0.0 && !zero { format!("{MINUS}{digits}") } else { digits }
}

/// Commas between thousands of a plain decimal number.
fn group(digits: &str) -> String {
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut text = String::with_capacity(digits.len() + whole / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && place < whole && (whole - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::output::format::{
        TickFormat, compact, count, fixed, money, people, people_with_interval, plural, share, share_whole, signed,
        signed_people, with_interval,
    };

    #[test]
    fn counts_have_thousands_separators_and_a_real_minus() {
        assert_eq!(count(241_351.4), "241,351");
        assert_eq!(count(-1_204.0), "−1,204");
        assert_eq!(count(-0.4), "0");
        assert_eq!(count(999.0), "999");
        assert_eq!(count(1e12), "1,000,000,000,000");
        assert_eq!(fixed(-1234.5, 2), "−1,234.50");
        assert_eq!(money(241_351.0, "USD"), "241,351 USD");
    }

    #[test]
    fn compact_numbers_keep_two_or_three_digits() {
        let cases = [
            (0.0, "0"),
            (0.42, "0.42"),
            (7.0, "7"),
            (7.13, "7.1"),
            (999.4, "999"),
            (999.6, "1.0 k"),
            (7_120.0, "7.1 k"),
            (9_960.0, "10 k"),
            (-75_300.0, "−75 k"),
            (241_351.0, "241 k"),
            (999_600.0, "1.0 M"),
            (1_234_567.0, "1.2 M"),
            (1e12, "1.0 tn"),
            (1e16, "10,000 tn"),
            (1e21, "1.0e21"),
            (0.000_02, "2.0e−5"),
        ];
        for (value, text) in cases {
            assert_eq!(compact(value), text);
        }
    }

    #[test]
    fn what_is_no_number_is_said_and_never_panics() {
        assert_eq!(compact(f64::NAN), "n/a");
        assert_eq!(signed(f64::INFINITY), "+∞");
        assert_eq!(count(f64::NEG_INFINITY), "−∞");
        assert_eq!(share(f64::NAN), "n/a");
        for value in [f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324] {
            assert!(compact(value).len() < 12);
            assert!(count(value).len() < 12);
        }
    }

    #[test]
    fn signs_are_shown_where_gains_and_losses_meet() {
        assert_eq!(signed(241_351.0), "+241 k");
        assert_eq!(signed(-75_300.0), "−75 k");
        assert_eq!(signed(0.0), "0");
    }

    #[test]
    fn intervals_stand_beside_the_mean_unless_they_show_the_same() {
        assert_eq!(with_interval(241e3, 143e3, 360e3), "+241 k (+143 k to +360 k)");
        assert_eq!(with_interval(5e3, 5e3, 5e3), "+5.0 k");
        assert_eq!(people_with_interval(49_500.0, 48_900.0, 50_100.0), "49,500 (48,900 to 50,100)");
        assert_eq!([3.24, 4_210.0, 5e9].map(people), ["3.2", "4,210", "5.0 bn"]);
        assert_eq!(signed_people(4_210.0), "+4,210");
    }

    #[test]
    fn shares_that_only_round_to_none_or_all_say_so() {
        assert_eq!(share(0.527), "52.7 %");
        assert_eq!(share(1.0), "100.0 %");
        assert_eq!(share(0.9999), "> 99.9 %");
        assert_eq!(share(0.0001), "< 0.1 %");
        assert_eq!(share(0.0), "0.0 %");
        assert_eq!(share(-0.352), "−35.2 %");
        assert_eq!(share(12.345), "1,234 %");
        assert_eq!(share_whole(0.999), "> 99 %");
    }

    #[test]
    fn things_are_counted_in_singular_and_plural() {
        assert_eq!(plural(1, "month"), "1 month");
        assert_eq!(plural(36, "month"), "36 months");
        assert_eq!(plural(1_000, "draw"), "1,000 draws");
    }

    #[test]
    fn ticks_of_an_axis_share_unit_and_decimals() {
        let thousands = TickFormat::number(300e3, 50e3);
        assert_eq!([-50e3, 0.0, 100e3].map(|v| thousands.text(v)), ["−50 k", "0", "100 k"]);
        let millions = TickFormat::number(1.5e6, 0.5e6);
        assert_eq!([0.5e6, 1e6].map(|v| millions.text(v)), ["0.5 M", "1.0 M"]);
        let close = TickFormat::number(1e12, 5.0);
        assert_eq!(close.text(1e12 + 5.0), "1,000,000,000,005");
        let shares = TickFormat::share(0.025);
        assert_eq!([0.0, 0.025].map(|v| shares.text(v)), ["0 %", "2.5 %"]);
    }
}
