//! The first page, for a board: one chart, three assumptions, one caveat, the next step.

use crate::analysis::assumptions::{Assumption, Origin};
use crate::analysis::sweep::unit;
use crate::evidence::ledger::entry_for;
use crate::language::tr;
use crate::output::answer::run::builder::{ReportBuilder, ticked};
use crate::output::answer::run::cards::contender;
use crate::output::answer::verdict::{is_nearly_tied, weighted};
use crate::output::figures::{capital, note_of};
use crate::output::level::even_level;
use crate::output::report::document::{Brief, BriefPart, ChartBlock, paragraph};
use crate::output::report::evidence::evidence;
use crate::output::strategy::{does, timing};
use crate::output::variant;

/// Assumptions on the page.
const MOST: usize = 3;
/// Strategies beside the reference of which the page says what they do.
const MOST_STRATEGIES: usize = 5;
/// Changes that the page tells of the strategy recommended, and of another.
const MOST_CHANGES: [usize; 2] = [6, 3];
/// A chance of a loss from which on it is worth a caveat.
const RISKY: f64 = 0.1;
/// A share of the gain below which finding out an input is not worth a delay.
const WORTH_WAITING: f64 = 0.05;
/// A chance of being the best from which on more information hardly matters.
const SURE: f64 = 0.9;

/// The first page.
pub(super) fn brief(builder: &ReportBuilder<'_>) -> Brief {
    let (locale, about) = (builder.locale, builder.about());
    let report = &about.report;
    let facts = [("client", &report.client), ("author", &report.author), ("date", &report.date)];
    let fact = |(fact, text): (&str, &Option<String>)| Some((tr!(locale, "brief-fact", fact = fact), text.clone()?));
    let part = |id: &'static str, title: String, items: Vec<(String, String)>| BriefPart { id, title, items };
    let assumptions = assumptions(builder);
    let parts = [
        part("strategies-do", tr!(locale, "brief-strategies"), strategies(builder)),
        part("rests-on", tr!(locale, "brief-assumptions", number = assumptions.len()), assumptions),
        part("caveat", tr!(locale, "brief-caveat"), vec![(caveat(builder), String::new())]),
        part("next", tr!(locale, "brief-next"), vec![(next(builder), String::new())]),
    ];
    let chart = builder.first_chart().and_then(|name| builder.drawn(name));
    Brief {
        logo: about.logo.clone(),
        status: report.status.clone(),
        facts: facts.into_iter().filter_map(fact).collect(),
        sure: sure(builder),
        chart: chart.map(|chart| ChartBlock::of(chart, String::new(), String::new())),
        parts: parts.into_iter().filter(|part| !part.items.is_empty()).collect(),
    }
}

/// What each strategy does, in the words of the study's author or by what it changes, and what it costs; the best first, so that
/// it is told where not all are.
fn strategies(builder: &ReportBuilder<'_>) -> Vec<(String, String)> {
    let (locale, about, findings) = (builder.locale, builder.about(), &builder.data.findings);
    let all = &builder.first().strategies;
    if all.len() < 2 {
        return Vec::new();
    }
    let mut order: Vec<usize> = (1..all.len()).collect();
    order.sort_by(|&a, &b| all[b].worth.npv.mean.total_cmp(&all[a].worth.npv.mean));
    order.truncate(MOST_STRATEGIES);
    order.sort_unstable();
    let best = contender(builder);
    let mut lines =
        vec![(tr!(locale, "brief-reference", name = &*all[0].name), own_words(builder, 0).unwrap_or_default())];
    for &place in &order {
        let name = &*all[place].name;
        let most = MOST_CHANGES[usize::from(place != best)];
        let does = own_words(builder, place)
            .unwrap_or_else(|| does(locale, &findings.changes, name, most, |key| builder.label(key)));
        let does = if does.is_empty() { tr!(locale, "brief-does-nothing") } else { does };
        let cost = all[place].difference.programme.mean;
        let amount = locale.in_currency(locale.signed(cost), &paragraph(&about.currency));
        let mut notes = vec![tr!(locale, "brief-does-cost", amount = amount)];
        notes.extend(timing(locale, &findings.changes, name, &about.period));
        let notes = notes.join(&tr!(locale, "strategy-changes-between"));
        lines.push((tr!(locale, "brief-does", name = name, does = does), notes));
    }
    let more = all.len() - 1 - order.len();
    if more > 0 {
        lines.push((tr!(locale, "brief-more-strategies", number = more), String::new()));
    }
    lines
}

/// What the author of the study says of a strategy, in the language in which it is written.
fn own_words(builder: &ReportBuilder<'_>, place: usize) -> Option<String> {
    let about = builder.about();
    if about.translations.contains_key(builder.locale.language.code()) {
        return None;
    }
    about.strategies.get(&*builder.first().strategies[place].name).map(|text| paragraph(text))
}

/// How sure the answer is, in a sentence; nothing where nothing is uncertain.
fn sure(builder: &ReportBuilder<'_>) -> String {
    let (locale, comparison) = (builder.locale, builder.first());
    let shown = contender(builder);
    if shown == 0 || !builder.about().is_uncertain {
        return String::new();
    }
    let strategy = &comparison.strategies[shown];
    tr!(
        locale,
        "brief-sure",
        // What is nearly tied is so in the answer itself.
        tied = if is_nearly_tied(comparison) { "yes" } else { "no" },
        name = &*strategy.name,
        reference = &*comparison.strategies[0].name,
        best = locale.share_whole(strategy.p_best),
        beats = locale.share_whole(strategy.p_beats_reference),
    )
}

