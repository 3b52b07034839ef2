//! A firm's log from its files.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use recoup_core::diagnostic::{Diagnostic, Place};
use recoup_core::input::guard::Stop;
use recoup_fit::log::{Complaints, Day, Failures, Log, MINUTES_PER_DAY, Moment, Purchases};
use serde::Serialize;

use crate::date::Date;
use crate::file::{File, FileReport, Row, Value};
use crate::map::{Map, did_you_mean};
use crate::problem::{Dropped, Effect, Policy, Reason};
use crate::tables::{COMPLAINTS, CUSTOMERS, FAILURES, PURCHASES, Spec, complaints, customers, failures, purchases};

/// Most different segments, kinds or severities: more are no names.
const NAMES: usize = 1_000;

/// The severity of a kind that nobody states, the segment without a column of segments, and the kind without one of kinds.
const PLAIN_SEVERITY: &str = "failure";
const PLAIN_SEGMENT: &str = "all";
const PLAIN_KIND: &str = "failure";

/// What stands for an empty segment or kind where others have a name.
const UNKNOWN: &str = "unknown";

/// Which files to read, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The customers.
    pub customers: PathBuf,
    /// The purchases, if known.
    pub purchases: Option<PathBuf>,
    /// The failures as operations know them, if known.
    pub failures: Option<PathBuf>,
    /// The complaints.
    pub complaints: PathBuf,
    /// What is stated about the files: the module [`map`](crate::map) explains it.
    pub map: Option<PathBuf>,
    /// What happens to rows with a problem; `None`: as the map says, otherwise they are dropped.
    pub on_problem: Option<Policy>,
    /// Whether to stop.
    pub stop: Stop,
}

impl Request {
    /// Customers and complaints alone.
    pub fn new(customers: impl Into<PathBuf>, complaints: impl Into<PathBuf>) -> Request {
        Request {
            customers: customers.into(),
            purchases: None,
            failures: None,
            complaints: complaints.into(),
            map: None,
            on_problem: None,
            stop: Stop::NEVER,
        }
    }
}

/// How far reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Stage {
    /// The table.
    pub table: &'static str,
    /// Rows read.
    pub rows: u64,
    /// Rows of the file.
    pub of: u64,
}

/// Where the severities come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeverityFrom {
    /// The map states it.
    Map,
    /// The failures of the kind have it, most of them.
    Failures,
    /// Nobody states it: `failure`.
    Nothing,
}

/// A firm's log, and what was found in its files.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Firm {
    /// The log. Day 0 is the first day.
    #[serde(skip)]
    pub log: Log,
    /// The first day of the window: day 0 of the log.
    pub first_day: Date,
    /// The last day of the window.
    pub last_day: Date,
    /// Whether the map states the window. Otherwise it goes from the first to the last purchase, failure or complaint.
    pub window_is_stated: bool,
    /// Whether complaints have times of the day.
    pub has_times: bool,
    /// Share of the amount that is margin, if margins were computed from amounts.
    pub margin_share: Option<f64>,
    /// The currency, if the map states it.
    pub currency: Option<String>,
    /// By kind: the loss of one failure, in currency, if the map states it.
    pub loss: Vec<Option<f64>>,
    /// By kind: where its severity comes from.
    pub severity_from: Vec<SeverityFrom>,
    /// Complaints by channel, without empty channels; empty without a column of channels.
    pub channels: BTreeMap<String, u64>,
    /// The files: customers, purchases, failures, complaints.
    pub files: Vec<FileReport>,
}

