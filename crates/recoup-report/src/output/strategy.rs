//! When a strategy acts, in words.

use crate::analysis::assumptions::{Change, Setting};
use crate::analysis::sweep::unit;
use crate::language::{Locale, tr};
use crate::output::level::short_level;

/// The number of a strategy that differs from the reference's, by its one-part key.
fn own(changes: &[Change], strategy: &str, key: &str) -> Option<f64> {
    let change = changes.iter().find(|change| *change.strategy == *strategy && change.key.parts() == [key])?;
    change.to.map(|setting| setting.value)
}

/// The first period in which a strategy acts, counted from 1.
pub fn starts(changes: &[Change], strategy: &str) -> u64 {
    own(changes, strategy, "starts").map_or(1, |number| number as u64)
}

/// "starts in month 7 and ramps up over 6 months"; none where a strategy acts at once.
pub fn timing(locale: &Locale, changes: &[Change], strategy: &str, period: &str) -> Option<String> {
    let (starts, ramp) = (starts(changes, strategy), own(changes, strategy, "ramp_periods").unwrap_or(0.0) as u64);
    (starts > 1 || ramp > 0).then(|| {
        tr!(
            locale,
            "strategy-timing",
            when = locale.period(starts, period),
            ramp = if ramp > 0 { "yes" } else { "no" },
            over = locale.periods(ramp, period),
        )
    })
}

/// What a strategy does differently from the reference, in the labels of keys: first what it does, then what that costs, of all that
/// at most so many changes. Empty where it does nothing.
pub fn does(
    locale: &Locale,
    changes: &[Change],
    strategy: &str,
    most: usize,
    label: impl Fn(&str) -> String,
) -> String {
    let mut own: Vec<&Change> = changes
        .iter()
        .filter(|change| *change.strategy == *strategy && (change.from.is_some() || change.to.is_some()))
        .filter(|change| match change.key.parts().as_slice() {
            ["starts" | "ramp_periods"] => false,
            // Of a new response, what is spent on it.
            ["response", _, field] => change.from.is_some() || *field == "spend_per_year",
            _ => true,
        })
        .collect();
    let is_price = |change: &&Change| {
        let parts = change.key.parts();
        parts.first() == Some(&"costs") || parts.last().is_some_and(|last| last.contains("cost"))
    };
    own.sort_by_key(is_price);
    let one = |change: &&Change| {
        let level = |setting: Setting| short_level(locale, setting.value, unit(&change.key));
        let key = change.key.to_string();
        let label = tr!(locale, "strategy-lever", key = key.replace(['.', '_'], "-"), label = label(&key));
        match (change.from.map(level), change.to.map(level)) {
            (Some(from), Some(to)) => tr!(locale, "strategy-change", label = label, from = from, to = to),
            (None, Some(to)) => tr!(locale, "strategy-change-new", label = label, to = to),
            _ => tr!(locale, "strategy-change-gone", label = label),
        }
    };
    let mut told: Vec<String> = own.iter().take(most).map(one).collect();
    if own.len() > most {
        told.push(tr!(locale, "strategy-changes-more", number = own.len() - most));
    }
    told.join(&tr!(locale, "strategy-changes-between"))
}

#[cfg(test)]
mod tests {
    use crate::analysis::assumptions::changes;
    use crate::input::{Request, load};
    use crate::language::{Language, Locale};
    use crate::output::strategy::{starts, timing};

    #[test]
    fn a_strategy_that_starts_late_or_ramps_says_so_from_1() {
        let mut request = Request::builtin("city-hotel");
        request.set = ["strategy.ask.starts=7", "strategy.ask.ramp_periods=6", "strategy.prevent.starts=13"]
            .map(String::from)
            .to_vec();
        let study = load(&request).unwrap().study;
        let changes = changes(&study.scenarios[0]);
        let locale = Locale::of(Language::English);
        let timed = |name: &str| timing(locale, &changes, name, "month");
        assert_eq!(timed("ask").as_deref(), Some("starts in month 7 and ramps up over 6 months"));
        assert_eq!(timed("prevent").as_deref(), Some("starts in month 13"));
        assert_eq!((timed("answer fast"), timed("today")), (None, None));
        assert_eq!((starts(&changes, "ask"), starts(&changes, "today")), (7, 1));
        let ask = changes.iter().find(|c| &*c.strategy == "ask" && c.key.to_string() == "starts").unwrap();
        assert_eq!((ask.from.unwrap().value, ask.to.unwrap().value), (1.0, 7.0), "told from 1");
    }
}
