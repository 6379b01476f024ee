//! Machines and their logs: requests, errors and log lines of a row agree (see [`event`]), so do the visitor's device,
//! system and browser (see [`client`]), the cloud's provider, region and zone (see [`cloud`]), trace and span.

use crate::generator::Generator;

mod client;
mod cloud;
mod code;
mod errors;
mod event;
mod host;
mod log;
mod request;
mod secrets;
mod sql;
mod trace;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &request::LEVEL,
    &log::LINE,
    &log::ACCESS,
    &request::METHOD,
    &request::STATUS,
    &request::REASON,
    &request::ENDPOINT,
    &request::LATENCY,
    &errors::MESSAGE,
    &errors::EXCEPTION,
    &errors::DEPTH,
    &errors::STACK,
    &request::EXIT_CODE,
    &trace::REQUEST,
    &trace::TRACE,
    &trace::SPAN,
    &trace::PARENT,
    &host::HOSTNAME,
    &host::SERVICE,
    &host::ENVIRONMENT,
    &host::PORT,
    &host::PROCESS,
    &host::CONTAINER,
    &host::IMAGE,
    &host::POD,
    &host::NAMESPACE,
    &code::VERSION,
    &code::COMMIT,
    &code::BRANCH,
    &code::FLAG,
    &sql::STATEMENT,
    &secrets::API_KEY,
    &client::OS,
    &client::BROWSER,
    &client::BROWSER_VERSION,
    &client::DEVICE_TYPE,
    &client::DEVICE_MODEL,
    &client::AGENT,
    &cloud::PROVIDER,
    &cloud::REGION,
    &cloud::ZONE,
    &cloud::INSTANCE,
    &cloud::AWS_REGION,
    &cloud::ACCOUNT,
    &cloud::ARN,
    &cloud::BUCKET,
];