/// Reads the files of a firm. `progress` gets each stage as it begins, and every 262,144 rows.
///
/// # Errors
/// All that is wrong: with the map; or else with the files, their columns, dates and numbers; or else with rows, if they are to be
/// refused. No message contains a value of a row.
pub fn read_log(request: &Request, progress: &mut dyn FnMut(Stage)) -> Result<Firm, Vec<Diagnostic>> {
    let map = Map::read(request.map.as_deref(), request.stop)?;
    let policy = request.on_problem.or(map.on_problem).unwrap_or_default();
    let mut errors = Vec::new();
    let mut open = |spec: &'static Spec, path: Option<&Path>| {
        let file = path.map(|path| File::open(spec, path, &map, request.stop)).transpose();
        file.unwrap_or_else(|wrong| {
            errors.extend(wrong);
            None
        })
    };
    let customers = open(&CUSTOMERS, Some(&request.customers));
    let purchases = open(&PURCHASES, request.purchases.as_deref());
    let failures = open(&FAILURES, request.failures.as_deref());
    let complaints = open(&COMPLAINTS, Some(&request.complaints));
    let (Some(mut customers), Some(mut complaints), true) = (customers, complaints, errors.is_empty()) else {
        return Err(errors);
    };
    let mut firm =
        Building { map: &map, progress, log: Log::default(), ids: Identities::default(), kinds: Names::default() };
    let fail = |diagnostic| vec![diagnostic];
    firm.customers(&mut customers).map_err(fail)?;
    let mut files = vec![customers];
    if let Some(mut file) = purchases {
        firm.purchases(&mut file).map_err(fail)?;
        files.push(file);
    }
    let mut severities = Severities::default();
    if let Some(mut file) = failures {
        severities = firm.failures(&mut file).map_err(fail)?;
        files.push(file);
    }
    let channels = firm.complaints(&mut complaints).map_err(fail)?;
    files.push(complaints);
    firm.finish(files, severities, channels, policy)
}

/// Identities by their codes.
#[derive(Default)]
struct Identities {
    codes: HashMap<Box<str>, u32>,
}

/// Names in the order in which they appear.
#[derive(Default)]
struct Names {
    codes: HashMap<String, u32>,
    names: Vec<String>,
}

impl Names {
    fn code(&mut self, name: &str) -> u32 {
        if let Some(code) = self.codes.get(name) {
            return *code;
        }
        let code = self.names.len() as u32;
        // What follows is refused later.
        if self.names.len() <= NAMES {
            self.names.push(name.to_string());
            self.codes.insert(name.to_string(), code);
        }
        code
    }

    fn check(&self, table: &str, column: &str) -> Result<(), Diagnostic> {
        if self.names.len() <= NAMES {
            return Ok(());
        }
        let message = format!("column `{column}` of `{table}` has more than {NAMES} different values");
        Err(Diagnostic::error("D001", message).with_help("state the right column in a map, or merge values"))
    }
}

/// Severities as the failures have them.
#[derive(Default)]
struct Severities {
    names: Names,
    /// By kind and severity: failures.
    counts: BTreeMap<(u32, u32), u64>,
}

/// What the days of a table are.
#[derive(Clone, Copy)]
struct Span(Day, Day);

impl Span {
    const EMPTY: Span = Span(Day::MAX, Day::MIN);

    fn of(days: impl Iterator<Item = Day>) -> Span {
        days.fold(Span::EMPTY, |span, day| Span(span.0.min(day), span.1.max(day)))
    }
}

struct Building<'a> {
    map: &'a Map,
    progress: &'a mut dyn FnMut(Stage),
    /// Days and minutes count from 1970 until all files are read.
    log: Log,
    ids: Identities,
    kinds: Names,
}

/// Calls `progress` with the stages of a file.
fn stages<'a>(progress: &'a mut dyn FnMut(Stage), table: &'static str, of: u64) -> impl FnMut(u64) + 'a {
    move |rows| progress(Stage { table, rows, of })
}

/// The customer of a row.
fn customer(ids: &Identities, row: &Row<'_, '_>, field: usize) -> Result<u32, Dropped> {
    const COLUMN: Option<&str> = Some("customer");
    let text = row.text(field).ok_or((Reason::Missing, COLUMN))?;
    ids.codes.get(&*text).copied().ok_or((Reason::UnknownCustomer, COLUMN))
}

/// A moment in minutes from 1970, with the day and whether the minute is known.
fn minutes((day, minute): (Day, Option<u16>)) -> Moment {
    day * MINUTES_PER_DAY + i32::from(minute.unwrap_or(0))
}

/// A later moment of a case opened at `opened`. Where one of the two is a day alone, days decide, and the same day is `opened`.
fn later(opened: (Day, Option<u16>), later: (Day, Option<u16>)) -> Option<Moment> {
    let is_day = opened.1.is_none() || later.1.is_none() || later.1 == Some(0);
    if is_day && opened.0 == later.0 {
        return Some(minutes(opened).max(minutes(later)));
    }
    (minutes(later) >= minutes(opened)).then(|| minutes(later))
}

