//! Names of neighbourhoods that are common in the towns of a language; no town in particular is meant.

use crate::generators::support::language::Language;

/// The names in a language.
pub(super) fn of(language: Language) -> &'static [&'static str] {
    QUARTERS[language as usize]
}

#[rustfmt::skip]
static QUARTERS: [&[&str]; 7] = [
    &["Downtown", "Old Town", "Riverside", "Oakwood", "Highland Park", "Lakeview", "Maple Grove", "Northgate", "Westfield",
      "Eastside", "Southbank", "Cedar Hill", "Fairview", "Brookside", "Greenfield", "Hillcrest", "Kingsway", "Meadowbrook",
      "Parkside", "Queen's Park", "Rosewood", "Springfield", "Summit", "University Heights", "Woodlands", "Harbour Point"],
    &["Centro", "Casco Antiguo", "San José", "Santa María", "San Antonio", "La Paz", "Las Flores", "Los Pinos", "El Carmen",
      "Buenavista", "Bellavista", "La Esperanza", "San Miguel", "Santa Ana", "Las Palmas", "El Prado", "La Florida",
      "Los Álamos", "El Rosario", "San Francisco", "Jardines del Sur", "Villa Nueva", "La Merced", "Las Lomas", "El Mirador",
      "San Pedro", "Santa Rosa", "Industrial", "Universitario", "Los Olivos"],
    &["Centro", "Jardim América", "Vila Nova", "Boa Vista", "Santa Cruz", "São José", "Jardim das Flores", "Bela Vista",
      "Santo Antônio", "Alto da Colina", "Vila Mariana", "Parque Industrial", "São Francisco", "Santa Luzia", "Jardim Europa",
      "Nossa Senhora de Fátima", "Planalto", "Cidade Nova", "Bom Jesus", "Santa Rita", "Vila Rica", "Primavera"],
    &["Centre-ville", "Vieille Ville", "Saint-Michel", "Saint-Pierre", "La Gare", "Les Tilleuls", "Belle Vue", "Saint-Martin",
      "Les Jardins", "La Chapelle", "Le Moulin", "Beauregard", "Les Acacias", "Saint-Jean", "La Plaine", "Les Vignes",
      "Montplaisir", "La Roseraie", "Les Peupliers", "Bellevue"],
    &["Innenstadt", "Altstadt", "Nordstadt", "Südstadt", "Weststadt", "Oststadt", "Bahnhofsviertel", "Neustadt", "Am Stadtpark",
      "Schlossviertel", "Gartenstadt", "Rosenberg", "Lindenhof", "Hafenviertel", "Universitätsviertel", "Sonnenberg",
      "Marktviertel", "Mühlenviertel", "Birkenhain", "Neudorf"],
    &["Centro Storico", "Stazione", "San Giovanni", "San Lorenzo", "Borgo Nuovo", "Sant'Antonio", "San Marco", "Santa Lucia",
      "Porta Nuova", "Villa Verde", "San Giuseppe", "Le Grazie", "La Pineta", "Santa Croce", "Bellavista", "San Paolo",
      "Monte Rosa", "Fiera", "Borgo Antico", "Sacro Cuore"],
    &["Centrum", "Binnenstad", "Stationsbuurt", "Oud-Zuid", "Noorderpark", "Westerkwartier", "Rivierenbuurt", "Vogelbuurt",
      "Bloemenbuurt", "Zeeheldenbuurt", "Schilderswijk", "Tuindorp", "Stadspark", "Nieuw-West", "Hofkwartier", "Molenwijk",
      "Havenkwartier", "Bomenbuurt", "Kerkbuurt", "Oranjewijk"],
];
