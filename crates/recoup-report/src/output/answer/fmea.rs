//! Failure modes in words, tables and charts.

use crate::analysis::fmea::{Bounds, Disagreement, FailureGroup, FailureMode, Incidence, Kpi, Kpis, Parts, Reason};
use crate::ask::fmea::Fmea;
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, frame};
use crate::output::chart::{journey, ranks};
use crate::output::figures::{Column, Figure, Figures, Kind, Line, Medium, strategy};
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::report::document::{Section, Show};
use crate::output::table::{Chunk, Values};
use crate::stats::band::Band;

/// Disagreements of the two rankings that are told in words.
const TOLD: usize = 5;

/// The failure modes.
pub fn fmea(answer: &Answer<Fmea>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found;
    let modes = &found.found.modes;
    let frame = frame(subject, found.draws as u64);
    let mut charts = Vec::new();
    if !found.found.touchpoints.is_empty() {
        let drawn = journey::draw(&frame, &found.strategy, &found.found);
        charts.push(NamedChart::new("10-journey", drawn).opening("touchpoints"));
    }
    if modes.len() > 1 {
        let drawn = ranks::draw(&frame, &found.strategy, &found.found);
        charts.push(NamedChart::new("11-ranks", drawn).opening("disagreements"));
    }
    let sections = vec![
        mode_section(answer, locale),
        disagreements(answer, locale),
        touchpoints(answer, locale),
        Section::of_figures("causes", groups(answer, locale, &found.found.causes, Grouped::Cause)),
        Section::of_figures("kpis", kpis(found, locale)),
        scales(locale, found),
    ];
    Rendered {
        document: document(&subject.study().title, sentences(answer, locale), sections),
        charts,
        tables: tables(found),
    }
}

/// " (90 % interval a to b)"; nothing where the figure is exact.
fn spread(locale: &Locale, band: &Band) -> String {
    if band.p05 == band.p95 {
        return String::new();
    }
    tr!(locale, "fmea-interval", low = locale.compact(band.p05), high = locale.compact(band.p95))
}

fn sentences(answer: &Answer<Fmea>, locale: &Locale) -> Vec<String> {
    let found = &answer.found;
    let modes = &found.found.modes;
    let name = &found.strategy;
    let money = |amount: f64| locale.compact_money(amount, &answer.currency);
    let Some(first) = modes.first() else { return vec![tr!(locale, "fmea-no-kinds")] };
    let mut sentences = Vec::new();
    if first.npv_at_risk.mean > 0.0 {
        sentences.push(tr!(
            locale,
            "fmea-most",
            kind = &first.kind,
            name = name,
            amount = money(first.npv_at_risk.mean),
            interval = spread(locale, &first.npv_at_risk),
            half = money(first.npv_of_halving.mean),
        ));
        sentences.extend(number_first(modes, first, locale, money));
        if modes.len() > 1 {
            let all = &found.found.all.npv_at_risk;
            sentences.push(tr!(locale, "fmea-all", amount = money(all.mean), interval = spread(locale, all)));
        }
    } else {
        sentences.push(tr!(locale, "fmea-nothing-at-risk", name = name));
    }
    let draws = tr!(locale, "draws", number = found.draws);
    sentences.push(tr!(locale, "fmea-how", draws = draws));
    sentences
}

/// What the risk priority number puts first, beside what the money does.
fn number_first(
    modes: &[FailureMode],
    first: &FailureMode,
    locale: &Locale,
    money: impl Fn(f64) -> String,
) -> Option<String> {
    let number = |mode: &FailureMode| locale.count(f64::from(mode.rpn));
    if modes.len() < 2 {
        return Some(tr!(locale, "fmea-number", kind = &first.kind, rpn = number(first)));
    }
    if first.place_by_rpn == 1 {
        return Some(tr!(locale, "fmea-number-too", kind = &first.kind, rpn = number(first)));
    }
    let other = modes.iter().find(|mode| mode.place_by_rpn == 1)?;
    Some(tr!(
        locale,
        "fmea-number-other",
        kind = &other.kind,
        rpn = number(other),
        first = &first.kind,
        own = number(first),
        amount = money(other.npv_at_risk.mean),
    ))
}

/// Failures per 1,000 customers and year, with decimals where there are few.
fn per_thousand(x: f64) -> Figure {
    Figure::Number(x, if x >= 100.0 { 0 } else { 1 })
}

