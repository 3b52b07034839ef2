//! The files that a firm which lives under one strategy would have: data whose truth is known.

use serde::{Serialize, Serializer};

use crate::analysis::synth::calendar::{Calendar, Day};
use crate::analysis::synth::files;
use crate::analysis::synth::files::Files;
use crate::ask::{Answer, Question, Subject, Unanswered, unanswerable};
use crate::engine::agents::panel::Panel;
use crate::engine::inputs::UncertainInputs;
use crate::input::lived::Lived;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{EngineKind, Strategy};

/// Which files would a firm have that lives under one strategy?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SynthQuestion {
    /// The strategy; the reference where not given.
    pub strategy: Option<String>,
    /// The first day of the files.
    pub start: Day,
    /// The parameter draw whose values hold, counted from 0; the point values where not given.
    pub draw: Option<u64>,
    /// Whether customers who leave give notice: otherwise the files do not say who left.
    pub gives_notice: bool,
}

/// The files of a firm.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Synthetic {
    /// The strategy under which the firm lives.
    pub strategy: String,
    /// The first day of the files.
    #[serde(serialize_with = "written")]
    pub start: Day,
    /// The day after the last one.
    #[serde(serialize_with = "written")]
    pub end: Day,
    /// Rows of the customers: all who ever were one.
    pub customers: usize,
    /// Customers at the start.
    pub customers_start: usize,
    /// Customers who joined.
    pub joined: usize,
    /// Customers who left before the end; also counted where the files do not say so.
    pub left: usize,
    /// Rows of the purchases.
    pub purchases: usize,
    /// Rows of the failures.
    pub failures: usize,
    /// Rows of the complaints.
    pub complaints: usize,
    /// By kind of failure.
    pub kinds: Vec<KindOfFailure>,
    /// The files.
    #[serde(skip)]
    pub files: Files,
    /// The study of that firm, every number plain.
    #[serde(skip)]
    pub truth: String,
}

/// How often a kind of failure occurred, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KindOfFailure {
    /// Its name.
    pub kind: String,
    /// Name of its severity.
    pub severity: String,
    /// Failures.
    pub failures: usize,
    /// Of these, noticed by the firm before the customer spoke.
    pub noticed: usize,
    /// Cases.
    pub complaints: usize,
    /// Cases that were closed before the end.
    pub closed: usize,
    /// Of these, resolved.
    pub resolved: usize,
}

fn written<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

impl Question for SynthQuestion {
    type Found = Synthetic;
    const COMMAND: &'static str = "synth";

    /// Only agents are single customers.
    fn engine(&self) -> Option<EngineKind> {
        Some(EngineKind::Agents)
    }

    /// Asks it of a study.
    ///
    /// # Errors
    /// There is no such strategy, nobody is a customer, or a stop was requested.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Synthetic>, Unanswered> {
        let strategy = self.strategy.as_deref().map_or(Ok(0), |name| subject.find_strategy(name))?;
        let study = subject.study();
        let values = [0, strategy].map(|strategy| self.values(subject, subject.strategy(strategy)));
        // What is simulated is the study that is written beside the files, as anybody reads it.
        let truth = Lived { study, scenario: subject.place, strategy, values }.load()?;
        let Some(Strategy { parameters, .. }) = truth.scenarios.first().and_then(|scenario| scenario.strategies.last())
        else {
            return Err(unanswerable("the study has no strategy".to_string(), "add a [[strategy]]").into());
        };
        let parameters = parameters.with_point_values();
        if parameters.market.customers < 1.0 {
            let message = "nobody is a customer at the start of this study";
            return Err(unanswerable(message.to_string(), "set `market.customers`").into());
        }
        let panel = Panel::new(&parameters, study.settings.seed, subject.progress)?;
        let calendar = Calendar::new(self.start, &parameters.horizon);
        let files = files(&panel, &parameters, &calendar);
        subject.answer(self.found(subject.name(strategy), files, truth.resolved), Vec::new())
    }
}

impl SynthQuestion {
    /// The values of a strategy's parameters.
    fn values(&self, subject: &Subject<'_>, strategy: &Strategy) -> Parameters {
        let mut inputs = UncertainInputs::new(subject.study());
        let planned = inputs.plan(&strategy.parameters, &strategy.name);
        let values = self.draw.map_or_else(|| inputs.point_values(), |draw| inputs.values(draw));
        planned.before_responses(&values)
    }

    fn found(&self, strategy: &str, mut files: Files, truth: String) -> Synthetic {
        let left = files.customers.left.iter().flatten().count();
        let joined = files.customers.since.iter().flatten().count();
        if !self.gives_notice {
            files.customers.left.fill(None);
        }
        let [start, end] = files.window;
        Synthetic {
            strategy: strategy.to_string(),
            start,
            end,
            customers: files.customers.segment.len(),
            customers_start: files.customers.segment.len() - joined,
            joined,
            left,
            purchases: files.purchases.customer.len(),
            failures: files.failures.customer.len(),
            complaints: files.complaints.customer.len(),
            kinds: kinds(&files),
            files,
            truth,
        }
    }
}

