//! Numbers, yes and no, as people write them in three languages.

use serde::Serialize;

use crate::problem::Rows;

/// What separates the whole part of a number from the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Decimal {
    /// `1,234.50`.
    #[default]
    Point,
    /// `1.234,50`.
    Comma,
}

/// Whether a text stands for no value.
pub(crate) fn is_blank(text: &str) -> bool {
    const BLANKS: [&str; 9] = ["na", "n/a", "null", "nan", "none", "nil", "#n/a", "无", "s/d"];
    text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '?' | ' ')) || {
        text.len() <= 4 && BLANKS.iter().any(|blank| text.eq_ignore_ascii_case(blank))
    }
}

/// Yes or no.
pub(crate) fn yes_no(text: &str) -> Option<bool> {
    const YES: &str = "yes|y|true|t|1|x|resolved|solved|sí|si|s|verdadero|resuelto|resuelta|是|已解决|真";
    const NO: &str =
        "no|n|false|f|0|unresolved|not resolved|unsolved|falso|no resuelto|no resuelta|sin resolver|否|未解决|假|不是";
    let text = text.to_lowercase();
    let is_one_of = |words: &str| words.split('|').any(|word| word == text);
    if is_one_of(YES) { Some(true) } else { is_one_of(NO).then_some(false) }
}

/// Signs and codes of currencies around a number.
const CURRENCIES: &str = "US$|R$|MX$|€|$|£|¥|￥|元|EUR|USD|CNY|RMB|GBP|MXN|CHF|JPY";

/// The digits, points, commas and spaces of a number, and whether it is negative.
fn bare(text: &str) -> (&str, bool) {
    let (mut rest, mut is_negative) = (text.trim(), false);
    loop {
        let before = rest;
        for sign in ["-", "\u{2212}"] {
            if let Some(inner) = rest.strip_prefix(sign).or_else(|| rest.strip_suffix(sign)) {
                (rest, is_negative) = (inner, true);
            }
        }
        if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            (rest, is_negative) = (inner, true);
        }
        rest = rest.strip_prefix('+').unwrap_or(rest);
        if !rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',') {
            for currency in CURRENCIES.split('|') {
                rest = rest.strip_prefix(currency).or_else(|| rest.strip_suffix(currency)).unwrap_or(rest);
            }
        }
        rest = rest.trim();
        if rest.len() == before.len() {
            return (rest, is_negative);
        }
    }
}

/// A character between thousands besides point and comma.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}')
}

/// The number; `None` if it is none with that decimal sign. Thousands stand in groups of three.
pub(crate) fn number(text: &str, decimal: Decimal) -> Option<f64> {
    let (bare, is_negative) = bare(text);
    let (point, group) = match decimal {
        Decimal::Point => ('.', ','),
        Decimal::Comma => (',', '.'),
    };
    let (whole, fraction) = match bare.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (bare, None),
    };
    let mut plain = [0_u8; 40];
    let mut length = 0;
    let mut push = |byte: u8| {
        let place = plain.get_mut(length)?;
        *place = byte;
        length += 1;
        Some(())
    };
    let (mut since_group, mut grouped) = (0, false);
    for c in whole.chars() {
        if c.is_ascii_digit() {
            push(c as u8)?;
            since_group += 1;
        } else if c == group || is_gap(c) {
            if (grouped && since_group != 3) || !(1..=3).contains(&since_group) {
                return None;
            }
            (grouped, since_group) = (true, 0);
        } else {
            return None;
        }
    }
    if grouped && since_group != 3 {
        return None;
    }
    if let Some(fraction) = fraction {
        push(b'.')?;
        for byte in fraction.bytes().take(20) {
            push(byte.is_ascii_digit().then_some(byte)?)?;
        }
    }
    if bare.is_empty() || bare.len() == 1 && fraction.is_some() {
        return None;
    }
    let value: f64 = std::str::from_utf8(&plain[..length]).ok()?.parse().ok()?;
    Some(if is_negative { -value } else { value })
}

/// What the numbers of a column say about its decimal sign.
#[derive(Debug, Default)]
pub(crate) struct DecimalEvidence {
    /// Numbers that are some only with a point.
    point: Rows,
    /// Numbers that are some only with a comma.
    comma: Rows,
    /// Numbers that are different ones with either.
    either: u64,
}

/// Why a column has no decimal sign.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoDecimal {
    /// As many numbers are different ones with a point and with a comma.
    Ambiguous(u64),
    /// Most numbers have this sign, and these do not.
    Contradiction(Decimal, Rows),
}

