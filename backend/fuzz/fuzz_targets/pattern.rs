//! Any text as a regular expression to make texts from.
#![no_main]

libfuzzer_sys::fuzz_target!(|pattern: &str| dmb_fuzz::first_texts("code.pattern", "pattern", pattern));
