//! The words the steps are written in: columns, tables and indexes that mean the same in the three databases.
//!
//! Moments are whole microseconds; words of a fixed set are VARCHAR (never ENUM); long text is LONGTEXT on MySQL, where
//! TEXT ends at 64 KiB; MySQL compares text byte by byte as the other two do.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

/// Builds tables and indexes in one database.
pub(crate) struct Build<'a, 'c> {
    manager: &'a SchemaManager<'c>,
    backend: DbBackend,
}

/// What happens to a row when the one it refers to is deleted: it goes too.
const WITH_PARENT: ForeignKeyAction = ForeignKeyAction::Cascade;

impl<'a, 'c> Build<'a, 'c> {
    pub(crate) fn new(manager: &'a SchemaManager<'c>) -> Self {
        Self { manager, backend: manager.get_connection().get_database_backend() }
    }

    /// A table of `columns`, the first `keys` of which are its primary key. Where a `(column, parent)` of `parents` is
    /// deleted from the parent's `id`, the rows go with it.
    pub(crate) async fn table(
        &self,
        name: &'static str,
        keys: usize,
        columns: Vec<ColumnDef>,
        parents: &[(&'static str, &'static str)],
    ) -> Result<(), DbErr> {
        // Where a step was broken off on MySQL, which commits each statement, it can be done again.
        let mut table = Table::create().table(name).if_not_exists().to_owned();
        let mut key = Index::create();
        for column in columns.iter().take(keys) {
            key.col(column.get_column_name());
        }
        table.primary_key(&mut key);
        for column in columns {
            table.col(column);
        }
        for (column, parent) in parents {
            table.foreign_key(
                ForeignKey::create()
                    .name(format!("fk_{name}_{column}"))
                    .from(name, *column)
                    .to(*parent, "id")
                    .on_delete(WITH_PARENT),
            );
        }
        if self.backend == DbBackend::MySql {
            table.engine("InnoDB").character_set("utf8mb4").collate("utf8mb4_bin");
        }
        self.manager.create_table(table).await
    }

    /// An index, called after its table and columns.
    pub(crate) async fn index(&self, table: &'static str, columns: &[&'static str]) -> Result<(), DbErr> {
        self.any_index("ix", table, columns).await
    }

    /// An index in which no combination of values occurs twice; nulls aside.
    pub(crate) async fn unique(&self, table: &'static str, columns: &[&'static str]) -> Result<(), DbErr> {
        self.any_index("uq", table, columns).await
    }

    async fn any_index(&self, kind: &str, table: &'static str, columns: &[&'static str]) -> Result<(), DbErr> {
        let name = format!("{kind}_{table}_{}", columns.join("_"));
        if self.backend == DbBackend::MySql && self.manager.has_index(table, &name).await? {
            return Ok(());
        }
        let mut index = Index::create().name(name).table(table).to_owned();
        for column in columns {
            index.col(*column);
        }
        if kind == "uq" {
            index.unique();
        }
        if self.backend != DbBackend::MySql {
            index.if_not_exists();
        }
        self.manager.create_index(index).await
    }

    /// Text without a limit.
    pub(crate) fn long_text(&self, name: &'static str) -> ColumnDef {
        self.long_text_null(name).not_null().take()
    }

    /// Text without a limit, or null.
    pub(crate) fn long_text_null(&self, name: &'static str) -> ColumnDef {
        let mut column = ColumnDef::new(name);
        if self.backend == DbBackend::MySql {
            column.custom("LONGTEXT")
        } else {
            column.text()
        };
        column
    }
}

/// Drops tables, the first one first.
pub(crate) async fn drop_tables(manager: &SchemaManager<'_>, names: &[&'static str]) -> Result<(), DbErr> {
    for name in names {
        manager.drop_table(Table::drop().table(*name).if_exists().to_owned()).await?;
    }
    Ok(())
}

/// An identity.
pub(crate) fn id(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().not_null().take()
}

/// An identity, or null.
pub(crate) fn id_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().null().take()
}

/// Text of at most `length` characters.
pub(crate) fn text(name: &'static str, length: u32) -> ColumnDef {
    ColumnDef::new(name).string_len(length).not_null().take()
}

/// Text of at most `length` characters, or null.
pub(crate) fn text_null(name: &'static str, length: u32) -> ColumnDef {
    ColumnDef::new(name).string_len(length).null().take()
}

/// A whole number of 64 bits; moments too.
pub(crate) fn big(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

/// A whole number of 64 bits, or null.
pub(crate) fn big_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().null().take()
}

/// A whole number of 32 bits.
pub(crate) fn small(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).integer().not_null().take()
}

/// A floating point number of 64 bits.
pub(crate) fn float(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).double().not_null().take()
}

/// True or false.
pub(crate) fn flag(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().take()
}

/// A step: its name, what it does, and which tables taking it back drops.
macro_rules! step {
    ($name:literal, drops: [$($table:literal),+]) => {
        /// The step.
        pub(crate) struct Step;

        impl sea_orm_migration::MigrationName for Step {
            fn name(&self) -> &str {
                $name
            }
        }

        #[sea_orm_migration::async_trait::async_trait]
        impl sea_orm_migration::MigrationTrait for Step {
            async fn up(&self, manager: &sea_orm_migration::SchemaManager) -> Result<(), sea_orm_migration::DbErr> {
                up(&crate::build::Build::new(manager)).await
            }

            async fn down(&self, manager: &sea_orm_migration::SchemaManager) -> Result<(), sea_orm_migration::DbErr> {
                crate::build::drop_tables(manager, &[$($table),+]).await
            }

            fn use_transaction(&self) -> Option<bool> {
                Some(true)
            }
        }
    };
}
pub(crate) use step;
