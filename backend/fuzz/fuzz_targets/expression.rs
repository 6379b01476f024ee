//! Any text as an expression in SQL over a row of every type, and with it as the field it fills.
#![no_main]

libfuzzer_sys::fuzz_target!(|sql: &str| dmb_fuzz::first_values(sql));
