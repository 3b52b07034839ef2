//! How each language writes numbers: signs, units and gaps.
//!
//! Decimal sign, grouping, least number of grouped digits, short units and the place of the per cent sign are those
//! of the Unicode CLDR (version 48: `en`, `es`, `zh`), with two house rules for English: a space before unit and
//! per cent sign, and `k`, `bn`, `tn` in lower case.

use crate::scenario::language::Language;

/// The minus sign of typography, U+2212.
pub const MINUS: char = '−';

/// How one language writes numbers.
#[derive(Debug)]
pub(super) struct Forms {
    /// Between whole and broken part.
    point: &'static str,
    /// Between thousands.
    group: char,
    /// Digits of the whole part from which on thousands are parted.
    least_grouped: usize,
    /// Before a unit or a per cent sign.
    pub(super) gap: &'static str,
    /// Before a currency.
    pub(super) before_currency: &'static str,
    /// Short units, rising.
    pub(super) units: &'static [(f64, &'static str)],
    /// Short numbers have one decimal below this many units.
    pub(super) tenths_below: f64,
    /// Axes that end below are written in full.
    pub(super) axis_in_full: f64,
    /// What is no number.
    none: &'static str,
    /// Before, within and after an interval that follows its mean.
    pub(super) interval: [&'static str; 3],
    /// Between the parts of a list.
    pub(super) comma: &'static str,
    /// Quotation marks.
    pub(super) quotes: [&'static str; 2],
}

const ENGLISH: Forms = Forms {
    point: ".",
    group: ',',
    least_grouped: 4,
    gap: " ",
    before_currency: " ",
    units: &[(1e3, "k"), (1e6, "M"), (1e9, "bn"), (1e12, "tn")],
    tenths_below: 9.95,
    axis_in_full: 1e4,
    none: "n/a",
    interval: [" (", " to ", ")"],
    comma: ", ",
    quotes: ["“", "”"],
};

const CHINESE: Forms = Forms {
    point: ".",
    group: ',',
    least_grouped: 4,
    gap: "",
    before_currency: "\u{a0}",
    units: &[(1e4, "万"), (1e8, "亿"), (1e12, "万亿")],
    tenths_below: 99.95,
    axis_in_full: 1e5,
    none: "无",
    interval: ["（", " 至 ", "）"],
    comma: "、",
    quotes: ["“", "”"],
};

/// Thousands are parted from five digits on; a thousand million has no word of its own, and a billion is 10^12.
const SPANISH: Forms = Forms {
    point: ",",
    group: '.',
    least_grouped: 5,
    gap: "\u{a0}",
    before_currency: "\u{a0}",
    units: &[(1e3, "mil"), (1e6, "M"), (1e12, "B")],
    tenths_below: 9.95,
    axis_in_full: 1e4,
    none: "n/d",
    interval: [" (", " a ", ")"],
    comma: ", ",
    quotes: ["«", "»"],
};

impl Forms {
    pub(super) fn of(language: Language) -> &'static Forms {
        match language {
            Language::English => &ENGLISH,
            Language::Chinese => &CHINESE,
            Language::Spanish => &SPANISH,
        }
    }

    /// A plain decimal number with this language's point and thousands.
    pub(super) fn local(&self, digits: &str) -> String {
        let whole = digits.find('.').unwrap_or(digits.len());
        let mut text = String::with_capacity(digits.len() + whole / 3);
        for (place, digit) in digits.char_indices() {
            if place > 0 && place < whole && whole >= self.least_grouped && (whole - place).is_multiple_of(3) {
                text.push(self.group);
            }
            match digit {
                '.' => text.push_str(self.point),
                digit => text.push(digit),
            }
        }
        text
    }

    /// Far out: `1.0e21`, `2.0e−5`.
    pub(super) fn scientific(&self, size: f64) -> String {
        format!("{size:.1e}").replace('.', self.point).replace('-', "−")
    }

    pub(super) fn special(&self, value: f64) -> Option<String> {
        if value.is_nan() {
            Some(self.none.to_owned())
        } else if value.is_infinite() {
            Some(with_sign(value, "∞".to_owned()))
        } else {
            None
        }
    }
}

/// Puts a minus before the text of a negative value, unless all its digits are zero.
pub(super) fn with_sign(value: f64, digits: String) -> String {
    let zero = !digits.chars().any(|c| matches!(c, '1'..='9' | '∞'));
    if value < 0.0 && !zero { format!("{MINUS}{digits}") } else { digits }
}
