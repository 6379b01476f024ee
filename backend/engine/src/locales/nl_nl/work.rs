//! Occupations and the parts of company names.

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Accountant", "Accountant"), ("Accountmanager", "Accountmanager"), ("Actuaris", "Actuaris"),
    ("Administratief medewerker", "Administratief medewerkster"), ("Advocaat", "Advocate"),
    ("Ambulanceverpleegkundige", "Ambulanceverpleegkundige"), ("Apotheker", "Apotheker"),
    ("Apothekersassistent", "Apothekersassistente"), ("Architect", "Architect"), ("Bakker", "Bakker"),
    ("Bankmedewerker", "Bankmedewerkster"), ("Beleidsmedewerker", "Beleidsmedewerkster"),
    ("Beveiliger", "Beveiliger"), ("Bibliothecaris", "Bibliothecaresse"), ("Bloemist", "Bloemiste"),
    ("Boekhouder", "Boekhoudster"), ("Bouwkundige", "Bouwkundige"), ("Brandweerman", "Brandweervrouw"),
    ("Buschauffeur", "Buschauffeur"), ("Chirurg", "Chirurg"), ("Civiel ingenieur", "Civiel ingenieur"),
    ("Communicatieadviseur", "Communicatieadviseur"), ("Conciërge", "Conciërge"), ("Data-analist", "Data-analiste"),
    ("Databasebeheerder", "Databasebeheerder"), ("Directeur", "Directrice"), ("Docent", "Docente"),
    ("Dierenarts", "Dierenarts"), ("Elektricien", "Elektricien"), ("Filiaalmanager", "Filiaalmanager"),
    ("Financieel adviseur", "Financieel adviseur"), ("Financieel analist", "Financieel analiste"),
    ("Fotograaf", "Fotografe"), ("Fysiotherapeut", "Fysiotherapeute"), ("Grafisch ontwerper", "Grafisch ontwerpster"),
    ("Heftruckchauffeur", "Heftruckchauffeur"), ("Hotelreceptionist", "Hotelreceptioniste"), ("Hovenier", "Hovenier"),
    ("Huisarts", "Huisarts"), ("Inkoper", "Inkoopster"), ("Installateur", "Installateur"),
    ("Journalist", "Journaliste"), ("Juridisch medewerker", "Juridisch medewerkster"), ("Kapper", "Kapster"),
    ("Kinderleider", "Kinderleidster"), ("Klantenservicemedewerker", "Klantenservicemedewerkster"), ("Kok", "Kokkin"),
    ("Kwaliteitscontroleur", "Kwaliteitscontroleur"), ("Laborant", "Laborante"), ("Landmeter", "Landmeter"),
    ("Lasser", "Lasser"), ("Leraar basisonderwijs", "Lerares basisonderwijs"),
    ("Logistiek medewerker", "Logistiek medewerkster"), ("Loodgieter", "Loodgieter"), ("Machinist", "Machiniste"),
    ("Magazijnmedewerker", "Magazijnmedewerkster"), ("Makelaar", "Makelaar"),
    ("Marketingmanager", "Marketingmanager"), ("Metselaar", "Metselaar"), ("Monteur", "Monteur"),
    ("Netwerkbeheerder", "Netwerkbeheerder"), ("Notaris", "Notaris"), ("Onderhoudsmonteur", "Onderhoudsmonteur"),
    ("Opticien", "Opticien"), ("Personeelsadviseur", "Personeelsadviseur"), ("Piloot", "Pilote"),
    ("Politieagent", "Politieagente"), ("Postbezorger", "Postbezorgster"), ("Productmanager", "Productmanager"),
    ("Programmeur", "Programmeur"), ("Projectleider", "Projectleidster"), ("Psycholoog", "Psychologe"),
    ("Receptionist", "Receptioniste"), ("Redacteur", "Redactrice"), ("Reisadviseur", "Reisadviseur"),
    ("Schilder", "Schilderes"), ("Schoonmaker", "Schoonmaakster"), ("Secretaris", "Secretaresse"),
    ("Slager", "Slager"), ("Softwareontwikkelaar", "Softwareontwikkelaar"), ("Steward", "Stewardess"),
    ("Stratenmaker", "Stratenmaker"), ("Stukadoor", "Stukadoor"), ("Systeembeheerder", "Systeembeheerder"),
    ("Tandarts", "Tandarts"), ("Tandartsassistent", "Tandartsassistente"), ("Timmerman", "Timmerman"),
    ("Tolk", "Tolk"), ("Tuinder", "Tuinder"), ("Verkoopadviseur", "Verkoopadviseur"), ("Verkoper", "Verkoopster"),
    ("Verloskundige", "Verloskundige"), ("Vertaler", "Vertaalster"), ("Verpleegkundige", "Verpleegkundige"),
    ("Verzekeringsadviseur", "Verzekeringsadviseur"), ("Vrachtwagenchauffeur", "Vrachtwagenchauffeur"),
    ("Webontwikkelaar", "Webontwikkelaar"), ("Werktuigbouwkundige", "Werktuigbouwkundige"),
    ("Wijkverpleegkundige", "Wijkverpleegkundige"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Delta", "Maas", "Waal", "IJssel", "Rijnmond", "Veluwe", "Polder", "Kennemer", "Amstel", "Zaan", "Duinzicht",
    "Zeeland", "Brabant", "Twente", "Flevo", "Achterhoek", "Waddenzee", "Lage Landen", "Windmolen", "Waterland",
    "Gouden Eeuw", "Nieuwe Haven", "Oosterschelde", "Westland", "Noorderlicht", "Zilvermeer", "Eikenhorst", "Batavia",
    "Hanze", "Zuiderzee", "Noordzee", "Oranje", "Gooi", "Betuwe", "Drentse Aa", "Randstad",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Bouw", "Logistiek", "Software", "Advies", "Techniek", "Installaties", "Energie", "Media", "Zorg", "Textiel",
    "Automotive", "Agro", "Reizen", "Verzekeringen", "Vastgoed", "Meubelen", "Elektronica", "Voeding", "Transport",
    "Groothandel", "Scheepvaart", "Bloemen", "Zuivel", "Uitgeverij", "Interieur", "Engineering",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("B.V.", 80), ("V.O.F.", 10), ("N.V.", 4), ("Holding B.V.", 5), ("C.V.", 1),
];
