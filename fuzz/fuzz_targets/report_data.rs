#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| recoup_fuzz::report_data(data));

#[cfg(not(fuzzing))]
fn main() {
    recoup_fuzz::plain::run("report_data", recoup_fuzz::report_data);
}
