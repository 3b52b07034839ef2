//! Whether the best strategy stays the best in other models.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::analysis::json::{by_strategy, variants as variants_json};
use crate::analysis::variants::{Variants, Which, variants};
use crate::ask::{Answer, Question, Subject, Unanswered};
use crate::input::refuse_contagion;

/// Which strategy is the best in each model variant? At the point values, by the expected engine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VariantsQuestion;

/// What the strategies of a scenario come to in each model variant.
#[derive(Clone, Debug)]
pub struct VariantsFound(pub Variants);

impl VariantsFound {
    /// The strategies that come to the same as the best one in the model as it is.
    pub fn equals(&self) -> Vec<usize> {
        let Variants { differences, best, .. } = &self.0;
        (0..differences.len()).filter(|s| s != best && differences[*s] == differences[*best]).collect()
    }
}

impl Serialize for VariantsFound {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let found = &self.0;
        let impossible = |which: &Which| json!({ "name": which.name(), "what": which.what() });
        json!({
            "reference": &*found.strategies[0],
            "best": &*found.strategies[found.best],
            "differences": by_strategy(found, &found.differences),
            "holding": found.holding(found.best),
            "variants": variants_json(found),
            "impossible": found.impossible.iter().map(impossible).collect::<Vec<Value>>(),
        })
        .serialize(serializer)
    }
}

impl Question for VariantsQuestion {
    type Found = VariantsFound;
    const COMMAND: &'static str = "variants";
    const IS_AT_POINT_VALUES: bool = true;

    /// Asks it.
    ///
    /// # Errors
    /// The study spreads by contagion, which the expected engine leaves out, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<VariantsFound>, Unanswered> {
        refuse_contagion(subject.study())?;
        subject.answer(VariantsFound(variants(subject.scenario())), Vec::new())
    }
}
