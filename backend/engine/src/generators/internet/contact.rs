//! Addresses of people and companies beyond the private e-mail address: at the company's domain, handles of social
//! networks, mail providers, pictures.

use dmb_spec::FieldType;

use crate::generator::{EngineError, Family, FillContext, Filler, ParamKind};
use crate::generators::company::bundle::Firms;
use crate::generators::person::bundle::People;
use crate::generators::support::describe::{bundle, defaulted, words};
use crate::generators::support::digits::{HEX, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{one, texts, whole_texts};
use crate::generators::support::language::Language;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::text::{TextColumn, limit};
use crate::generators::support::weights::Alias;
use crate::locales::Locale;
use arrow_array::ArrayRef;

use super::handle::Handles;

const KINDS: &[&str] = &["person", "role"];
/// Mailboxes of departments, by language.
const ROLES: [&[&str]; 7] = [
    &["info", "contact", "sales", "support", "billing", "hr", "office", "careers"],
    &["info", "contacto", "ventas", "soporte", "facturacion", "rrhh", "oficina", "empleo"],
    &["info", "contato", "vendas", "suporte", "financeiro", "rh", "comercial", "vagas"],
    &["info", "contact", "ventes", "support", "facturation", "rh", "accueil", "emploi"],
    &["info", "kontakt", "vertrieb", "support", "rechnung", "personal", "buero", "karriere"],
    &["info", "contatti", "vendite", "supporto", "amministrazione", "hr", "ufficio", "lavoro"],
    &["info", "contact", "verkoop", "support", "facturatie", "hr", "kantoor", "vacatures"],
];
/// Longest domain of a company, and shortest user name, so that addresses fit.
const LONGEST_DOMAIN: u32 = 64;
const SHORTEST_NAME: u32 = 12;

/// E-mail addresses at work.
pub(super) static COMPANY_EMAIL: Entry = Entry::text(
    "internet.company_email",
    Family::Internet,
    words("Company e-mail address", "Correo de empresa"),
    words(
        "E-mail addresses at the domain of the row's company: of the row's person, or of a department.",
        "Correos en el dominio de la empresa de la fila: de la persona de la fila o de un departamento.",
    ),
    |reader, cx| {
        let role = reader.choice("mailbox", KINDS) == "role";
        let firms = Firms::compile(reader, cx);
        let handles = Handles::compile(reader, cx);
        let languages = PerLocale::compile(reader, cx, Language::of);
        if role && cx.unique {
            reader.problem(
                "mailbox",
                "not_unique",
                "companies share the names of departments; a unique column needs person",
            );
        }
        let least = LONGEST_DOMAIN + 1 + SHORTEST_NAME;
        let limit = limit(cx.field).unwrap_or(254).min(254);
        if limit < least {
            let message = format!("these e-mail addresses need a length of at least {least}, not {limit}");
            reader.problem("", "too_short", message);
        }
        Box::new(Desks { role, firms, handles, languages, stream: cx.stream, limit })
    },
)
.producing(&[FieldType::Email, FieldType::String, FieldType::Text])
.with(
    || {
        let mailbox = defaulted(
            "mailbox",
            ParamKind::Choice(KINDS),
            words("Mailbox", "Buzón"),
            words(
                "Of the row's person, or of a department.",
                "De la persona de la fila (person) o de un departamento (role).",
            ),
            KINDS[0],
        );
        vec![mailbox, bundle(&["company", "person"])]
    },
    "{}",
)
.localized()
.unique();

struct Desks {
    role: bool,
    firms: Firms,
    handles: Handles,
    languages: PerLocale<Language>,
    stream: crate::stream::Stream,
    limit: u32,
}

impl Filler for Desks {
    fn capacity(&self) -> Option<u128> {
        self.handles.capacity()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 40, None);
        for &row in cx.rows {
            if self.role {
                out.push(one(&mut self.stream.cell(row), ROLES[*self.languages.at(row) as usize]));
            } else {
                self.handles.write(row, (self.limit - LONGEST_DOMAIN - 1).min(64) as usize, &mut out);
            }
            out.push("@");
            self.firms.at(row).write_domain(&mut out);
            out.end();
        }
        out.finish()
    }
}

/// Handles.
pub(super) static SOCIAL: Entry = Entry::text(
    "internet.social_handle",
    Family::Internet,
    words("Social network handle", "Usuario de red social"),
    words(
        "An at sign and the user name of the row's person, with a number where they must differ.",
        "Una arroba y el nombre de usuario de la persona de la fila, con un número si deben ser distintos.",
    ),
    |reader, cx| {
        let handles = Handles::compile(reader, cx);
        let most = limit(cx.field).unwrap_or(31).min(31);
        if most <= SHORTEST_NAME {
            let least = SHORTEST_NAME + 1;
            reader.problem("", "too_short", format!("handles need a length of at least {least}, not {most}"));
        }
        Box::new(AtHandles { handles, most: most.max(SHORTEST_NAME + 1) as usize })
    },
)
.with(|| vec![bundle(&["person"])], "{}")
.localized()
.unique();

