//! `[case]`: the case study that a study stands for.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::input::draft::Draft;
use crate::input::findings::Findings;
use crate::input::hint::did_you_mean;
use crate::input::tree::{Node, Value};
use crate::scenario::case_study::{CaseChart, CaseStudy, Ranking};

/// Longest line, in characters.
const LONGEST_LINE: usize = 1_000;
/// Most lines of one list.
const MOST_LINES: usize = 50;

/// Reads `[case]`; `whole` is the study's filled tree. Nothing where the study has none.
pub(crate) fn read(draft: &Draft, whole: &Node, diagnostics: &mut Findings) -> Option<CaseStudy> {
    let case = whole.at(&["case"]).filter(|node| node.entries().is_some_and(|entries| !entries.is_empty()))?;
    let mut lines = |key: &str| -> Vec<String> { texts(whole, &["case", key], diagnostics) };
    let (story, facts) = (lines("story"), lines("facts"));
    let (teaches, uncertain) = (lines("teaches"), lines("uncertain"));
    let written = self::lines(whole, &["case", "ranking"], diagnostics);
    let mut rankings: Vec<Ranking> = Vec::new();
    for (line, node) in written {
        let Some(ranking) = ranking(draft, &line, node, diagnostics) else { continue };
        if rankings.iter().any(|other| other.scenario == ranking.scenario) {
            let message = format!("`case.ranking` ranks scenario `{}` twice", ranking.scenario);
            let help = "write one line a scenario, `SCENARIO: a > b = c`";
            diagnostics.push(Diagnostic::error("S080", message).with_place(node.place.clone()).with_help(help));
        } else {
            rankings.push(ranking);
        }
    }
    let word = case.text(&["chart"]);
    let chart = CaseChart::ALL.into_iter().find(|(name, _)| Some(*name) == word).map(|(_, chart)| chart);
    Some(CaseStudy {
        story,
        facts,
        compares: case.text(&["compares"]).unwrap_or_default().to_string(),
        ranking: rankings,
        teaches,
        uncertain,
        chart: chart.unwrap_or_default(),
    })
}

/// The lines of a list.
pub(super) fn texts(tree: &Node, key: &[&str], diagnostics: &mut Findings) -> Vec<String> {
    lines(tree, key, diagnostics).into_iter().map(|(line, _)| line).collect()
}

/// The lines of a list, each with where it was written.
pub(super) fn lines<'a>(tree: &'a Node, key: &[&str], diagnostics: &mut Findings) -> Vec<(String, &'a Node)> {
    let items = tree.list(key);
    let path = key.join(".");
    let mut refuse = |node: &Node, trouble: String| {
        diagnostics.push(Diagnostic::error("S012", format!("`{path}` {trouble}")).with_place(node.place.clone()));
    };
    if let Some(node) = items.get(MOST_LINES) {
        refuse(node, format!("has at most {MOST_LINES} lines, not {}", items.len()));
    }
    let mut found = Vec::new();
    for node in items.iter().take(MOST_LINES) {
        let Value::Text(line) = &node.value else { continue };
        let length = line.chars().count();
        if line.chars().any(char::is_control) {
            refuse(node, "must not hold control characters".into());
        } else if length > LONGEST_LINE {
            refuse(node, format!("has lines of at most {LONGEST_LINE} characters, not {length}"));
        } else {
            found.push((line.clone(), node));
        }
    }
    found
}

/// One line of `case.ranking`: all strategies, the best first, `=` between those too close to order.
fn ranking(draft: &Draft, line: &str, node: &Node, diagnostics: &mut Findings) -> Option<Ranking> {
    let scenarios = || draft.scenarios.keys().map(String::as_str);
    let named = scenarios().find_map(|name| Some((name, line.strip_prefix(name)?.strip_prefix(':')?)));
    let (scenario, order) = match named {
        Some(named) => named,
        None => (scenarios().next()?, line),
    };
    let places: Vec<Vec<&str>> = order.split('>').map(|place| place.split('=').map(str::trim).collect()).collect();
    let strategies = places.concat();
    let trouble = |message: String| Diagnostic::error("S080", message).with_place(node.place.clone());
    let mut is_whole = true;
    for name in &strategies {
        if !draft.strategies.contains_key(*name) {
            let short: String = name.chars().take(60).collect();
            let mut unknown = trouble(format!("`case.ranking` names no strategy `{short}`"));
            unknown.help = did_you_mean(name, draft.strategies.keys().map(String::as_str));
            diagnostics.push(unknown);
            is_whole = false;
        }
    }
    let is_complete = draft.strategies.keys().all(|name| strategies.contains(&name.as_str()));
    if is_whole && (!is_complete || strategies.len() != draft.strategies.len()) {
        diagnostics.push(
            trouble(format!("`case.ranking` must name each of the {} strategies once", draft.strategies.len()))
                .with_help(
                    "write `a > b = c`, the best first, with `=` between those too close to order; \
                     `SCENARIO: a > b = c` where there are several scenarios",
                ),
        );
        is_whole = false;
    }
    let named = |place: Vec<&str>| place.into_iter().map(Arc::from).collect();
    is_whole.then(|| Ranking { scenario: Arc::from(scenario), places: places.into_iter().map(named).collect() })
}