fn share(share: Option<f64>) -> Figure {
    share.map_or(Figure::Nothing, Figure::Share)
}

fn money_interval(band: &Band) -> Figure {
    Figure::interval(band, Figure::Signed)
}

fn cause(locale: &Locale, word: &str) -> Figure {
    Figure::Term(tr!(locale, "fmea-cause", cause = word))
}

fn mode_section(answer: &Answer<Fmea>, locale: &Locale) -> Section {
    let modes = &answer.found.found.modes;
    let currency = &answer.currency;
    let has_touchpoints = modes.iter().any(|mode| mode.touchpoint.is_some());
    let mut columns = vec![
        Column::new(tr!(locale, "fmea-head-kind"), Kind::Words),
        Column::new(tr!(locale, "fmea-head-cause"), Kind::Words).spare(2),
    ];
    columns.extend(has_touchpoints.then(|| Column::new(tr!(locale, "fmea-head-touchpoint"), Kind::Words).spare(1)));
    columns.extend([
        Column::new(tr!(locale, "fmea-head-per-year"), Kind::Amount).spare(4),
        Column::new(tr!(locale, "fmea-head-per-thousand"), Kind::Number),
        Column::new(tr!(locale, "fmea-head-unheard"), Kind::Share),
        Column::new(tr!(locale, "fmea-head-at-risk", currency = currency), Kind::Amount),
        Column::interval(locale, Kind::Amount).spare(5).below(),
        Column::new(tr!(locale, "fmea-head-halving"), Kind::Amount),
        Column::new(tr!(locale, "fmea-head-ranks"), Kind::Words).spare(3),
        Column::new(tr!(locale, "fmea-head-rpn"), Kind::Amount),
        Column::new(tr!(locale, "fmea-head-place"), Kind::Amount),
    ]);
    let row = |mode: &FailureMode| {
        let ranks = &mode.ranks;
        let mut cells = vec![cause(locale, mode.cause.name())];
        if has_touchpoints {
            cells.push(mode.touchpoint.as_ref().map_or(Figure::Nothing, |name| Figure::Text(name.clone())));
        }
        cells.extend([
            Figure::Amount(mode.incidence.failures_per_year),
            per_thousand(mode.incidence.failures_per_1000_customers),
            share(mode.incidence.unheard),
            Figure::Signed(mode.npv_at_risk.mean),
            money_interval(&mode.npv_at_risk),
            Figure::Signed(mode.npv_of_halving.mean),
            Figure::Text(format!("{} × {} × {}", ranks.severity, ranks.occurrence, ranks.detection)),
            Figure::Amount(f64::from(mode.rpn)),
            Figure::Amount(mode.place_by_rpn as f64),
        ]);
        Line::of(&mode.kind, cells)
    };
    let caption = tr!(locale, "fmea-modes", name = &answer.found.strategy);
    Section::of_figures("modes", Figures::new(caption, columns, modes.iter().map(row).collect()))
}

fn disagreements(answer: &Answer<Fmea>, locale: &Locale) -> Section {
    let found = &answer.found.found;
    let mut section = Section::new("disagreements", String::new());
    let told: Vec<String> =
        found.disagreements.iter().take(TOLD).filter_map(|pair| disagreement(answer, pair, locale)).collect();
    if !told.is_empty() {
        section.text(tr!(locale, "fmea-disagreements"));
        section.list(told);
    } else if found.modes.len() > 1 {
        section.text(tr!(locale, "fmea-agree"));
    }
    section
}

/// A pair of kinds in opposite order, and why.
fn disagreement(answer: &Answer<Fmea>, pair: &Disagreement, locale: &Locale) -> Option<String> {
    let find = |kind: &str| answer.found.found.modes.iter().find(|mode| mode.kind == kind);
    let (dearer, higher) = (find(&pair.dearer)?, find(&pair.higher)?);
    let money = |mode: &FailureMode| locale.compact_money(mode.npv_at_risk.mean, &answer.currency);
    let each = |mode: &FailureMode| locale.compact_money(mode.npv_per_failure.unwrap_or(0.0), &answer.currency);
    let share = |mode: &FailureMode| locale.share_whole(mode.incidence.unheard.unwrap_or(0.0));
    let why = match pair.reason {
        Reason::Cost => tr!(locale, "fmea-why-cost", each = each(dearer), other = each(higher)),
        Reason::Frequency => {
            let per_year = |mode: &FailureMode| locale.count(mode.incidence.failures_per_year);
            tr!(locale, "fmea-why-frequency", number = per_year(dearer), other = per_year(higher))
        }
        Reason::Detection => tr!(locale, "fmea-why-detection", share = share(higher), own = share(dearer)),
        Reason::NoLoss => tr!(locale, "fmea-why-no-loss", kind = &higher.kind),
    };
    Some(tr!(
        locale,
        "fmea-disagree",
        dearer = &dearer.kind,
        higher = &higher.kind,
        amount = money(dearer),
        other = money(higher),
        rpn = locale.count(f64::from(dearer.rpn)),
        other_rpn = locale.count(f64::from(higher.rpn)),
        why = why,
    ))
}

