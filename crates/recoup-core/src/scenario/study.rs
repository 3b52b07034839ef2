//! A study: scenarios, each with strategies, and what is asked of them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::Place;
use crate::dist::Uncertain;
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::case_study::CaseStudy;
use crate::scenario::key::Key;
use crate::scenario::language::Language;
use crate::scenario::parameters::Parameters;
use crate::scenario::report::{InputNote, Logo, ReportTexts};
use crate::scenario::translation::Translation;
use crate::scenario::word_of_mouth::{EdgeList, NetworkKind};

/// Which reading of the model runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EngineKind {
    /// Real numbers, without chance: the mean-field limit.
    Expected,
    /// Whole numbers of exchangeable customers.
    Cohort,
    /// Every customer a record.
    Agents,
}

impl EngineKind {
    /// All of them.
    pub const ALL: [EngineKind; 3] = [EngineKind::Expected, EngineKind::Cohort, EngineKind::Agents];

    /// The engine of that word; `None` where there is none.
    pub fn of_name(name: &str) -> Option<Self> {
        EngineKind::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// The word in a scenario file.
    pub fn name(self) -> &'static str {
        match self {
            EngineKind::Expected => "expected",
            EngineKind::Cohort => "cohort",
            EngineKind::Agents => "agents",
        }
    }
}

/// How parameter draws fill the space of what is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sampling {
    /// Independent draws.
    Random,
    /// A scrambled van der Corput sequence, the first dimension of Sobol's, for every number: evenly spread at every power of two.
    Sobol,
    /// Points of one scrambled Sobol sequence, with a dimension for every uncertain key, in key order: evenly spread together.
    Joint,
}

impl Sampling {
    /// The word in a scenario file.
    pub fn name(self) -> &'static str {
        match self {
            Sampling::Random => "random",
            Sampling::Sobol => "sobol",
            Sampling::Joint => "joint",
        }
    }
}

/// What makes means more precise than those of the simulations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Control {
    /// Nothing: means of the simulations.
    None,
    /// The expected engine as control variate, over further draws.
    Expected,
}

impl Control {
    /// The word in a scenario file.
    pub fn name(self) -> &'static str {
        match self {
            Control::None => "none",
            Control::Expected => "expected",
        }
    }
}

/// How the study is run: `[study]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The engine.
    pub engine: EngineKind,
    /// The seed of all random numbers.
    pub seed: u64,
    /// Parameter draws; 1 = the point values.
    pub draws: u64,
    /// Customer simulations per parameter draw.
    pub replicates: u64,
    /// How parameter draws are spread.
    pub sampling: Sampling,
    /// What makes means more precise.
    pub control: Control,
    /// Whether model variants are evaluated.
    pub variants: bool,
}

impl Settings {
    /// Simulations of one strategy: draws times replicates.
    pub fn simulations(&self) -> u64 {
        self.draws * self.replicates
    }
}

/// A number that is not known for certain.
#[derive(Clone, Debug, PartialEq)]
pub struct UncertainNumber {
    /// Which number.
    pub key: Key,
    /// Its distribution.
    pub distribution: Uncertain,
    /// Least value the number may take; draws below are set to it.
    pub least: f64,
    /// Greatest value the number may take.
    pub greatest: f64,
    /// Where it was written.
    pub place: Option<Place>,
}

/// Parameters as resolved: point values, and what is uncertain among them.
#[derive(Clone, Debug, PartialEq)]
pub struct UncertainParameters {
    /// The parameters at the point values (means), responses not yet applied.
    pub point: Parameters,
    /// The uncertain numbers, in key order.
    pub uncertain: Vec<UncertainNumber>,
    /// The reference's parameters, which apply until this one acts and from which it ramps; none where it acts at once.
    pub before: Option<Arc<UncertainParameters>>,
    /// The study's parameters before any strategy, where `loyalty.reference_base` follows from its uncertain base loyalties;
    /// none where it is a plain number of `point`.
    pub base: Option<Arc<UncertainParameters>>,
}

impl UncertainParameters {
    /// The parameters at the point values, with responses applied, in the parameters before it too.
    pub fn with_point_values(&self) -> Parameters {
        let mut parameters = self.before_responses();
        parameters.apply_responses();
        parameters
    }

