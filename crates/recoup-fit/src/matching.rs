//! Which complaint belongs to which failure, and how a failure ended.

use serde::Serialize;

use crate::log::{Checked, Day, at, day_of};

/// How a failure ended, in the outcomes of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The customer did not complain.
    Silent,
    /// A case that was closed without a resolution.
    Unresolved,
    /// A case that was resolved, not quickly.
    Resolved,
    /// A case that was resolved quickly.
    Quick,
}

impl Ending {
    /// All of them, in order.
    pub const ALL: [Ending; 4] = [Ending::Silent, Ending::Unresolved, Ending::Resolved, Ending::Quick];
}

/// What a complaint and a failure need to belong together, and what counts as quick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// A complaint belongs to a failure of the same customer and kind, at most this many days before it.
    pub match_days: u32,
    /// A resolved case is quick if it was closed within this many hours after it was opened.
    pub quick_hours: f64,
}

impl Default for Rules {
    /// 60 days, and 24 hours as in `recovery.desk.quick_hours`.
    fn default() -> Self {
        Rules { match_days: 60, quick_hours: 24.0 }
    }
}

/// A failure of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Episode {
    /// Customer.
    pub customer: u32,
    /// Day.
    pub day: Day,
    /// Kind.
    pub kind: u32,
    /// Row of its complaint.
    pub case: Option<u32>,
    /// Whether the firm noticed it first; the customer then did not choose to speak.
    pub noticed: bool,
    /// How it ended; `None`: the case is open, or does not say whether it was resolved.
    pub ending: Option<Ending>,
}

/// The failures of a log with their complaints.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Episodes {
    /// The failures within the data, by customer and day. Without a table of failures, every complaint is one.
    pub all: Vec<Episode>,
    /// Whether there is a table of failures: otherwise silent failures are not known.
    pub failures_known: bool,
    /// Complaints within the data.
    pub complaints: u64,
    /// Complaints that match no failure.
    pub unmatched: u64,
    /// Cases with a closing date that do not say whether they were resolved.
    pub unknown_outcome: u64,
}

/// How case `row` ended.
pub(crate) fn ending_of_case(log: &Checked<'_>, row: usize, rules: &Rules) -> Option<Ending> {
    let cases = &log.complaints;
    match (at(&cases.resolved, row), at(&cases.closed, row)) {
        (Some(false), _) => Some(Ending::Unresolved),
        (Some(true), Some(closed)) => {
            let hours = f64::from(closed - cases.opened[row]) / 60.0;
            Some(if hours <= rules.quick_hours { Ending::Quick } else { Ending::Resolved })
        }
        (Some(true), None) => Some(Ending::Resolved),
        (None, _) => None,
    }
}

/// Rows in the order of customer and day, those outside the data left out.
fn in_order(customers: &[u32], first: Day, end: Day, day: impl Fn(usize) -> Day) -> Vec<(u64, u32)> {
    let within = |row: &usize| (first..end).contains(&day(*row));
    let key = |row: usize| (u64::from(customers[row]) << 32 | u64::from(day(row).abs_diff(first)), row as u32);
    let mut order: Vec<(u64, u32)> = (0..customers.len()).filter(within).map(key).collect();
    order.sort_unstable();
    order
}

