//! Words of companies in the language of the row's locale: phrases to advertise by, ranks, contracts; and stock markets.

use crate::generator::Family;
use crate::generators::support::describe::words;
use crate::generators::support::terms::{List, Terms};

/// What a company offers, in a phrase.
#[rustfmt::skip]
pub(super) static CATCH_PHRASE: Terms = Terms {
    name: "company.catch_phrase",
    family: Family::Company,
    label: words("Catch phrase", "Frase comercial"),
    description: words(
        "What a company offers and to whom, in a phrase in the language of the locale.",
        "Qué ofrece una empresa y a quién, en una frase en el idioma de la localización.",
    ),
    list: List::Phrases(
        &[
            ["Clear accounts", "Cuentas claras", "Contas claras", "Des comptes clairs", "Klare Zahlen", "Conti chiari", "Heldere cijfers"],
            ["Reliable logistics", "Logística fiable", "Logística confiável", "Une logistique fiable", "Verlässliche Logistik", "Logistica affidabile", "Betrouwbare logistiek"],
            ["Simple software", "Software sencillo", "Software simples", "Des logiciels simples", "Einfache Software", "Software semplice", "Eenvoudige software"],
            ["Smart energy", "Energía inteligente", "Energia inteligente", "Une énergie intelligente", "Kluge Energie", "Energia intelligente", "Slimme energie"],
            ["Honest advice", "Consejo honesto", "Conselho honesto", "Des conseils honnêtes", "Ehrlicher Rat", "Consigli onesti", "Eerlijk advies"],
            ["Lasting materials", "Materiales duraderos", "Materiais duráveis", "Des matériaux durables", "Beständige Materialien", "Materiali durevoli", "Duurzame materialen"],
            ["Fast deliveries", "Entregas rápidas", "Entregas rápidas", "Des livraisons rapides", "Schnelle Lieferungen", "Consegne rapide", "Snelle leveringen"],
            ["Safe payments", "Pagos seguros", "Pagamentos seguros", "Des paiements sûrs", "Sichere Zahlungen", "Pagamenti sicuri", "Veilige betalingen"],
            ["Well-kept data", "Datos bien guardados", "Dados bem guardados", "Des données bien gardées", "Gut gehütete Daten", "Dati ben custoditi", "Goed bewaarde gegevens"],
            ["Fresh ideas", "Ideas frescas", "Ideias novas", "Des idées neuves", "Frische Ideen", "Idee nuove", "Frisse ideeën"],
            ["Tailored insurance", "Seguros a medida", "Seguros sob medida", "Des assurances sur mesure", "Maßgeschneiderte Versicherungen", "Assicurazioni su misura", "Verzekeringen op maat"],
            ["Careful design", "Diseño cuidado", "Design cuidadoso", "Une conception soignée", "Sorgfältige Gestaltung", "Progettazione accurata", "Zorgvuldig ontwerp"],
        ],
        &[
            ["for growing teams", "para equipos que crecen", "para equipes que crescem", "pour les équipes qui grandissent", "für wachsende Teams", "per team che crescono", "voor groeiende teams"],
            ["for small shops", "para pequeños comercios", "para pequenas lojas", "pour les petits commerces", "für kleine Geschäfte", "per piccoli negozi", "voor kleine winkels"],
            ["without paperwork", "sin papeleo", "sem burocracia", "sans paperasse", "ohne Papierkram", "senza burocrazia", "zonder papierwerk"],
            ["for every household", "para todos los hogares", "para todos os lares", "pour chaque foyer", "für jeden Haushalt", "per ogni casa", "voor elk huishouden"],
            ["close to home", "cerca de casa", "perto de casa", "près de chez vous", "ganz in der Nähe", "vicino a casa", "dicht bij huis"],
            ["at a fair price", "a un precio justo", "a um preço justo", "à un prix juste", "zum fairen Preis", "a un prezzo giusto", "voor een eerlijke prijs"],
            ["for demanding industries", "para industrias exigentes", "para indústrias exigentes", "pour les industries exigeantes", "für anspruchsvolle Branchen", "per settori esigenti", "voor veeleisende sectoren"],
            ["from start to finish", "de principio a fin", "do começo ao fim", "du début à la fin", "von Anfang bis Ende", "dall'inizio alla fine", "van begin tot eind"],
            ["for the next generation", "para la próxima generación", "para a próxima geração", "pour la prochaine génération", "für die nächste Generation", "per la prossima generazione", "voor de volgende generatie"],
            ["around the clock", "a todas horas", "a qualquer hora", "à toute heure", "rund um die Uhr", "a tutte le ore", "dag en nacht"],
        ],
    ),
};

