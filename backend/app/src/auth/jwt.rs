//! Access tokens: short-lived, signed, of exactly one form.

use std::time::Duration;

use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{AppError, Secret};

const ISSUER: &str = "dmb";
const AUDIENCE: &str = "dmb-api";
/// RFC 9068's word for access tokens, so that no other signed thing of ours passes for one.
const TYPE: &str = "at+jwt";

/// What an access token says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Claims {
    iss: String,
    aud: String,
    /// The account.
    pub(crate) sub: Uuid,
    /// The session: the family of its refresh tokens.
    pub(crate) sid: Uuid,
    iat: i64,
    nbf: i64,
    pub(crate) exp: i64,
    jti: Uuid,
}

/// Makes and reads access tokens.
pub(crate) struct AccessKeys {
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
    header: Header,
}

impl AccessKeys {
    pub(crate) fn new(secret: &Secret) -> Self {
        let key = secret.key("dmb access token 1");
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        // Times are checked below, by our own clock.
        validation.validate_exp = false;
        let header = Header { typ: Some(TYPE.to_owned()), ..Header::new(Algorithm::HS256) };
        let (encoding, decoding) = (EncodingKey::from_secret(&key), DecodingKey::from_secret(&key));
        Self { encoding, decoding, validation, header }
    }

    /// A token of a session, and when it ends (to the second).
    pub(crate) fn issue(
        &self,
        user: Uuid,
        family: Uuid,
        now: DateTime<Utc>,
        life: Duration,
    ) -> Result<(String, DateTime<Utc>), AppError> {
        let iat = now.timestamp();
        let exp = iat.saturating_add(i64::try_from(life.as_secs()).unwrap_or(i64::MAX));
        let claims = Claims {
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
            sub: user,
            sid: family,
            iat,
            nbf: iat,
            exp,
            jti: Uuid::new_v4(),
        };
        let token = jsonwebtoken::encode(&self.header, &claims, &self.encoding).map_err(AppError::internal)?;
        Ok((token, DateTime::from_timestamp(exp, 0).unwrap_or(now)))
    }

    /// What a valid token says. Every flaw gives the same answer.
    pub(crate) fn read(&self, token: &str, now: DateTime<Utc>, leeway: Duration) -> Result<Claims, AppError> {
        let read = jsonwebtoken::decode::<Claims>(token, &self.decoding, &self.validation);
        let data = read.map_err(|_| AppError::Unauthenticated)?;
        // Our tokens have one header. A key id, a key address or anything else in it was not put there by us.
        if data.header != self.header {
            return Err(AppError::Unauthenticated);
        }
        let (now, leeway) = (now.timestamp(), i64::try_from(leeway.as_secs()).unwrap_or(0));
        let begun = data.claims.nbf <= now.saturating_add(leeway);
        let ended = data.claims.exp <= now.saturating_sub(leeway);
        if begun && !ended { Ok(data.claims) } else { Err(AppError::Unauthenticated) }
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use serde_json::{Value, json};

    use super::*;

    const LIFE: Duration = Duration::from_secs(600);
    const LEEWAY: Duration = Duration::from_secs(5);

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000, 0).unwrap()
    }

    fn secret() -> Secret {
        Secret::new("0f4a86b1c9d2e7350f4a86b1c9d2e735").unwrap()
    }

    fn good_claims() -> Value {
        let iat = now().timestamp();
        json!({ "iss": "dmb", "aud": "dmb-api", "sub": Uuid::nil(), "sid": Uuid::nil(), "iat": iat, "nbf": iat,
                "exp": iat + 600, "jti": Uuid::nil() })
    }

    /// A token with any header and claims, signed with the right key.
    fn forged(header: Value, claims: &Value) -> String {
        let part = |v: &Value| URL_SAFE_NO_PAD.encode(v.to_string());
        let message = format!("{}.{}", part(&header), part(claims));
        let signature = crate::secret::sign(&secret().key("dmb access token 1"), message.as_bytes());
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    fn accepted(token: &str) -> bool {
        AccessKeys::new(&secret()).read(token, now(), LEEWAY).is_ok()
    }

    #[test]
    fn a_token_is_read_back_until_it_ends() {
        let keys = AccessKeys::new(&secret());
        let (user, family) = (Uuid::new_v4(), Uuid::new_v4());
        let (token, ends) = keys.issue(user, family, now(), LIFE).unwrap();
        assert_eq!(ends, now() + LIFE);
        let claims = keys.read(&token, now(), LEEWAY).unwrap();
        assert_eq!((claims.sub, claims.sid), (user, family));
        assert!(keys.read(&token, ends + Duration::from_secs(4), LEEWAY).is_ok());
        assert!(keys.read(&token, ends + Duration::from_secs(5), LEEWAY).is_err());
        assert!(keys.read(&token, now() - Duration::from_secs(5), LEEWAY).is_ok());
        assert!(keys.read(&token, now() - Duration::from_secs(6), LEEWAY).is_err());
    }

    #[test]
    fn only_the_one_header_is_taken() {
        let good = json!({ "typ": "at+jwt", "alg": "HS256" });
        assert!(accepted(&forged(good, &good_claims())));
        let bad = [
            json!({ "typ": "at+jwt", "alg": "none" }),
            json!({ "typ": "at+jwt", "alg": "None" }),
            json!({ "typ": "at+jwt", "alg": "HS512" }),
            json!({ "typ": "at+jwt", "alg": "RS256" }),
            json!({ "typ": "JWT", "alg": "HS256" }),
            json!({ "alg": "HS256" }),
            json!({ "typ": "at+jwt", "alg": "HS256", "kid": "../../dev/null" }),
            json!({ "typ": "at+jwt", "alg": "HS256", "jku": "https://evil.example/keys" }),
            json!({ "typ": "at+jwt", "alg": "HS256", "jwk": { "kty": "oct", "k": "AAAA" } }),
            json!({ "typ": "at+jwt", "alg": "HS256", "x5u": "https://evil.example/cert" }),
            json!({ "typ": "at+jwt", "alg": "HS256", "crit": ["exp"] }),
        ];
        for header in bad {
            assert!(!accepted(&forged(header.clone(), &good_claims())), "{header}");
        }
    }

    #[test]
    fn an_unsigned_token_and_one_of_another_key_are_refused() {
        let good = forged(json!({ "typ": "at+jwt", "alg": "HS256" }), &good_claims());
        let unsigned = &good[..=good.rfind('.').unwrap()];
        assert!(!accepted(unsigned) && !accepted(&unsigned[..unsigned.len() - 1]));
        let (other, _) = AccessKeys::new(&Secret::random()).issue(Uuid::nil(), Uuid::nil(), now(), LIFE).unwrap();
        assert!(!accepted(&other));
    }

    #[test]
    fn each_claim_is_needed_and_checked() {
        let header = || json!({ "typ": "at+jwt", "alg": "HS256" });
        for missing in ["iss", "aud", "sub", "sid", "nbf", "exp"] {
            let mut claims = good_claims();
            claims.as_object_mut().unwrap().remove(missing);
            assert!(!accepted(&forged(header(), &claims)), "without {missing}");
        }
        let iat = now().timestamp();
        let wrong = [
            ("iss", json!("other")),
            ("aud", json!("other")),
            ("exp", json!(iat - 6)),
            ("nbf", json!(iat + 60)),
            ("exp", json!("soon")),
        ];
        for (name, value) in wrong {
            let mut claims = good_claims();
            claims[name] = value.clone();
            assert!(!accepted(&forged(header(), &claims)), "{name} {value}");
        }
    }
}
