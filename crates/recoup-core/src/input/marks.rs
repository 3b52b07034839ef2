//! What the comments of a case study say its inputs are: facts of the case, published evidence or assumptions.

use serde::Serialize;

/// How many inputs of a study are marked as what. A line of a study counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Marks {
    /// Reported of the case.
    pub facts: usize,
    /// Published elsewhere.
    pub evidence: usize,
    /// Neither.
    pub assumptions: usize,
}

impl Marks {
    /// All of them.
    pub fn total(self) -> usize {
        self.facts + self.evidence + self.assumptions
    }

    /// Of the text of a study. The mark of an input stands behind it, else in the comment above it, else behind the head of its
    /// table; inputs without a mark are settings of the run and are not counted.
    pub fn of(text: &str) -> Self {
        let mut marks = Marks::default();
        let (mut of_table, mut above) = (None, None);
        let mut is_text = false;
        for line in text.lines().map(str::trim) {
            let (written, comment) = line.split_once('#').unwrap_or((line, ""));
            let written = written.trim();
            if written.starts_with('[') {
                let name = written.trim_matches(['[', ']']);
                is_text = ["case", "translation", "study"].contains(&name.split('.').next().unwrap_or_default());
                of_table = mark(comment);
                above = None;
            } else if written.is_empty() {
                above = if comment.is_empty() { None } else { above.or(mark(comment)) };
            } else if let Some((_, value)) = written.split_once('=').filter(|_| !is_text) {
                let is_input = !value.trim_start().starts_with('"') && value.contains(|c: char| c.is_ascii_digit());
                if let Some(mark) = mark(comment).or(above).or(of_table).filter(|_| is_input) {
                    *mark(&mut marks) += 1;
                }
                above = above.filter(|_| !is_input);
            }
        }
        marks
    }
}

/// Which number counts inputs with the first mark in a comment.
fn mark(comment: &str) -> Option<fn(&mut Marks) -> &mut usize> {
    type Count = fn(&mut Marks) -> &mut usize;
    let marks: [(&str, Count); 4] = [
        ("fact", |marks| &mut marks.facts),
        ("evidence", |marks| &mut marks.evidence),
        ("derived", |marks| &mut marks.evidence),
        ("assumption", |marks| &mut marks.assumptions),
    ];
    let comment = comment.to_lowercase();
    let found = marks.into_iter().filter_map(|(word, count)| Some((comment.find(word)?, count)));
    found.min_by_key(|(at, _)| *at).map(|(_, count)| count)
}

#[cfg(test)]
mod tests {
    use crate::input::marks::Marks;

    #[test]
    fn an_input_counts_once_by_its_own_mark_or_that_above_it_or_of_its_table() {
        let text = "\
# facts of the case
title = \"3 facts\"  # fact
a = 1.0  # fact: one; an assumption otherwise
# evidence: secondary
b = { x = 1.0, y = 2.0 }
periods = 36
[t]  # assumption
c = 1
d = 2  # Evidence
[case]
facts = [\"of 50 %\"]  # fact
[study]
draws = 4  # assumption
";
        assert_eq!(Marks::of(text), Marks { facts: 1, evidence: 2, assumptions: 1 });
    }
}
