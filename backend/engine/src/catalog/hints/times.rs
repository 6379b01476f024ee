//! Hints of dates in series, working hours, and what calendars say.

use dmb_spec::FieldType as T;

use super::{Hint, hint, with};

/// The hints.
pub(super) const HINTS: &[Hint] = &[
    hint(
        "datetime.business_hours",
        T::Datetime,
        &[
            "appointment",
            "appointment_at",
            "meeting_at",
            "visit_at",
            "called_at",
            "cita",
            "fecha_cita",
            "reunion",
            "agendado_em",
            "data_consulta",
        ],
    ),
    hint(
        "datetime.business_day",
        T::Date,
        &[
            "invoice_date",
            "payment_date",
            "settlement_date",
            "booking_date",
            "fecha_factura",
            "fecha_pago",
            "fecha_liquidacion",
            "data_fatura",
            "data_pagamento",
        ],
    ),
    hint(
        "datetime.ordered",
        T::Datetime,
        &[
            "logged_at",
            "log_time",
            "recorded_at",
            "measured_at",
            "sampled_at",
            "medido_en",
            "fecha_medicion",
            "medido_em",
        ],
    ),
    hint(
        "datetime.events",
        T::Datetime,
        &["event_time", "event_at", "occurred_at", "fecha_evento", "ocurrido_en", "data_evento", "ocorrido_em"],
    ),
    with(
        "datetime.recurring",
        r#"{"every":"1mo"}"#,
        T::Date,
        &[
            "instalment_date",
            "installment_date",
            "renewal_date",
            "fecha_cuota",
            "fecha_renovacion",
            "data_parcela",
            "data_renovacao",
        ],
    ),
    with(
        "datetime.period",
        r#"{"period":"month"}"#,
        T::Date,
        &["period_end", "month_end", "closing_date", "billing_date", "fin_mes", "fecha_cierre", "data_fechamento"],
    ),
    with(
        "datetime.duration",
        r#"{"shape":"short"}"#,
        T::Integer,
        &["duration", "elapsed", "elapsed_time", "duracion", "tiempo_transcurrido", "duracao", "tempo_decorrido"],
    ),
    hint("datetime.year", T::Integer, &["year", "model_year", "anio", "ano", "ejercicio"]),
    hint("datetime.quarter", T::String, &["quarter", "fiscal_quarter", "trimestre"]),
    hint("datetime.month", T::String, &["month", "month_name", "mes", "nombre_mes", "nome_mes"]),
    hint("datetime.iso_week", T::String, &["week", "iso_week", "week_number", "semana", "numero_semana"]),
    hint(
        "datetime.weekday",
        T::String,
        &["weekday", "day_of_week", "dia_semana", "dia_de_la_semana", "dia_da_semana", "dia_de_semana"],
    ),
    with(
        "datetime.unix",
        r#"{"unit":"millisecond"}"#,
        T::BigInteger,
        &["timestamp_ms", "epoch_ms", "unix_ms", "epoch_millis"],
    ),
    hint("datetime.unix", T::BigInteger, &["unix", "epoch", "unix_time", "unix_timestamp", "epoch_seconds"]),
    hint(
        "datetime.time_zone",
        T::String,
        &["time_zone", "timezone", "tz", "zona_horaria", "huso_horario", "fuso_horario"],
    ),
    hint(
        "datetime.utc_offset",
        T::String,
        &["utc_offset", "gmt_offset", "tz_offset", "desfase_utc", "desfase_horario"],
    ),
    hint("datetime.cron", T::String, &["cron", "cron_expression", "crontab", "cron_schedule", "expresion_cron"]),
];
