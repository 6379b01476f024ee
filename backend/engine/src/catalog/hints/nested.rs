//! Fields of type JSON that are usually objects.

use super::{Hint, T, with};

/// Details of requests, places, addresses, people.
pub(super) const HINTS: &[Hint] = &[
    with(
        "object",
        r#"{"members":[{"name":"user_agent","generator":"internet.user_agent"},{"name":"ip_address","generator":"internet.ipv4"},{"name":"session_id","generator":"code.uuid"}]}"#,
        T::Json,
        &["metadata", "meta", "event_metadata", "request_metadata", "metadatos", "metadados"],
    ),
    with(
        "object",
        r#"{"members":[{"name":"country","generator":"address.country_code"},{"name":"city","generator":"address.city"},{"name":"latitude","generator":"address.latitude"},{"name":"longitude","generator":"address.longitude"}]}"#,
        T::Json,
        &["geo_location", "geolocation", "geolocalizacion", "geolocalizacao"],
    ),
    with(
        "object",
        r#"{"members":[{"name":"street","generator":"address.street"},{"name":"city","generator":"address.city"},{"name":"region","generator":"address.region"},{"name":"postcode","generator":"address.postcode"},{"name":"country","generator":"address.country"}]}"#,
        T::Json,
        &["address", "shipping_address", "billing_address", "direccion", "domicilio", "endereco"],
    ),
    with(
        "object",
        r#"{"members":[{"name":"name","generator":"person.full_name"},{"name":"email","generator":"internet.email"},{"name":"phone","generator":"phone.number"}]}"#,
        T::Json,
        &["contact_details", "contact_info", "datos_contacto", "dados_contato"],
    ),
];
