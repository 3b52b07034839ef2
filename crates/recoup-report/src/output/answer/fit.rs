//! A firm's data in words: the numbers of a study, what the data cannot say, who complains, the last year, early warning.

use recoup_data::firm::Firm;
use recoup_data::problem::{Effect, Problem, Reason};
use recoup_fit::answer::Fitted;
use recoup_fit::control_chart::{Alarm, Direction};
use recoup_fit::early_warning::{Exposure, PERIOD_DAYS};
use recoup_fit::estimate::{Caution, Estimate, Method};
use recoup_fit::holdout::Series;
use recoup_fit::selection::Contrasts;
use recoup_fit::study::{Gap, Number, Table, Unused};

use crate::analysis::sweep::unit;
use crate::analysis::view::{ChartFrame, LeverUnit};
use crate::language::{Locale, tr};
use crate::output::answer::document;
use crate::output::chart::control::Controlled;
use crate::output::chart::{control, holdout};
use crate::output::figures::{Column, Figure, Figures, Kind, Line, Medium};
use crate::output::rendered::{NamedChart, NamedTable, Rendered};
use crate::output::report::document::{Block, Document, Section, Show};
use crate::output::table::{Chunk, Values};
use crate::scenario::key::Key;
use crate::scenario::study::Study;

/// Charts of kinds with alarms, besides that of all complaints.
const MOST_KINDS: usize = 4;

/// What a fit found, as people see it. `study` is the fitted study.
pub fn fit(found: &Fitted, data: &Firm, study: &Study, locale: &'static Locale) -> Rendered {
    let sections = vec![
        problems(data, locale),
        numbers(found, locale),
        unused(found, locale),
        gaps(found, locale),
        selection(found, locale),
        last_year(found, locale),
        watch(found, locale),
        files(data, locale),
    ];
    Rendered {
        document: Document {
            run: tr!(locale, "chart-footer-version", version = env!("CARGO_PKG_VERSION")),
            ..document(&found.title, sentences(found, locale), sections)
        },
        charts: charts(found, study, locale),
        tables: vec![NamedTable::new("numbers", rows(found))],
    }
}

/// A key as a path, and what it measures.
fn unit_of(key: &str) -> LeverUnit {
    Key::parse(key).map_or(LeverUnit::Number, |key| unit(&key))
}

fn value(estimate: &Estimate, unit: LeverUnit) -> Figure {
    Figure::Level(estimate.value, unit)
}

fn interval(estimate: &Estimate, unit: LeverUnit) -> Figure {
    if estimate.low < estimate.high {
        Figure::Interval(Box::new([Figure::Level(estimate.low, unit), Figure::Level(estimate.high, unit)]))
    } else {
        Figure::Nothing
    }
}

fn sentences(found: &Fitted, locale: &Locale) -> Vec<String> {
    let used = found.used().count();
    let [from, to] = &found.window;
    let tables: Vec<String> = found
        .tables
        .iter()
        .map(|rows| tr!(locale, "fit-rows", table = table(rows.table), number = locale.count(rows.rows as f64)))
        .collect();
    let mut sentences = vec![tr!(
        locale,
        "fit-first",
        number = used,
        tables = locale.series(&tables),
        from = from.as_str(),
        to = to.as_str(),
        base = found.base.as_str(),
    )];
    sentences.extend(headline(found, locale));
    let few = |number: &&Number| {
        number.estimate.method != Method::Judgement
            && number.estimate.cautions.iter().any(|c| matches!(c, Caution::FewObservations { .. }))
    };
    let few = found.used().filter(few).count();
    if few > 0 {
        sentences.push(tr!(locale, "fit-few", number = few));
    }
    let beyond: Vec<String> =
        found.used().filter(|number| number.is_beyond_range).map(|number| format!("`{}`", number.key)).collect();
    if !beyond.is_empty() {
        sentences.push(tr!(locale, "fit-beyond", number = beyond.len(), keys = locale.series(&beyond)));
    }
    if found.gaps.contains(&Gap::ComplainShare) {
        sentences.push(tr!(locale, "fit-no-failures"));
    }
    sentences
}

