//! Edits of a study's text: strategies added, renamed, removed.

use recoup_core::ask::Unanswered;
use recoup_core::diagnostic::Diagnostic;
use serde::Deserialize;
use toml::{Table, Value};

use crate::question::StudyText;
use crate::study::{Described, described};

/// One edit.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub(crate) enum Edit {
    /// A copy of a strategy under another name, after all others.
    Copy {
        /// Name of the strategy that is copied.
        strategy: String,
        /// Name of the copy.
        name: String,
    },
    /// Another name for a strategy.
    Rename {
        /// Its name.
        strategy: String,
        /// Its new name.
        name: String,
    },
    /// A strategy taken out.
    Remove {
        /// Its name.
        strategy: String,
    },
    /// No edit: the settings are written into the text.
    Settle {},
}

impl Edit {
    /// The study after the edit, its settings written into its text.
    ///
    /// # Errors
    /// The study is refused before or after the edit, or a name does not exist or is taken.
    pub(crate) fn apply(&self, study: &StudyText) -> Result<Described, Unanswered> {
        let mut text: Table = study
            .load()?
            .study
            .resolved
            .parse()
            .map_err(|error| refused(format!("the study cannot be read again: {error}")))?;
        self.edit(&mut text)?;
        let written = text.to_string();
        let edited = StudyText { text: written, set: Vec::new(), ..study.clone() };
        let loaded = edited.load()?;
        Ok(described(&loaded))
    }

    fn edit(&self, text: &mut Table) -> Result<(), Unanswered> {
        let strategies = match text.get_mut("strategy") {
            Some(Value::Array(strategies)) => strategies,
            _ if *self == (Edit::Settle {}) => return Ok(()),
            _ => return Err(refused("the study names no strategies").into()),
        };
        let find = |strategies: &[Value], name: &str| {
            let place = strategies.iter().position(|strategy| named(strategy) == Some(name));
            place.ok_or_else(|| Diagnostic::error("S042", format!("no strategy `{name}`")))
        };
        match self {
            Edit::Settle {} => {}
            Edit::Copy { strategy, name } => {
                let mut copy = strategies[find(strategies, strategy)?].clone();
                check_free(strategies, name)?;
                rename(&mut copy, name);
                strategies.push(copy);
            }
            Edit::Rename { strategy, name } => {
                let place = find(strategies, strategy)?;
                check_free(strategies, name)?;
                rename(&mut strategies[place], name);
                each_scenario(text, |own| {
                    own.iter_mut().filter(|own| named(own) == Some(strategy)).for_each(|own| rename(own, name));
                });
                for key in ["sweep", "report"] {
                    refer(text.get_mut(key), strategy, Some(name));
                }
            }
            Edit::Remove { strategy } => {
                let place = find(strategies, strategy)?;
                if strategies.len() < 2 {
                    return Err(refused("a study needs at least one strategy").into());
                }
                strategies.remove(place);
                each_scenario(text, |own| own.retain(|own| named(own) != Some(strategy)));
                refer(text.get_mut("sweep"), strategy, None);
            }
        }
        Ok(())
    }
}

fn refused(message: impl Into<String>) -> Diagnostic {
    Diagnostic::error("S066", message)
}

fn named(element: &Value) -> Option<&str> {
    element.get("name").and_then(Value::as_str)
}

fn rename(element: &mut Value, name: &str) {
    if let Value::Table(table) = element {
        table.insert("name".into(), Value::String(name.into()));
    }
}

fn check_free(strategies: &[Value], name: &str) -> Result<(), Diagnostic> {
    if strategies.iter().any(|strategy| named(strategy) == Some(name)) {
        return Err(refused(format!("there is a strategy `{name}` already")).with_help("choose another name"));
    }
    Ok(())
}

/// The strategies that scenarios change.
fn each_scenario(text: &mut Table, edit: impl Fn(&mut Vec<Value>)) {
    let Some(Value::Array(scenarios)) = text.get_mut("scenario") else { return };
    for scenario in scenarios {
        if let Some(Value::Array(own)) = scenario.get_mut("strategy") {
            edit(own);
        }
    }
}

/// Elements of a list that name a strategy: renamed, or taken out with it.
fn refer(list: Option<&mut Value>, strategy: &str, name: Option<&str>) {
    let Some(Value::Array(elements)) = list else { return };
    let is_meant = |element: &Value| element.get("strategy").and_then(Value::as_str) == Some(strategy);
    match name {
        None => elements.retain(|element| !is_meant(element)),
        Some(name) => {
            for element in elements.iter_mut().filter(|element| is_meant(element)) {
                if let Value::Table(table) = element {
                    table.insert("strategy".into(), Value::String(name.into()));
                }
            }
        }
    }
}
