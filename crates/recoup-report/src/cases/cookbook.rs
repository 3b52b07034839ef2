//! The cookbook: short studies to start from, each with its question, its result and how to read it.

use crate::analysis::compare::compare;
use crate::analysis::summary::Comparison;
use crate::engine::progress::NoProgress;
use crate::engine::simulate::simulate;
use crate::error::Error;
use crate::input::shipped::{RECIPES, find};
use crate::input::{Request, load};
use crate::language::{Language, Locale, tr};
use crate::output::figures::no_roi;
use crate::scenario::study::Study;

/// The text of the page; a line `@study NAME` stands for a study, `@result NAME` for what comes out of it.
const PAGE: &str = include_str!("cookbook.md");

/// A recipe and what came out.
#[derive(Clone, Debug)]
pub struct RecipeRun {
    /// Its study.
    pub study: Study,
    /// Its strategies side by side, by scenario.
    pub comparisons: Vec<Comparison>,
}

/// Runs one recipe as its study says, without its sweeps.
///
/// # Errors
/// There is no such recipe, or its study is refused.
pub fn run(name: &str) -> Result<RecipeRun, Error> {
    let mut study = load(&Request::builtin(&format!("recipe:{name}"))).map_err(Error::Refused)?.study;
    study.sweeps.clear();
    let results = simulate(&study, &NoProgress).map_err(|_| Error::Interrupted)?;
    let scenarios = study.scenarios.iter().zip(&results.scenarios);
    let comparisons = scenarios.map(|(scenario, results)| compare(scenario, results)).collect();
    Ok(RecipeRun { study, comparisons })
}

/// The page of the cookbook in Markdown.
///
/// # Errors
/// A recipe is refused.
pub fn page() -> Result<String, Error> {
    let mut text = String::new();
    for line in PAGE.lines() {
        if let Some(name) = line.strip_prefix("@study ") {
            text.push_str(&study(name));
        } else if let Some(name) = line.strip_prefix("@result ") {
            text.push_str(&result(&run(name)?));
        } else {
            text.push_str(&format!("{line}\n"));
        }
    }
    Ok(text)
}

/// The study, and the command that runs it.
fn study(name: &str) -> String {
    let text = without_translation(find(RECIPES, name).unwrap_or_default());
    format!(
        "[The study](../scenarios/cookbook/{name}.toml):\n\n```toml\n{text}```\n\n```sh\nrecoup run recipe:{name}\nrecoup new my-study.toml --from recipe:{name}    # a copy to change\n```\n"
    )
}

/// A shipped study without its texts in other languages.
pub fn without_translation(text: &str) -> &str {
    text.find("\n\n# Texts in Chinese and Spanish").map_or(text, |end| &text[..=end])
}

/// The strategies against the reference, in each scenario.
fn result(run: &RecipeRun) -> String {
    let locale = Locale::of(Language::English);
    let mut text = String::new();
    for comparison in &run.comparisons {
        if run.comparisons.len() > 1 {
            text.push_str(&format!("Scenario `{}`:\n\n", comparison.scenario));
        }
        text.push_str("| strategy | NPV difference | 90 % interval | programme cost added | ROI | P(best) |\n|---|--:|--:|--:|--:|--:|\n");
        let best = comparison.best();
        for (i, s) in comparison.strategies.iter().enumerate() {
            let name = if i == best { format!("**{}**", s.name) } else { s.name.to_string() };
            let against = |text: String| if i == 0 { "–".to_string() } else { text };
            let d = &s.difference.npv;
            text.push_str(&format!(
                "| {name} | {} | {} | {} | {} | {} |\n",
                against(locale.signed_count(d.mean)),
                against(tr!(locale, "range", low = locale.signed(d.p05), high = locale.signed(d.p95))),
                against(locale.signed_count(s.difference.programme.mean)),
                against(s.roi.value.map_or_else(|| no_roi(locale, s), |roi| locale.share_whole(roi))),
                locale.share_whole(s.p_best),
            ));
        }
        text.push('\n');
    }
    let settings = &run.study.settings;
    text.push_str(&format!(
        "Net present values in {} over the whole horizon, compared with `{}`; {} simulations, seed {}.\n",
        run.study.currency,
        run.comparisons[0].strategies[0].name,
        locale.count(settings.simulations() as f64),
        settings.seed,
    ));
    text
}
