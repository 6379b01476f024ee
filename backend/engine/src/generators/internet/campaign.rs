//! Campaigns of marketing: source, medium and campaign of a row suit one another. Languages: tag and name of a row agree.

use crate::generator::Family;
use crate::generators::support::describe::{bundle, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::Facts;
use crate::generators::support::fillers::{one, texts};
use crate::generators::support::language::Tongues;

/// Where a visit comes from: `utm_source` and `utm_medium`, with its share.
struct Channel {
    source: &'static str,
    medium: &'static str,
    share: f64,
}

const fn channel(source: &'static str, medium: &'static str, share: f64) -> Channel {
    Channel { source, medium, share }
}

static CHANNELS: Facts<Channel> = Facts::new(
    "channel",
    &[
        channel("google", "cpc", 24.0),
        channel("google", "organic", 20.0),
        channel("newsletter", "email", 16.0),
        channel("facebook", "paid_social", 9.0),
        channel("instagram", "paid_social", 8.0),
        channel("facebook", "social", 5.0),
        channel("linkedin", "social", 4.0),
        channel("bing", "cpc", 3.0),
        channel("youtube", "video", 3.0),
        channel("tiktok", "paid_social", 3.0),
        channel("partner", "affiliate", 3.0),
        channel("whatsapp", "referral", 2.0),
    ],
    |channel| channel.share,
);

const SEASONS: [&str; 12] = [
    "spring",
    "summer",
    "autumn",
    "winter",
    "black_friday",
    "cyber_monday",
    "christmas",
    "back_to_school",
    "new_year",
    "easter",
    "mothers_day",
    "anniversary",
];
const AIMS: [&str; 6] = ["sale", "launch", "retargeting", "brand", "promo", "winback"];

/// `utm_source`.
pub(super) static SOURCE: Entry = Entry::text(
    "internet.utm_source",
    Family::Internet,
    words("Campaign source", "Fuente de campaña"),
    words(
        "utm_source: the site or list a visit comes from.",
        "utm_source: el sitio o la lista de la que viene una visita.",
    ),
    |reader, cx| CHANNELS.names(reader, cx, |channel, _| channel.source),
)
.with(|| CHANNELS.params(), "{}");

/// `utm_medium`.
pub(super) static MEDIUM: Entry = Entry::text(
    "internet.utm_medium",
    Family::Internet,
    words("Campaign medium", "Medio de campaña"),
    words(
        "utm_medium: the kind of channel, which suits the row's source.",
        "utm_medium: el tipo de canal, acorde con la fuente de la fila.",
    ),
    |reader, cx| CHANNELS.names(reader, cx, |channel, _| channel.medium),
)
.with(|| CHANNELS.params(), "{}");

/// `utm_campaign`.
pub(super) static CAMPAIGN: Entry = Entry::text(
    "internet.utm_campaign",
    Family::Internet,
    words("Campaign", "Campaña"),
    words("utm_campaign: season, aim and year.", "utm_campaign: temporada, objetivo y año."),
    |reader, cx| {
        let stream = cx.table_stream.named("campaign").named(reader.text("bundle", ""));
        let year = u64::from(chrono::Datelike::year(&cx.as_of).unsigned_abs());
        texts(cx, 24, move |row, out| {
            let mut cell = stream.cell(row);
            out.push(one(&mut cell, &SEASONS));
            out.push("_");
            out.push(one(&mut cell, &AIMS));
            out.push("_");
            out.push_number(year - cell.below(3));
        })
    },
)
.with(|| vec![bundle(&["campaign"])], "{}");

/// A language: tag of BCP 47, the locale most of its users have, share of the web's contents in per cent.
struct Spoken {
    tag: &'static str,
    locale: &'static str,
    share: f64,
    names: Tongues,
}

const fn spoken(tag: &'static str, locale: &'static str, share: f64, names: Tongues) -> Spoken {
    Spoken { tag, locale, share, names }
}

// Shares: W3Techs, "Usage statistics of content languages for websites", 2024, rounded. Names: Unicode CLDR.
#[rustfmt::skip]
static LANGUAGES: Facts<Spoken> = Facts::new("language", &[
    spoken("en", "en-US", 49.6, ["English", "inglés", "inglês", "anglais", "Englisch", "inglese", "Engels"]),
    spoken("es", "es-ES", 5.9, ["Spanish", "español", "espanhol", "espagnol", "Spanisch", "spagnolo", "Spaans"]),
    spoken("de", "de-DE", 5.4, ["German", "alemán", "alemão", "allemand", "Deutsch", "tedesco", "Duits"]),
    spoken("ja", "ja-JP", 4.9, ["Japanese", "japonés", "japonês", "japonais", "Japanisch", "giapponese", "Japans"]),
    spoken("fr", "fr-FR", 4.4, ["French", "francés", "francês", "français", "Französisch", "francese", "Frans"]),
    spoken("ru", "ru-RU", 4.0, ["Russian", "ruso", "russo", "russe", "Russisch", "russo", "Russisch"]),
    spoken("pt", "pt-BR", 3.8, ["Portuguese", "portugués", "português", "portugais", "Portugiesisch", "portoghese", "Portugees"]),
    spoken("it", "it-IT", 2.7, ["Italian", "italiano", "italiano", "italien", "Italienisch", "italiano", "Italiaans"]),
    spoken("nl", "nl-NL", 2.1, ["Dutch", "neerlandés", "holandês", "néerlandais", "Niederländisch", "olandese", "Nederlands"]),
    spoken("pl", "pl-PL", 1.8, ["Polish", "polaco", "polonês", "polonais", "Polnisch", "polacco", "Pools"]),
    spoken("tr", "tr-TR", 1.7, ["Turkish", "turco", "turco", "turc", "Türkisch", "turco", "Turks"]),
    spoken("fa", "fa-IR", 1.3, ["Persian", "persa", "persa", "persan", "Persisch", "persiano", "Perzisch"]),
    spoken("zh", "zh-CN", 1.2, ["Chinese", "chino", "chinês", "chinois", "Chinesisch", "cinese", "Chinees"]),
    spoken("vi", "vi-VN", 1.1, ["Vietnamese", "vietnamita", "vietnamita", "vietnamien", "Vietnamesisch", "vietnamita", "Vietnamees"]),
    spoken("id", "id-ID", 1.1, ["Indonesian", "indonesio", "indonésio", "indonésien", "Indonesisch", "indonesiano", "Indonesisch"]),
    spoken("cs", "cs-CZ", 1.0, ["Czech", "checo", "tcheco", "tchèque", "Tschechisch", "ceco", "Tsjechisch"]),
    spoken("ko", "ko-KR", 0.8, ["Korean", "coreano", "coreano", "coréen", "Koreanisch", "coreano", "Koreaans"]),
    spoken("uk", "uk-UA", 0.6, ["Ukrainian", "ucraniano", "ucraniano", "ukrainien", "Ukrainisch", "ucraino", "Oekraïens"]),
    spoken("hu", "hu-HU", 0.6, ["Hungarian", "húngaro", "húngaro", "hongrois", "Ungarisch", "ungherese", "Hongaars"]),
    spoken("ro", "ro-RO", 0.5, ["Romanian", "rumano", "romeno", "roumain", "Rumänisch", "rumeno", "Roemeens"]),
    spoken("ar", "ar-EG", 0.5, ["Arabic", "árabe", "árabe", "arabe", "Arabisch", "arabo", "Arabisch"]),
    spoken("sv", "sv-SE", 0.5, ["Swedish", "sueco", "sueco", "suédois", "Schwedisch", "svedese", "Zweeds"]),
    spoken("el", "el-GR", 0.5, ["Greek", "griego", "grego", "grec", "Griechisch", "greco", "Grieks"]),
    spoken("da", "da-DK", 0.4, ["Danish", "danés", "dinamarquês", "danois", "Dänisch", "danese", "Deens"]),
    spoken("fi", "fi-FI", 0.4, ["Finnish", "finés", "finlandês", "finnois", "Finnisch", "finlandese", "Fins"]),
    spoken("he", "he-IL", 0.4, ["Hebrew", "hebreo", "hebraico", "hébreu", "Hebräisch", "ebraico", "Hebreeuws"]),
    spoken("sk", "sk-SK", 0.3, ["Slovak", "eslovaco", "eslovaco", "slovaque", "Slowakisch", "slovacco", "Slowaaks"]),
    spoken("th", "th-TH", 0.3, ["Thai", "tailandés", "tailandês", "thaï", "Thailändisch", "thailandese", "Thai"]),
    spoken("bg", "bg-BG", 0.3, ["Bulgarian", "búlgaro", "búlgaro", "bulgare", "Bulgarisch", "bulgaro", "Bulgaars"]),
    spoken("hr", "hr-HR", 0.2, ["Croatian", "croata", "croata", "croate", "Kroatisch", "croato", "Kroatisch"]),
    spoken("nb", "nb-NO", 0.2, ["Norwegian Bokmål", "noruego bokmal", "bokmål norueguês", "norvégien bokmål", "Norwegisch (Bokmål)", "norvegese bokmål", "Noors - Bokmål"]),
    spoken("hi", "hi-IN", 0.1, ["Hindi", "hindi", "híndi", "hindi", "Hindi", "hindi", "Hindi"]),
    spoken("ca", "ca-ES", 0.1, ["Catalan", "catalán", "catalão", "catalan", "Katalanisch", "catalano", "Catalaans"]),
    spoken("eu", "eu-ES", 0.05, ["Basque", "euskera", "basco", "basque", "Baskisch", "basco", "Baskisch"]),
    spoken("gl", "gl-ES", 0.05, ["Galician", "gallego", "galego", "galicien", "Galicisch", "galiziano", "Galicisch"]),
], |language| language.share);

/// Language codes.
pub(super) static LANGUAGE: Entry = Entry::text(
    "internet.language_code",
    Family::Internet,
    words("Language code", "Código de idioma"),
    words(
        "Tags of BCP 47 (ISO 639), as frequent as their languages on the web.",
        "Etiquetas BCP 47 (ISO 639), según la presencia de su idioma en la web.",
    ),
    |reader, cx| LANGUAGES.codes(reader, cx, |language| language.tag),
)
.with(|| LANGUAGES.params(), "{}")
.unique();

/// Locale codes.
pub(super) static LOCALE: Entry = Entry::text(
    "internet.locale_code",
    Family::Internet,
    words("Locale code", "Código de localización"),
    words(
        "Language and country, such as es-ES, of the row's language.",
        "Idioma y país, como es-ES, del idioma de la fila.",
    ),
    |reader, cx| LANGUAGES.codes(reader, cx, |language| language.locale),
)
.with(|| LANGUAGES.params(), "{}")
.unique();

/// Language names.
pub(super) static LANGUAGE_NAME: Entry = Entry::text(
    "internet.language",
    Family::Internet,
    words("Language", "Idioma"),
    words("Names of languages in the language of the locale.", "Nombres de idiomas en el idioma de la localización."),
    |reader, cx| LANGUAGES.names(reader, cx, |language, tongue| tongue.of_all(&language.names)),
)
.with(|| LANGUAGES.params(), "{}")
.localized()
.unique();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::Trial;

    fn texts(name: &'static str) -> Vec<String> {
        Trial::new(name, json!({}), FieldType::String).texts(400)
    }

    #[test]
    fn a_newsletter_comes_by_mail_and_search_is_no_social_network() {
        for (source, medium) in texts("internet.utm_source").iter().zip(texts("internet.utm_medium")) {
            assert_eq!(source == "newsletter", medium == "email", "{source} {medium}");
            assert!(!(source == "google" && medium.contains("social")));
        }
    }

    #[test]
    fn a_locale_begins_with_the_language_of_the_row() {
        let locales = texts("internet.locale_code");
        for (tag, locale) in texts("internet.language_code").iter().zip(&locales) {
            assert!(locale.starts_with(tag) && locale[2..].starts_with('-'), "{tag} {locale}");
        }
        assert!(locales.iter().collect::<HashSet<_>>().len() > 10);
    }

    #[test]
    fn every_name_of_a_language_can_be_unique_in_every_tongue() {
        for locale in crate::locales::all() {
            let trial = Trial::new("internet.language", json!({}), FieldType::String).locale(locale.id).unique(35);
            assert_eq!(trial.compile().unwrap().capacity(), Some(35), "{}", locale.id);
        }
    }
}
