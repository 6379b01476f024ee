//! Occupations and the parts of company names.

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Accountant", "Accountant"), ("Actuary", "Actuary"), ("Administrative Assistant", "Administrative Assistant"),
    ("Architect", "Architect"), ("Baker", "Baker"), ("Bank Teller", "Bank Teller"), ("Bus Driver", "Bus Driver"),
    ("Business Analyst", "Business Analyst"), ("Buyer", "Buyer"), ("Carpenter", "Carpenter"),
    ("Cashier", "Cashier"), ("Chef", "Chef"), ("Civil Engineer", "Civil Engineer"), ("Cleaner", "Cleaner"),
    ("Construction Manager", "Construction Manager"), ("Content Editor", "Content Editor"),
    ("Customer Service Representative", "Customer Service Representative"), ("Data Analyst", "Data Analyst"),
    ("Data Engineer", "Data Engineer"), ("Database Administrator", "Database Administrator"),
    ("Delivery Driver", "Delivery Driver"), ("Dentist", "Dentist"), ("Designer", "Designer"),
    ("Electrician", "Electrician"), ("Elementary School Teacher", "Elementary School Teacher"),
    ("Event Planner", "Event Planner"), ("Financial Analyst", "Financial Analyst"), ("Firefighter", "Firefighter"),
    ("Flight Attendant", "Flight Attendant"), ("Gardener", "Gardener"), ("Graphic Designer", "Graphic Designer"),
    ("Hairdresser", "Hairdresser"), ("High School Teacher", "High School Teacher"),
    ("Hotel Receptionist", "Hotel Receptionist"), ("Human Resources Manager", "Human Resources Manager"),
    ("Insurance Agent", "Insurance Agent"), ("Interpreter", "Interpreter"), ("Journalist", "Journalist"),
    ("Lab Technician", "Lab Technician"), ("Lawyer", "Lawyer"), ("Librarian", "Librarian"),
    ("Logistics Coordinator", "Logistics Coordinator"), ("Machine Operator", "Machine Operator"),
    ("Marketing Manager", "Marketing Manager"), ("Mechanic", "Mechanic"),
    ("Mechanical Engineer", "Mechanical Engineer"), ("Network Engineer", "Network Engineer"), ("Nurse", "Nurse"),
    ("Office Manager", "Office Manager"), ("Paralegal", "Paralegal"), ("Pharmacist", "Pharmacist"),
    ("Photographer", "Photographer"), ("Physician", "Physician"), ("Physiotherapist", "Physiotherapist"),
    ("Pilot", "Pilot"), ("Plumber", "Plumber"), ("Police Officer", "Police Officer"),
    ("Product Manager", "Product Manager"), ("Project Manager", "Project Manager"),
    ("Psychologist", "Psychologist"), ("Quality Inspector", "Quality Inspector"),
    ("Real Estate Agent", "Real Estate Agent"), ("Sales Manager", "Sales Manager"),
    ("Sales Representative", "Sales Representative"), ("Security Guard", "Security Guard"),
    ("Social Worker", "Social Worker"), ("Software Engineer", "Software Engineer"),
    ("Store Manager", "Store Manager"), ("Surveyor", "Surveyor"),
    ("Systems Administrator", "Systems Administrator"), ("Tax Adviser", "Tax Adviser"),
    ("Translator", "Translator"), ("Truck Driver", "Truck Driver"), ("UX Designer", "UX Designer"),
    ("Veterinarian", "Veterinarian"), ("Waiter", "Waiter"), ("Warehouse Worker", "Warehouse Worker"),
    ("Web Developer", "Web Developer"), ("Welder", "Welder"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Summit", "Harbor", "Granite", "Pioneer", "Evergreen", "Liberty", "Silver", "Northern", "Pacific", "Atlantic",
    "Cascade", "Prairie", "Beacon", "Keystone", "Lakeside", "Redwood", "Crescent", "Horizon", "Sterling",
    "Blue Ridge", "Golden Gate", "Riverbend", "Stonebridge", "Maple Leaf", "Ironwood", "Clearwater", "Bright",
    "Frontier", "Union", "Central",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Foods", "Logistics", "Software", "Consulting", "Supply", "Manufacturing", "Construction", "Energy", "Media",
    "Health", "Textiles", "Motors", "Farms", "Travel", "Insurance", "Capital", "Furniture", "Electronics",
    "Pharma", "Engineering",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("Inc.", 40), ("LLC", 35), ("Corp.", 12), ("Co.", 8), ("Group", 5),
];
