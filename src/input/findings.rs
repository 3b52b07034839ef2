//! What was found wrong or worth a word, each thing once.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use crate::diagnostic::{Diagnostic, Level, Source};
use crate::input::code;

/// More is not kept: nobody reads further.
const MOST: usize = 200;

/// Index of a scenario and of a strategy.
pub type CaseId = (usize, usize);

/// Diagnostics in the order of finding, each with the cases that show it.
#[derive(Default)]
pub struct Findings {
    found: IndexMap<Identity, (Diagnostic, IndexSet<CaseId>)>,
    dropped: usize,
    allowed: Vec<&'static str>,
}

/// Code, message, source and bytes.
type Identity = (&'static str, String, Option<(*const Source, usize, usize)>);

impl Findings {
    /// Silences warnings and notes of these codes, and those errors that may be waived, past and to come.
    pub fn allow(&mut self, codes: Vec<&'static str>) {
        self.allowed = codes;
        let allowed = &self.allowed;
        self.found.retain(|_, (diagnostic, _)| !is_silenced(diagnostic, allowed));
    }

    /// Adds what is wrong with a text, whatever the case.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.add(diagnostic, None);
    }

    /// Adds what shows in one case.
    pub fn push_in(&mut self, case: CaseId, diagnostic: Diagnostic) {
        self.add(diagnostic, Some(case));
    }

    fn add(&mut self, diagnostic: Diagnostic, case: Option<CaseId>) {
        if is_silenced(&diagnostic, &self.allowed) {
            return;
        }
        let place = diagnostic.place.as_ref().map(|p| (Arc::as_ptr(&p.source), p.start, p.end));
        let identity = (diagnostic.code, diagnostic.message.clone(), place);
        if self.found.len() >= MOST && !self.found.contains_key(&identity) {
            self.dropped += usize::from(diagnostic.level == Level::Error);
            return;
        }
        let (_, cases) = self.found.entry(identity).or_insert_with(|| (diagnostic, IndexSet::new()));
        cases.extend(case);
    }

    /// Whether any of them is an error.
    pub fn has_errors(&self) -> bool {
        self.dropped > 0 || self.found.values().any(|(diagnostic, _)| diagnostic.level == Level::Error)
    }

    /// All of them, errors first, then by place; what shows in some cases only says in which.
    pub fn told(self, scenarios: &[&str], strategies: &[&str]) -> Vec<Diagnostic> {
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
        let mut told: Vec<Diagnostic> = ranked.into_iter().map(|(_, _, diagnostic)| diagnostic).collect();
        if self.dropped > 0 {
            told.push(Diagnostic::error("S099", format!("and {} more errors", self.dropped)));
        }
        told
    }
}

fn is_silenced(diagnostic: &Diagnostic, allowed: &[&str]) -> bool {
    allowed.contains(&diagnostic.code) && (diagnostic.level < Level::Error || code::is_waivable(diagnostic.code))
}

/// ", in strategy `x`" unless every case shows it.
fn shown_in(cases: &IndexSet<CaseId>, scenarios: &[&str], strategies: &[&str]) -> String {
    if cases.is_empty() || cases.len() >= scenarios.len() * strategies.len() {
        return String::new();
    }
    let in_scenarios: IndexSet<usize> = cases.iter().map(|case| case.0).collect();
    let in_strategies: IndexSet<usize> = cases.iter().map(|case| case.1).collect();
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

/// "`a`, `b` and 3 more".
pub fn listed(items: impl Iterator<Item = String>) -> String {
    const SHOWN: usize = 6;
    let items: Vec<String> = items.collect();
    match items.as_slice() {
        [one] => one.clone(),
        all if all.len() > SHOWN => format!("{} and {} more", all[..SHOWN].join(", "), all.len() - SHOWN),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
        [] => String::new(),
    }
}

/// The candidate that was probably meant by `word`.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Longer words are not compared: they are no slip, and the comparison is quadratic.
    if word.len() > 200 {
        return None;
    }
    let distance = |candidate: &str| strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase());
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= 200)
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (word.chars().count().max(candidate.chars().count()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// "did you mean `x`?", or else all that there is.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> Option<String> {
    if let Some(candidate) = nearest(word, candidates.clone()) {
        return Some(format!("did you mean `{candidate}`?"));
    }
    let all = listed(candidates.into_iter().map(|candidate| format!("`{candidate}`")));
    if all.is_empty() { None } else { Some(format!("there is {all}")) }
}
