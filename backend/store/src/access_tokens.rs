//! Personal access tokens for scripts.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};
use uuid::Uuid;

use crate::{
    StoreError,
    convert::{from_text, micros, moment, to_micros, to_text},
    db::{Db, insert, retrying},
    entities::access_token,
    error::child_of,
};

/// How fine the moment of last use is kept, so that a busy script does not write at each request.
const USE_GRAIN: TimeDelta = TimeDelta::minutes(1);

/// A personal access token, without the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessToken {
    /// Identity.
    pub id: Uuid,
    /// Whose it is.
    pub user_id: Uuid,
    /// What its owner calls it.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// The last characters of the token, to tell it by.
    pub last_four: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends by itself.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// A token to keep.
#[derive(Clone, Debug)]
pub struct NewAccessToken {
    /// Whose it is.
    pub user_id: Uuid,
    /// What its owner calls it; at most 190 characters.
    pub name: String,
    /// Hash of the token, as text of at most 128 characters.
    pub hash: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// The last characters of the token; at most 8.
    pub last_four: String,
    /// When it is made.
    pub now: DateTime<Utc>,
    /// When it ends by itself.
    pub expires_at: Option<DateTime<Utc>>,
}

/// Verbs on personal access tokens.
#[derive(Clone, Copy)]
pub struct AccessTokens<'a> {
    db: &'a Db,
}

impl<'a> AccessTokens<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }

    /// Keeps a token.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such user, [`StoreError::Unique`] of `token` when the hash is known.
    pub async fn create(&self, new: NewAccessToken) -> Result<AccessToken, StoreError> {
        let row = access_token::Model {
            id: Uuid::now_v7(),
            user_id: new.user_id,
            name: new.name,
            hash: new.hash,
            scopes: to_text(&new.scopes)?,
            last_four: new.last_four,
            created_at: micros(new.now),
            expires_at: new.expires_at.map(micros),
            last_used_at: None,
            revoked_at: None,
        };
        let tx = self.db.write().await?;
        insert::<access_token::Entity, _>(&*tx, row.clone()).await.map_err(child_of("token"))?;
        tx.commit().await?;
        read(row)
    }

    /// The token with this hash, if it is neither revoked nor over at `now`. Notes that it was used.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn authenticate(&self, hash: &str, now: DateTime<Utc>) -> Result<Option<AccessToken>, StoreError> {
        let found =
            access_token::Entity::find().filter(access_token::Column::Hash.eq(hash)).one(self.db.conn()).await?;
        let Some(row) = found else { return Ok(None) };
        if row.revoked_at.is_some() || row.expires_at.is_some_and(|at| at <= micros(now)) {
            return Ok(None);
        }
        if row.last_used_at.is_none_or(|at| moment(at) <= now - USE_GRAIN) {
            retrying(|| self.touch(row.id, now)).await?;
        }
        Ok(Some(AccessToken { last_used_at: Some(to_micros(now)), ..read(row)? }))
    }

    async fn touch(&self, id: Uuid, now: DateTime<Utc>) -> Result<(), StoreError> {
        let used = access_token::Column::LastUsedAt;
        let tx = self.db.write().await?;
        access_token::Entity::update_many()
            .col_expr(used, Expr::value(micros(now)))
            .filter(access_token::Column::Id.eq(id))
            .filter(Condition::any().add(used.is_null()).add(used.lt(micros(now))))
            .exec(&*tx)
            .await?;
        tx.commit().await
    }

    /// The tokens of a user that are not revoked, newest first; those that are over by now included.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn list(&self, user: Uuid) -> Result<Vec<AccessToken>, StoreError> {
        let rows = access_token::Entity::find()
            .filter(access_token::Column::UserId.eq(user))
            .filter(access_token::Column::RevokedAt.is_null())
            .order_by_desc(access_token::Column::CreatedAt)
            .order_by_desc(access_token::Column::Id)
            .all(self.db.conn())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// The token with this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, or it is revoked.
    pub async fn get(&self, id: Uuid) -> Result<AccessToken, StoreError> {
        let row = access_token::Entity::find_by_id(id).one(self.db.conn()).await?;
        row.filter(|row| row.revoked_at.is_none()).map(read).ok_or(StoreError::NotFound)?
    }

    /// Revokes a token of `user`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the user has no such token, or it is revoked already.
    pub async fn revoke(&self, user: Uuid, id: Uuid, now: DateTime<Utc>) -> Result<(), StoreError> {
        let tx = self.db.write().await?;
        let done = access_token::Entity::update_many()
            .col_expr(access_token::Column::RevokedAt, Expr::value(micros(now)))
            .filter(access_token::Column::Id.eq(id))
            .filter(access_token::Column::UserId.eq(user))
            .filter(access_token::Column::RevokedAt.is_null())
            .exec(&*tx)
            .await?;
        if done.rows_affected == 0 {
            return Err(StoreError::NotFound);
        }
        tx.commit().await
    }
}

fn read(row: access_token::Model) -> Result<AccessToken, StoreError> {
    Ok(AccessToken {
        id: row.id,
        user_id: row.user_id,
        name: row.name,
        scopes: from_text(&row.scopes)?,
        last_four: row.last_four,
        created_at: moment(row.created_at),
        expires_at: row.expires_at.map(moment),
        last_used_at: row.last_used_at.map(moment),
        revoked_at: row.revoked_at.map(moment),
    })
}
