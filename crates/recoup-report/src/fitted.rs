//! The study that a firm's files give: loaded over its base, with the rules waived that its estimates break.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Level};
use crate::error::Error;
use crate::input::diagnostic_codes::find;

/// Loads the text of a fitted study, which `name` calls; where its estimates break rules that a study may waive, such as quick
/// recoveries that keep fewer customers than slow ones, the text that waives them. Gives what `load` gives, the text, and the
/// warning about what is waived.
///
/// # Errors
/// Those of `load`; a refusal says first that the study does not fit together with its base.
pub fn load_fitted<T>(
    text: &str,
    name: &str,
    mut load: impl FnMut(&str) -> Result<T, Error>,
) -> Result<(T, String, Option<Diagnostic>), Error> {
    let codes = match load(text) {
        Ok(loaded) => return Ok((loaded, text.to_string(), None)),
        Err(Error::Refused(wrong)) => waivable(&wrong).ok_or_else(|| of_fit(wrong, name))?,
        Err(error) => return Err(error),
    };
    let text = allowing(text, &codes);
    let loaded = load(&text).map_err(|error| match error {
        Error::Refused(wrong) => of_fit(wrong, name),
        error => error,
    })?;
    let message = format!("the estimates break a rule of studies, which `allow` waives: {}", codes.join(", "));
    let help = "`recoup check` without that line says which; few observations are the usual cause";
    Ok((loaded, text, Some(Diagnostic::warning("W016", message).with_help(help))))
}

/// The codes of the errors, if a study may waive all of them.
fn waivable(wrong: &[Diagnostic]) -> Option<Vec<&'static str>> {
    let errors = wrong.iter().filter(|diagnostic| diagnostic.level == Level::Error);
    let codes: BTreeSet<&'static str> = errors.map(|diagnostic| diagnostic.code).collect();
    let may_waive = |code: &&str| find(code).is_some_and(|code| code.waivable);
    codes.iter().all(may_waive).then(|| codes.into_iter().collect())
}

/// The study with these codes allowed.
fn allowing(study: &str, codes: &[&str]) -> String {
    let codes: Vec<String> = codes.iter().map(|code| format!("\"{code}\"")).collect();
    study.replacen("\nextends = ", &format!("\nallow = [{}]\nextends = ", codes.join(", ")), 1)
}

/// What is wrong with the fitted study, without the name that it has not got yet.
fn of_fit(wrong: Vec<Diagnostic>, name: &str) -> Error {
    let message = format!("`{name}` was not written: the study does not fit together with its base");
    let first = Diagnostic::error("D002", message)
        .with_help("choose another base, or give the numbers in question with --set KEY=VALUE");
    Error::Refused(std::iter::once(first).chain(wrong).collect())
}
