//! Words of trade, in the language of the row's locale: states of orders, ways to pay and to ship, colours, materials,
//! departments of a shop. How often each comes follows what shops see: most orders are delivered, most pay by card.

use crate::generator::Family;
use crate::generators::support::describe::words;
use crate::generators::support::terms::{List, Terms};

/// States of an order.
#[rustfmt::skip]
pub(super) static ORDER_STATUS: Terms = Terms {
    name: "commerce.order_status",
    family: Family::Commerce,
    label: words("Order status", "Estado del pedido"),
    description: words(
        "How far an order has come, in the language of the locale; most are delivered.",
        "Hasta dónde ha llegado un pedido, en el idioma de la localización; la mayoría está entregada.",
    ),
    list: List::Spoken(&[
        (6, ["pending", "pendiente", "pendente", "en attente", "ausstehend", "in attesa", "in afwachting"]),
        (8, ["paid", "pagado", "pago", "payée", "bezahlt", "pagato", "betaald"]),
        (8, ["processing", "en preparación", "em preparação", "en préparation", "in Bearbeitung", "in lavorazione", "in behandeling"]),
        (12, ["shipped", "enviado", "enviado", "expédiée", "versandt", "spedito", "verzonden"]),
        (54, ["delivered", "entregado", "entregue", "livrée", "zugestellt", "consegnato", "bezorgd"]),
        (7, ["cancelled", "cancelado", "cancelado", "annulée", "storniert", "annullato", "geannuleerd"]),
        (3, ["returned", "devuelto", "devolvido", "retournée", "retourniert", "restituito", "geretourneerd"]),
        (2, ["refunded", "reembolsado", "reembolsado", "remboursée", "erstattet", "rimborsato", "terugbetaald"]),
    ]),
};

/// Ways to pay.
#[rustfmt::skip]
pub(super) static PAYMENT_METHOD: Terms = Terms {
    name: "commerce.payment_method",
    family: Family::Commerce,
    label: words("Payment method", "Forma de pago"),
    description: words(
        "Ways to pay, in the language of the locale.",
        "Formas de pago, en el idioma de la localización.",
    ),
    list: List::Spoken(&[
        (38, ["credit card", "tarjeta de crédito", "cartão de crédito", "carte de crédit", "Kreditkarte", "carta di credito", "creditcard"]),
        (24, ["debit card", "tarjeta de débito", "cartão de débito", "carte de débit", "Debitkarte", "carta di debito", "pinpas"]),
        (14, ["digital wallet", "monedero digital", "carteira digital", "portefeuille numérique", "digitale Geldbörse", "portafoglio digitale", "digitale portemonnee"]),
        (10, ["bank transfer", "transferencia bancaria", "transferência bancária", "virement bancaire", "Überweisung", "bonifico bancario", "overschrijving"]),
        (6, ["cash", "efectivo", "dinheiro", "espèces", "Bargeld", "contanti", "contant"]),
        (3, ["cash on delivery", "contra reembolso", "pagamento na entrega", "contre remboursement", "Nachnahme", "contrassegno", "rembours"]),
        (3, ["direct debit", "domiciliación bancaria", "débito automático", "prélèvement automatique", "Lastschrift", "addebito diretto", "automatische incasso"]),
        (2, ["gift card", "tarjeta de regalo", "cartão-presente", "carte cadeau", "Geschenkkarte", "carta regalo", "cadeaukaart"]),
    ]),
};

/// Ways to ship.
#[rustfmt::skip]
pub(super) static SHIPPING_METHOD: Terms = Terms {
    name: "commerce.shipping_method",
    family: Family::Commerce,
    label: words("Shipping method", "Forma de envío"),
    description: words(
        "Ways to ship an order, in the language of the locale.",
        "Formas de envío de un pedido, en el idioma de la localización.",
    ),
    list: List::Spoken(&[
        (50, ["standard", "estándar", "padrão", "standard", "Standard", "standard", "standaard"]),
        (22, ["express", "exprés", "expresso", "express", "Express", "espresso", "express"]),
        (12, ["next day", "día siguiente", "dia seguinte", "lendemain", "nächster Tag", "giorno successivo", "volgende dag"]),
        (4, ["same day", "mismo día", "mesmo dia", "jour même", "gleicher Tag", "stesso giorno", "zelfde dag"]),
        (8, ["store pickup", "recogida en tienda", "retirada na loja", "retrait en magasin", "Abholung im Geschäft", "ritiro in negozio", "afhalen in de winkel"]),
        (4, ["pickup point", "punto de recogida", "ponto de retirada", "point relais", "Abholstation", "punto di ritiro", "afhaalpunt"]),
    ]),
};

