//! Mean repurchase after a failure, in closed form.

use crate::analysis::paradox::tree::{Chances, Meaning, Measure, Values};
use crate::model::loyalty::Conditions;
use crate::model::route::DeskRules;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Views;

/// Mean repurchase over the window after a first failure of kind `failure`, for a customer of base
/// loyalty `base`, when the desk has nothing else to do:
/// R = (1-c) n + c [(1-r) u + r ((1-q) s + q f)], with the routes and the front line of the parameters.
pub fn mean_repurchase(parameters: &Parameters, failure: usize, base: f64) -> f64 {
    let values = Values::of(parameters, failure, Measure::Repurchase, &[(base, 1.0)], Conditions::default());
    values.after(
        Meaning::Population,
        &Chances::of(parameters, failure, DeskRules::new(&Views::new(parameters)).service(0.0)),
    )
}