    /// The parameters at the point values, with responses not yet applied; in the parameters before it they are.
    pub(crate) fn before_responses(&self) -> Parameters {
        let mut parameters = self.point.clone();
        parameters.before = self.before.as_ref().map(|before| Arc::new(before.with_point_values()));
        parameters
    }
}

/// What the firm does.
#[derive(Clone, Debug, PartialEq)]
pub struct Strategy {
    /// Its name.
    pub name: Arc<str>,
    /// What it does, in the words of the study's author.
    pub summary: Option<String>,
    /// The world under it.
    pub parameters: UncertainParameters,
    /// Keys that differ from the reference's, in key order.
    pub changes: Vec<Key>,
}

/// How the world is.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Its name; `base` when the study names none.
    pub name: Arc<str>,
    /// Its weight, when the study gives weights; as written.
    pub weight: Option<f64>,
    /// The strategies in file order, the reference first.
    pub strategies: Vec<Strategy>,
    /// The study's own model variants.
    pub variants: Vec<Variant>,
}

/// Names of the model variants that every study is put to, in the order of `analysis::variants::BuiltIn`.
pub(crate) const VARIANT_NAMES: [&str; 14] = [
    "no replacement",
    "rising replacement cost",
    "value beyond the horizon",
    "no replacement, value beyond the horizon",
    "cash at the start",
    "half response if solicited",
    "loyal customers complain",
    "unresolved below silent",
    "half effect of failures",
    "half of customers complain",
    "no word of mouth",
    "strong word of mouth",
    "replacement at half cost",
    "replacement at double cost",
];

/// A `[[variant]]`: the model with other numbers, to see whether the answer holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its name.
    pub name: Arc<str>,
    /// What it changes: its summary, or else the keys that it sets.
    pub what: String,
    /// By strategy, the parameters at their point values, responses applied.
    pub cases: Vec<Parameters>,
}

/// One `[[sweep]]`: a lever moved over a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// The lever.
    pub key: Key,
    /// First value.
    pub from: f64,
    /// Last value.
    pub to: f64,
    /// The values, `steps` of them, evenly spaced.
    pub values: Vec<f64>,
    /// For each scenario, the strategies swept.
    pub scenarios: Vec<Vec<SweptStrategy>>,
}

/// A strategy at every value of a sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct SweptStrategy {
    /// Index among the scenario's strategies.
    pub strategy: usize,
    /// The value the lever has in the strategy itself, when it is certain there.
    pub current: Option<f64>,
    /// One set of parameters per value.
    pub cases: Vec<UncertainParameters>,
}

/// One `[[correlation]]`: two uncertain numbers that move together.
#[derive(Clone, Debug, PartialEq)]
pub struct Correlation {
    /// The two keys.
    pub keys: [Key; 2],
    /// Correlation of the Gaussian copula.
    pub rho: f64,
}

/// One `[[order]]`: uncertain numbers whose draws keep their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// From the least to the greatest.
    pub keys: Vec<Key>,
}

/// A checked study, ready to run.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// The name of the result folder and of charts' footers: the file's name without ending.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// What stands on the first page of its report.
    pub report: ReportTexts,
    /// The picture on that page.
    pub logo: Option<Logo>,
    /// What is said of its numbers.
    pub inputs: Vec<InputNote>,
    /// The case study that it stands for.
    pub case_study: Option<CaseStudy>,
    /// Its texts in other languages, by the code of the language.
    pub translations: BTreeMap<String, Translation>,
    /// Currency code, for texts.
    pub currency: String,
    /// Language of reports, charts and answers.
    pub language: Language,
    /// How it is run.
    pub settings: Settings,
    /// The scenarios; at least one.
    pub scenarios: Vec<Scenario>,
    /// The sweeps.
    pub sweeps: Vec<Sweep>,
    /// The correlations.
    pub correlations: Vec<Correlation>,
    /// The orders.
    pub orders: Vec<Order>,
    /// Names of the touchpoints, in the order of a customer's journey.
    pub touchpoints: Vec<Arc<str>>,
    /// Codes of warnings that the author accepts.
    pub allow: Vec<String>,
    /// The whole study as one runnable TOML text, presets and what `--set` edits merged in.
    pub resolved: String,
    /// Ties read from files, by the name that `resolved` gives the file.
    pub networks: Vec<(String, Arc<EdgeList>)>,
}

