//! When a strategy acts, in words.

use crate::analysis::assumptions::Change;
use crate::language::{Locale, tr};

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
