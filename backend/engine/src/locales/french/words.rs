//! Words, and the parts of simple sentences. The predicates take "avoir", so that they agree with any subject.

/// Common nouns.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "temps", "année", "gens", "forme", "jour", "homme", "chose", "femme", "vie", "enfant", "monde", "école", "état",
    "famille", "élève", "groupe", "pays", "problème", "main", "partie", "lieu", "cas", "semaine", "entreprise",
    "système", "programme", "question", "travail", "gouvernement", "nombre", "nuit", "point", "foyer", "eau", "salle",
    "mère", "zone", "argent", "histoire", "fait", "mois", "droit", "étude", "livre", "œil", "emploi", "mot",
    "affaire", "sujet", "côté", "type", "tête", "maison", "service", "ami", "père", "pouvoir", "heure", "jeu",
    "ligne", "fin", "membre", "loi", "voiture", "ville", "communauté", "nom", "président", "équipe", "minute", "idée",
    "corps", "information", "visage", "niveau", "bureau", "porte", "santé", "personne", "art", "guerre", "parti",
    "résultat", "changement", "matin", "raison", "recherche", "moment", "air", "professeur", "force", "éducation",
    "pied", "âge", "politique", "processus", "musique", "marché", "sens", "nation", "plan", "intérêt", "mort",
    "expérience", "effet", "usage", "classe", "contrôle", "champ", "développement", "rôle", "effort", "taux", "cœur",
    "chef", "lumière", "voix", "épouse", "esprit", "prix", "rapport", "décision", "fils", "vue", "relation", "peuple",
    "chemin", "bras", "différence", "valeur", "bâtiment", "action", "saison", "société", "impôt", "directeur",
    "position", "joueur", "registre", "espace", "sol", "événement", "centre", "couple", "site", "projet", "activité",
    "étoile", "table", "besoin", "huile", "situation", "coût", "industrie", "figure", "rue", "image", "téléphone",
    "donnée", "tableau", "pratique", "pièce", "terre", "produit", "médecin", "mur", "patient", "ouvrier", "nouvelle",
    "preuve", "film", "nord", "amour", "soutien", "technologie", "jardin", "fleuve", "montagne", "plage", "bateau",
    "train", "pont", "chaise", "fenêtre", "fleur", "arbre", "pain", "soleil", "lune", "neige", "forêt", "village",
    "cuisine", "lettre", "clé", "oiseau", "couleur", "sourire", "voyage", "île",
];

/// Subjects, capitalised.
#[rustfmt::skip]
pub(super) const SUBJECTS: &[&str] = &[
    "Le client", "Notre équipe", "La fournisseuse", "Le nouveau gérant", "Une voisine", "Le chauffeur",
    "La bibliothécaire", "Le comité", "Sa sœur", "L'ingénieure", "Le professeur", "Une jeune artiste",
    "Le maraîcher du marché", "L'école du quartier", "La petite boutique", "La médecin de garde", "L'entreprise",
    "Le maire", "La jardinière", "Un visiteur", "Le magasinier", "La gardienne", "La fanfare du village",
    "Le boulanger", "Un vieil ami", "Le chef de projet", "L'association", "La directrice", "Mon cousin", "L'apprenti",
    "La cliente fidèle", "Le facteur",
];

/// Predicates in the past.
#[rustfmt::skip]
pub(super) const PREDICATES: &[&str] = &[
    "a appelé", "a attendu", "a travaillé sans relâche", "a changé de plan", "a demandé de l'aide",
    "a trouvé une meilleure solution", "a tenu sa promesse", "a envoyé une lettre", "a ouvert la porte",
    "a terminé le travail", "a recommencé depuis le début", "a payé la facture", "a vérifié la liste",
    "a manqué le bus", "a fait une pause", "a écrit un long message", "a donné de bonnes nouvelles",
    "a commis une erreur", "a résolu le problème", "a raconté toute l'histoire", "a laissé un mot", "a perdu la clé",
    "a apporté du pain frais", "a remercié tout le monde", "a signé le contrat", "a préparé un repas simple",
    "a accepté la proposition", "a posé la bonne question",
];

/// Where, when and how.
#[rustfmt::skip]
pub(super) const COMPLEMENTS: &[&str] = &[
    "lundi matin", "avant midi", "après la réunion", "près de la gare", "sans aucun problème",
    "pour la première fois", "sous la pluie", "l'été dernier", "à la fin du mois", "avec beaucoup de soin",
    "sur la place principale", "à cause du mauvais temps", "comme convenu", "sans raison apparente",
    "pendant les vacances", "au bord de la rivière", "en un temps record", "à la surprise générale",
    "en fin d'après-midi", "avec le sourire", "sur le vieux port", "juste à temps", "pour une bonne raison",
    "sans tarder", "devant la mairie", "comme d'habitude", "dès le premier jour", "un jour de grand vent",
];
