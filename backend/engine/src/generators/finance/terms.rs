//! Words of banking, in the language of the row's locale: kinds of transactions and of accounts.

use crate::generator::Family;
use crate::generators::support::describe::words;
use crate::generators::support::terms::{List, Terms};

/// Kinds of transactions.
#[rustfmt::skip]
pub(super) static TRANSACTION_TYPE: Terms = Terms {
    name: "finance.transaction_type",
    family: Family::Finance,
    label: words("Transaction type", "Tipo de transacción"),
    description: words(
        "Kinds of movements of an account, in the language of the locale.",
        "Tipos de movimientos de una cuenta, en el idioma de la localización.",
    ),
    list: List::Spoken(&[
        (44, ["payment", "pago", "pagamento", "paiement", "Zahlung", "pagamento", "betaling"]),
        (18, ["transfer", "transferencia", "transferência", "virement", "Überweisung", "bonifico", "overboeking"]),
        (14, ["deposit", "depósito", "depósito", "dépôt", "Einzahlung", "versamento", "storting"]),
        (12, ["withdrawal", "retirada", "saque", "retrait", "Abhebung", "prelievo", "opname"]),
        (5, ["refund", "reembolso", "reembolso", "remboursement", "Erstattung", "rimborso", "terugbetaling"]),
        (4, ["fee", "comisión", "tarifa", "frais", "Gebühr", "commissione", "kosten"]),
        (3, ["interest", "intereses", "juros", "intérêts", "Zinsen", "interessi", "rente"]),
    ]),
};

/// Kinds of accounts.
#[rustfmt::skip]
pub(super) static ACCOUNT_NAME: Terms = Terms {
    name: "finance.account_name",
    family: Family::Finance,
    label: words("Account name", "Nombre de cuenta"),
    description: words(
        "What bank accounts are called, in the language of the locale.",
        "Cómo se llaman las cuentas bancarias, en el idioma de la localización.",
    ),
    list: List::Spoken(&[
        (34, ["Checking account", "Cuenta corriente", "Conta corrente", "Compte courant", "Girokonto", "Conto corrente", "Betaalrekening"]),
        (26, ["Savings account", "Cuenta de ahorro", "Conta poupança", "Compte d'épargne", "Sparkonto", "Conto di risparmio", "Spaarrekening"]),
        (10, ["Credit card account", "Cuenta de tarjeta de crédito", "Conta de cartão de crédito", "Compte de carte de crédit", "Kreditkartenkonto", "Conto carta di credito", "Creditcardrekening"]),
        (8, ["Payroll account", "Cuenta nómina", "Conta salário", "Compte de salaire", "Gehaltskonto", "Conto stipendio", "Salarisrekening"]),
        (6, ["Joint account", "Cuenta conjunta", "Conta conjunta", "Compte joint", "Gemeinschaftskonto", "Conto cointestato", "En/of-rekening"]),
        (5, ["Business account", "Cuenta de empresa", "Conta empresarial", "Compte professionnel", "Geschäftskonto", "Conto aziendale", "Zakelijke rekening"]),
        (4, ["Investment account", "Cuenta de inversión", "Conta de investimento", "Compte d'investissement", "Depot", "Conto titoli", "Beleggingsrekening"]),
        (3, ["Mortgage account", "Cuenta de hipoteca", "Conta de financiamento imobiliário", "Compte de prêt immobilier", "Hypothekenkonto", "Conto mutuo", "Hypotheekrekening"]),
        (2, ["Student account", "Cuenta joven", "Conta universitária", "Compte étudiant", "Studentenkonto", "Conto studenti", "Studentenrekening"]),
        (2, ["Fixed-term deposit", "Depósito a plazo fijo", "Depósito a prazo", "Compte à terme", "Festgeldkonto", "Deposito vincolato", "Termijndeposito"]),
    ]),
};
