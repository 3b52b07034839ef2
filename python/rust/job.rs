//! Work without the lock of the interpreter: in a pool of threads of its own, with Ctrl-C and progress.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use recoup::diagnostic::Diagnostic;
use recoup::engine::estimate::Estimate;
use recoup::engine::progress::Progress;
use recoup::error::Error;

use crate::errors::{exception, usage};

/// How often signals are looked at and progress is told.
pub(crate) const EVERY: Duration = Duration::from_millis(50);
/// Stack of a thread, as that of the program's first.
const STACK: usize = 8 << 20;
/// Pools that are kept for calls with the same number of threads.
const KEPT_POOLS: usize = 4;
/// Most threads, as `--threads` has it.
const MOST_THREADS: usize = 1024;

thread_local! {
    static HERE: RefCell<Option<Arc<Inside>>> = const { RefCell::new(None) };
}

/// Whether the work of this thread is to stop: for readers of files, which know no progress.
pub(crate) fn is_stopped_here() -> bool {
    HERE.with(|here| here.borrow().as_ref().is_some_and(|inside| inside.stopped.load(Ordering::Relaxed)))
}

#[derive(Debug, Default)]
struct Inside {
    stopped: AtomicBool,
    done: AtomicU64,
    of: AtomicU64,
    stage: Mutex<&'static str>,
}

/// What a piece of work is watched by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Watch(Arc<Inside>);

impl Watch {
    /// Names what is being done.
    pub(crate) fn stage(&self, stage: &'static str) {
        *self.0.stage.lock().unwrap_or_else(PoisonError::into_inner) = stage;
        self.begins(0);
    }

    fn state(&self) -> (&'static str, u64, u64) {
        let stage = *self.0.stage.lock().unwrap_or_else(PoisonError::into_inner);
        (stage, self.0.done.load(Ordering::Relaxed), self.0.of.load(Ordering::Relaxed))
    }
}

impl Progress for Watch {
    fn begins(&self, steps: u64) {
        self.0.of.store(steps, Ordering::Relaxed);
        self.0.done.store(0, Ordering::Relaxed);
    }

    fn advances(&self) {
        self.0.done.fetch_add(1, Ordering::Relaxed);
    }

    fn is_stopped(&self) -> bool {
        self.0.stopped.load(Ordering::Relaxed)
    }
}

/// Follows a batch by its runs.
#[derive(Clone, Debug)]
pub(crate) struct BatchWatch(pub(crate) Watch);

impl Progress for BatchWatch {
    fn begins(&self, _: u64) {}

    fn advances(&self) {}

    fn is_stopped(&self) -> bool {
        self.0.is_stopped()
    }
}

impl recoup::batch::run::Follow for BatchWatch {
    fn checks(&self, runs: usize) {
        self.0.stage("checking");
        self.0.begins(runs as u64);
    }

    fn checked(&self) {
        self.0.advances();
    }

    fn notes(&self, _: &[&str], _: &Diagnostic) {}

    fn estimates(&self, _: &Estimate) {}

    fn begins_runs(&self, _: usize, _: usize, ahead: usize) {
        self.0.stage("running");
        self.0.begins(ahead as u64);
    }

    fn ends(&self, _: &str, _: Result<(), &Error>) {
        self.0.advances();
    }
}

/// Refuses a batch in a process that was forked from one that ran a batch: the work of a batch is done by the threads that all
/// libraries of a process share, and those are not there after a fork.
pub(crate) fn has_shared_threads() -> Result<(), Error> {
    static FIRST: AtomicU32 = AtomicU32::new(0);
    let process = std::process::id();
    match FIRST.compare_exchange(0, process, Ordering::SeqCst, Ordering::SeqCst) {
        Err(first) if first != process => Err(Error::Usage(
            "this process was forked from one that ran a batch: start it by `spawn`, or run the command `recoup batch`"
                .into(),
        )),
        _ => Ok(()),
    }
}

/// A pool of `threads` threads that process `process` started.
struct Pool {
    process: u32,
    threads: usize,
    pool: Arc<ThreadPool>,
}

