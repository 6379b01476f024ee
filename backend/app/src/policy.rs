//! Who may do what. Asked here and nowhere else.
//!
//! The rule: everybody has their own projects with all that is in them; what is another's is as if it were not there,
//! for administrators too. A personal access token reaches as far as its scopes.

use uuid::Uuid;

use crate::{Actor, AppError, Credential, Role, Scope};

/// Whether the actor may read what `owner` has.
///
/// # Errors
/// [`AppError::NotFound`] for another's things; [`AppError::Forbidden`] for a token that may not read.
pub fn read(actor: &Actor, owner: Uuid) -> Result<(), AppError> {
    scope(actor, Scope::Read)?;
    own(actor, owner)
}

/// Whether the actor may change what `owner` has.
///
/// # Errors
/// [`AppError::NotFound`] for another's things; [`AppError::Forbidden`] for a token that may not write.
pub fn write(actor: &Actor, owner: Uuid) -> Result<(), AppError> {
    scope(actor, Scope::Write)?;
    own(actor, owner)
}

/// Whether the actor may make things of their own.
///
/// # Errors
/// [`AppError::Forbidden`] for a token that may not write.
pub fn create(actor: &Actor) -> Result<(), AppError> {
    scope(actor, Scope::Write)
}

/// Whether the actor may list their own things.
///
/// # Errors
/// [`AppError::Forbidden`] for a token that may not read.
pub fn list(actor: &Actor) -> Result<(), AppError> {
    scope(actor, Scope::Read)
}

/// Whether the actor may see this account: their own, and an administrator every one.
///
/// # Errors
/// [`AppError::NotFound`] for others; [`AppError::Forbidden`] for a token that may not read.
pub fn see_user(actor: &Actor, user: Uuid) -> Result<(), AppError> {
    scope(actor, Scope::Read)?;
    if actor.user_id == user || actor.role == Role::Admin { Ok(()) } else { Err(AppError::NotFound) }
}

/// Whether the actor may change how the account is entered: password, tokens, sessions. Only a person in a session
/// may; a token that leaks must not make more of its kind.
///
/// # Errors
/// [`AppError::Forbidden`] for tokens.
pub fn manage_account(actor: &Actor) -> Result<(), AppError> {
    match actor.credential {
        Credential::Session { .. } | Credential::Console => Ok(()),
        Credential::Token { .. } => Err(AppError::Forbidden("sign in to change how the account is entered")),
    }
}

fn own(actor: &Actor, owner: Uuid) -> Result<(), AppError> {
    if actor.user_id == owner { Ok(()) } else { Err(AppError::NotFound) }
}

fn scope(actor: &Actor, scope: Scope) -> Result<(), AppError> {
    match (actor.has_scope(scope), scope) {
        (true, _) => Ok(()),
        (false, Scope::Read) => Err(AppError::Forbidden("this token may not read")),
        (false, Scope::Write) => Err(AppError::Forbidden("this token may not write")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(credential: Credential) -> Actor {
        Actor { user_id: Uuid::from_u128(1), role: Role::User, credential }
    }

    fn token(scopes: &[Scope]) -> Actor {
        actor(Credential::Token { id: Uuid::nil(), scopes: scopes.to_vec() })
    }

    #[test]
    fn another_persons_things_are_not_there_not_even_for_an_administrator() {
        let other = Uuid::from_u128(2);
        let mut somebody = actor(Credential::Console);
        assert!(read(&somebody, somebody.user_id).is_ok() && write(&somebody, somebody.user_id).is_ok());
        assert!(matches!(read(&somebody, other), Err(AppError::NotFound)));
        assert!(matches!(see_user(&somebody, other), Err(AppError::NotFound)));
        somebody.role = Role::Admin;
        assert!(matches!(write(&somebody, other), Err(AppError::NotFound)));
        assert!(see_user(&somebody, other).is_ok());
    }

    #[test]
    fn tokens_reach_as_far_as_their_scopes() {
        let reader = token(&[Scope::Read]);
        assert!(read(&reader, reader.user_id).is_ok() && list(&reader).is_ok());
        assert!(matches!(write(&reader, reader.user_id), Err(AppError::Forbidden(_))));
        assert!(matches!(create(&reader), Err(AppError::Forbidden(_))));
        let writer = token(&[Scope::Write]);
        assert!(write(&writer, writer.user_id).is_ok());
        assert!(matches!(read(&writer, writer.user_id), Err(AppError::Forbidden(_))));
        assert!(matches!(manage_account(&writer), Err(AppError::Forbidden(_))));
    }
}
