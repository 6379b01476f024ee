//! Industries and departments.

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[&str] = &[
    "Agricultura", "Automotivo", "Bancos", "Química", "Construção", "Educação", "Eletrônica", "Energia",
    "Entretenimento", "Moda", "Alimentos e bebidas", "Setor público", "Saúde", "Hotelaria", "Seguros", "Logística",
    "Manufatura", "Mídia", "Mineração", "Farmacêutica", "Imobiliário", "Varejo", "Software", "Telecomunicações",
    "Têxtil", "Transporte", "Turismo", "Serviços públicos",
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Vendas", "Marketing", "Financeiro", "Recursos Humanos", "Engenharia", "Atendimento ao Cliente", "Operações",
    "Jurídico", "Tecnologia da Informação", "Compras", "Pesquisa e Desenvolvimento", "Logística", "Qualidade",
    "Administração",
];