/// What companies say of themselves.
#[rustfmt::skip]
pub(super) static SLOGAN: Terms = Terms {
    name: "company.slogan",
    family: Family::Company,
    label: words("Slogan", "Eslogan"),
    description: words(
        "Short slogans in the language of the locale.",
        "Eslóganes breves en el idioma de la localización.",
    ),
    list: List::Phrases(
        &[
            ["More time,", "Más tiempo,", "Mais tempo,", "Plus de temps,", "Mehr Zeit,", "Più tempo,", "Meer tijd,"],
            ["New ways,", "Nuevos caminos,", "Novos caminhos,", "De nouvelles voies,", "Neue Wege,", "Nuove strade,", "Nieuwe wegen,"],
            ["Good work,", "Buen trabajo,", "Bom trabalho,", "Du bon travail,", "Gute Arbeit,", "Buon lavoro,", "Goed werk,"],
            ["Small steps,", "Pequeños pasos,", "Pequenos passos,", "De petits pas,", "Kleine Schritte,", "Piccoli passi,", "Kleine stappen,"],
            ["One promise,", "Una promesa,", "Uma promessa,", "Une promesse,", "Ein Versprechen,", "Una promessa,", "Eén belofte,"],
            ["Real people,", "Personas de verdad,", "Pessoas de verdade,", "De vraies personnes,", "Echte Menschen,", "Persone vere,", "Echte mensen,"],
            ["Less noise,", "Menos ruido,", "Menos ruído,", "Moins de bruit,", "Weniger Lärm,", "Meno rumore,", "Minder ruis,"],
            ["Solid roots,", "Raíces firmes,", "Raízes firmes,", "Des racines solides,", "Feste Wurzeln,", "Radici solide,", "Stevige wortels,"],
        ],
        &[
            ["every day", "cada día", "todos os dias", "chaque jour", "jeden Tag", "ogni giorno", "elke dag"],
            ["better answers", "mejores respuestas", "melhores respostas", "de meilleures réponses", "bessere Antworten", "risposte migliori", "betere antwoorden"],
            ["big results", "grandes resultados", "grandes resultados", "de grands résultats", "große Ergebnisse", "grandi risultati", "grote resultaten"],
            ["always at your side", "siempre a tu lado", "sempre ao seu lado", "toujours à vos côtés", "immer an Ihrer Seite", "sempre al tuo fianco", "altijd aan uw zijde"],
            ["a wider view", "una mirada más amplia", "um olhar mais amplo", "une vue plus large", "ein weiterer Blick", "uno sguardo più ampio", "een bredere blik"],
            ["made to last", "hecho para durar", "feito para durar", "fait pour durer", "gemacht, um zu bleiben", "fatto per durare", "gemaakt om te blijven"],
        ],
    ),
};

