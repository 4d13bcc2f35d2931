//! libFuzzer's way into `promises::records`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    promises::records(data);
    promises::printed(data);
});
