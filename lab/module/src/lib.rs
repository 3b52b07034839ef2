//! Exports for a browser: `reserve(length)` makes room for a request and says where, `ask()` answers it and says how long the
//! reply is, `reply()` says where the reply stands. Both are UTF-8.

use std::cell::RefCell;

thread_local! {
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static REPLY: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Room for a request of that length, in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    REQUEST.with_borrow_mut(|request| {
        request.clear();
        request.resize(length, 0);
        request.as_mut_ptr()
    })
}

/// Answers the request, and says how long the reply is, in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn ask() -> usize {
    let request = REQUEST.take();
    let reply = recoup_lab::ask(&String::from_utf8_lossy(&request));
    let length = reply.len();
    REPLY.set(reply);
    length
}

/// Where the last reply stands.
#[unsafe(no_mangle)]
pub extern "C" fn reply() -> *const u8 {
    REPLY.with_borrow(|reply| reply.as_ptr())
}
