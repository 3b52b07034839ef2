//! The strategies of a decision.

use crate::analysis::decision::{Decision, StrategyDecision};
use crate::analysis::frontier::Standing;
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium, strategy};

/// What choosing every strategy comes to over the draws of the uncertain inputs.
pub fn decision(locale: &Locale, found: &Decision, currency: &str) -> Figures {
    let columns = vec![
        strategy(locale),
        Column::new(tr!(locale, "head-npv"), Kind::Amount),
        Column::interval(locale, Kind::Amount),
        Column::new(tr!(locale, "head-p-best"), Kind::Share),
        Column::new(tr!(locale, "head-expected-loss"), Kind::Amount),
        Column::new(tr!(locale, "head-regret"), Kind::Amount),
        Column::new(tr!(locale, "head-worst", share = locale.share_whole(0.05)), Kind::Amount),
        Column::new(tr!(locale, "head-standing"), Kind::Prose).from(Medium::Page),
    ];
    let row = |(i, s): (usize, &StrategyDecision)| {
        let cells = [
            Figure::Amount(s.npv.mean),
            Figure::interval(&s.npv, Figure::Amount),
            Figure::Chance(s.p_best),
            Figure::Amount(s.expected_loss),
            Figure::Amount(s.greatest_regret),
            Figure::Amount(s.cvar),
            Figure::Text(standing(locale, found, s)),
        ];
        Line { is_marked: i == found.best, ..Line::of(&s.name, cells) }
    };
    let caption = tr!(locale, "decision-caption", number = found.draws, currency = currency);
    Figures::new(caption, columns, found.strategies.iter().enumerate().map(row).collect())
}

/// Where a strategy stands between what it costs and what it brings.
fn standing(locale: &Locale, found: &Decision, strategy: &StrategyDecision) -> String {
    let name = |s: usize| format!("`{}`", found.strategies[s].name);
    match strategy.standing {
        Standing::Efficient { incremental_roi: Some(roi), after: Some(after) } => {
            tr!(locale, "report-efficient-after", roi = locale.share(roi), after = name(after))
        }
        Standing::Efficient { .. } => tr!(locale, "report-efficient"),
        Standing::Equal { to } => tr!(locale, "report-equal", to = name(to)),
        Standing::Dominated { by } => tr!(locale, "report-dominated", by = name(by)),
        Standing::ExtendedlyDominated { by: [a, b] } => {
            tr!(locale, "report-dominated-by-mix", first = name(a), second = name(b))
        }
    }
}
