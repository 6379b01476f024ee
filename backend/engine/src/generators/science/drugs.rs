//! Common drugs: generic names (International Nonproprietary Names, World Health Organization; Spanish names as the agencies of
//! Spain and Latin America use them), codes of the Anatomical Therapeutic Chemical classification (WHO Collaborating Centre
//! for Drug Statistics Methodology, 2024), usual strengths for adults. Weights are the rough order of use.

use crate::generator::Words;

/// How a drug is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route {
    Oral,
    Inhaled,
    Subcutaneous,
}

/// A drug.
pub(super) struct Drug {
    /// Code of the classification.
    pub(super) atc: &'static str,
    pub(super) name: Words,
    /// Of one tablet, puff or dose.
    pub(super) strengths: &'static [&'static str],
    /// Times a day it is taken; 0: once a week.
    pub(super) times: u8,
    pub(super) route: Route,
    pub(super) weight: u32,
}

const fn d(
    atc: &'static str,
    en: &'static str,
    es: &'static str,
    strengths: &'static [&'static str],
    times: u8,
    weight: u32,
) -> Drug {
    Drug { atc, name: Words { en, es }, strengths, times, route: Route::Oral, weight }
}

const fn by(route: Route, drug: Drug) -> Drug {
    Drug { route, ..drug }
}

