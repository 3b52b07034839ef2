//! A study as a function of chosen numbers: the expected engine at any values of them, for methods from outside.

use crate::analysis::lever::Lever;
use crate::analysis::sensitivity::with_draws;
use crate::ask::{Subject, Unanswered, all, unanswerable};
use crate::diagnostic::Diagnostic;
use crate::engine::evaluate::{Evaluator, Moved, each};
use crate::engine::records::Record;
use crate::input::hint::did_you_mean;
use crate::scenario::key::Key;
use crate::scenario::study::{Scenario, Study, UncertainNumber};

/// What is computed for each strategy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PointOutput {
    /// Net present value, money.
    #[default]
    Npv,
    /// Net present value less that of the reference at the same values, money.
    Difference,
    /// Present value of contribution, money.
    Contribution,
    /// Present value of programme cost, money.
    Programme,
    /// Customers lost over the horizon.
    Lost,
}

impl PointOutput {
    /// Every output and its name.
    pub const ALL: [(&'static str, PointOutput); 5] = [
        ("npv", PointOutput::Npv),
        ("difference", PointOutput::Difference),
        ("contribution", PointOutput::Contribution),
        ("programme", PointOutput::Programme),
        ("lost", PointOutput::Lost),
    ];

    /// The output of that name.
    ///
    /// # Errors
    /// There is none.
    pub fn named(name: &str) -> Result<Self, Diagnostic> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, output)| *output);
        found.ok_or_else(|| {
            let names: Vec<String> = Self::ALL.iter().map(|(name, _)| format!("`{name}`")).collect();
            unanswerable(format!("no output `{name}`"), &format!("there is {}", names.join(", ")))
        })
    }
}

/// Of which numbers the study is a function, and what its value is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PointsQuestion {
    /// The numbers: uncertain inputs by their names, or other keys; all uncertain inputs where none is named.
    pub keys: Vec<String>,
    /// Names of strategies; all where none is named.
    pub strategies: Vec<String>,
    /// What is computed.
    pub output: PointOutput,
}

/// A number that is chosen.
#[derive(Clone, Debug)]
enum Chosen {
    /// An uncertain input, by its column.
    Input(usize),
    /// Another number.
    Lever(Lever),
}

/// The expected engine as a function of chosen numbers; the others stay at their point values. Points and values are rows, one
/// after the other.
#[derive(Clone, Debug)]
pub struct Points<'a> {
    evaluator: Evaluator<'a>,
    scenario: &'a Scenario,
    chosen: Vec<Chosen>,
    names: Vec<String>,
    strategies: Vec<usize>,
    output: PointOutput,
}

/// The study as [`Points`] take it: with draws, whatever its settings, so that its uncertain numbers are inputs.
pub fn study_of_points(study: &Study) -> Study {
    with_draws(study)
}

impl<'a> Points<'a> {
    /// The function that `question` names; `subject` is of a study by [`study_of_points`].
    ///
    /// # Errors
    /// A key or a strategy that the scenario does not have, a key that is named twice, or a study that spreads by contagion.
    pub fn new(subject: &Subject<'a>, question: &PointsQuestion) -> Result<Self, Unanswered> {
        let evaluator = subject.evaluator()?;
        let scenario = subject.scenario();
        let every: Vec<usize> = (0..scenario.strategies.len()).collect();
        let strategies = match &question.strategies[..] {
            [] => every.clone(),
            names => all(names.iter().map(|name| subject.find_strategy(name)))?,
        };
        let columns = evaluator.inputs().columns().to_vec();
        let wanted = if question.keys.is_empty() { columns.clone() } else { question.keys.clone() };
        if wanted.is_empty() {
            let message = "nothing in the study is uncertain, so the keys must be named".to_string();
            return Err(unanswerable(message, "name the keys that the function takes").into());
        }
        let choose = |name: &String| -> Result<(String, Chosen), Diagnostic> {
            let written = Key::parse(name).map_or_else(|| name.clone(), |key| key.to_string());
            if let Some(column) = columns.iter().position(|column| *column == written) {
                return Ok((written, Chosen::Input(column)));
            }
            let rivals: Vec<usize> = every.iter().copied().filter(|strategy| *strategy > 0).collect();
            let lever = Lever::named(name, scenario, if rivals.is_empty() { &every } else { &rivals });
            let lever =
                lever.map_err(|diagnostic| match did_you_mean(&written, columns.iter().map(String::as_str)) {
                    Some(near) if diagnostic.help.is_none() => diagnostic.with_help(near),
                    _ => diagnostic,
                })?;
            Ok((lever.key.to_string(), Chosen::Lever(lever)))
        };
        let (names, chosen): (Vec<String>, Vec<Chosen>) = all(wanted.iter().map(choose))?.into_iter().unzip();
        if let Some(twice) = names.iter().enumerate().find(|(i, name)| names[..*i].contains(name)) {
            return Err(unanswerable(format!("`{}` is named twice", twice.1), "name each key once").into());
        }
        Ok(Points { evaluator, scenario, chosen, names, strategies, output: question.output })
    }

