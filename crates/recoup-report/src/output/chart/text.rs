//! Text for pictures: measured in board units, wrapped and shortened to fit.

use plotters::style::{FontDesc, FontFamily, FontStyle};

use crate::language::Locale;
use crate::output::chart::clean::clean;
use crate::output::chart::font::FAMILIES;
use crate::output::chart::style::{LINE_HEIGHT, Type};

/// A name in quotation marks, [`brief`].
pub fn quoted(locale: &Locale, name: &str, limit: usize) -> String {
    locale.quoted(&brief(name, limit))
}

/// A name shortened to about `limit` columns (a Chinese character takes two).
pub fn brief(name: &str, limit: usize) -> String {
    let name = clean(name);
    let mut columns = 0;
    let mut kept = String::new();
    for character in name.chars() {
        columns += if is_wide(character) { 2 } else { 1 };
        if columns > limit {
            kept = kept.trim_end().to_owned();
            kept.push('…');
            break;
        }
        kept.push(character);
    }
    kept
}

/// Columns that a text takes where all letters have one width (a Chinese character takes two).
pub fn columns(text: &str) -> usize {
    text.chars().map(|letter| if is_wide(letter) { 2 } else { 1 }).sum()
}

/// Width of a line of text in board units.
pub fn width(text: &str, kind: &Type) -> f64 {
    let style = if kind.bold { FontStyle::Bold } else { FontStyle::Normal };
    let font = FontDesc::new(FontFamily::Name(FAMILIES), kind.size * LINE_HEIGHT, style);
    match font.box_size(text) {
        Ok((width, _)) => f64::from(width) + 1.0,
        Err(_) => text.chars().count() as f64 * kind.size,
    }
}

/// Lines no wider than `limit` and at most `most` of them; the last ends with an ellipsis when words are left.
pub fn wrap(text: &str, limit: f64, kind: &Type, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if width(longer.trim_end(), kind) <= limit {
            line = longer;
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        line = piece.trim_start().to_owned();
        // A word wider than the line is cut where the line ends.
        while !line.trim().is_empty() && width(line.trim_end(), kind) > limit {
            let (head, tail) = cut(&line, limit, kind);
            lines.push(head);
            line = tail;
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    let most = most.max(1);
    if lines.len() > most {
        let rest = format!("{} …", lines[most - 1]);
        lines.truncate(most - 1);
        lines.push(shorten(&rest, limit, kind));
    }
    lines
}

/// [`wrap`], with lines of about the same length, so that no word is left alone on the last.
pub fn wrap_evenly(text: &str, limit: f64, kind: &Type, most: usize) -> Vec<String> {
    let lines = wrap(text, limit, kind, most);
    let (mut low, mut high) = (limit * 0.5, limit);
    if lines.len() < 2 || wrap(text, limit, kind, usize::MAX).len() > most {
        return lines;
    }
    for _ in 0..7 {
        let middle = (low + high) / 2.0;
        if wrap(text, middle, kind, usize::MAX).len() > lines.len() { low = middle } else { high = middle }
    }
    wrap(text, high, kind, most)
}

/// One line no wider than `limit`, ending with an ellipsis when it had to be shortened.
pub fn shorten(text: &str, limit: f64, kind: &Type) -> String {
    let full = text.strip_suffix(" …").unwrap_or(text);
    if full.len() == text.len() && width(text, kind) <= limit {
        return text.to_owned();
    }
    let mut kept: Vec<char> = full.chars().collect();
    loop {
        let line = format!("{}…", kept.iter().collect::<String>().trim_end());
        if kept.is_empty() || width(&line, kind) <= limit {
            return line;
        }
        kept.pop();
    }
}

/// Splits off as many characters as fit, at least one.
fn cut(line: &str, limit: f64, kind: &Type) -> (String, String) {
    let mut end = line.chars().next().map_or(0, char::len_utf8);
    for (place, character) in line.char_indices().skip(1) {
        let next = place + character.len_utf8();
        if width(&line[..next], kind) > limit {
            break;
        }
        end = next;
    }
    (line[..end].to_owned(), line[end..].trim_start().to_owned())
}

/// Pieces between which a line may break: after spaces and between Chinese characters, but not between a number and its
/// unit, at a space that must not break, before closing punctuation or after opening punctuation.
fn pieces(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for (place, &character) in characters.iter().enumerate() {
        piece.push(character);
        let Some(&next) = characters.get(place + 1) else { break };
        let after_digit = place > 0 && characters[place - 1].is_ascii_digit();
        let after_space = character == ' '
            && next != ' '
            && !(after_digit && is_wide(next))
            && !starts_unit(&characters[..place], &characters[place + 1..]);
        let spaced = [character, next].iter().any(|c| matches!(c, ' ' | '\u{a0}'));
        let unit = character.is_ascii_digit() && matches!(next, '万' | '亿');
        let between_wide = (is_wide(character) || is_wide(next)) && !spaced && !unit;
        if after_space
            || (between_wide && !"（《“‘【「".contains(character) && !"，。、；：？！）》”’】」…".contains(next))
        {
            pieces.push(std::mem::take(&mut piece));
        }
    }
    pieces.push(piece);
    pieces
}

/// Whether `rest` begins with a unit or a currency that belongs to the number before it.
fn starts_unit(before: &[char], rest: &[char]) -> bool {
    let word: String = rest.iter().take_while(|c| !c.is_whitespace()).collect();
    let word = word.trim_end_matches([',', '.', ';', ':', ')']);
    let currency = word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase());
    let after = |ends: &str| before.last().is_some_and(|last| last.is_ascii_digit() || ends.contains(*last));
    (after("") && matches!(word, "%" | "k" | "M" | "bn" | "tn")) || (after("kMn") && currency)
}

fn is_wide(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use crate::language::{Language, Locale};
    use crate::output::chart::font::register;
    use crate::output::chart::style::LABEL;
    use crate::output::chart::text::{brief, quoted, width, wrap};

    #[test]
    fn long_names_are_shortened_by_columns() {
        let english = Locale::of(Language::English);
        assert_eq!(quoted(english, "ask and answer", 20), "“ask and answer”");
        assert_eq!(brief("主动询问并且快速回应", 10), "主动询问并…");
    }

    #[test]
    fn wrapped_lines_fit_and_keep_numbers_with_their_units() {
        assert_eq!(register(), Ok(()));
        let text = "“ask and answer” pays back in month 4 and earns 241 k over 36 months, 主动询问并且快速回应主动询问";
        for limit in [150.0, 300.0, 500.0, 2000.0] {
            let lines = wrap(text, limit, &LABEL, 99);
            assert!(lines.iter().all(|line| width(line, &LABEL) <= limit), "{lines:?}");
            assert!(lines.iter().all(|line| !line.starts_with("k ") && !line.starts_with('，')), "{lines:?}");
        }
        let short = wrap(text, 300.0, &LABEL, 2);
        assert_eq!(short.len(), 2);
        assert!(short[1].ends_with('…') && width(&short[1], &LABEL) <= 300.0);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_and_a_hopeless_limit_ends() {
        assert_eq!(register(), Ok(()));
        assert!(wrap(&"x".repeat(200), 100.0, &LABEL, 99).len() > 10);
        assert!(!wrap("abc", 0.0, &LABEL, 2).is_empty());
        assert!(wrap("", 100.0, &LABEL, 2).is_empty());
    }
}
