//! Cities, and the parts of street names. Cities after the IBGE census; CEP ranges after Correios; area codes after Anatel.

use crate::locales::types::{City, city};

/// Cities with their population in thousands as weight.
#[rustfmt::skip]
pub(super) const CITIES: &[City] = &[
    city("São Paulo", "São Paulo", "SP", "01###-###", -23.5505, -46.6333, "America/Sao_Paulo", "11", 11452),
    city("Rio de Janeiro", "Rio de Janeiro", "RJ", "22###-###", -22.9068, -43.1729, "America/Sao_Paulo", "21", 6211),
    city("Brasília", "Distrito Federal", "DF", "70###-###", -15.7939, -47.8828, "America/Sao_Paulo", "61", 2817),
    city("Fortaleza", "Ceará", "CE", "60###-###", -3.7319, -38.5267, "America/Fortaleza", "85", 2429),
    city("Salvador", "Bahia", "BA", "40###-###", -12.9777, -38.5016, "America/Bahia", "71", 2418),
    city("Belo Horizonte", "Minas Gerais", "MG", "30###-###", -19.9167, -43.9345, "America/Sao_Paulo", "31", 2315),
    city("Manaus", "Amazonas", "AM", "69###-###", -3.119, -60.0217, "America/Manaus", "92", 2064),
    city("Curitiba", "Paraná", "PR", "80###-###", -25.4284, -49.2733, "America/Sao_Paulo", "41", 1774),
    city("Recife", "Pernambuco", "PE", "50###-###", -8.0476, -34.877, "America/Recife", "81", 1489),
    city("Goiânia", "Goiás", "GO", "74###-###", -16.6869, -49.2648, "America/Sao_Paulo", "62", 1437),
    city("Porto Alegre", "Rio Grande do Sul", "RS", "90###-###", -30.0346, -51.2177, "America/Sao_Paulo", "51", 1333),
    city("Belém", "Pará", "PA", "66###-###", -1.4558, -48.4902, "America/Belem", "91", 1303),
    city("Guarulhos", "São Paulo", "SP", "07###-###", -23.4543, -46.5337, "America/Sao_Paulo", "11", 1292),
    city("Campinas", "São Paulo", "SP", "13###-###", -22.9099, -47.0626, "America/Sao_Paulo", "19", 1139),
    city("São Luís", "Maranhão", "MA", "65###-###", -2.5307, -44.3068, "America/Fortaleza", "98", 1038),
    city("Maceió", "Alagoas", "AL", "57###-###", -9.6498, -35.7089, "America/Maceio", "82", 958),
    city("Campo Grande", "Mato Grosso do Sul", "MS", "79###-###", -20.4697, -54.6201, "America/Campo_Grande", "67", 898),
    city("São Gonçalo", "Rio de Janeiro", "RJ", "24###-###", -22.8269, -43.0539, "America/Sao_Paulo", "21", 897),
    city("Teresina", "Piauí", "PI", "64###-###", -5.0892, -42.8019, "America/Fortaleza", "86", 867),
    city("João Pessoa", "Paraíba", "PB", "58###-###", -7.1195, -34.845, "America/Fortaleza", "83", 834),
    city("São Bernardo do Campo", "São Paulo", "SP", "09###-###", -23.6914, -46.5646, "America/Sao_Paulo", "11", 811),
    city("Duque de Caxias", "Rio de Janeiro", "RJ", "25###-###", -22.7856, -43.3117, "America/Sao_Paulo", "21", 808),
    city("Nova Iguaçu", "Rio de Janeiro", "RJ", "26###-###", -22.7592, -43.451, "America/Sao_Paulo", "21", 786),
    city("Natal", "Rio Grande do Norte", "RN", "59###-###", -5.7945, -35.211, "America/Fortaleza", "84", 751),
    city("Santo André", "São Paulo", "SP", "09###-###", -23.6639, -46.5383, "America/Sao_Paulo", "11", 749),
    city("Osasco", "São Paulo", "SP", "06###-###", -23.5329, -46.7916, "America/Sao_Paulo", "11", 729),
    city("Sorocaba", "São Paulo", "SP", "18###-###", -23.5015, -47.4526, "America/Sao_Paulo", "15", 724),
    city("Uberlândia", "Minas Gerais", "MG", "38###-###", -18.9186, -48.2772, "America/Sao_Paulo", "34", 713),
    city("Ribeirão Preto", "São Paulo", "SP", "14###-###", -21.1775, -47.8103, "America/Sao_Paulo", "16", 699),
    city("São José dos Campos", "São Paulo", "SP", "12###-###", -23.2237, -45.9009, "America/Sao_Paulo", "12", 697),
    city("Cuiabá", "Mato Grosso", "MT", "78###-###", -15.6014, -56.0979, "America/Cuiaba", "65", 651),
    city("Joinville", "Santa Catarina", "SC", "89###-###", -26.3045, -48.8487, "America/Sao_Paulo", "47", 616),
    city("Feira de Santana", "Bahia", "BA", "44###-###", -12.2664, -38.9663, "America/Bahia", "75", 616),
    city("Aracaju", "Sergipe", "SE", "49###-###", -10.9472, -37.0731, "America/Maceio", "79", 603),
    city("Londrina", "Paraná", "PR", "86###-###", -23.3045, -51.1696, "America/Sao_Paulo", "43", 556),
    city("Juiz de Fora", "Minas Gerais", "MG", "36###-###", -21.7642, -43.3503, "America/Sao_Paulo", "32", 541),
    city("Florianópolis", "Santa Catarina", "SC", "88###-###", -27.5954, -48.548, "America/Sao_Paulo", "48", 537),
    city("Niterói", "Rio de Janeiro", "RJ", "24###-###", -22.8832, -43.1034, "America/Sao_Paulo", "21", 482),
    city("Porto Velho", "Rondônia", "RO", "76###-###", -8.7612, -63.9039, "America/Porto_Velho", "69", 461),
    city("Caxias do Sul", "Rio Grande do Sul", "RS", "95###-###", -29.1678, -51.1794, "America/Sao_Paulo", "54", 463),
    city("Macapá", "Amapá", "AP", "68###-###", 0.0349, -51.0694, "America/Belem", "96", 443),
    city("Santos", "São Paulo", "SP", "11###-###", -23.9608, -46.3336, "America/Sao_Paulo", "13", 419),
    city("Boa Vista", "Roraima", "RR", "69###-###", 2.8235, -60.6758, "America/Boa_Vista", "95", 413),
    city("Maringá", "Paraná", "PR", "87###-###", -23.421, -51.9331, "America/Sao_Paulo", "44", 410),
    city("Rio Branco", "Acre", "AC", "69###-###", -9.9754, -67.8249, "America/Rio_Branco", "68", 365),
    city("Vitória", "Espírito Santo", "ES", "29###-###", -20.3155, -40.3128, "America/Sao_Paulo", "27", 323),
    city("Palmas", "Tocantins", "TO", "77###-###", -10.2491, -48.3243, "America/Araguaina", "63", 303),
    city("Pelotas", "Rio Grande do Sul", "RS", "96###-###", -31.7654, -52.3376, "America/Sao_Paulo", "53", 326),
];

