//! Words for money, goods, orders and companies.

use dmb_spec::FieldType as T;

use super::{Hint, hint, with};

/// Hints of these families.
pub(super) const HINTS: &[Hint] = &[
    // accounts and banks
    hint(
        "finance.account_number",
        T::String,
        &["account_number", "account_no", "acct_number", "numero_cuenta", "num_cuenta", "numero_conta"],
    ),
    hint("finance.clabe", T::String, &["clabe", "clabe_interbancaria"]),
    hint("finance.routing_number", T::String, &["routing_number", "aba", "aba_number"]),
    hint("finance.sort_code", T::String, &["sort_code"]),
    hint(
        "finance.bank_name",
        T::String,
        &["bank", "bank_name", "banco", "nombre_banco", "entidad_bancaria", "nome_banco"],
    ),
    hint("finance.bic", T::String, &["bic", "swift", "swift_code", "bic_code", "codigo_swift"]),
    hint(
        "finance.account_name",
        T::String,
        &["account_name", "account_type", "nombre_cuenta", "tipo_cuenta", "tipo_conta"],
    ),
    // cards
    hint(
        "finance.card_network",
        T::String,
        &["card_network", "card_type", "card_brand", "tipo_tarjeta", "marca_tarjeta", "bandeira_cartao"],
    ),
    hint(
        "finance.card_expiry",
        T::String,
        &["card_expiry", "card_expiration", "vencimiento_tarjeta", "caducidad_tarjeta", "validade_cartao"],
    ),
    hint(
        "finance.card_cvv",
        T::String,
        &["cvv", "cvc", "card_cvv", "security_code", "codigo_seguridad", "codigo_seguranca"],
    ),
    hint(
        "finance.card_holder",
        T::String,
        &["card_holder", "cardholder", "cardholder_name", "titular_tarjeta", "nombre_tarjeta", "titular_cartao"],
    ),
    // money
    hint("finance.currency_name", T::String, &["currency_name", "nombre_moneda", "nome_moeda"]),
    hint("finance.currency_symbol", T::String, &["currency_symbol", "simbolo_moneda", "simbolo_moeda"]),
    hint(
        "finance.transaction_type",
        T::String,
        &["transaction_type", "movement_type", "tipo_transaccion", "tipo_movimiento", "tipo_transacao"],
    ),
    hint(
        "finance.transaction_description",
        T::String,
        &["transaction_description", "concepto", "descripcion_movimiento", "descricao_transacao"],
    ),
    hint(
        "finance.invoice_number",
        T::String,
        &["invoice_number", "invoice_no", "numero_factura", "num_factura", "numero_fatura", "nota_fiscal"],
    ),
    hint(
        "finance.tax_rate",
        T::Decimal,
        &["tax_rate", "vat_rate", "tipo_iva", "tasa_impuesto", "porcentaje_iva", "aliquota"],
    ),
    hint(
        "finance.exchange_rate",
        T::Decimal,
        &["exchange_rate", "fx_rate", "tipo_cambio", "tasa_cambio", "taxa_cambio"],
    ),
    hint("finance.credit_score", T::Integer, &["credit_score", "fico", "puntaje_credito", "score_credito"]),
    // securities and chains
    hint(
        "finance.bitcoin_address",
        T::String,
        &["bitcoin_address", "btc_address", "bitcoin", "direccion_bitcoin", "wallet_address"],
    ),
    hint("finance.ethereum_address", T::String, &["ethereum_address", "eth_address", "ethereum", "direccion_ethereum"]),
    hint("finance.stock_ticker", T::String, &["ticker", "stock_ticker", "stock_symbol", "simbolo_bursatil"]),
    hint("finance.exchange_code", T::String, &["exchange_code", "codigo_mercado"]),
    hint("finance.isin", T::String, &["isin"]),
    hint("finance.cusip", T::String, &["cusip"]),
    hint("finance.sedol", T::String, &["sedol"]),
    hint("finance.lei", T::String, &["lei"]),
    // goods
    hint("commerce.barcode", T::String, &["barcode", "bar_code", "gtin", "codigo_barras", "codigo_de_barras"]),
    hint("commerce.ean13", T::String, &["ean", "ean13", "gtin13"]),
    hint("commerce.ean8", T::String, &["ean8", "gtin8"]),
    hint("commerce.upc_a", T::String, &["upc", "upc_a", "gtin12"]),
    hint("commerce.gtin14", T::String, &["gtin14", "itf14"]),
    hint("commerce.sscc", T::String, &["sscc"]),
    hint("commerce.isbn13", T::String, &["isbn", "isbn13", "isbn_13"]),
    hint("commerce.isbn10", T::String, &["isbn10", "isbn_10"]),
    hint("commerce.issn", T::String, &["issn"]),
    hint(
        "commerce.color",
        T::String,
        &["product_color", "product_colour", "item_color", "color_producto", "cor_produto"],
    ),
    hint("commerce.material", T::String, &["material", "product_material"]),
    hint("commerce.department", T::String, &["shop_department", "store_department", "seccion", "secao"]),
    // orders
    hint(
        "commerce.order_status",
        T::String,
        &[
            "order_status",
            "order_state",
            "delivery_status",
            "estado_pedido",
            "estado_orden",
            "estatus_pedido",
            "status_pedido",
        ],
    ),
    hint(
        "commerce.payment_method",
        T::String,
        &["payment_method", "payment_type", "forma_pago", "metodo_pago", "medio_pago", "forma_pagamento"],
    ),
    hint(
        "commerce.shipping_method",
        T::String,
        &["shipping_method", "delivery_method", "forma_envio", "metodo_envio", "tipo_envio", "forma_entrega"],
    ),
    hint(
        "commerce.tracking_number",
        T::String,
        &["tracking_number", "tracking_code", "numero_seguimiento", "numero_guia", "codigo_rastreio"],
    ),
    hint(
        "commerce.promo_code",
        T::String,
        &["promo_code", "promotion_code", "coupon", "coupon_code", "voucher", "cupon", "codigo_promocional", "cupom"],
    ),
    hint("commerce.discount", T::Decimal, &["discount", "discount_rate", "discount_percent", "descuento", "desconto"]),
    // companies
    hint("company.legal_form", T::String, &["legal_form", "forma_juridica", "tipo_sociedad"]),
    hint("company.catch_phrase", T::String, &["catch_phrase", "tagline", "lema"]),
    hint("company.slogan", T::String, &["slogan", "eslogan"]),
    hint("company.industry_code", T::String, &["industry_code", "naics", "scian", "codigo_actividad", "codigo_cnae"]),
    with("company.industry_code", r#"{"system":"nace"}"#, T::String, &["nace", "cnae"]),
    hint(
        "company.employee_id",
        T::String,
        &[
            "employee_id",
            "employee_number",
            "employee_code",
            "staff_id",
            "numero_empleado",
            "codigo_empleado",
            "matricula_empleado",
        ],
    ),
    hint(
        "company.employee_count",
        T::Integer,
        &[
            "employee_count",
            "employees",
            "headcount",
            "num_employees",
            "num_empleados",
            "empleados",
            "numero_empleados",
            "funcionarios",
        ],
    ),
    hint("company.seniority", T::String, &["seniority", "job_level", "nivel_puesto", "nivel_cargo"]),
    hint("company.contract_type", T::String, &["contract_type", "employment_type", "tipo_contrato"]),
    hint("company.stock_market", T::String, &["stock_market", "stock_exchange", "bolsa_valores"]),
];