/// Who complains and who comes back, for the severity with the most observations.
fn headline(found: &Fitted, locale: &Locale) -> Option<String> {
    let share = |severity: &str, path: &[&str]| {
        let parts = ["severity", severity].into_iter().chain(path.iter().copied());
        found.number(&Key::from_parts(parts).to_string()).filter(|number| number.unused.is_none())
    };
    let complains = |severity: &&String| share(severity, &["complain"]).map_or(0, |number| number.estimate.n);
    let severity = found.severities.iter().max_by_key(complains)?;
    let complain = share(severity, &["complain"])?;
    let silent = share(severity, &["repurchase", "silent"])?;
    let quick = share(severity, &["repurchase", "quick"])?;
    Some(tr!(
        locale,
        "fit-headline",
        severity = severity.as_str(),
        complain = locale.share(complain.estimate.value),
        silent = locale.share_whole(silent.estimate.value),
        quick = locale.share_whole(quick.estimate.value),
    ))
}

fn table(table: Table) -> &'static str {
    match table {
        Table::Customers => "customers",
        Table::Purchases => "purchases",
        Table::Failures => "failures",
        Table::Complaints => "complaints",
    }
}

/// What was wrong with rows, and what was done about it.
fn problems(data: &Firm, locale: &Locale) -> Section {
    let mut section = Section::new("problems", tr!(locale, "fit-problems"));
    let of_file = |file: &recoup_data::file::FileReport| {
        file.problems.iter().map(|problem| problem_text(file.table, problem, locale)).collect::<Vec<String>>()
    };
    let sentences: Vec<String> = data.files.iter().flat_map(of_file).collect();
    if !sentences.is_empty() {
        section.blocks.push(Block::List(sentences));
    }
    section
}

fn problem_text(table: &str, problem: &Problem, locale: &Locale) -> String {
    let effect = match problem.effect {
        Effect::RowDropped => "row",
        Effect::ValueDropped => "value",
        Effect::Noted => "noted",
    };
    let reason = match problem.reason {
        Reason::Malformed => "malformed",
        Reason::Missing => "missing",
        Reason::Unreadable => "unreadable",
        Reason::Negative => "negative",
        Reason::DuplicateCustomer => "duplicate-customer",
        Reason::DuplicateCase => "duplicate-case",
        Reason::DuplicateAnswer => "duplicate-answer",
        Reason::UnknownCustomer => "unknown-customer",
        Reason::LeftBeforeSince => "left-before-since",
        Reason::ClosedBeforeOpened => "closed-before-opened",
        Reason::AnsweredBeforeOpened => "answered-before-opened",
        Reason::OtherSeverity => "other-severity",
        Reason::OtherDimension => "other-dimension",
    };
    let first: Vec<String> = problem.rows.first.iter().map(u64::to_string).collect();
    tr!(
        locale,
        "fit-problem",
        table = table,
        number = problem.rows.count,
        rows = first.join(", "),
        more = if problem.rows.count > first.len() as u64 { "yes" } else { "no" },
        reason = tr!(locale, "fit-reason", reason = reason, column = problem.column.unwrap_or_default()),
        effect = effect,
    )
}

fn format_name(format: recoup_data::source::Format) -> &'static str {
    use recoup_data::source::Format;
    match format {
        Format::Csv => "CSV",
        Format::Xlsx => "XLSX",
        Format::Parquet => "Parquet",
    }
}

