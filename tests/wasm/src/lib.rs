//! The core for WebAssembly: `name_runs()` and `compute_run(i)` leave a text and say how long it is, `text()` says where.

mod runs;

use std::sync::Mutex;

use runs::{compute, names};

static TEXT: Mutex<String> = Mutex::new(String::new());

fn keep(text: String) -> usize {
    let length = text.len();
    *TEXT.lock().expect("one thread") = text;
    length
}

/// The length of the text that `names` makes.
#[unsafe(no_mangle)]
pub extern "C" fn name_runs() -> usize {
    keep(names())
}

/// The length of the text that run `i` computes.
#[unsafe(no_mangle)]
pub extern "C" fn compute_run(i: usize) -> usize {
    keep(compute(i))
}

/// Where the last text stands.
#[unsafe(no_mangle)]
pub extern "C" fn text() -> *const u8 {
    TEXT.lock().expect("one thread").as_ptr()
}
