//! When a strategy starts and how it ramps: which kernel holds in which period.

use std::sync::Arc;

use crate::model::customer::CustomerRules;
use crate::model::kernel::Kernel;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::{Pair, Views};

/// The kernels of a life, each from its first period on.
#[derive(Clone, Debug)]
pub struct Schedule {
    phases: Vec<Phase>,
    /// First period in which the strategy acts, 0-based.
    starts: u32,
}

/// A kernel and when it begins to hold.
#[derive(Clone, Debug)]
pub struct Phase {
    /// First period, 0-based.
    pub first: u32,
    /// What holds from then on.
    pub kernel: Kernel,
}

impl Schedule {
    /// The schedule of parameters whose uncertain numbers are drawn and whose responses have acted.
    pub fn new(parameters: &Parameters) -> Self {
        Schedule::of(parameters.clone())
    }

    /// The same, and takes the parameters.
    pub(crate) fn of(parameters: Parameters) -> Self {
        Schedule::edited(parameters, |_| ())
    }

    /// The same with every case that holds in it changed, as each segment meets it, before they are mixed.
    pub(crate) fn edited(mut parameters: Parameters, change: impl Fn(&mut Parameters)) -> Self {
        let views = |parameters: Parameters| {
            let mut views = Views::of(parameters);
            views.edit(&change);
            views
        };
        let (timing, periods) = (parameters.timing, parameters.horizon.periods);
        let Some(before) = parameters.before.take().filter(|_| !timing.is_immediate()) else {
            let views = views(parameters);
            let with_tenure = CustomerRules::tells_newcomers_apart(views.study());
            return Schedule { phases: vec![Phase { first: 0, kernel: Kernel::of(&views, with_tenure) }], starts: 0 };
        };
        let pair = Pair::new(Arc::unwrap_or_clone(before), parameters);
        let (from, to) = (views(pair.from), views(pair.to));
        // Every kernel has the same states, so that customers go on in theirs.
        let with_tenure = [&from, &to].iter().any(|views| CustomerRules::tells_newcomers_apart(views.study()));
        let mut phases = Vec::new();
        if timing.starts > 0 {
            phases.push(Phase { first: 0, kernel: Kernel::of(&from, with_tenure) });
        }
        let full = timing.starts.saturating_add(timing.ramp_periods).min(periods);
        for t in timing.starts..full {
            let w = timing.progress(t);
            if w >= 1.0 {
                break;
            }
            phases.push(Phase { first: t, kernel: Kernel::of(&Views::ramped(&from, &to, w), with_tenure) });
        }
        if full < periods {
            phases.push(Phase { first: full, kernel: Kernel::of(&to, with_tenure) });
        }
        Schedule { phases, starts: timing.starts }
    }

    /// The schedule of cases of which each applies from its first period until the next begins; the first begins with period
    /// 0, and setup is paid there. Numbers are drawn and responses have acted; all have the same segments, failures and
    /// severities in the same order.
    ///
    /// One case is its own [`Schedule::of`], to the last bit.
    pub(crate) fn switching(cases: Vec<(u32, Parameters)>) -> Self {
        let views: Vec<(u32, Views)> = cases.into_iter().map(|(first, case)| (first, Views::of(case))).collect();
        let with_tenure = views.iter().any(|(_, views)| CustomerRules::tells_newcomers_apart(views.study()));
        let phase = |(first, views): &(u32, Views)| Phase { first: *first, kernel: Kernel::of(views, with_tenure) };
        Schedule { phases: views.iter().map(phase).collect(), starts: 0 }
    }

    /// A schedule of those phases, the first of which begins with period 0.
    pub(crate) fn of_phases(phases: Vec<Phase>, starts: u32) -> Self {
        Schedule { phases, starts }
    }

    /// The phases, in their order.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// First period in which the strategy acts, 0-based: setup is paid then.
    pub(crate) fn starts(&self) -> u32 {
        self.starts
    }

    /// The kernel of the first period. Span, people, segments and kinds are the same in all.
    pub fn first(&self) -> &Kernel {
        &self.phases[0].kernel
    }

    /// The kernel that holds in period `t`.
    pub(crate) fn at(&self, t: u32) -> &Kernel {
        let phase = self.phases.partition_point(|phase| phase.first <= t).saturating_sub(1);
        &self.phases[phase].kernel
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::evaluate::{expected_record, expected_record_of};
    use crate::input::{Request, load};
    use crate::model::schedule::Schedule;

    #[test]
    fn a_switch_is_a_late_start() {
        for strategy in ["ask and answer", "prevent"] {
            let mut request = Request::builtin("city-hotel");
            request.set = vec![format!("strategy.{strategy:?}.starts=7")];
            let study = load(&request).unwrap().study;
            let strategies = &study.scenarios[0].strategies;
            let own = &strategies.iter().find(|s| &*s.name == strategy).unwrap().parameters;
            let [before, late] = [&strategies[0].parameters, own].map(|parameters| parameters.with_point_values());
            let mut after = late.clone();
            after.before = None;
            let switched = |cases| expected_record_of(&Schedule::switching(cases));
            let expected = expected_record(&late);
            assert_eq!(switched(vec![(0, before.clone()), (6, after.clone())]), expected);
            // A switch to the same is none.
            let twice = vec![(0, before.clone()), (3, before.clone()), (6, after.clone()), (12, after)];
            assert_eq!(switched(twice), expected);
            assert_eq!(switched(vec![(0, before.clone())]), expected_record(&before));
        }
    }
}
