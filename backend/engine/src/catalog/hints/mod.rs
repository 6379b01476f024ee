//! Words in field names, in English, Spanish and Portuguese, and the generator that each suggests. Accents and case do
//! not count. Longer phrases are more telling than shorter ones; among equals the first wins.

mod technical;

use dmb_spec::FieldType;
use dmb_spec::FieldType as T;

mod identity;
mod measures;
mod nested;
mod numbers;
mod states;
mod texts;
mod times;
mod trade;

/// What some words suggest.
pub(super) struct Hint {
    /// Words of the name, joined by `_`.
    pub words: &'static [&'static str],
    /// Generator.
    pub generator: &'static str,
    /// Its parameters as JSON; empty for none.
    pub params: &'static str,
    /// The type that suits it best.
    pub field_type: FieldType,
}

const fn hint(generator: &'static str, field_type: FieldType, words: &'static [&'static str]) -> Hint {
    Hint { words, generator, params: "", field_type }
}

const fn with(
    generator: &'static str,
    params: &'static str,
    field_type: FieldType,
    words: &'static [&'static str],
) -> Hint {
    Hint { words, generator, params, field_type }
}

/// Every hint, in the order in which equals win.
pub(super) fn all() -> impl Iterator<Item = &'static Hint> {
    [
        COMMON,
        identity::HINTS,
        trade::HINTS,
        numbers::HINTS,
        times::HINTS,
        texts::HINTS,
        technical::HINTS,
        measures::HINTS,
        states::HINTS,
        nested::HINTS,
    ]
    .into_iter()
    .flatten()
}

