//! Common laboratory tests: codes of Logical Observation Identifiers Names and Codes (LOINC, Regenstrief Institute, loinc.org)
//! with short names of our own, units in UCUM, usual reference ranges of adults. Weights are the rough order of use.

use crate::generator::Words;

/// A test.
pub(super) struct Analysis {
    pub(super) loinc: &'static str,
    pub(super) name: Words,
    pub(super) unit: &'static str,
    /// Least and greatest value that counts as normal.
    pub(super) range: (f64, f64),
    /// The range as reports write it.
    pub(super) range_text: &'static str,
    /// Digits behind the point that are reported.
    pub(super) decimals: u8,
    pub(super) weight: u32,
}

#[expect(clippy::too_many_arguments, reason = "a row of a table")]
const fn a(
    loinc: &'static str,
    en: &'static str,
    es: &'static str,
    unit: &'static str,
    low: f64,
    high: f64,
    range_text: &'static str,
    decimals: u8,
    weight: u32,
) -> Analysis {
    Analysis { loinc, name: Words { en, es }, unit, range: (low, high), range_text, decimals, weight }
}

#[rustfmt::skip]
pub(super) static ANALYSES: &[Analysis] = &[
    a("2345-7", "Glucose", "Glucosa", "mg/dL", 70.0, 99.0, "70-99", 0, 30),
    a("2339-0", "Glucose, blood", "Glucosa en sangre", "mg/dL", 65.0, 99.0, "65-99", 0, 8),
    a("4548-4", "Haemoglobin A1c", "Hemoglobina glicosilada (HbA1c)", "%", 4.0, 5.6, "4.0-5.6", 1, 16),
    a("718-7", "Haemoglobin", "Hemoglobina", "g/dL", 12.0, 17.0, "12.0-17.0", 1, 30),
    a("4544-3", "Haematocrit", "Hematocrito", "%", 36.0, 50.0, "36.0-50.0", 1, 24),
    a("789-8", "Erythrocytes", "Eritrocitos", "10*6/uL", 4.00, 5.90, "4.00-5.90", 2, 24),
    a("6690-2", "Leukocytes", "Leucocitos", "10*3/uL", 4.0, 11.0, "4.0-11.0", 1, 26),
    a("777-3", "Platelets", "Plaquetas", "10*3/uL", 150.0, 400.0, "150-400", 0, 26),
    a("787-2", "Mean corpuscular volume", "Volumen corpuscular medio", "fL", 80.0, 100.0, "80.0-100.0", 1, 20),
    a("785-6", "Mean corpuscular haemoglobin", "Hemoglobina corpuscular media", "pg", 27.0, 33.0, "27.0-33.0", 1, 18),
    a("786-4", "Mean corpuscular haemoglobin concentration", "Concentración de hemoglobina corpuscular media", "g/dL", 32.0, 36.0, "32.0-36.0", 1, 18),
    a("788-0", "Erythrocyte distribution width", "Ancho de distribución eritrocitaria", "%", 11.5, 14.5, "11.5-14.5", 1, 16),
    a("770-8", "Neutrophils per 100 leukocytes", "Neutrófilos por 100 leucocitos", "%", 40.0, 70.0, "40.0-70.0", 1, 16),
    a("736-9", "Lymphocytes per 100 leukocytes", "Linfocitos por 100 leucocitos", "%", 20.0, 45.0, "20.0-45.0", 1, 16),
    a("5905-5", "Monocytes per 100 leukocytes", "Monocitos por 100 leucocitos", "%", 2.0, 10.0, "2.0-10.0", 1, 14),
    a("713-8", "Eosinophils per 100 leukocytes", "Eosinófilos por 100 leucocitos", "%", 0.5, 6.0, "0.5-6.0", 1, 14),
    a("2160-0", "Creatinine", "Creatinina", "mg/dL", 0.60, 1.20, "0.60-1.20", 2, 28),
    a("3094-0", "Urea nitrogen", "Nitrógeno ureico", "mg/dL", 7.0, 20.0, "7-20", 0, 18),
    a("3084-1", "Urate", "Ácido úrico", "mg/dL", 3.4, 7.0, "3.4-7.0", 1, 12),
    a("2951-2", "Sodium", "Sodio", "mmol/L", 135.0, 145.0, "135-145", 0, 22),
    a("2823-3", "Potassium", "Potasio", "mmol/L", 3.5, 5.1, "3.5-5.1", 1, 22),
    a("2075-0", "Chloride", "Cloruro", "mmol/L", 98.0, 107.0, "98-107", 0, 16),
    a("17861-6", "Calcium", "Calcio", "mg/dL", 8.6, 10.2, "8.6-10.2", 1, 14),
    a("2777-1", "Phosphate", "Fosfato", "mg/dL", 2.5, 4.5, "2.5-4.5", 1, 8),
    a("19123-9", "Magnesium", "Magnesio", "mg/dL", 1.7, 2.4, "1.7-2.4", 1, 8),
    a("1742-6", "Alanine aminotransferase", "Alanina aminotransferasa (ALT)", "U/L", 7.0, 56.0, "7-56", 0, 22),
    a("1920-8", "Aspartate aminotransferase", "Aspartato aminotransferasa (AST)", "U/L", 10.0, 40.0, "10-40", 0, 22),
    a("6768-6", "Alkaline phosphatase", "Fosfatasa alcalina", "U/L", 44.0, 147.0, "44-147", 0, 14),
    a("2324-2", "Gamma glutamyl transferase", "Gamma glutamil transferasa", "U/L", 8.0, 61.0, "8-61", 0, 14),
    a("1975-2", "Bilirubin, total", "Bilirrubina total", "mg/dL", 0.2, 1.2, "0.2-1.2", 1, 14),
    a("1968-7", "Bilirubin, direct", "Bilirrubina directa", "mg/dL", 0.05, 0.30, "0.05-0.30", 2, 8),
    a("2885-2", "Protein, total", "Proteínas totales", "g/dL", 6.0, 8.3, "6.0-8.3", 1, 12),
    a("1751-7", "Albumin", "Albúmina", "g/dL", 3.5, 5.0, "3.5-5.0", 1, 14),
    a("2093-3", "Cholesterol", "Colesterol", "mg/dL", 125.0, 200.0, "125-200", 0, 26),
    a("2085-9", "HDL cholesterol", "Colesterol HDL", "mg/dL", 40.0, 60.0, "40-60", 0, 22),
    a("13457-7", "LDL cholesterol, calculated", "Colesterol LDL calculado", "mg/dL", 50.0, 130.0, "50-130", 0, 20),
    a("2571-8", "Triglyceride", "Triglicéridos", "mg/dL", 50.0, 150.0, "50-150", 0, 24),
    a("3016-3", "Thyrotropin", "Tirotropina (TSH)", "m[IU]/L", 0.40, 4.00, "0.40-4.00", 2, 18),
    a("3024-7", "Thyroxine, free", "Tiroxina libre (T4)", "ng/dL", 0.80, 1.80, "0.80-1.80", 2, 10),
    a("1988-5", "C reactive protein", "Proteína C reactiva", "mg/L", 0.1, 5.0, "0.1-5.0", 1, 16),
    a("4537-7", "Erythrocyte sedimentation rate", "Velocidad de sedimentación globular", "mm/h", 1.0, 20.0, "1-20", 0, 12),
    a("2276-4", "Ferritin", "Ferritina", "ng/mL", 15.0, 300.0, "15-300", 0, 12),
    a("2498-4", "Iron", "Hierro", "ug/dL", 60.0, 170.0, "60-170", 0, 10),
    a("2132-9", "Cobalamin (vitamin B12)", "Cobalamina (vitamina B12)", "pg/mL", 200.0, 900.0, "200-900", 0, 9),
    a("1989-3", "Calcidiol (vitamin D3)", "Calcidiol (vitamina D3)", "ng/mL", 20.0, 60.0, "20.0-60.0", 1, 10),
    a("2857-1", "Prostate specific antigen", "Antígeno prostático específico", "ng/mL", 0.10, 4.00, "0.10-4.00", 2, 7),
    a("5902-2", "Prothrombin time", "Tiempo de protrombina", "s", 11.0, 13.5, "11.0-13.5", 1, 9),
    a("6301-6", "INR", "INR", "{INR}", 0.8, 1.2, "0.8-1.2", 1, 9),
    a("2524-7", "Lactate", "Lactato", "mmol/L", 0.5, 2.2, "0.5-2.2", 1, 4),
];
