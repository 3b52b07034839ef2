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
        request.memory = match &self.memory {
            Some(size) => Some(read_size(size).map_err(Error::Usage)?),
            None => free_memory(),
        };
        Ok(request)
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

/// Arguments from JSON; the error names what is wrong with them.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| {
        // The place in a text that the user does not see says nothing.
        let message = error.to_string();
        Error::Usage(message.split(" at line ").next().unwrap_or_default().to_string())
    })
}