/// The files: format, rows, and the headings of the columns that were found.
fn files(data: &Firm, locale: &Locale) -> Section {
    let columns = vec![
        Column::new(tr!(locale, "fit-head-file"), Kind::Words),
        Column::new(tr!(locale, "fit-head-format"), Kind::Words),
        Column::new(tr!(locale, "fit-head-rows"), Kind::Amount),
        Column::new(tr!(locale, "fit-head-kept"), Kind::Amount),
        Column::new(tr!(locale, "fit-head-columns"), Kind::Prose).from(Medium::Page),
    ];
    let row = |file: &recoup_data::file::FileReport| {
        let encoding = file.encoding.map(|encoding| encoding.name().to_string());
        let format = [Some(format_name(file.format).to_string()), encoding].into_iter().flatten().collect::<Vec<_>>();
        let found = |column: &recoup_data::file::ColumnReport| match column.name == column.heading {
            true => format!("`{}`", column.name),
            false => format!("`{}` = `{}`", column.name, column.heading),
        };
        let found: Vec<String> = file.columns.iter().map(found).collect();
        Line::of(
            &file.path,
            [
                Figure::Text(format.join(", ")),
                Figure::Amount(file.rows as f64),
                Figure::Amount(file.kept as f64),
                Figure::Text(found.join(", ")),
            ],
        )
    };
    let rows = data.files.iter().map(row).collect();
    let mut section = Section::of_figures("files", Figures::new(String::new(), columns, rows));
    section.title = tr!(locale, "fit-files");
    section.show = Show::Details;
    section
}

/// The numbers of the study.
fn numbers(found: &Fitted, locale: &Locale) -> Section {
    let columns = vec![
        Column::new(tr!(locale, "head-key"), Kind::Key),
        Column::new(tr!(locale, "fit-head-estimate"), Kind::Number),
        Column::interval(locale, Kind::Number),
        Column::new(tr!(locale, "fit-head-n"), Kind::Amount),
        Column::new(tr!(locale, "fit-head-base"), Kind::Words).spare(1),
        Column::new(tr!(locale, "fit-head-range"), Kind::Words).from(Medium::Page),
        Column::new(tr!(locale, "fit-head-written"), Kind::Words).from(Medium::Page),
        Column::new(tr!(locale, "fit-head-method"), Kind::Prose).from(Medium::Page),
    ];
    let row = |number: &Number| {
        let unit = unit_of(&number.key);
        let estimate = &number.estimate;
        let range = number.range.map(|[low, high]| [Figure::Level(low, unit), Figure::Level(high, unit)]);
        let mut line = Line::of_key(
            &number.key,
            [
                value(estimate, unit),
                interval(estimate, unit),
                Figure::Amount(estimate.n as f64),
                number.base.as_ref().map_or(Figure::Nothing, |base| Figure::Text(base.clone())),
                range.map_or(Figure::Nothing, |range| Figure::Interval(Box::new(range))),
                Figure::Text(number.written.clone()),
                Figure::Text(method(estimate.method, locale)),
            ],
        );
        line.note = cautions(estimate, locale);
        line
    };
    let mut figures = Figures::new(String::new(), columns, found.used().map(row).collect());
    figures.notes = Some(tr!(locale, "fit-head-caution"));
    figures.notes_from = Medium::Page;
    let mut section = Section::of_figures("numbers", figures);
    section.title = tr!(locale, "fit-numbers");
    section
}

/// Estimates that the study does not take.
fn unused(found: &Fitted, locale: &Locale) -> Section {
    let columns = vec![
        Column::new(tr!(locale, "head-key"), Kind::Key),
        Column::new(tr!(locale, "fit-head-estimate"), Kind::Number),
        Column::interval(locale, Kind::Number),
        Column::new(tr!(locale, "fit-head-n"), Kind::Amount),
        Column::new(tr!(locale, "fit-head-why"), Kind::Prose),
    ];
    let row = |number: &Number| {
        let unit = unit_of(&number.key);
        let why = match number.unused? {
            Unused::NoDesk => "no-desk",
            Unused::FollowsFromDesk => "desk",
            Unused::NotInModel => "not-in-model",
            Unused::Given => "given",
            Unused::SaysLittle => "little",
        };
        Some(Line::of_key(
            &number.key,
            [
                value(&number.estimate, unit),
                interval(&number.estimate, unit),
                Figure::Amount(number.estimate.n as f64),
                Figure::Text(tr!(locale, "fit-unused", why = why)),
            ],
        ))
    };
    let rows: Vec<Line> = found.numbers.iter().filter_map(row).collect();
    let mut section = Section::new("unused", tr!(locale, "fit-unused-title"));
    section.show = Show::Details;
    if !rows.is_empty() {
        section.blocks.push(Block::Figures(Figures::new(String::new(), columns, rows)));
    }
    section
}