/// What kinds are put together by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grouped {
    Touchpoint,
    Cause,
}

fn touchpoints(answer: &Answer<Fmea>, locale: &Locale) -> Section {
    let found = &answer.found.found;
    if found.touchpoints.is_empty() && !found.modes.is_empty() {
        let mut section = Section::new("touchpoints", String::new());
        section.text(tr!(locale, "fmea-no-touchpoints"));
        return section;
    }
    Section::of_figures("touchpoints", groups(answer, locale, &found.touchpoints, Grouped::Touchpoint))
}

fn groups(answer: &Answer<Fmea>, locale: &Locale, groups: &[FailureGroup], by: Grouped) -> Figures {
    let (head, caption) = match by {
        Grouped::Touchpoint => (tr!(locale, "fmea-head-touchpoint"), tr!(locale, "fmea-touchpoints")),
        Grouped::Cause => (tr!(locale, "fmea-head-cause"), tr!(locale, "fmea-causes")),
    };
    let columns = vec![
        Column::new(head, Kind::Words),
        Column::new(tr!(locale, "fmea-head-kinds"), Kind::Amount).spare(1),
        Column::new(tr!(locale, "fmea-head-per-year"), Kind::Amount).spare(2),
        Column::new(tr!(locale, "fmea-head-per-thousand"), Kind::Number),
        Column::new(tr!(locale, "fmea-head-unheard"), Kind::Share),
        Column::new(tr!(locale, "fmea-head-satisfaction"), Kind::Number).spare(3),
        Column::new(tr!(locale, "fmea-head-at-risk", currency = &answer.currency), Kind::Amount),
        Column::interval(locale, Kind::Amount).spare(4).below(),
    ];
    let cells = |group: &FailureGroup| {
        let Incidence { failures_per_year, failures_per_1000_customers, unheard, satisfaction_after, .. } =
            group.incidence;
        [
            Figure::Amount(group.kinds.len() as f64),
            Figure::Amount(failures_per_year),
            per_thousand(failures_per_1000_customers),
            share(unheard),
            satisfaction_after.map_or(Figure::Nothing, |satisfaction| Figure::Number(satisfaction, 1)),
            Figure::Signed(group.npv_at_risk.mean),
            money_interval(&group.npv_at_risk),
        ]
    };
    let name = |group: &FailureGroup| match (&group.name, by) {
        (Some(word), Grouped::Cause) => cause(locale, word),
        (Some(name), Grouped::Touchpoint) => Figure::Text(name.clone()),
        (None, _) => Figure::Term(tr!(locale, "fmea-no-touchpoint")),
    };
    let row = |group: &FailureGroup| Line::new([name(group)].into_iter().chain(cells(group)).collect());
    let mut rows: Vec<Line> = groups.iter().map(row).collect();
    if !rows.is_empty() {
        let all = &answer.found.found.all;
        let name = Figure::Term(tr!(locale, "fmea-together"));
        rows.push(Line { is_sum: true, ..Line::new([name].into_iter().chain(cells(all)).collect()) });
    }
    let mut figures = Figures::new(caption, columns, rows);
    if by == Grouped::Touchpoint {
        figures.remarks.push(tr!(locale, "fmea-together-remark"));
        let before = locale.fixed(answer.found.found.satisfaction_before, 1);
        figures.remarks.push(tr!(locale, "fmea-satisfaction-remark", before = before));
    }
    figures
}

fn kpi_figure(kpi: Kpi, x: f64) -> Figure {
    match kpi {
        Kpi::Contacts => Figure::Number(x, 2),
        Kpi::Complaints => Figure::Number(x, 1),
        _ => Figure::Share(x),
    }
}

