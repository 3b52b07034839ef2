//! A progress bar on stderr, or a line a minute in the log of a batch run, and the request to stop.

use std::fmt::Write;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressState, ProgressStyle};

use crate::cli::wrap::lines;
use crate::cli::{stop, terminal};
use crate::diagnostic::Diagnostic;
use crate::engine::progress::Progress;
use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::answer::preview;
use crate::scenario::study::Study;

/// Shows progress where stderr is a terminal, and stops when asked to.
pub(super) struct TerminalProgress {
    bar: ProgressBar,
    /// Where no bar is seen and a log may be read.
    log: Option<Mutex<Log>>,
}

/// What is said of progress in a log.
struct Log {
    locale: &'static Locale,
    every: Duration,
    stage: String,
    are_studies: bool,
    began: Instant,
    diagnostics: Instant,
    is_said: bool,
}

/// A log says after that time how long a run will take, where that is more than so many minutes.
const SOON: Duration = Duration::from_secs(5);
const LONG_MINUTES: f64 = 1.0;

impl Log {
    fn new(locale: &'static Locale, every: Duration) -> Mutex<Self> {
        let now = Instant::now();
        Mutex::new(Log {
            locale,
            every,
            stage: String::new(),
            are_studies: true,
            began: now,
            diagnostics: now,
            is_said: false,
        })
    }

    fn begins(&mut self, are_studies: bool) {
        self.are_studies = are_studies;
        (self.began, self.diagnostics, self.is_said) = (Instant::now(), Instant::now(), false);
    }

    /// The line to say when `done` of `of` steps are done, if it is time for one.
    fn line(&mut self, done: u64, of: u64) -> Option<String> {
        let minutes = self.began.elapsed().as_secs_f64() / 60.0;
        let ahead = of.saturating_sub(done) as f64 / done as f64 * minutes;
        // What takes long is said after the first steps, and then once a minute.
        let is_long = !self.is_said && self.began.elapsed() > SOON && ahead > LONG_MINUTES;
        if done == 0 || (self.diagnostics.elapsed() < self.every && !is_long) {
            return None;
        }
        self.is_said = true;
        self.diagnostics = Instant::now();
        let rate = self.locale.compact(done as f64 / minutes);
        let left = ahead.ceil() as u64;
        let (locale, stage) = (self.locale, &*self.stage);
        if self.are_studies {
            return Some(tr!(locale, "batch-pace", stage = stage, done = done, of = of, rate = rate, left = left));
        }
        if of < done {
            // How much is ahead is not known.
            return Some(tr!(locale, "batch-pace-rate", stage = stage, done = done, rate = rate));
        }
        let share = locale.share_whole(done as f64 / of.max(1) as f64);
        Some(tr!(locale, "batch-pace-share", stage = stage, share = share, left = left))
    }
}

/// How long it will take, from the first step on: before it nothing is known.
fn left(state: &ProgressState, text: &mut dyn Write) {
    let is_known = state.pos() > 0 && state.len().is_some_and(|all| state.pos() < all);
    if is_known {
        let _ = write!(text, "{:#}", HumanDuration(state.eta()));
    }
}

impl TerminalProgress {
    /// A bar, invisible where it would not be seen; the first Ctrl-C asks to stop, the second ends.
    pub(super) fn new(quiet: bool) -> Self {
        TerminalProgress::styled(quiet, "{msg:<12} {bar:32} {percent:>3} %  {left}")
    }

    /// A bar that counts studies; where it is not seen, a line a minute for the log.
    pub(super) fn of_studies(quiet: bool, locale: &'static Locale) -> Self {
        let progress = TerminalProgress::styled(quiet, "{msg:<12} {bar:32} {pos}/{len}  {left}");
        progress.with_lines(quiet, locale)
    }

    /// The same with a line a minute where the bar is not seen.
    pub(super) fn with_lines(mut self, quiet: bool, locale: &'static Locale) -> Self {
        let is_log = !quiet && self.bar.is_hidden();
        self.log = is_log.then(|| Log::new(locale, Duration::from_secs(60)));
        self
    }

    fn styled(quiet: bool, template: &str) -> Self {
        stop::listen();
        let is_seen = !quiet && terminal::stderr_is_terminal();
        let bar = if is_seen { ProgressBar::no_length() } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.with_key("left", left));
        }
        if is_seen {
            bar.enable_steady_tick(Duration::from_millis(250));
        }
        TerminalProgress { bar, log: None }
    }

    fn with_log<T>(&self, act: impl FnOnce(&mut Log) -> T) -> Option<T> {
        self.log.as_ref()?.lock().ok().map(|mut log| act(&mut log))
    }

    /// Names what is being done.
    pub(super) fn stage(&self, name: String) {
        self.with_log(|log| log.stage.clone_from(&name));
        self.bar.set_message(name);
    }

    /// So many studies are ahead.
    pub(super) fn begins_studies(&self, studies: u64) {
        self.begins(studies);
        self.with_log(|log| log.begins(true));
    }

    /// Says what is known of a run before it is simulated, where somebody waits at a terminal.
    pub(super) fn preview(&self, study: &Study) {
        if self.bar.is_hidden() {
            return;
        }
        if let Some(text) = preview(study, Locale::of(study.language)) {
            self.say(&lines(&text, terminal::width()).join("\n"));
        }
    }

    /// Says a line above the bar.
    pub(super) fn say(&self, text: &str) {
        self.bar.suspend(|| terminal::say(text));
    }

    /// Says something of what `head` names.
    pub(super) fn say_diagnostic(&self, head: &str, diagnostic: &Diagnostic, locale: &Locale) {
        self.bar.suspend(|| {
            terminal::say(head);
            terminal::say_all(std::slice::from_ref(diagnostic), locale);
        });
    }

    /// Says what went wrong with what `head` names.
    pub(super) fn say_error(&self, head: &str, error: &Error, locale: &Locale) {
        self.bar.suspend(|| {
            terminal::say(head);
            terminal::complain(error, locale);
        });
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for TerminalProgress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for TerminalProgress {
    fn begins(&self, steps: u64) {
        self.with_log(|log| log.begins(false));
        self.bar.set_length(steps);
        self.bar.reset();
    }

    fn advances(&self) {
        self.bar.inc(1);
        let line = self.with_log(|log| log.line(self.bar.position(), self.bar.length().unwrap_or_default()));
        if let Some(line) = line.flatten() {
            self.say(&line);
        }
    }

    fn is_stopped(&self) -> bool {
        stop::is_stopped()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use crate::cli::progress::Log;
    use crate::language::{Language, Locale};

    #[test]
    fn a_log_says_how_far_it_is_now_and_then() {
        let log = |seconds| Log::new(Locale::of(Language::English), Duration::from_secs(seconds)).into_inner().unwrap();
        assert_eq!(log(3600).line(1, 10), None);
        let mut often = log(0);
        often.stage = "running".into();
        assert_eq!(often.line(0, 10), None);
        let line = often.line(4, 10).unwrap();
        assert!(line.starts_with("running: 4 of 10") && line.ends_with("1 minute left"), "{line}");
        assert!(often.line(10, 10).unwrap().ends_with("less than a minute left"));
        often.begins(false);
        assert!(often.line(26_899, 78_125).unwrap().starts_with("running: 34 %, "));
        assert!(often.line(26_899, 0).unwrap().contains(" done, "));
    }
}