fn gaps(found: &Fitted, locale: &Locale) -> Section {
    let mut section = Section::new("gaps", tr!(locale, "fit-gaps"));
    let sentences: Vec<String> = found.gaps.iter().map(|gap| gap_text(gap, locale)).collect();
    if !sentences.is_empty() {
        section.blocks.push(Block::List(sentences));
    }
    section
}

fn gap_text(gap: &Gap, locale: &Locale) -> String {
    match gap {
        Gap::ComplainShare => tr!(locale, "fit-gap-complain"),
        Gap::SilentCustomers => tr!(locale, "fit-gap-silent"),
        Gap::Loyalty => tr!(locale, "fit-gap-loyalty"),
        Gap::InferredLeaving => tr!(locale, "fit-gap-inferred"),
        Gap::Purchases => tr!(locale, "fit-gap-purchases"),
        Gap::Margin => tr!(locale, "fit-gap-margin"),
        Gap::Loss => tr!(locale, "fit-gap-loss"),
        Gap::ForeignKind { kind } => tr!(locale, "fit-gap-kind", kind = kind.as_str()),
        Gap::BorrowedSeverity { severity, from } => {
            tr!(locale, "fit-gap-severity", severity = severity.as_str(), base = from.as_str())
        }
        Gap::ReferenceDoes { key } => tr!(locale, "fit-gap-reference", key = key.as_str()),
        Gap::Outside => tr!(locale, "fit-gap-outside"),
    }
}

fn cautions(estimate: &Estimate, locale: &Locale) -> String {
    estimate.cautions.iter().map(|caution| caution_text(caution, locale)).collect::<Vec<_>>().join(" ")
}

fn caution_text(caution: &Caution, locale: &Locale) -> String {
    let count = |n: u64| locale.count(n as f64);
    match caution {
        Caution::FewObservations { n } => tr!(locale, "fit-caution-few", number = *n),
        Caution::NoEvents => tr!(locale, "fit-caution-none"),
        Caution::NoSpread => tr!(locale, "fit-caution-no-spread"),
        Caution::Flat => tr!(locale, "fit-caution-flat"),
        Caution::Unsettled => tr!(locale, "fit-caution-unsettled"),
        Caution::AtLimit { .. } => tr!(locale, "fit-caution-limit"),
        Caution::Subsample { used, of } => tr!(locale, "fit-caution-subsample", used = count(*used), all = count(*of)),
        Caution::EarlierHistoryLeftOut { customers } => {
            tr!(locale, "fit-caution-earlier", customers = count(*customers))
        }
        Caution::OpenCases { n } => tr!(locale, "fit-caution-open", number = *n),
        Caution::UnknownOutcome { n } => tr!(locale, "fit-caution-unknown", number = *n),
        Caution::CoarseTimes { minutes } => tr!(locale, "fit-caution-coarse", minutes = u64::from(*minutes)),
        Caution::NeedsFailures => tr!(locale, "fit-caution-needs-failures"),
        Caution::WindowNotOver { share } => tr!(locale, "fit-caution-window", share = locale.share_whole(*share)),
        Caution::ThinTail { at_risk } => tr!(locale, "fit-caution-tail", number = *at_risk),
        Caution::InferredLeaving { days } => tr!(locale, "fit-caution-inferred", days = locale.count(f64::from(*days))),
        Caution::UnseenFailures => tr!(locale, "fit-caution-unseen"),
        Caution::UnmatchedComplaints { n, of } => {
            tr!(locale, "fit-caution-unmatched", number = count(*n), all = count(*of))
        }
        Caution::LittleOverlap { effective } => {
            tr!(locale, "fit-caution-overlap", number = locale.count(effective.round()))
        }
        Caution::NoContrast => tr!(locale, "fit-caution-no-contrast"),
        Caution::Overdispersed { dispersion } => {
            tr!(locale, "fit-caution-dispersed", factor = locale.fixed(*dispersion, 1))
        }
    }
}

