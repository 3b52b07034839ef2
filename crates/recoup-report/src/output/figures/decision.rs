//! The strategies of a decision, what each costs and brings, and what knowing more would be worth.

use crate::analysis::decision::{Decision, Known, Pair, StrategyDecision};
use crate::analysis::frontier::Standing;
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, strategy};

/// Inputs and groups listed.
const LISTED: usize = 8;

/// What is known before choosing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knowing {
    /// One input.
    Inputs,
    /// Several inputs together.
    Groups,
}

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
    ];
    let row = |(i, s): (usize, &StrategyDecision)| {
        let cells = [
            Figure::Amount(s.npv.mean),
            Figure::interval(&s.npv, Figure::Amount),
            Figure::Chance(s.p_best),
            Figure::Amount(s.expected_loss),
            Figure::Amount(s.greatest_regret),
            Figure::Amount(s.cvar),
        ];
        Line { is_marked: i == found.best, ..Line::of(&s.name, cells) }
    };
    let caption = tr!(locale, "decision-caption", number = found.draws, currency = currency);
    Figures::new(caption, columns, found.strategies.iter().enumerate().map(row).collect())
}

/// Pairs of strategies, draw by draw.
pub fn pairs(locale: &Locale, found: &Decision, shown: &[&Pair], currency: &str) -> Figures {
    let columns = vec![
        Column::new(tr!(locale, "head-first"), Kind::Words),
        Column::new(tr!(locale, "head-second"), Kind::Words),
        Column::new(tr!(locale, "head-first-less-second"), Kind::Amount),
        Column::interval(locale, Kind::Amount),
        Column::new(tr!(locale, "head-p-first"), Kind::Share),
    ];
    let name = |s: usize| &*found.strategies[s].name;
    let row = |pair: &&Pair| {
        let difference = &pair.difference;
        let cells = [
            Figure::Text(name(pair.second).to_string()),
            Figure::SignedShort(difference.mean),
            Figure::interval(difference, Figure::SignedShort),
            Figure::Chance(pair.p_first),
        ];
        Line::of(name(pair.first), cells)
    };
    let caption = tr!(locale, "decide-pairs", currency = currency);
    Figures::new(caption, columns, shown.iter().map(row).collect())
}

/// What every strategy of a decision costs and brings, the cheapest first, and which of them are worth a budget.
pub fn frontier(locale: &Locale, found: &Decision, currency: &str) -> Figures {
    let columns = vec![
        strategy(locale),
        Column::new(tr!(locale, "head-programme"), Kind::Amount),
        Column::new(tr!(locale, "head-contribution"), Kind::Amount),
        Column::new(tr!(locale, "head-incremental-roi"), Kind::Share),
        Column::new(tr!(locale, "head-frontier"), Kind::Prose),
    ];
    let mut order: Vec<&StrategyDecision> = found.strategies.iter().collect();
    order.sort_by(|a, b| a.programme.total_cmp(&b.programme));
    let row = |s: &StrategyDecision| {
        let roi = match s.standing {
            Standing::Efficient { incremental_roi: Some(roi), after: Some(_) } => Figure::Share(roi),
            _ => Figure::Nothing,
        };
        let place = Figure::Text(standing(locale, found, s));
        Line::of(&s.name, [Figure::Amount(s.programme), Figure::Amount(s.contribution), roi, place])
    };
    let caption = tr!(locale, "decide-frontier", currency = currency);
    Figures::new(caption, columns, order.into_iter().map(row).collect())
}

/// Where a strategy stands between what it costs and what it brings.
fn standing(locale: &Locale, found: &Decision, strategy: &StrategyDecision) -> String {
    let name = |s: usize| &*found.strategies[s].name;
    match strategy.standing {
        Standing::Efficient { after: None, .. } => tr!(locale, "decide-cheapest"),
        Standing::Efficient { after: Some(after), .. } => tr!(locale, "decide-after", name = name(after)),
        Standing::Equal { to } => tr!(locale, "decide-same-as", name = name(to)),
        Standing::Dominated { by } => tr!(locale, "decide-dominated", name = name(by)),
        Standing::ExtendedlyDominated { by: [a, b] } => {
            tr!(locale, "decide-dominated-by-mix", first = name(a), second = name(b))
        }
    }
}

/// What it is worth to know inputs, or groups of them, before choosing: those worth most, at most eight.
pub fn information(locale: &Locale, known: &[Known], of: Knowing, currency: &str) -> Option<Figures> {
    let (head, what) = match of {
        Knowing::Inputs => (tr!(locale, "head-input"), "inputs"),
        Knowing::Groups => (tr!(locale, "head-group"), "groups"),
    };
    let columns = vec![
        Column::new(head, Kind::Key),
        Column::new(tr!(locale, "head-worth-knowing"), Kind::Amount),
        Column::new(tr!(locale, "head-standard-error"), Kind::Amount),
        Column::new(tr!(locale, "head-explains"), Kind::Share),
    ];
    let row = |known: &Known| {
        let worth = &known.worth;
        // A value that its own error swallows is none.
        let value = match worth.is_distinguishable() || worth.value.value <= 0.0 {
            true => Figure::Amount(worth.value.value),
            false => {
                let value = locale.compact(worth.value.value);
                Figure::Text(tr!(locale, "not-distinguishable", value = value))
            }
        };
        let note = if worth.is_poor() { tr!(locale, "decide-poor") } else { String::new() };
        let cells = [
            Figure::Key(known.name.clone()),
            value,
            Figure::Short(worth.value.standard_error),
            Figure::Chance(worth.explained),
        ];
        Line { note, ..Line::new(cells.into()) }
    };
    let rows: Vec<Line> = known.iter().take(LISTED).map(row).collect();
    let more = known.len().saturating_sub(LISTED);
    let remarks = if more > 0 { vec![tr!(locale, "decide-more-inputs", number = more)] } else { Vec::new() };
    let caption = tr!(locale, "decide-information", what = what, currency = currency);
    (!rows.is_empty()).then(|| Figures { remarks, ..Figures::new(caption, columns, rows) })
}
