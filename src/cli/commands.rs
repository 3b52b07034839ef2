//! The commands and their options.

use clap::{Parser, Subcommand};

use crate::cli::{
    batch, breakeven, cases, check, completions, decide, explain, merge, new, optimize, paradox, presets, report, run,
    sensitivity, story, sweep, variants, verify, why,
};

/// What service recovery pays back, and how certain that is.
#[derive(Parser, Debug)]
#[command(name = "recoup", version, about, max_term_width = 100, after_help = AFTER_HELP)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
}

const AFTER_HELP: &str = "Start with `recoup run`: it runs the built-in city hotel and says which strategy pays.
Then `recoup new my-study.toml`, edit it, and `recoup run my-study.toml`.";

#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Simulate a study and compare its strategies
    Run(run::Options),
    /// Rebuild the report of a result folder without running the study, in the same or another language
    Report(report::Options),
    /// Follow one customer under every strategy, with common random numbers
    Story(story::Options),
    /// Which inputs matter: tornado, and the share of variance that each uncertain input causes
    Sensitivity(sensitivity::Options),
    /// Which strategy to choose, and what more information is worth
    Decide(decide::Options),
    /// Move one or two levers and see what the next unit is worth
    Sweep(sweep::Options),
    /// The value of a key at which two strategies tie
    Breakeven(breakeven::Options),
    /// Split a budget over levers
    Optimize(optimize::Options),
    /// Where the difference between two strategies comes from, and what would reverse it
    Why(why::Options),
    /// Whether the best strategy stays the best in other models: every model variant, at the point values
    Variants(variants::Options),
    /// The recovery paradox: its three meanings, where each holds, and what it would cost to act on it
    Paradox(paradox::Options),
    /// Run many studies: resumable, in shards, on a cluster
    Batch(batch::Options),
    /// Join the parts of a batch that ran in shards
    Merge(merge::Options),
    /// Check studies and report every problem at once
    Check(check::Options),
    /// Write a commented starter study
    New(new::Options),
    /// What a key means: unit, default, range, source, status of the evidence
    Explain(explain::Options),
    /// The shipped case studies: firms and practices, and their results
    Cases(cases::Options),
    /// The shipped presets and policies, and their sources
    Presets(presets::Options),
    /// The JSON Schema of scenario files, for editors
    Schema,
    /// The engines against closed forms and against each other
    Verify(verify::Options),
    /// A completion script for your shell
    Completions(completions::Options),
}
