//! Money: currencies, cards, accounts, banks, securities. Numbers pass the usual check digits and belong to nobody known;
//! bank and BIC of a row agree (see [`banks`]), as do what stands on a card (see [`card`]).

use crate::generator::Generator;

mod accounts;
mod amount;
mod banks;
mod base58;
mod bech32;
mod card;
mod card_holder;
mod card_number;
mod crypto;
mod currency;
mod currency_words;
mod description;
mod iban;
mod invoice_number;
mod keccak;
mod money;
mod rates;
mod securities;
mod terms;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &currency::Currency,
    &currency_words::CurrencyName,
    &currency_words::CurrencySymbol,
    &amount::Amount,
    &card_number::CardNumber,
    &card::CardNetwork,
    &card::CardExpiry,
    &card::CardCvv,
    &card_holder::CardHolder,
    &iban::Iban,
    &accounts::ACCOUNT,
    &accounts::CLABE,
    &accounts::ROUTING,
    &accounts::SORT_CODE,
    &banks::BankName,
    &banks::Bic,
    &terms::ACCOUNT_NAME,
    &terms::TRANSACTION_TYPE,
    &description::TransactionDescription,
    &crypto::Bitcoin,
    &crypto::Ethereum,
    &securities::TICKER,
    &securities::EXCHANGE,
    &securities::ISIN,
    &securities::CUSIP,
    &securities::SEDOL,
    &securities::LEI,
    &invoice_number::InvoiceNumber,
    &rates::TaxRate,
    &rates::ExchangeRate,
    &rates::CreditScore,
];
