//! The quiz in Moodle's GIFT format: a category for each question, with a variant for each student.

use crate::output::class::pages::{Item, ItemAnswer};

/// The questions as GIFT.
pub(super) fn gift(quiz: &str, items: &[Item]) -> String {
    let mut text = String::new();
    let mut place = None;
    for item in items {
        if place != Some(item.place) {
            place = Some(item.place);
            // A slash parts categories.
            let [quiz, topic] = [quiz, &item.topic].map(|name| name.replace('/', "//"));
            text.push_str(&format!("$CATEGORY: $course$/top/{quiz}/{} {topic}\n\n", item.place + 1));
        }
        let answers = match &item.answer {
            ItemAnswer::Choice(options) => {
                let option = |(_, words, is_right): &(&str, String, bool)| {
                    format!("{}{}", if *is_right { '=' } else { '~' }, escaped(words))
                };
                options.iter().map(option).collect::<Vec<_>>().join(" ")
            }
            ItemAnswer::Number { right, full, half, .. } => format!("#={right}:{full} =%50%{right}:{half}"),
        };
        text.push_str(&format!(
            "::{}::[html]{}{{{answers} ####{}}}\n\n",
            escaped(&item.name),
            escaped(&item.html),
            escaped(&item.reason)
        ));
    }
    text
}

/// A text in which no character has a meaning in GIFT.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\~=#{}:".contains(c) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use crate::output::class::gift::escaped;

    #[test]
    fn no_character_has_a_meaning() {
        assert_eq!(escaped("a=b: {50 %} ~ #1 \\n"), "a\\=b\\: \\{50 %\\} \\~ \\#1 \\\\n");
    }
}
