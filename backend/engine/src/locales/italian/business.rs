//! Industries and departments.

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[&str] = &[
    "Agricoltura", "Alimentare e bevande", "Arredamento", "Assicurazioni", "Automobilistico", "Banche", "Ceramica",
    "Chimica", "Commercio al dettaglio", "Commercio all'ingrosso", "Consulenza", "Costruzioni", "Cosmetica",
    "Editoria", "Elettronica", "Energia", "Farmaceutico", "Formazione", "Immobiliare", "Informatica",
    "Intrattenimento", "Logistica", "Manifatturiero", "Meccanica", "Media", "Metallurgia", "Moda", "Oreficeria",
    "Ristorazione", "Sanità", "Servizi alle imprese", "Servizi pubblici", "Telecomunicazioni", "Tessile", "Trasporti",
    "Turismo", "Vitivinicolo",
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Acquisti", "Amministrazione", "Assistenza clienti", "Commerciale", "Comunicazione", "Contabilità",
    "Direzione generale", "Finanza", "Legale", "Logistica", "Manutenzione", "Marketing", "Produzione",
    "Progettazione", "Qualità", "Ricerca e sviluppo", "Risorse umane", "Sicurezza", "Sistemi informativi",
    "Vendite estero",
];
