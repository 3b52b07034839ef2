//! Text that a picture or a page can hold.

/// Characters of one text beyond which no picture shows it.
const LONGEST: usize = 400;

/// Text that is safe in XML and on one line: control, bidirectional and zero-width characters go, runs of white space become one space,
/// and what lies beyond 400 characters is left out.
pub fn clean(text: &str) -> String {
    clean_to(text, LONGEST)
}

/// [`clean`] for texts of up to `longest` characters.
pub fn clean_to(text: &str, longest: usize) -> String {
    let mut cleaned = String::new();
    for character in text.chars().take(longest) {
        let invisible = matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
        if invisible {
            continue;
        }
        // A space that must not break stays one.
        if character == '\u{a0}' {
            cleaned.push(character);
        } else if character.is_whitespace() || character.is_control() {
            if !cleaned.ends_with(' ') {
                cleaned.push(' ');
            }
        } else {
            cleaned.push(character);
        }
    }
    cleaned.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::output::chart::clean::clean;

    #[test]
    fn control_characters_do_not_reach_the_picture() {
        assert_eq!(clean(" a\u{0}b\n\tc\u{202e}  d "), "a b c d");
    }
}