struct AtHandles {
    handles: Handles,
    most: usize,
}

impl Filler for AtHandles {
    fn capacity(&self) -> Option<u128> {
        self.handles.capacity()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 20, None);
        for &row in cx.rows {
            out.push("@");
            self.handles.write(row, self.most - 1, &mut out);
            // Networks take no points in handles.
            out.current().iter_mut().filter(|b| **b == b'.').for_each(|b| *b = b'_');
            out.end();
        }
        out.finish()
    }
}

/// Mail providers.
pub(super) static PROVIDER: Entry = Entry::text(
    "internet.email_provider",
    Family::Internet,
    words("E-mail provider", "Proveedor de correo"),
    words("Domains of common mail providers of the country.", "Dominios de proveedores de correo habituales del país."),
    |reader, cx| {
        let stream = cx.table_stream.named("provider").named(reader.text("bundle", ""));
        let tables = PerLocale::compile(reader, cx, |locale: &'static Locale| {
            let free = locale.names.free_mail;
            (free, Alias::new(free.iter().map(|(_, weight)| f64::from(*weight))))
        });
        texts(cx, 12, move |row, out| {
            let (free, alias) = tables.at(row);
            out.push(free[alias.pick(stream.cell(row).bits())].0);
        })
    },
)
.with(|| vec![bundle(&["provider"])], "{}")
.localized();

/// Pictures.
pub(super) static AVATAR: Entry = Entry::text(
    "internet.avatar_url",
    Family::Internet,
    words("Avatar address", "Dirección de avatar"),
    words(
        "A picture in the address itself (a data URI, no network): the initials of the row's person on a colour.",
        "Una imagen en la propia dirección (URI de datos, sin red): las iniciales de la persona de la fila sobre un color.",
    ),
    |reader, cx| {
        let people = People::compile(reader, cx);
        let stream = cx.stream;
        whole_texts(reader, cx, 240, move |row, out| {
            let person = people.at(row);
            let initial = |name: &str| name.bytes().next().unwrap_or(b'a').to_ascii_uppercase();
            out.push("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Crect width='8' height='8' fill='%23");
            // Half the light of each colour at most, so that white letters can be read.
            let colour = stream.cell(row).bits() & 0x7F_7F7F;
            push_digits(u128::from(colour), HEX, 6, out);
            out.push("'/%3E%3Ctext x='1' y='5' font-size='4' fill='white'%3E");
            out.push_byte(initial(person.folded_given()));
            out.push_byte(initial(person.folded_family()));
            out.push("%3C/text%3E%3C/svg%3E");
        })
    },
)
.producing(&[FieldType::Text, FieldType::Url, FieldType::String])
.with(|| vec![bundle(&["person"])], "{}")
.localized();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn addresses_at_work_are_at_the_domain_of_the_row_and_differ() {
        let domains = Trial::new("internet.domain", json!({}), FieldType::String).texts(3_000);
        let mails = Trial::new("internet.company_email", json!({}), FieldType::Email).unique(3_000).texts(3_000);
        assert_eq!(mails.iter().collect::<HashSet<_>>().len(), 3_000);
        for (mail, domain) in mails.iter().zip(&domains) {
            assert_eq!(mail.split_once('@').unwrap().1, domain);
        }
        let roles = Trial::new("internet.company_email", json!({ "mailbox": "role" }), FieldType::Email);
        assert!(roles.texts(100).iter().all(|m| ROLES[0].contains(&m.split_once('@').unwrap().0)));
    }

    #[test]
    fn handles_are_short_differ_and_hold_no_points() {
        let made = Trial::new("internet.social_handle", json!({}), FieldType::String).unique(5_000).texts(5_000);
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), 5_000);
        assert!(made.iter().all(|h| h.starts_with('@') && h.len() <= 31 && !h.contains('.')));
    }

    #[test]
    fn pictures_bear_the_initials_of_the_row_and_fit_a_string() {
        let names = Trial::new("person.first_name", json!({}), FieldType::String).texts(100);
        for (picture, name) in
            Trial::new("internet.avatar_url", json!({}), FieldType::String).texts(100).iter().zip(names)
        {
            let text = picture.split("white'%3E").nth(1).unwrap();
            assert_eq!(text[..1], any_ascii::any_ascii(&name)[..1], "{picture}");
            assert!(picture.len() <= 255 && picture.is_ascii(), "{picture}");
        }
    }
}
