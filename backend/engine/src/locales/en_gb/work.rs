//! Occupations and the parts of company names.

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Accountant", "Accountant"), ("Actuary", "Actuary"), ("Admin Assistant", "Admin Assistant"),
    ("Ambulance Technician", "Ambulance Technician"), ("Architect", "Architect"), ("Baker", "Baker"),
    ("Bank Clerk", "Bank Clerk"), ("Barista", "Barista"), ("Bricklayer", "Bricklayer"), ("Bus Driver", "Bus Driver"),
    ("Business Analyst", "Business Analyst"), ("Buyer", "Buyer"), ("Carer", "Carer"), ("Carpenter", "Carpenter"),
    ("Chef", "Chef"), ("Civil Engineer", "Civil Engineer"), ("Civil Servant", "Civil Servant"),
    ("Cleaner", "Cleaner"), ("Construction Manager", "Construction Manager"), ("Content Editor", "Content Editor"),
    ("Customer Service Adviser", "Customer Service Adviser"), ("Data Analyst", "Data Analyst"),
    ("Data Engineer", "Data Engineer"), ("Database Administrator", "Database Administrator"),
    ("Delivery Driver", "Delivery Driver"), ("Dental Nurse", "Dental Nurse"), ("Dentist", "Dentist"),
    ("Electrician", "Electrician"), ("Estate Agent", "Estate Agent"), ("Event Planner", "Event Planner"),
    ("Financial Adviser", "Financial Adviser"), ("Financial Analyst", "Financial Analyst"),
    ("Firefighter", "Firefighter"), ("Flight Attendant", "Flight Attendant"), ("Gardener", "Gardener"),
    ("General Practitioner", "General Practitioner"), ("Graphic Designer", "Graphic Designer"),
    ("Hairdresser", "Hairdresser"), ("Head Teacher", "Head Teacher"), ("Hotel Receptionist", "Hotel Receptionist"),
    ("HR Manager", "HR Manager"), ("Insurance Broker", "Insurance Broker"), ("Interpreter", "Interpreter"),
    ("Journalist", "Journalist"), ("Laboratory Technician", "Laboratory Technician"), ("Librarian", "Librarian"),
    ("Logistics Coordinator", "Logistics Coordinator"), ("Lorry Driver", "Lorry Driver"),
    ("Machine Operator", "Machine Operator"), ("Marketing Manager", "Marketing Manager"), ("Mechanic", "Mechanic"),
    ("Mechanical Engineer", "Mechanical Engineer"), ("Midwife", "Midwife"), ("Network Engineer", "Network Engineer"),
    ("Nursery Nurse", "Nursery Nurse"), ("Office Manager", "Office Manager"), ("Optician", "Optician"),
    ("Paramedic", "Paramedic"), ("Personal Trainer", "Personal Trainer"), ("Pharmacist", "Pharmacist"),
    ("Photographer", "Photographer"), ("Physiotherapist", "Physiotherapist"), ("Pilot", "Pilot"),
    ("Plasterer", "Plasterer"), ("Plumber", "Plumber"), ("Police Officer", "Police Officer"),
    ("Postal Worker", "Postal Worker"), ("Primary School Teacher", "Primary School Teacher"),
    ("Product Manager", "Product Manager"), ("Project Manager", "Project Manager"), ("Psychologist", "Psychologist"),
    ("Quality Inspector", "Quality Inspector"), ("Quantity Surveyor", "Quantity Surveyor"),
    ("Receptionist", "Receptionist"), ("Roofer", "Roofer"), ("Sales Assistant", "Sales Assistant"),
    ("Sales Manager", "Sales Manager"), ("Secondary School Teacher", "Secondary School Teacher"),
    ("Security Guard", "Security Guard"), ("Social Worker", "Social Worker"),
    ("Software Developer", "Software Developer"), ("Solicitor", "Solicitor"), ("Staff Nurse", "Staff Nurse"),
    ("Store Manager", "Store Manager"), ("Systems Administrator", "Systems Administrator"),
    ("Tax Adviser", "Tax Adviser"), ("Teaching Assistant", "Teaching Assistant"), ("Train Driver", "Train Driver"),
    ("Translator", "Translator"), ("Travel Agent", "Travel Agent"), ("University Lecturer", "University Lecturer"),
    ("UX Designer", "UX Designer"), ("Veterinary Surgeon", "Veterinary Surgeon"),
    ("Warehouse Operative", "Warehouse Operative"), ("Waiter", "Waitress"), ("Web Developer", "Web Developer"),
    ("Welder", "Welder"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Thames", "Severn", "Pennine", "Cotswold", "Albion", "Britannia", "Caledonian", "Cambrian", "Mersey", "Humber",
    "Trent", "Tyne", "Avon", "Solent", "Wessex", "Mercia", "Northumbria", "Highland", "Lakeland", "Peak", "Chiltern",
    "Kestrel", "Sovereign", "Crown", "Oakwood", "Ashford", "Beaumont", "Fairfax", "Whitestone", "Redbridge",
    "Stonegate", "Kingfisher", "Bluebell", "Hartwell", "Castlegate", "Brunswick",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Foods", "Logistics", "Software", "Consulting", "Supplies", "Engineering", "Construction", "Energy", "Media",
    "Healthcare", "Textiles", "Motors", "Farms", "Travel", "Insurance", "Capital", "Furniture", "Electronics",
    "Pharmaceuticals", "Brewing", "Properties", "Haulage", "Joinery", "Publishing", "Roofing", "Telecoms",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("Ltd", 78), ("LLP", 7), ("PLC", 5), ("Holdings Ltd", 4), ("Group Ltd", 5), ("Trading Ltd", 1),
];
