//! libFuzzer's way into `promises::markdown`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| promises::markdown(data));
