//! Two cases of one scenario blended: some numbers of the one, the rest of the other.

use std::sync::Arc;

use crate::scenario::failure::Failure;
use crate::scenario::key::Key;
use crate::scenario::parameters::Parameters;

/// What is there without effect in place of an element that one set of parameters lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    /// A failure of rate 0.
    Idle,
    /// A failure that is never in force.
    NeverInForce,
}

/// Gives both cases the same segments, severities, failures and responses in the same order, so that each
/// can take from the other. What one of them lacked is there without effect: a segment without customers,
/// a failure that never happens, a response without money. Neither comes to anything else than before,
/// save by rounding.
pub(crate) fn align(a: &mut Parameters, b: &mut Parameters) {
    align_with(a, b, Missing::Idle);
}

/// [`align`], with what stands for a failure that one of them lacks.
pub(crate) fn align_with(a: &mut Parameters, b: &mut Parameters, missing: Missing) {
    if have_the_same_elements(a, b) {
        // A segment that one of them lives by classes both do.
        for (a, b) in a.segments.iter_mut().zip(&mut b.segments) {
            a.classes |= b.classes;
            b.classes = a.classes;
        }
    } else {
        complete(a, b, missing);
    }
}

/// [`align_with`], whatever elements the two have.
fn complete(a: &mut Parameters, b: &mut Parameters, missing: Missing) {
    let idle = |failure: &mut Failure| match missing {
        Missing::Idle => failure.scale_incidence(0.0),
        Missing::NeverInForce => (failure.first_period, failure.last_period) = (1, 0),
    };
    let severities = union(&a.severities, &b.severities, |s| &s.name);
    let own = [a.severities.clone(), b.severities.clone()];
    for (parameters, own, other) in [(&mut *a, &own[0], &own[1]), (&mut *b, &own[1], &own[0])] {
        parameters.severities = completed(&severities, own, other, |s| &s.name, |s| s.borrowed = true);
        // Failures name their severity by its place, which may have moved.
        for failure in &mut parameters.failures {
            let name = &own[failure.severity].name;
            failure.severity = severities.iter().position(|known| known == name).unwrap_or(0);
        }
    }
    let (before_a, before_b) = (a.clone(), b.clone());
    for (parameters, own, other) in [(a, &before_a, &before_b), (b, &before_b, &before_a)] {
        let names = union(&before_a.segments, &before_b.segments, |s| &s.name);
        parameters.segments = completed(&names, &own.segments, &other.segments, |s| &s.name, |s| s.share = 0.0);
        for segment in &mut parameters.segments {
            let in_other = other.segments.iter().find(|known| known.name == segment.name);
            segment.classes |= in_other.is_some_and(|known| known.classes);
        }
        let names = union(&before_a.failures, &before_b.failures, |f| &f.name);
        parameters.failures = completed(&names, &own.failures, &other.failures, |f| &f.name, idle);
        let names = union(&before_a.responses, &before_b.responses, |r| &r.name);
        parameters.responses =
            completed(&names, &own.responses, &other.responses, |r| &r.name, |r| r.spend_per_year = 0.0);
    }
}

/// Whether both have the same elements in the same order already, as most pairs have.
fn have_the_same_elements(a: &Parameters, b: &Parameters) -> bool {
    fn same<T>(a: &[T], b: &[T], name: impl Fn(&T) -> &Arc<str>) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| name(a) == name(b))
    }
    same(&a.severities, &b.severities, |s| &s.name)
        && same(&a.segments, &b.segments, |s| &s.name)
        && same(&a.failures, &b.failures, |f| &f.name)
        && same(&a.responses, &b.responses, |r| &r.name)
}

fn union<T>(a: &[T], b: &[T], name: impl Fn(&T) -> &Arc<str>) -> Vec<Arc<str>> {
    let mut names: Vec<Arc<str>> = a.iter().map(|item| name(item).clone()).collect();
    for item in b {
        if !names.contains(name(item)) {
            names.push(name(item).clone());
        }
    }
    names
}

/// The elements of those names: one set's own, or the other's made `idle`.
fn completed<T: Clone>(
    names: &[Arc<str>],
    own: &[T],
    other: &[T],
    name_of: impl Fn(&T) -> &Arc<str>,
    idle: impl Fn(&mut T),
) -> Vec<T> {
    let find = |list: &[T], name: &Arc<str>| list.iter().find(|item| name_of(item) == name).cloned();
    let element = |name: &Arc<str>| {
        find(own, name).or_else(|| {
            let mut borrowed = find(other, name)?;
            idle(&mut borrowed);
            Some(borrowed)
        })
    };
    names.iter().filter_map(element).collect()
}

