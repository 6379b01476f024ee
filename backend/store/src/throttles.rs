//! Rate limits that survive a restart and hold for all processes together.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, SqlErr,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    StoreError,
    convert::{micros, moment},
    db::{Db, insert, retrying},
    entities::throttle::{Column, Entity, Model},
};

/// The answer to a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Throttle {
    /// Within the limit; counted.
    Allowed,
    /// Over the limit; not counted. The next one is let through after so long.
    RetryAfter(Duration),
}

/// Verbs on rate limits. A limit is of hits that come evenly, with as many at once as a whole window has: a bucket of
/// `limit` that refills in `window`.
#[derive(Clone, Copy)]
pub struct Throttles<'a> {
    db: &'a Db,
}

impl<'a> Throttles<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }

    /// Counts a hit on `key` (at most 190 characters) if fewer than `limit` came in the `window`. However many come at
    /// once, no more than `limit` are let through.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn hit(
        &self,
        key: &str,
        limit: u32,
        window: Duration,
        now: DateTime<Utc>,
    ) -> Result<Throttle, StoreError> {
        let window = TimeDelta::from_std(window).map_err(StoreError::corrupt)?;
        let step = window / i32::try_from(limit).unwrap_or(i32::MAX).clamp(1, i32::MAX);
        // The latest moment by which what was let through before may be due for one more to fit.
        let room = now + window - step;
        loop {
            if retrying(|| self.take(key, now, step, room)).await? {
                return Ok(Throttle::Allowed);
            }
            match Entity::find_by_id(key.to_owned()).one(self.db.conn()).await? {
                Some(row) if moment(row.due_at) > room => {
                    return Ok(Throttle::RetryAfter((moment(row.due_at) - room).to_std().unwrap_or_default()));
                }
                Some(_) => {}
                None if self.begin(key, now + step).await? => return Ok(Throttle::Allowed),
                None => {}
            }
        }
    }

    /// Counts on a key that is known; false when it is not, or there is no room.
    async fn take(
        &self,
        key: &str,
        now: DateTime<Utc>,
        step: TimeDelta,
        room: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let now = micros(now);
        let from = Expr::case(Column::DueAt.gt(now), Expr::col(Column::DueAt)).finally(Expr::value(now));
        let tx = self.db.write().await?;
        let taken = Entity::update_many()
            .col_expr(Column::DueAt, Expr::Case(Box::new(from)).add(step.num_microseconds().unwrap_or(i64::MAX)))
            .filter(Column::Name.eq(key))
            .filter(Column::DueAt.lte(micros(room)))
            .exec(&*tx)
            .await?;
        tx.commit().await?;
        Ok(taken.rows_affected == 1)
    }

    /// Makes a key with its first hit; false when another made it in between.
    async fn begin(&self, key: &str, due: DateTime<Utc>) -> Result<bool, StoreError> {
        let tx = self.db.write().await?;
        let row = Model { name: key.to_owned(), due_at: micros(due) };
        match insert::<Entity, _>(&*tx, row).await {
            Ok(()) => tx.commit().await.map(|()| true),
            Err(error) => match error.sql_err() {
                Some(SqlErr::UniqueConstraintViolation(_)) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }

    /// Forgets the hits on `key`.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn clear(&self, key: &str) -> Result<(), StoreError> {
        let tx = self.db.write().await?;
        Entity::delete_many().filter(Column::Name.eq(key)).exec(&*tx).await?;
        tx.commit().await
    }

    /// Forgets the keys whose hits no longer count at `now`; says how many.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn purge(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let tx = self.db.write().await?;
        let gone = Entity::delete_many().filter(Column::DueAt.lt(micros(now))).exec(&*tx).await?;
        tx.commit().await?;
        Ok(gone.rows_affected)
    }
}
