//! Numbers as people read them, by language: `241,351`, `241 k` and `52.7 %` in English, `241.351`, `241 mil` and
//! `52,7 %` in Spanish, `241,351`, `24.1万` and `52.7%` in Chinese; everywhere a real minus sign.
//!
//! Every function takes any `f64`: what is not a number becomes `n/a`, infinity `∞`. Negative zero is zero.

use crate::language::catalogue::{Locale, tr};
use crate::language::number_formats::with_sign;
use crate::math::{log10, powi};
use crate::scenario::language::Language;

impl Locale {
    /// A whole number with thousands separators: `241,351`, `−75`.
    pub fn count(&self, value: f64) -> String {
        self.fixed(value, 0)
    }

    /// A number with `decimals` digits after the point and thousands separators: `1,234.50`.
    pub fn fixed(&self, value: f64, decimals: usize) -> String {
        let forms = self.forms;
        forms.special(value).unwrap_or_else(|| {
            if value.abs() >= 1e21 {
                return with_sign(value, forms.scientific(value.abs()));
            }
            with_sign(value, forms.local(&format!("{:.decimals$}", value.abs())))
        })
    }

    /// A short form of two or three digits: `742`, `7.1 k`, `241 k`, `1.2 M`, `0.42`.
    pub fn compact(&self, value: f64) -> String {
        let forms = self.forms;
        if let Some(text) = forms.special(value) {
            return text;
        }
        let size = value.abs();
        if size == 0.0 {
            return "0".to_owned();
        }
        if !(1e-4..1e18).contains(&size) {
            return with_sign(value, forms.scientific(size));
        }
        // Up to where the next unit would round to 1.
        let ends = forms.units[1..].iter().map(|(scale, _)| scale * 0.9995).chain([f64::INFINITY]);
        let unit = if size < forms.units[0].0 * 0.9995 {
            None
        } else {
            forms.units.iter().zip(ends).find(|(_, end)| size < *end).map(|(unit, _)| unit)
        };
        let Some((scale, unit)) = unit else { return with_sign(value, forms.local(&short(size))) };
        let scaled = size / scale;
        let digits = if scaled < forms.tenths_below { format!("{scaled:.1}") } else { format!("{scaled:.0}") };
        with_sign(value, format!("{}{}{unit}", forms.local(&digits), forms.gap))
    }

    /// [`Locale::compact`] with a plus before gains: `+241 k`, `−75 k`, `0`.
    pub fn signed(&self, value: f64) -> String {
        plus(value, self.compact(value))
    }

    /// [`Locale::count`] with a plus before gains: `+4,210`.
    pub fn signed_count(&self, value: f64) -> String {
        plus(value, self.count(value))
    }

    /// [`Locale::fixed`] with a plus above 0: `+0.25`.
    pub fn signed_fixed(&self, value: f64, decimals: usize) -> String {
        plus(value, self.fixed(value, decimals))
    }

    /// Customers: in full below ten million, with decimals where a mean is below ten, short beyond.
    pub fn people(&self, value: f64) -> String {
        if (9.95..1e7).contains(&value.abs()) { self.count(value) } else { self.compact(value) }
    }

    /// [`Locale::people`] with a plus before gains.
    pub fn signed_people(&self, value: f64) -> String {
        plus(value, self.people(value))
    }

    /// Mean and 90 % interval of money: `+241 k (+143 k to +360 k)`; the interval is left out where it shows nothing more.
    pub fn with_interval(&self, mean: f64, low: f64, high: f64) -> String {
        self.interval(self.signed(mean), &self.signed(low), &self.signed(high))
    }

    /// Mean and 90 % interval of customers: `49,500 (48,900 to 50,100)`.
    pub fn people_with_interval(&self, mean: f64, low: f64, high: f64) -> String {
        self.interval(self.people(mean), &self.people(low), &self.people(high))
    }

    /// Money in full with its currency: `241,351 USD`.
    pub fn money(&self, value: f64, currency: &str) -> String {
        self.in_currency(self.count(value), currency)
    }

    /// Money in short with its currency: `241 k USD`.
    pub fn compact_money(&self, value: f64, currency: &str) -> String {
        self.in_currency(self.compact(value), currency)
    }

    /// A share in per cent with one decimal: `52.7 %`; a share that only rounds to none or all says so: `< 0.1 %`, `> 99.9 %`.
    pub fn share(&self, value: f64) -> String {
        self.per_cent(value, 1)
    }

