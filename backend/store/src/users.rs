//! Accounts.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use crate::{
    Page, PageRequest, StoreError,
    convert::{micros, moment, to_micros},
    db::{Db, insert, retrying},
    entities::{session, user},
    error::unique,
    page::page,
    settings,
};

/// Name of the setting that says who became the first administrator.
const FIRST_ADMIN: &str = "first_admin";

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Everything, everybody's.
    Admin,
    /// All that is their own.
    User,
}

impl Role {
    fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::User => "user",
        }
    }

    fn read(text: &str) -> Self {
        if text == "admin" { Self::Admin } else { Self::User }
    }
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Identity.
    pub id: Uuid,
    /// Address, as the person wrote it; unique whatever the case.
    pub email: String,
    /// What to call the person.
    pub name: String,
    /// What the account may do.
    pub role: Role,
    /// Hash of the password, as a PHC string.
    pub password_phc: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// An account to make.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// Address.
    pub email: String,
    /// What to call the person.
    pub name: String,
    /// Hash of the password, as a PHC string.
    pub password_phc: String,
    /// Absent: the first account of the installation becomes the administrator, every other one a user.
    pub role: Option<Role>,
    /// When it is made.
    pub now: DateTime<Utc>,
}

/// Verbs on accounts.
#[derive(Clone, Copy)]
pub struct Users<'a> {
    db: &'a Db,
}

impl<'a> Users<'a> {
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db }
    }

    /// Makes an account. Of many made at once without a role, exactly one becomes the administrator.
    ///
    /// # Errors
    /// [`StoreError::Unique`] of `email` when the address is taken, in whatever case.
    pub async fn create(&self, new: NewUser) -> Result<User, StoreError> {
        let id = Uuid::now_v7();
        retrying(|| self.try_create(id, &new)).await
    }

    async fn try_create(&self, id: Uuid, new: &NewUser) -> Result<User, StoreError> {
        let tx = self.db.write().await?;
        // The marker before the row: whoever writes it first makes the others wait until the outcome is known.
        let role = match new.role {
            Some(Role::User) => Role::User,
            wanted => {
                let marker = id.to_string();
                let first = settings::get_or_set(&*tx, FIRST_ADMIN, &marker).await?;
                if first == marker { Role::Admin } else { wanted.unwrap_or(Role::User) }
            }
        };
        let row = user::Model {
            id,
            email: new.email.clone(),
            email_key: email_key(&new.email),
            name: new.name.clone(),
            role: role.as_str().to_owned(),
            password_phc: new.password_phc.clone(),
            created_at: micros(new.now),
        };
        insert::<user::Entity, _>(&*tx, row).await.map_err(unique("email"))?;
        tx.commit().await?;
        Ok(User {
            id,
            email: new.email.clone(),
            name: new.name.clone(),
            role,
            password_phc: new.password_phc.clone(),
            created_at: to_micros(new.now),
        })
    }

    /// The account with this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn get(&self, id: Uuid) -> Result<User, StoreError> {
        user::Entity::find_by_id(id).one(self.db.conn()).await?.map(read).ok_or(StoreError::NotFound)
    }

    /// The account with this address, whatever its case.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn find_by_email(&self, email: &str) -> Result<Option<User>, StoreError> {
        let find = user::Entity::find().filter(user::Column::EmailKey.eq(email_key(email)));
        Ok(find.one(self.db.conn()).await?.map(read))
    }

    /// The accounts with these ids, in no order; those that don't exist are left out.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn by_ids(&self, ids: &[Uuid]) -> Result<Vec<User>, StoreError> {
        let find = user::Entity::find().filter(user::Column::Id.is_in(ids.iter().copied()));
        Ok(find.all(self.db.conn()).await?.into_iter().map(read).collect())
    }

    /// The accounts, newest first.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn list(&self, request: &PageRequest) -> Result<Page<User>, StoreError> {
        let by = (user::Column::CreatedAt, user::Column::Id);
        page(self.db.conn(), user::Entity::find(), by, request, |row: user::Model| {
            Ok((row.created_at, row.id, read(row)))
        })
        .await
    }

    /// Puts a new hash of the same password in the place of `old`, as when the hash's parameters were raised. Does
    /// nothing when the hash is another by now.
    ///
    /// # Errors
    /// Only those of the database.
    pub async fn rehash_password(&self, id: Uuid, old: &str, new: &str) -> Result<(), StoreError> {
        let tx = self.db.write().await?;
        user::Entity::update_many()
            .col_expr(user::Column::PasswordPhc, Expr::value(new))
            .filter(user::Column::Id.eq(id))
            .filter(user::Column::PasswordPhc.eq(old))
            .exec(&*tx)
            .await?;
        tx.commit().await
    }

    /// Sets another password and, in the same transaction, revokes every session of the account but `keep`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account.
    pub async fn change_password(
        &self,
        id: Uuid,
        phc: &str,
        keep: Option<Uuid>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        retrying(|| self.try_change_password(id, phc, keep, now)).await
    }

    async fn try_change_password(
        &self,
        id: Uuid,
        phc: &str,
        keep: Option<Uuid>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let tx = self.db.write().await?;
        let changed = user::Entity::update_many()
            .col_expr(user::Column::PasswordPhc, Expr::value(phc))
            .filter(user::Column::Id.eq(id))
            .exec(&*tx)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::NotFound);
        }
        let mut revoke = session::Entity::update_many()
            .col_expr(session::Column::RevokedAt, Expr::value(micros(now)))
            .filter(session::Column::UserId.eq(id))
            .filter(session::Column::RevokedAt.is_null());
        if let Some(keep) = keep {
            revoke = revoke.filter(session::Column::Id.ne(keep));
        }
        revoke.exec(&*tx).await?;
        tx.commit().await
    }
}

/// What makes two spellings of an address the same.
fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

fn read(row: user::Model) -> User {
    User {
        id: row.id,
        email: row.email,
        name: row.name,
        role: Role::read(&row.role),
        password_phc: row.password_phc,
        created_at: moment(row.created_at),
    }
}
