//! `recoup synth`: the files of a firm whose truth is known.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::analysis::synth::calendar::Day;
use crate::ask::synth::SynthQuestion;
use crate::cli::ask::{AskOptions, ScenarioOption};
use crate::cli::options::{Done, LanguageOption, StudyOptions};
use crate::engine::estimate::read_size;
use crate::error::Error;
use crate::input::{Request, load};
use crate::output::answer::synth::synthetic;
use crate::output::synth_folder::{FileFormat, write_files};

#[derive(Args, Debug)]
pub(super) struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    scenario: ScenarioOption,
    /// Folder for the files
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Replace results of another command or study in that folder, and files of results that were changed
    #[arg(long)]
    force: bool,
    /// The strategy that the firm lives under [default: the reference]
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
    /// Customers at the start, prospects in proportion [default: those of the study]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    customers: Option<u64>,
    /// Years that the files span [default: the horizon of the study]
    #[arg(long, value_name = "YEARS")]
    years: Option<f64>,
    /// First day of the files
    #[arg(long, value_name = "DAY", default_value = "2023-01-01")]
    start: Day,
    /// Take the values of this parameter draw, counted from 0 [default: the point values]
    #[arg(long, value_name = "N")]
    draw: Option<u64>,
    /// Do not say who left
    #[arg(long)]
    no_notice: bool,
    /// Format of the files
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// Set a key as if the value were written in the file, e.g. market.customers=80_000 or strategy.ask.voice.solicit=0.5 (repeatable)
    #[arg(long = "set", value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Seed of all random numbers
    #[arg(long, value_parser = clap::value_parser!(u64).range(..=i64::MAX as u64))]
    seed: Option<u64>,
    /// Most memory to take, by the estimate, as 500M or 16G [default: what the machine has free]
    #[arg(long, value_name = "SIZE", value_parser = read_size)]
    memory: Option<u64>,
    #[command(flatten)]
    language: LanguageOption,
    /// Threads [default: one per core]; results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
    /// Print only errors (and the JSON, if requested)
    #[arg(long)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Comma-separated text
    Csv,
    /// Parquet
    Parquet,
}

pub(super) fn run(options: &Options) -> Done {
    let format = match options.format {
        Format::Csv => FileFormat::Csv,
        Format::Parquet => FileFormat::Parquet,
    };
    let study_options = StudyOptions {
        set: options.set.clone(),
        seed: options.seed,
        memory: options.memory,
        language: options.language,
        ..StudyOptions::default()
    };
    let request = request(options, study_options.request(&options.study))?;
    let asking = AskOptions {
        study_options,
        out: Some(options.out.clone()),
        force: options.force,
        threads: options.threads,
        json: options.json,
        details: false,
        quiet: options.quiet,
    };
    let question = SynthQuestion {
        strategy: options.strategy.clone(),
        start: options.start,
        draw: options.draw,
        gives_notice: !options.no_notice,
    };
    asking.ask_and_write(request, options.scenario.name(), &question, synthetic, |folder, answer, written, _| {
        write_files(folder, written.study, &answer.found, written.json, format)
    })
}

/// The request with the number of customers and the years that are asked for. Prospects are as many for each customer as in the study.
fn request(options: &Options, mut request: Request) -> Result<Request, Error> {
    if options.customers.is_none() && options.years.is_none() {
        return Ok(request);
    }
    // How long a period is and how many prospects there are stands in the study.
    let study = load(&request).map_err(Error::Refused)?.study;
    let point = &study.scenarios[0].strategies[0].parameters.point;
    if let Some(customers) = options.customers {
        let each = point.market.prospects / point.market.customers.max(1.0);
        request.set.push(format!("market.customers={customers}"));
        request.set.push(format!("market.prospects={}", (customers as f64 * each).round()));
    }
    if let Some(years) = options.years {
        let periods = (years * point.horizon.per_year()).round();
        if !(1.0..=1e6).contains(&periods) {
            return Err(Error::Usage(format!("--years {years} is not one period or more of the study")));
        }
        request.set.push(format!("horizon.periods={periods}"));
    }
    Ok(request)
}