/// Matches complaints with failures. Each complaint, in the order of time, takes the latest failure of its customer and kind
/// that has no complaint yet, on the day of the complaint or up to `match_days` before it. A complaint of unknown kind takes a
/// failure of any kind.
pub fn episodes(log: &Checked<'_>, rules: &Rules) -> Episodes {
    let (first, end) = log.window;
    let cases = &log.complaints;
    let order = in_order(&cases.customer, first, end, |row| day_of(cases.opened[row]));
    let unknown = |&&(_, row): &&(u64, u32)| {
        let row = row as usize;
        at(&cases.closed, row).is_some() && at(&cases.resolved, row).is_none()
    };
    let mut found = Episodes {
        complaints: order.len() as u64,
        unknown_outcome: order.iter().filter(unknown).count() as u64,
        failures_known: log.failures.is_some(),
        ..Episodes::default()
    };
    let Some(failures) = &log.failures else {
        let alone = |&(_, row): &(u64, u32)| {
            let row = row as usize;
            Some(Episode {
                customer: cases.customer[row],
                day: day_of(cases.opened[row]),
                kind: at(&cases.kind, row).or((log.kinds.len() == 1).then_some(0))?,
                case: Some(row as u32),
                noticed: false,
                ending: ending_of_case(log, row, rules),
            })
        };
        found.all = order.iter().filter_map(alone).collect();
        return found;
    };
    let episode = |&(_, row): &(u64, u32)| {
        let row = row as usize;
        let noticed = at(&failures.noticed, row) == Some(true);
        Episode {
            customer: failures.customer[row],
            day: failures.day[row],
            kind: failures.kind[row],
            case: None,
            noticed,
            ending: if noticed { None } else { Some(Ending::Silent) },
        }
    };
    found.all = in_order(&failures.customer, first, end, |row| failures.day[row]).iter().map(episode).collect();
    // Failures of the complaint's customer up to the day of the complaint end at `after`.
    let mut after = 0;
    for &(_, row) in &order {
        let row = row as usize;
        let (customer, opened) = (cases.customer[row], day_of(cases.opened[row]));
        while after < found.all.len() && (found.all[after].customer, found.all[after].day) <= (customer, opened) {
            after += 1;
        }
        let kind = at(&cases.kind, row);
        let near =
            |episode: &&mut Episode| episode.customer == customer && opened.abs_diff(episode.day) <= rules.match_days;
        let mut candidates = found.all[..after].iter_mut().rev().take_while(near);
        match candidates.find(|episode| episode.case.is_none() && kind.is_none_or(|kind| kind == episode.kind)) {
            Some(episode) => {
                episode.case = Some(row as u32);
                episode.ending = ending_of_case(log, row, rules);
            }
            None => found.unmatched += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Ending, Rules, episodes};
    use crate::log::{Complaints, Customers, Failures, Log};

    fn log() -> Log {
        Log {
            segments: vec!["all".into()],
            kinds: vec!["late".into(), "lost".into()],
            severities: vec!["minor".into()],
            severity_of_kind: vec![0, 0],
            window: (0, 1000),
            customers: Customers { segment: vec![0; 3], since: vec![None; 3], left: vec![None; 3] },
            failures: Some(Failures {
                customer: vec![1, 0, 0, 1, 1, 2],
                day: vec![50, 10, 20, 12, 49, 2000],
                kind: vec![0, 0, 0, 1, 0, 0],
                noticed: vec![None, None, None, Some(true), None, None],
            }),
            complaints: Complaints {
                customer: vec![1, 0, 1, 0, 1],
                kind: vec![Some(0), Some(0), None, Some(1), Some(0)],
                opened: [51, 21, 13, 25, 55].map(|day| day * 1440).to_vec(),
                closed: vec![Some(51 * 1440 + 60), Some(30 * 1440), None, None, Some(60 * 1440)],
                resolved: vec![Some(true), Some(true), Some(false), None, None],
                ..Complaints::default()
            },
            ..Log::default()
        }
    }

    #[test]
    fn a_complaint_takes_the_latest_failure_of_its_kind() {
        let log = log();
        let found = episodes(&log.check().expect("it is sound"), &Rules::default());
        let seen: Vec<_> = found.all.iter().map(|e| (e.customer, e.day, e.case, e.noticed, e.ending)).collect();
        assert_eq!(
            seen,
            [
                (0, 10, None, false, Some(Ending::Silent)),
                (0, 20, Some(1), false, Some(Ending::Resolved)),
                (1, 12, Some(2), true, Some(Ending::Unresolved)),
                (1, 49, Some(4), false, None),
                (1, 50, Some(0), false, Some(Ending::Quick)),
            ]
        );
        assert_eq!((found.complaints, found.unmatched, found.unknown_outcome), (5, 1, 1));
        let strict = Rules { match_days: 0, ..Rules::default() };
        assert_eq!(episodes(&log.check().expect("it is sound"), &strict).unmatched, 5);
    }

    #[test]
    fn without_failures_complaints_stand_alone() {
        let mut log = log();
        log.failures = None;
        let found = episodes(&log.check().expect("it is sound"), &Rules::default());
        // The one of unknown kind cannot be told apart.
        assert_eq!(found.all.len(), 4);
        assert!(!found.failures_known && found.all.iter().all(|e| e.case.is_some()));
    }
}
