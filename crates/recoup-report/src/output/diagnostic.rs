//! Errors, warnings and notes in the language of the user: what the code means and what to do, and in brackets the program's own
//! words with their data, which are English.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::input::diagnostic_codes::find;
use crate::input::render::{Heads, headed};
use crate::language::{Language, Locale, tr};

/// One diagnostic as text.
pub fn one(diagnostic: &Diagnostic, locale: &Locale, coloured: bool) -> String {
    let head = |level: &'static str| tr!(locale, "diagnostic-level", level = level);
    let heads = Heads { error: head("error"), warning: head("warning"), note: head("note"), help: head("help") };
    headed(&in_language(diagnostic, locale), &heads, coloured)
}

/// The same diagnostic in a language; itself where it is in it already.
pub fn in_language<'a>(diagnostic: &'a Diagnostic, locale: &Locale) -> Cow<'a, Diagnostic> {
    let code = find(diagnostic.code).filter(|_| locale.language != Language::English && !diagnostic.is_translated);
    let Some(code) = code else { return Cow::Borrowed(diagnostic) };
    let meaning = tr!(locale, "diagnostic-meaning", code = code.code, meaning = code.meaning);
    let remedy = tr!(locale, "diagnostic-remedy", code = code.code, remedy = code.way_out);
    let help = match diagnostic.help.as_deref() {
        None => remedy,
        Some(help) => {
            let near = help.strip_prefix("did you mean ").and_then(|rest| rest.strip_suffix('?'));
            let detail = near.map_or(help.to_string(), |name| tr!(locale, "diagnostic-near", name = name));
            tr!(locale, "diagnostic-help", remedy = remedy, detail = detail)
        }
    };
    let message = tr!(locale, "diagnostic-message", meaning = meaning, detail = diagnostic.message.as_str());
    Cow::Owned(Diagnostic { message, help: Some(help), ..diagnostic.clone() }.translated())
}
