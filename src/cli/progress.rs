//! A progress bar on stderr, and the wish to stop.

use std::io::IsTerminal;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::terminal;
use crate::engine::watch::Watch;
use crate::error::Error;

static STOPPED: AtomicBool = AtomicBool::new(false);
static HANDLER: Once = Once::new();

/// Shows progress where stderr is a terminal, and stops on Ctrl-C.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar, invisible where it would not be seen; the first Ctrl-C asks to stop, the second ends.
    pub fn new(quiet: bool) -> Self {
        Progress::styled(quiet, "{msg:<12} {bar:32} {percent:>3} %  {per_sec}, {eta}")
    }

    /// A bar that counts studies.
    pub fn of_studies(quiet: bool) -> Self {
        Progress::styled(quiet, "{msg:<12} {bar:32} {pos}/{len}  {per_sec}, {eta}")
    }

    fn styled(quiet: bool, template: &str) -> Self {
        HANDLER.call_once(|| {
            let _ = ctrlc::set_handler(|| {
                if STOPPED.swap(true, Ordering::SeqCst) {
                    std::process::exit(130);
                }
            });
        });
        let bar =
            if quiet || !std::io::stderr().is_terminal() { ProgressBar::hidden() } else { ProgressBar::no_length() };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(250));
        Progress { bar }
    }

    /// Names what is being done.
    pub fn stage(&self, name: String) {
        self.bar.set_message(name);
    }

    /// Says a line above the bar.
    pub fn say(&self, text: &str) {
        self.bar.suspend(|| terminal::say(text));
    }

    /// Says what went wrong with what `head` names.
    pub fn say_error(&self, head: &str, error: &Error) {
        self.bar.suspend(|| {
            terminal::say(head);
            terminal::complain(error);
        });
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Progress {
    fn begins(&self, steps: u64) {
        self.bar.set_length(steps);
        self.bar.reset();
    }

    fn advances(&self) {
        self.bar.inc(1);
    }

    fn is_stopped(&self) -> bool {
        STOPPED.load(Ordering::SeqCst)
    }
}
