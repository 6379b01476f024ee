//! Ready designs that people start from. Data only: each is a design file that is part of the program.

use std::sync::LazyLock;

use crate::{Design, LocaleMix, file};

/// A text in the languages the page speaks: English, Spanish.
pub type Words = (&'static str, &'static str);

/// A design that people start from.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Stable word for programs.
    pub id: &'static str,
    /// What people are shown.
    pub label: Words,
    /// One or two sentences.
    pub description: Words,
    /// The design file.
    pub yaml: &'static str,
}

impl Template {
    /// The design, in this locale where one is given.
    pub fn design(&self, locale: Option<&str>) -> Design {
        let mut design = DESIGNS
            .iter()
            .find(|(id, _)| *id == self.id)
            .map_or_else(|| Design::new(self.label.0), |(_, design)| design.clone());
        if let Some(locale) = locale {
            design.locale = LocaleMix::only(locale);
        }
        design
    }
}

/// Every template, in the order people are shown them.
pub fn all() -> &'static [Template] {
    &ALL
}

/// The template with this id.
pub fn find(id: &str) -> Option<&'static Template> {
    ALL.iter().find(|t| t.id == id)
}

/// The designs, read once. That each file can be read is a test.
static DESIGNS: LazyLock<Vec<(&'static str, Design)>> =
    LazyLock::new(|| ALL.iter().filter_map(|t| Some((t.id, file::from_str(t.yaml).ok()?))).collect());

static ALL: [Template; 5] = [
    Template {
        id: "blank",
        label: ("Blank", "En blanco"),
        description: ("One empty table to build on.", "Una tabla vacía sobre la que construir."),
        yaml: include_str!("blank.yaml"),
    },
    Template {
        id: "people",
        label: ("People", "Personas"),
        description: (
            "One table of people with names, contact details and addresses that agree with one another.",
            "Una tabla de personas cuyos nombres, datos de contacto y direcciones concuerdan entre sí.",
        ),
        yaml: include_str!("people.yaml"),
    },
    Template {
        id: "shop",
        label: ("Shop", "Tienda"),
        description: (
            "Customers, products, orders and order lines: four related tables with consistent totals.",
            "Clientes, productos, pedidos y líneas de pedido: cuatro tablas relacionadas con totales coherentes.",
        ),
        yaml: include_str!("shop.yaml"),
    },
    Template {
        id: "payments",
        label: ("Payments", "Pagos"),
        description: (
            "One wide table of card and bank payments with realistic amounts, made for large volumes. 5% of its rows are wrong on purpose, for trying checks; switch faults off to fill a table.",
            "Una tabla de pagos con importes realistas, pensada para grandes volúmenes. El 5 % de sus filas son incorrectas a propósito, para probar controles; desactiva los fallos para llenar una tabla.",
        ),
        yaml: include_str!("payments.yaml"),
    },
    Template {
        id: "events",
        label: ("Events", "Eventos"),
        description: (
            "What visitors of a site did: measures that depend on one another, and nested details as JSON.",
            "Lo que hicieron los visitantes de un sitio: medidas que dependen entre sí y detalles anidados en JSON.",
        ),
        yaml: include_str!("events.yaml"),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_reads_without_a_violation_and_says_the_same_when_written() {
        for template in all() {
            let design = file::from_str(template.yaml).unwrap_or_else(|v| panic!("{}: {v:#?}", template.id));
            assert_eq!(crate::validate(&design), [], "{}", template.id);
            assert_eq!(file::from_str(&file::to_yaml(&design)).as_ref(), Ok(&design), "{}", template.id);
            assert_eq!(template.design(None), design);
        }
    }

    #[test]
    fn a_locale_can_be_chosen() {
        let shop = find("shop").unwrap().design(Some("es_ES"));
        assert_eq!(shop.locale, LocaleMix::only("es_ES"));
        assert_eq!(shop.tables.len(), 4);
    }
}
