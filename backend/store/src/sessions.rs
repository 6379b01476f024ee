//! Families of refresh tokens: one a sign-in, each with one token in use and the spent ones before it.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};
use uuid::Uuid;

use crate::{
    StoreError,
    convert::{micros, moment, to_micros},
    db::{Db, WriteTx, insert, retrying},
    entities::{session, session_token},
    error::child_of,
};

/// A family of refresh tokens that began with one sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Identity of the family: what an access token names.
    pub id: Uuid,
    /// Whose it is.
    pub user_id: Uuid,
    /// What signed in, such as the browser's name of itself.
    pub client: String,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When its token was last exchanged.
    pub last_used_at: DateTime<Utc>,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
    /// When it was ended.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// A family to begin.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Whose it is.
    pub user_id: Uuid,
    /// What signed in; cut at 255 characters.
    pub client: String,
    /// Hash of its first refresh token, as text of at most 128 characters.
    pub token_hash: String,
    /// When it begins.
    pub now: DateTime<Utc>,
    /// When it ends unless a token is exchanged before.
    pub expires_at: DateTime<Utc>,
}

/// What came of presenting a refresh token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rotation {
    /// It was the one in use; the new one is now.
    Rotated(Session),
    /// It was spent a moment ago, as when two pages refresh at once. The new token was NOT taken up: answer with an
    /// access token and without a refresh token.
    Grace(Session),
    /// It was spent long ago: somebody has a copy. The family is revoked.
    Reused(Session),
    /// There is no such token, or its family is over.
    Unknown,
}

/// Verbs on sessions.
#[derive(Clone, Copy)]
pub struct Sessions<'a> {
    db: &'a Db,
}

impl<'a> Sessions<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }

    /// Begins a family.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such user.
    pub async fn create(&self, new: NewSession) -> Result<Session, StoreError> {
        let session = Session {
            id: Uuid::now_v7(),
            user_id: new.user_id,
            client: new.client.chars().take(255).collect(),
            created_at: to_micros(new.now),
            last_used_at: to_micros(new.now),
            expires_at: to_micros(new.expires_at),
            revoked_at: None,
        };
        retrying(|| self.try_create(&session, &new.token_hash)).await?;
        Ok(session)
    }

    async fn try_create(&self, new: &Session, hash: &str) -> Result<(), StoreError> {
        let tx = self.db.write().await?;
        let row = session::Model {
            id: new.id,
            user_id: new.user_id,
            client: new.client.clone(),
            created_at: micros(new.created_at),
            last_used_at: micros(new.last_used_at),
            expires_at: micros(new.expires_at),
            revoked_at: None,
        };
        insert::<session::Entity, _>(&*tx, row).await.map_err(child_of("session"))?;
        add_token(&tx, new.id, hash).await?;
        tx.commit().await
    }

    /// Exchanges the refresh token with hash `hash` for the one with hash `next`. Of many at once with the same token,
    /// one is [`Rotation::Rotated`]; the others, and whoever comes within `grace` after it, get [`Rotation::Grace`].
    /// The family then lives until `expires_at`.
    ///
    /// # Errors
    /// [`StoreError::Unique`] of `token` when `next` is not new.
    pub async fn rotate(
        &self,
        hash: &str,
        next: &str,
        now: DateTime<Utc>,
        grace: TimeDelta,
        expires_at: DateTime<Utc>,
    ) -> Result<Rotation, StoreError> {
        retrying(|| self.try_rotate(hash, next, now, grace, expires_at)).await
    }

    async fn try_rotate(
        &self,
        hash: &str,
        next: &str,
        now: DateTime<Utc>,
        grace: TimeDelta,
        expires_at: DateTime<Utc>,
    ) -> Result<Rotation, StoreError> {
        let tx = self.db.write().await?;
        let retired = session_token::Entity::update_many()
            .col_expr(session_token::Column::RetiredAt, Expr::value(micros(now)))
            .filter(session_token::Column::Hash.eq(hash))
            .filter(session_token::Column::RetiredAt.is_null())
            .exec(&*tx)
            .await?;
        let Some((token, session)) = find_token(&*tx, hash).await? else { return Ok(Rotation::Unknown) };
        if !is_live(&session, now) {
            return Ok(Rotation::Unknown);
        }
        if retired.rows_affected == 1 {
            return exchange(tx, session, next, now, expires_at).await;
        }
        if token.retired_at.is_some_and(|at| now - moment(at) <= grace) {
            return Ok(Rotation::Grace(read(session)));
        }
        revoke(&*tx, session::Column::Id.eq(session.id), now).await?;
        tx.commit().await?;
        Ok(Rotation::Reused(Session { revoked_at: Some(to_micros(now)), ..read(session) }))
    }

    /// The family with this id, if it is neither revoked nor over at `now`: what makes an access token still good.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn live(&self, id: Uuid, now: DateTime<Utc>) -> Result<Option<Session>, StoreError> {
        let row = session::Entity::find_by_id(id).one(self.db.conn()).await?;
        Ok(row.filter(|row| is_live(row, now)).map(read))
    }

    /// The family that the refresh token with hash `hash` belongs to, spent or not, if the family is live at `now`.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn by_token(&self, hash: &str, now: DateTime<Utc>) -> Result<Option<Session>, StoreError> {
        let found = find_token(self.db.conn(), hash).await?;
        Ok(found.map(|(_, session)| session).filter(|row| is_live(row, now)).map(read))
    }

    /// The families of a user that are live at `now`, newest first.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn list(&self, user: Uuid, now: DateTime<Utc>) -> Result<Vec<Session>, StoreError> {
        let rows = session::Entity::find()
            .filter(session::Column::UserId.eq(user))
            .filter(session::Column::RevokedAt.is_null())
            .filter(session::Column::ExpiresAt.gt(micros(now)))
            .order_by_desc(session::Column::CreatedAt)
            .order_by_desc(session::Column::Id)
            .all(self.db.conn())
            .await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// Ends a family. Nothing happens when it is over already.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn revoke(&self, id: Uuid, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.revoke_where(session::Column::Id.eq(id), now).await.map(|_| ())
    }

    /// Ends every family of a user; says how many were live.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn revoke_all(&self, user: Uuid, now: DateTime<Utc>) -> Result<u64, StoreError> {
        self.revoke_where(session::Column::UserId.eq(user), now).await
    }

    async fn revoke_where(&self, which: Expr, now: DateTime<Utc>) -> Result<u64, StoreError> {
        retrying(async || {
            let tx = self.db.write().await?;
            let revoked = revoke(&*tx, which.clone(), now).await?;
            tx.commit().await?;
            Ok(revoked)
        })
        .await
    }

    /// Forgets families that ended before `before`; says how many.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn purge(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        let tx = self.db.write().await?;
        let gone =
            session::Entity::delete_many().filter(session::Column::ExpiresAt.lt(micros(before))).exec(&*tx).await?;
        tx.commit().await?;
        Ok(gone.rows_affected)
    }
}

