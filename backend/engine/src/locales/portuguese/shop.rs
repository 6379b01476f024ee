//! Products of a shop by category, with the range of their price in US dollars.

use crate::locales::types::{Item, item};

/// Categories with the three letters of their article numbers.
#[rustfmt::skip]
pub(super) const CATEGORIES: &[(&str, &str)] = &[
    ("Eletrônicos", "ELE"), ("Casa e cozinha", "HOG"), ("Vestuário", "ROP"), ("Esportes", "DEP"),
    ("Brinquedos", "TOY"), ("Beleza", "BEL"), ("Papelaria e escritório", "OFI"), ("Jardim e ferramentas", "JAR"),
    ("Alimentos", "ALI"), ("Animais de estimação", "PET"),
];

/// Products: category, name, whether it is feminine, least and greatest price.
#[rustfmt::skip]
pub(super) const ITEMS: &[Item] = &[
    item(0, "Fone de ouvido", false, 15, 180), item(0, "Teclado", false, 12, 120), item(0, "Mouse", false, 8, 70),
    item(0, "Monitor", false, 90, 450), item(0, "Alto-falante", false, 20, 250), item(0, "Webcam", true, 20, 110),
    item(0, "Tablet", false, 90, 600), item(0, "Carregador", false, 8, 45), item(1, "Luminária", true, 12, 140),
    item(1, "Cadeira", true, 30, 220), item(1, "Mesa", true, 50, 480), item(1, "Caneca", true, 4, 18),
    item(1, "Frigideira", true, 12, 75), item(1, "Jogo de facas", false, 18, 150), item(1, "Manta", true, 12, 80),
    item(1, "Travesseiro", false, 8, 50), item(2, "Camisa", true, 12, 70), item(2, "Camiseta", true, 6, 35),
    item(2, "Jaqueta", true, 30, 200), item(2, "Vestido", false, 20, 140), item(2, "Suéter", false, 18, 95),
    item(2, "Calça", true, 18, 90), item(2, "Cinto", false, 8, 45), item(2, "Mochila", true, 20, 130),
    item(3, "Bola", true, 8, 50), item(3, "Tapete de ioga", false, 10, 55), item(3, "Halter", false, 8, 70),
    item(3, "Capacete", false, 18, 130), item(3, "Raquete", true, 20, 190), item(3, "Garrafa", true, 6, 35),
    item(3, "Barraca", true, 40, 320), item(4, "Quebra-cabeça", false, 6, 35), item(4, "Boneca", true, 8, 50),
    item(4, "Jogo de tabuleiro", false, 12, 65), item(4, "Carrinho", false, 4, 30),
    item(4, "Jogo de blocos", false, 10, 90), item(5, "Xampu", false, 3, 22), item(5, "Sabonete", false, 2, 12),
    item(5, "Creme facial", false, 6, 60), item(5, "Perfume", false, 18, 140),
    item(5, "Escova de dentes", true, 2, 80), item(5, "Secador", false, 18, 120), item(6, "Caderno", false, 2, 20),
    item(6, "Caneta", true, 1, 15), item(6, "Grampeador", false, 4, 25), item(6, "Organizador", false, 8, 40),
    item(6, "Calculadora", true, 6, 60), item(6, "Agenda", true, 6, 35), item(7, "Martelo", false, 8, 40),
    item(7, "Furadeira", true, 35, 190), item(7, "Regador", false, 6, 32), item(7, "Mangueira", true, 12, 60),
    item(7, "Pá", true, 10, 45), item(7, "Escada", true, 30, 160), item(8, "Café", false, 4, 22),
    item(8, "Azeite", false, 6, 28), item(8, "Chocolate", false, 2, 14), item(8, "Queijo", false, 3, 25),
    item(8, "Mel", false, 4, 18), item(8, "Arroz", false, 1, 8), item(9, "Cama para cachorro", true, 15, 80),
    item(9, "Ração para gatos", true, 4, 45), item(9, "Guia", true, 6, 30), item(9, "Arranhador", false, 15, 90),
];

/// Adjectives, masculine and feminine.
#[rustfmt::skip]
pub(super) const ADJECTIVES: &[(&str, &str)] = &[
    ("clássico", "clássica"), ("compacto", "compacta"), ("moderno", "moderna"), ("premium", "premium"),
    ("leve", "leve"), ("resistente", "resistente"), ("elegante", "elegante"), ("portátil", "portátil"),
    ("ecológico", "ecológica"), ("artesanal", "artesanal"), ("essencial", "essencial"), ("básico", "básica"),
    ("inteligente", "inteligente"), ("econômico", "econômica"), ("natural", "natural"),
    ("profissional", "profissional"),
];