static POOLS: Mutex<Vec<Pool>> = Mutex::new(Vec::new());

/// The pool of that many threads. The threads of a process are gone in a process that was forked from it, which gets pools of its
/// own.
fn pool(threads: usize) -> Result<Arc<ThreadPool>, String> {
    let mut pools = POOLS.lock().unwrap_or_else(PoisonError::into_inner);
    let process = std::process::id();
    let (own, forked): (Vec<Pool>, Vec<Pool>) = pools.drain(..).partition(|pool| pool.process == process);
    *pools = own;
    // To end a pool, its threads would have to answer.
    std::mem::forget(forked);
    if let Some(known) = pools.iter().find(|pool| pool.threads == threads) {
        return Ok(known.pool.clone());
    }
    let builder = ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK);
    let pool = builder.thread_name(|i| format!("recoup-{i}")).build();
    let pool = Arc::new(pool.map_err(|error| format!("{threads} threads cannot be had: {error}"))?);
    if pools.len() == KEPT_POOLS {
        pools.remove(0);
    }
    pools.push(Pool { process, threads, pool: pool.clone() });
    Ok(pool)
}

/// Does `work` without the lock of the interpreter, on that many threads, one a core where none are asked for. Meanwhile this
/// thread looks at signals and tells `callback` the stage, the steps done and those ahead; what one of them raises stops the work.
pub(crate) fn run<T: Send>(
    py: Python<'_>,
    threads: Option<usize>,
    callback: Option<Py<PyAny>>,
    work: impl FnOnce(&Watch) -> Result<T, Error> + Send,
) -> PyResult<T> {
    if threads.is_some_and(|threads| threads == 0 || threads > MOST_THREADS) {
        return Err(usage(py, format!("`threads` lies from 1 to {MOST_THREADS}")));
    }
    let watch = Watch::default();
    let (outcome, raised) = py.detach(|| watched(threads, callback, &watch, work));
    match (raised, outcome) {
        (Some(raised), _) => Err(raised),
        (None, Ok(value)) => Ok(value),
        (None, Err(error)) => Err(exception(py, &error)),
    }
}

fn watched<T: Send>(
    threads: Option<usize>,
    callback: Option<Py<PyAny>>,
    watch: &Watch,
    work: impl FnOnce(&Watch) -> Result<T, Error> + Send,
) -> (Result<T, Error>, Option<PyErr>) {
    let pool = match pool(threads.unwrap_or(0)) {
        Ok(pool) => pool,
        Err(message) => return (Err(Error::Usage(message)), None),
    };
    let (ended, end) = channel::<()>();
    let begun = |watch: &Watch| {
        HERE.with(|here| *here.borrow_mut() = Some(watch.0.clone()));
        let outcome = work(watch);
        HERE.with(|here| *here.borrow_mut() = None);
        outcome
    };
    let mut raised = None;
    let mut look = |py: Python<'_>| {
        let looked = py.check_signals().and_then(|()| match &callback {
            Some(callback) => callback.call1(py, watch.state()).map(drop),
            None => Ok(()),
        });
        if let Err(error) = looked {
            watch.0.stopped.store(true, Ordering::Relaxed);
            raised = Some(error);
        }
    };
    let outcome = std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || {
            let _ended = ended;
            pool.install(|| begun(watch))
        });
        let worker = match worker {
            Ok(worker) => worker,
            Err(error) => return Err(Error::Usage(format!("no thread can be had: {error}"))),
        };
        while end.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
            if !watch.is_stopped() {
                Python::attach(&mut look);
            }
        }
        worker.join().unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<&str>().map(ToString::to_string);
            Err(Error::Broken(text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()))
        })
    });
    if raised.is_none() && callback.is_some() && outcome.is_ok() {
        let last = Python::attach(|py| callback.as_ref().map(|callback| callback.call1(py, ("done", 1, 1))));
        raised = last.and_then(Result::err);
    }
    (outcome, raised)
}
