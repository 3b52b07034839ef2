//! Everything that report and workbook show, as one value: kept in `report.json`, from which both are regenerated.

use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::analysis::findings::Findings;
use crate::diagnostic::{Diagnostic, Level};
use crate::error::Error;
use crate::language::{Language, Locale};
use crate::output::diagnostic::in_language;
use crate::output::folder::Folder;
use crate::output::manifest::Identity;
use crate::scenario::report::{InputNote, Logo, ReportTexts};
use crate::scenario::study::Study;
use crate::scenario::translation::{Translated, Translation};

/// The file that holds a [`ReportData`].
pub const REPORT_DATA: &str = "report.json";

/// What is said of a study in words, apart from its figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// What was run.
    pub identity: Identity,
    /// Language of the run, as an ISO 639-1 code.
    pub language: String,
    /// Title.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// Its texts in other languages, by the code of the language.
    #[serde(default)]
    pub translations: BTreeMap<String, Translation>,
    /// Currency code.
    pub currency: String,
    /// One period: `week`, `month`, `quarter` or `year`.
    pub period: String,
    /// Periods simulated.
    pub periods: u32,
    /// Discount rate per year.
    pub discount_rate: f64,
    /// How parameter draws are spread.
    pub sampling: String,
    /// Whether draws differ.
    pub is_uncertain: bool,
    /// Whether there are uncertain numbers, drawn or at their means.
    pub has_spread: bool,
    /// Whether simulations have the luck of customers in them.
    pub has_chance: bool,
    /// Whether there is something that only the agents engine knows.
    pub has_individuality: bool,
    /// What stands on the first page.
    #[serde(default)]
    pub report: ReportTexts,
    /// The picture on that page, as a data URI.
    #[serde(default)]
    pub logo: Option<String>,
    /// What is said of the numbers of the study.
    #[serde(default)]
    pub inputs: Vec<InputNote>,
    /// What its author says of strategies, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub strategies: BTreeMap<String, String>,
    /// Prospects that an unhappy customer costs by what they tell, in the first scenario's reference.
    pub lost_per_unhappy: f64,
}

impl About {
    /// Of a study.
    pub fn of(study: &Study) -> Self {
        let parameters = study.scenarios[0].strategies[0].parameters.with_point_values();
        About {
            identity: Identity::of(study),
            language: study.language.code().to_string(),
            title: study.title.clone(),
            summary: study.summary.clone(),
            translations: study.translations.clone(),
            currency: study.currency.clone(),
            period: parameters.horizon.period.name().to_string(),
            periods: parameters.horizon.periods,
            discount_rate: parameters.horizon.discount_rate,
            sampling: study.settings.sampling.name().to_string(),
            is_uncertain: study.is_uncertain(),
            has_spread: study.scenarios.iter().flat_map(|s| &s.strategies).any(|s| !s.parameters.uncertain.is_empty()),
            has_chance: study.has_chance(),
            has_individuality: study.has_individuality(),
            report: study.report.clone(),
            logo: study.logo.as_ref().map(data_uri),
            inputs: study.inputs.clone(),
            strategies: study.scenarios[0]
                .strategies
                .iter()
                .filter_map(|strategy| Some((strategy.name.to_string(), strategy.summary.clone()?)))
                .collect(),
            lost_per_unhappy: crate::model::word_of_mouth::lost_per_unhappy_customer(&parameters),
        }
    }

    /// The horizon in words: "36 months".
    pub fn horizon(&self, locale: &Locale) -> String {
        locale.periods(u64::from(self.periods), &self.period)
    }

    /// Whether there is a single simulation of customers with luck, which has no spread to show.
    pub fn is_one_simulation(&self) -> bool {
        self.has_chance && self.simulations() == 1
    }

    /// Whether differences have a spread whose sources can be told.
    pub fn has_error_budget(&self) -> bool {
        self.simulations() > 1 && (self.is_uncertain || self.has_chance)
    }

    /// Simulations of one strategy.
    pub fn simulations(&self) -> u64 {
        self.identity.draws * self.identity.replicates
    }
}

/// A picture as an address that contains it.
fn data_uri(logo: &Logo) -> String {
    format!("data:{};base64,{}", logo.picture.media_type(), STANDARD.encode(&logo.bytes))
}

/// A warning or a note, as it was said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Caution {
    /// Whether it is a warning.
    pub is_warning: bool,
    /// Its code.
    pub code: String,
    /// What was said.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
}

impl From<&Diagnostic> for Caution {
    fn from(diagnostic: &Diagnostic) -> Self {
        Caution {
            is_warning: diagnostic.level > Level::Note,
            code: diagnostic.code.to_string(),
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
        }
    }
}

/// Everything that report, workbook and charts show.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReportData {
    /// What was run.
    pub about: About,
    /// All figures.
    pub findings: Findings,
    /// Warnings and notes about the study and its result.
    pub cautions: Vec<Caution>,
}

