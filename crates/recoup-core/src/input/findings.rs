//! What was found wrong or worth a word, each thing once.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use crate::diagnostic::{Diagnostic, Level, Place, Source};
use crate::input::diagnostic_codes;
use crate::input::hint::listed;
use crate::scenario::key::Key;

/// More are not kept: they would not be read.
const MOST: usize = 200;

/// Index of a scenario and of a strategy.
pub(crate) type CaseId = (usize, usize);

/// Diagnostics in the order of finding, each with the sets of parameters that show it.
#[derive(Default)]
pub(crate) struct Findings {
    found: IndexMap<Identity, (Diagnostic, IndexSet<CaseId>)>,
    /// Keys that are 0 below their range, each with a place.
    zeros: IndexMap<Key, Option<Place>>,
    dropped: usize,
    allowed: Vec<&'static str>,
}

/// Code, message, source and bytes.
type Identity = (&'static str, String, Option<(*const Source, usize, usize)>);

impl Findings {
    /// Silences warnings and notes of these codes, and those errors that may be waived, past and to come.
    pub(crate) fn allow(&mut self, codes: Vec<&'static str>) {
        self.allowed = codes;
        let allowed = &self.allowed;
        self.found.retain(|_, (diagnostic, _)| !is_silenced(diagnostic, allowed));
    }

    /// Adds what is wrong with a text, whatever the parameters.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        self.add(diagnostic, None);
    }

    /// Adds a key that is 0, below the range that the ledger has for it. What switches an effect off is said in one warning.
    pub(crate) fn push_zero(&mut self, key: &Key, place: Option<Place>) {
        self.zeros.entry(key.clone()).or_insert(place);
    }

    /// The warning about keys that are 0: at its place where it is one, at the file where they are several.
    fn of_zeros(&mut self) -> Option<Diagnostic> {
        let zeros = std::mem::take(&mut self.zeros);
        let keys = listed(zeros.keys().map(|key| format!("`{key}`")));
        let are = match zeros.len() {
            0 => return None,
            1 => "is 0, below its range",
            _ => "are 0, below their ranges",
        };
        let several = zeros.len() > 1;
        let place = zeros.into_values().next().flatten();
        let place = place.map(|place| if several { Place { start: 0, end: 0, ..place } } else { place });
        let diagnostic = Diagnostic::warning("W002", format!("{keys} {are} in the evidence")).with_place(place);
        Some(diagnostic.with_help("none needed where 0 is meant to switch it off; `recoup explain KEY` has the range"))
    }

    /// Adds the same with a way out that is thought of only when it will be shown.
    pub(crate) fn push_helped(&mut self, diagnostic: Diagnostic, help: impl FnOnce() -> Option<String>) {
        let shown = self.found.len() < MOST && !self.found.contains_key(&identity(&diagnostic));
        let help = if shown { help() } else { None };
        self.add(Diagnostic { help, ..diagnostic }, None);
    }

    /// The value, or nothing and its error added.
    pub(crate) fn take<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.push(diagnostic)).ok()
    }

    /// Adds what shows in one set of parameters.
    pub(crate) fn push_in(&mut self, parameters: CaseId, diagnostic: Diagnostic) {
        self.add(diagnostic, Some(parameters));
    }

    fn add(&mut self, diagnostic: Diagnostic, parameters: Option<CaseId>) {
        if is_silenced(&diagnostic, &self.allowed) {
            return;
        }
        let identity = identity(&diagnostic);
        if self.found.len() >= MOST && !self.found.contains_key(&identity) {
            self.dropped += usize::from(diagnostic.level == Level::Error);
            return;
        }
        let (_, cases) = self.found.entry(identity).or_insert_with(|| (diagnostic, IndexSet::new()));
        cases.extend(parameters);
    }

    /// Whether no more is kept.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= MOST
    }

    /// Whether any of them is an error.
    pub(crate) fn has_errors(&self) -> bool {
        self.dropped > 0 || self.found.values().any(|(diagnostic, _)| diagnostic.level == Level::Error)
    }

    /// All of them, errors first, then by place; what shows for some strategies only names them.
    pub(crate) fn ranked(mut self, scenarios: &[&str], strategies: &[&str]) -> Vec<Diagnostic> {
        let zeros = self.of_zeros();
        zeros.into_iter().for_each(|diagnostic| self.push(diagnostic));
        let mut sources: Vec<*const Source> = Vec::new();
        let mut ranked = Vec::new();
        for (diagnostic, cases) in self.found.into_values() {
            let rank = diagnostic.place.as_ref().map(|place| {
                let source = Arc::as_ptr(&place.source);
                let index = sources.iter().position(|s| *s == source).unwrap_or_else(|| {
                    sources.push(source);
                    sources.len() - 1
                });
                (index, place.start)
            });
            let message = diagnostic.message + &shown_in(&cases, scenarios, strategies);
            ranked.push((std::cmp::Reverse(diagnostic.level), rank, Diagnostic { message, ..diagnostic }));
        }
        ranked.sort_by_key(|(level, rank, _)| (*level, *rank));
        let mut kept: Vec<Diagnostic> = ranked.into_iter().map(|(_, _, diagnostic)| diagnostic).collect();
        if self.dropped > 0 {
            kept.push(Diagnostic::error("S099", format!("and {} more errors", self.dropped)));
        }
        kept
    }
}

fn identity(diagnostic: &Diagnostic) -> Identity {
    let place = diagnostic.place.as_ref().map(|p| (Arc::as_ptr(&p.source), p.start, p.end));
    (diagnostic.code, diagnostic.message.clone(), place)
}

fn is_silenced(diagnostic: &Diagnostic, allowed: &[&str]) -> bool {
    allowed.contains(&diagnostic.code)
        && (diagnostic.level < Level::Error || diagnostic_codes::is_waivable(diagnostic.code))
}

/// ", in strategy `x`" unless every case shows it.
fn shown_in(cases: &IndexSet<CaseId>, scenarios: &[&str], strategies: &[&str]) -> String {
    if cases.is_empty() || cases.len() >= scenarios.len() * strategies.len() {
        return String::new();
    }
    let in_scenarios: IndexSet<usize> = cases.iter().map(|parameters| parameters.0).collect();
    let in_strategies: IndexSet<usize> = cases.iter().map(|parameters| parameters.1).collect();
    let name = |names: &[&str], i: usize| format!("`{}`", names.get(i).copied().unwrap_or("?"));
    if cases.len() == in_strategies.len() * scenarios.len() {
        return format!(", in strategy {}", listed(in_strategies.iter().map(|&i| name(strategies, i))));
    }
    if cases.len() == in_scenarios.len() * strategies.len() {
        return format!(", in scenario {}", listed(in_scenarios.iter().map(|&i| name(scenarios, i))));
    }
    let (i, j) = cases[0];
    let more = if cases.len() > 1 { format!(" and {} more cases", cases.len() - 1) } else { String::new() };
    format!(", in strategy {} of scenario {}{more}", name(strategies, j), name(scenarios, i))
}