impl Building<'_> {
    fn customers(&mut self, file: &mut File) -> Result<(), Diagnostic> {
        use customers::{CUSTOMER, LEFT, SEGMENT, SINCE};
        let Building { log, ids, progress, .. } = self;
        let mut segments = Names::default();
        let has_segment = file.has(SEGMENT);
        let table = &mut log.customers;
        let mut stage = stages(&mut **progress, "customers", file.rows());
        file.read(&mut stage, |row| {
            let id = row.text(CUSTOMER).ok_or((Reason::Missing, Some("customer")))?;
            if ids.codes.contains_key(&*id) {
                return Err((Reason::DuplicateCustomer, Some("customer")));
            }
            let since = row.moment(SINCE).meaningful("since")?.map(|(day, _)| day);
            let left = row.moment(LEFT).meaningful("left")?.map(|(day, _)| day);
            if since.zip(left).is_some_and(|(since, left)| left < since) {
                return Err((Reason::LeftBeforeSince, Some("left")));
            }
            let segment = name(row, SEGMENT, has_segment, PLAIN_SEGMENT, "segment");
            table.segment.push(segments.code(&segment));
            table.since.push(since);
            table.left.push(left);
            let code = ids.codes.len() as u32;
            ids.codes.insert(id.into(), code);
            Ok(())
        })?;
        segments.check("customers", "segment")?;
        log.segments = segments.names;
        Ok(())
    }

    fn purchases(&mut self, file: &mut File) -> Result<(), Diagnostic> {
        use purchases::{AMOUNT, CUSTOMER, DATE, MARGIN};
        let Building { log, ids, progress, map, .. } = self;
        let (has_margin, share) = (file.has(MARGIN), map.margin_share);
        let share = share.filter(|_| !has_margin && file.has(AMOUNT));
        let mut table = Purchases::default();
        let mut stage = stages(&mut **progress, "purchases", file.rows());
        file.read(&mut stage, |row| {
            let customer = customer(ids, row, CUSTOMER)?;
            let (day, _) = row.moment(DATE).required("date")?;
            let margin = if has_margin {
                row.number(MARGIN).optional("margin", row)
            } else {
                match row.number(AMOUNT) {
                    Value::Is(amount) if amount < 0.0 => return Err((Reason::Negative, Some("amount"))),
                    amount => share.and_then(|share| Some(share * amount.optional("amount", row)?)),
                }
            };
            table.customer.push(customer);
            table.day.push(day);
            if has_margin || share.is_some() {
                table.margin.push(margin);
            }
            Ok(())
        })?;
        log.purchases = Some(table);
        Ok(())
    }

    fn failures(&mut self, file: &mut File) -> Result<Severities, Diagnostic> {
        use failures::{CUSTOMER, DATE, KIND, NOTICED, SEVERITY};
        let Building { log, ids, progress, kinds, .. } = self;
        let (has_kind, has_noticed) = (file.has(KIND), file.has(NOTICED));
        let mut severities = Severities::default();
        let mut table = Failures::default();
        // By row that counts: its severity and its number.
        let mut stated: Vec<(u32, u64)> = Vec::new();
        let has_severity = file.has(SEVERITY);
        let mut stage = stages(&mut **progress, "failures", file.rows());
        file.read(&mut stage, |row| {
            let customer = customer(ids, row, CUSTOMER)?;
            let (day, _) = row.moment(DATE).required("date")?;
            let noticed = row.yes_no(NOTICED).optional("noticed", row);
            let kind = kinds.code(&name(row, KIND, has_kind, PLAIN_KIND, "kind"));
            if has_severity {
                let severity = row.text(SEVERITY).map_or(u32::MAX, |name| severities.names.code(&one_line(name)));
                if severity != u32::MAX {
                    *severities.counts.entry((kind, severity)).or_default() += 1;
                }
                stated.push((severity, row.at));
            }
            table.customer.push(customer);
            table.day.push(day);
            table.kind.push(kind);
            if has_noticed {
                table.noticed.push(noticed);
            }
            Ok(())
        })?;
        kinds.check("failures", "kind")?;
        severities.names.check("failures", "severity")?;
        let usual = severities.usual();
        for (kind, (severity, row)) in table.kind.iter().zip(stated) {
            if severity != u32::MAX && usual.get(kind) != Some(&severity) {
                file.note((Reason::OtherSeverity, Some("severity")), row);
            }
        }
        log.failures = Some(table);
        Ok(severities)
    }

    fn complaints(&mut self, file: &mut File) -> Result<BTreeMap<String, u64>, Diagnostic> {
        use complaints::{
            CASE, CHANNEL, CLOSED, COMPENSATION, CONTACTS, CUSTOMER, FIRST_ANSWER, KIND, MINUTES, OPENED, RESOLVED,
        };
        let Building { log, ids, progress, kinds, .. } = self;
        let mut cases: HashSet<Box<str>> = HashSet::new();
        let mut channels = Names::default();
        let mut by_channel: Vec<u64> = Vec::new();
        let (has_case, has_closed) = (file.has(CASE), file.has(CLOSED));
        let mut times = [false; 2];
        let mut table = Complaints::default();
        let mut stage = stages(&mut **progress, "complaints", file.rows());
        file.read(&mut stage, |row| {
            let case = if has_case { row.text(CASE) } else { None };
            if case.as_ref().is_some_and(|case| cases.contains(&**case)) {
                return Err((Reason::DuplicateCase, Some("case")));
            }
            let customer = customer(ids, row, CUSTOMER)?;
            let opened = row.moment(OPENED).required("opened")?;
            let closed = match row.moment(CLOSED).meaningful("closed")? {
                None => None,
                Some(closed) => {
                    times[1] |= closed.1.is_some_and(|minute| minute > 0);
                    Some(later(opened, closed).ok_or((Reason::ClosedBeforeOpened, Some("closed")))?)
                }
            };
            let answer = row.moment(FIRST_ANSWER).optional("first_answer", row);
            let answer = answer.and_then(|answer| {
                let moment = later(opened, answer);
                if moment.is_none() {
                    row.note((Reason::AnsweredBeforeOpened, Some("first_answer")), Effect::ValueDropped);
                }
                moment
            });
            times[0] |= opened.1.is_some_and(|minute| minute > 0);
            if let Some(case) = case {
                cases.insert(case.into());
            }
            table.customer.push(customer);
            table.opened.push(minutes(opened));
            table.closed.push(closed);
            table.first_answer.push(answer);
            table.resolved.push(row.yes_no(RESOLVED).optional("resolved", row));
            table.contacts.push(count(row, CONTACTS));
            table.minutes.push(row.positive(MINUTES).map(|minutes| minutes as f32));
            table.compensation.push(row.positive(COMPENSATION));
            table.kind.push(row.text(KIND).map(|kind| kinds.code(&one_line(kind))));
            if let Some(channel) = row.text(CHANNEL) {
                let channel = channels.code(&channel) as usize;
                by_channel.resize(by_channel.len().max(channel + 1), 0);
                by_channel[channel] += 1;
            }
            Ok(())
        })?;
        kinds.check("complaints", "kind")?;
        channels.check("complaints", "channel")?;
        table.precision = if times[0] && (times[1] || !has_closed) { 1 } else { MINUTES_PER_DAY as u32 };
        for (field, column) in [(FIRST_ANSWER, &mut table.first_answer), (CLOSED, &mut table.closed)] {
            clear_unless(file.has(field), column);
        }
        clear_unless(file.has(RESOLVED), &mut table.resolved);
        clear_unless(file.has(CONTACTS), &mut table.contacts);
        clear_unless(file.has(MINUTES), &mut table.minutes);
        clear_unless(file.has(COMPENSATION), &mut table.compensation);
        clear_unless(file.has(KIND), &mut table.kind);
        log.complaints = table;
        Ok(channels.names.into_iter().zip(by_channel).collect())
    }

    /// The days of all events.
    fn days(&self) -> impl Iterator<Item = Day> + '_ {
        let opened = self.log.complaints.opened.iter().map(|opened| opened.div_euclid(MINUTES_PER_DAY));
        let purchases = self.log.purchases.iter().flat_map(|table| table.day.iter().copied());
        let failures = self.log.failures.iter().flat_map(|table| table.day.iter().copied());
        opened.chain(purchases).chain(failures)
    }

    /// Days far from nearly all others, which would stretch the window: all but one in a thousand events (three at least) lie in a
    /// span, and the first or the last is farther from it than that span and a year.
    fn stray_days(&self, Span(first, last): Span) -> Option<Diagnostic> {
        let mut days: Vec<Day> = self.days().collect();
        let cut = (days.len() / 1_000).max(3.min(days.len() / 20));
        let end = days.len().checked_sub(cut + 1)?;
        let low = *days.select_nth_unstable(cut).1;
        let high = *days.select_nth_unstable(end).1;
        let slack = high - low + 366;
        if first >= low - slack && last <= high + slack {
            return None;
        }
        let [first, low, high, last] = [first, low, high, last].map(Date::from_days);
        let message = format!(
            "purchases, failures and complaints run from {first} to {last}, but nearly all lie from {low} to {high}"
        );
        Some(
            Diagnostic::error("D001", message).with_help(format!(
                "correct the dates, or state the window in a map: window = [\"{low}\", \"{high}\"]"
            )),
        )
    }

    fn finish(
        mut self,
        files: Vec<File>,
        severities: Severities,
        channels: BTreeMap<String, u64>,
        policy: Policy,
    ) -> Result<Firm, Vec<Diagnostic>> {
        let map = self.map;
        let span = Span::of(self.days());
        let mut errors = Vec::new();
        let mut reports = Vec::new();
        for file in files {
            match file.finish(policy) {
                Ok(report) => reports.push(report),
                Err(wrong) => errors.extend(wrong),
            }
        }
        self.log.kinds = std::mem::take(&mut self.kinds.names);
        for kind in map.severity.iter().map(|(kind, (_, place))| (kind, place)) {
            errors.extend(self.unknown_kind(kind));
        }
        for kind in map.loss.iter().map(|(kind, (_, place))| (kind, place)) {
            errors.extend(self.unknown_kind(kind));
        }
        if map.window.is_none() {
            errors.extend(self.stray_days(span));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let severity_from = self.severities(&severities);
        let (first, end) = map.window.unwrap_or((span.0, span.1 + 1));
        self.log.window = (first, end);
        let outside = outside(&self.log);
        for report in &mut reports {
            if let Some(count) = outside.get(report.table) {
                report.outside_window = *count;
            }
        }
        shift(&mut self.log, first);
        if let Err(flaws) = self.log.check() {
            let message = format!("the files do not make a log: {flaws:?}");
            return Err(vec![Diagnostic::error("D001", message).with_help("please report it")]);
        }
        let loss = self.log.kinds.iter().map(|kind| map.loss.get(kind).map(|(loss, _)| *loss)).collect();
        let has_margin = self.log.purchases.as_ref().is_some_and(|table| !table.margin.is_empty());
        let has_column = reports.iter().flat_map(|file| &file.columns).any(|column| column.name == "margin");
        Ok(Firm {
            first_day: Date::from_days(first),
            last_day: Date::from_days(end - 1),
            window_is_stated: map.window.is_some(),
            has_times: self.log.complaints.precision == 1,
            margin_share: map.margin_share.filter(|_| has_margin && !has_column),
            currency: map.currency.clone(),
            loss,
            severity_from,
            channels,
            files: reports,
            log: self.log,
        })
    }

    /// The error of a kind that the map names and no file does.
    fn unknown_kind(&self, (kind, place): (&String, &Place)) -> Option<Diagnostic> {
        let kinds = &self.log.kinds;
        (!kinds.contains(kind)).then(|| {
            let message = format!("the map names the kind `{kind}`, which no failure or complaint has");
            let help = did_you_mean(kind, kinds.iter().take(20).map(String::as_str));
            Diagnostic::error("D001", message).with_place(Some(place.clone())).with_help(help)
        })
    }

    /// Gives each kind its severity: that of the map, or of most of its failures, or else `failure`.
    fn severities(&mut self, stated: &Severities) -> Vec<SeverityFrom> {
        let usual = stated.usual();
        let mut names = Names::default();
        let mut from = Vec::new();
        for (code, kind) in self.log.kinds.iter().enumerate() {
            let of_failures = usual.get(&(code as u32)).map(|severity| &stated.names.names[*severity as usize]);
            let (severity, source) = match (self.map.severity.get(kind), of_failures) {
                (Some((severity, _)), _) => (severity.as_str(), SeverityFrom::Map),
                (None, Some(severity)) => (severity.as_str(), SeverityFrom::Failures),
                (None, None) => (PLAIN_SEVERITY, SeverityFrom::Nothing),
            };
            self.log.severity_of_kind.push(names.code(severity));
            from.push(source);
        }
        self.log.severities = names.names;
        from
    }
}