/// Colours of goods.
#[rustfmt::skip]
pub(super) static COLOR: Terms = Terms {
    name: "commerce.color",
    family: Family::Commerce,
    label: words("Product colour", "Color de producto"),
    description: words(
        "Colours in which goods are sold, in the language of the locale.",
        "Colores en que se venden los productos, en el idioma de la localización.",
    ),
    list: List::Spoken(&[
        (20, ["black", "negro", "preto", "noir", "schwarz", "nero", "zwart"]),
        (16, ["white", "blanco", "branco", "blanc", "weiß", "bianco", "wit"]),
        (12, ["grey", "gris", "cinza", "gris", "grau", "grigio", "grijs"]),
        (12, ["blue", "azul", "azul", "bleu", "blau", "blu", "blauw"]),
        (6, ["navy", "azul marino", "azul-marinho", "bleu marine", "marineblau", "blu navy", "marineblauw"]),
        (9, ["red", "rojo", "vermelho", "rouge", "rot", "rosso", "rood"]),
        (8, ["green", "verde", "verde", "vert", "grün", "verde", "groen"]),
        (6, ["beige", "beis", "bege", "beige", "beige", "beige", "beige"]),
        (6, ["brown", "marrón", "marrom", "marron", "braun", "marrone", "bruin"]),
        (5, ["pink", "rosa", "rosa", "rose", "rosa", "rosa", "roze"]),
        (4, ["yellow", "amarillo", "amarelo", "jaune", "gelb", "giallo", "geel"]),
        (3, ["orange", "naranja", "laranja", "orange", "orange", "arancione", "oranje"]),
        (3, ["purple", "morado", "roxo", "violet", "violett", "viola", "paars"]),
        (4, ["silver", "plateado", "prata", "argenté", "silbern", "argento", "zilver"]),
        (2, ["gold", "dorado", "dourado", "doré", "golden", "oro", "goud"]),
        (2, ["turquoise", "turquesa", "turquesa", "turquoise", "türkis", "turchese", "turquoise"]),
    ]),
};

/// What goods are made of.
#[rustfmt::skip]
pub(super) static MATERIAL: Terms = Terms {
    name: "commerce.material",
    family: Family::Commerce,
    label: words("Material", "Material"),
    description: words(
        "What goods are made of, in the language of the locale.",
        "De qué están hechos los productos, en el idioma de la localización.",
    ),
    list: List::Spoken(&[
        (18, ["cotton", "algodón", "algodão", "coton", "Baumwolle", "cotone", "katoen"]),
        (14, ["plastic", "plástico", "plástico", "plastique", "Kunststoff", "plastica", "kunststof"]),
        (11, ["steel", "acero", "aço", "acier", "Stahl", "acciaio", "staal"]),
        (10, ["wood", "madera", "madeira", "bois", "Holz", "legno", "hout"]),
        (9, ["polyester", "poliéster", "poliéster", "polyester", "Polyester", "poliestere", "polyester"]),
        (8, ["leather", "cuero", "couro", "cuir", "Leder", "pelle", "leer"]),
        (7, ["glass", "vidrio", "vidro", "verre", "Glas", "vetro", "glas"]),
        (6, ["aluminium", "aluminio", "alumínio", "aluminium", "Aluminium", "alluminio", "aluminium"]),
        (5, ["ceramic", "cerámica", "cerâmica", "céramique", "Keramik", "ceramica", "keramiek"]),
        (5, ["wool", "lana", "lã", "laine", "Wolle", "lana", "wol"]),
        (4, ["rubber", "caucho", "borracha", "caoutchouc", "Gummi", "gomma", "rubber"]),
        (3, ["linen", "lino", "linho", "lin", "Leinen", "lino", "linnen"]),
        (3, ["paper", "papel", "papel", "papier", "Papier", "carta", "papier"]),
        (2, ["silk", "seda", "seda", "soie", "Seide", "seta", "zijde"]),
        (2, ["bamboo", "bambú", "bambu", "bambou", "Bambus", "bambù", "bamboe"]),
        (1, ["marble", "mármol", "mármore", "marbre", "Marmor", "marmo", "marmer"]),
    ]),
};

/// Departments of a shop.
#[rustfmt::skip]
pub(super) static DEPARTMENT: Terms = Terms {
    name: "commerce.department",
    family: Family::Commerce,
    label: words("Shop department", "Sección de tienda"),
    description: words(
        "Departments of a shop, in the language of the locale.",
        "Secciones de una tienda, en el idioma de la localización.",
    ),
    list: List::Spoken(&[
        (12, ["Electronics", "Electrónica", "Eletrônicos", "Électronique", "Elektronik", "Elettronica", "Elektronica"]),
        (12, ["Home", "Hogar", "Casa", "Maison", "Haushalt", "Casa", "Wonen"]),
        (10, ["Women", "Mujer", "Feminino", "Femme", "Damen", "Donna", "Dames"]),
        (8, ["Men", "Hombre", "Masculino", "Homme", "Herren", "Uomo", "Heren"]),
        (7, ["Children", "Infantil", "Infantil", "Enfants", "Kinder", "Bambini", "Kinderen"]),
        (8, ["Groceries", "Alimentación", "Alimentos", "Épicerie", "Lebensmittel", "Alimentari", "Levensmiddelen"]),
        (7, ["Beauty", "Belleza", "Beleza", "Beauté", "Schönheit", "Bellezza", "Verzorging"]),
        (6, ["Sports", "Deportes", "Esportes", "Sport", "Sport", "Sport", "Sport"]),
        (6, ["Toys", "Juguetes", "Brinquedos", "Jouets", "Spielzeug", "Giocattoli", "Speelgoed"]),
        (6, ["Books", "Libros", "Livros", "Livres", "Bücher", "Libri", "Boeken"]),
        (5, ["Garden", "Jardín", "Jardim", "Jardin", "Garten", "Giardino", "Tuin"]),
        (5, ["Tools", "Bricolaje", "Ferramentas", "Bricolage", "Baumarkt", "Bricolage", "Doe-het-zelf"]),
        (4, ["Shoes", "Calzado", "Calçados", "Chaussures", "Schuhe", "Scarpe", "Schoenen"]),
        (4, ["Pets", "Mascotas", "Animais de estimação", "Animaux", "Haustiere", "Animali", "Huisdieren"]),
        (3, ["Automotive", "Automóvil", "Automotivo", "Auto", "Auto", "Auto", "Auto"]),
        (3, ["Jewellery", "Joyería", "Joias", "Bijoux", "Schmuck", "Gioielli", "Sieraden"]),
    ]),
};
