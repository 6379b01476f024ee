//! Airlines and aircraft: codes of the International Air Transport Association (two characters) and of the International Civil
//! Aviation Organization (types of aircraft, Doc 8643). Weights: fleets in 2024, rounded.

/// An airline.
pub(super) struct Airline {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) weight: u32,
}

const fn a(code: &'static str, name: &'static str, weight: u32) -> Airline {
    Airline { code, name, weight }
}

#[rustfmt::skip]
pub(super) static AIRLINES: &[Airline] = &[
    a("AA", "American Airlines", 970), a("DL", "Delta Air Lines", 990), a("UA", "United Airlines", 980),
    a("WN", "Southwest Airlines", 810), a("B6", "JetBlue", 290), a("AS", "Alaska Airlines", 310), a("NK", "Spirit Airlines", 200),
    a("F9", "Frontier Airlines", 150), a("AC", "Air Canada", 210), a("WS", "WestJet", 180), a("AM", "Aeroméxico", 150),
    a("Y4", "Volaris", 140), a("VB", "Viva", 90), a("AV", "Avianca", 140), a("LA", "LATAM Airlines", 330), a("CM", "Copa Airlines", 110),
    a("AR", "Aerolíneas Argentinas", 80), a("H2", "Sky Airline", 32), a("JA", "JetSMART", 40), a("G3", "GOL", 140), a("AD", "Azul", 180),
    a("IB", "Iberia", 100), a("UX", "Air Europa", 55), a("VY", "Vueling", 130), a("I2", "Iberia Express", 24), a("V7", "Volotea", 45),
    a("NT", "Binter Canarias", 30), a("TP", "TAP Air Portugal", 100), a("BA", "British Airways", 280), a("U2", "easyJet", 340),
    a("FR", "Ryanair", 570), a("LS", "Jet2", 125), a("VS", "Virgin Atlantic", 43), a("EI", "Aer Lingus", 60), a("AF", "Air France", 220),
    a("TO", "Transavia France", 80), a("KL", "KLM", 110), a("HV", "Transavia", 45), a("LH", "Lufthansa", 280), a("EW", "Eurowings", 100),
    a("DE", "Condor", 50), a("LX", "SWISS", 90), a("OS", "Austrian Airlines", 65), a("SN", "Brussels Airlines", 40),
    a("AZ", "ITA Airways", 100), a("NO", "Neos", 16), a("W6", "Wizz Air", 210), a("SK", "SAS", 115), a("DY", "Norwegian", 85),
    a("AY", "Finnair", 80), a("LO", "LOT Polish Airlines", 80), a("A3", "Aegean Airlines", 65), a("TK", "Turkish Airlines", 450),
    a("PC", "Pegasus Airlines", 110), a("EK", "Emirates", 260), a("EY", "Etihad Airways", 95), a("QR", "Qatar Airways", 230),
    a("SV", "Saudia", 145), a("MS", "EgyptAir", 65), a("ET", "Ethiopian Airlines", 150), a("AT", "Royal Air Maroc", 55),
    a("AI", "Air India", 210), a("6E", "IndiGo", 390), a("SQ", "Singapore Airlines", 150), a("TG", "Thai Airways", 80),
    a("CX", "Cathay Pacific", 180), a("NH", "All Nippon Airways", 210), a("JL", "Japan Airlines", 145), a("KE", "Korean Air", 160),
    a("CA", "Air China", 490), a("MU", "China Eastern Airlines", 640), a("CZ", "China Southern Airlines", 660), a("QF", "Qantas", 125),
    a("NZ", "Air New Zealand", 105),
];

/// A type of aircraft: code and name, with its share of flights.
pub(super) struct Aircraft {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) weight: u32,
}

const fn t(code: &'static str, name: &'static str, weight: u32) -> Aircraft {
    Aircraft { code, name, weight }
}

#[rustfmt::skip]
pub(super) static AIRCRAFT: &[Aircraft] = &[
    t("A319", "Airbus A319", 50), t("A320", "Airbus A320", 170), t("A20N", "Airbus A320neo", 130), t("A321", "Airbus A321", 80),
    t("A21N", "Airbus A321neo", 90), t("A332", "Airbus A330-200", 25), t("A333", "Airbus A330-300", 30),
    t("A359", "Airbus A350-900", 25), t("A388", "Airbus A380-800", 8), t("BCS3", "Airbus A220-300", 20),
    t("B737", "Boeing 737-700", 40), t("B738", "Boeing 737-800", 190), t("B38M", "Boeing 737 MAX 8", 70), t("B739", "Boeing 737-900", 25),
    t("B763", "Boeing 767-300", 15), t("B772", "Boeing 777-200", 15), t("B77W", "Boeing 777-300ER", 35),
    t("B788", "Boeing 787-8", 20), t("B789", "Boeing 787-9", 35), t("AT76", "ATR 72-600", 45), t("E190", "Embraer 190", 40),
    t("E195", "Embraer 195", 20), t("E75L", "Embraer 175", 50), t("CRJ9", "Bombardier CRJ900", 35), t("DH8D", "De Havilland Dash 8-400", 20),
];