/// Takes what `key` names from `source` into `target`, an aligned case. Where one of them has no desk,
/// a key of the desk takes the whole desk, or its absence; where one has a rate and the other a share, or they count
/// otherwise, a key of incidence takes all of it.
pub fn take(target: &mut Parameters, source: &mut Parameters, key: &Key) {
    match key.parts().as_slice() {
        ["starts"] => {
            target.timing.starts = source.timing.starts;
            target.before.clone_from(&source.before);
        }
        ["ramp_periods"] => {
            target.timing.ramp_periods = source.timing.ramp_periods;
            target.before.clone_from(&source.before);
        }
        ["recovery", "desk", ..] if target.recovery.desk.is_none() || source.recovery.desk.is_none() => {
            target.recovery.desk.clone_from(&source.recovery.desk);
        }
        ["recovery", "compensation_curve"] => {
            target.recovery.compensation_curve = source.recovery.compensation_curve;
        }
        ["acquisition", "policy"] => target.acquisition.policy = source.acquisition.policy,
        ["satisfaction", "drives_repurchase"] => {
            target.satisfaction.drives_repurchase = source.satisfaction.drives_repurchase;
        }
        ["severity", name, "compensation" | "compensation_amount"] => {
            let from = source.severities.iter().find(|severity| &*severity.name == *name);
            let to = target.severities.iter_mut().find(|severity| &*severity.name == *name);
            if let (Some(from), Some(to)) = (from, to) {
                (to.compensation, to.compensation_amount) = (from.compensation, from.compensation_amount);
            }
        }
        ["failure", name, word @ ("severity" | "cause" | "need" | "touchpoint" | "first_period" | "last_period")]
        | ["failure", name, word @ ("rate" | "share" | "per")] => {
            let from = source.failures.iter().find(|failure| &*failure.name == *name);
            let to = target.failures.iter_mut().find(|failure| &*failure.name == *name);
            if let (Some(from), Some(to)) = (from, to) {
                match *word {
                    "severity" => to.severity = from.severity,
                    "cause" => to.cause = from.cause,
                    "need" => to.need = from.need,
                    "touchpoint" => to.touchpoint.clone_from(&from.touchpoint),
                    "first_period" => to.first_period = from.first_period,
                    "last_period" => to.last_period = from.last_period,
                    _ => (to.rate, to.share, to.per) = (from.rate, from.share, from.per),
                }
            }
        }
        ["response", name, "key"] => {
            let from = source.responses.iter().find(|response| &*response.name == *name);
            let to = target.responses.iter_mut().find(|response| &*response.name == *name);
            if let (Some(from), Some(to)) = (from, to) {
                to.key.clone_from(&from.key);
            }
        }
        _ => match source.number_mut(key).copied() {
            Some(from) => {
                target.set_number(key, from);
            }
            None => target.unset(key),
        },
    }
}

/// The keys of `candidates` by which two aligned cases differ; those of a desk that one of them lacks as
/// one, `recovery.desk`.
pub(crate) fn differing(a: &Parameters, b: &Parameters, candidates: &[Key]) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    let one_desk = a.recovery.desk.is_some() != b.recovery.desk.is_some();
    for key in candidates {
        let desk = one_desk && key.parts().starts_with(&["recovery", "desk"]);
        let key = match key.parts().as_slice() {
            _ if desk => Key::from_parts(["recovery", "desk"]),
            // What is written in one of two ways differs once.
            ["failure", name, "share" | "per"] if counts_otherwise(a, b, name) => {
                Key::from_parts(["failure", *name, "rate"])
            }
            ["severity", name, "compensation_amount"] => Key::from_parts(["severity", *name, "compensation"]),
            _ => key.clone(),
        };
        let (mut taken, mut source) = (a.clone(), b.clone());
        take(&mut taken, &mut source, &key);
        if taken != *a && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// Whether a failure has a rate in one set and a share in the other, or the two count otherwise.
fn counts_otherwise(a: &Parameters, b: &Parameters, name: &str) -> bool {
    let counts = |parameters: &Parameters| {
        let failure = parameters.failures.iter().find(|failure| &*failure.name == name)?;
        Some((failure.share.is_some(), failure.per))
    };
    counts(a) != counts(b)
}

#[cfg(test)]
mod tests {
    use crate::input::build::StudyBuilder;
    use crate::input::shipped::STUDIES;
    use crate::scenario::blend::{Missing, align, align_with, complete, differing, have_the_same_elements, take};

    #[test]
    fn a_pair_with_the_same_elements_is_aligned_as_any_other() {
        let mut quick = 0;
        for (name, _) in STUDIES {
            let study = StudyBuilder::builtin(name).study();
            let cases: Vec<_> =
                study.scenarios.iter().flat_map(|s| &s.strategies).map(|s| &s.parameters.point).collect();
            for (a, b) in cases.iter().flat_map(|a| cases.iter().map(move |b| (a, b))) {
                let [mut one, mut other] = [0, 1].map(|_| [(*a).clone(), (*b).clone()]);
                // Classes in one of them alone too.
                if let Some(segment) = one[0].segments.first_mut() {
                    segment.classes = !segment.classes;
                    other[0].segments[0].classes = segment.classes;
                }
                quick += u32::from(have_the_same_elements(&one[0], &one[1]));
                let ([a, b], [c, d]) = (&mut one, &mut other);
                align_with(a, b, Missing::NeverInForce);
                complete(c, d, Missing::NeverInForce);
                assert_eq!(one, other, "{name}");
            }
        }
        assert!(quick > 0);
    }

    #[test]
    fn taking_all_that_differs_makes_the_other_case() {
        let study = StudyBuilder::builtin("city-hotel").study();
        let strategies = &study.scenarios[0].strategies;
        for a in strategies {
            for b in strategies {
                let (mut from, mut to) = (b.parameters.point.clone(), a.parameters.point.clone());
                align(&mut to, &mut from);
                let changes: Vec<_> = a.changes.iter().chain(&b.changes).cloned().collect();
                let keys = differing(&to, &from, &changes);
                for key in &keys {
                    take(&mut to, &mut from, key);
                }
                assert_eq!(to, from, "{} to {}", a.name, b.name);
            }
        }
    }
}