fn kpis(found: &Fmea, locale: &Locale) -> Figures {
    let kind = |kpi: Kpi| if kpi.is_share() { Kind::Share } else { Kind::Number };
    let mut columns = vec![strategy(locale)];
    for kpi in Kpi::ALL {
        columns.push(Column::new(tr!(locale, "fmea-kpi", kpi = kpi.name()), kind(kpi)));
        columns.push(Column::interval(locale, kind(kpi)).from(Medium::Workbook));
    }
    let cells = |kpis: &Kpis, kpi: Kpi| match kpis.get(kpi) {
        Some(band) => {
            let ends = [band.p05, band.p95].map(|end| kpi_figure(kpi, end));
            [kpi_figure(kpi, band.mean), Figure::Interval(Box::new(ends))]
        }
        None => [Figure::Text(tr!(locale, "fmea-not-in-model")), Figure::Nothing],
    };
    let row = |kpis: &Kpis| Line::of(&kpis.strategy, Kpi::ALL.into_iter().flat_map(|kpi| cells(kpis, kpi)));
    let rows = found.kpis.iter().map(row).collect();
    let remarks = vec![tr!(locale, "fmea-kpis-remark")];
    Figures { remarks, ..Figures::new(tr!(locale, "fmea-kpis"), columns, rows) }
}

/// Where the ranks of the three scales begin.
fn scales(locale: &Locale, found: &Fmea) -> Section {
    let scales = &found.found.scales;
    let columns = vec![
        Column::new(tr!(locale, "fmea-head-rank"), Kind::Amount),
        Column::new(tr!(locale, "fmea-head-rank-severity"), Kind::Number),
        Column::new(tr!(locale, "fmea-head-rank-occurrence"), Kind::Number),
        Column::new(tr!(locale, "fmea-head-rank-detection"), Kind::Share),
    ];
    let begins = |bounds: &Bounds, rank: usize| rank.checked_sub(2).map(|place| bounds[place]);
    let at_least = |text: String| tr!(locale, "fmea-at-least", value = text);
    let row = |rank: usize| {
        let severity = begins(&scales.severity, rank).map(|x| Figure::Worded(x, at_least(locale.fixed(x, 1))));
        let occurrence = begins(&scales.occurrence, rank).map(|x| match x {
            0.0 => Figure::Worded(x, tr!(locale, "fmea-above-none")),
            _ => Figure::Worded(x, tr!(locale, "fmea-one-in", number = locale.count(1.0 / x))),
        });
        let detection = begins(&scales.detection, rank).map(|x| Figure::Worded(x, at_least(locale.share_whole(x))));
        let less = || Figure::Term(tr!(locale, "fmea-less"));
        let figures = [severity, occurrence, detection].map(|figure| figure.unwrap_or_else(less));
        Line::new([Figure::Amount(rank as f64)].into_iter().chain(figures).collect())
    };
    let margin = locale.count(found.found.margin_per_purchase);
    let figures = Figures::new(tr!(locale, "fmea-scales"), columns, (1..=10).map(row).collect());
    let remarks = vec![tr!(locale, "fmea-scales-remark", margin = margin)];
    Section::of_figures("scales", Figures { remarks, ..figures }).shown(Show::Details)
}

fn tables(found: &Fmea) -> Vec<NamedTable> {
    vec![
        NamedTable::new("modes", mode_rows(&found.found.modes)),
        NamedTable::new("touchpoints", group_rows("touchpoint", &found.found.touchpoints)),
        NamedTable::new("causes", group_rows("cause", &found.found.causes)),
        NamedTable::new("disagreements", disagreement_rows(&found.found.disagreements)),
        NamedTable::new("kpis", kpi_rows(&found.kpis)),
    ]
}

fn named(name: &str, values: Values) -> (String, Values) {
    (name.to_string(), values)
}

/// Mean and ends of a money figure by row.
fn band_columns<T>(name: &str, rows: &[T], of: impl Fn(&T) -> Band) -> Chunk {
    let column = |part: fn(&Band) -> f64| Values::Number(rows.iter().map(|row| part(&of(row))).collect());
    vec![
        named(name, column(|band| band.mean)),
        named(&format!("{name}_p05"), column(|band| band.p05)),
        named(&format!("{name}_p50"), column(|band| band.p50)),
        named(&format!("{name}_p95"), column(|band| band.p95)),
    ]
}

