//! Any text as a design file: read, validated, planned and its first rows made.
#![no_main]

use dmb_spec::{file, validate};

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(design) = file::from_str(text) {
        let _ = validate(&design);
        dmb_fuzz::first_rows(design);
    }
});
