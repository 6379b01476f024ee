//! Named values of the installation.

use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, sea_query::OnConflict};

use crate::{
    StoreError,
    db::{Db, retrying},
    entities::setting,
};

/// Verbs on settings.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    db: &'a Db,
}

impl<'a> Settings<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }

    /// The value under `name` (at most 190 characters).
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn get(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(setting::Entity::find_by_id(name.to_owned()).one(self.db.conn()).await?.map(|row| row.value))
    }

    /// Puts a value under `name`, in the place of the one there was.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn set(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let replace = OnConflict::column(setting::Column::Name).update_column(setting::Column::Value).to_owned();
        retrying(async || {
            let tx = self.db.write().await?;
            put(&*tx, name, value, replace.clone()).await?;
            tx.commit().await
        })
        .await
    }

    /// Puts a value under `name` unless there is one, and gives what is there then.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn get_or_set(&self, name: &str, value: &str) -> Result<String, StoreError> {
        retrying(async || {
            let tx = self.db.write().await?;
            let there = get_or_set(&*tx, name, value).await?;
            tx.commit().await?;
            Ok(there)
        })
        .await
    }
}

/// Writes a setting unless it is there, and gives what is there then. While another transaction that wrote it is open,
/// waits for its end. (Rows affected would not tell: MySQL counts the row that was found.)
pub(crate) async fn get_or_set(db: &impl ConnectionTrait, name: &str, value: &str) -> Result<String, StoreError> {
    let keep = OnConflict::column(setting::Column::Name).do_nothing_on([setting::Column::Name]).to_owned();
    put(db, name, value, keep).await?;
    let there = setting::Entity::find_by_id(name.to_owned()).one(db).await?;
    Ok(there.ok_or(StoreError::NotFound)?.value)
}

async fn put(db: &impl ConnectionTrait, name: &str, value: &str, conflict: OnConflict) -> Result<(), StoreError> {
    let row = setting::Model { name: name.to_owned(), value: value.to_owned() };
    setting::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(conflict)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