/// Street names.
#[rustfmt::skip]
pub(super) const STREETS: &[&str] = &[
    "Sete de Setembro", "Quinze de Novembro", "Tiradentes", "Rui Barbosa", "Dom Pedro II", "Duque de Caxias",
    "Marechal Deodoro", "Santos Dumont", "Castro Alves", "São José", "São João", "Getúlio Vargas", "Rio Branco",
    "Santa Catarina", "Minas Gerais", "Bahia", "Amazonas", "Paraná", "Pernambuco", "das Flores", "das Palmeiras",
    "dos Ipês", "do Comércio", "da Independência", "da República", "Brasil", "José Bonifácio",
    "Barão do Rio Branco", "Princesa Isabel", "Machado de Assis", "Olavo Bilac", "Carlos Gomes",
    "Benjamin Constant", "Floriano Peixoto", "Treze de Maio", "Vinte e Um de Abril", "Primeiro de Maio",
    "Santo Antônio", "São Francisco", "São Pedro", "Boa Vista", "Bela Vista", "Nossa Senhora Aparecida",
    "Monteiro Lobato", "Cecília Meireles", "Tupi", "Guarani", "das Acácias", "dos Girassóis", "Paulista",
];

/// Kinds of street with weights.
#[rustfmt::skip]
pub(super) const KINDS: &[(&str, u32)] = &[
    ("Rua", 70), ("Avenida", 20), ("Travessa", 6), ("Alameda", 4), ("Praça", 3),
];
