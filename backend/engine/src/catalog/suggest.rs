//! Which generator a field probably wants, from its name, type and description, by word lists alone.

use any_ascii::any_ascii;
use dmb_spec::{FieldType, GeneratorRef, Params};

use super::defaults::of_type;
use super::descriptor;
use super::hints::{self, Hint};

/// Scores from here on are sure enough to choose without asking.
pub(super) const SURE: f64 = 0.7;

/// A generator that a field may want.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The generator, with parameters where they help.
    pub generator: GeneratorRef,
    /// The field's type: the one given, else the one that suits the generator best.
    pub field_type: FieldType,
    /// How sure it is, above 0, 1 at most.
    pub score: f64,
    /// What it was concluded from, in a few words.
    pub reason: String,
}

/// Generators that suit a field of this name, best first, at most eight. Of a given type only those that can fill it,
/// and then there is always one. Names may be in English, Spanish or Portuguese: `cust_email`, `fecha_nacimiento`.
pub fn suggest(name: &str, field_type: Option<FieldType>, description: &str) -> Vec<Suggestion> {
    let (name, description) = (words(name), words(description));
    let mut found: Vec<Suggestion> = Vec::new();
    for hint in hints::all() {
        let Some((score, reason)) = score(hint, &name, &description) else { continue };
        let Some(suggestion) = suggestion(hint, field_type, score, reason) else { continue };
        match found.iter_mut().find(|known| known.generator.name == suggestion.generator.name) {
            Some(known) if known.score >= suggestion.score => {}
            Some(known) => *known = suggestion,
            None => found.push(suggestion),
        }
    }
    if let Some(field_type) = field_type {
        let generator = of_type(field_type);
        if found.iter().all(|known| known.generator.name != generator.name) {
            let reason = format!("the usual for the type {field_type}");
            found.push(Suggestion { generator, field_type, score: 0.2, reason });
        }
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found.truncate(8);
    found
}

/// Lower-case words without accents: `fechaNacimiento`, `Fecha de nacimiento` and `fecha_nacimiento` agree.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut after_small = false;
    let mut open = false;
    for letter in any_ascii(text).chars() {
        if !letter.is_ascii_alphanumeric() {
            (open, after_small) = (false, false);
            continue;
        }
        if !open || (after_small && letter.is_ascii_uppercase()) {
            words.push(String::new());
        }
        open = true;
        after_small = letter.is_ascii_lowercase() || letter.is_ascii_digit();
        if let Some(word) = words.last_mut() {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words
}

/// How well the best of a hint's phrases fits, and why.
fn score(hint: &Hint, name: &[String], description: &[String]) -> Option<(f64, String)> {
    let fits = hint.words.iter().filter_map(|phrase| {
        let parts: Vec<&str> = phrase.split('_').collect();
        let in_name = place(name, &parts).map(|(at, share)| {
            // The last words of a name say what it is; in Spanish and Portuguese the first often do.
            let base = if share == 1.0 {
                1.0
            } else if at == Place::End {
                0.85
            } else if at == Place::Start {
                0.78
            } else {
                0.6
            };
            (base + 0.01 * parts.len() as f64, format!("the name holds “{}”", phrase.replace('_', " ")))
        });
        // A description holds many words in passing, so short ones say little there.
        let told = |phrase: &&&str| phrase.len() > 3;
        let in_description = Some(phrase).filter(told).and_then(|_| place(description, &parts)).map(|_| {
            (0.4 + 0.01 * parts.len() as f64, format!("the description holds “{}”", phrase.replace('_', " ")))
        });
        in_name.or(in_description)
    });
    fits.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(score, reason)| (score.min(1.0), reason))
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Start,
    Middle,
    End,
}

/// Where the parts stand in a row among the words, and what share of the words they are. Plurals count as their singular.
fn place(words: &[String], parts: &[&str]) -> Option<(Place, f64)> {
    let same = |word: &String, part: &&str| word == part || word.strip_suffix('s') == Some(part);
    let starts =
        words.windows(parts.len()).rposition(|window| window.iter().zip(parts).all(|(word, part)| same(word, part)))?;
    let place = match starts {
        at if at + parts.len() == words.len() => Place::End,
        0 => Place::Start,
        _ => Place::Middle,
    };
    Some((place, parts.len() as f64 / words.len() as f64))
}

fn suggestion(hint: &Hint, field_type: Option<FieldType>, score: f64, reason: String) -> Option<Suggestion> {
    let produces = descriptor(hint.generator)?.produces;
    // Words to choose from are no numbers and no dates, whatever a choice can make.
    let texts = [FieldType::String, FieldType::Text, FieldType::Enum];
    let fits = |wanted| produces.contains(&wanted) && (hint.generator != "choice" || texts.contains(&wanted));
    if field_type.is_some_and(|wanted| !fits(wanted)) {
        return None;
    }
    let params: Params = serde_json::from_str(hint.params).unwrap_or_default();
    let generator = GeneratorRef { name: hint.generator.to_owned(), params };
    Some(Suggestion { generator, field_type: field_type.unwrap_or(hint.field_type), score, reason })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;

    #[test]
    fn words_to_choose_from_are_proposed_for_texts_only() {
        let choice =
            |field_type| suggest("user_status", Some(field_type), "").iter().any(|s| s.generator.name == "choice");
        assert!(choice(FieldType::String));
        assert!(!choice(FieldType::Integer) && !choice(FieldType::Decimal) && !choice(FieldType::Date));
    }

    fn check(name: &str, field_type: FieldType, expect: &str) {
        let best = suggest(name, Some(field_type), "");
        assert_eq!(best[0].generator.name, expect, "{name}: {best:?}");
    }

    #[test]
    fn names_in_three_languages_find_their_generator() {
        check("cust_email", FieldType::String, "internet.email");
        check("correo_electronico", FieldType::Email, "internet.email");
        check("fecha_nacimiento", FieldType::Date, "person.birth_date");
        check("data_de_nascimento", FieldType::Date, "person.birth_date");
        check("apellidos", FieldType::String, "person.last_name");
        check("telefono_movil", FieldType::Phone, "phone.number");
        check("ciudad", FieldType::String, "address.city");
        check("precio_unitario", FieldType::Decimal, "commerce.price");
        check("created_at", FieldType::Datetime, "datetime.between");
        check("billingCity", FieldType::String, "address.city");
        check("Código Postal", FieldType::String, "address.postcode");
        check("product_name", FieldType::String, "commerce.product");
        check("is_active", FieldType::Boolean, "boolean");
        check("dni", FieldType::String, "identity.es_dni");
        check("documento_identidad", FieldType::String, "identity.national_id");
        check("card_expiry", FieldType::String, "finance.card_expiry");
        check("numero_tarjeta", FieldType::String, "finance.card_number");
        check("codigo_barras", FieldType::String, "commerce.barcode");
        check("estado_pedido", FieldType::String, "commerce.order_status");
        check("tracking_number", FieldType::String, "commerce.tracking_number");
        check("star_rating", FieldType::Integer, "number.rating");
        check("porcentaje_descuento", FieldType::Decimal, "number.percentage");
        check("dia_da_semana", FieldType::String, "datetime.weekday");
        check("fecha_cita", FieldType::Datetime, "datetime.business_hours");
        check("duracao", FieldType::Integer, "datetime.duration");
        check("product_review", FieldType::Text, "text.review");
        check("titulo", FieldType::String, "text.title");
        check("nivel_log", FieldType::String, "system.log_level");
        check("http_status", FieldType::Integer, "system.http_status");
        check("grupo_sanguineo", FieldType::String, "science.blood_type");
        check("licensePlate", FieldType::String, "travel.licence_plate");
        check("numero_de_serie", FieldType::String, "code.serial_number");
        check("bairro", FieldType::String, "address.neighbourhood");
        check("nombre_archivo", FieldType::String, "media.file_name");
        check("geo_location", FieldType::Json, "object");
        check("direccion", FieldType::Json, "object");
        check("direccion", FieldType::Text, "address.street");
    }

    /// A name in English, Spanish and Portuguese, its type, and what it finds.
    const NAMES: &[([&str; 3], FieldType, &str)] = &[
        (["points", "puntos", "pontos"], FieldType::Integer, "number.lognormal"),
        (["loyalty_points", "puntos_fidelidad", "pontos_fidelidade"], FieldType::Integer, "number.lognormal"),
        (["score", "puntaje", "pontuacao"], FieldType::Integer, "number.normal"),
        (["rating", "calificacion", "avaliacao"], FieldType::Integer, "number.rating"),
        (["level", "nivel", "nivel"], FieldType::Integer, "number.uniform"),
        (["weight", "peso", "peso"], FieldType::Decimal, "number.lognormal"),
        (["height", "altura", "altura"], FieldType::Decimal, "number.lognormal"),
        (["width", "ancho", "largura"], FieldType::Decimal, "number.lognormal"),
        (["length", "largo", "comprimento"], FieldType::Decimal, "number.lognormal"),
        (["depth", "profundidad", "profundidade"], FieldType::Decimal, "number.lognormal"),
        (["volume", "volumen", "volume"], FieldType::Decimal, "number.lognormal"),
        (["distance", "distancia", "distancia"], FieldType::Decimal, "number.lognormal"),
        (["speed", "velocidad", "velocidade"], FieldType::Float, "number.normal"),
        (["temperature", "temperatura", "temperatura"], FieldType::Float, "number.temperature"),
        (["humidity", "humedad", "umidade"], FieldType::Float, "number.normal"),
        (["pressure", "presion", "pressao"], FieldType::Float, "number.normal"),
        (["duration", "duracion", "duracao"], FieldType::Integer, "datetime.duration"),
        (["order_status", "estado_pedido", "status_pedido"], FieldType::String, "commerce.order_status"),
        (["color", "color", "cor"], FieldType::String, "media.colour_name"),
        (["size", "talla", "tamanho"], FieldType::String, "choice"),
        (["language", "idioma", "idioma"], FieldType::String, "internet.language"),
        (["timezone", "zona_horaria", "fuso_horario"], FieldType::String, "datetime.time_zone"),
        (["currency", "moneda", "moeda"], FieldType::String, "finance.currency"),
        (["tax", "impuesto", "imposto"], FieldType::Decimal, "number.lognormal"),
        (["tax_rate", "tasa_impuesto", "aliquota"], FieldType::Decimal, "finance.tax_rate"),
        (["shipping_cost", "costo_envio", "frete"], FieldType::Decimal, "number.lognormal"),
        (["discount", "descuento", "desconto"], FieldType::Decimal, "commerce.discount"),
        (["quantity", "cantidad", "quantidade"], FieldType::Integer, "number.zipf"),
        (["stock", "existencias", "estoque"], FieldType::Integer, "number.uniform"),
        (["price", "precio", "preco"], FieldType::Decimal, "commerce.price"),
        (["total", "total", "total"], FieldType::Decimal, "number.lognormal"),
        (["balance", "saldo", "saldo"], FieldType::Decimal, "number.lognormal"),
        (["salary", "salario", "salario"], FieldType::Decimal, "number.uniform"),
        (["budget", "presupuesto", "orcamento"], FieldType::Decimal, "number.lognormal"),
        (["profit", "ganancia", "lucro"], FieldType::Decimal, "number.lognormal"),
        (["invoice_number", "numero_factura", "numero_nota"], FieldType::String, "finance.invoice_number"),
        (["order_number", "numero_pedido", "numero_pedido"], FieldType::String, "code.pattern"),
        (["notes", "notas", "observacoes"], FieldType::Text, "text.paragraph"),
        (["title", "titulo", "titulo"], FieldType::String, "text.title"),
        (["description", "descripcion", "descricao"], FieldType::Text, "text.paragraph"),
        (["category", "categoria", "categoria"], FieldType::String, "commerce.category"),
        (["brand", "marca", "marca"], FieldType::String, "company.name"),
        (["supplier", "proveedor", "fornecedor"], FieldType::String, "company.name"),
        (["job_title", "puesto", "cargo"], FieldType::String, "person.job_title"),
        (["hire_date", "fecha_contratacion", "data_contratacao"], FieldType::Date, "datetime.between"),
        (["start_date", "fecha_inicio", "data_inicio"], FieldType::Date, "datetime.between"),
        (["end_date", "fecha_fin", "data_fim"], FieldType::Date, "datetime.between"),
        (["due_date", "fecha_vencimiento", "data_vencimento"], FieldType::Date, "datetime.between"),
        (["birth_date", "fecha_nacimiento", "data_nascimento"], FieldType::Date, "person.birth_date"),
        (["age", "edad", "idade"], FieldType::Integer, "person.age"),
        (["gender", "genero", "genero"], FieldType::String, "person.sex"),
        (["marital_status", "estado_civil", "estado_civil"], FieldType::String, "choice"),
        (["nationality", "nacionalidad", "nacionalidade"], FieldType::String, "address.country"),
        (["latitude", "latitud", "latitude"], FieldType::Float, "address.latitude"),
        (["postcode", "codigo_postal", "cep"], FieldType::String, "address.postcode"),
        (["street", "calle", "rua"], FieldType::String, "address.street"),
        (["neighborhood", "barrio", "bairro"], FieldType::String, "address.neighbourhood"),
        (["country", "pais", "pais"], FieldType::String, "address.country"),
        (["phone", "telefono", "telefone"], FieldType::Phone, "phone.number"),
        (["username", "usuario", "usuario"], FieldType::String, "internet.user_name"),
        (["password", "contrasena", "senha"], FieldType::String, "internet.password"),
        (["website", "sitio_web", "site"], FieldType::Url, "internet.url"),
        (["ip_address", "direccion_ip", "endereco_ip"], FieldType::IpAddress, "internet.ipv4"),
        (["is_active", "activo", "ativo"], FieldType::Boolean, "boolean"),
        (["verified", "verificado", "verificado"], FieldType::Boolean, "boolean"),
        (["subscribed", "suscrito", "inscrito"], FieldType::Boolean, "boolean"),
        (["payment_method", "metodo_pago", "forma_pagamento"], FieldType::String, "commerce.payment_method"),
        (["card_number", "numero_tarjeta", "numero_cartao"], FieldType::String, "finance.card_number"),
        (["iban", "cuenta_bancaria", "conta_bancaria"], FieldType::String, "finance.iban"),
        (["barcode", "codigo_barras", "codigo_barras"], FieldType::String, "commerce.barcode"),
        (["sku", "codigo_producto", "codigo_produto"], FieldType::String, "commerce.sku"),
        (["isbn", "isbn", "isbn"], FieldType::String, "commerce.isbn13"),
        (["tracking_number", "numero_seguimiento", "codigo_rastreio"], FieldType::String, "commerce.tracking_number"),
        (["license_plate", "matricula", "placa"], FieldType::String, "travel.licence_plate"),
        (["blood_type", "tipo_sangre", "tipo_sanguineo"], FieldType::String, "science.blood_type"),
        (["vin", "numero_bastidor", "chassi"], FieldType::String, "travel.vin"),
        (["comment", "comentario", "comentario"], FieldType::Text, "text.paragraph"),
        (["image", "imagen", "imagem"], FieldType::Url, "media.image_url"),
        (["file_name", "nombre_archivo", "nome_arquivo"], FieldType::String, "media.file_name"),
        (["url", "enlace", "link"], FieldType::Url, "internet.url"),
        (["token", "token", "token"], FieldType::Uuid, "code.uuid"),
        (["likes", "me_gusta", "curtidas"], FieldType::Integer, "number.lognormal"),
        (["followers", "seguidores", "seguidores"], FieldType::Integer, "number.lognormal"),
        (["downloads", "descargas", "downloads"], FieldType::Integer, "number.lognormal"),
        (["percentage", "porcentaje", "porcentagem"], FieldType::Decimal, "number.percentage"),
        (["priority", "prioridad", "prioridade"], FieldType::String, "choice"),
        (["plan", "plan", "plano"], FieldType::String, "choice"),
        (["age_group", "grupo_edad", "faixa_etaria"], FieldType::String, "choice"),
        (["experience", "experiencia", "experiencia"], FieldType::Integer, "number.gamma"),
        (["years", "anos", "anos"], FieldType::Integer, "datetime.year"),
        (["children", "hijos", "filhos"], FieldType::Integer, "number.poisson"),
        (["guests", "huespedes", "hospedes"], FieldType::Integer, "number.zipf"),
        (["code", "codigo", "codigo"], FieldType::String, "code.pattern"),
        (["reference", "referencia", "referencia"], FieldType::String, "code.pattern"),
        (["version", "version", "versao"], FieldType::String, "system.version"),
        (["commission", "comision", "comissao"], FieldType::Decimal, "number.lognormal"),
        (["interest_rate", "tasa_interes", "taxa_juros"], FieldType::Decimal, "number.normal"),
        (["tip", "propina", "gorjeta"], FieldType::Decimal, "number.amount"),
        (["hours", "horas", "horas"], FieldType::Time, "datetime.time"),
    ];

    #[test]
    fn everyday_names_are_known_in_every_language() {
        let wrong: Vec<String> = NAMES
            .iter()
            .flat_map(|(names, field_type, expect)| names.map(|name| (name, *field_type, *expect)))
            .filter_map(|(name, field_type, expect)| {
                let found = suggest(name, None, "");
                let best = found.first().map(|best| (best.generator.name.as_str(), best.field_type));
                (best != Some((expect, field_type))).then(|| format!("{name}: {best:?}, not {expect}"))
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_type_rules_out_what_can_not_fill_it_and_always_finds_something() {
        for field_type in FieldType::ALL {
            let found = suggest("email", Some(field_type), "");
            assert!(!found.is_empty(), "{field_type}");
            for suggestion in found {
                let produces = catalog::descriptor(&suggestion.generator.name).unwrap().produces;
                assert!(produces.contains(&field_type), "{field_type}: {suggestion:?}");
            }
        }
    }

    #[test]
    fn a_name_alone_suggests_a_type() {
        assert_eq!(suggest("email", None, "")[0].field_type, FieldType::Email);
        assert_eq!(suggest("x7", None, ""), []);
        assert_eq!(suggest("x7", None, "the birthday of the customer")[0].generator.name, "person.birth_date");
    }

    #[test]
    fn every_hint_names_a_generator_with_parameters_it_takes() {
        for hint in hints::all() {
            let descriptor =
                catalog::descriptor(hint.generator).unwrap_or_else(|| panic!("no generator {}", hint.generator));
            assert!(descriptor.produces.contains(&hint.field_type), "{} for {}", hint.generator, hint.field_type);
            if !hint.params.is_empty() {
                let params: Params = serde_json::from_str(hint.params).unwrap();
                let table = dmb_spec::Table::new(dmb_spec::TableId::from_name("t", |_| false), "t");
                assert_eq!(catalog::check_params(descriptor, &params, &table), [], "{}", hint.generator);
            }
        }
    }
}
