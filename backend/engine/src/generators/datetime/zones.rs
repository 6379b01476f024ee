//! Time zones of the IANA time zone database (release 2025b): name, standard time in minutes ahead of UTC in 2025 (summer
//! time, where there is any, comes on top), and inhabitants in millions, roughly, after the United Nations' World Population
//! Prospects 2024.

/// A time zone.
pub(super) struct Zone {
    pub(super) name: &'static str,
    /// Minutes ahead of UTC in standard time.
    pub(super) offset: i32,
    /// Inhabitants in millions, at least 1.
    pub(super) weight: u32,
}

const fn zone(name: &'static str, offset: i32, weight: u32) -> Zone {
    Zone { name, offset, weight }
}

/// The zones, at least one of every offset with many inhabitants.
#[rustfmt::skip]
pub(super) static ZONES: &[Zone] = &[
    zone("Europe/London", 0, 68), zone("Europe/Dublin", 0, 5), zone("Europe/Lisbon", 0, 10),
    zone("Europe/Madrid", 60, 47), zone("Atlantic/Canary", 0, 2), zone("Europe/Paris", 60, 66),
    zone("Europe/Berlin", 60, 84), zone("Europe/Rome", 60, 59), zone("Europe/Amsterdam", 60, 18),
    zone("Europe/Brussels", 60, 12), zone("Europe/Luxembourg", 60, 1), zone("Europe/Zurich", 60, 9),
    zone("Europe/Vienna", 60, 9), zone("Europe/Prague", 60, 11), zone("Europe/Warsaw", 60, 38),
    zone("Europe/Budapest", 60, 10), zone("Europe/Copenhagen", 60, 6), zone("Europe/Stockholm", 60, 10),
    zone("Europe/Oslo", 60, 5), zone("Europe/Helsinki", 120, 6), zone("Europe/Athens", 120, 10),
    zone("Europe/Bucharest", 120, 19), zone("Europe/Sofia", 120, 7), zone("Europe/Belgrade", 60, 7),
    zone("Europe/Kyiv", 120, 38), zone("Europe/Istanbul", 180, 85), zone("Europe/Moscow", 180, 100),
    zone("Asia/Yekaterinburg", 300, 20), zone("Asia/Novosibirsk", 420, 10), zone("Asia/Vladivostok", 600, 4),
    zone("America/New_York", -300, 160), zone("America/Chicago", -360, 100), zone("America/Denver", -420, 20),
    zone("America/Phoenix", -420, 7), zone("America/Los_Angeles", -480, 53), zone("America/Anchorage", -540, 1),
    zone("Pacific/Honolulu", -600, 1), zone("America/Toronto", -300, 20), zone("America/Winnipeg", -360, 2),
    zone("America/Edmonton", -420, 5), zone("America/Vancouver", -480, 5), zone("America/Halifax", -240, 2),
    zone("America/St_Johns", -210, 1), zone("America/Mexico_City", -360, 110), zone("America/Tijuana", -480, 4),
    zone("America/Monterrey", -360, 12), zone("America/Cancun", -300, 2), zone("America/Guatemala", -360, 17),
    zone("America/Costa_Rica", -360, 5), zone("America/Panama", -300, 4), zone("America/Havana", -300, 11),
    zone("America/Santo_Domingo", -240, 11), zone("America/Puerto_Rico", -240, 3), zone("America/Bogota", -300, 52),
    zone("America/Caracas", -240, 28), zone("America/Guayaquil", -300, 18), zone("America/Lima", -300, 34),
    zone("America/La_Paz", -240, 12), zone("America/Asuncion", -180, 7), zone("America/Santiago", -240, 19),
    zone("America/Argentina/Buenos_Aires", -180, 40), zone("America/Montevideo", -180, 3),
    zone("America/Sao_Paulo", -180, 140), zone("America/Manaus", -240, 6), zone("America/Fortaleza", -180, 30),
    zone("America/Recife", -180, 10), zone("Africa/Casablanca", 60, 37), zone("Africa/Algiers", 60, 45),
    zone("Africa/Tunis", 60, 12), zone("Africa/Cairo", 120, 110), zone("Africa/Lagos", 60, 220),
    zone("Africa/Accra", 0, 33), zone("Africa/Nairobi", 180, 55), zone("Africa/Addis_Ababa", 180, 125),
    zone("Africa/Johannesburg", 120, 60), zone("Africa/Kinshasa", 60, 60), zone("Asia/Jerusalem", 120, 9),
    zone("Asia/Beirut", 120, 5), zone("Asia/Riyadh", 180, 36), zone("Asia/Dubai", 240, 10),
    zone("Asia/Tehran", 210, 88), zone("Asia/Karachi", 300, 235), zone("Asia/Kolkata", 330, 1400),
    zone("Asia/Kathmandu", 345, 30), zone("Asia/Dhaka", 360, 170), zone("Asia/Colombo", 330, 22),
    zone("Asia/Yangon", 390, 54), zone("Asia/Bangkok", 420, 70), zone("Asia/Ho_Chi_Minh", 420, 98),
    zone("Asia/Jakarta", 420, 170), zone("Asia/Makassar", 480, 45), zone("Asia/Singapore", 480, 6),
    zone("Asia/Kuala_Lumpur", 480, 34), zone("Asia/Manila", 480, 115), zone("Asia/Shanghai", 480, 1410),
    zone("Asia/Hong_Kong", 480, 7), zone("Asia/Taipei", 480, 23), zone("Asia/Seoul", 540, 52),
    zone("Asia/Tokyo", 540, 125), zone("Asia/Tashkent", 300, 35), zone("Asia/Almaty", 300, 20),
    zone("Australia/Perth", 480, 3), zone("Australia/Adelaide", 570, 2), zone("Australia/Brisbane", 600, 5),
    zone("Australia/Sydney", 600, 8), zone("Australia/Melbourne", 600, 7), zone("Pacific/Auckland", 720, 5),
    zone("Pacific/Fiji", 720, 1), zone("Atlantic/Azores", -60, 1), zone("Atlantic/Reykjavik", 0, 1),
];