    /// The numbers, in the order of the columns of a point.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Names of the strategies, in the order of the columns of a value.
    pub fn strategies(&self) -> Vec<&'a str> {
        self.strategies.iter().map(|&strategy| &*self.scenario.strategies[strategy].name).collect()
    }

    /// The point value of each number.
    pub fn point(&self) -> Vec<f64> {
        let inputs = self.evaluator.inputs().point_values();
        self.chosen.iter().map(|chosen| of_chosen(chosen, &inputs)).collect()
    }

    /// Of each number the 5 % and the 95 % quantile; the domain of one that is not uncertain, which may have no end.
    pub fn bounds(&self) -> Vec<[f64; 2]> {
        let bounds = |chosen: &Chosen| match chosen {
            Chosen::Input(column) => [0.05, 0.95].map(|u| quantile(self.number(*column), u)),
            Chosen::Lever(lever) => lever.bounds,
        };
        self.chosen.iter().map(bounds).collect()
    }

    /// The first `count` parameter draws of the study, correlations and orders included, over all cores.
    ///
    /// # Errors
    /// A stop.
    pub fn sample(&self, count: u64) -> Result<Vec<f64>, Unanswered> {
        let inputs = self.evaluator.inputs();
        self.rows(count as usize, |draw| {
            let values = inputs.values(draw as u64);
            Ok(self.chosen.iter().map(|chosen| of_chosen(chosen, &values)).collect())
        })
    }

    /// Quantiles of the numbers, each by itself, at probabilities strictly between 0 and 1, over all cores.
    ///
    /// # Errors
    /// A probability outside, rows of another length, a number that is not uncertain, or a stop.
    pub fn quantiles(&self, probabilities: &[f64]) -> Result<Vec<f64>, Unanswered> {
        self.is_of_rows(probabilities)?;
        let number = |row: usize, (chosen, &u): (&Chosen, &f64)| match chosen {
            Chosen::Lever(lever) => {
                let message = format!("`{}` is not uncertain and has no quantiles", lever.key);
                Err(unanswerable(message, "leave it out, or give it a distribution in the study"))
            }
            Chosen::Input(column) if u > 0.0 && u < 1.0 => Ok(quantile(self.number(*column), u)),
            Chosen::Input(_) => {
                let message = format!("probability {u} in row {row} does not lie between 0 and 1");
                Err(unanswerable(message, "give probabilities above 0 and below 1"))
            }
        };
        let columns = self.chosen.len();
        self.rows(probabilities.len() / columns, |row| {
            let of_row = &probabilities[row * columns..][..columns];
            self.chosen.iter().zip(of_row).map(|pair| number(row, pair)).collect()
        })
    }

    /// The value of every strategy at each point, over all cores.
    ///
    /// # Errors
    /// Rows of another length, a value that its number cannot take, or a stop.
    pub fn at(&self, points: &[f64]) -> Result<Vec<f64>, Unanswered> {
        self.is_of_rows(points)?;
        let base = self.evaluator.inputs().point_values();
        let rows = points.len() / self.chosen.len();
        self.rows(rows, |row| {
            let point = &points[row * self.chosen.len()..][..self.chosen.len()];
            self.row(row, point, base.clone())
        })
    }

    /// The values of so many rows, over all cores, until a stop.
    fn rows(
        &self,
        count: usize,
        row: impl Fn(usize) -> Result<Vec<f64>, Diagnostic> + Sync + Send,
    ) -> Result<Vec<f64>, Unanswered> {
        let values = each(count, |i| if self.evaluator.is_stopped() { Ok(Vec::new()) } else { row(i) });
        if self.evaluator.is_stopped() {
            return Err(Unanswered::Interrupted);
        }
        let values: Vec<Vec<f64>> = values.into_iter().collect::<Result<_, _>>()?;
        Ok(values.concat())
    }

    fn row(&self, row: usize, point: &[f64], mut values: Vec<f64>) -> Result<Vec<f64>, Diagnostic> {
        let mut levers: Vec<(&Lever, Moved<'_>)> = Vec::new();
        let in_row = |diagnostic: Diagnostic| {
            let message = format!("row {row}: {}", diagnostic.message);
            Diagnostic { message, ..diagnostic }
        };
        for ((chosen, name), &value) in self.chosen.iter().zip(&self.names).zip(point) {
            match chosen {
                Chosen::Input(column) => {
                    let UncertainNumber { least, greatest, .. } = self.number(*column);
                    if !(value >= *least && value <= *greatest) {
                        let message = format!("row {row}: `{name}` ({value}) must lie from {least} to {greatest}");
                        return Err(Diagnostic::error("S012", message));
                    }
                    values[*column] = value;
                }
                Chosen::Lever(lever) => {
                    lever.accepts(value, self.scenario).map_err(in_row)?;
                    levers.push((lever, lever.at(value)));
                }
            }
        }
        let record = |strategy: usize| {
            let moved: Vec<Moved<'_>> =
                levers.iter().filter(|(lever, _)| lever.moves(strategy)).map(|(_, moved)| *moved).collect();
            match &moved[..] {
                [] => self.evaluator.record(strategy, &values),
                moved => self.evaluator.record_with(strategy, &values, moved),
            }
        };
        let npv_of_reference = (self.output == PointOutput::Difference).then(|| record(0).npv());
        let value = |&strategy: &usize| {
            if strategy == 0 && npv_of_reference.is_some() {
                return 0.0;
            }
            let Record { contribution, programme, lost } = record(strategy);
            match self.output {
                PointOutput::Npv => contribution - programme,
                PointOutput::Difference => contribution - programme - npv_of_reference.unwrap_or_default(),
                PointOutput::Contribution => contribution,
                PointOutput::Programme => programme,
                PointOutput::Lost => lost,
            }
        };
        Ok(self.strategies.iter().map(value).collect())
    }

    fn is_of_rows(&self, numbers: &[f64]) -> Result<(), Diagnostic> {
        if numbers.len().is_multiple_of(self.chosen.len()) {
            return Ok(());
        }
        let message = format!("{} numbers are no rows of {}", numbers.len(), self.chosen.len());
        Err(unanswerable(message, "give each point a value for every key"))
    }

    fn number(&self, column: usize) -> &UncertainNumber {
        &self.evaluator.inputs().numbers()[column]
    }
}

