//! libFuzzer's way into `promises::tree`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| promises::tree(data));
