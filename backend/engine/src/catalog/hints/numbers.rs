//! Hints of numbers by distribution and in series.

use dmb_spec::FieldType as T;

use super::{Hint, hint, with};

/// The hints.
pub(super) const HINTS: &[Hint] = &[
    with(
        "number.rating",
        r#"{"min":1,"max":5}"#,
        T::Integer,
        &[
            "rating",
            "stars",
            "star_rating",
            "puntuacion",
            "calificacion",
            "valoracion",
            "estrellas",
            "avaliacao",
            "estrelas",
        ],
    ),
    hint(
        "number.percentage",
        T::Decimal,
        &[
            "percent",
            "percentage",
            "pct",
            "completion",
            "progress",
            "occupancy",
            "porcentaje",
            "avance",
            "ocupacion",
            "porcentagem",
            "percentual",
            "progresso",
            "ocupacao",
        ],
    ),
    with(
        "number.percentage",
        r#"{"lean":"low","max":60}"#,
        T::Decimal,
        &["discount", "discount_rate", "discount_percent", "descuento", "porcentaje_descuento", "desconto"],
    ),
    with(
        "number.beta",
        r#"{"alpha":2,"beta":8}"#,
        T::Float,
        &["conversion_rate", "click_through_rate", "ctr", "tasa_conversion", "tasa_de_conversion", "taxa_conversao"],
    ),
    with(
        "number.beta",
        r#"{"alpha":5,"beta":2}"#,
        T::Float,
        &["probability", "confidence", "likelihood", "probabilidad", "confianza", "probabilidade", "confianca"],
    ),
    with(
        "number.temperature",
        r#"{"decimals":1}"#,
        T::Float,
        &["temperature", "temp", "temperatura", "air_temperature", "temp_c", "temperatura_ambiente"],
    ),
    with(
        "number.gamma",
        r#"{"shape":0.8,"scale":9,"decimals":1}"#,
        T::Float,
        &["rainfall", "precipitation", "lluvia", "precipitacion", "precipitacao", "chuva"],
    ),
    with(
        "number.weibull",
        r#"{"shape":2,"scale":6,"decimals":1}"#,
        T::Float,
        &["wind_speed", "velocidad_viento", "velocidad_del_viento", "velocidade_vento", "velocidade_do_vento"],
    ),
    with(
        "number.normal",
        r#"{"mean":168,"std_dev":10,"min":140,"max":210}"#,
        T::Integer,
        &["height_cm", "body_height", "estatura", "estatura_cm"],
    ),
    with(
        "number.lognormal",
        r#"{"median":70,"sigma":0.2,"min":35,"max":180}"#,
        T::Decimal,
        &["weight_kg", "body_weight", "peso_kg", "peso_corporal"],
    ),
    with(
        "number.random_walk",
        r#"{"mode":"multiplicative","start":100,"step":0.012}"#,
        T::Decimal,
        &[
            "share_price",
            "stock_price",
            "closing_price",
            "close_price",
            "exchange_rate",
            "cotizacion",
            "cotacao",
            "tipo_cambio",
        ],
    ),
    with(
        "number.time_series",
        r#"{"base":200,"noise":12,"memory":0.6,"min":0,"seasons":[{"period":24,"amplitude":60,"peak":19}]}"#,
        T::Float,
        &["reading", "sensor_value", "consumption", "kwh", "lectura", "consumo", "leitura"],
    ),
    with(
        "number.geometric",
        r#"{"probability":0.6,"count":"trials"}"#,
        T::Integer,
        &["attempts", "tries", "retries", "intentos", "reintentos", "tentativas"],
    ),
    with(
        "number.negative_binomial",
        r#"{"successes":2,"probability":0.3}"#,
        T::Integer,
        &["visits", "visit_count", "clicks", "logins", "visitas", "clics", "cliques", "acessos"],
    ),
    with(
        "number.amount",
        r#"{"median":60,"ending":"whole"}"#,
        T::Decimal,
        &[
            "donation",
            "tip",
            "refund",
            "payment",
            "donacion",
            "propina",
            "reembolso",
            "pago",
            "doacao",
            "gorjeta",
            "pagamento",
        ],
    ),
];
