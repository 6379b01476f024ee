//! Global ids: what `Node.id` shows is base64url of `Type:uuid`, so that an id alone says what it is of. Tables and
//! fields are known by their project and their id in it: `Type:uuid:uuid`.

use async_graphql::ID;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use dmb_app::tables::TableKey;
use dmb_spec::{FieldId, TableId};
use uuid::Uuid;

use crate::error::{ApiError, ApiResult};

/// Kinds of things with a global id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// An account.
    User,
    /// A personal access token.
    AccessToken,
    /// A project.
    Project,
    /// A table definition.
    TableDefinition,
    /// A field definition; not a node, its id is unique in its project.
    FieldDefinition,
    /// A migration.
    Migration,
    /// A job.
    GenerationJob,
    /// A finished file.
    Export,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::User,
        Self::AccessToken,
        Self::Project,
        Self::TableDefinition,
        Self::FieldDefinition,
        Self::Migration,
        Self::GenerationJob,
        Self::Export,
    ];

    /// The name of its type in the schema.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::User => "User",
            Self::AccessToken => "AccessToken",
            Self::Project => "Project",
            Self::TableDefinition => "TableDefinition",
            Self::FieldDefinition => "FieldDefinition",
            Self::Migration => "Migration",
            Self::GenerationJob => "GenerationJob",
            Self::Export => "Export",
        }
    }

    /// The global id of one of this kind.
    pub fn id(self, uuid: Uuid) -> ID {
        ID(URL_SAFE_NO_PAD.encode(format!("{}:{uuid}", self.as_str())))
    }

    /// The id behind a global id of this kind.
    ///
    /// # Errors
    /// NOT_FOUND for anything else: an id of another kind is as good as an unknown one.
    pub fn uuid(self, id: &ID) -> ApiResult<Uuid> {
        match read(id)? {
            Global { kind, id, within: None } if kind == self => Ok(id),
            _ => Err(ApiError::not_found()),
        }
    }

    fn id_within(self, project: Uuid, uuid: Uuid) -> ID {
        ID(URL_SAFE_NO_PAD.encode(format!("{}:{project}:{uuid}", self.as_str())))
    }
}

/// The global id of a table definition.
pub(crate) fn of_table(key: TableKey) -> ID {
    Kind::TableDefinition.id_within(key.project, key.table.0)
}

/// The global id of a field of a project.
pub(crate) fn of_field(project: Uuid, field: FieldId) -> ID {
    Kind::FieldDefinition.id_within(project, field.0)
}

/// The table behind a global id.
///
/// # Errors
/// NOT_FOUND for anything else.
pub(crate) fn table(id: &ID) -> ApiResult<TableKey> {
    match read(id)? {
        Global { kind: Kind::TableDefinition, id, within: Some(project) } => {
            Ok(TableKey { project, table: TableId(id) })
        }
        _ => Err(ApiError::not_found()),
    }
}

/// The field behind a global id; whether its table has it is for the use-case to say.
///
/// # Errors
/// NOT_FOUND for anything else.
pub(crate) fn field(id: &ID) -> ApiResult<FieldId> {
    match read(id)? {
        Global { kind: Kind::FieldDefinition, id, within: Some(_) } => Ok(FieldId(id)),
        _ => Err(ApiError::not_found()),
    }
}

/// What a global id stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Global {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
    /// The project the id is unique in, for tables and fields.
    pub within: Option<Uuid>,
}

/// Reads a global id.
///
/// # Errors
/// NOT_FOUND for text that no global id looks like.
pub(crate) fn read(id: &ID) -> ApiResult<Global> {
    let parse = || {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(id.as_str()).ok()?).ok()?;
        let (word, rest) = text.split_once(':')?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.as_str() == word)?;
        let uuid = |text: &str| Uuid::try_parse(text).ok();
        match rest.split_once(':') {
            None => Some(Global { kind, id: uuid(rest)?, within: None }),
            Some((project, id)) => Some(Global { kind, id: uuid(id)?, within: Some(uuid(project)?) }),
        }
    };
    parse().ok_or_else(ApiError::not_found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_what_it_was_made_of() {
        for kind in Kind::ALL {
            let uuid = Uuid::new_v4();
            assert_eq!(read(&kind.id(uuid)).unwrap(), Global { kind, id: uuid, within: None });
        }
    }

    #[test]
    fn tables_and_fields_are_known_by_their_project_too() {
        let key = TableKey { project: Uuid::from_u128(1), table: TableId(Uuid::from_u128(2)) };
        assert_eq!(table(&of_table(key)).unwrap(), key);
        assert_ne!(
            of_field(Uuid::from_u128(1), FieldId(key.table.0)),
            of_field(Uuid::from_u128(3), FieldId(key.table.0))
        );
        assert_eq!(field(&of_field(key.project, FieldId(key.project))).unwrap(), FieldId(key.project));
        assert!(Kind::TableDefinition.uuid(&of_table(key)).is_err());
    }

    #[test]
    fn an_id_of_another_kind_and_nonsense_are_not_found() {
        let project = Kind::Project.id(Uuid::nil());
        assert!(Kind::Export.uuid(&project).is_err());
        assert!(table(&project).is_err() && field(&project).is_err());
        let odd = ["", "x", "UHJvamVjdA", "é", &"A".repeat(9_999), &URL_SAFE_NO_PAD.encode("Nothing:0")];
        for text in odd {
            assert_eq!(read(&ID(text.to_owned())).unwrap_err().code.as_str(), "NOT_FOUND", "{text}");
        }
    }
}
