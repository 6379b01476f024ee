//! Words, and the parts of simple sentences.

/// Common nouns.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "Zeit", "Jahr", "Mensch", "Weise", "Tag", "Mann", "Sache", "Frau", "Leben", "Kind", "Welt", "Schule", "Staat",
    "Familie", "Schüler", "Gruppe", "Land", "Problem", "Hand", "Teil", "Ort", "Fall", "Woche", "Firma", "System",
    "Programm", "Frage", "Arbeit", "Regierung", "Nummer", "Nacht", "Punkt", "Heim", "Wasser", "Zimmer", "Mutter",
    "Gebiet", "Geld", "Geschichte", "Tatsache", "Monat", "Recht", "Studium", "Buch", "Auge", "Beruf", "Wort",
    "Geschäft", "Thema", "Seite", "Art", "Kopf", "Haus", "Dienst", "Freund", "Vater", "Macht", "Stunde", "Spiel",
    "Linie", "Ende", "Mitglied", "Gesetz", "Auto", "Stadt", "Gemeinde", "Name", "Präsident", "Mannschaft", "Minute",
    "Idee", "Körper", "Auskunft", "Rücken", "Gesicht", "Ebene", "Büro", "Tür", "Gesundheit", "Person", "Kunst",
    "Krieg", "Partei", "Ergebnis", "Änderung", "Morgen", "Grund", "Forschung", "Mädchen", "Junge", "Augenblick",
    "Luft", "Lehrer", "Kraft", "Ausbildung", "Fuß", "Alter", "Politik", "Vorgang", "Musik", "Markt", "Sinn", "Volk",
    "Plan", "Interesse", "Tod", "Erfahrung", "Wirkung", "Nutzen", "Klasse", "Kontrolle", "Feld", "Entwicklung",
    "Rolle", "Mühe", "Rate", "Herz", "Leiter", "Licht", "Stimme", "Ehefrau", "Geist", "Preis", "Bericht",
    "Entscheidung", "Sohn", "Blick", "Beziehung", "Dorf", "Weg", "Arm", "Unterschied", "Wert", "Gebäude", "Handlung",
    "Jahreszeit", "Gesellschaft", "Steuer", "Richter", "Stellung", "Spieler", "Aufnahme", "Papier", "Raum", "Boden",
    "Form", "Ereignis", "Zentrum", "Paar", "Projekt", "Tätigkeit", "Stern", "Tisch", "Bedarf", "Hof", "Öl", "Lage",
    "Kosten", "Industrie", "Figur", "Straße", "Bild", "Telefon", "Angabe", "Übung", "Stück", "Erde", "Ware", "Arzt",
    "Wand", "Patient", "Arbeiter", "Nachricht", "Prüfung", "Film", "Norden", "Liebe", "Hilfe", "Technik", "Garten",
    "Fluss", "Berg", "Strand", "Boot", "Zug", "Brücke", "Stuhl", "Fenster", "Blume", "Baum", "Brot", "Sonne", "Mond",
    "Schiff", "Wolke", "Regen", "Schnee", "Feuer", "Stein", "Vogel", "Pferd", "Hund", "Katze", "Küche", "Dach",
    "Schlüssel", "Brief", "Zeitung", "Reise", "Urlaub", "Ferien", "Gast", "Nachbar", "Bruder", "Schwester", "Tochter",
];

/// Subjects, capitalised.
#[rustfmt::skip]
pub(super) const SUBJECTS: &[&str] = &[
    "Der Kunde", "Unser Team", "Die Lieferantin", "Der neue Chef", "Eine Nachbarin", "Der Busfahrer",
    "Die Bürgermeisterin", "Der Sportverein", "Ihre Schwester", "Die Ingenieurin", "Der Lehrer",
    "Eine junge Künstlerin", "Die Familie von nebenan", "Die Schulklasse", "Der Vorstand", "Die Verkäuferin",
    "Der Hausarzt", "Die kleine Firma", "Der Gärtner", "Eine Besucherin", "Der Lagerleiter", "Das ganze Büro",
    "Der Bote", "Das Stadtorchester", "Der Bäcker", "Ein guter Freund", "Die Projektleiterin", "Sein Enkel",
    "Die Tierärztin", "Mein Onkel", "Der alte Kapitän", "Die Reisegruppe",
];

/// Predicates in the past.
#[rustfmt::skip]
pub(super) const PREDICATES: &[&str] = &[
    "arbeitete", "wartete", "telefonierte", "änderte den Plan", "bat um Hilfe", "fand eine bessere Lösung",
    "hielt das Versprechen", "schickte einen Brief", "öffnete die Tür", "beendete die Arbeit",
    "bezahlte die Rechnung", "prüfte die Liste", "verpasste den Bus", "machte eine kurze Pause",
    "schrieb eine lange Nachricht", "machte einen Fehler", "löste das Problem", "erzählte die ganze Geschichte",
    "hinterließ eine Nachricht", "verlor den Schlüssel", "brachte frisches Brot", "feierte den Erfolg",
    "besuchte die Ausstellung", "reparierte das Fahrrad", "kochte eine Suppe", "verkaufte das alte Auto",
    "unterschrieb den Vertrag", "las die Zeitung", "bestellte neue Möbel", "suchte den richtigen Weg",
];

/// Where, when and how.
#[rustfmt::skip]
pub(super) const COMPLEMENTS: &[&str] = &[
    "am Montagmorgen", "vor dem Mittagessen", "nach der Besprechung", "in der Nähe des Bahnhofs",
    "ohne Schwierigkeiten", "zum ersten Mal", "bei strömendem Regen", "im letzten Sommer", "am Ende des Monats",
    "mit großer Sorgfalt", "auf dem Marktplatz", "wegen des Wetters", "wie vereinbart", "ohne ersichtlichen Grund",
    "während der Ferien", "am Ufer des Flusses", "in Rekordzeit", "zur Überraschung aller", "am späten Abend",
    "mit einem Lächeln", "am alten Hafen", "gerade noch rechtzeitig", "kurz vor Feierabend", "ohne Verzögerung",
    "trotz der Kälte", "zwischen zwei Terminen", "mit vereinten Kräften", "im Schatten der Kirche",
];
