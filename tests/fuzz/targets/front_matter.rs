//! libFuzzer's way into `promises::front_matter`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| promises::front_matter(data));