impl Study {
    /// Whether parameter draws differ: more than one, of at least one uncertain number.
    pub fn is_uncertain(&self) -> bool {
        let strategies = || self.scenarios.iter().flat_map(|scenario| &scenario.strategies);
        self.settings.draws > 1 && strategies().any(|strategy| !strategy.parameters.uncertain.is_empty())
    }

    /// The periods of every swept case: by sweep, scenario, strategy and value, one after the other.
    pub fn swept_periods(&self) -> impl Iterator<Item = u32> + '_ {
        let strategies = self.sweeps.iter().flat_map(|sweep| sweep.scenarios.iter().flatten());
        strategies.flat_map(|strategy| &strategy.cases).map(|parameters| parameters.point.horizon.periods)
    }

    /// The keys of all uncertain numbers of its strategies, in key order.
    pub(crate) fn uncertain_keys(&self) -> BTreeSet<&Key> {
        fn add<'a>(parameters: &'a UncertainParameters, keys: &mut BTreeSet<&'a Key>) {
            keys.extend(parameters.uncertain.iter().map(|number| &number.key));
            parameters.before.iter().chain(&parameters.base).for_each(|other| add(other, keys));
        }
        let mut keys = BTreeSet::new();
        let strategies = self.scenarios.iter().flat_map(|scenario| &scenario.strategies);
        strategies.for_each(|strategy| add(&strategy.parameters, &mut keys));
        keys
    }

    /// Whether the expected engine makes means of the simulations more precise: it is asked to, applies, and draws differ.
    pub fn is_controlled(&self) -> bool {
        let is_asked = self.settings.control == Control::Expected;
        is_asked && self.has_chance() && self.is_uncertain() && !self.has_contagion()
    }

    /// Whether simulations contain the chance of customers.
    pub fn has_chance(&self) -> bool {
        self.settings.engine != EngineKind::Expected
    }

    /// Whether prospects adopt by contagion somewhere, which the expected engine does not know.
    pub fn has_contagion(&self) -> bool {
        let mut cases = self.scenarios.iter().flat_map(|scenario| &scenario.strategies).map(|s| &s.parameters.point);
        cases.any(|parameters| parameters.acquisition.policy == AcquisitionPolicy::Contagion)
    }

    /// Whether there is something that only the agents engine knows: differences between customers, or
    /// a network.
    pub fn has_individuality(&self) -> bool {
        let mut cases = self.scenarios.iter().flat_map(|scenario| &scenario.strategies).map(|s| &s.parameters.point);
        self.settings.engine == EngineKind::Agents
            && cases.any(|parameters| {
                let individuals = &parameters.individuals;
                parameters.network.kind != NetworkKind::Mixing
                    || individuals.loyalty_sd > 0.0
                    || individuals.spend_cv > 0.0
            })
    }

    /// The study with its title, summary, case study and the names of its strategies and scenarios in a language, as they are
    /// shown; itself where it is not translated.
    pub fn in_language(&self, language: Language) -> Cow<'_, Study> {
        let Some(translation) = self.translations.get(language.code()) else { return Cow::Borrowed(self) };
        let mut study = self.clone();
        study.title = translation.title.clone().unwrap_or(study.title);
        study.summary = translation.summary.clone().or(study.summary);
        study.case_study = study.case_study.map(|case| translation.case_study(case));
        for scenario in &mut study.scenarios {
            translation.shared(&mut scenario.name);
            scenario.strategies.iter_mut().for_each(|strategy| translation.shared(&mut strategy.name));
        }
        Cow::Owned(study)
    }

    /// BLAKE3 of the resolved study, its network files and its logo: equal studies have equal hashes.
    pub fn hash(&self) -> String {
        self.hash_of(&self.resolved)
    }

    /// The same, equal for studies that differ in nothing but the language of their answers.
    pub(crate) fn hash_in_any_language(&self) -> String {
        let lines: Vec<&str> = self.resolved.lines().filter(|line| !line.starts_with("language = ")).collect();
        self.hash_of(&lines.join("\n"))
    }

    fn hash_of(&self, resolved: &str) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(resolved.as_bytes());
        for (_, edges) in &self.networks {
            for end in edges.0.iter().flatten() {
                hasher.update(&end.to_le_bytes());
            }
        }
        if let Some(logo) = &self.logo {
            hasher.update(&logo.bytes);
        }
        hasher.finalize().to_hex().to_string()
    }
}