async fn exchange(
    tx: WriteTx,
    session: session::Model,
    next: &str,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<Rotation, StoreError> {
    add_token(&tx, session.id, next).await?;
    // The condition again: the family may have been revoked since it was read.
    let kept = session::Entity::update_many()
        .col_expr(session::Column::LastUsedAt, Expr::value(micros(now)))
        .col_expr(session::Column::ExpiresAt, Expr::value(micros(expires_at)))
        .filter(session::Column::Id.eq(session.id))
        .filter(session::Column::RevokedAt.is_null())
        .exec(&*tx)
        .await?;
    if kept.rows_affected == 0 {
        return Ok(Rotation::Unknown);
    }
    tx.commit().await?;
    Ok(Rotation::Rotated(Session { last_used_at: to_micros(now), expires_at: to_micros(expires_at), ..read(session) }))
}

async fn add_token(tx: &WriteTx, session: Uuid, hash: &str) -> Result<(), StoreError> {
    let row = session_token::Model { hash: hash.to_owned(), session_id: session, retired_at: None };
    insert::<session_token::Entity, _>(&**tx, row).await.map_err(child_of("token"))
}

async fn find_token(
    db: &impl ConnectionTrait,
    hash: &str,
) -> Result<Option<(session_token::Model, session::Model)>, StoreError> {
    let Some(token) = session_token::Entity::find_by_id(hash.to_owned()).one(db).await? else { return Ok(None) };
    let session = session::Entity::find_by_id(token.session_id).one(db).await?;
    Ok(session.map(|session| (token, session)))
}

async fn revoke(db: &impl ConnectionTrait, which: Expr, now: DateTime<Utc>) -> Result<u64, StoreError> {
    let done = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(micros(now)))
        .filter(which)
        .filter(session::Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

fn is_live(row: &session::Model, now: DateTime<Utc>) -> bool {
    row.revoked_at.is_none() && row.expires_at > micros(now)
}

fn read(row: session::Model) -> Session {
    Session {
        id: row.id,
        user_id: row.user_id,
        client: row.client,
        created_at: moment(row.created_at),
        last_used_at: moment(row.last_used_at),
        expires_at: moment(row.expires_at),
        revoked_at: row.revoked_at.map(moment),
    }
}
