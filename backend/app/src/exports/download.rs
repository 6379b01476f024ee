//! Download links: signed, for one export, bound to who asked, short-lived.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::Download;
use crate::secret::sign;
use crate::{Actor, App, AppError, Credential, Role, Scope};

/// Bytes before the signature: form, credential kind, export, user, credential, end.
const BODY: usize = 2 + 16 + 16 + 16 + 8;
const SIGNATURE: usize = 32;
const FORM: u8 = 1;

/// What a link says. A session's and a token's link end with the session and the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ticket {
    export: Uuid,
    user: Uuid,
    kind: Kind,
    credential: Uuid,
    ends: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Session = 1,
    Token = 2,
    Console = 3,
}

impl Ticket {
    fn to_text(self, key: &[u8]) -> String {
        let mut bytes = Vec::with_capacity(BODY + SIGNATURE);
        bytes.extend([FORM, self.kind as u8]);
        for id in [self.export, self.user, self.credential] {
            bytes.extend(id.as_bytes());
        }
        bytes.extend(self.ends.to_be_bytes());
        let signature = sign(key, &bytes);
        bytes.extend(signature);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    fn from_text(text: &str, key: &[u8]) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok().filter(|b| b.len() == BODY + SIGNATURE)?;
        let (body, signature) = bytes.split_at(BODY);
        if !bool::from(sign(key, body).ct_eq(signature)) || body[0] != FORM {
            return None;
        }
        let id = |at: usize| Uuid::from_slice(&body[at..at + 16]).ok();
        let kind = match body[1] {
            1 => Kind::Session,
            2 => Kind::Token,
            3 => Kind::Console,
            _ => return None,
        };
        let ends = i64::from_be_bytes(body[50..58].try_into().ok()?);
        Some(Self { export: id(2)?, user: id(18)?, kind, credential: id(34)?, ends })
    }
}

impl App {
    /// A link's ticket for an export, good for five minutes at most. Whether the actor may have the file is asked when
    /// the link is used, so a ticket for another's export opens nothing.
    pub fn download_ticket(&self, actor: &Actor, export: Uuid) -> String {
        let life = i64::try_from(self.config().lifetimes.download.as_secs()).unwrap_or(0).min(300);
        let (kind, credential) = match &actor.credential {
            Credential::Session { family } => (Kind::Session, *family),
            Credential::Token { id, .. } => (Kind::Token, *id),
            Credential::Console => (Kind::Console, Uuid::nil()),
        };
        let ends = self.now().timestamp().saturating_add(life);
        Ticket { export, user: actor.user_id, kind, credential, ends }.to_text(self.download_key())
    }

    /// The file behind a ticket.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for every flaw alike: form, signature, time, sign-out, deletion.
    pub async fn open_download(&self, ticket: &str) -> Result<Download, AppError> {
        let ticket = Ticket::from_text(ticket, self.download_key()).ok_or(AppError::NotFound)?;
        if self.now().timestamp() >= ticket.ends {
            return Err(AppError::NotFound);
        }
        let actor = self.holder(ticket).await?;
        if !self.recheck(&actor).await? {
            return Err(AppError::NotFound);
        }
        let export = self.store().exports().get(ticket.export).await?;
        let over = export.expires_at.is_some_and(|end| end <= self.now());
        if export.owner_id != actor.user_id || over {
            return Err(AppError::NotFound);
        }
        let path = self.artifact_path(&export.storage_path).ok_or(AppError::NotFound)?;
        Ok(Download {
            path,
            file_name: export.file_name,
            media_type: export.media_type,
            bytes: export.bytes,
            sha256: export.sha256,
            actor,
        })
    }

    async fn holder(&self, ticket: Ticket) -> Result<Actor, AppError> {
        let credential = match ticket.kind {
            Kind::Session => Credential::Session { family: ticket.credential },
            Kind::Token => Credential::Token { id: ticket.credential, scopes: vec![Scope::Read] },
            Kind::Console => Credential::Console,
        };
        let role: Role = self.store().users().get(ticket.user).await?.role.into();
        Ok(Actor { user_id: ticket.user, role, credential })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &[u8] = b"a key";

    fn ticket() -> Ticket {
        let id = Uuid::from_u128;
        Ticket { export: id(1), user: id(2), kind: Kind::Token, credential: id(3), ends: 1_700_000_000 }
    }

    #[test]
    fn a_ticket_is_read_back() {
        assert_eq!(Ticket::from_text(&ticket().to_text(KEY), KEY), Some(ticket()));
    }

    #[test]
    fn a_ticket_with_any_byte_changed_is_refused() {
        let good = URL_SAFE_NO_PAD.decode(ticket().to_text(KEY)).unwrap();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert_eq!(Ticket::from_text(&URL_SAFE_NO_PAD.encode(bad), KEY), None, "byte {at}");
        }
        assert_eq!(Ticket::from_text(&ticket().to_text(b"another key"), KEY), None);
        assert_eq!(Ticket::from_text(&URL_SAFE_NO_PAD.encode(&good[1..]), KEY), None);
        assert_eq!(Ticket::from_text("", KEY), None);
    }
}
