//! Diagnostics as text, in the style of rustc.

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level as Title, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Level, Place};

/// Longer lines, in characters, are shown around the place only.
const LONGEST_LINE: usize = 1_000;

/// How far around, in characters, on either side.
const AROUND: usize = 50;

/// One text of all diagnostics, an empty line between them.
pub fn rendered(diagnostics: &[Diagnostic], coloured: bool) -> String {
    let texts: Vec<String> = diagnostics.iter().map(|diagnostic| one(diagnostic, coloured)).collect();
    texts.join("\n\n")
}

/// What levels and the way out are called.
#[derive(Clone, Debug)]
pub struct Heads {
    /// An error.
    pub error: String,
    /// A warning.
    pub warning: String,
    /// A note.
    pub note: String,
    /// The way out.
    pub help: String,
}

/// One diagnostic: title, place, line with caret, help.
pub fn one(diagnostic: &Diagnostic, coloured: bool) -> String {
    let [error, warning, note, help] = ["error", "warning", "note", "help"].map(str::to_string);
    headed(diagnostic, &Heads { error, warning, note, help }, coloured)
}

/// [`one`] with other words for its levels.
pub fn headed(diagnostic: &Diagnostic, heads: &Heads, coloured: bool) -> String {
    let title = match diagnostic.level {
        Level::Error => Title::ERROR.with_name(heads.error.as_str()),
        Level::Warning => Title::WARNING.with_name(heads.warning.as_str()),
        Level::Note => Title::NOTE.with_name(heads.note.as_str()),
    };
    let title = title.primary_title(visible(&diagnostic.message)).id(diagnostic.code);
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    let help = diagnostic.help.as_deref().map(visible);
    let mut group = Group::with_title(title);
    match &diagnostic.place {
        Some(place) if !is_whole(place) => {
            group = group.elements(snippet(place, diagnostic.label.as_deref()));
            group = group.elements(help.map(|help| Title::HELP.with_name(heads.help.as_str()).message(help)));
            renderer.render(&[group])
        }
        // Without a line to show there is no margin to hang the help on.
        place => {
            let origin = place.as_ref().map(|place| Origin::path(visible(&place.source.name)));
            let mut text = renderer.render(&[group.elements(origin)]);
            if let Some(help) = help {
                text.push_str(&format!("\n  = {}: {help}", heads.help));
            }
            text
        }
    }
}

/// Whether a place is a whole text, which has no line to show.
fn is_whole(place: &Place) -> bool {
    place.start == 0 && place.end == 0
}

/// Where it stands: the line with a caret below.
fn snippet(place: &Place, label: Option<&str>) -> Vec<Element<'static>> {
    let name = visible(&place.source.name);
    let (line, column) = place.line_and_column();
    let text: Vec<char> = place.source.text.split('\n').nth(line - 1).unwrap_or_default().chars().collect();
    let from = (column - 1).min(text.len());
    let marked = place.source.text.get(place.start..place.end).and_then(|marked| marked.split('\n').next());
    let to = (from + marked.map_or(0, |marked| marked.chars().count())).min(text.len());
    if text.len() <= LONGEST_LINE {
        let shown = visible_part(&text, 0, text.len());
        let span = visible_part(&text, 0, from).len()..visible_part(&text, 0, to).len();
        return vec![Snippet::source(shown).line_start(line).path(name).annotation(mark(span, label)).into()];
    }
    // The renderer would count columns in the piece, so that the place is shown apart from it.
    let (first, last) = (from.saturating_sub(AROUND), (from + AROUND).min(text.len()));
    let before = "...".to_string() + &visible_part(&text, first, from);
    let span = before.len()..before.len() + visible_part(&text, from, to.min(last)).len();
    let shown = before + &visible_part(&text, from, last) + "...";
    vec![
        Origin::path(name).line(line).char_column(column).into(),
        Snippet::source(shown).line_start(line).annotation(mark(span, label)).into(),
    ]
}

fn mark(span: std::ops::Range<usize>, label: Option<&str>) -> Annotation<'static> {
    let annotation = AnnotationKind::Primary.span(span);
    match label {
        Some(label) => annotation.label(visible(label)),
        None => annotation,
    }
}

fn visible_part(text: &[char], from: usize, to: usize) -> String {
    visible(&text[from..to].iter().collect::<String>())
}

/// The text with every character that could move a terminal's cursor or hide text made visible, in one line.
pub fn visible(text: &str) -> String {
    let one = |c: char| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { shown(c) };
    text.chars().map(one).collect()
}

/// `visible`, with its lines as they are.
pub fn visible_lines(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { c } else { shown(c) }).collect()
}

/// A character, or the sign in place of one that is not seen: controls, those that turn the direction of writing, and
/// those without a width.
fn shown(c: char) -> char {
    match c {
        c if c.is_control() => '\u{fffd}',
        '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => {
            '\u{fffd}'
        }
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        c => c,
    }
}
