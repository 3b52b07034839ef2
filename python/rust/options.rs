//! Settings of a study and of its questions, as Python passes them.

use recoup::cli::memory::free_memory;
use recoup::engine::estimate::read_size;
use recoup::error::Error;
use recoup::input::Request;
use recoup::input::guard::Stop;
use recoup::language::Language;
use recoup::output::parquet::READ_PARQUET;
use recoup::scenario::study::EngineKind;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::job::is_stopped_here;

/// The options that the program has for every study and question.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Options {
    /// The scenario; the first where none is named.
    pub(crate) scenario: Option<String>,
    /// Parameter draws.
    pub(crate) draws: Option<u64>,
    replicates: Option<u64>,
    seed: Option<u64>,
    engine: Option<String>,
    lang: Option<String>,
    memory: Option<String>,
}

impl Options {
    /// Reads them.
    pub(crate) fn read(text: &str) -> Result<Self, Error> {
        read(text)
    }

    /// Whether they change the study.
    pub(crate) fn change_study(&self) -> bool {
        let Options { draws, replicates, seed, engine, lang, .. } = self;
        draws.is_some() || replicates.is_some() || seed.is_some() || engine.is_some() || lang.is_some()
    }

    /// The request with these options in place of its own.
    pub(crate) fn on(&self, request: &Request, needed: Option<EngineKind>) -> Result<Request, Error> {
        let mut request = request.clone();
        if let Some(name) = &self.engine {
            request.engine = Some(EngineKind::of_name(name).ok_or_else(|| {
                Error::Usage(format!("no engine `{name}`: there is `expected`, `cohort` and `agents`"))
            })?);
        }
        request.engine = request.engine.or(needed);
        if let Some(tag) = &self.lang {
            request.language = Some(language(tag)?);
        }
        request.seed = self.seed.or(request.seed);
        request.draws = self.draws.or(request.draws);
        request.replicates = self.replicates.or(request.replicates);
        request.memory = self.most_memory()?;
        Ok(request)
    }

    /// The most memory that a question may take.
    pub(crate) fn most_memory(&self) -> Result<Option<u64>, Error> {
        match &self.memory {
            Some(size) => Ok(Some(read_size(size).map_err(Error::Usage)?)),
            None => Ok(free_memory()),
        }
    }
}

/// The language of that tag.
pub(crate) fn language(tag: &str) -> Result<Language, Error> {
    Language::of_tag(tag).ok_or_else(|| Error::Usage(format!("no language `{tag}`: there is `en`, `zh` and `es`")))
}

/// A request that reads all that the program reads.
pub(crate) fn whole(mut request: Request) -> Request {
    request.parquet = Some(READ_PARQUET);
    request.stop = Stop(is_stopped_here);
    request
}

/// Arguments from JSON, a table on one line; the error names what is wrong with them.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::Usage(what_is_wrong(text, &error)))
}

fn what_is_wrong(text: &str, error: &serde_json::Error) -> String {
    // The place in a text that the user does not see says nothing.
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
    let names_its_field = message.contains(" field `");
    match field_before(text, error.column()) {
        Some((field, _)) if names_its_field || field.is_empty() => message.to_string(),
        Some((field, value)) if message.ends_with("expected u64") && !value.is_empty() => {
            format!("{field}: {value} is no whole number from 0 to {}", u64::MAX)
        }
        Some((field, _)) => format!("{field}: {message}"),
        None => message.to_string(),
    }
}

/// The last field of the outermost table before a column, and what is written of its value up to there.
fn field_before(text: &str, column: usize) -> Option<(&str, &str)> {
    let read = text.get(..column)?;
    let (mut depth, mut quote, mut is_escaped) = (0_usize, None, false);
    let (mut string, mut field) = ("", None);
    for (at, c) in read.char_indices() {
        match (quote, c) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(from), '"') => {
                string = &read[from..at];
                quote = None;
            }
            (Some(_), _) => {}
            (None, '"') => quote = Some(at + 1),
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth = depth.saturating_sub(1),
            (None, ':') if depth == 1 => field = Some((string, at + 1)),
            _ => {}
        }
    }
    field.map(|(name, from)| (name, read[from..].trim_matches([' ', ','])))
}