fn incidence_columns<T>(rows: &[T], of: impl Fn(&T) -> Incidence) -> Chunk {
    let number = |part: fn(&Incidence) -> f64| Values::Number(rows.iter().map(|row| part(&of(row))).collect());
    let maybe = |part: fn(&Incidence) -> Option<f64>| Values::Maybe(rows.iter().map(|row| part(&of(row))).collect());
    vec![
        named("failures_per_year", number(|incidence| incidence.failures_per_year)),
        named("failures_per_1000_customers", number(|incidence| incidence.failures_per_1000_customers)),
        named("failures_per_purchase", maybe(|incidence| incidence.failures_per_purchase)),
        named("unheard", maybe(|incidence| incidence.unheard)),
        named("satisfaction_after", maybe(|incidence| incidence.satisfaction_after)),
    ]
}

fn mode_rows(modes: &[FailureMode]) -> Chunk {
    let text = |part: fn(&FailureMode) -> String| Values::Text(modes.iter().map(part).collect());
    let whole = |part: fn(&FailureMode) -> u64| Values::Whole(modes.iter().map(part).collect());
    let mut chunk = vec![
        named("kind", text(|mode| mode.kind.clone())),
        named("cause", text(|mode| mode.cause.name().to_string())),
        named("touchpoint", text(|mode| mode.touchpoint.clone().unwrap_or_default())),
        named("severity", text(|mode| mode.severity.clone())),
    ];
    chunk.extend(incidence_columns(modes, |mode| mode.incidence));
    chunk.extend(band_columns("npv_at_risk", modes, |mode| mode.npv_at_risk));
    chunk.extend(band_columns("npv_of_halving", modes, |mode| mode.npv_of_halving));
    chunk.extend([
        named("npv_per_failure", Values::Maybe(modes.iter().map(|mode| mode.npv_per_failure).collect())),
        named("loss", Values::Number(modes.iter().map(|mode| mode.loss).collect())),
        named("rank_severity", whole(|mode| mode.ranks.severity.into())),
        named("rank_occurrence", whole(|mode| mode.ranks.occurrence.into())),
        named("rank_detection", whole(|mode| mode.ranks.detection.into())),
        named("rpn", whole(|mode| mode.rpn.into())),
        named("place_by_money", whole(|mode| mode.place_by_money as u64)),
        named("place_by_rpn", whole(|mode| mode.place_by_rpn as u64)),
    ]);
    chunk
}

fn group_rows(head: &str, groups: &[FailureGroup]) -> Chunk {
    let names = groups.iter().map(|group| group.name.clone().unwrap_or_default()).collect();
    let kinds = groups.iter().map(|group| group.kinds.join(", ")).collect();
    let mut chunk = vec![named(head, Values::Text(names)), named("kinds", Values::Text(kinds))];
    chunk.extend(incidence_columns(groups, |group| group.incidence));
    chunk.extend(band_columns("npv_at_risk", groups, |group| group.npv_at_risk));
    chunk
}

fn disagreement_rows(pairs: &[Disagreement]) -> Chunk {
    let text = |part: fn(&Disagreement) -> String| Values::Text(pairs.iter().map(part).collect());
    let part = |of: fn(Parts) -> f64| Values::Maybe(pairs.iter().map(|pair| pair.parts.map(of)).collect());
    vec![
        named("dearer", text(|pair| pair.dearer.clone())),
        named("higher", text(|pair| pair.higher.clone())),
        named("reason", text(|pair| pair.reason.name().to_string())),
        named("cost", part(|parts| parts.cost)),
        named("frequency", part(|parts| parts.frequency)),
        named("detection", part(|parts| parts.detection)),
    ]
}

fn kpi_rows(kpis: &[Kpis]) -> Chunk {
    let mut chunk = vec![named("strategy", Values::Text(kpis.iter().map(|kpis| kpis.strategy.clone()).collect()))];
    for kpi in Kpi::ALL {
        let column = |part: fn(&Band) -> f64| Values::Maybe(kpis.iter().map(|kpis| kpis.get(kpi).map(part)).collect());
        chunk.push(named(kpi.name(), column(|band| band.mean)));
        chunk.push(named(&format!("{}_p05", kpi.name()), column(|band| band.p05)));
        chunk.push(named(&format!("{}_p95", kpi.name()), column(|band| band.p95)));
    }
    chunk
}
