#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| recoup_fuzz::edges(data));

#[cfg(not(fuzzing))]
fn main() {
    recoup_fuzz::plain::run("edges", recoup_fuzz::edges);
}
