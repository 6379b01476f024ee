//! Occupations and the parts of company names. Legal forms after the Code de commerce, by rough share of the companies founded.

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Acheteur", "Acheteuse"), ("Actuaire", "Actuaire"), ("Administrateur systèmes", "Administratrice systèmes"),
    ("Agent d'assurance", "Agente d'assurance"), ("Agent de sécurité", "Agente de sécurité"),
    ("Agent d'entretien", "Agente d'entretien"), ("Agent immobilier", "Agente immobilière"),
    ("Agriculteur", "Agricultrice"), ("Aide-soignant", "Aide-soignante"), ("Ambulancier", "Ambulancière"),
    ("Analyste de données", "Analyste de données"), ("Analyste financier", "Analyste financière"),
    ("Animateur socioculturel", "Animatrice socioculturelle"), ("Architecte", "Architecte"),
    ("Assistant administratif", "Assistante administrative"), ("Assistant social", "Assistante sociale"),
    ("Avocat", "Avocate"), ("Bibliothécaire", "Bibliothécaire"), ("Boucher", "Bouchère"), ("Boulanger", "Boulangère"),
    ("Caissier", "Caissière"), ("Carreleur", "Carreleuse"), ("Charpentier", "Charpentière"),
    ("Chauffeur de bus", "Chauffeuse de bus"), ("Chauffeur routier", "Chauffeuse routière"),
    ("Chef de chantier", "Cheffe de chantier"), ("Chef de produit", "Cheffe de produit"),
    ("Chef de projet", "Cheffe de projet"), ("Coiffeur", "Coiffeuse"), ("Commercial", "Commerciale"),
    ("Comptable", "Comptable"), ("Conducteur de train", "Conductrice de train"),
    ("Conseiller bancaire", "Conseillère bancaire"), ("Conseiller clientèle", "Conseillère clientèle"),
    ("Consultant", "Consultante"), ("Contrôleur de gestion", "Contrôleuse de gestion"),
    ("Contrôleur qualité", "Contrôleuse qualité"), ("Couvreur", "Couvreuse"), ("Cuisinier", "Cuisinière"),
    ("Dentiste", "Dentiste"), ("Développeur web", "Développeuse web"),
    ("Directeur commercial", "Directrice commerciale"),
    ("Directeur des ressources humaines", "Directrice des ressources humaines"), ("Documentaliste", "Documentaliste"),
    ("Économiste", "Économiste"), ("Éducateur spécialisé", "Éducatrice spécialisée"),
    ("Électricien", "Électricienne"), ("Employé de banque", "Employée de banque"),
    ("Enseignant-chercheur", "Enseignante-chercheuse"), ("Esthéticien", "Esthéticienne"), ("Facteur", "Factrice"),
    ("Fleuriste", "Fleuriste"), ("Formateur", "Formatrice"), ("Gendarme", "Gendarme"), ("Géomètre", "Géomètre"),
    ("Gestionnaire de paie", "Gestionnaire de paie"), ("Graphiste", "Graphiste"),
    ("Guide touristique", "Guide touristique"), ("Hôte d'accueil", "Hôtesse d'accueil"),
    ("Steward", "Hôtesse de l'air"), ("Infirmier", "Infirmière"), ("Ingénieur civil", "Ingénieure civile"),
    ("Ingénieur logiciel", "Ingénieure logiciel"), ("Ingénieur mécanique", "Ingénieure mécanique"),
    ("Interprète", "Interprète"), ("Jardinier", "Jardinière"), ("Journaliste", "Journaliste"), ("Juriste", "Juriste"),
    ("Kinésithérapeute", "Kinésithérapeute"), ("Livreur", "Livreuse"), ("Maçon", "Maçonne"),
    ("Magasinier", "Magasinière"), ("Mécanicien", "Mécanicienne"), ("Médecin", "Médecin"),
    ("Menuisier", "Menuisière"), ("Notaire", "Notaire"), ("Opticien", "Opticienne"),
    ("Orthophoniste", "Orthophoniste"), ("Ouvrier agricole", "Ouvrière agricole"), ("Pâtissier", "Pâtissière"),
    ("Peintre en bâtiment", "Peintre en bâtiment"), ("Pharmacien", "Pharmacienne"), ("Photographe", "Photographe"),
    ("Pilote de ligne", "Pilote de ligne"), ("Plombier", "Plombière"), ("Policier", "Policière"),
    ("Pompier", "Pompière"), ("Professeur des écoles", "Professeure des écoles"),
    ("Professeur de mathématiques", "Professeure de mathématiques"), ("Psychologue", "Psychologue"),
    ("Puériculteur", "Puéricultrice"), ("Réceptionniste", "Réceptionniste"),
    ("Responsable de magasin", "Responsable de magasin"), ("Responsable logistique", "Responsable logistique"),
    ("Rédacteur web", "Rédactrice web"), ("Secrétaire médical", "Secrétaire médicale"), ("Serveur", "Serveuse"),
    ("Soudeur", "Soudeuse"), ("Technicien de laboratoire", "Technicienne de laboratoire"),
    ("Technicien de maintenance", "Technicienne de maintenance"), ("Traducteur", "Traductrice"),
    ("Vendeur", "Vendeuse"), ("Vétérinaire", "Vétérinaire"), ("Viticulteur", "Viticultrice"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Horizon", "Atlantique", "Armor", "Mistral", "Hexagone", "Riviera", "Aquitaine", "Provence", "Loire", "Ventoux",
    "Garonne", "Aurore", "Concorde", "Nova", "Méridien", "Azur", "Rhône", "Savoie", "Vauban", "Jura", "Vosges",
    "Gascogne", "Bretagne", "Normandie", "Cévennes", "Luberon", "Alizé", "Boréal", "Équinoxe", "Capricorne",
    "Belle Étoile", "Grand Large", "Trois Rivières", "Quatre Saisons", "Beauregard", "Clairefontaine", "Montclair",
    "Valmy", "Septentrion", "Camargue",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Logistique", "Conseil", "Informatique", "Ingénierie", "Bâtiment", "Énergie", "Distribution", "Alimentation",
    "Transports", "Santé", "Textile", "Assurances", "Finance", "Mobilier", "Électronique", "Pharma", "Voyages",
    "Immobilier", "Médias", "Automobiles", "Formation", "Restauration", "Environnement", "Propreté", "Menuiserie",
    "Mécanique", "Services", "Industrie", "Emballages", "Communication",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("SARL", 42), ("SAS", 40), ("EURL", 9), ("SA", 6), ("SNC", 3),
];
