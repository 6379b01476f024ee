//! The net: addresses of people and machines, sites, agents. E-mail addresses and user names agree with the names of
//! the row's person, domains and URLs with the row's company.

use crate::generator::Generator;

mod campaign;
mod contact;
mod email;
mod handle;
mod ip;
mod mac;
mod network;
mod password;
mod site;
mod tokens;
mod user_agent;
mod user_name;
mod web;

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
    &contact::COMPANY_EMAIL,
    &contact::SOCIAL,
    &contact::PROVIDER,
    &contact::AVATAR,
    &web::PAGE,
    &web::PATH,
    &web::QUERY,
    &web::SLUG,
    &web::SUBDOMAIN,
    &web::TOP_LEVEL,
    &web::REFERRER,
    &network::CIDR4,
    &network::CIDR6,
    &network::ASN,
    &tokens::COOKIE,
    &tokens::JWT,
    &tokens::SCOPE,
    &tokens::HEADER,
    &campaign::SOURCE,
    &campaign::MEDIUM,
    &campaign::CAMPAIGN,
    &campaign::LANGUAGE_NAME,
    &campaign::LANGUAGE,
    &campaign::LOCALE,
];
