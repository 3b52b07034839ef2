//! The request to stop: by Ctrl-C, SIGTERM or SIGHUP.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

/// Whether a stop was requested: by Ctrl-C, by the signal that schedulers send before they kill, or by the hangup of a terminal.
static STOPPED: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| {
    let stopped = Arc::new(AtomicBool::new(false));
    // The order matters: the second Ctrl-C ends at once.
    let _ = flag::register_conditional_shutdown(SIGINT, 130, stopped.clone());
    for signal in [SIGINT, SIGTERM] {
        let _ = flag::register(signal, stopped.clone());
    }
    #[cfg(unix)]
    if takes_hangups() {
        let _ = flag::register(signal_hook::consts::SIGHUP, stopped.clone());
    }
    stopped
});

/// Whether a hangup is to end the program: `nohup` starts it so that it does not. Where the system does not tell, it ends at once,
/// as programs do.
#[cfg(unix)]
fn takes_hangups() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).map(str::trim);
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask, 16).ok());
    // The lowest bit is that of signal 1, the hangup.
    ignored.is_some_and(|mask| mask & 1 == 0)
}

/// Whether a stop was requested so far.
pub(super) fn is_stopped() -> bool {
    STOPPED.load(Ordering::SeqCst)
}

/// Takes the signals from here on.
pub(super) fn listen() {
    LazyLock::force(&STOPPED);
}
