//! The commands and their options.

use clap::{Parser, Subcommand};

use crate::cli::terminal::Colour;
use crate::cli::{
    batch, breakeven, cases, check, class, completions, decide, diff, explain, fit, fmea, kano, lab, merge, new,
    optimize, paradox, presets, report, run, sensitivity, servqual, story, sweep, synth, variants, verify, why,
};

/// Estimates what service recovery returns to a firm, and how certain the estimate is.
#[derive(Parser, Debug)]
#[command(name = "recoup", version, about, max_term_width = 100, after_help = AFTER_HELP)]
pub(super) struct Cli {
    /// Colours
    #[arg(
        long,
        value_enum,
        global = true,
        default_value = "auto",
        value_name = "WHEN",
        hide_possible_values = true,
        help = "Colours: auto, always or never"
    )]
    pub color: Colour,
    #[command(subcommand)]
    pub command: Option<Command>,
}

const AFTER_HELP: &str = "Start with `recoup run`: it runs the built-in city hotel and shows which strategy pays.
Then create your own study with `recoup new my-study.toml`, edit it, and run `recoup run my-study.toml`.";

#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Simulate a study and compare its strategies
    Run(run::Options),
    /// Regenerate the report of a result folder without running the study, in the same or another language
    Report(report::Options),
    /// Follow one customer under every strategy, with common random numbers
    Story(story::Options),
    /// Write the files that a firm under one strategy would have: customers, purchases, failures and complaints whose truth is known
    Synth(synth::Options),
    /// Say which kind of need each item of a Kano questionnaire meets, and write the key `need` for a study
    Kano(kano::Options),
    /// Compare what customers expect with what they perceive (SERVQUAL), and write failures for a study
    Servqual(servqual::Options),
    /// Show which inputs matter: tornado, and the share of variance caused by each uncertain input
    Sensitivity(sensitivity::Options),
    /// Show which strategy to choose, and what more information is worth
    Decide(decide::Options),
    /// Vary one or two levers and show how much of them pays
    Sweep(sweep::Options),
    /// Find the value of a key at which two strategies tie
    Breakeven(breakeven::Options),
    /// Find the best split of a budget over several levers
    Optimize(optimize::Options),
    /// Explain the difference between two strategies, and what would reverse it
    Why(why::Options),
    /// Show failure modes: how often, how often unheard, and the money at risk beside the risk priority number
    Fmea(fmea::Options),
    /// Show every model variant at the point values: does the best strategy hold in other models?
    Variants(variants::Options),
    /// Compare two runs: which inputs changed, and how the answer changed with them
    Diff(diff::Options),
    /// Analyse the recovery paradox: where each of its three claims holds, and what causing failures would cost
    Paradox(paradox::Options),
    /// Write a page that runs the engine in a browser, offline: sliders, charts, strategies side by side
    Lab(lab::Options),
    /// Teach the recovery paradox: handouts, key and quiz with numbers of their own for every student, and marks for their answers
    Class(class::Options),
    /// Fit a study to a firm's own data: customers, purchases, failures and complaints
    Fit(fit::Options),
    /// Run many studies: resumable, in shards, on a cluster
    Batch(batch::Options),
    /// Join the parts of a batch that was run in shards
    Merge(merge::Options),
    /// Check studies and report every problem at once
    Check(check::Options),
    /// Write a commented starter study
    New(new::Options),
    /// Explain a key, or find the keys for a word: meaning, unit, default, range, source, status of the evidence
    Explain(explain::Options),
    /// Show the shipped case studies: firms and practices, and their results
    Cases(cases::Options),
    /// Show the shipped presets and policies, and their sources
    Presets(presets::Options),
    /// Print the JSON Schema of scenario files, for editors
    Schema,
    /// Check the engines against closed forms, published results and each other
    Verify(verify::Options),
    /// Print a completion script for your shell
    Completions(completions::Options),
}
