//! Words, and the parts of simple sentences.

/// Common nouns.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "tempo", "ano", "gente", "forma", "dia", "homem", "coisa", "mulher", "vida", "criança", "mundo", "escola",
    "estado", "família", "aluno", "grupo", "país", "problema", "mão", "parte", "lugar", "caso", "semana",
    "empresa", "sistema", "programa", "pergunta", "trabalho", "governo", "número", "noite", "ponto", "lar", "água",
    "sala", "mãe", "área", "dinheiro", "história", "fato", "mês", "direito", "estudo", "livro", "olho", "emprego",
    "palavra", "negócio", "assunto", "lado", "tipo", "cabeça", "casa", "serviço", "amigo", "pai", "poder", "hora",
    "jogo", "linha", "final", "membro", "lei", "carro", "cidade", "comunidade", "nome", "presidente", "equipe",
    "minuto", "ideia", "corpo", "informação", "rosto", "nível", "escritório", "porta", "saúde", "pessoa", "arte",
    "guerra", "partido", "resultado", "mudança", "manhã", "razão", "pesquisa", "momento", "ar", "professor",
    "força", "educação", "pé", "idade", "política", "processo", "música", "mercado", "sentido", "nação", "plano",
    "interesse", "morte", "experiência", "efeito", "uso", "classe", "controle", "campo", "desenvolvimento",
    "papel", "esforço", "taxa", "coração", "líder", "luz", "voz", "esposa", "mente", "preço", "relatório",
    "decisão", "filho", "vista", "relação", "povo", "caminho", "braço", "diferença", "valor", "edifício", "ação",
    "temporada", "sociedade", "imposto", "diretor", "posição", "jogador", "registro", "espaço", "chão", "evento",
    "centro", "casal", "projeto", "atividade", "estrela", "mesa", "necessidade", "óleo", "situação", "custo",
    "indústria", "figura", "rua", "imagem", "telefone", "dado", "quadro", "prática", "peça", "terra", "produto",
    "médico", "parede", "paciente", "operário", "notícia", "prova", "filme", "norte", "amor", "apoio",
    "tecnologia", "jardim", "rio", "montanha", "praia", "barco", "trem", "ponte", "cadeira", "janela", "flor",
    "árvore", "pão", "sol", "lua",
];

/// Subjects, capitalised.
#[rustfmt::skip]
pub(super) const SUBJECTS: &[&str] = &[
    "O cliente", "Nossa equipe", "A fornecedora", "O novo gerente", "Uma vizinha", "O motorista",
    "A velha biblioteca", "O trem da manhã", "O comitê", "Sua irmã", "A engenheira", "O professor",
    "Uma jovem artista", "O mercado do bairro", "A escola", "O relatório", "O segundo pedido", "A pequena loja",
    "A doutora", "A empresa", "O prefeito", "O jardim", "A visitante", "O depósito", "Seu escritório", "A entrega",
    "A banda da cidade", "O padeiro", "Um bom amigo", "O projeto",
];

/// Predicates in the past.
#[rustfmt::skip]
pub(super) const PREDICATES: &[&str] = &[
    "chegou", "ligou", "esperou", "trabalhou até tarde", "mudou o plano", "pediu ajuda",
    "encontrou uma solução melhor", "cumpriu a promessa", "enviou uma carta", "abriu a porta",
    "terminou o trabalho", "começou de novo", "pagou a conta", "conferiu a lista", "perdeu o ônibus",
    "fez uma pausa", "escreveu um bilhete longo", "voltou", "cometeu um erro", "resolveu o problema",
    "contou toda a história", "deixou um recado", "perdeu a chave", "trouxe pão fresquinho",
];

/// Where, when and how.
#[rustfmt::skip]
pub(super) const COMPLEMENTS: &[&str] = &[
    "na segunda-feira de manhã", "antes do almoço", "depois da reunião", "perto da estação", "sem nenhum problema",
    "pela primeira vez", "debaixo de chuva", "no verão passado", "no fim do mês", "com muito cuidado",
    "na praça principal", "por causa do tempo", "conforme combinado", "sem motivo aparente", "durante as férias",
    "à beira do rio", "em tempo recorde", "para surpresa de todos", "no fim da tarde", "com um sorriso",
    "no velho porto", "bem na hora", "por um preço justo", "sem demora",
];
