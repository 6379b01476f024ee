//! Who asks.

use uuid::Uuid;

/// What an account may do beyond its own things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Runs the installation.
    Admin,
    /// Works with their own projects.
    User,
}

/// What a personal access token may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Queries and subscriptions.
    Read,
    /// Mutations.
    Write,
}

impl Scope {
    /// The word it is stored as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        match word {
            "read" => Some(Self::Read),
            "write" => Some(Self::Write),
            _ => None,
        }
    }
}

/// How somebody proved who they are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Credential {
    /// A session in a browser: the family of its refresh tokens.
    Session {
        /// The family.
        family: Uuid,
    },
    /// A personal access token of a script.
    Token {
        /// The token's record.
        id: Uuid,
        /// What it may be used for.
        scopes: Vec<Scope>,
    },
    /// The person at the machine's own command line.
    Console,
}

/// Who asks: an account, and how it was proved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Actor {
    /// The account.
    pub user_id: Uuid,
    /// What the account may do.
    pub role: Role,
    /// How it was proved.
    pub credential: Credential,
}

impl Actor {
    /// The session's family, where the actor is one.
    pub fn session_family(&self) -> Option<Uuid> {
        match self.credential {
            Credential::Session { family } => Some(family),
            Credential::Token { .. } | Credential::Console => None,
        }
    }

    /// Whether the credential reaches so far; sessions reach everywhere.
    pub fn has_scope(&self, scope: Scope) -> bool {
        match &self.credential {
            Credential::Session { .. } | Credential::Console => true,
            Credential::Token { scopes, .. } => scopes.contains(&scope),
        }
    }
}
