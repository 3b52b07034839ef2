//! The figures that a board asks for: net present value, return, payback, risk.

use crate::analysis::summary::StrategySummary;
use crate::language::{Locale, tr};
use crate::output::answer::run::builder::{ReportBuilder, ticked};
use crate::output::figures::{capital, no_roi};
use crate::output::report::document::{Card, paragraph};
use crate::output::strategy::starts;
use crate::stats::band::Band;
use crate::units::period_number;

/// The cards of the first scenario; of the net present value alone where there is one strategy.
pub(super) fn cards(builder: &ReportBuilder<'_>) -> Vec<Card> {
    let comparison = builder.first();
    let shown = contender(builder);
    let strategy = &comparison.strategies[shown];
    if comparison.strategies.len() == 1 {
        return vec![npv_alone(builder, strategy)];
    }
    vec![
        npv(builder, strategy),
        cost(builder, strategy),
        roi(builder.locale, strategy),
        payback(builder, strategy),
        risk(builder, strategy, shown),
    ]
}

/// The best strategy, by the weights of the scenarios where they have some, or the next where the reference is the best; the only one
/// where there is one.
pub(super) fn contender(builder: &ReportBuilder<'_>) -> usize {
    let strategies = &builder.first().strategies;
    let next =
        (1..strategies.len()).max_by(|&a, &b| strategies[a].worth.npv.mean.total_cmp(&strategies[b].worth.npv.mean));
    let best = builder.best();
    if best > 0 { best } else { next.unwrap_or(0) }
}

fn interval(locale: &Locale, band: &Band) -> String {
    tr!(locale, "range", low = locale.signed(band.p05), high = locale.signed(band.p95))
}

fn amount(builder: &ReportBuilder<'_>, amount: f64) -> String {
    format!("{} {}", builder.locale.signed(amount), paragraph(&builder.about().currency))
}

fn npv_alone(builder: &ReportBuilder<'_>, shown: &StrategySummary) -> Card {
    let locale = builder.locale;
    Card {
        label: tr!(locale, "run-card-npv-alone"),
        value: amount(builder, shown.worth.npv.mean),
        note: tr!(locale, "run-card-npv-note-alone", interval = interval(locale, &shown.worth.npv)),
    }
}

fn npv(builder: &ReportBuilder<'_>, shown: &StrategySummary) -> Card {
    let locale = builder.locale;
    let reference = ticked(&builder.first().strategies[0].name);
    let interval = interval(locale, &shown.difference.npv);
    Card {
        label: tr!(locale, "run-card-npv", reference = reference),
        value: amount(builder, shown.difference.npv.mean),
        note: tr!(locale, "run-card-npv-note-alone", interval = interval),
    }
}

/// What the strategy costs more than the reference, to which its return refers, and in all.
fn cost(builder: &ReportBuilder<'_>, shown: &StrategySummary) -> Card {
    let locale = builder.locale;
    Card {
        label: tr!(locale, "brief-cost"),
        value: amount(builder, shown.difference.programme.mean),
        note: tr!(
            locale,
            "brief-cost-note",
            all = locale.compact_money(shown.worth.programme.mean, &paragraph(&builder.about().currency)),
            reference = ticked(&builder.first().strategies[0].name)
        ),
    }
}

fn roi(locale: &Locale, shown: &StrategySummary) -> Card {
    let interval = |low: f64, high: f64| tr!(locale, "range", low = locale.share(low), high = locale.share(high));
    Card {
        label: capital(&tr!(locale, "return-on-investment")),
        value: shown.roi.value.map_or_else(|| no_roi(locale, shown), |roi| locale.share(roi)),
        note: match shown.roi.interval {
            Some([low, _, high]) if shown.roi.share >= 0.9995 => {
                tr!(locale, "run-card-npv-note-alone", interval = interval(low, high))
            }
            Some([low, _, high]) => tr!(
                locale,
                "run-card-roi-note",
                interval = interval(low, high),
                share = locale.share_whole(shown.roi.share)
            ),
            None => tr!(locale, "run-card-roi-none"),
        },
    }
}

fn payback(builder: &ReportBuilder<'_>, shown: &StrategySummary) -> Card {
    let (locale, findings) = (builder.locale, &builder.data.findings);
    let cumulative = findings.pictures[0].cumulative.iter().find(|c| *c.strategy == *shown.name);
    let crossing = |part: fn(&Band) -> f64| {
        let points = cumulative.map_or(&[][..], |c| c.points.as_slice());
        let below = points.iter().rposition(|(_, band)| part(band) < 0.0);
        let first = points.get(below.map_or(0, |t| t + 1)).map(|(period, _)| u64::from(*period));
        // Nothing is paid back before the strategy acts.
        first.map(|period| period.max(starts(&findings.changes, &shown.name)))
    };
    let period = |period: Option<u64>| match period {
        Some(at) => locale.period(at, &builder.about().period),
        None => tr!(locale, "never"),
    };
    // What the value beyond the horizon pays back is paid back after it.
    let last = cumulative.filter(|c| c.beyond > 0.0 && shown.difference.npv.mean > 0.0).and_then(|c| c.points.last());
    let value = match (shown.payback_period, last) {
        _ if !shown.differs() => "–".to_string(),
        (None, Some((last, _))) => {
            tr!(locale, "run-card-payback-beyond", last = locale.period(u64::from(*last), &builder.about().period))
        }
        (found, _) => period(found.map(|t| period_number(t as usize))),
    };
    Card {
        label: capital(&tr!(locale, "head-payback-time")),
        value,
        note: tr!(
            locale,
            "run-card-payback-note",
            early = period(crossing(|band| band.p95)),
            late = period(crossing(|band| band.p05))
        ),
    }
}

fn risk(builder: &ReportBuilder<'_>, shown: &StrategySummary, place: usize) -> Card {
    let locale = builder.locale;
    let spread = &builder.data.findings.spreads[0].strategies[place];
    let reference = ticked(&builder.first().strategies[0].name);
    let worst = amount(builder, spread.worst_twentieth);
    let known = if shown.p_beats_independently.is_some() { "yes" } else { "no" };
    let independent = locale.share_whole(shown.p_beats_independently.map_or(0.0, |beats| 1.0 - beats));
    let mut note = tr!(
        locale,
        "run-card-risk-note",
        reference = reference,
        known = known,
        independent = independent,
        worst = worst
    );
    if builder.about().is_uncertain {
        note = tr!(locale, "run-card-risk-note-sure", text = note, sure = locale.share_whole(shown.p_best));
    }
    // None in n simulations: with a confidence of 95 %, the chance is below 3 / n (rule of three).
    let bound = (3.0 / builder.about().simulations() as f64).max(0.01);
    let value = match spread.p_loss == 0.0 && bound < 1.0 && shown.differs() {
        true => tr!(locale, "brief-risk-below", share = locale.share_whole(bound)),
        false => locale.share_whole(spread.p_loss),
    };
    Card { label: tr!(locale, "run-card-risk"), value, note }
}
