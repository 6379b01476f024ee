//! What buyers say of a product, by how content they are, in the languages of the locales. Any opening, detail and
//! closing of one row of a language go together.

use crate::generators::support::language::Language;

/// The parts of opinions of one kind.
pub(super) struct Opinions {
    pub(super) openings: &'static [&'static str],
    pub(super) details: &'static [&'static str],
    pub(super) closings: &'static [&'static str],
}

/// The opinions of a language: of the discontented, the undecided and the content.
pub(super) fn opinions(language: Language) -> &'static [Opinions; 3] {
    match language {
        Language::English => &ENGLISH,
        Language::Spanish => &SPANISH,
        Language::Portuguese => &PORTUGUESE,
        Language::French => &FRENCH,
        Language::German => &GERMAN,
        Language::Italian => &ITALIAN,
        Language::Dutch => &DUTCH,
    }
}

#[rustfmt::skip]
static ENGLISH: [Opinions; 3] = [
    Opinions {
        openings: &["Very disappointed.", "I would not buy this again.", "Not worth the money.", "A waste of time.", "I expected much better."],
        details: &["It stopped working after a week.", "The delivery took almost a month.", "It arrived damaged and nobody answered my messages.", "The quality is far worse than in the pictures.", "The size is wrong and so is the colour.", "A part was missing and the instructions make no sense."],
        closings: &["I have asked for a refund.", "I can't recommend it.", "I am sending it back.", "Keep looking."],
    },
    Opinions {
        openings: &["It is all right.", "Nothing special, but it does its job.", "Mixed feelings.", "Average for the price.", "Not bad, not great."],
        details: &["The quality is decent, but the packaging was poor.", "It works well, although the delivery was late.", "The colour is a little different from the photo.", "It runs small, so order one size up.", "The instructions could be clearer.", "Good material, but a bit expensive."],
        closings: &["I might buy it again.", "You could do worse.", "I expected a little more.", "Fine for occasional use."],
    },
    Opinions {
        openings: &["Excellent!", "I love it.", "Exactly what I was looking for.", "Better than I expected.", "Great value for money."],
        details: &["The quality is outstanding.", "It arrived a day early and well packed.", "Very easy to use from the first day.", "It looks even better than in the pictures.", "Customer service answered within minutes.", "I use it every day and it still looks like new."],
        closings: &["I recommend it without hesitation.", "I will buy here again.", "Worth every penny.", "My family loves it too."],
    },
];

#[rustfmt::skip]
static SPANISH: [Opinions; 3] = [
    Opinions {
        openings: &["Muy decepcionante.", "No lo volvería a comprar.", "No vale lo que cuesta.", "Una pérdida de tiempo.", "Esperaba mucho más."],
        details: &["Dejó de funcionar a la semana.", "El envío tardó casi un mes.", "Llegó dañado y nadie contestó a mis mensajes.", "La calidad es mucho peor que en las fotos.", "Ni la talla ni el color son los que pedí.", "Faltaba una pieza y las instrucciones no se entienden."],
        closings: &["He pedido el reembolso.", "No lo recomiendo.", "Lo voy a devolver.", "Mejor busca otra opción."],
    },
    Opinions {
        openings: &["Está bien, sin más.", "Nada especial, pero cumple.", "Tengo sentimientos encontrados.", "Normal para lo que cuesta.", "Ni bueno ni malo."],
        details: &["La calidad es aceptable, pero el embalaje era pobre.", "Funciona bien, aunque el envío llegó tarde.", "El color es algo distinto al de la foto.", "Es más pequeño de lo normal, pide una talla más.", "Las instrucciones podrían ser más claras.", "Buen material, aunque algo caro."],
        closings: &["Quizá lo vuelva a comprar.", "Los hay peores.", "Esperaba un poco más.", "Sirve para un uso ocasional."],
    },
    Opinions {
        openings: &["¡Excelente!", "Me encanta.", "Justo lo que buscaba.", "Mejor de lo que esperaba.", "Muy buena relación entre calidad y precio."],
        details: &["La calidad es extraordinaria.", "Llegó un día antes y muy bien embalado.", "Muy fácil de usar desde el primer día.", "Es aún más bonito que en las fotos.", "El servicio de atención respondió en minutos.", "Lo uso todos los días y sigue como nuevo."],
        closings: &["Lo recomiendo sin dudarlo.", "Volveré a comprar aquí.", "Vale lo que cuesta.", "A mi familia también le encanta."],
    },
];

