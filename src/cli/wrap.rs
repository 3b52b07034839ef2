//! Text in lines: broken between words, never inside a number, a name or a word.

use unicode_width::UnicodeWidthStr;

/// Columns that a text takes in a terminal; escape sequences of colours take none.
pub(super) fn width(text: &str) -> usize {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().width();
    first + parts.map(|part| part.split_once('m').map_or("", |(_, text)| text).width()).sum::<usize>()
}

/// A text in lines of at most `most` columns, as long as no word is longer than that.
pub(super) fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for Piece { text, is_after_space } in pieces(text) {
        let space = usize::from(is_after_space);
        match lines.last_mut() {
            Some(line) if width(line) + space + width(&text) <= most => {
                line.push_str(if is_after_space { " " } else { "" });
                line.push_str(&text);
            }
            _ => lines.push(text),
        }
    }
    lines
}

/// Columns of the longest part that stays in one line.
pub(super) fn least(text: &str) -> usize {
    pieces(text).iter().map(|piece| width(&piece.text)).max().unwrap_or_default()
}

/// A text after `head`, wrapped, with every further line set in by as much as the head takes.
pub(super) fn hanging(head: &str, text: &str, most: usize) -> String {
    let indent = width(head);
    let joint = format!("\n{}", " ".repeat(indent));
    format!("{head}{}\n", lines(text, most.saturating_sub(indent)).join(&joint))
}

/// What stays in one line.
struct Piece {
    text: String,
    is_after_space: bool,
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let belongs = pieces.last().is_some_and(|before| is_unit_of(&before.text, word));
        if let Some(before) = pieces.last_mut().filter(|_| belongs) {
            before.text.push(' ');
            before.text.push_str(word);
            continue;
        }
        let mut is_after_space = true;
        for part in parts(word) {
            pieces.push(Piece { text: part, is_after_space });
            is_after_space = false;
        }
    }
    pieces
}

/// Whether a word is the unit of the number before it, as in `5 %`, `232 k USD` or `month 4`.
fn is_unit_of(before: &str, word: &str) -> bool {
    const UNITS: [&str; 10] = ["%", "k", "M", "bn", "tn", "mil", "B", "万", "亿", "万亿"];
    let is_number =
        before.trim_start_matches(['(', '+', '−', '-', '±', '<', '>', ' ']).starts_with(|c: char| c.is_ascii_digit());
    let bare = word.trim_end_matches([')', ',', '.', ':', ';', '!', '?']);
    let is_currency = bare.len() == 3 && bare.bytes().all(|byte| byte.is_ascii_uppercase());
    let ends_number = before.ends_with(|c: char| c.is_ascii_digit()) || UNITS.iter().any(|unit| before.ends_with(unit));
    is_number && ends_number && (UNITS.contains(&bare) || is_currency)
}

/// The parts of a word between which a line may end: a Chinese text may end a line after every character, but before no closing
/// mark, after no opening mark, and not inside a number or a name in backticks.
fn parts(word: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let (mut is_open, mut is_name) = (false, false);
    for c in word.chars() {
        let is_wide = is_ideograph(c);
        let before = parts.last().and_then(|part| part.chars().next_back());
        let breaks = before
            .is_some_and(|before| is_wide || is_ideograph(before) || is_closing(before) && !before.is_ascii())
            && !is_closing(c)
            && !is_open
            && !is_name;
        match parts.last_mut().filter(|_| !breaks) {
            Some(part) => part.push(c),
            None => parts.push(c.to_string()),
        }
        is_open = matches!(c, '（' | '“' | '《' | '「' | '(' | '[');
        is_name ^= c == '`';
    }
    parts
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fff}' | '\u{3040}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '）'
            | '”'
            | '》'
            | '」'
            | ')'
            | ']'
            | ','
            | '.'
            | ';'
            | ':'
            | '%'
    )
}

#[cfg(test)]
mod tests {
    use crate::cli::wrap::{hanging, least, lines, width};

    #[test]
    fn long_texts_wrap_and_stay_set_in() {
        let text = hanging("- ", &"word ".repeat(50), 100);
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("  word")) && text.lines().count() == 3, "{text}");
        assert_eq!(hanging("- ", "one", 100), "- one\n");
    }

    #[test]
    fn no_number_is_parted_from_its_unit() {
        for most in 10..40 {
            let text = "it is worth 232 k USD (90 % interval −165 k to +925 k), a return of 50.4 % on 1.1 M USD.";
            let all = lines(text, most);
            assert_eq!(all.join(" "), text);
            for whole in ["232 k USD", "(90 %", "−165 k", "+925 k),", "50.4 %", "1.1 M USD."] {
                assert!(all.iter().any(|line| line.contains(whole)), "{whole} at {most}: {all:?}");
            }
        }
        assert_eq!(lines("a.long.key.that.does.not.fit = 1", 12), ["a.long.key.that.does.not.fit", "= 1"]);
        assert!(lines("", 12).is_empty());
    }

    #[test]
    fn chinese_wraps_between_characters_and_before_no_closing_mark() {
        let text = "策略`主动询问`最好：比`现状`多 232,012 USD（90 % 区间）。";
        for most in 12..40 {
            let all = lines(text, most);
            assert!(all.iter().all(|line| !line.starts_with(['：', '。', '）'])), "{all:?}");
            assert!(all.iter().any(|line| line.contains("`主动询问`")), "{all:?}");
            assert!(all.iter().all(|line| width(line) <= most.max(14)), "{most} {all:?}");
        }
        assert_eq!((width("策略"), width("\u{1b}[1mab\u{1b}[0m"), least("a bcd ef")), (4, 2, 3));
    }
}