fn method(method: Method, locale: &Locale) -> String {
    let name = match method {
        Method::Count => "count",
        Method::Jeffreys => "jeffreys",
        Method::Dirichlet => "dirichlet",
        Method::Poisson => "poisson",
        Method::ClusterMean => "cluster",
        Method::NegativeBinomial => "negative-binomial",
        Method::BgNbd => "bg-nbd",
        Method::Exponential => "exponential",
        Method::KaplanMeier => "kaplan-meier",
        Method::LogLogistic => "log-logistic",
        Method::RepurchaseTable => "repurchase",
        Method::MantelHaenszel => "mantel-haenszel",
        Method::InverseProbability => "weighted",
        Method::Bootstrap => "bootstrap",
        Method::Judgement => "judgement",
    };
    tr!(locale, "fit-method", method = name)
}

/// Complainers without a resolution and silent customers, side by side.
fn selection(found: &Fitted, locale: &Locale) -> Section {
    let mut section = Section::new("selection", tr!(locale, "fit-selection"));
    let Some(contrasts) = &found.selection else { return section };
    let Contrasts { n, raw, stratified, weighted, overlap, selection_share, .. } = contrasts;
    section.text(tr!(
        locale,
        "fit-selection-what",
        complainers = locale.count(n.0 as f64),
        silent = locale.count(n.1 as f64),
    ));
    let columns = vec![
        Column::new(tr!(locale, "fit-head-contrast"), Kind::Words),
        Column::new(tr!(locale, "fit-head-difference"), Kind::Number),
        Column::interval(locale, Kind::Number),
    ];
    let points = |x: f64| Figure::Number(100.0 * x, 1);
    let row = |name: &str, estimate: &Estimate| {
        let ends = Figure::Interval(Box::new([points(estimate.low), points(estimate.high)]));
        Line::of(&tr!(locale, "fit-contrast", contrast = name), [points(estimate.value), ends])
    };
    let rows = [("raw", Some(raw)), ("stratified", stratified.as_ref()), ("weighted", weighted.as_ref())];
    let rows = rows.iter().filter_map(|(name, estimate)| Some(row(name, (*estimate)?))).collect();
    section.blocks.push(Block::Figures(Figures::new(String::new(), columns, rows)));
    if let Some(overlap) = overlap {
        section.text(tr!(
            locale,
            "fit-overlap",
            effective = locale.count(overlap.effective.round()),
            before = locale.fixed(overlap.imbalance, 2),
            after = locale.fixed(overlap.imbalance_weighted, 2),
        ));
    }
    section.text(tr!(
        locale,
        "fit-selection-share",
        low = locale.share_whole(selection_share.low),
        high = locale.share_whole(selection_share.high),
    ));
    if let Some(response) = &found.solicited_response {
        let (low, high) = (locale.fixed(response.low, 2), locale.fixed(response.high, 2));
        section.text(tr!(locale, "fit-solicited", low = low, high = high));
    }
    section
}

/// The last year against its prediction.
fn last_year(found: &Fitted, locale: &Locale) -> Section {
    let mut section = Section::new("holdout", tr!(locale, "fit-holdout"));
    let Some(held) = &found.holdout else { return section };
    section.text(tr!(locale, "fit-holdout-what", from = found.holdout_from.clone().unwrap_or_default()));
    let columns = vec![
        Column::new(tr!(locale, "fit-head-count"), Kind::Words),
        Column::new(tr!(locale, "fit-head-predicted"), Kind::Amount),
        Column::interval(locale, Kind::Amount),
        Column::new(tr!(locale, "fit-head-happened"), Kind::Amount),
        Column::new(tr!(locale, "fit-head-inside"), Kind::Words),
    ];
    let row = |name: &str, series: &Series| {
        let year = &series.year;
        let inside = series.months.iter().filter(|month| month.is_inside()).count();
        Line::of(
            &tr!(locale, "fit-counted", what = name),
            [
                Figure::Amount(year.expected),
                Figure::Interval(Box::new([Figure::Amount(year.low), Figure::Amount(year.high)])),
                Figure::Amount(year.observed),
                Figure::Text(tr!(locale, "fit-inside", inside = inside, all = series.months.len())),
            ],
        )
    };
    let series = [
        ("leavers", held.leavers.as_ref()),
        ("newcomers", held.newcomers.as_ref()),
        ("complaints", Some(&held.complaints)),
        ("contacts", held.contacts.as_ref()),
    ];
    let rows = series.iter().filter_map(|(name, series)| Some(row(name, (*series)?))).collect();
    section.blocks.push(Block::Figures(Figures::new(String::new(), columns, rows)));
    section
}