#[rustfmt::skip]
static PORTUGUESE: [Opinions; 3] = [
    Opinions {
        openings: &["Muito decepcionante.", "Não compraria de novo.", "Não vale o preço.", "Uma perda de tempo.", "Esperava muito mais."],
        details: &["Parou de funcionar em uma semana.", "A entrega demorou quase um mês.", "Chegou danificado e ninguém respondeu às minhas mensagens.", "A qualidade é bem pior do que nas fotos.", "O tamanho e a cor vieram errados.", "Faltava uma peça e o manual não faz sentido."],
        closings: &["Pedi o reembolso.", "Não recomendo.", "Vou devolver.", "Melhor procurar outra opção."],
    },
    Opinions {
        openings: &["É razoável.", "Nada especial, mas cumpre o que promete.", "Fiquei em dúvida.", "Normal para o preço.", "Nem bom nem ruim."],
        details: &["A qualidade é aceitável, mas a embalagem era fraca.", "Funciona bem, embora a entrega tenha atrasado.", "A cor é um pouco diferente da foto.", "Veste pequeno, peça um tamanho maior.", "O manual poderia ser mais claro.", "Bom material, mas um pouco caro."],
        closings: &["Talvez compre de novo.", "Há piores.", "Esperava um pouco mais.", "Serve para uso ocasional."],
    },
    Opinions {
        openings: &["Excelente!", "Adorei.", "Exatamente o que eu procurava.", "Melhor do que eu esperava.", "Ótimo custo-benefício."],
        details: &["A qualidade é excepcional.", "Chegou um dia antes e muito bem embalado.", "Muito fácil de usar desde o primeiro dia.", "É ainda mais bonito do que nas fotos.", "O atendimento respondeu em minutos.", "Uso todos os dias e continua como novo."],
        closings: &["Recomendo sem hesitar.", "Vou comprar aqui de novo.", "Vale cada centavo.", "Minha família também adorou."],
    },
];

#[rustfmt::skip]
static FRENCH: [Opinions; 3] = [
    Opinions {
        openings: &["Très déçu par cet achat.", "Je ne le rachèterais pas.", "Cela ne vaut pas son prix.", "Une perte de temps.", "Je m'attendais à bien mieux."],
        details: &["Il a cessé de fonctionner au bout d'une semaine.", "La livraison a pris presque un mois.", "Le colis est arrivé abîmé et personne n'a répondu à mes messages.", "La qualité est bien pire que sur les photos.", "Ni la taille ni la couleur ne correspondent.", "Il manquait une pièce et la notice est incompréhensible."],
        closings: &["J'ai demandé un remboursement.", "Je ne le recommande pas.", "Je le renvoie.", "Passez votre chemin."],
    },
    Opinions {
        openings: &["C'est correct.", "Rien d'exceptionnel, mais il fait son travail.", "Avis mitigé.", "Moyen pour le prix.", "Ni bon ni mauvais."],
        details: &["La qualité est convenable, mais l'emballage était médiocre.", "Il fonctionne bien, malgré une livraison en retard.", "La couleur est un peu différente de la photo.", "Il taille petit, prenez une taille au-dessus.", "La notice pourrait être plus claire.", "Bonne matière, mais un peu cher."],
        closings: &["Je le rachèterai peut-être.", "Il y a pire.", "J'en attendais un peu plus.", "Suffisant pour un usage occasionnel."],
    },
    Opinions {
        openings: &["Excellent\u{a0}!", "Je l'adore.", "Exactement ce que je cherchais.", "Mieux que ce que j'attendais.", "Très bon rapport qualité-prix."],
        details: &["La qualité est remarquable.", "Il est arrivé un jour plus tôt et bien emballé.", "Très simple à utiliser dès le premier jour.", "Il est encore plus beau que sur les photos.", "Le service client a répondu en quelques minutes.", "Je m'en sers tous les jours et il est comme neuf."],
        closings: &["Je le recommande sans hésiter.", "Je rachèterai ici.", "Il vaut largement son prix.", "Toute la famille l'adore."],
    },
];

