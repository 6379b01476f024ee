//! Hints of titles, opinions, documents and marks.

use dmb_spec::FieldType as T;

use super::{Hint, hint, with};

/// The hints.
pub(super) const HINTS: &[Hint] = &[
    hint(
        "text.title",
        T::String,
        &["title", "headline", "heading", "book_title", "article_title", "titulo", "titular", "encabezado", "manchete"],
    ),
    hint("text.question", T::String, &["question", "faq", "pregunta", "pergunta"]),
    hint(
        "text.review",
        T::Text,
        &[
            "review",
            "review_text",
            "feedback",
            "testimonial",
            "opinion",
            "resena",
            "texto_resena",
            "opiniao",
            "depoimento",
        ],
    ),
    hint("text.quote", T::String, &["quotation", "saying", "cita_textual", "citacao", "frase_celebre"]),
    hint("text.slug", T::String, &["slug", "permalink", "url_slug", "enlace_permanente"]),
    hint("text.hashtags", T::String, &["hashtag", "etiqueta_social"]),
    hint("text.emoji", T::String, &["emoji", "reaction", "emoticono", "reaccion", "reacao"]),
    hint("text.html", T::Text, &["html", "html_body", "body_html", "content_html", "contenido_html", "conteudo_html"]),
    hint("text.markdown", T::Text, &["markdown", "readme", "md", "wiki_page"]),
    hint(
        "text.bullets",
        T::Text,
        &["bullets", "bullet_points", "checklist", "todo_list", "lista_tareas", "lista_de_tarefas"],
    ),
    with("text.letters", r#"{"min":2,"max":3,"case":"upper"}"#, T::String, &["initials", "iniciales", "iniciais"]),
];
