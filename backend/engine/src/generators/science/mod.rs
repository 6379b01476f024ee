//! Science and medicine: elements, units and stars; diagnoses, drugs, laboratory tests and vital signs; sequences and
//! genes. What is of one thing agrees in a row.

use crate::generator::Generator;

mod analyses;
mod blood;
mod clinic;
mod diagnoses;
mod drugs;
mod elements;
mod gene;
mod lab;
mod matter;
mod medicine;
mod sequence;
mod sky;
mod vitals;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &matter::ELEMENT,
    &matter::SYMBOL,
    &matter::NUMBER,
    &matter::MASS,
    &matter::UNIT,
    &matter::UNIT_SYMBOL,
    &matter::QUANTITY,
    &matter::PREFIX,
    &matter::PREFIX_SYMBOL,
    &sky::PLANET,
    &sky::STAR,
    &sky::CONSTELLATION,
    &blood::TYPE,
    &clinic::CODE,
    &clinic::DIAGNOSIS,
    &clinic::ALLERGY,
    &medicine::DRUG,
    &medicine::ATC,
    &medicine::STRENGTH,
    &medicine::DOSAGE,
    &medicine::ROUTE,
    &lab::TEST,
    &lab::LOINC,
    &lab::UNIT,
    &lab::VALUE,
    &lab::RANGE,
    &lab::FLAG,
    &vitals::HEART_RATE,
    &vitals::PRESSURE,
    &vitals::SYSTOLIC,
    &vitals::DIASTOLIC,
    &vitals::TEMPERATURE,
    &vitals::BREATHS,
    &vitals::OXYGEN,
    &vitals::HEIGHT,
    &vitals::WEIGHT,
    &vitals::BMI,
    &sequence::DNA,
    &sequence::RNA,
    &sequence::PROTEIN,
    &gene::GENE,
    &gene::CHROMOSOME,
];
