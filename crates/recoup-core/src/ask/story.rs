//! The life of single customers under every strategy.

use serde::Serialize;

use crate::analysis::story::{Fate, Story, most_different, stories};
use crate::ask::{Answer, Question, Subject, Unanswered, unanswerable};
use crate::engine::agents::chronicle::Chronicle;
use crate::engine::agents::happening::{Happening, What};
use crate::scenario::study::{EngineKind, Scenario};
use crate::units::{Outcome, Route, period_number};

/// What happens to single customers under every strategy?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoryQuestion {
    /// The customer, numbered from 0 segment by segment; those whose lives differ most where not given.
    pub customer: Option<u64>,
    /// How many of those.
    pub most_different: usize,
}

impl Default for StoryQuestion {
    fn default() -> Self {
        StoryQuestion { customer: None, most_different: 1 }
    }
}

/// The stories of some customers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stories {
    /// One customer each; none where no lives differ.
    pub stories: Vec<CustomerStory>,
}

/// The life of one customer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CustomerStory {
    /// Their number.
    pub customer: u64,
    /// Name of their segment.
    pub segment: String,
    /// What became of them under each strategy, the reference first.
    pub fates: Vec<CustomerFate>,
    /// The story as charts draw it.
    #[serde(skip)]
    pub story: Story,
}

/// What became of a customer under one strategy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CustomerFate {
    /// Name of the strategy.
    pub strategy: String,
    /// Period in which they left for good, from 1.
    pub left: Option<u64>,
    /// Present value of their purchases less what it costs to serve and keep them, money.
    pub worth: f64,
    /// Purchases by period; `None` where they were no customer.
    pub purchases: Vec<Option<f64>>,
    /// What happened to them, in order.
    pub happenings: Vec<CustomerEvent>,
}

/// Something that happened to a customer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CustomerEvent {
    /// The period, from 1.
    pub period: u64,
    /// What.
    #[serde(flatten)]
    pub event: Event,
}

/// What can happen to a customer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "what", rename_all = "lowercase")]
pub enum Event {
    /// They met a failure.
    Failure {
        /// Name of the kind of failure.
        failure: Option<String>,
        /// How the firm came to know.
        #[serde(serialize_with = "route_name")]
        route: Route,
        /// How it ended.
        #[serde(serialize_with = "outcome_name")]
        outcome: Outcome,
        /// People they told.
        told: u32,
        /// Probability to stay.
        stay: f64,
        /// Probability to stay had they met none.
        stay_without: f64,
    },
    /// Their memory of a failure faded.
    Forgot,
    /// They left.
    Left,
    /// They became a customer again.
    Returned,
}

fn route_name<S: serde::Serializer>(route: &Route, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(route.name())
}

fn outcome_name<S: serde::Serializer>(outcome: &Outcome, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(outcome.name())
}

impl CustomerEvent {
    fn of(happening: &Happening, scenario: &Scenario, strategy: usize) -> Self {
        let failures = &scenario.strategies[strategy].parameters.point.failures;
        let event = match happening.what {
            What::Failed { kind, route, outcome, told, stay_without, stay, .. } => Event::Failure {
                failure: failures.get(usize::from(kind)).map(|failure| failure.name.to_string()),
                route,
                outcome,
                told,
                stay,
                stay_without,
            },
            What::Forgot => Event::Forgot,
            What::Left => Event::Left,
            What::Joined { .. } => Event::Returned,
        };
        CustomerEvent { period: period_number(happening.t as usize), event }
    }
}

impl CustomerStory {
    fn of(story: Story, scenario: &Scenario) -> Self {
        let fate = |(i, fate): (usize, &Fate)| CustomerFate {
            strategy: fate.strategy.to_string(),
            left: fate.left().map(|t| period_number(t as usize)),
            worth: fate.worth,
            purchases: fate.periods.iter().map(|p| p.active.then_some(p.purchases)).collect(),
            happenings: fate.happenings.iter().map(|h| CustomerEvent::of(h, scenario, i)).collect(),
        };
        CustomerStory {
            customer: story.customer,
            segment: story.segment.to_string(),
            fates: story.fates.iter().enumerate().map(fate).collect(),
            story,
        }
    }
}

impl Question for StoryQuestion {
    type Found = Stories;
    const COMMAND: &'static str = "story";

    /// Only agents are single customers.
    fn engine(&self) -> Option<EngineKind> {
        Some(EngineKind::Agents)
    }

    /// Asks it of a study whose engine is `agents`.
    ///
    /// # Errors
    /// Another engine, nobody to follow, a customer whom there is not, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Stories>, Unanswered> {
        let (study, scenario) = (subject.study(), subject.scenario());
        if study.settings.engine != EngineKind::Agents {
            let message = format!("the engine `{}` does not follow single customers", study.settings.engine.name());
            return Err(unanswerable(message, "take `agents`, or leave `--engine` out").into());
        }
        let progress = subject.progress;
        let chronicle = Chronicle::new(study, scenario, progress)?;
        let customers = chronicle.customers();
        if customers == 0 {
            let message = "nobody is a customer at the start of this study, so there is nobody to follow";
            return Err(unanswerable(message.to_string(), "set `market.customers`").into());
        }
        let chosen = match self.customer {
            Some(id) if id >= customers => {
                let help = format!("customers are numbered from 0 to {}", customers - 1);
                return Err(unanswerable(format!("there is no customer {id}"), &help).into());
            }
            Some(id) => vec![id],
            None => most_different(&chronicle, scenario, self.most_different, progress)?,
        };
        let stories = stories(&chronicle, scenario, &chosen, progress);
        let stories = stories.into_iter().map(|story| CustomerStory::of(story, scenario));
        subject.answer(Stories { stories: stories.collect() }, Vec::new())
    }
}
