//! Occupations and the parts of company names.

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Anwalt", "Anwältin"), ("Apotheker", "Apothekerin"), ("Architekt", "Architektin"), ("Arzt", "Ärztin"),
    ("Augenoptiker", "Augenoptikerin"), ("Automechaniker", "Automechanikerin"), ("Bäcker", "Bäckerin"),
    ("Bankkaufmann", "Bankkauffrau"), ("Bauingenieur", "Bauingenieurin"), ("Bauleiter", "Bauleiterin"),
    ("Bibliothekar", "Bibliothekarin"), ("Buchhalter", "Buchhalterin"), ("Bürokaufmann", "Bürokauffrau"),
    ("Busfahrer", "Busfahrerin"), ("Chemielaborant", "Chemielaborantin"), ("Controller", "Controllerin"),
    ("Dachdecker", "Dachdeckerin"), ("Datenanalyst", "Datenanalystin"),
    ("Datenbankadministrator", "Datenbankadministratorin"), ("Dolmetscher", "Dolmetscherin"),
    ("Einkäufer", "Einkäuferin"), ("Elektriker", "Elektrikerin"), ("Erzieher", "Erzieherin"),
    ("Fachinformatiker", "Fachinformatikerin"), ("Fachkraft für Lagerlogistik", "Fachkraft für Lagerlogistik"),
    ("Feuerwehrmann", "Feuerwehrfrau"), ("Filialleiter", "Filialleiterin"), ("Finanzberater", "Finanzberaterin"),
    ("Fliesenleger", "Fliesenlegerin"), ("Florist", "Floristin"), ("Flugbegleiter", "Flugbegleiterin"),
    ("Fotograf", "Fotografin"), ("Friseur", "Friseurin"), ("Gärtner", "Gärtnerin"),
    ("Geschäftsführer", "Geschäftsführerin"), ("Grafikdesigner", "Grafikdesignerin"),
    ("Grundschullehrer", "Grundschullehrerin"), ("Gymnasiallehrer", "Gymnasiallehrerin"),
    ("Hausmeister", "Hausmeisterin"), ("Heizungsbauer", "Heizungsbauerin"), ("Hotelfachmann", "Hotelfachfrau"),
    ("Immobilienmakler", "Immobilienmaklerin"), ("Industriekaufmann", "Industriekauffrau"),
    ("Industriemechaniker", "Industriemechanikerin"), ("Informatiker", "Informatikerin"),
    ("Journalist", "Journalistin"), ("Kellner", "Kellnerin"), ("Koch", "Köchin"),
    ("Krankenpfleger", "Krankenpflegerin"), ("Kundenberater", "Kundenberaterin"), ("Lagerist", "Lageristin"),
    ("Lkw-Fahrer", "Lkw-Fahrerin"), ("Lokführer", "Lokführerin"), ("Maler und Lackierer", "Malerin und Lackiererin"),
    ("Marketingleiter", "Marketingleiterin"), ("Maschinenbauingenieur", "Maschinenbauingenieurin"),
    ("Maschinenführer", "Maschinenführerin"), ("Maurer", "Maurerin"), ("Mechatroniker", "Mechatronikerin"),
    ("Metzger", "Metzgerin"), ("Netzwerktechniker", "Netzwerktechnikerin"), ("Notar", "Notarin"),
    ("Paketzusteller", "Paketzustellerin"), ("Personalreferent", "Personalreferentin"),
    ("Physiotherapeut", "Physiotherapeutin"), ("Pilot", "Pilotin"), ("Polizist", "Polizistin"),
    ("Produktmanager", "Produktmanagerin"), ("Projektleiter", "Projektleiterin"), ("Psychologe", "Psychologin"),
    ("Qualitätsprüfer", "Qualitätsprüferin"), ("Redakteur", "Redakteurin"),
    ("Rechtsanwaltsfachangestellter", "Rechtsanwaltsfachangestellte"), ("Sachbearbeiter", "Sachbearbeiterin"),
    ("Schlosser", "Schlosserin"), ("Schreiner", "Schreinerin"), ("Schweißer", "Schweißerin"),
    ("Sekretär", "Sekretärin"), ("Sicherheitsmitarbeiter", "Sicherheitsmitarbeiterin"),
    ("Softwareentwickler", "Softwareentwicklerin"), ("Sozialarbeiter", "Sozialarbeiterin"),
    ("Steuerberater", "Steuerberaterin"), ("Systemadministrator", "Systemadministratorin"),
    ("Tierarzt", "Tierärztin"), ("Übersetzer", "Übersetzerin"), ("Verkäufer", "Verkäuferin"),
    ("Vermessungstechniker", "Vermessungstechnikerin"), ("Versicherungskaufmann", "Versicherungskauffrau"),
    ("Vertriebsleiter", "Vertriebsleiterin"), ("Webentwickler", "Webentwicklerin"),
    ("Wirtschaftsprüfer", "Wirtschaftsprüferin"), ("Zahnarzt", "Zahnärztin"), ("Zimmermann", "Zimmerin"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Nordlicht", "Rheintal", "Alpenblick", "Hansa", "Elbe", "Isar", "Donau", "Neckar", "Spree", "Weser", "Ostsee",
    "Schwarzwald", "Harz", "Eifel", "Allgäu", "Lausitz", "Westfalia", "Saxonia", "Bavaria", "Hammonia", "Germania",
    "Phönix", "Adler", "Sonnenhof", "Lindenhof", "Mühlbach", "Grünwald", "Steinbach", "Silberstern", "Helios",
    "Merkur", "Kronberg", "Falkenstein", "Mainblick", "Nordstern", "Brocken",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Logistik", "Maschinenbau", "Software", "Beratung", "Bau", "Energie", "Medien", "Pharma", "Textil", "Automobile",
    "Agrar", "Reisen", "Versicherungen", "Immobilien", "Möbel", "Elektronik", "Elektrotechnik", "Lebensmittel",
    "Feinkost", "Metallbau", "Spedition", "Verlag", "Kunststofftechnik", "Gebäudetechnik", "Medizintechnik", "Druck",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("GmbH", 62), ("GmbH & Co. KG", 14), ("AG", 6), ("UG (haftungsbeschränkt)", 7), ("KG", 4), ("OHG", 4), ("SE", 1),
    ("e. K.", 3),
];
