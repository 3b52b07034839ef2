//! What a firm's data say, all together: the numbers of a study, how complainers differ from the silent, whether the last year
//! could have been predicted, and when complaints gave an alarm.

use serde::Serialize;

use crate::base::Base;
use crate::early_warning::{self, Watch};
use crate::estimate::Estimate;
use crate::fit::{Question, fit};
use crate::holdout::{self, Holdout};
use crate::log::{Day, Log};
use crate::matching::episodes;
use crate::selection::{self, Contrasts};
use crate::study::{Frame, Gap, Number, Table, Trouble, study, take_severities};

/// What the data of a firm are fitted with.
pub struct Request<'a> {
    /// Title of the study.
    pub title: &'a str,
    /// Currency of the data.
    pub currency: Option<&'a str>,
    /// What the study builds on.
    pub base: &'a Base,
    /// Names of the files by table.
    pub files: &'a [(Table, String)],
    /// Values given by hand: key and TOML value.
    pub given: &'a [(String, String)],
    /// By kind: the loss of one failure where it is known.
    pub loss: &'a [Option<f64>],
    /// How complaints match failures, and the times of the study.
    pub question: Question,
    /// The date of a day.
    pub date: &'a dyn Fn(Day) -> String,
}

/// How many rows a table has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rows {
    /// The table.
    pub table: Table,
    /// Its file.
    pub file: String,
    /// Rows that were used.
    pub rows: usize,
}

/// What a firm's data say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fitted {
    /// Title of the study.
    pub title: String,
    /// What the study builds on.
    pub base: String,
    /// The first and the last day of the data, as dates.
    pub window: [String; 2],
    /// The tables.
    pub tables: Vec<Rows>,
    /// Names of the segments.
    pub segments: Vec<String>,
    /// Names of the kinds of failures.
    pub kinds: Vec<String>,
    /// Names of the severities.
    pub severities: Vec<String>,
    /// Whether customers announce that they leave.
    pub knows_leaving: bool,
    /// The numbers, in the order of the study.
    pub numbers: Vec<Number>,
    /// What the data cannot say.
    pub gaps: Vec<Gap>,
    /// How complainers without a resolution differ from silent customers.
    pub selection: Option<Contrasts>,
    /// What the log says of the response of customers whom the firm found.
    pub solicited_response: Option<Estimate>,
    /// The last year, predicted from the time before.
    pub holdout: Option<Holdout>,
    /// The first day of the last year, as a date.
    pub holdout_from: Option<String>,
    /// Control charts of the complaints.
    pub watch: Option<Watch>,
    /// The first day of every period of the charts, as dates.
    pub watch_dates: Vec<String>,
    /// The text of the study.
    #[serde(skip)]
    pub study: String,
}

impl Fitted {
    /// The number of a key.
    pub fn number(&self, key: &str) -> Option<&Number> {
        self.numbers.iter().find(|number| number.key == key)
    }

    /// Numbers that stand in the study.
    pub fn used(&self) -> impl Iterator<Item = &Number> {
        self.numbers.iter().filter(|number| number.unused.is_none())
    }
}

/// Rows of the tables that were given.
fn rows(log: &Log, files: &[(Table, String)]) -> Vec<Rows> {
    let count = |table| match table {
        Table::Customers => log.customers.segment.len(),
        Table::Purchases => log.purchases.as_ref().map_or(0, |purchases| purchases.day.len()),
        Table::Failures => log.failures.as_ref().map_or(0, |failures| failures.day.len()),
        Table::Complaints => log.complaints.opened.len(),
    };
    files.iter().map(|(table, file)| Rows { table: *table, file: file.clone(), rows: count(*table) }).collect()
}

/// By kind: the loss of one failure, as stated, or else as a study has it that serves as the base.
fn losses(log: &Log, request: &Request<'_>) -> Vec<Option<f64>> {
    let base = Some(request.base).filter(|base| !base.is_preset);
    let of = |kind: usize| {
        let severity = &log.severities[log.severity_of_kind[kind] as usize];
        let stated = request.loss.get(kind).copied().flatten();
        stated.or(base.and_then(|base| base.number(&["severity", severity, "loss"])))
    };
    (0..log.kinds.len()).map(of).collect()
}

/// Fits the data of a firm. Severities that the data do not name are those of the base.
///
/// # Errors
/// What keeps the study from being written.
///
/// # Panics
/// The columns of the log do not fit together; readers check that.
pub fn fitted(log: &mut Log, request: &Request<'_>) -> Result<Fitted, Vec<Trouble>> {
    take_severities(log, request.base);
    let log = &*log;
    let loss = losses(log, request);
    let question = Question { loss: loss.clone(), ..request.question.clone() };
    let checked = log.check().expect("readers check their columns");
    let found = fit(&checked, &question);
    let episodes = episodes(&checked, &question.rules);
    let contrasts =
        log.knows_leaving().then(|| selection::contrasts(&checked, &episodes, &question.settings)).flatten();
    let share = contrasts.as_ref().map(|contrasts| &contrasts.selection_share);
    let response = match (&found.loyalty, share) {
        (Some(loyalty), Some(share)) => Some(selection::solicited_response(loyalty, share.value)),
        _ => None,
    };
    let frame = Frame {
        title: request.title,
        currency: request.currency,
        base: request.base,
        files: request.files,
        given: request.given,
        loss: request.loss,
        selection_share: share,
        solicited_response: response.as_ref(),
    };
    let written = study(log, &found, &frame)?;
    let holdout = holdout::holdout(&checked);
    let watch = early_warning::watch(&checked);
    let date = request.date;
    Ok(Fitted {
        title: request.title.to_string(),
        base: request.base.extends.clone(),
        window: [date(log.window.0), date(log.window.1 - 1)],
        tables: rows(log, request.files),
        segments: log.segments.clone(),
        kinds: log.kinds.clone(),
        severities: log.severities.clone(),
        knows_leaving: log.knows_leaving(),
        numbers: written.numbers,
        gaps: written.gaps,
        selection: contrasts,
        solicited_response: response,
        holdout_from: holdout.as_ref().map(|holdout| date(holdout.split)),
        holdout,
        watch_dates: watch.iter().flat_map(|watch| watch.starts.iter().map(|day| date(*day))).collect(),
        watch,
        study: written.text,
    })
}