    /// A share in whole per cent: `53 %`, `> 99 %`.
    pub fn share_whole(&self, value: f64) -> String {
        self.per_cent(value, 0)
    }

    /// A number of periods: `1 month`, `36 months`; `period` is `week`, `month`, `quarter` or `year`.
    pub fn periods(&self, number: u64, period: &str) -> String {
        tr!(self, "periods", number = number, period = period)
    }

    /// A period by its number, which counts from 1 (see [`period_number`](crate::units::period_number)): `month 4`.
    pub fn period(&self, number: u64, period: &str) -> String {
        tr!(self, "period-at", period = period, number = self.count(number as f64))
    }

    /// What stands between two sentences.
    pub fn between_sentences(&self) -> &'static str {
        if self.language == Language::Chinese { "" } else { " " }
    }

    /// Sentences one after the other.
    pub fn joined(&self, sentences: impl IntoIterator<Item = String>) -> String {
        sentences.into_iter().collect::<Vec<String>>().join(self.between_sentences())
    }

    /// `a, b, c`.
    pub fn series<S: AsRef<str>>(&self, items: &[S]) -> String {
        items.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(self.forms.comma)
    }

    /// `a, b and c`.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        match items.split_last() {
            Some((last, first)) if !first.is_empty() => {
                tr!(self, "list-and", first = self.series(first), last = last.as_ref())
            }
            _ => self.series(items),
        }
    }

    /// `a or b`.
    pub fn either<S: AsRef<str>>(&self, items: &[S]) -> String {
        match items.split_last() {
            Some((last, first)) if !first.is_empty() => {
                tr!(self, "list-or", first = self.series(first), last = last.as_ref())
            }
            _ => self.series(items),
        }
    }

    /// A text made a sentence by its full stop.
    pub fn sentence(&self, text: String) -> String {
        tr!(self, "sentence", text = text)
    }

    /// Text in quotation marks.
    pub fn quoted(&self, text: &str) -> String {
        let [open, close] = self.forms.quotes;
        format!("{open}{text}{close}")
    }

    /// For the ticks of plain numbers and money: `0`, `50 k`, `100 k`; small axes, and those whose steps are too
    /// fine for a unit, in full.
    pub fn ticks(&'static self, largest: f64, step: f64) -> TickFormat {
        let largest = largest.abs();
        let units = self.forms.units.iter().rev();
        let mut units = units.filter(|(scale, _)| largest >= self.forms.axis_in_full && largest >= *scale);
        let (scale, unit) = *units.next().unwrap_or(&(1.0, ""));
        let fraction = decimals(step / scale);
        if unit.is_empty() || fraction > 2 {
            return TickFormat { locale: self, scale: 1.0, suffix: "", decimals: decimals(step) };
        }
        TickFormat { locale: self, scale, suffix: unit, decimals: fraction }
    }

    /// For the ticks of shares: `0 %`, `2.5 %`, `5.0 %`.
    pub fn share_ticks(&'static self, step: f64) -> TickFormat {
        TickFormat { locale: self, scale: 0.01, suffix: "%", decimals: decimals(step * 100.0) }
    }

    /// An amount as written, with its currency.
    pub fn in_currency(&self, amount: String, currency: &str) -> String {
        if currency.is_empty() { amount } else { format!("{amount}{}{currency}", self.forms.before_currency) }
    }

    fn interval(&self, mean: String, low: &str, high: &str) -> String {
        let [open, to, close] = self.forms.interval;
        if low == mean && high == mean { mean } else { format!("{mean}{open}{low}{to}{high}{close}") }
    }

    fn per_cent(&self, value: f64, decimals: usize) -> String {
        let forms = self.forms;
        if let Some(text) = forms.special(value) {
            return text;
        }
        let written = |value: f64, decimals| format!("{}{}%", self.fixed(value, decimals), forms.gap);
        let edge = powi(0.1, decimals as i32);
        let shown = (value * 100.0 / edge).round() * edge;
        if value > 0.0 && shown == 0.0 {
            return format!("< {}", written(edge, decimals));
        }
        if value < 1.0 && value > 0.9 && shown >= 100.0 {
            return format!("> {}", written(100.0 - edge, decimals));
        }
        let decimals = if value.abs() >= 10.0 { 0 } else { decimals };
        written(value * 100.0, decimals)
    }
}

