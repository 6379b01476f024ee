//! Words, and the parts of simple sentences. The predicates take "avere", so that they agree with any subject.

/// Common nouns.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "tempo", "anno", "gente", "forma", "giorno", "uomo", "cosa", "donna", "vita", "bambino", "mondo", "scuola",
    "stato", "famiglia", "alunno", "gruppo", "paese", "problema", "mano", "parte", "luogo", "caso", "settimana",
    "azienda", "sistema", "programma", "domanda", "lavoro", "governo", "numero", "notte", "punto", "casa", "acqua",
    "sala", "madre", "zona", "denaro", "storia", "fatto", "mese", "diritto", "studio", "libro", "occhio", "impiego",
    "parola", "affare", "argomento", "lato", "tipo", "testa", "servizio", "amico", "padre", "potere", "ora", "gioco",
    "linea", "fine", "membro", "legge", "macchina", "città", "comunità", "nome", "presidente", "squadra", "minuto",
    "idea", "corpo", "informazione", "viso", "livello", "ufficio", "porta", "salute", "persona", "arte", "guerra",
    "partito", "risultato", "cambiamento", "mattina", "ragione", "ricerca", "momento", "aria", "maestro", "forza",
    "istruzione", "piede", "età", "politica", "processo", "musica", "mercato", "senso", "nazione", "piano",
    "interesse", "morte", "esperienza", "effetto", "uso", "classe", "controllo", "campo", "sviluppo", "ruolo",
    "sforzo", "tasso", "cuore", "capo", "luce", "voce", "moglie", "mente", "prezzo", "rapporto", "decisione",
    "figlio", "vista", "relazione", "popolo", "cammino", "braccio", "differenza", "valore", "edificio", "azione",
    "stagione", "società", "imposta", "direttore", "posizione", "giocatore", "registro", "spazio", "suolo", "evento",
    "centro", "coppia", "sito", "progetto", "attività", "stella", "tavolo", "bisogno", "olio", "situazione", "costo",
    "industria", "figura", "strada", "immagine", "telefono", "dato", "quadro", "pratica", "pezzo", "terra",
    "prodotto", "medico", "parete", "paziente", "operaio", "notizia", "prova", "film", "nord", "amore", "sostegno",
    "tecnologia", "giardino", "fiume", "montagna", "spiaggia", "barca", "treno", "ponte", "sedia", "finestra",
    "fiore", "albero", "pane", "sole", "luna", "neve", "bosco", "villaggio", "cucina", "lettera", "chiave", "uccello",
    "colore", "sorriso", "viaggio", "isola",
];

/// Subjects, capitalised.
#[rustfmt::skip]
pub(super) const SUBJECTS: &[&str] = &[
    "Il cliente", "La nostra squadra", "La fornitrice", "Il nuovo responsabile", "Una vicina", "L'autista",
    "La bibliotecaria", "Il comitato", "Sua sorella", "L'ingegnera", "Il professore", "Una giovane artista",
    "Il fruttivendolo del mercato", "La scuola del quartiere", "Il piccolo negozio", "La dottoressa di guardia",
    "L'azienda", "Il sindaco", "La giardiniera", "Un visitatore", "Il magazziniere", "La portinaia",
    "La banda del paese", "Il fornaio", "Un vecchio amico", "La capo progetto", "L'associazione", "La direttrice",
    "Mio cugino", "L'apprendista", "La cliente abituale", "Il postino",
];

/// Predicates in the past.
#[rustfmt::skip]
pub(super) const PREDICATES: &[&str] = &[
    "ha chiamato", "ha aspettato", "ha lavorato senza sosta", "ha cambiato programma", "ha chiesto aiuto",
    "ha trovato una soluzione migliore", "ha mantenuto la promessa", "ha spedito una lettera", "ha aperto la porta",
    "ha finito il lavoro", "ha ricominciato da capo", "ha pagato il conto", "ha controllato l'elenco",
    "ha perso l'autobus", "ha fatto una pausa", "ha scritto un lungo messaggio", "ha dato una buona notizia",
    "ha commesso un errore", "ha risolto il problema", "ha raccontato tutta la storia", "ha lasciato un biglietto",
    "ha perso la chiave", "ha portato del pane fresco", "ha ringraziato tutti", "ha firmato il contratto",
    "ha preparato un pasto semplice", "ha accettato la proposta", "ha fatto la domanda giusta",
];

/// Where, when and how.
#[rustfmt::skip]
pub(super) const COMPLEMENTS: &[&str] = &[
    "lunedì mattina", "prima di mezzogiorno", "dopo la riunione", "vicino alla stazione", "senza alcun problema",
    "per la prima volta", "sotto la pioggia", "l'estate scorsa", "alla fine del mese", "con molta cura",
    "nella piazza principale", "a causa del maltempo", "come d'accordo", "senza un motivo apparente",
    "durante le vacanze", "in riva al fiume", "a tempo di record", "tra la sorpresa generale", "nel tardo pomeriggio",
    "con un sorriso", "al vecchio porto", "appena in tempo", "per un buon motivo", "senza indugio",
    "davanti al municipio", "come al solito", "il primo giorno", "in un giorno di vento",
];
