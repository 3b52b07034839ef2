//! The progress of a batch.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::batch::run::Follow;
use crate::cli::check::estimated;
use crate::cli::progress::TerminalProgress;
use crate::diagnostic::Diagnostic;
use crate::engine::estimate::Estimate;
use crate::engine::progress::Progress;
use crate::error::Error;
use crate::language::{Language, Locale, tr};

/// Follows a batch on stderr: a line at the start, a bar where there is a terminal, what goes wrong at once.
pub(super) struct BatchProgress {
    bar: TerminalProgress,
    quiet: bool,
    locale: &'static Locale,
    is_joining: bool,
    ahead: AtomicUsize,
}

impl BatchProgress {
    /// A follower of runs, or of parts being joined.
    pub(super) fn new(quiet: bool, language: Language, is_joining: bool) -> Self {
        let locale = Locale::of(language);
        BatchProgress { bar: TerminalProgress::of_studies(quiet, locale), quiet, locale, is_joining, ahead: 0.into() }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish();
    }

    fn is_alone(&self) -> bool {
        self.ahead.load(Ordering::Relaxed) == 1
    }
}

impl Progress for BatchProgress {
    fn begins(&self, steps: u64) {
        if self.is_alone() {
            self.bar.begins(steps);
        }
    }

    fn advances(&self) {
        if self.is_alone() {
            self.bar.advances();
        }
    }

    fn is_stopped(&self) -> bool {
        self.bar.is_stopped()
    }
}

impl Follow for BatchProgress {
    fn checks(&self, runs: usize) {
        self.bar.stage(tr!(self.locale, "batch-checking"));
        self.bar.begins_studies(runs as u64);
    }

    fn checked(&self) {
        self.bar.advances();
    }

    fn notes(&self, names: &[&str], diagnostic: &Diagnostic) {
        let [name, more @ ..] = names else { return };
        if !self.quiet {
            let head = match more.len() {
                0 => tr!(self.locale, "batch-study", name = *name),
                more => tr!(self.locale, "batch-study-and-more", name = *name, more = more as u64),
            };
            self.bar.say_diagnostic(&head, diagnostic, self.locale);
        }
    }

    fn begins_runs(&self, all: usize, there: usize, ahead: usize) {
        let locale = self.locale;
        self.ahead.store(ahead, Ordering::Relaxed);
        if !self.quiet {
            let (all, ahead) = (tr!(locale, "batch-studies", number = all as u64), ahead as u64);
            self.bar.say(&match there {
                0 => tr!(locale, "batch-begins", all = all, ahead = ahead),
                there => tr!(locale, "batch-goes-on", all = all, there = there as u64, ahead = ahead),
            });
        }
        self.bar.stage(if self.is_joining { tr!(locale, "batch-joining") } else { tr!(locale, "batch-running") });
        self.bar.begins_studies(ahead as u64);
    }

    fn estimates(&self, whole: &Estimate) {
        if !self.quiet && whole.periods > 0.0 {
            self.bar.say(&estimated(whole, self.locale));
        }
    }

    fn ends(&self, name: &str, outcome: Result<(), &Error>) {
        match outcome {
            Ok(()) if self.is_alone() => (),
            Ok(()) => self.bar.advances(),
            Err(error) => {
                self.bar.say_error(&tr!(self.locale, "batch-study", name = name), error, self.locale);
                self.bar.advances();
            }
        }
    }
}