#[rustfmt::skip]
static GERMAN: [Opinions; 3] = [
    Opinions {
        openings: &["Sehr enttäuschend.", "Das würde ich nicht wieder kaufen.", "Sein Geld nicht wert.", "Reine Zeitverschwendung.", "Ich hatte viel mehr erwartet."],
        details: &["Nach einer Woche ging nichts mehr.", "Die Lieferung dauerte fast einen Monat.", "Das Paket kam beschädigt an und niemand antwortete auf meine Nachrichten.", "Die Qualität ist viel schlechter als auf den Bildern.", "Weder Größe noch Farbe stimmen.", "Ein Teil fehlte und die Anleitung ist unverständlich."],
        closings: &["Ich habe mein Geld zurückverlangt.", "Ich kann es nicht empfehlen.", "Es geht zurück.", "Lieber weitersuchen."],
    },
    Opinions {
        openings: &["Ganz in Ordnung.", "Nichts Besonderes, aber es erfüllt seinen Zweck.", "Gemischte Gefühle.", "Für den Preis durchschnittlich.", "Weder gut noch schlecht."],
        details: &["Die Qualität ist ordentlich, aber die Verpackung war dürftig.", "Es funktioniert gut, auch wenn die Lieferung zu spät kam.", "Die Farbe weicht etwas vom Foto ab.", "Es fällt klein aus, also eine Nummer größer bestellen.", "Die Anleitung könnte klarer sein.", "Gutes Material, aber etwas teuer."],
        closings: &["Vielleicht kaufe ich es wieder.", "Es gibt Schlechteres.", "Ich hatte etwas mehr erwartet.", "Für gelegentlichen Gebrauch reicht es."],
    },
    Opinions {
        openings: &["Ausgezeichnet!", "Ich bin begeistert.", "Genau das, was ich gesucht habe.", "Besser als erwartet.", "Sehr gutes Preis-Leistungs-Verhältnis."],
        details: &["Die Qualität ist hervorragend.", "Es kam einen Tag früher und gut verpackt an.", "Vom ersten Tag an ganz einfach zu benutzen.", "Es ist noch schöner als auf den Bildern.", "Der Kundendienst antwortete innerhalb von Minuten.", "Ich benutze es jeden Tag und es ist wie neu."],
        closings: &["Ich empfehle es ohne Zögern.", "Hier kaufe ich wieder.", "Jeden Cent wert.", "Auch meine Familie ist begeistert."],
    },
];

