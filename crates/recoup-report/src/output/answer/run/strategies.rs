//! The strategies side by side, and what each does.

use crate::language::tr;
use crate::model::money::Account;
use crate::output::answer::run::builder::{ReportBuilder, ticked};
use crate::output::figures::{self, Figures};
use crate::output::report::document::{Section, Show};

/// The strategies of the first scenario, and what their intervals mean.
pub(super) fn strategies(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let (locale, about) = (builder.locale, builder.about());
    let titled = Section::new("strategies", tr!(locale, "run-strategies")).shown(Show::Details);
    let mut answer = Section::new("strategies", String::new());
    answer.figures(comparison(builder, 0));
    let over = match (about.is_uncertain, about.has_chance) {
        (true, true) => "inputs-and-chance",
        (true, false) => "inputs",
        (false, true) => "chance",
        (false, false) => "nothing",
    };
    let reference = &*builder.first().strategies[0].name;
    answer.text(tr!(locale, "run-intervals", reference = reference, over = over));
    if has_value_beyond(builder) {
        answer.text(tr!(locale, "run-beyond-horizon"));
    }
    if let Some(number) = builder.first().corrected_by {
        answer.text(tr!(locale, "corrected-by", number = number));
    }
    let mut details = Section::new("strategies", String::new()).shown(Show::Details);
    if about.has_chance {
        details.text(tr!(locale, "run-common-chance"));
    }
    vec![titled, answer, details]
}

/// Whether part of a difference lies beyond the horizon, where neither payback nor the cumulative difference look.
pub(super) fn has_value_beyond(builder: &ReportBuilder<'_>) -> bool {
    let beyond = [Account::TerminalContribution, Account::TerminalProgramme];
    let strategies = &builder.first().strategies;
    strategies.iter().any(|s| beyond.iter().any(|account| s.account_differences[*account as usize] != 0.0))
}

/// The strategies of a scenario side by side.
pub(super) fn comparison(builder: &ReportBuilder<'_>, scenario: usize) -> Figures {
    let (locale, findings) = (builder.locale, &builder.data.findings);
    let currency = builder.about().currency.as_str();
    let caption = match findings.comparisons.len() {
        1 => tr!(locale, "strategies-caption", currency = currency),
        _ => {
            let name = ticked(&findings.comparisons[scenario].scenario);
            tr!(locale, "run-world-caption", scenario = name, currency = currency)
        }
    };
    Figures { caption, ..figures::strategies(locale, builder.about(), findings, scenario) }
}

/// Cash by year: of all strategies on the page.
pub(super) fn cash(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let mut section = Section::new("cash", tr!(builder.locale, "brief-cash")).shown(Show::Details);
    section.figures(figures::cash(builder.locale, builder.first(), &builder.about().currency));
    vec![section]
}

/// What every strategy does.
pub(super) fn changes(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let mut section = Section::new("changes", tr!(builder.locale, "run-changes")).shown(Show::Details);
    let names: Vec<&str> = builder.first().strategies.iter().map(|strategy| &*strategy.name).collect();
    let tables = figures::changes(builder.locale, &builder.data.findings.changes, &names);
    tables.into_iter().for_each(|table| section.figures(table));
    vec![section]
}
