#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| recoup_fuzz::runs(data));

#[cfg(not(fuzzing))]
fn main() {
    recoup_fuzz::plain::run("runs", recoup_fuzz::runs);
}