#[rustfmt::skip]
static ITALIAN: [Opinions; 3] = [
    Opinions {
        openings: &["Molto deludente.", "Non lo ricomprerei.", "Non vale il suo prezzo.", "Una perdita di tempo.", "Mi aspettavo molto di più."],
        details: &["Ha smesso di funzionare dopo una settimana.", "La consegna ha richiesto quasi un mese.", "È arrivato danneggiato e nessuno ha risposto ai miei messaggi.", "La qualità è molto peggiore che nelle foto.", "Né la taglia né il colore sono quelli giusti.", "Mancava un pezzo e le istruzioni sono incomprensibili."],
        closings: &["Ho chiesto il rimborso.", "Non lo consiglio.", "Lo rimando indietro.", "Meglio cercare altro."],
    },
    Opinions {
        openings: &["Va bene, niente di più.", "Niente di speciale, ma fa il suo dovere.", "Opinione contrastante.", "Nella media per il prezzo.", "Né buono né cattivo."],
        details: &["La qualità è discreta, ma l'imballaggio era scadente.", "Funziona bene, anche se la consegna è arrivata in ritardo.", "Il colore è un po' diverso dalla foto.", "Veste piccolo, meglio una taglia in più.", "Le istruzioni potrebbero essere più chiare.", "Buon materiale, ma un po' caro."],
        closings: &["Forse lo ricomprerò.", "C'è di peggio.", "Mi aspettavo qualcosa in più.", "Va bene per un uso occasionale."],
    },
    Opinions {
        openings: &["Eccellente!", "Lo adoro.", "Proprio quello che cercavo.", "Meglio di quanto mi aspettassi.", "Ottimo rapporto qualità-prezzo."],
        details: &["La qualità è straordinaria.", "È arrivato un giorno prima e ben imballato.", "Facilissimo da usare fin dal primo giorno.", "È ancora più bello che nelle foto.", "L'assistenza ha risposto in pochi minuti.", "Lo uso ogni giorno ed è ancora come nuovo."],
        closings: &["Lo consiglio senza esitazioni.", "Comprerò ancora qui.", "Vale ogni centesimo.", "Piace molto anche alla mia famiglia."],
    },
];

#[rustfmt::skip]
static DUTCH: [Opinions; 3] = [
    Opinions {
        openings: &["Erg teleurstellend.", "Ik zou het niet opnieuw kopen.", "Zijn geld niet waard.", "Zonde van de tijd.", "Ik had veel meer verwacht."],
        details: &["Na een week deed het niets meer.", "De bezorging duurde bijna een maand.", "Het kwam beschadigd aan en niemand beantwoordde mijn berichten.", "De kwaliteit is veel slechter dan op de foto's.", "Noch de maat noch de kleur klopt.", "Er ontbrak een onderdeel en de handleiding is onbegrijpelijk."],
        closings: &["Ik heb mijn geld teruggevraagd.", "Ik kan het niet aanraden.", "Het gaat terug.", "Zoek liever verder."],
    },
    Opinions {
        openings: &["Het is prima, meer niet.", "Niets bijzonders, maar het doet wat het moet doen.", "Gemengde gevoelens.", "Gemiddeld voor deze prijs.", "Niet goed, niet slecht."],
        details: &["De kwaliteit is redelijk, maar de verpakking was matig.", "Het werkt goed, al kwam de bezorging te laat.", "De kleur wijkt iets af van de foto.", "Het valt klein uit, dus bestel een maat groter.", "De handleiding kan duidelijker.", "Goed materiaal, maar een beetje duur."],
        closings: &["Misschien koop ik het nog eens.", "Er is slechter.", "Ik had iets meer verwacht.", "Goed genoeg voor af en toe."],
    },
    Opinions {
        openings: &["Uitstekend!", "Ik ben er dol op.", "Precies wat ik zocht.", "Beter dan verwacht.", "Veel waar voor je geld."],
        details: &["De kwaliteit is geweldig.", "Het kwam een dag eerder en goed verpakt aan.", "Vanaf de eerste dag heel makkelijk te gebruiken.", "Het is nog mooier dan op de foto's.", "De klantenservice antwoordde binnen enkele minuten.", "Ik gebruik het elke dag en het is nog als nieuw."],
        closings: &["Ik raad het zonder aarzelen aan.", "Hier koop ik vaker.", "Elke cent waard.", "Mijn familie vindt het ook geweldig."],
    },
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_opinion_is_a_sentence_and_stands_once() {
        for language in Language::ALL {
            let mut seen = HashSet::new();
            for opinions in opinions(language) {
                for text in opinions.openings.iter().chain(opinions.details).chain(opinions.closings) {
                    assert!(text.ends_with(['.', '!']), "{text}");
                    assert!(text.chars().next().is_some_and(|c| c.is_uppercase() || c == '¡'), "{text}");
                    assert!(seen.insert(*text), "{text}");
                }
            }
        }
    }
}
