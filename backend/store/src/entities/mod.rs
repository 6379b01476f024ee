//! Rows as the database has them. Nothing here leaves this room: each noun turns its rows into records.

pub(crate) mod access_token;
pub(crate) mod audit_entry;
pub(crate) mod export;
pub(crate) mod job;
pub(crate) mod job_event;
pub(crate) mod job_execution;
pub(crate) mod job_profile;
pub(crate) mod migration;
pub(crate) mod project;
pub(crate) mod project_table;
pub(crate) mod session;
pub(crate) mod session_token;
pub(crate) mod setting;
pub(crate) mod table_version;
pub(crate) mod throttle;
pub(crate) mod user;
