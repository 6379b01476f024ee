//! Industries and departments.

use crate::locales::types::{Industry, industry};

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[Industry] = &[
    industry("Agricoltura", "1111", "01.11"), industry("Alimentare e bevande", "3119", "10.89"),
    industry("Arredamento", "3371", "31.09"), industry("Assicurazioni", "5241", "65.12"),
    industry("Automobilistico", "3361", "29.10"), industry("Banche", "5221", "64.19"),
    industry("Ceramica", "3271", "23.31"), industry("Chimica", "3251", "20.14"),
    industry("Commercio al dettaglio", "4551", "47.19"), industry("Commercio all'ingrosso", "4249", "46.90"),
    industry("Consulenza", "5416", "70.22"), industry("Costruzioni", "2362", "41.20"),
    industry("Cosmetica", "3256", "20.42"), industry("Editoria", "5131", "58.11"),
    industry("Elettronica", "3344", "26.11"), industry("Energia", "2211", "35.11"),
    industry("Farmaceutico", "3254", "21.20"), industry("Formazione", "6111", "85.31"),
    industry("Immobiliare", "5311", "68.20"), industry("Informatica", "5132", "62.01"),
    industry("Intrattenimento", "7111", "90.01"), industry("Logistica", "4931", "52.29"),
    industry("Manifatturiero", "3399", "32.99"), industry("Meccanica", "3339", "28.29"),
    industry("Media", "5131", "58.13"), industry("Metallurgia", "3311", "24.10"), industry("Moda", "3152", "14.13"),
    industry("Oreficeria", "3399", "32.12"), industry("Ristorazione", "7225", "56.10"),
    industry("Sanità", "6221", "86.10"), industry("Servizi alle imprese", "5613", "78.20"),
    industry("Servizi pubblici", "2213", "36.00"), industry("Telecomunicazioni", "5171", "61.10"),
    industry("Tessile", "3132", "13.20"), industry("Trasporti", "4841", "49.41"),
    industry("Turismo", "5615", "79.11"), industry("Vitivinicolo", "3121", "11.02"),
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Acquisti", "Amministrazione", "Assistenza clienti", "Commerciale", "Comunicazione", "Contabilità",
    "Direzione generale", "Finanza", "Legale", "Logistica", "Manutenzione", "Marketing", "Produzione",
    "Progettazione", "Qualità", "Ricerca e sviluppo", "Risorse umane", "Sicurezza", "Sistemi informativi",
    "Vendite estero",
];
