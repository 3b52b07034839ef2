//! Numbers as people and spreadsheets write them: percentages, decimal commas, groups of thousands.

use std::borrow::Cow;

/// A percentage such as `40 %` or `2,5%` as a share, `0.4` or `0.025`: the point is moved, no digit changes.
pub(crate) fn share_of_percentage(text: &str) -> Option<String> {
    let (sign, digits) = sign_and_digits(text.trim().strip_suffix('%')?.trim_end());
    let (whole, decimals) = parts(digits)?;
    let whole = format!("{whole:0>3}");
    let (hundreds, rest) = whole.split_at(whole.len() - 2);
    let hundreds = hundreds.trim_start_matches('0');
    let decimals = format!("{rest}{decimals}");
    let decimals = decimals.trim_end_matches('0');
    let hundreds = if hundreds.is_empty() { "0" } else { hundreds };
    Some(if decimals.is_empty() { format!("{sign}{hundreds}") } else { format!("{sign}{hundreds}.{decimals}") })
}

/// How the number that somebody wrote as `5 %` or `0,05` is written in a study. `None` where it is none of these.
pub(crate) fn correction(text: &str) -> Option<String> {
    share_of_percentage(text).or_else(|| {
        let (sign, digits) = sign_and_digits(text.trim());
        let (whole, decimals) = digits.split_once(',')?;
        (is_digits(whole) && is_digits(decimals) && !is_grouped(digits)).then(|| format!("{sign}{whole}.{decimals}"))
    })
}

/// Whether a number can be read as groups of thousands as well as with decimals: `50.000`, `1,234`, `1.234.567`. A
/// group never begins with 0, so `0.125` is a fraction.
pub(crate) fn is_grouped(text: &str) -> bool {
    let (_, digits) = sign_and_digits(text.trim());
    let mark = if digits.contains('.') { '.' } else { ',' };
    let mut groups = digits.split(mark);
    let first = groups.next().unwrap_or_default();
    let mut count = 0;
    let is_group = |group: &str| group.len() == 3 && is_digits(group);
    is_digits(first)
        && first.len() <= 3
        && !first.starts_with('0')
        && groups.inspect(|_| count += 1).all(is_group)
        && count > 0
}

/// The same number without marks between its thousands.
pub(crate) fn without_groups(text: &str) -> String {
    text.trim().replace(['.', ','], "")
}

/// What a cell of a table stands for, as it is written in a study: percentages become shares, and a decimal comma a
/// point where another mark divides the columns (`comma_divides` is false).
///
/// # Errors
/// The number can be read in two ways: how to write each of them.
pub fn cell(text: &str, comma_divides: bool) -> Result<Cow<'_, str>, String> {
    if let Some(share) = share_of_percentage(text) {
        return Ok(Cow::Owned(share));
    }
    if comma_divides {
        return Ok(Cow::Borrowed(text));
    }
    if is_grouped(text) && text.contains('.') {
        let (fraction, whole) = (text.trim().trim_end_matches('0').trim_end_matches('.'), without_groups(text));
        return Err(if text.matches('.').count() > 1 {
            format!("write {whole}")
        } else {
            format!("write {whole}, or {} for the fraction", fraction.replace('.', ","))
        });
    }
    let (sign, digits) = sign_and_digits(text.trim());
    Ok(match digits.split_once(',') {
        Some((whole, decimals)) if is_digits(whole) && is_digits(decimals) => {
            Cow::Owned(format!("{sign}{whole}.{decimals}"))
        }
        _ => Cow::Borrowed(text),
    })
}

fn sign_and_digits(text: &str) -> (&str, &str) {
    let digits = text.trim_start_matches(['+', '-']);
    let sign = if text.starts_with('-') { "-" } else { "" };
    if text.len() - digits.len() > 1 { ("", text) } else { (sign, digits) }
}

/// The digits before and after the decimal mark, a point or a comma.
fn parts(digits: &str) -> Option<(&str, &str)> {
    let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let is_fraction = !digits.contains(['.', ',']) || is_digits(decimals);
    (is_digits(whole) && is_fraction).then_some((whole, decimals))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{cell, correction, is_grouped, share_of_percentage};

    #[test]
    fn percentages_are_shares_to_the_digit() {
        for (written, share) in [
            ("40 %", "0.4"),
            ("40%", "0.4"),
            ("2,5 %", "0.025"),
            ("0.07 %", "0.0007"),
            ("100%", "1"),
            ("-5 %", "-0.05"),
            ("1250 %", "12.5"),
        ] {
            assert_eq!(share_of_percentage(written).as_deref(), Some(share), "{written}");
        }
        for none in ["40", "%", "4.%", "a %", "1.2.3 %", "--4 %", "0x4 %"] {
            assert_eq!(share_of_percentage(none), None, "{none}");
        }
    }

    #[test]
    fn a_number_that_can_be_read_in_two_ways_is_grouped() {
        for grouped in ["50.000", "1,234", "-1.234.567", "999.999"] {
            assert!(is_grouped(grouped), "{grouped}");
        }
        for plain in ["0.125", "50.00", "50.0000", "50000", "1234.567", "1.234,5", "012.345", "", "."] {
            assert!(!is_grouped(plain), "{plain}");
        }
    }

    #[test]
    fn cells_read_a_decimal_comma_where_another_mark_divides_columns() {
        assert_eq!(cell("0,05", false).as_deref(), Ok("0.05"));
        assert_eq!(cell("-1234,5", false).as_deref(), Ok("-1234.5"));
        assert_eq!(cell("0.125", false).as_deref(), Ok("0.125"));
        assert_eq!(cell("0,05", true).as_deref(), Ok("0,05"));
        assert_eq!(cell("50.000", true).as_deref(), Ok("50.000"));
        assert_eq!(cell("40 %", true).as_deref(), Ok("0.4"));
        assert_eq!(cell("true", false).as_deref(), Ok("true"));
        assert_eq!(cell("50.000", false), Err("write 50000, or 50 for the fraction".into()));
        assert_eq!(cell("12.500", false), Err("write 12500, or 12,5 for the fraction".into()));
        assert_eq!(cell("1.234.567", false), Err("write 1234567".into()));
    }

    #[test]
    fn a_correction_is_what_to_write_in_a_study() {
        assert_eq!(correction("5 %").as_deref(), Some("0.05"));
        assert_eq!(correction("0,05").as_deref(), Some("0.05"));
        assert_eq!(correction("1,234"), None);
        assert_eq!(correction("five"), None);
    }
}