impl ReportData {
    /// What is to be told of a study.
    pub fn new(study: &Study, findings: Findings, diagnostics: &[Diagnostic]) -> Self {
        let locale = Locale::of(study.language);
        let said: Vec<Cow<'_, Diagnostic>> = diagnostics.iter().map(|d| in_language(d, locale)).collect();
        ReportData {
            about: About::of(study),
            findings,
            cautions: said.iter().map(|diagnostic| Caution::from(&**diagnostic)).collect(),
        }
    }

    /// The language of the run.
    pub fn language(&self) -> Language {
        Language::of_tag(&self.about.language).unwrap_or_default()
    }

    /// The same with its charts in a language.
    pub fn in_language(mut self, language: Language) -> Self {
        self.findings.pictures.iter_mut().for_each(|pictures| pictures.frame.language = language);
        self
    }

    /// What is shown in a language: title, summary and the names of strategies and scenarios as the study translates them.
    pub fn shown_in(&self, language: Language) -> Cow<'_, Self> {
        let Some(translation) = self.about.translations.get(language.code()) else { return Cow::Borrowed(self) };
        let mut shown = self.clone();
        let about = &mut shown.about;
        if let Some(title) = &translation.title {
            about.title.clone_from(title);
        }
        about.summary = translation.summary.clone().or(about.summary.take());
        shown.findings.translate(translation);
        Cow::Owned(shown)
    }

    /// Writes `report.json`, without holding its text in memory.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&self, folder: &mut Folder) -> Result<(), Error> {
        let path = folder.file(REPORT_DATA)?;
        let file = std::fs::File::create(&path).map_err(Error::file("write", &path))?;
        let mut writer = std::io::BufWriter::new(file);
        serde_json::to_writer(&mut writer, self).map_err(|error| Error::file("write", &path)(error.into()))?;
        let file = writer.into_inner().map_err(|error| Error::file("write", &path)(error.into_error()))?;
        file.sync_all().map_err(Error::file("write", &path))
    }

    /// Reads the text of a `report.json`.
    ///
    /// # Errors
    /// It is none, or speaks of strategies and scenarios that it does not have.
    pub fn read(text: &[u8]) -> Result<Self, String> {
        let data: ReportData = serde_json::from_slice(text).map_err(|error| error.to_string())?;
        match contradiction(&data.findings) {
            Some(part) => Err(format!("its `{part}` does not fit the strategies and scenarios of the run")),
            None => Ok(data),
        }
    }
}

/// The part of findings that speaks of a strategy or a scenario that there is not, if any does.
fn contradiction(findings: &Findings) -> Option<&'static str> {
    let scenarios = findings.comparisons.len();
    let strategies = findings.comparisons.first().map_or(0, |first| first.strategies.len());
    let comparisons = findings.comparisons.iter().all(|comparison| {
        let pairs = comparison.pairs.iter().flat_map(|pair| pair.strategies);
        comparison.strategies.len() == strategies && pairs.into_iter().all(|strategy| strategy < strategies)
    });
    let across = findings.across.iter().all(|row| row.regret.len() == scenarios);
    let spreads = findings.spreads.iter().all(|spreads| spreads.strategies.len() == strategies);
    let decisions = findings.decisions.iter().all(|decision| {
        let count = decision.strategies.len();
        let points = || decision.acceptability.iter().flat_map(|curve| &curve.points);
        decision.best < count
            && decision.pairs.iter().all(|pair| pair.first < count && pair.second < count)
            && points().all(|point| point.best < count && point.p_best.len() == count)
    });
    let tornados = findings.tornados.iter().all(|found| {
        let count = found.strategies.len();
        let ends = || found.tornado.iter().flat_map(|bar| [&bar.bar.low, &bar.bar.high]);
        [found.best, found.contender, found.best_at_point].into_iter().all(|strategy| strategy < count)
            && found.point.len() == count
            && ends().all(|end| end.npv.len() == count)
            && found.tornado.iter().flat_map(|bar| &bar.bar.flips).all(|flip| flip.to < count)
    });
    let variants = findings.variants.iter().all(|found| {
        let count = found.strategies.len();
        let fits = |best: usize, differences: &[f64]| best < count && differences.len() == count;
        fits(found.best, &found.differences) && found.variants.iter().all(|one| fits(one.best, &one.differences))
    });
    let by_scenario = |count: usize| count == 0 || count == scenarios;
    let parts = [
        ("comparisons", scenarios > 0 && strategies > 0 && comparisons),
        ("across", across),
        ("pictures", findings.pictures.len() == scenarios),
        ("spreads", findings.spreads.len() == scenarios && spreads),
        ("oracles", findings.oracles.len() == scenarios && findings.oracles.iter().all(|o| o.len() == strategies)),
        ("decisions", findings.decisions.len() <= scenarios && decisions),
        ("tornados", findings.tornados.len() <= findings.decisions.len() && tornados),
        ("variants", by_scenario(findings.variants.len()) && variants),
        ("time_steps", by_scenario(findings.time_steps.len())),
    ];
    parts.into_iter().find(|(_, fits)| !fits).map(|(part, _)| part)
}
