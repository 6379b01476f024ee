//! Words, and the parts of simple sentences.

/// Common nouns.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "tijd", "jaar", "mens", "manier", "dag", "man", "zaak", "vrouw", "leven", "kind", "wereld", "school", "staat",
    "gezin", "leerling", "groep", "land", "probleem", "hand", "deel", "plaats", "geval", "week", "bedrijf", "systeem",
    "programma", "vraag", "werk", "regering", "nummer", "nacht", "punt", "huis", "water", "kamer", "moeder", "gebied",
    "geld", "verhaal", "feit", "maand", "recht", "studie", "boek", "oog", "baan", "woord", "winkel", "onderwerp",
    "kant", "soort", "hoofd", "woning", "dienst", "vriend", "vader", "macht", "uur", "spel", "lijn", "einde", "lid",
    "wet", "auto", "stad", "gemeente", "naam", "voorzitter", "ploeg", "minuut", "idee", "lichaam", "bericht", "rug",
    "ouder", "gezicht", "niveau", "kantoor", "deur", "gezondheid", "persoon", "kunst", "oorlog", "geschiedenis",
    "partij", "uitslag", "wijziging", "ochtend", "reden", "onderzoek", "meisje", "jongen", "moment", "lucht",
    "leraar", "kracht", "opleiding", "voet", "leeftijd", "beleid", "proces", "muziek", "markt", "gevoel", "volk",
    "plan", "belang", "dood", "ervaring", "gevolg", "gebruik", "klas", "controle", "veld", "ontwikkeling", "rol",
    "moeite", "koers", "hart", "leider", "licht", "stem", "echtgenote", "politie", "geest", "prijs", "verslag",
    "besluit", "zoon", "uitzicht", "relatie", "dorp", "weg", "arm", "verschil", "waarde", "gebouw", "actie",
    "seizoen", "samenleving", "belasting", "directeur", "functie", "speler", "opname", "papier", "ruimte", "grond",
    "vorm", "gebeurtenis", "ambtenaar", "centrum", "paar", "project", "activiteit", "ster", "tafel", "behoefte",
    "hof", "olie", "toestand", "kosten", "industrie", "cijfer", "straat", "beeld", "telefoon", "gegeven", "foto",
    "oefening", "stuk", "aarde", "product", "dokter", "muur", "patiënt", "arbeider", "nieuws", "toets", "film",
    "noorden", "liefde", "steun", "techniek", "tuin", "rivier", "berg", "strand", "boot", "trein", "brug", "stoel",
    "raam", "bloem", "boom", "brood", "zon", "maan", "schip", "wolk", "regen", "sneeuw", "vuur", "steen", "vogel",
    "paard", "hond", "kat", "keuken", "dak", "sleutel", "brief", "krant", "reis", "vakantie", "gast", "buurman",
    "broer", "zus", "dochter", "fiets", "haven", "dijk", "molen", "polder", "kaas",
];

/// Subjects, capitalised.
#[rustfmt::skip]
pub(super) const SUBJECTS: &[&str] = &[
    "De klant", "Ons team", "De leverancier", "De nieuwe directeur", "Een buurvrouw", "De buschauffeur",
    "De burgemeester", "De sportvereniging", "Haar zus", "De ingenieur", "De leraar", "Een jonge kunstenares",
    "Het gezin van hiernaast", "De schoolklas", "Het bestuur", "De verkoopster", "De huisarts", "Het kleine bedrijf",
    "De tuinman", "Een bezoeker", "De magazijnmeester", "De bezorger", "Het dorpsorkest", "De bakker",
    "Een goede vriend", "De projectleider", "Zijn kleinzoon", "De tandarts", "Mijn oom", "De postbode",
    "De oude schipper", "Het reisgezelschap",
];

/// Predicates in the past.
#[rustfmt::skip]
pub(super) const PREDICATES: &[&str] = &[
    "werkte", "wachtte", "belde", "veranderde het plan", "vroeg om hulp", "vond een betere oplossing", "hield woord",
    "stuurde een brief", "opende de deur", "voltooide het werk", "begon opnieuw", "betaalde de rekening",
    "controleerde de lijst", "miste de bus", "nam een korte pauze", "schreef een lang bericht", "maakte een fout",
    "begreep het probleem", "vertelde het hele verhaal", "verloor de sleutel", "bracht vers brood",
    "vierde het succes", "bezocht de tentoonstelling", "repareerde de fiets", "kookte soep", "verkocht de oude auto",
    "tekende het contract", "las de krant", "bestelde nieuwe meubels", "zocht de juiste weg",
];

/// Where, when and how.
#[rustfmt::skip]
pub(super) const COMPLEMENTS: &[&str] = &[
    "op maandagochtend", "voor de lunch", "na de vergadering", "vlak bij het station", "zonder problemen",
    "voor het eerst", "in de regen", "in de afgelopen zomer", "aan het eind van de maand", "met grote zorg",
    "op het dorpsplein", "vanwege het weer", "zoals afgesproken", "zonder duidelijke reden", "tijdens de vakantie",
    "aan de oever van de rivier", "in recordtijd", "tot ieders verrassing", "laat op de avond", "met een glimlach",
    "in de oude haven", "net op tijd", "kort voor sluitingstijd", "zonder vertraging", "ondanks de kou",
    "tussen twee afspraken", "met vereende krachten", "in de schaduw van de kerk",
];
