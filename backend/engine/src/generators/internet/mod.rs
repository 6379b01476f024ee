//! The net: addresses of people and machines, sites, agents. E-mail addresses and user names agree with the names of
//! the row's person, domains and URLs with the row's company.

use crate::generator::Generator;

mod email;
mod handle;
mod ip;
mod mac;
mod password;
mod site;
mod user_agent;
mod user_name;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &email::Email,
    &user_name::UserName,
    &site::Url,
    &site::Domain,
    &ip::V4,
    &ip::V6,
    &user_agent::UserAgent,
    &password::Password,
    &mac::Mac,
];
