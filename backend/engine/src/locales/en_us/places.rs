//! Cities, and the parts of street names. Cities after the US Census Bureau's population estimates; ZIP prefixes after USPS; area codes after NANPA.

use crate::locales::types::{City, city};

/// Cities with their population in thousands as weight.
#[rustfmt::skip]
pub(super) const CITIES: &[City] = &[
    city("New York", "New York", "NY", "100##", 40.7128, -74.006, "America/New_York", "212", 8336),
    city("Los Angeles", "California", "CA", "900##", 34.0522, -118.2437, "America/Los_Angeles", "213", 3822),
    city("Chicago", "Illinois", "IL", "606##", 41.8781, -87.6298, "America/Chicago", "312", 2665),
    city("Houston", "Texas", "TX", "770##", 29.7604, -95.3698, "America/Chicago", "713", 2302),
    city("Phoenix", "Arizona", "AZ", "850##", 33.4484, -112.074, "America/Phoenix", "602", 1644),
    city("Philadelphia", "Pennsylvania", "PA", "191##", 39.9526, -75.1652, "America/New_York", "215", 1567),
    city("San Antonio", "Texas", "TX", "782##", 29.4241, -98.4936, "America/Chicago", "210", 1472),
    city("San Diego", "California", "CA", "921##", 32.7157, -117.1611, "America/Los_Angeles", "619", 1381),
    city("Dallas", "Texas", "TX", "752##", 32.7767, -96.797, "America/Chicago", "214", 1299),
    city("San Jose", "California", "CA", "951##", 37.3382, -121.8863, "America/Los_Angeles", "408", 971),
    city("Austin", "Texas", "TX", "787##", 30.2672, -97.7431, "America/Chicago", "512", 974),
    city("Jacksonville", "Florida", "FL", "322##", 30.3322, -81.6557, "America/New_York", "904", 971),
    city("Fort Worth", "Texas", "TX", "761##", 32.7555, -97.3308, "America/Chicago", "817", 956),
    city("Columbus", "Ohio", "OH", "432##", 39.9612, -82.9988, "America/New_York", "614", 907),
    city("Charlotte", "North Carolina", "NC", "282##", 35.2271, -80.8431, "America/New_York", "704", 897),
    city("Indianapolis", "Indiana", "IN", "462##", 39.7684, -86.1581, "America/Indiana/Indianapolis", "317", 880),
    city("San Francisco", "California", "CA", "941##", 37.7749, -122.4194, "America/Los_Angeles", "415", 808),
    city("Seattle", "Washington", "WA", "981##", 47.6062, -122.3321, "America/Los_Angeles", "206", 749),
    city("Denver", "Colorado", "CO", "802##", 39.7392, -104.9903, "America/Denver", "303", 713),
    city("Oklahoma City", "Oklahoma", "OK", "731##", 35.4676, -97.5164, "America/Chicago", "405", 694),
    city("Nashville", "Tennessee", "TN", "372##", 36.1627, -86.7816, "America/Chicago", "615", 683),
    city("El Paso", "Texas", "TX", "799##", 31.7619, -106.485, "America/Denver", "915", 677),
    city("Washington", "District of Columbia", "DC", "200##", 38.9072, -77.0369, "America/New_York", "202", 671),
    city("Boston", "Massachusetts", "MA", "021##", 42.3601, -71.0589, "America/New_York", "617", 650),
    city("Las Vegas", "Nevada", "NV", "891##", 36.1699, -115.1398, "America/Los_Angeles", "702", 656),
    city("Portland", "Oregon", "OR", "972##", 45.5152, -122.6784, "America/Los_Angeles", "503", 635),
    city("Detroit", "Michigan", "MI", "482##", 42.3314, -83.0458, "America/Detroit", "313", 620),
    city("Memphis", "Tennessee", "TN", "381##", 35.1495, -90.049, "America/Chicago", "901", 621),
    city("Louisville", "Kentucky", "KY", "402##", 38.2527, -85.7585, "America/Kentucky/Louisville", "502", 624),
    city("Baltimore", "Maryland", "MD", "212##", 39.2904, -76.6122, "America/New_York", "410", 569),
    city("Milwaukee", "Wisconsin", "WI", "532##", 43.0389, -87.9065, "America/Chicago", "414", 563),
    city("Albuquerque", "New Mexico", "NM", "871##", 35.0844, -106.6504, "America/Denver", "505", 561),
    city("Tucson", "Arizona", "AZ", "857##", 32.2226, -110.9747, "America/Phoenix", "520", 546),
    city("Fresno", "California", "CA", "937##", 36.7378, -119.7871, "America/Los_Angeles", "559", 545),
    city("Sacramento", "California", "CA", "958##", 38.5816, -121.4944, "America/Los_Angeles", "916", 528),
    city("Kansas City", "Missouri", "MO", "641##", 39.0997, -94.5786, "America/Chicago", "816", 509),
    city("Atlanta", "Georgia", "GA", "303##", 33.749, -84.388, "America/New_York", "404", 499),
    city("Omaha", "Nebraska", "NE", "681##", 41.2565, -95.9345, "America/Chicago", "402", 485),
    city("Raleigh", "North Carolina", "NC", "276##", 35.7796, -78.6382, "America/New_York", "919", 476),
    city("Miami", "Florida", "FL", "331##", 25.7617, -80.1918, "America/New_York", "305", 449),
    city("Minneapolis", "Minnesota", "MN", "554##", 44.9778, -93.265, "America/Chicago", "612", 425),
    city("Tampa", "Florida", "FL", "336##", 27.9506, -82.4572, "America/New_York", "813", 398),
    city("New Orleans", "Louisiana", "LA", "701##", 29.9511, -90.0715, "America/Chicago", "504", 370),
    city("Cleveland", "Ohio", "OH", "441##", 41.4993, -81.6944, "America/New_York", "216", 361),
    city("Honolulu", "Hawaii", "HI", "968##", 21.3069, -157.8583, "Pacific/Honolulu", "808", 343),
    city("Salt Lake City", "Utah", "UT", "841##", 40.7608, -111.891, "America/Denver", "801", 204),
    city("Boise", "Idaho", "ID", "837##", 43.615, -116.2023, "America/Boise", "208", 236),
    city("Anchorage", "Alaska", "AK", "995##", 61.2181, -149.9003, "America/Anchorage", "907", 287),
];

/// Street names.
#[rustfmt::skip]
pub(super) const STREETS: &[&str] = &[
    "Main", "Oak", "Maple", "Cedar", "Pine", "Elm", "Washington", "Lake", "Hill", "Walnut", "Park", "Spring",
    "Lincoln", "Jackson", "Church", "Madison", "Jefferson", "Franklin", "River", "Highland", "Mill", "Adams",
    "Chestnut", "Sunset", "Forest", "Center", "Cherry", "Dogwood", "Hickory", "Spruce", "Willow", "Meadow",
    "Ridge", "Valley", "Birch", "Magnolia", "Sycamore", "Poplar", "Juniper", "Laurel", "Prospect", "Harrison",
    "Monroe", "Clinton", "Grant", "College", "Bridge", "Railroad", "Liberty", "Union",
];

/// Kinds of street with weights.
#[rustfmt::skip]
pub(super) const KINDS: &[(&str, u32)] = &[
    ("Street", 40), ("Avenue", 25), ("Road", 15), ("Drive", 15), ("Lane", 10), ("Court", 5), ("Boulevard", 6),
    ("Way", 4), ("Place", 3),
];