#[rustfmt::skip]
pub(super) static DRUGS: &[Drug] = &[
    d("A02BC01", "omeprazole", "omeprazol", &["20 mg", "40 mg"], 1, 40),
    d("A02BC02", "pantoprazole", "pantoprazol", &["20 mg", "40 mg"], 1, 15),
    d("A03FA01", "metoclopramide", "metoclopramida", &["10 mg"], 3, 6),
    d("A07DA03", "loperamide", "loperamida", &["2 mg"], 3, 5),
    by(Route::Subcutaneous, d("A10AB05", "insulin aspart", "insulina aspart", &["6 IU", "8 IU", "10 IU"], 3, 5)),
    by(Route::Subcutaneous, d("A10AE04", "insulin glargine", "insulina glargina", &["14 IU", "20 IU", "30 IU"], 1, 8)),
    d("A10BA02", "metformin", "metformina", &["500 mg", "850 mg", "1000 mg"], 2, 32),
    d("A10BB12", "glimepiride", "glimepirida", &["2 mg", "4 mg"], 1, 6),
    d("A10BH01", "sitagliptin", "sitagliptina", &["50 mg", "100 mg"], 1, 8),
    d("A10BK01", "dapagliflozin", "dapagliflozina", &["10 mg"], 1, 8),
    d("A11CC05", "colecalciferol", "colecalciferol", &["1000 IU", "2000 IU"], 1, 12),
    d("B01AA03", "warfarin", "warfarina", &["2.5 mg", "5 mg"], 1, 4),
    d("B01AC04", "clopidogrel", "clopidogrel", &["75 mg"], 1, 9),
    d("B01AC06", "acetylsalicylic acid", "ácido acetilsalicílico", &["100 mg", "300 mg"], 1, 25),
    d("B01AF01", "rivaroxaban", "rivaroxabán", &["15 mg", "20 mg"], 1, 6),
    d("B01AF02", "apixaban", "apixabán", &["2.5 mg", "5 mg"], 2, 8),
    d("B03BB01", "folic acid", "ácido fólico", &["1 mg", "5 mg"], 1, 9),
    d("C01AA05", "digoxin", "digoxina", &["0.125 mg", "0.25 mg"], 1, 3),
    d("C03AA03", "hydrochlorothiazide", "hidroclorotiazida", &["12.5 mg", "25 mg"], 1, 14),
    d("C03CA01", "furosemide", "furosemida", &["20 mg", "40 mg"], 1, 14),
    d("C03DA01", "spironolactone", "espironolactona", &["25 mg", "50 mg"], 1, 6),
    d("C07AA05", "propranolol", "propranolol", &["10 mg", "40 mg"], 2, 5),
    d("C07AB02", "metoprolol", "metoprolol", &["50 mg", "100 mg"], 2, 10),
    d("C07AB07", "bisoprolol", "bisoprolol", &["2.5 mg", "5 mg", "10 mg"], 1, 15),
    d("C08CA01", "amlodipine", "amlodipino", &["5 mg", "10 mg"], 1, 24),
    d("C09AA02", "enalapril", "enalapril", &["5 mg", "10 mg", "20 mg"], 1, 20),
    d("C09AA03", "lisinopril", "lisinopril", &["10 mg", "20 mg"], 1, 14),
    d("C09AA05", "ramipril", "ramipril", &["2.5 mg", "5 mg", "10 mg"], 1, 14),
    d("C09CA01", "losartan", "losartán", &["50 mg", "100 mg"], 1, 26),
    d("C09CA03", "valsartan", "valsartán", &["80 mg", "160 mg"], 1, 11),
    d("C10AA01", "simvastatin", "simvastatina", &["10 mg", "20 mg", "40 mg"], 1, 18),
    d("C10AA05", "atorvastatin", "atorvastatina", &["10 mg", "20 mg", "40 mg", "80 mg"], 1, 34),
    d("C10AA07", "rosuvastatin", "rosuvastatina", &["5 mg", "10 mg", "20 mg"], 1, 14),
    d("C10AX09", "ezetimibe", "ezetimiba", &["10 mg"], 1, 6),
    d("G04CA02", "tamsulosin", "tamsulosina", &["0.4 mg"], 1, 10),
    d("H02AB07", "prednisone", "prednisona", &["5 mg", "10 mg", "30 mg"], 1, 9),
    d("H03AA01", "levothyroxine sodium", "levotiroxina sódica", &["50 mcg", "75 mcg", "100 mcg"], 1, 22),
    d("J01CA04", "amoxicillin", "amoxicilina", &["500 mg", "750 mg", "1000 mg"], 3, 22),
    d("J01DB01", "cefalexin", "cefalexina", &["500 mg"], 4, 5),
    d("J01FA09", "clarithromycin", "claritromicina", &["250 mg", "500 mg"], 2, 5),
    d("J01FA10", "azithromycin", "azitromicina", &["500 mg"], 1, 12),
    d("J01MA02", "ciprofloxacin", "ciprofloxacino", &["500 mg", "750 mg"], 2, 8),
    d("J01MA12", "levofloxacin", "levofloxacino", &["500 mg"], 1, 5),
    d("J05AB01", "aciclovir", "aciclovir", &["200 mg", "800 mg"], 4, 3),
    d("M01AB05", "diclofenac", "diclofenaco", &["50 mg"], 3, 12),
    d("M01AE01", "ibuprofen", "ibuprofeno", &["400 mg", "600 mg"], 3, 36),
    d("M01AE02", "naproxen", "naproxeno", &["250 mg", "500 mg"], 2, 12),
    d("M04AA01", "allopurinol", "alopurinol", &["100 mg", "300 mg"], 1, 7),
    d("M05BA04", "alendronic acid", "ácido alendrónico", &["70 mg"], 0, 4),
    d("N02AX02", "tramadol", "tramadol", &["50 mg", "100 mg"], 3, 10),
    d("N02BB02", "metamizole sodium", "metamizol sódico", &["575 mg"], 3, 10),
    d("N02BE01", "paracetamol", "paracetamol", &["500 mg", "650 mg", "1000 mg"], 3, 48),
    d("N02BF01", "gabapentin", "gabapentina", &["300 mg", "400 mg"], 3, 8),
    d("N02BF02", "pregabalin", "pregabalina", &["75 mg", "150 mg"], 2, 9),
    d("N02CC01", "sumatriptan", "sumatriptán", &["50 mg"], 1, 3),
    d("N03AG01", "valproic acid", "ácido valproico", &["200 mg", "500 mg"], 2, 4),
    d("N03AX09", "lamotrigine", "lamotrigina", &["50 mg", "100 mg"], 2, 4),
    d("N03AX14", "levetiracetam", "levetiracetam", &["500 mg", "1000 mg"], 2, 4),
    d("N05AH04", "quetiapine", "quetiapina", &["25 mg", "100 mg"], 2, 7),
    d("N05AX08", "risperidone", "risperidona", &["1 mg", "2 mg"], 2, 4),
    d("N05BA01", "diazepam", "diazepam", &["5 mg", "10 mg"], 2, 7),
    d("N05BA06", "lorazepam", "lorazepam", &["1 mg"], 2, 11),
    d("N05BA12", "alprazolam", "alprazolam", &["0.25 mg", "0.5 mg"], 2, 10),
    d("N05CF02", "zolpidem", "zolpidem", &["5 mg", "10 mg"], 1, 8),
    d("N06AB03", "fluoxetine", "fluoxetina", &["20 mg"], 1, 9),
    d("N06AB06", "sertraline", "sertralina", &["50 mg", "100 mg"], 1, 16),
    d("N06AB10", "escitalopram", "escitalopram", &["10 mg", "20 mg"], 1, 14),
    d("N06AX16", "venlafaxine", "venlafaxina", &["75 mg", "150 mg"], 1, 7),
    d("N06DA02", "donepezil", "donepezilo", &["5 mg", "10 mg"], 1, 3),
    d("R03DC03", "montelukast", "montelukast", &["10 mg"], 1, 8),
    by(Route::Inhaled, d("R03AC02", "salbutamol", "salbutamol", &["100 mcg"], 4, 16)),
    by(Route::Inhaled, d("R03BA02", "budesonide", "budesonida", &["200 mcg", "400 mcg"], 2, 8)),
    d("R05CB01", "acetylcysteine", "acetilcisteína", &["200 mg", "600 mg"], 1, 7),
    d("R06AE07", "cetirizine", "cetirizina", &["10 mg"], 1, 11),
    d("R06AX13", "loratadine", "loratadina", &["10 mg"], 1, 12),
];