/// What fields of most tables are called.
const COMMON: &[Hint] = &[
    // people
    hint(
        "internet.email",
        T::Email,
        &["email", "e_mail", "mail", "email_address", "correo", "correo_electronico", "endereco_email"],
    ),
    hint(
        "person.first_name",
        T::String,
        &[
            "first_name",
            "firstname",
            "fname",
            "given_name",
            "forename",
            "nombre_pila",
            "primer_nombre",
            "nombres",
            "primeiro_nome",
            "prenome",
        ],
    ),
    hint(
        "person.last_name",
        T::String,
        &[
            "last_name",
            "lastname",
            "lname",
            "surname",
            "family_name",
            "apellido",
            "apellidos",
            "primer_apellido",
            "segundo_apellido",
            "sobrenome",
        ],
    ),
    hint(
        "person.full_name",
        T::String,
        &[
            "full_name",
            "fullname",
            "person_name",
            "customer_name",
            "contact_name",
            "employee_name",
            "author",
            "owner",
            "recipient",
            "nombre_completo",
            "nombre_cliente",
            "nome_completo",
            "destinatario",
            "beneficiario",
        ],
    ),
    hint("person.full_name", T::String, &["name", "nombre", "nome"]),
    hint("person.title", T::String, &["salutation", "honorific", "tratamiento", "tratamento"]),
    hint("person.sex", T::String, &["sex", "gender", "sexo", "genero"]),
    hint(
        "person.birth_date",
        T::Date,
        &[
            "birth_date",
            "birthdate",
            "date_of_birth",
            "dob",
            "birthday",
            "birth",
            "nacimiento",
            "fecha_nacimiento",
            "fecha_de_nacimiento",
            "fec_nac",
            "nascimento",
            "data_nascimento",
            "data_de_nascimento",
        ],
    ),
    hint("person.age", T::Integer, &["age", "edad", "idade"]),
    hint(
        "person.job_title",
        T::String,
        &[
            "job",
            "job_title",
            "occupation",
            "profession",
            "position",
            "puesto",
            "ocupacion",
            "profesion",
            "profissao",
            "cargo",
        ],
    ),
    hint(
        "internet.user_name",
        T::String,
        &["user_name", "username", "login", "nickname", "usuario", "nombre_usuario", "apodo"],
    ),
    hint("internet.password", T::String, &["password", "passwd", "contrasena", "clave_acceso", "senha"]),
    // places
    hint(
        "address.street",
        T::String,
        &[
            "street",
            "street_address",
            "address",
            "address_line",
            "address_line_1",
            "direccion",
            "domicilio",
            "calle",
            "endereco",
            "rua",
            "logradouro",
        ],
    ),
    hint(
        "address.city",
        T::String,
        &["city", "town", "municipality", "ciudad", "municipio", "localidad", "poblacion", "cidade"],
    ),
    hint(
        "address.region",
        T::String,
        &["region", "state", "province", "county", "provincia", "departamento", "comunidad", "estado"],
    ),
    hint(
        "address.postcode",
        T::String,
        &["postcode", "postal_code", "zip", "zip_code", "zipcode", "codigo_postal", "cp", "cep"],
    ),
    hint("address.country", T::String, &["country", "country_name", "pais", "nacionalidad"]),
    hint("address.country_code", T::String, &["country_code", "codigo_pais", "pais_codigo"]),
    hint("address.latitude", T::Float, &["latitude", "lat", "latitud"]),
    hint("address.longitude", T::Float, &["longitude", "lon", "lng", "longitud"]),
    hint(
        "phone.number",
        T::Phone,
        &[
            "phone",
            "phone_number",
            "telephone",
            "tel",
            "mobile",
            "cell",
            "cellphone",
            "fax",
            "telefono",
            "movil",
            "celular",
            "telefone",
            "whatsapp",
        ],
    ),
    // companies and trade
    hint(
        "company.name",
        T::String,
        &[
            "company",
            "company_name",
            "employer",
            "organization",
            "organisation",
            "business_name",
            "vendor",
            "supplier",
            "merchant_name",
            "empresa",
            "compania",
            "razon_social",
            "proveedor",
            "fornecedor",
        ],
    ),
    hint("company.industry", T::String, &["industry", "sector", "industria", "rubro"]),
    hint("company.department", T::String, &["department", "team", "area", "setor"]),
    hint(
        "commerce.product",
        T::String,
        &[
            "product",
            "product_name",
            "item",
            "item_name",
            "article",
            "producto",
            "nombre_producto",
            "articulo",
            "produto",
            "nome_produto",
        ],
    ),
    hint("commerce.category", T::String, &["category", "product_category", "categoria", "rubrica"]),
    hint(
        "commerce.price",
        T::Decimal,
        &["price", "unit_price", "list_price", "precio", "precio_unitario", "preco", "preco_unitario", "pvp"],
    ),
    hint(
        "commerce.sku",
        T::String,
        &["sku", "product_code", "codigo_producto", "codigo_produto", "referencia_producto"],
    ),
    with(
        "number.zipf",
        r#"{"min":1,"max":20}"#,
        T::Integer,
        &["quantity", "qty", "cantidad", "unidades", "quantidade"],
    ),
    with("number.uniform", r#"{"min":0,"max":500}"#, T::Integer, &["stock", "inventory", "existencias", "estoque"]),
    // money
    with(
        "number.lognormal",
        r#"{}"#,
        T::Decimal,
        &[
            "amount",
            "total",
            "subtotal",
            "balance",
            "cost",
            "fee",
            "importe",
            "monto",
            "saldo",
            "costo",
            "coste",
            "valor",
            "valor_total",
        ],
    ),
    with(
        "number.uniform",
        r#"{"min":18000,"max":120000}"#,
        T::Decimal,
        &["salary", "income", "salario", "sueldo", "ingresos", "renda"],
    ),
    hint("finance.currency", T::String, &["currency", "currency_code", "moneda", "divisa", "moeda"]),
    hint(
        "finance.card_number",
        T::String,
        &["card_number", "credit_card", "card", "tarjeta", "numero_tarjeta", "cartao"],
    ),
    hint("finance.iban", T::String, &["iban", "bank_account", "cuenta_bancaria", "conta_bancaria"]),
    // time
    with(
        "datetime.between",
        r#"{"from":"-2y","to":"now"}"#,
        T::Datetime,
        &[
            "created_at",
            "created",
            "created_on",
            "registered_at",
            "signed_up_at",
            "signup_date",
            "order_date",
            "ordered_at",
            "placed_at",
            "purchased_at",
            "fecha_creacion",
            "fecha_alta",
            "fecha_registro",
            "fecha_pedido",
            "creado",
            "creado_en",
            "criado_em",
            "data_criacao",
            "data_cadastro",
        ],
    ),
    hint(
        "datetime.recent",
        T::Datetime,
        &[
            "updated_at",
            "updated",
            "modified_at",
            "last_seen",
            "last_login",
            "actualizado",
            "actualizado_en",
            "fecha_actualizacion",
            "ultima_actualizacion",
            "ultimo_acceso",
            "atualizado_em",
        ],
    ),
    hint("datetime.between", T::Datetime, &["date", "at", "on", "timestamp", "fecha", "fec", "data", "dia"]),
    hint("datetime.time", T::Time, &["time", "time_of_day", "hour", "opening_time", "hora", "horario"]),
    // the net
    hint(
        "internet.url",
        T::Url,
        &["url", "website", "web", "link", "homepage", "site", "sitio", "sitio_web", "pagina_web", "enlace"],
    ),
    hint("internet.domain", T::String, &["domain", "domain_name", "host", "dominio"]),
    hint("internet.ipv4", T::IpAddress, &["ip", "ip_address", "ipv4", "client_ip", "direccion_ip", "endereco_ip"]),
    hint("internet.ipv6", T::IpAddress, &["ipv6", "ip6"]),
    hint("internet.mac", T::String, &["mac", "mac_address"]),
    hint("internet.user_agent", T::String, &["user_agent"]),
    // text
    hint("text.sentence", T::String, &["subject", "summary", "asunto", "resumen", "assunto", "resumo"]),
    hint(
        "text.paragraph",
        T::Text,
        &[
            "description",
            "notes",
            "note",
            "comment",
            "comments",
            "bio",
            "body",
            "content",
            "message",
            "descripcion",
            "notas",
            "comentario",
            "comentarios",
            "observaciones",
            "mensaje",
            "descricao",
            "observacoes",
            "mensagem",
        ],
    ),
    // codes and the rest
    hint("code.uuid", T::Uuid, &["uuid", "guid", "external_id", "token", "session_id"]),
    with(
        "boolean",
        r#"{"rate":0.8}"#,
        T::Boolean,
        &["active", "is_active", "enabled", "activo", "habilitado", "vigente", "ativo"],
    ),
    with(
        "boolean",
        r#"{"rate":0.1}"#,
        T::Boolean,
        &["deleted", "is_deleted", "blocked", "archived", "eliminado", "bloqueado", "excluido"],
    ),
];