/// The alarms of the control charts.
fn watch(found: &Fitted, locale: &Locale) -> Section {
    let mut section = Section::new("watch", tr!(locale, "fit-watch"));
    let Some(watch) = &found.watch else { return section };
    let Some((_, first)) = watch.charts.first() else { return section };
    section.text(tr!(
        locale,
        "fit-watch-what",
        days = u64::from(PERIOD_DAYS.unsigned_abs()),
        baseline = watch.baseline,
        shewhart = locale.count(first.run_length.round()),
        average = locale.count(first.average_run_length.round()),
        shewhart_worse = locale.count(first.run_length_worse.round()),
        average_worse = locale.count(first.average_run_length_worse.round()),
    ));
    let mut rows = Vec::new();
    for (kind, chart) in &watch.charts {
        let name = kind_name(found, *kind, locale);
        for (alarms, which) in [(&chart.alarms, "rate"), (&chart.average_alarms, "average")] {
            rows.extend(alarms.iter().map(|alarm| alarm_row(found, &name, which, alarm, locale)));
        }
    }
    if rows.is_empty() {
        section.text(tr!(locale, "fit-no-alarm"));
        return section;
    }
    let columns = vec![
        Column::new(tr!(locale, "fit-head-kind"), Kind::Words),
        Column::new(tr!(locale, "fit-head-from"), Kind::Words),
        Column::new(tr!(locale, "fit-head-direction"), Kind::Words),
        Column::new(tr!(locale, "fit-head-chart"), Kind::Words),
    ];
    section.blocks.push(Block::Figures(Figures::new(String::new(), columns, rows)));
    section
}

fn alarm_row(found: &Fitted, name: &str, which: &str, alarm: &Alarm, locale: &Locale) -> Line {
    let date = found.watch_dates.get(alarm.period).cloned().unwrap_or_default();
    let direction = match alarm.direction {
        Direction::Up => "up",
        Direction::Down => "down",
    };
    Line::of(
        name,
        [
            Figure::Text(date),
            Figure::Text(tr!(locale, "fit-direction", direction = direction)),
            Figure::Text(tr!(locale, "fit-chart", chart = which)),
        ],
    )
}

fn kind_name(found: &Fitted, kind: Option<u32>, locale: &Locale) -> String {
    match kind {
        None => tr!(locale, "fit-all-kinds"),
        Some(kind) => found.kinds.get(kind as usize).cloned().unwrap_or_default(),
    }
}

/// What the charts say about themselves.
fn frame(study: &Study) -> Option<ChartFrame> {
    let scenario = study.scenarios.first()?;
    let frame = crate::analysis::picture::frame(study, scenario);
    Some(ChartFrame { scenario: String::new(), draws: 0, ..frame })
}

fn charts(found: &Fitted, study: &Study, locale: &Locale) -> Vec<NamedChart> {
    let Some(frame) = frame(study) else { return Vec::new() };
    let mut charts = Vec::new();
    if let Some(held) = &found.holdout {
        charts.push(NamedChart::with_rows("holdout", holdout::draw(&frame, held), months(found)).opening("holdout"));
    }
    let Some(watch) = &found.watch else { return charts };
    let rate = match watch.exposure {
        Exposure::Purchases => "purchases",
        Exposure::CustomerYears => "years",
    };
    let rate = tr!(locale, "fit-rate", exposure = rate);
    let has_alarm =
        |chart: &recoup_fit::control_chart::Chart| !(chart.alarms.is_empty() && chart.average_alarms.is_empty());
    let kinds = watch.charts.iter().filter(|(kind, chart)| kind.is_some() && has_alarm(chart)).take(MOST_KINDS);
    let all = watch.charts.iter().filter(|(kind, _)| kind.is_none());
    for (i, (kind, chart)) in all.chain(kinds).enumerate() {
        let name = kind.and_then(|kind| found.kinds.get(kind as usize)).map(String::as_str);
        let data = Controlled { kind: name, dates: &found.watch_dates, rate: rate.clone(), chart };
        let file = if i == 0 { "control".to_string() } else { format!("control-{i}") };
        charts.push(NamedChart::with_rows(file, control::draw(&frame, &data), periods(found, chart)).opening("watch"));
    }
    charts
}

