//! Which media type an answer gets, by the request's `Accept`.

use http::HeaderMap;
use http::header::ACCEPT;

/// Media types of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Media {
    /// `application/json`: status 200 for every well-formed request.
    Json,
    /// `application/graphql-response+json`: the status tells whether the operation ran.
    GraphqlResponse,
}

impl Media {
    /// The `Content-Type` of an answer.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
        }
    }
}

/// The media type the client likes best; `None` where it takes neither. JSON where nothing is said, or anything will
/// do: that is what older clients expect.
pub(crate) fn accepted(headers: &HeaderMap) -> Option<Media> {
    let mut best: Option<(Media, f32)> = None;
    let mut said = false;
    for value in headers.get_all(ACCEPT) {
        for range in value.to_str().unwrap_or_default().split(',').filter(|range| !range.trim().is_empty()) {
            said = true;
            let Some((media, quality)) = read(range) else { continue };
            if quality > 0.0 && best.is_none_or(|(_, held)| quality > held) {
                best = Some((media, quality));
            }
        }
    }
    if said { best.map(|(media, _)| media) } else { Some(Media::Json) }
}

/// What one range of `Accept` stands for, with its quality.
fn read(range: &str) -> Option<(Media, f32)> {
    let mut parts = range.split(';').map(str::trim);
    let media = match parts.next()?.to_ascii_lowercase().as_str() {
        "application/json" | "application/*" | "*/*" => Media::Json,
        "application/graphql-response+json" => Media::GraphqlResponse,
        _ => return None,
    };
    let mut quality = 1.0;
    for part in parts {
        match part.split_once('=').map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim())) {
            Some((name, value)) if name == "q" => quality = value.parse().ok()?,
            Some((name, value)) if name == "charset" && !value.trim_matches('"').eq_ignore_ascii_case("utf-8") => {
                return None;
            }
            _ => {}
        }
    }
    Some((media, quality))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(accept: &str, expect: Option<Media>) {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, accept.parse().unwrap());
        assert_eq!(accepted(&headers), expect, "{accept}");
    }

    #[test]
    fn the_best_liked_of_the_two_is_chosen() {
        assert_eq!(accepted(&HeaderMap::new()), Some(Media::Json));
        check("*/*", Some(Media::Json));
        check("application/json", Some(Media::Json));
        check("application/graphql-response+json", Some(Media::GraphqlResponse));
        check("application/graphql-response+json, application/json;q=0.9", Some(Media::GraphqlResponse));
        check("application/json;q=0.5, application/graphql-response+json;q=0.4", Some(Media::Json));
        check("application/graphql-response+json;q=0, application/json;q=0.1", Some(Media::Json));
        check("Application/JSON ; charset=UTF-8", Some(Media::Json));
    }

    #[test]
    fn what_we_do_not_speak_is_not_accepted() {
        check("text/html", None);
        check("application/json;charset=utf-16", None);
        check("application/json;q=0", None);
    }
}
