//! The answer before the simulations: the expected engine in the first parameter draws.

use crate::analysis::summary::best_of;
use crate::engine::evaluate::Evaluator;
use crate::scenario::study::Study;
use crate::stats::band::Band;

/// Draws that a preview takes at most: a tenth of a second for a study of ordinary size.
const MOST_DRAWS: u64 = 1_000;

/// What the expected engine says of the first scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Parameter draws.
    pub draws: u64,
    /// The strategy with the highest mean NPV.
    pub best: usize,
    /// Its NPV less the reference's, money.
    pub difference: Band,
}

/// A preview of a run: the first of its parameter draws, in the first scenario. `None` where there is nothing to compare, or the
/// expected engine does not apply.
pub fn preview(study: &Study) -> Option<Preview> {
    let scenario = &study.scenarios[0];
    if study.has_contagion() || scenario.strategies.len() < 2 {
        return None;
    }
    let evaluator = Evaluator::new(study, scenario);
    let draws = evaluator.draws(study.settings.draws.min(MOST_DRAWS));
    let records = evaluator.records_at(&draws);
    let npv = |strategy: usize| records.iter().map(|of_draw| of_draw[strategy].npv()).collect::<Vec<f64>>();
    let npvs: Vec<Vec<f64>> = (0..evaluator.strategies()).map(npv).collect();
    let best = best_of(&npvs.iter().map(|npv| npv.iter().sum()).collect::<Vec<f64>>());
    let difference = Band::of(npvs[best].iter().zip(&npvs[0]).map(|(a, b)| a - b).collect());
    Some(Preview { draws: draws.len() as u64, best, difference })
}

#[cfg(test)]
mod tests {
    use super::preview;
    use crate::engine::evaluate::Evaluator;
    use crate::input::{Request, load};

    #[test]
    fn a_preview_is_the_mean_of_the_first_draws() {
        let study = load(&Request::builtin("city-hotel")).unwrap().study;
        let found = preview(&study).unwrap();
        assert_eq!(found.draws, 1_000);
        let evaluator = Evaluator::new(&study, &study.scenarios[0]);
        let difference = |values: &Vec<f64>| {
            let npv = |strategy| evaluator.record(strategy, values).npv();
            npv(found.best) - npv(0)
        };
        let mean = evaluator.draws(1_000).iter().map(difference).sum::<f64>() / 1_000.0;
        assert!((found.difference.mean - mean).abs() < 1e-9 * mean.abs());
        assert!(found.best > 0 && found.difference.p05 < mean && mean < found.difference.p95);
    }

    #[test]
    fn a_study_with_one_strategy_has_none() {
        let mut study = load(&Request::builtin("city-hotel")).unwrap().study;
        study.scenarios[0].strategies.truncate(1);
        assert_eq!(preview(&study), None);
    }
}