/// The rows behind a control chart.
fn periods(found: &Fitted, chart: &recoup_fit::control_chart::Chart) -> Chunk {
    let points = &chart.points;
    let limit = |end: fn((f64, f64)) -> f64| Values::Maybe(points.iter().map(|p| p.limits.map(end)).collect());
    vec![
        ("from".to_string(), Values::Text(found.watch_dates.clone())),
        ("complaints".to_string(), Values::Number(points.iter().map(|p| p.count as f64).collect())),
        ("exposure".to_string(), Values::Number(points.iter().map(|p| p.exposure).collect())),
        ("rate".to_string(), Values::Maybe(points.iter().map(|p| p.rate).collect())),
        ("rate_low".to_string(), limit(|limits| limits.0)),
        ("rate_high".to_string(), limit(|limits| limits.1)),
        ("average".to_string(), Values::Number(points.iter().map(|p| p.average).collect())),
        ("average_low".to_string(), Values::Number(points.iter().map(|p| p.average_limits.0).collect())),
        ("average_high".to_string(), Values::Number(points.iter().map(|p| p.average_limits.1).collect())),
    ]
}

/// The rows behind the chart of the last year.
fn months(found: &Fitted) -> Chunk {
    let Some(held) = &found.holdout else { return Chunk::new() };
    let series = [
        ("leavers", held.leavers.as_ref()),
        ("newcomers", held.newcomers.as_ref()),
        ("complaints", Some(&held.complaints)),
        ("contacts", held.contacts.as_ref()),
    ];
    let months: Vec<_> = series
        .iter()
        .filter_map(|(name, series)| Some((*name, (*series)?)))
        .flat_map(|(name, series)| series.months.iter().enumerate().map(move |(i, month)| (name, i + 1, month)))
        .collect();
    let number = |part: fn(&recoup_fit::holdout::Predicted) -> f64| {
        Values::Number(months.iter().map(|(_, _, month)| part(month)).collect())
    };
    vec![
        ("count".to_string(), Values::Text(months.iter().map(|(name, ..)| (*name).to_string()).collect())),
        ("month".to_string(), Values::Number(months.iter().map(|(_, i, _)| *i as f64).collect())),
        ("predicted".to_string(), number(|month| month.expected)),
        ("low".to_string(), number(|month| month.low)),
        ("high".to_string(), number(|month| month.high)),
        ("observed".to_string(), number(|month| month.observed)),
    ]
}

/// The numbers as a table of the folder.
fn rows(found: &Fitted) -> Chunk {
    let numbers = &found.numbers;
    let number = |part: fn(&Estimate) -> f64| Values::Number(numbers.iter().map(|n| part(&n.estimate)).collect());
    let text = |part: &dyn Fn(&Number) -> String| Values::Text(numbers.iter().map(part).collect());
    vec![
        ("key".to_string(), text(&|n| n.key.clone())),
        ("estimate".to_string(), number(|estimate| estimate.value)),
        ("low".to_string(), number(|estimate| estimate.low)),
        ("high".to_string(), number(|estimate| estimate.high)),
        ("n".to_string(), number(|estimate| estimate.n as f64)),
        ("written".to_string(), text(&|n| n.written.clone())),
        ("in_study".to_string(), text(&|n| if n.unused.is_none() { "yes" } else { "no" }.to_string())),
        ("base".to_string(), text(&|n| n.base.clone().unwrap_or_default())),
    ]
}
