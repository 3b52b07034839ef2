//! Studies of tests, in which a test states only its edits.

use recoup::engine::progress::NoProgress;
use recoup::engine::simulate::{Results, simulate};
use recoup::input::source::Origin;
use recoup::input::{Request, load};
use recoup::model::schedule::Schedule;
use recoup::scenario::parameters::Parameters;
use recoup::scenario::study::{EngineKind, Study};

/// One segment, one kind of major failure, nobody bought back.
pub(crate) const PLAIN: &str = r#"
extends = "preset:tarp-major"
[horizon]
period = "month"
periods = 36
[market]
customers = 100_000
prospects = 400_000
[[segment]]
name = "all"
share = 1.0
purchases_per_year = 2.0
margin = 60.0
retention_cost = 12.0
base_loyalty = 0.87
[[failure]]
name = "trouble"
severity = "major"
rate = 0.10
[acquisition]
policy = "none"
[study]
draws = 1
"#;

/// Two segments, three kinds, both severities and every rule at work; no clamp binds.
pub(crate) const RICH: &str = r#"
[horizon]
period = "quarter"
periods = 12
[market]
customers = 100_000
prospects = 300_000
[[segment]]
name = "few"
share = 0.3
purchases_per_year = 6.0
margin = 80.0
retention_cost = 30.0
base_loyalty = 0.90
[[segment]]
name = "many"
share = 0.7
purchases_per_year = 1.5
margin = 60.0
retention_cost = 12.0
base_loyalty = 0.85
[[failure]]
name = "delay"
severity = "minor"
rate = 0.06
detected = 0.1
stability = 0.5
[[failure]]
name = "loss"
severity = "major"
rate = 0.01
control = 1.0
[[failure]]
name = "outage"
severity = "major"
per = "year"
rate = 0.8
first_period = 4
last_period = 5
[severity.minor]
loss = 40.0
satisfaction_drop = 1.0
complain = 0.2
repurchase = { silent = 0.37, unresolved = 0.46, resolved = 0.70, quick = 0.95 }
[severity.major]
loss = 150.0
satisfaction_drop = 2.5
complain = 0.4
repurchase = { silent = 0.20, unresolved = 0.15, resolved = 0.54, quick = 0.92 }
[loyalty]
selection_share = 0.5
repeat_log_odds = 0.5
double_deviation_log_odds = 0.9
stability_log_odds = 0.3
control_log_odds = 0.2
memory_years = 0.7
[voice]
solicit = 0.2
solicit_cost = 0.3
[recovery]
front_line_share = 0.4
front_line_resolves = 0.5
resolves = 0.5
resolves_max = 0.8
compensation = 0.4
[recovery.desk]
agents = 60
handle_minutes = 20
contacts_per_case = 1.5
hours_per_week = 60
[word_of_mouth]
told = { silent = 9.5, unresolved = 12.0, resolved = 5.0, quick = 6.0 }
public_share = 0.02
public_audience = 40
[acquisition]
policy = "none"
[learning]
rate = 0.4
[costs]
agent_per_year = 40_000
setup = 10_000
training_per_year = 5_000
detection_per_customer_year = 0.1
[study]
draws = 1
"#;

/// A study in the making.
#[derive(Clone)]
pub(crate) struct Build(pub Request);

/// Starts from a text.
pub(crate) fn text(text: &str) -> Build {
    Build(Request::new(Origin::Text { name: "study".into(), text: text.into() }))
}

/// Starts from a study that the program carries.
pub(crate) fn builtin(name: &str) -> Build {
    Build(Request::builtin(name))
}

impl Build {
    /// Replaces a piece of the text, which must be there.
    pub(crate) fn edit(mut self, from: &str, to: &str) -> Self {
        if let Origin::Text { text, .. } = &mut self.0.origin {
            assert!(text.contains(from), "the text has no `{from}`");
            *text = text.replace(from, to);
        }
        self
    }

    /// Appends to the text.
    pub(crate) fn and(mut self, more: &str) -> Self {
        if let Origin::Text { text, .. } = &mut self.0.origin {
            text.push('\n');
            text.push_str(more);
        }
        self
    }

    pub(crate) fn set(mut self, key: &str, value: impl ToString) -> Self {
        self.0.set.push(format!("{key}={}", value.to_string()));
        self
    }

    pub(crate) fn cohort(mut self, draws: u64, replicates: u64) -> Self {
        (self.0.engine, self.0.draws, self.0.replicates) = (Some(EngineKind::Cohort), Some(draws), Some(replicates));
        self
    }

    pub(crate) fn agents(mut self, draws: u64, replicates: u64) -> Self {
        (self.0.engine, self.0.draws, self.0.replicates) = (Some(EngineKind::Agents), Some(draws), Some(replicates));
        self
    }

    pub(crate) fn expected(mut self, draws: u64) -> Self {
        (self.0.engine, self.0.draws, self.0.replicates) = (Some(EngineKind::Expected), Some(draws), Some(1));
        self
    }

    pub(crate) fn seed(mut self, seed: u64) -> Self {
        self.0.seed = Some(seed);
        self
    }

    pub(crate) fn study(&self) -> Study {
        match load(&self.0) {
            Ok(loaded) => loaded.study,
            Err(diagnostic) => panic!("refused: {diagnostic:#?}"),
        }
    }

    pub(crate) fn run(&self) -> (Study, Results) {
        let study = self.study();
        let results = simulate(&study, &NoProgress).expect("nobody stops it");
        (study, results)
    }

    /// The first strategy's case at the point values.
    pub(crate) fn case(&self) -> Parameters {
        self.study().scenarios[0].strategies[0].parameters.with_point_values()
    }

    pub(crate) fn kernel(&self) -> Schedule {
        Schedule::new(&self.case())
    }
}
