//! Staging in unlogged tables of the namespace's schema, filled by COPY. Autovacuum is kept off them, so that rows lie
//! in the order they came.

mod encode;

use std::sync::Arc;

use dmb_engine::output::{Encoded, Encoder};
use uuid::Uuid;

use encode::CopyEncoder;

use super::{LoadRequest, Stage};
use crate::dialect::Dialect;
use crate::dialect::postgres::{Postgres, stage};
use crate::names::LOADS;
use crate::session::{PgSession, Session, Value};
use crate::shape::{ColumnType, shapes};
use crate::{TablesError, state};

/// Staged rows of a load, open for more.
pub(crate) struct PgStage {
    session: PgSession,
    job: Uuid,
    identity: String,
    /// The types of the columns of each table of the load.
    types: Vec<Vec<ColumnType>>,
}

impl PgStage {
    /// Whether what a job has staged belongs to other rows.
    pub fn is_foreign(session: &PgSession, job: Uuid, identity: &str) -> Result<bool, TablesError> {
        if !Postgres.catalogue().has_table(session, LOADS)? {
            return Ok(false);
        }
        let sql = format!("SELECT 1 FROM {LOADS} WHERE job = $1 AND identity <> $2");
        session.exists(&sql, &[job.to_string().into(), identity.into()])
    }

    /// Makes the place where there is none.
    pub fn open(session: PgSession, request: &LoadRequest, identity: &str) -> Result<Self, TablesError> {
        session.begin_write()?;
        session.batch(&format!(
            "CREATE UNLOGGED TABLE IF NOT EXISTS {LOADS} (job text, position bigint, identity text NOT NULL, \
             rows bigint NOT NULL, PRIMARY KEY (job, position))"
        ))?;
        session.commit()?;
        let shapes = shapes(&Postgres, &request.design)?;
        let types = request.tables.iter().map(|load| {
            let shape = shapes.iter().find(|shape| shape.id == load.table);
            shape.map_or_else(Vec::new, |shape| shape.columns.iter().map(|c| c.column_type).collect())
        });
        Ok(Self { types: types.collect(), session, job: request.job, identity: identity.to_owned() })
    }

    fn name(&self, position: usize) -> String {
        Postgres.quote(&stage(self.job, position))
    }

    fn place(&self, position: usize) -> [Value; 2] {
        [self.job.to_string().into(), Value::Integer(position as i64)]
    }
}

impl Stage for PgStage {
    fn encoder(&self, position: usize) -> Arc<dyn Encoder> {
        Arc::new(CopyEncoder::new(self.types.get(position).cloned().unwrap_or_default()))
    }

    fn begin(&mut self, position: usize, _: usize) -> Result<u64, TablesError> {
        self.session.begin()?;
        let types = self.types.get(position).into_iter().flatten();
        let columns: Vec<String> =
            types.enumerate().map(|(n, column_type)| format!("c{n} {}", encode::staged_type(*column_type))).collect();
        self.session.batch(&format!(
            "CREATE UNLOGGED TABLE IF NOT EXISTS {} ({}) WITH (autovacuum_enabled = false)",
            self.name(position),
            columns.join(", ")
        ))?;
        let insert = format!(
            "INSERT INTO {LOADS} (job, position, rows, identity) VALUES ($1, $2, 0, $3) \
             ON CONFLICT (job, position) DO NOTHING"
        );
        let [job, at] = self.place(position);
        self.session.execute(&insert, &[job, at, self.identity.as_str().into()])?;
        let (sql, values) = Postgres.staged_rows(self.job, position);
        Ok(state::unsigned(self.session.number(&sql, &values)?))
    }

    fn insert(&mut self, position: usize, chunk: Encoded) -> Result<(), TablesError> {
        let Encoded::Bytes { bytes, .. } = chunk else {
            return Err(TablesError::Internal("COPY takes bytes, not rows".into()));
        };
        let statement = format!("COPY {} FROM STDIN WITH (FORMAT binary)", self.name(position));
        self.session.copy(statement, bytes).map(drop).map_err(|error| match error.refusal() {
            Some(_) => {
                tracing::warn!(%error, "a chunk was refused");
                TablesError::Data("rows hold a text that PostgreSQL can't keep, such as the character NUL".into())
            }
            None => error,
        })
    }

    fn checkpoint(&mut self, position: usize, rows: u64, last: bool) -> Result<(), TablesError> {
        let [job, at] = self.place(position);
        let rows = Value::Integer(i64::try_from(rows).unwrap_or(i64::MAX));
        let update = format!("UPDATE {LOADS} SET rows = $1 WHERE job = $2 AND position = $3");
        self.session.execute(&update, &[rows, job, at])?;
        self.session.commit()?;
        if last { Ok(()) } else { self.session.begin() }
    }
}
