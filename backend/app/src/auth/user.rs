//! Accounts as the use-cases show them.

use uuid::Uuid;

use super::User;
use crate::{Actor, App, AppError, Role, policy};

impl From<dmb_store::Role> for Role {
    fn from(role: dmb_store::Role) -> Self {
        match role {
            dmb_store::Role::Admin => Self::Admin,
            dmb_store::Role::User => Self::User,
        }
    }
}

impl From<Role> for dmb_store::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Admin => Self::Admin,
            Role::User => Self::User,
        }
    }
}

impl From<dmb_store::User> for User {
    fn from(user: dmb_store::User) -> Self {
        let dmb_store::User { id, email, name, role, created_at, password_phc: _ } = user;
        Self { id, email, name, role: role.into(), created_at }
    }
}

impl App {
    /// The account that asks.
    pub async fn me(&self, actor: &Actor) -> Result<User, AppError> {
        self.user(actor, actor.user_id).await
    }

    /// An account, where the actor may see it.
    pub async fn user(&self, actor: &Actor, id: Uuid) -> Result<User, AppError> {
        policy::see_user(actor, id)?;
        Ok(self.store().users().get(id).await?.into())
    }
}
