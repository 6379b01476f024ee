//! Any text as a GraphQL request: refused or let through, never a crash.
#![no_main]

libfuzzer_sys::fuzz_target!(|query: &str| dmb_api::fuzz_guard(query));
