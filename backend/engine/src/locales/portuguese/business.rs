//! Industries and departments.

use crate::locales::types::{Industry, industry};

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[Industry] = &[
    industry("Agricultura", "1111", "01.11"), industry("Automotivo", "3361", "29.10"),
    industry("Bancos", "5221", "64.19"), industry("Química", "3251", "20.14"),
    industry("Construção", "2362", "41.20"), industry("Educação", "6111", "85.31"),
    industry("Eletrônica", "3344", "26.11"), industry("Energia", "2211", "35.11"),
    industry("Entretenimento", "7111", "90.01"), industry("Moda", "3152", "14.13"),
    industry("Alimentos e bebidas", "3119", "10.89"), industry("Setor público", "9211", "84.11"),
    industry("Saúde", "6221", "86.10"), industry("Hotelaria", "7211", "55.10"),
    industry("Seguros", "5241", "65.12"), industry("Logística", "4931", "52.29"),
    industry("Manufatura", "3399", "32.99"), industry("Mídia", "5131", "58.13"),
    industry("Mineração", "2122", "07.29"), industry("Farmacêutica", "3254", "21.20"),
    industry("Imobiliário", "5311", "68.20"), industry("Varejo", "4551", "47.19"),
    industry("Software", "5132", "62.01"), industry("Telecomunicações", "5171", "61.10"),
    industry("Têxtil", "3132", "13.20"), industry("Transporte", "4841", "49.41"),
    industry("Turismo", "5615", "79.11"), industry("Serviços públicos", "2213", "36.00"),
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Vendas", "Marketing", "Financeiro", "Recursos Humanos", "Engenharia", "Atendimento ao Cliente", "Operações",
    "Jurídico", "Tecnologia da Informação", "Compras", "Pesquisa e Desenvolvimento", "Logística", "Qualidade",
    "Administração",
];
