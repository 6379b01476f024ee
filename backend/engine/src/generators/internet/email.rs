//! `internet.email`: made from the names of the row's person.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::person::bundle::Slot;
use crate::generators::support::describe::{defaulted, locale_and_bundle, optional, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};

use super::handle::Handles;

/// The catalogue's entry.
pub(crate) struct Email;

const DOMAINS: &[&str] = &["example", "free"];
/// Second-level domains that belong to nobody (RFC 2606), and names under them.
const RESERVED: [&str; 6] =
    ["example.com", "example.org", "example.net", "mail.example.com", "mail.example.org", "mail.example.net"];
/// Longest address a mail server takes (RFC 5321), and longest part before the `@`.
const LONGEST: (usize, usize) = (254, 64);
/// Shortest part before the `@` that has room for a letter and any number.
const SHORTEST: usize = 12;

impl Generator for Email {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![
            defaulted(
                "domains",
                ParamKind::Choice(DOMAINS),
                words("Domains", "Dominios"),
                words(
                    "example: reserved domains, no mail can reach a real person; free: common mail providers.",
                    "example: dominios reservados, ningún correo llega a una persona real; free: proveedores comunes.",
                ),
                DOMAINS[0],
            ),
            optional(
                "domain",
                ParamKind::Text,
                words("Domain", "Dominio"),
                words("One domain for all, such as acme.example.", "Un dominio para todos, como acme.example."),
            ),
        ];
        params.extend(locale_and_bundle(&["person"]));
        Descriptor {
            name: "internet.email",
            family: Family::Internet,
            label: words("E-mail address", "Correo electrónico"),
            description: words(
                "E-mail addresses made from the person's names; with a number where they must differ.",
                "Correos formados con el nombre de la persona; con un número si deben ser distintos.",
            ),
            produces: &[FieldType::Email, FieldType::String, FieldType::Text],
            params,
            example: json!({ "domains": "example" }),
            localized: true,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let handles = Handles::compile(&mut reader, cx);
        let free = reader.choice("domains", DOMAINS) == "free";
        let domain = reader.text("domain", "").trim().trim_start_matches('@').to_ascii_lowercase();
        if !domain.is_empty() && !is_domain(&domain) {
            reader.problem("domain", "wrong_value", format!("\"{domain}\" is not a domain name such as acme.example"));
        }
        let limit = limit(cx.field).map_or(LONGEST.0, |l| LONGEST.0.min(l as usize));
        let filler = Addresses { handles, free, domain, limit };
        let longest = filler.longest_domain();
        if limit < longest + 1 + SHORTEST {
            let least = longest + 1 + SHORTEST;
            reader.problem(
                "",
                "too_short",
                format!("these e-mail addresses need a length of at least {least}, not {limit}"),
            );
        }
        reader.finish(Box::new(filler))
    }
}

/// Letters, digits and inner hyphens between dots, at least two parts.
fn is_domain(text: &str) -> bool {
    let part = |p: &str| {
        (1..=63).contains(&p.len())
            && p.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !p.starts_with('-')
            && !p.ends_with('-')
    };
    text.len() <= 200 && text.contains('.') && text.split('.').all(part)
}

struct Addresses {
    handles: Handles,
    free: bool,
    /// One for all, unless empty.
    domain: String,
    limit: usize,
}

impl Addresses {
    fn domain(&self, row: u64) -> &str {
        if !self.domain.is_empty() {
            return &self.domain;
        }
        let bits = self.handles.people.bits(Slot::MailDomain, row);
        if self.free {
            let tables = self.handles.people.tables(row);
            return tables.locale.names.free_mail[tables.mail.pick(bits)].0;
        }
        RESERVED[((u128::from(bits) * RESERVED.len() as u128) >> 64) as usize]
    }

    fn longest_domain(&self) -> usize {
        match (self.domain.len(), self.free) {
            (0, false) => 16,
            (0, true) => 14,
            (given, _) => given,
        }
    }
}

impl Filler for Addresses {
    fn capacity(&self) -> Option<u128> {
        self.handles.capacity()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 32, None);
        for &row in cx.rows {
            let domain = self.domain(row);
            self.handles.write(row, LONGEST.1.min(self.limit - domain.len() - 1), &mut out);
            out.push_byte(b'@');
            out.push(domain);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::generators::support::folding::fold;
    use crate::locales;
    use crate::testing::Trial;

    #[test]
    fn addresses_are_valid_and_carry_the_names_of_the_row() {
        for locale in locales::all() {
            let trial = |generator| Trial::new(generator, json!({}), FieldType::String).locale(locale.id);
            let (mails, first) = (trial("internet.email").texts(300), trial("person.first_name").texts(300));
            let last = Trial::new("person.last_name", json!({ "part": "first" }), FieldType::String)
                .locale(locale.id)
                .texts(300);
            let fold = |name: &str| fold(name, locale.language.spelling);
            for ((mail, first), last) in mails.iter().zip(first).zip(last) {
                let (local, domain) = mail.split_once('@').unwrap();
                assert!(is_domain(domain) && domain.contains("example"), "{mail}");
                assert!(local.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'_'), "{mail}");
                assert!(local.starts_with(&fold(&first)[..1]) || local.contains(&fold(&first)), "{mail} {first}");
                assert!(local.contains(&fold(&last)), "{mail} {last}");
            }
        }
    }

    #[test]
    fn umlauts_are_spelt_out_in_german() {
        let trial = |generator| Trial::new(generator, json!({}), FieldType::String).locale("de_DE").texts(300);
        let of_mueller = trial("internet.email").into_iter().zip(trial("person.last_name"));
        let of_mueller: Vec<_> = of_mueller.filter(|(_, name)| name == "Müller").map(|(mail, _)| mail).collect();
        assert!(!of_mueller.is_empty() && of_mueller.iter().all(|mail| mail.contains("mueller")), "{of_mueller:?}");
    }

    #[test]
    fn unique_addresses_differ_and_stay_short() {
        let made =
            Trial::new("internet.email", json!({ "domains": "free" }), FieldType::Email).unique(10_000).texts(10_000);
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), 10_000);
        let digits = |m: &String| m.bytes().filter(u8::is_ascii_digit).count();
        assert!(made[..100].iter().all(|m| digits(m) <= 2) && made.iter().all(|m| digits(m) <= 4));
    }

    #[test]
    fn the_longest_provider_fits_what_is_reserved_for_it() {
        let longest = |of: &mut dyn Iterator<Item = usize>| of.max();
        let free = locales::all().iter().flat_map(|l| l.names.free_mail).map(|(d, _)| d.len());
        assert!(longest(&mut { free }) <= Some(14));
        assert_eq!(longest(&mut RESERVED.iter().map(|d| d.len())), Some(16));
    }

    #[test]
    fn a_short_column_gets_short_addresses_and_a_bad_domain_is_told() {
        let trial = Trial::new("internet.email", json!({ "domain": "acme.example" }), FieldType::Email)
            .field(|f| f.constraints.max_length = Some(25));
        assert!(trial.texts(200).iter().all(|m| m.len() <= 25 && m.ends_with("@acme.example")));
        let bad = Trial::new("internet.email", json!({ "domain": "not a domain" }), FieldType::Email);
        assert_eq!(bad.compile().err().unwrap()[0].code, "wrong_value");
    }
}