fn kinds(files: &Files) -> Vec<KindOfFailure> {
    let (failures, cases) = (&files.failures, &files.complaints);
    let kind = |(i, (kind, severity)): (u32, (&String, &String))| {
        let of_kind =
            |kinds: &[u32]| kinds.iter().zip(0..).filter(|(kind, _)| **kind == i).map(|(_, row)| row).collect();
        let (met, closed): (Vec<usize>, Vec<usize>) = (of_kind(&failures.kind), of_kind(&cases.kind));
        let complaints = closed.len();
        let closed: Vec<bool> = closed.into_iter().filter_map(|row| cases.resolved[row]).collect();
        KindOfFailure {
            kind: kind.clone(),
            severity: severity.clone(),
            failures: met.len(),
            noticed: met.into_iter().filter(|&row| failures.noticed[row]).count(),
            complaints,
            closed: closed.len(),
            resolved: closed.into_iter().filter(|&resolved| resolved).count(),
        }
    };
    (0..).zip(files.kinds.iter().zip(&files.severities)).map(kind).collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::synth::calendar::{Day, Minute};
    use crate::analysis::synth::files::Channel;
    use crate::ask::synth::{SynthQuestion, Synthetic};
    use crate::ask::{Question, Subject};
    use crate::input::build::StudyBuilder;
    use crate::scenario::study::Study;

    fn question() -> SynthQuestion {
        SynthQuestion { strategy: None, start: "2023-01-01".parse().unwrap(), draw: None, gives_notice: true }
    }

    fn ask(study: &Study, question: &SynthQuestion) -> Synthetic {
        let subject = Subject::new(study, None).expect("it has a scenario");
        question.ask(&subject).unwrap_or_else(|refused| panic!("{refused:?}")).found
    }

    fn hotel() -> StudyBuilder {
        StudyBuilder::builtin("city-hotel").set("study.engine", "\"agents\"").set("market.customers", 20_000)
    }

    /// A share of so many is as expected: 4 standard errors, missed once in 16,000.
    fn is_share(found: usize, of: usize, p: f64, what: &str) {
        let (n, error) = (of as f64, (of as f64 * p * (1.0 - p)).sqrt());
        assert!((found as f64 - n * p).abs() <= 4.0 * error, "{what}: {found} of {of}, expected {p}");
    }

    #[test]
    fn files_have_the_shares_and_rates_of_their_truth() {
        let study = hotel().set("failure.\"room not ready\".detected", 0.2).study();
        let found = ask(&study, &question());
        let parameters = &study.scenarios[0].strategies[0].parameters.point;
        let files = &found.files;
        for (i, kind) in found.kinds.iter().enumerate() {
            let failure = &parameters.failures[i];
            let severity = &parameters.severities[failure.severity];
            is_share(kind.noticed, kind.failures, failure.detected, &kind.kind);
            let open = kind.failures - kind.noticed;
            is_share(kind.complaints - kind.noticed, open, severity.complain, &kind.kind);
            // A desk that serves all. Cases of the last weeks are open where they take long, whatever their end.
            is_share(kind.resolved, kind.closed, resolves(parameters, i), &kind.kind);
        }
        // Which kind: a customer meets one failure at most in a month, so rates compete.
        let rates: Vec<f64> = parameters.failures.iter().map(|failure| failure.rate.unwrap()).collect();
        is_share(found.kinds[0].failures, found.failures, rates[0] / rates.iter().sum::<f64>(), "kinds");
        // Purchases of a customer-year: by day of the files, Poisson.
        for (g, segment) in parameters.segments.iter().enumerate() {
            let years = |customer: usize| {
                let since = files.customers.since[customer].unwrap_or(found.start).0;
                f64::from(files.customers.left[customer].unwrap_or(found.end).0 - since) / 365.25
            };
            let members = (0..found.customers).filter(|&c| files.customers.segment[c] as usize == g);
            let mean = segment.purchases_per_year * members.map(years).sum::<f64>();
            let bought =
                files.purchases.customer.iter().filter(|&&c| files.customers.segment[c as usize] as usize == g);
            let number = bought.count() as f64;
            // Half a day too much for everybody who left, and where in the month they did: .4 % at most.
            assert!((number - mean).abs() < 4.0 * mean.sqrt() + 0.004 * mean, "{}: {number}, {mean}", &*segment.name);
        }
    }

    fn resolves(parameters: &crate::scenario::parameters::Parameters, kind: usize) -> f64 {
        let recovery = &parameters.recovery;
        let most = recovery.resolves_max.unwrap_or(recovery.resolves);
        let effect = crate::model::remedy::effect(parameters, parameters.failures[kind].severity);
        recovery.resolves + (most - recovery.resolves) * effect
    }

    #[test]
    fn customers_without_a_failure_leave_as_base_loyalty_says() {
        let study = hotel()
            .set("failure.\"room not ready\".rate", 0.0)
            .set("failure.\"lost booking\".rate", 0.0)
            .set("horizon.periods", 12)
            .study();
        let found = ask(&study, &question());
        assert_eq!((found.failures, found.complaints), (0, 0));
        let parameters = &study.scenarios[0].strategies[0].parameters.point;
        let customers = &found.files.customers;
        for (g, segment) in parameters.segments.iter().enumerate() {
            let there = |c: &usize| customers.segment[*c] as usize == g && customers.since[*c].is_none();
            let members: Vec<usize> = (0..found.customers).filter(there).collect();
            let left = members.iter().filter(|&&c| customers.left[c].is_some()).count();
            // Those of the last day, 1 of 365, are customers still.
            let p = (1.0 - segment.base_loyalty) * 364.0 / 365.0;
            is_share(left, members.len(), p, &segment.name);
        }
    }

    #[test]
    fn everything_happens_in_an_order_that_can_be() {
        let study = hotel().set("market.customers", 4_000).set("acquisition.growth_per_year", 0.1).study();
        let found = ask(&study, &SynthQuestion { strategy: Some("ask and answer".into()), ..question() });
        let files = &found.files;
        let is_customer = |customer: u32, day: Day| {
            let customer = customer as usize;
            files.customers.since[customer].is_none_or(|since| since <= day)
                && files.customers.left[customer].is_none_or(|left| day < left)
                && found.start <= day
                && day < found.end
        };
        let (bought, met, cases) = (&files.purchases, &files.failures, &files.complaints);
        assert!(bought.customer.iter().zip(&bought.day).all(|(&customer, &day)| is_customer(customer, day)));
        assert!(met.customer.iter().zip(&met.day).all(|(&customer, &day)| is_customer(customer, day)));
        assert!(bought.day.is_sorted() && met.day.is_sorted() && cases.opened.is_sorted());
        let end = Minute::of(found.end);
        for row in 0..cases.customer.len() {
            let opened = cases.opened[row];
            assert!(is_customer(cases.customer[row], opened.day()));
            assert!(cases.first_answer[row].is_none_or(|answered| opened <= answered && answered < end));
            assert!(cases.closed[row].is_none_or(|closed| cases.first_answer[row].is_some_and(|a| a <= closed)));
            assert_eq!(cases.closed[row].is_some(), cases.resolved[row].is_some());
            assert_eq!(cases.compensation[row].is_some(), cases.resolved[row] == Some(true));
        }
        for channel in [Channel::FrontLine, Channel::Desk, Channel::Survey] {
            assert!(cases.channel.contains(&channel), "{channel:?}");
        }
    }

    #[test]
    fn files_depend_on_the_seed_alone_and_notice_hides_who_left() {
        let study = |seed: u64| hotel().set("market.customers", 500).set("study.seed", seed).study();
        let (once, again, other) =
            (ask(&study(3), &question()), ask(&study(3), &question()), ask(&study(4), &question()));
        assert!(once == again && once.files != other.files);
        let hidden = ask(&study(3), &SynthQuestion { gives_notice: false, ..question() });
        assert!(hidden.files.customers.left.iter().all(Option::is_none) && hidden.left == once.left);
        assert_eq!(hidden.files.purchases, once.files.purchases);
    }

    #[test]
    fn the_truth_is_a_study_of_the_strategy_with_plain_numbers() {
        let study = hotel().set("market.customers", 700).set("strategy.prevent.starts", 7).study();
        for (strategy, draw) in [("ask and answer", None), ("ask and answer", Some(3)), ("prevent", None)] {
            let question = SynthQuestion { strategy: Some(strategy.into()), draw, ..question() };
            let found = ask(&study, &question);
            let truth = StudyBuilder::from_text(&found.truth).study();
            let scenario = &truth.scenarios[0];
            assert!(scenario.strategies.iter().all(|strategy| strategy.parameters.uncertain.is_empty()), "{strategy}");
            assert_eq!(&*scenario.strategies[scenario.strategies.len() - 1].name, strategy);
            let of = |study: &Study, name: &str| {
                let all = &study.scenarios[0].strategies;
                all.iter().find(|s| &*s.name == name).expect("it is there").parameters.with_point_values()
            };
            if draw.is_none() {
                assert_eq!(of(&truth, strategy), of(&study, strategy));
            } else {
                assert_ne!(of(&truth, strategy), of(&study, strategy));
            }
            // Asked again, it gives the same files.
            let again = ask(&truth, &SynthQuestion { draw: None, ..question });
            assert!(again.files == found.files && again.truth == found.truth, "{strategy}");
        }
        let refused = SynthQuestion { strategy: Some("aks".into()), ..question() };
        assert!(refused.ask(&Subject::new(&study, None).unwrap()).is_err());
    }
}
