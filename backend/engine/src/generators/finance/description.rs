//! `finance.transaction_description`: what an account statement says of a movement, with the row's company.

use arrow_array::ArrayRef;
use dmb_spec::Params;

use crate::generator::{CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem};
use crate::generators::company::bundle::{Firms, descriptor, firms};
use crate::generators::support::describe::words;
use crate::generators::support::terms::{Spoken, language};
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct TransactionDescription;

/// What stands before the company's name, with how often.
#[rustfmt::skip]
const LINES: [(u64, Spoken); 7] = [
    (45, ["Card purchase", "Compra con tarjeta", "Compra com cartão", "Paiement par carte", "Kartenzahlung", "Pagamento con carta", "Pinbetaling"]),
    (18, ["Direct debit", "Recibo domiciliado", "Débito automático", "Prélèvement", "Lastschrift", "Addebito diretto", "Automatische incasso"]),
    (12, ["Transfer to", "Transferencia a", "Transferência para", "Virement à", "Überweisung an", "Bonifico a", "Overboeking naar"]),
    (10, ["Transfer from", "Transferencia de", "Transferência de", "Virement de", "Überweisung von", "Bonifico da", "Overboeking van"]),
    (7, ["Salary", "Nómina", "Salário", "Salaire", "Gehalt", "Stipendio", "Salaris"]),
    (5, ["Refund from", "Devolución de", "Reembolso de", "Remboursement de", "Rückerstattung von", "Rimborso da", "Terugbetaling van"]),
    (3, ["Subscription", "Suscripción", "Assinatura", "Abonnement", "Abonnement", "Abbonamento", "Abonnement"]),
];

impl Generator for TransactionDescription {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "finance.transaction_description",
            Family::Finance,
            words("Transaction description", "Descripción de transacción"),
            words(
                "Lines of account statements with the row's company, in the language of the locale.",
                "Líneas de extractos de cuenta con la empresa de la fila, en el idioma de la localización.",
            ),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let firms = firms(params, cx)?;
        Ok(Box::new(Lines { firms, stream: cx.stream, limit: limit(cx.field) }))
    }
}

struct Lines {
    firms: Firms,
    stream: Stream,
    limit: Option<u32>,
}

impl Filler for Lines {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 40, self.limit);
        for &row in cx.rows {
            let firm = self.firms.at(row);
            let mut share = self.stream.cell(row).below(100);
            let line = LINES.iter().find(|(weight, _)| {
                let found = share < *weight;
                share = share.saturating_sub(*weight);
                found
            });
            out.push(line.unwrap_or(&LINES[0]).1[language(firm.locale())]);
            out.push(" ");
            firm.write_name(&mut out);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn lines_name_the_row_s_company() {
        assert_eq!(LINES.iter().map(|(weight, _)| weight).sum::<u64>(), 100);
        let texts = |name| Trial::new(name, json!({}), FieldType::String).locale("es_ES").texts(300);
        for (line, company) in texts("finance.transaction_description").iter().zip(texts("company.name")) {
            assert!(line.ends_with(&format!(" {company}")), "{line}");
        }
    }
}
