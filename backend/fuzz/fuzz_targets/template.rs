//! Any text as a template of codes.
#![no_main]

libfuzzer_sys::fuzz_target!(|template: &str| dmb_fuzz::first_texts("code.template", "template", template));