fn of_chosen(chosen: &Chosen, inputs: &[f64]) -> f64 {
    match chosen {
        Chosen::Input(column) => inputs[*column],
        Chosen::Lever(lever) => lever.current.unwrap_or(f64::NAN),
    }
}

fn quantile(number: &UncertainNumber, u: f64) -> f64 {
    number.distribution.quantile(u).clamp(number.least, number.greatest)
}

#[cfg(test)]
mod tests {
    use crate::ask::points::{PointOutput, Points, PointsQuestion, study_of_points};
    use crate::ask::{Subject, Unanswered};
    use crate::engine::evaluate::Evaluator;
    use crate::input::{Request, load};
    use crate::scenario::study::Study;

    fn hotel() -> Study {
        study_of_points(&load(&Request::builtin("city-hotel")).expect("it is shipped").study)
    }

    #[test]
    fn the_function_is_the_expected_engine() {
        let study = hotel();
        let subject = Subject::new(&study, None).unwrap();
        let points = Points::new(&subject, &PointsQuestion::default()).unwrap();
        let evaluator = Evaluator::new(&study, &study.scenarios[0]);
        let draws = points.sample(3).unwrap();
        let values = points.at(&draws).unwrap();
        let strategies = points.strategies().len();
        assert_eq!(values.len(), 3 * strategies);
        for (row, draw) in (0..3).enumerate() {
            let inputs = evaluator.inputs().values(draw);
            assert_eq!(draws[row * inputs.len()..][..inputs.len()], inputs);
            for strategy in 0..strategies {
                assert_eq!(values[row * strategies + strategy], evaluator.record(strategy, &inputs).npv());
            }
        }
    }

    #[test]
    fn levers_move_where_they_act_and_bad_values_are_refused() {
        let study = hotel();
        let subject = Subject::new(&study, None).unwrap();
        let keys = vec!["voice.solicit".to_string(), "acquisition.cost_ratio".to_string()];
        let strategies = vec!["today".to_string(), "ask".to_string()];
        let question = PointsQuestion { keys, strategies, output: PointOutput::Difference };
        let points = Points::new(&subject, &question).unwrap();
        let values = points.at(&[0.1, 5.0, 0.6, 5.0]).unwrap();
        assert!(values[0] == 0.0 && values[2] == 0.0 && values[1] != values[3], "{values:?}");
        let refused = |points: Result<Vec<f64>, Unanswered>| match points {
            Err(Unanswered::Refused(wrong)) => wrong[0].code,
            _ => "none",
        };
        assert_eq!(refused(points.at(&[2.0, 5.0])), "S012");
        assert_eq!(refused(points.at(&[f64::NAN, 5.0])), "S012");
        assert_eq!(refused(points.at(&[0.5])), "S066");
        assert_eq!(refused(points.quantiles(&[0.5, 0.5])), "S066");
        let twice = PointsQuestion { keys: vec!["voice.solicit".into(); 2], ..question };
        assert!(matches!(Points::new(&subject, &twice), Err(Unanswered::Refused(_))));
    }
}