impl Severities {
    /// By kind: the severity of most of its failures; of several, the one that appears first.
    fn usual(&self) -> BTreeMap<u32, u32> {
        let mut best: BTreeMap<u32, (u32, u64)> = BTreeMap::new();
        for (&(kind, severity), &count) in &self.counts {
            let usual = best.entry(kind).or_insert((severity, count));
            if count > usual.1 {
                *usual = (severity, count);
            }
        }
        best.into_iter().map(|(kind, (severity, _))| (kind, severity)).collect()
    }
}

fn clear_unless<T>(is_known: bool, column: &mut Vec<T>) {
    if !is_known {
        *column = Vec::new();
    }
}

/// The name in a row; an empty one is noted.
fn name<'b>(
    row: &mut Row<'_, 'b>,
    field: usize,
    has_column: bool,
    plain: &'static str,
    column: &'static str,
) -> std::borrow::Cow<'b, str> {
    if !has_column {
        return plain.into();
    }
    let Some(text) = row.text(field) else {
        row.note((Reason::Missing, Some(column)), Effect::ValueDropped);
        return UNKNOWN.into();
    };
    one_line(text)
}

/// A name in one line: a line break in a cell is a space.
fn one_line(text: std::borrow::Cow<'_, str>) -> std::borrow::Cow<'_, str> {
    if text.contains(char::is_control) { text.split_whitespace().collect::<Vec<_>>().join(" ").into() } else { text }
}

/// A whole number of contacts.
fn count(row: &mut Row<'_, '_>, field: usize) -> Option<u32> {
    let number = row.positive(field)?;
    let is_count = number.fract() == 0.0 && number <= f64::from(u32::MAX);
    if !is_count {
        row.note((Reason::Unreadable, Some("contacts")), Effect::ValueDropped);
    }
    is_count.then_some(number as u32)
}

/// By table: events outside the window.
fn outside(log: &Log) -> BTreeMap<&'static str, u64> {
    let (first, end) = log.window;
    let count = |days: &mut dyn Iterator<Item = Day>| days.filter(|day| !(first..end).contains(day)).count() as u64;
    let mut counts = BTreeMap::new();
    if let Some(table) = &log.purchases {
        counts.insert("purchases", count(&mut table.day.iter().copied()));
    }
    if let Some(table) = &log.failures {
        counts.insert("failures", count(&mut table.day.iter().copied()));
    }
    let opened = &mut log.complaints.opened.iter().map(|opened| opened.div_euclid(MINUTES_PER_DAY));
    counts.insert("complaints", count(opened));
    counts
}

/// Makes `first` day 0.
fn shift(log: &mut Log, first: Day) {
    let days = |days: &mut Vec<Day>| days.iter_mut().for_each(|day| *day -= first);
    let optional = |days: &mut Vec<Option<Day>>, by: i32| days.iter_mut().flatten().for_each(|day| *day -= by);
    log.window = (log.window.0 - first, log.window.1 - first);
    optional(&mut log.customers.since, first);
    optional(&mut log.customers.left, first);
    log.purchases.iter_mut().for_each(|table| days(&mut table.day));
    log.failures.iter_mut().for_each(|table| days(&mut table.day));
    let minutes = first * MINUTES_PER_DAY;
    log.complaints.opened.iter_mut().for_each(|opened| *opened -= minutes);
    optional(&mut log.complaints.first_answer, minutes);
    optional(&mut log.complaints.closed, minutes);
}