impl DecimalEvidence {
    pub(crate) fn add(&mut self, text: &str, row: u64) {
        if !text.contains(['.', ',']) {
            return;
        }
        match (number(text, Decimal::Point), number(text, Decimal::Comma)) {
            (Some(_), None) => self.point.add(row),
            (None, Some(_)) => self.comma.add(row),
            // 0.125 and 0,125 are no thousands.
            (Some(a), Some(b)) if a.abs() < 1.0 && b.abs() >= 1.0 && a != 0.0 => self.point.add(row),
            (Some(a), Some(b)) if b.abs() < 1.0 && a.abs() >= 1.0 && b != 0.0 => self.comma.add(row),
            (Some(a), Some(b)) if a != b => self.either += 1,
            _ => {}
        }
    }

    /// Whether no number shows that it has a sign.
    pub(crate) fn is_empty(&self) -> bool {
        self.point.count + self.comma.count + self.either == 0
    }

    /// The sign that the numbers show, if they show one.
    pub(crate) fn only(&self) -> Option<Decimal> {
        match (self.point.count, self.comma.count) {
            (1.., 0) => Some(Decimal::Point),
            (0, 1..) => Some(Decimal::Comma),
            _ => None,
        }
    }

    /// The sign of the column; where it shows none, `hint`, the sign of the other columns of the file.
    pub(crate) fn settle(&self, hint: Option<Decimal>) -> Result<Decimal, NoDecimal> {
        let (point, comma) = (&self.point, &self.comma);
        if point.count > 0 && comma.count > 0 {
            return Err(if point.count >= comma.count {
                NoDecimal::Contradiction(Decimal::Point, comma.clone())
            } else {
                NoDecimal::Contradiction(Decimal::Comma, point.clone())
            });
        }
        match self.only().or(hint) {
            None if self.either > 0 => Err(NoDecimal::Ambiguous(self.either)),
            sign => Ok(sign.unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, DecimalEvidence, NoDecimal, is_blank, number, yes_no};

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, decimal, value) in [
            ("12", Decimal::Point, Some(12.0)),
            ("1,234.5", Decimal::Point, Some(1234.5)),
            ("1.234,5", Decimal::Comma, Some(1234.5)),
            ("1 234,5 €", Decimal::Comma, Some(1234.5)),
            ("1'234'567.25", Decimal::Point, Some(1_234_567.25)),
            ("-3.5", Decimal::Point, Some(-3.5)),
            ("3,50-", Decimal::Comma, Some(-3.5)),
            ("(12.50)", Decimal::Point, Some(-12.5)),
            ("US$ 1,000", Decimal::Point, Some(1000.0)),
            ("¥88元", Decimal::Point, Some(88.0)),
            (".5", Decimal::Point, Some(0.5)),
            ("1,23.4", Decimal::Point, None),
            ("1.5", Decimal::Comma, None),
            ("1,5", Decimal::Point, None),
            ("12 apples", Decimal::Point, None),
            ("", Decimal::Point, None),
            (".", Decimal::Point, None),
            ("1e5", Decimal::Point, None),
            ("9999999999999999999999999999999999999999999999", Decimal::Point, None),
        ] {
            assert_eq!(number(text, decimal), value, "{text}");
        }
    }

    #[test]
    fn a_column_shows_its_decimal_sign() {
        let settle = |values: &[&str], hint| {
            let mut evidence = DecimalEvidence::default();
            values.iter().zip(2..).for_each(|(value, row)| evidence.add(value, row));
            evidence.settle(hint)
        };
        assert_eq!(settle(&["1.234", "5,5"], None), Ok(Decimal::Comma));
        assert_eq!(settle(&["1,234", "5.5"], None), Ok(Decimal::Point));
        assert_eq!(settle(&["0,125"], None), Ok(Decimal::Comma));
        assert_eq!(settle(&["1.234.567"], None), Ok(Decimal::Comma));
        assert_eq!(settle(&["7", "8"], None), Ok(Decimal::Point));
        assert_eq!(settle(&["1,234"], None), Err(NoDecimal::Ambiguous(1)));
        assert_eq!(settle(&["1,234"], Some(Decimal::Comma)), Ok(Decimal::Comma));
        match settle(&["1.5", "2.5", "3,5"], None) {
            Err(NoDecimal::Contradiction(sign, rows)) => assert_eq!((sign, rows.first), (Decimal::Point, vec![4])),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn yes_no_and_nothing() {
        for (text, value) in
            [("Yes", Some(true)), ("SÍ", Some(true)), ("否", Some(false)), ("Unresolved", Some(false)), ("maybe", None)]
        {
            assert_eq!(yes_no(text), value, "{text}");
        }
        assert!(is_blank("N/A") && is_blank("-") && is_blank("null") && !is_blank("0") && !is_blank("no"));
    }
}
