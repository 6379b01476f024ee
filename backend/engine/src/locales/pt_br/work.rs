//! Occupations and the parts of company names.

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Advogado", "Advogada"), ("Agrônomo", "Agrônoma"), ("Analista de dados", "Analista de dados"),
    ("Analista de sistemas", "Analista de sistemas"), ("Analista financeiro", "Analista financeira"),
    ("Arquiteto", "Arquiteta"), ("Assistente administrativo", "Assistente administrativa"),
    ("Assistente social", "Assistente social"), ("Atendente", "Atendente"), ("Atuário", "Atuária"),
    ("Auxiliar de enfermagem", "Auxiliar de enfermagem"), ("Auxiliar de limpeza", "Auxiliar de limpeza"),
    ("Bibliotecário", "Bibliotecária"), ("Bombeiro", "Bombeira"), ("Cabeleireiro", "Cabeleireira"),
    ("Caixa", "Caixa"), ("Carpinteiro", "Carpinteira"), ("Cientista de dados", "Cientista de dados"),
    ("Comprador", "Compradora"), ("Comissário de bordo", "Comissária de bordo"), ("Confeiteiro", "Confeiteira"),
    ("Consultor", "Consultora"), ("Contador", "Contadora"),
    ("Coordenador de logística", "Coordenadora de logística"), ("Corretor de imóveis", "Corretora de imóveis"),
    ("Cozinheiro", "Cozinheira"), ("Dentista", "Dentista"), ("Desenvolvedor web", "Desenvolvedora web"),
    ("Designer gráfico", "Designer gráfica"), ("Diretor comercial", "Diretora comercial"),
    ("Economista", "Economista"), ("Editor de conteúdo", "Editora de conteúdo"), ("Eletricista", "Eletricista"),
    ("Encanador", "Encanadora"), ("Enfermeiro", "Enfermeira"), ("Engenheiro civil", "Engenheira civil"),
    ("Engenheiro de software", "Engenheira de software"), ("Engenheiro mecânico", "Engenheira mecânica"),
    ("Entregador", "Entregadora"), ("Farmacêutico", "Farmacêutica"), ("Fisioterapeuta", "Fisioterapeuta"),
    ("Fotógrafo", "Fotógrafa"), ("Garçom", "Garçonete"), ("Gerente de loja", "Gerente de loja"),
    ("Gerente de produto", "Gerente de produto"), ("Gerente de projetos", "Gerente de projetos"),
    ("Gerente de recursos humanos", "Gerente de recursos humanos"), ("Gerente de vendas", "Gerente de vendas"),
    ("Guia de turismo", "Guia de turismo"), ("Inspetor de qualidade", "Inspetora de qualidade"),
    ("Intérprete", "Intérprete"), ("Jardineiro", "Jardineira"), ("Jornalista", "Jornalista"),
    ("Mecânico", "Mecânica"), ("Médico", "Médica"), ("Motorista de caminhão", "Motorista de caminhão"),
    ("Motorista de ônibus", "Motorista de ônibus"), ("Nutricionista", "Nutricionista"),
    ("Operador de máquinas", "Operadora de máquinas"), ("Padeiro", "Padeira"), ("Pedreiro", "Pedreira"),
    ("Piloto", "Piloto"), ("Policial", "Policial"), ("Professor", "Professora"), ("Programador", "Programadora"),
    ("Psicólogo", "Psicóloga"), ("Recepcionista", "Recepcionista"),
    ("Representante comercial", "Representante comercial"), ("Secretário", "Secretária"),
    ("Segurança", "Segurança"), ("Soldador", "Soldadora"), ("Técnico de laboratório", "Técnica de laboratório"),
    ("Técnico em informática", "Técnica em informática"), ("Topógrafo", "Topógrafa"), ("Tradutor", "Tradutora"),
    ("Vendedor", "Vendedora"), ("Veterinário", "Veterinária"), ("Zelador", "Zeladora"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Aurora", "Horizonte", "Atlântica", "Ipiranga", "Guanabara", "Tropical", "Paulista", "Mineira", "Gaúcha",
    "Nordeste", "Planalto", "Amazônia", "Pantanal", "Iguaçu", "Serra Azul", "Vale Verde", "Boa Esperança",
    "Nova Era", "Cruzeiro", "Estrela do Sul", "Bandeirante", "Itapuã", "Jequitibá", "Ipê", "Araucária",
    "Beija-Flor", "Porto Azul", "Alvorada", "Primavera", "Litoral",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Alimentos", "Logística", "Software", "Consultoria", "Suprimentos", "Construções", "Energia", "Comunicação",
    "Saúde", "Têxtil", "Motores", "Agrícola", "Viagens", "Seguros", "Investimentos", "Móveis", "Eletrônica",
    "Farmacêutica", "Engenharia", "Transportes",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("Ltda.", 75), ("S.A.", 20), ("EIRELI", 5),
];
