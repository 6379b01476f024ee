//! Occupations and the parts of company names. Legal forms after the Codice civile, by rough share of the companies.

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Addetto alle pulizie", "Addetta alle pulizie"), ("Addetto alle vendite", "Addetta alle vendite"),
    ("Agente di commercio", "Agente di commercio"), ("Agente immobiliare", "Agente immobiliare"),
    ("Agricoltore", "Agricoltrice"), ("Agronomo", "Agronoma"),
    ("Amministratore di sistema", "Amministratrice di sistema"), ("Analista di dati", "Analista di dati"),
    ("Analista finanziario", "Analista finanziaria"), ("Architetto", "Architetta"), ("Assicuratore", "Assicuratrice"),
    ("Assistente amministrativo", "Assistente amministrativa"), ("Assistente di volo", "Assistente di volo"),
    ("Assistente sociale", "Assistente sociale"), ("Attuario", "Attuaria"),
    ("Autista di autobus", "Autista di autobus"), ("Autotrasportatore", "Autotrasportatrice"),
    ("Avvocato", "Avvocata"), ("Bagnino", "Bagnina"), ("Barista", "Barista"), ("Bibliotecario", "Bibliotecaria"),
    ("Calzolaio", "Calzolaia"), ("Cameriere", "Cameriera"), ("Capo cantiere", "Capo cantiere"),
    ("Carabiniere", "Carabiniera"), ("Carpentiere", "Carpentiera"), ("Cassiere", "Cassiera"), ("Chimico", "Chimica"),
    ("Commercialista", "Commercialista"), ("Commesso", "Commessa"), ("Consulente", "Consulente"),
    ("Consulente del lavoro", "Consulente del lavoro"), ("Contabile", "Contabile"), ("Controller", "Controller"),
    ("Cuoco", "Cuoca"), ("Dentista", "Dentista"), ("Designer", "Designer"),
    ("Direttore commerciale", "Direttrice commerciale"), ("Direttore d'albergo", "Direttrice d'albergo"),
    ("Economista", "Economista"), ("Educatore", "Educatrice"), ("Elettricista", "Elettricista"),
    ("Enologo", "Enologa"), ("Estetista", "Estetista"), ("Falegname", "Falegname"), ("Farmacista", "Farmacista"),
    ("Fisioterapista", "Fisioterapista"), ("Fotografo", "Fotografa"), ("Geologo", "Geologa"),
    ("Geometra", "Geometra"), ("Giardiniere", "Giardiniera"), ("Giornalista", "Giornalista"), ("Grafico", "Grafica"),
    ("Guardia giurata", "Guardia giurata"), ("Guida turistica", "Guida turistica"), ("Idraulico", "Idraulica"),
    ("Imbianchino", "Imbianchina"), ("Impiegato di banca", "Impiegata di banca"),
    ("Impiegato postale", "Impiegata postale"), ("Infermiere", "Infermiera"),
    ("Ingegnere civile", "Ingegnera civile"), ("Ingegnere del software", "Ingegnera del software"),
    ("Ingegnere meccanico", "Ingegnera meccanica"), ("Insegnante", "Insegnante"), ("Interprete", "Interprete"),
    ("Logopedista", "Logopedista"), ("Macchinista", "Macchinista"), ("Macellaio", "Macellaia"),
    ("Magazziniere", "Magazziniera"), ("Maestro elementare", "Maestra elementare"), ("Meccanico", "Meccanica"),
    ("Medico", "Medica"), ("Muratore", "Muratrice"), ("Notaio", "Notaia"), ("Nutrizionista", "Nutrizionista"),
    ("Operaio", "Operaia"), ("Operatore sociosanitario", "Operatrice sociosanitaria"), ("Ortopedico", "Ortopedica"),
    ("Ostetrico", "Ostetrica"), ("Ottico", "Ottica"), ("Panettiere", "Panettiera"), ("Parrucchiere", "Parrucchiera"),
    ("Pasticciere", "Pasticciera"), ("Perito industriale", "Perita industriale"), ("Pilota", "Pilota"),
    ("Pizzaiolo", "Pizzaiola"), ("Poliziotto", "Poliziotta"), ("Portiere", "Portiera"), ("Postino", "Postina"),
    ("Product manager", "Product manager"), ("Professore di matematica", "Professoressa di matematica"),
    ("Programmatore", "Programmatrice"), ("Project manager", "Project manager"), ("Psicologo", "Psicologa"),
    ("Receptionist", "Receptionist"), ("Responsabile della logistica", "Responsabile della logistica"),
    ("Responsabile delle risorse umane", "Responsabile delle risorse umane"), ("Ricercatore", "Ricercatrice"),
    ("Saldatore", "Saldatrice"), ("Sarto", "Sarta"), ("Segretario", "Segretaria"),
    ("Sviluppatore web", "Sviluppatrice web"), ("Tecnico di laboratorio", "Tecnica di laboratorio"),
    ("Tecnico informatico", "Tecnica informatica"), ("Traduttore", "Traduttrice"), ("Veterinario", "Veterinaria"),
    ("Vigile del fuoco", "Vigile del fuoco"), ("Vigile urbano", "Vigile urbana"), ("Viticoltore", "Viticoltrice"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Adriatico", "Tirreno", "Vesuvio", "Etna", "Dolomiti", "Appennino", "Brenta", "Aurora", "Orizzonte", "Alba",
    "Tramontana", "Scirocco", "Maestrale", "Ponente", "Levante", "Riviera", "Laguna", "Torre Antica", "Porta Nuova",
    "Ponte Vecchio", "Monte Rosa", "Monviso", "Gran Paradiso", "Valle Verde", "Campo dei Fiori", "Castello",
    "Quercia", "Ulivo", "Cipresso", "Girasole", "Falco", "Airone", "Delfino", "Stella Polare", "Centro Italia",
    "Terra Nostra", "Magna Grecia", "Trinacria", "Partenope", "Superga",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Alimentari", "Logistica", "Software", "Consulenze", "Forniture", "Costruzioni", "Energia", "Comunicazione",
    "Salute", "Tessuti", "Motori", "Agricoltura", "Viaggi", "Assicurazioni", "Investimenti", "Arredamenti",
    "Elettronica", "Farmaceutici", "Ingegneria", "Trasporti", "Impianti", "Edilizia", "Meccanica", "Servizi",
    "Serramenti", "Ceramiche", "Immobiliare", "Formazione", "Ambiente", "Imballaggi",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("S.r.l.", 60), ("S.n.c.", 14), ("S.p.A.", 12), ("S.a.s.", 8), ("S.r.l.s.", 6),
];