/// Ranks of employees.
#[rustfmt::skip]
pub(super) static SENIORITY: Terms = Terms {
    name: "company.seniority",
    family: Family::Company,
    label: words("Seniority", "Nivel de experiencia"),
    description: words(
        "Ranks of employees, in the language of the locale; few are directors.",
        "Niveles de los empleados, en el idioma de la localización; pocos son directores.",
    ),
    list: List::Spoken(&[
        (6, ["Intern", "Becario", "Estagiário", "Stagiaire", "Praktikant", "Stagista", "Stagiair"]),
        (24, ["Junior", "Júnior", "Júnior", "Junior", "Junior", "Junior", "Junior"]),
        (32, ["Mid-level", "Intermedio", "Pleno", "Confirmé", "Fachkraft", "Intermedio", "Medior"]),
        (22, ["Senior", "Sénior", "Sênior", "Senior", "Senior", "Senior", "Senior"]),
        (8, ["Lead", "Líder de equipo", "Líder de equipe", "Chef d'équipe", "Teamleiter", "Capogruppo", "Teamleider"]),
        (5, ["Manager", "Gerente", "Gerente", "Responsable", "Manager", "Responsabile", "Manager"]),
        (2, ["Director", "Director", "Diretor", "Directeur", "Direktor", "Direttore", "Directeur"]),
        (1, ["Executive", "Directivo", "Executivo", "Dirigeant", "Vorstand", "Dirigente", "Bestuurder"]),
    ]),
};

/// Kinds of contracts.
#[rustfmt::skip]
pub(super) static CONTRACT_TYPE: Terms = Terms {
    name: "company.contract_type",
    family: Family::Company,
    label: words("Contract type", "Tipo de contrato"),
    description: words(
        "Kinds of employment, in the language of the locale.",
        "Tipos de contrato de trabajo, en el idioma de la localización.",
    ),
    list: List::Spoken(&[
        (64, ["Permanent", "Indefinido", "Efetivo", "CDI", "Unbefristet", "Tempo indeterminato", "Vast contract"]),
        (16, ["Fixed-term", "Temporal", "Prazo determinado", "CDD", "Befristet", "Tempo determinato", "Tijdelijk contract"]),
        (8, ["Part-time", "Tiempo parcial", "Meio período", "Temps partiel", "Teilzeit", "Tempo parziale", "Deeltijd"]),
        (5, ["Freelance", "Autónomo", "Autônomo", "Indépendant", "Freiberuflich", "Libero professionista", "Freelance"]),
        (4, ["Internship", "Prácticas", "Estágio", "Stage", "Praktikum", "Tirocinio", "Stage"]),
        (3, ["Apprenticeship", "Formación", "Aprendizagem", "Alternance", "Ausbildung", "Apprendistato", "Leercontract"]),
    ]),
};

/// Stock markets by name, the bigger ones often (market capitalisation after the World Federation of Exchanges).
#[rustfmt::skip]
pub(super) static STOCK_MARKET: Terms = Terms {
    name: "company.stock_market",
    family: Family::Company,
    label: words("Stock market", "Bolsa de valores"),
    description: words(
        "Stock markets on which companies are listed, by their names.",
        "Bolsas en que cotizan las empresas, por su nombre.",
    ),
    list: List::Same(&[
        (22, "New York Stock Exchange"), (20, "Nasdaq"), (8, "Shanghai Stock Exchange"), (7, "Tokyo Stock Exchange"),
        (5, "Hong Kong Stock Exchange"), (5, "London Stock Exchange"), (4, "Euronext Paris"),
        (3, "Euronext Amsterdam"), (3, "Toronto Stock Exchange"), (3, "Frankfurter Wertpapierbörse"),
        (3, "National Stock Exchange of India"), (2, "SIX Swiss Exchange"), (2, "Bolsa de Madrid"),
        (2, "Borsa Italiana"), (2, "B3"), (2, "Australian Securities Exchange"), (2, "Korea Exchange"),
        (2, "Bolsa Mexicana de Valores"), (1, "Bolsa de Comercio de Santiago"), (1, "Bolsa de Valores de Colombia"),
        (1, "Bolsas y Mercados Argentinos"), (1, "Euronext Lisbon"), (1, "Johannesburg Stock Exchange"),
    ]),
};