/// How the ticks of one axis are written: one unit and one number of decimals for all of them.
#[derive(Debug, Clone, Copy)]
pub struct TickFormat {
    locale: &'static Locale,
    scale: f64,
    suffix: &'static str,
    decimals: usize,
}

impl TickFormat {
    /// One tick; zero stands without a unit, save on an axis of shares.
    pub fn text(&self, value: f64) -> String {
        if !value.is_finite() {
            return self.locale.compact(value);
        }
        let gap = self.locale.forms.gap;
        let scaled = value / self.scale;
        let text = self.locale.fixed(scaled, self.decimals);
        let zero = text.chars().all(|c| matches!(c, '0' | '.' | ','));
        match (zero, self.suffix) {
            (true, "%") => format!("0{gap}%"),
            (true, _) => "0".to_owned(),
            (false, "") => text,
            (false, suffix) => format!("{text}{gap}{suffix}"),
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
            let scaled = step * powi(10.0, d);
            scaled > 0.999 && (scaled - scaled.round()).abs() < 1e-6 * scaled.max(1.0)
        })
        .unwrap_or(9) as usize
}

/// Below 1,000: two digits under 10, none after the point above.
fn short(size: f64) -> String {
    let text = if size >= 9.95 {
        format!("{size:.0}")
    } else if size >= 0.995 {
        format!("{size:.1}")
    } else {
        let places = (1.0 - log10(size).floor()).clamp(1.0, 6.0) as usize;
        format!("{size:.places$}")
    };
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

fn plus(value: f64, text: String) -> String {
    let zero = !text.chars().any(|c| matches!(c, '1'..='9' | '∞'));
    if value > 0.0 && !zero { format!("+{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use crate::language::{Language, Locale};

    fn english() -> &'static Locale {
        Locale::of(Language::English)
    }

    #[test]
    fn counts_have_thousands_separators_and_a_real_minus() {
        assert_eq!(english().count(241_351.4), "241,351");
        assert_eq!(english().count(-1_204.0), "−1,204");
        assert_eq!(english().count(-0.4), "0");
        assert_eq!(english().count(999.0), "999");
        assert_eq!(english().count(1e12), "1,000,000,000,000");
        assert_eq!(english().fixed(-1234.5, 2), "−1,234.50");
        assert_eq!(english().money(241_351.0, "USD"), "241,351 USD");
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
            assert_eq!(english().compact(value), text);
        }
    }

    #[test]
    fn what_is_no_number_is_said_and_never_panics() {
        assert_eq!(english().compact(f64::NAN), "n/a");
        assert_eq!(english().signed(f64::INFINITY), "+∞");
        assert_eq!(english().count(f64::NEG_INFINITY), "−∞");
        assert_eq!(english().share(f64::NAN), "n/a");
        for value in [f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324] {
            assert!(english().compact(value).len() < 12);
            assert!(english().count(value).len() < 12);
        }
    }

    #[test]
    fn signs_are_shown_where_gains_and_losses_meet() {
        assert_eq!(english().signed(241_351.0), "+241 k");
        assert_eq!(english().signed(-75_300.0), "−75 k");
        assert_eq!(english().signed(0.0), "0");
    }

    #[test]
    fn intervals_stand_beside_the_mean_unless_they_show_the_same() {
        assert_eq!(english().with_interval(241e3, 143e3, 360e3), "+241 k (+143 k to +360 k)");
        assert_eq!(english().with_interval(5e3, 5e3, 5e3), "+5.0 k");
        assert_eq!(english().people_with_interval(49_500.0, 48_900.0, 50_100.0), "49,500 (48,900 to 50,100)");
        assert_eq!([3.24, 4_210.0, 5e9].map(|x| english().people(x)), ["3.2", "4,210", "5.0 bn"]);
        assert_eq!(english().signed_people(4_210.0), "+4,210");
    }

    #[test]
    fn shares_that_only_round_to_none_or_all_say_so() {
        assert_eq!(english().share(0.527), "52.7 %");
        assert_eq!(english().share(1.0), "100.0 %");
        assert_eq!(english().share(0.9999), "> 99.9 %");
        assert_eq!(english().share(0.0001), "< 0.1 %");
        assert_eq!(english().share(0.0), "0.0 %");
        assert_eq!(english().share(-0.352), "−35.2 %");
        assert_eq!(english().share(12.345), "1,234 %");
        assert_eq!(english().share_whole(0.999), "> 99 %");
    }

    #[test]
    fn ticks_of_an_axis_share_unit_and_decimals() {
        let thousands = english().ticks(300e3, 50e3);
        assert_eq!([-50e3, 0.0, 100e3].map(|v| thousands.text(v)), ["−50 k", "0", "100 k"]);
        let millions = english().ticks(1.5e6, 0.5e6);
        assert_eq!([0.5e6, 1e6].map(|v| millions.text(v)), ["0.5 M", "1.0 M"]);
        let close = english().ticks(1e12, 5.0);
        assert_eq!(close.text(1e12 + 5.0), "1,000,000,000,005");
        let shares = english().share_ticks(0.025);
        assert_eq!([0.0, 0.025].map(|v| shares.text(v)), ["0 %", "2.5 %"]);
    }

    #[test]
    fn spanish_parts_thousands_from_five_digits_on_and_has_no_word_for_a_thousand_million() {
        let locale = Locale::of(Language::Spanish);
        assert_eq!([1_234.0, 12_345.0, -241_351.0].map(|x| locale.count(x)), ["1234", "12.345", "−241.351"]);
        assert_eq!(locale.fixed(1234.5, 2), "1234,50");
        let short = [0.42, 999.4, 7_120.0, 241_351.0, 1_234_567.0, 1.2e9, 3e12].map(|x| locale.compact(x));
        let wanted = ["0,42", "999", "7,1_mil", "241_mil", "1,2_M", "1200_M", "3,0_B"];
        assert_eq!(short, wanted.map(|text| text.replace('_', "\u{a0}")));
        assert_eq!(locale.share(0.527), "52,7\u{a0}%");
        assert_eq!(locale.share(0.9999), "> 99,9\u{a0}%");
        assert_eq!(locale.with_interval(241e3, 143e3, 360e3).replace('\u{a0}', " "), "+241 mil (+143 mil a +360 mil)");
        assert_eq!(locale.ticks(1.5e6, 0.5e6).text(5e5).replace('\u{a0}', " "), "0,5 M");
        assert_eq!(locale.compact(f64::NAN), "n/d");
    }

    #[test]
    fn chinese_counts_in_ten_thousands() {
        let locale = Locale::of(Language::Chinese);
        assert_eq!([9_876.0, 241_351.0].map(|x| locale.count(x)), ["9,876", "241,351"]);
        let short = [0.42, 7_120.0, 9_994.0, 9_996.0, -75_300.0, 241_351.0, 2_414_000.0, 1.234e8, 5e11, 3e12];
        let wanted = ["0.42", "7,120", "9,994", "1.0万", "−7.5万", "24.1万", "241万", "1.2亿", "5,000亿", "3.0万亿"];
        assert_eq!(short.map(|x| locale.compact(x)), wanted);
        assert_eq!([locale.share(0.527), locale.share_whole(0.001)], ["52.7%", "< 1%"]);
        assert_eq!(locale.with_interval(241e3, 143e3, 360e3), "+24.1万（+14.3万 至 +36.0万）");
        assert_eq!(locale.ticks(300e3, 50e3).text(50e3), "5万");
        assert_eq!(locale.ticks(90e3, 20e3).text(20e3), "20,000");
    }

    #[test]
    fn lists_are_joined_as_each_language_does() {
        let diagnostics = |language| Locale::of(language).list(&["a", "b", "c"]);
        assert_eq!(Language::ALL.map(diagnostics), ["a, b and c", "a、b 和 c", "a, b y c"]);
        assert_eq!(english().list(&["a"]), "a");
        assert_eq!(english().list::<&str>(&[]), "");
    }

    #[test]
    fn periods_are_counted_in_every_language() {
        let diagnostics = |language, number, period| Locale::of(language).periods(number, period);
        assert_eq!(diagnostics(Language::English, 1, "month"), "1 month");
        assert_eq!(diagnostics(Language::English, 36, "month"), "36 months");
        assert_eq!(diagnostics(Language::English, 1_000, "week"), "1,000 weeks");
        assert_eq!(diagnostics(Language::Spanish, 1, "month"), "1 mes");
        assert_eq!(diagnostics(Language::Spanish, 12, "quarter"), "12 trimestres");
        assert_eq!(diagnostics(Language::Chinese, 36, "month"), "36个月");
    }
}