/// The assumptions that move the difference most.
fn assumptions(builder: &ReportBuilder<'_>) -> Vec<(String, String)> {
    let found = &builder.data.findings.assumptions;
    let mut rows: Vec<&Assumption> = found.uncertain.iter().chain(&found.certain).collect();
    rows.retain(|row| row.width() > 0.0);
    rows.sort_by(|a, b| b.width().total_cmp(&a.width()));
    rows.into_iter().take(MOST).map(|row| assumption(builder, row)).collect()
}

/// An assumption with its range, and what it does; the remark says where it comes from.
fn assumption(builder: &ReportBuilder<'_>, row: &Assumption) -> (String, String) {
    let locale = builder.locale;
    let level = |value: f64| even_level(locale, value, unit(&row.key), row.ends);
    let [low, high] = row.ends.map(level);
    let [from, to] = row.differences.unwrap_or_default();
    let text = tr!(
        locale,
        "brief-assumption",
        label = capital(&builder.label(&row.key.to_string())),
        value = level(row.value),
        low = low,
        high = high,
        from = locale.signed(from),
        to = locale.signed(to),
        turns = if row.turns { "yes" } else { "no" },
    );
    let said = note_of(&builder.about().inputs, &row.key);
    let source = said.and_then(|said| said.source.clone()).or_else(|| {
        let entry = entry_for(&row.key)?;
        // The range of the literature stands in the appendix.
        let status = evidence(locale, row, entry).status;
        let own = status.split(" · ").next().unwrap_or_default().to_string();
        Some(if row.origin == Origin::Default { tr!(locale, "brief-default", status = own) } else { own })
    });
    (text, source.unwrap_or_default())
}

/// What speaks most against the answer.
fn caveat(builder: &ReportBuilder<'_>) -> String {
    let (locale, findings) = (builder.locale, &builder.data.findings);
    let comparison = builder.first();
    let shown = contender(builder);
    if weighted(&findings.across).is_none()
        && let Some(other) = findings.comparisons.iter().find(|other| other.best() != comparison.best())
    {
        let name = &*other.strategies[other.best()].name;
        return tr!(locale, "brief-caveat-scenario", scenario = &*other.scenario, name = name);
    }
    if let Some(found) = findings.variants.first()
        && let Some(turned) = found.turning(comparison.best()).next()
    {
        return tr!(
            locale,
            "brief-caveat-variants",
            number = found.turning(comparison.best()).count(),
            all = found.variants.len(),
            variant = variant::name(locale, &turned.which),
            name = &*found.strategies[turned.best],
        );
    }
    let flips = |found: &&crate::analysis::sensitivity::KeyBar| !found.bar.flips.is_empty();
    if let Some(found) = findings.tornados.first()
        && let Some(bar) = found.tornado.iter().find(flips)
    {
        let flip = &bar.bar.flips[0];
        let ends = [bar.bar.low.value, bar.bar.high.value];
        return tr!(
            locale,
            "brief-caveat-flip",
            input = ticked(&builder.label(&bar.key.to_string())),
            level = even_level(locale, flip.value, unit(&bar.key), ends),
            name = &*found.strategies[flip.to],
        );
    }
    let spread = &findings.spreads[0].strategies[shown];
    if shown > 0 && spread.p_loss >= RISKY {
        let reference = &*comparison.strategies[0].name;
        return tr!(
            locale,
            "brief-caveat-risk",
            name = &*comparison.strategies[shown].name,
            reference = reference,
            share = locale.share_whole(spread.p_loss)
        );
    }
    match builder.data.cautions.iter().find(|caution| caution.is_warning) {
        Some(caution) => capital(&locale.sentence(caution.message.clone())),
        None => tr!(locale, "brief-caveat-model"),
    }
}

/// What to do next.
fn next(builder: &ReportBuilder<'_>) -> String {
    let (locale, about, findings) = (builder.locale, builder.about(), &builder.data.findings);
    let comparison = builder.first();
    if comparison.strategies.len() < 2 {
        return tr!(locale, "brief-next-alone");
    }
    let best = builder.best();
    let name = &*comparison.strategies[best].name;
    let Some(decision) = findings.decisions.first().filter(|_| about.is_uncertain) else {
        return tr!(locale, "brief-next-ranges", name = name);
    };
    let worth = locale.compact_money(decision.perfect.value, &about.currency);
    let is_sure = comparison.strategies[best].p_best >= SURE;
    let known = decision.inputs.first().filter(|input| !is_sure && input.worth.is_distinguishable());
    if let Some(input) = known.filter(|_| decision.poor_inputs().is_empty()) {
        let at_most = locale.compact_money(input.worth.value.value, &about.currency);
        let label = ticked(&builder.label(&input.name));
        let gain = comparison.strategies[best].difference.npv.mean;
        let waits = if input.worth.value.value < WORTH_WAITING * gain { "no" } else { "yes" };
        return tr!(locale, "brief-next-learn", waits = waits, input = label, worth = at_most, name = name);
    }
    let choice = if best == 0 { "keep" } else { "start" };
    tr!(locale, "brief-next-choose", choice = choice, name = name, worth = worth)
}
