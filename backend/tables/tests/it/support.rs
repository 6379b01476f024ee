//! Designs, rows by hand, and a place on each database that goes away with the test.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use arrow_array::{
    ArrayRef, BinaryArray, BooleanArray, Date32Array, Decimal128Array, FixedSizeBinaryArray, Float64Array, Int32Array,
    Int64Array, RecordBatch, StringArray, Time32SecondArray, TimestampMicrosecondArray,
};
use arrow_schema::DataType;
use dmb_engine::output::{Output, OutputError, TableHeader};
use dmb_engine::types;
use dmb_spec::{Design, Field, FieldId, FieldType, OnDelete, Reference, Table, TableId};
use dmb_tables::{LoadMode, LoadRequest, LoadTable, Loader, Namespace, RowQuery, Tables, TablesConfig};
use rusqlite::Connection;
use sea_orm::sqlx::postgres::PgRow;
use sea_orm::sqlx::{self, Connection as _, Executor, PgConnection, Row};
use serde_json::Value;
use uuid::Uuid;

/// Makes each of these tests one test a database: on SQLite always, on PostgreSQL where `DMB_TEST_POSTGRES_URL` names a
/// server on which schemas may be made and dropped.
macro_rules! everywhere {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() { crate::support::on_sqlite(super::$test()).await; })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() { crate::support::on_postgres(super::$test()).await; })+
        }
    };
}
pub(crate) use everywhere;

tokio::task_local! {
    /// The server that places of this test are on; absent for SQLite.
    static SERVER: Option<String>;
}

pub async fn on_sqlite(test: impl Future<Output = ()>) {
    SERVER.scope(None, test).await;
}

pub async fn on_postgres(test: impl Future<Output = ()>) {
    match server() {
        Some(url) => SERVER.scope(Some(url), test).await,
        None => eprintln!("skipped: DMB_TEST_POSTGRES_URL is not set"),
    }
}

pub fn server() -> Option<String> {
    std::env::var("DMB_TEST_POSTGRES_URL").ok()
}

/// Tables in a place of their own, with one namespace; gone with the test.
pub struct Place {
    folder: tempfile::TempDir,
    url: Option<String>,
    pub tables: Tables,
    pub ns: Namespace,
}

impl Place {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = SERVER.with(Clone::clone);
        let config = TablesConfig { folder: folder.path().into(), url: url.clone().unwrap_or_default() };
        Self { folder, url, tables: Tables::open(config).unwrap(), ns: Namespace(Uuid::new_v4()) }
    }

    pub fn is_postgres(&self) -> bool {
        self.url.is_some()
    }

    fn schema(&self) -> String {
        format!("dmb_{}", self.ns.0.simple())
    }

    /// The answer to a query by a connection beside those of the room, as another program would have: cells as text.
    pub async fn ask(&self, sql: &str) -> Result<Vec<Vec<String>>, String> {
        match &self.url {
            None => ask_sqlite(&self.folder.path().join(format!("{}.db", self.ns.0)), sql).map_err(|e| e.to_string()),
            Some(url) => ask_postgres(url, &self.schema(), sql).await.map_err(|e| e.to_string()),
        }
    }

    pub async fn number(&self, sql: &str) -> u64 {
        self.ask(sql).await.unwrap()[0][0].parse().unwrap()
    }

    /// Tables with names like this, by another connection.
    pub async fn tables_like(&self, begin: &str) -> Vec<String> {
        let sql = match &self.url {
            None => format!("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB '{begin}*'"),
            Some(_) => format!(
                "SELECT CAST(tablename AS text) FROM pg_tables \
                 WHERE schemaname = current_schema() AND starts_with(tablename, '{begin}')"
            ),
        };
        self.ask(&sql).await.unwrap().concat()
    }

    /// Whether nothing at all is left.
    pub async fn is_gone(&self) -> bool {
        let schemas = format!("SELECT nspname::text FROM pg_namespace WHERE nspname = '{}'", self.schema());
        match &self.url {
            None => std::fs::read_dir(self.folder.path()).unwrap().count() == 0,
            Some(_) => self.ask(&schemas).await.unwrap().is_empty(),
        }
    }

    pub async fn migrate(&self, before: Option<&Design>, after: &Design) {
        let plan = self.tables.plan_migration(self.ns, before, after).await.unwrap();
        assert_eq!(plan.violations, [], "nothing stands in the way");
        self.tables.apply(self.ns, &plan).await.unwrap();
    }

    pub fn request(&self, design: &Design, job: u128, mode: LoadMode, first_rows: &[u64]) -> LoadRequest {
        let tables = design.tables.iter().zip(first_rows.iter().copied().chain(std::iter::repeat(0)));
        LoadRequest {
            namespace: self.ns,
            job: Uuid::from_u128(job),
            design: Arc::new(design.clone()),
            tables: tables.map(|(t, first_row)| LoadTable { table: t.id, first_row }).collect(),
            mode,
            key_seed: 1,
            fingerprint: "plan".into(),
            cancel: Arc::new(AtomicBool::new(false)),
        }
    }

    pub fn loader(&self, design: &Design, job: u128, mode: LoadMode, first_rows: &[u64]) -> Box<Loader> {
        Box::new(self.tables.loader(self.request(design, job, mode, first_rows)).unwrap())
    }

    /// Appends rows, a list a table, and publishes them.
    pub async fn append(&self, design: &Design, rows: &[Vec<Vec<Value>>]) {
        let mut first_rows = Vec::new();
        for table in &design.tables {
            first_rows.push(self.tables.high_water(self.ns, table.id).await.unwrap());
        }
        let mut loader = self.loader(design, Uuid::new_v4().as_u128(), LoadMode::Append, &first_rows);
        for (table, rows) in design.tables.iter().zip(rows) {
            give(&mut loader, design, table, std::slice::from_ref(rows)).unwrap();
        }
        loader.finish().unwrap();
    }

    /// Every row of a table as the API shows it.
    pub async fn all(&self, design: &Design, table: &str) -> Vec<Vec<Value>> {
        let table = design.table(table).unwrap();
        let query = RowQuery { first: 1_000, ..RowQuery::default() };
        self.tables.rows(self.ns, design, table, query).await.unwrap().rows
    }

    /// What staged rows have left: files beside the database's own, or tables.
    pub async fn leftovers(&self) -> Vec<String> {
        if self.is_postgres() {
            return self.tables_like("_dmb_stage_").await;
        }
        let own = format!("{}.db", self.ns.0);
        let names = std::fs::read_dir(self.folder.path()).unwrap().map(|e| e.unwrap().file_name());
        names.map(|n| n.to_string_lossy().into_owned()).filter(|n| !n.starts_with(&own)).collect()
    }

    /// Ends a load as a killed process does: nothing is rolled back or closed by our hands. What was staged stays.
    pub async fn crash(&self, loader: Box<Loader>) {
        let staged = self.leftovers().await;
        assert!(!staged.is_empty());
        if self.is_postgres() {
            std::mem::forget(loader);
            let sql = format!(
                "SELECT DISTINCT CAST(pg_terminate_backend(l.pid) AS text) FROM pg_locks AS l \
                 JOIN pg_class AS c ON c.oid = l.relation JOIN pg_namespace AS n ON n.oid = c.relnamespace \
                 WHERE n.nspname = '{}' AND l.pid <> pg_backend_pid()",
                self.schema()
            );
            self.ask(&sql).await.unwrap();
            return;
        }
        let kept = tempfile::tempdir().unwrap();
        for name in &staged {
            std::fs::copy(self.folder.path().join(name), kept.path().join(name)).unwrap();
        }
        drop(loader);
        assert_eq!(self.leftovers().await, Vec::<String>::new(), "dropped without an end is as aborted");
        for name in &staged {
            std::fs::copy(kept.path().join(name), self.folder.path().join(name)).unwrap();
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some(url) = self.url.clone() else { return };
        let sql = format!("DROP SCHEMA IF EXISTS {} CASCADE", self.schema());
        let clean = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(ask_postgres(&url, "public", &sql)).map(drop)
        };
        if let Err(error) = std::thread::spawn(clean).join().unwrap() {
            eprintln!("a schema of the tests stays: {error}");
        }
    }
}

fn ask_sqlite(file: &Path, sql: &str) -> rusqlite::Result<Vec<Vec<String>>> {
    let connection = Connection::open(file)?;
    let mut statement = connection.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let cell = |at: usize| match row.get_ref(at)? {
            rusqlite::types::ValueRef::Integer(number) => Ok(number.to_string()),
            value => Ok::<_, rusqlite::Error>(value.as_str().unwrap_or_default().to_owned()),
        };
        found.push((0..columns).map(cell).collect::<rusqlite::Result<_>>()?);
    }
    Ok(found)
}

async fn ask_postgres(url: &str, schema: &str, sql: &str) -> Result<Vec<Vec<String>>, sqlx::Error> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(format!("SET search_path TO {schema}")))).await?;
    // Asked so, every cell comes as text.
    let rows = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).fetch_all(&mut connection).await?;
    connection.close().await?;
    let cell = |row: &PgRow, at: usize| row.try_get_raw(at).unwrap().as_str().unwrap_or_default().to_owned();
    Ok(rows.iter().map(|row| (0..row.len()).map(|at| cell(row, at)).collect()).collect())
}

/// Begins a table, writes what is not there yet, ends it. Returns how many rows were skipped.
pub fn give(
    loader: &mut Box<Loader>,
    design: &Design,
    table: &Table,
    chunks: &[Vec<Vec<Value>>],
) -> Result<u64, OutputError> {
    let rows: u64 = chunks.iter().map(|c| c.len() as u64).sum();
    let (encoder, skip) = loader.begin_table(&header(design, table, rows))?;
    let mut at = 0;
    for chunk in chunks {
        if at >= skip {
            loader.write(encoder.encode(&batch(design, table, chunk))?)?;
        }
        at += chunk.len() as u64;
    }
    loader.end_table()?;
    Ok(skip)
}

pub fn header(design: &Design, table: &Table, rows: u64) -> TableHeader {
    TableHeader { table: Arc::new(table.clone()), schema: types::schema(design, table), rows: Some(rows) }
}

pub fn table_id(n: u128) -> TableId {
    TableId(Uuid::from_u128(0xA000 + n))
}

pub fn field_id(table: u128, n: u128) -> FieldId {
    FieldId(Uuid::from_u128(0xF000 + table * 256 + n))
}

pub fn table(n: u128, name: &str, fields: Vec<Field>) -> Table {
    Table { fields, ..Table::new(table_id(n), name) }
}

pub fn field(table: u128, n: u128, name: &str, field_type: FieldType) -> Field {
    Field::new(field_id(table, n), name, field_type)
}

pub fn refers(mut field: Field, table: u128, target: u128, on_delete: OnDelete) -> Field {
    field.reference = Some(Reference { table: table_id(table), field: field_id(table, target), on_delete });
    field
}

pub fn optional(mut field: Field) -> Field {
    field.nullable = true;
    field
}

pub fn design(tables: Vec<Table>) -> Design {
    Design { tables, ..Design::new("test") }
}

/// Customers and their orders.
pub fn shop() -> Design {
    let mut email = field(1, 2, "email", FieldType::Email);
    email.unique = true;
    let mut total = field(2, 3, "total", FieldType::Decimal);
    total.constraints.min = Some(0.into());
    let customers = table(
        1,
        "customers",
        vec![field(1, 1, "id", FieldType::AutoIncrement), email, optional(field(1, 3, "born", FieldType::Date))],
    );
    let customer = refers(field(2, 2, "customer_id", FieldType::ForeignKey), 1, 1, OnDelete::Restrict);
    let orders = table(2, "orders", vec![field(2, 1, "id", FieldType::AutoIncrement), customer, total]);
    design(vec![customers, orders])
}

/// Rows of a batch from JSON in the form the API shows them.
pub fn batch(design: &Design, table: &Table, rows: &[Vec<Value>]) -> RecordBatch {
    let schema = types::schema(design, table);
    let columns = schema.fields().iter().enumerate().map(|(at, field)| {
        let cells: Vec<&Value> = rows.iter().map(|row| &row[at]).collect();
        column(field.data_type(), &cells)
    });
    RecordBatch::try_new(Arc::clone(&schema), columns.collect()).unwrap()
}

fn column(data_type: &DataType, cells: &[&Value]) -> ArrayRef {
    fn each<T>(cells: &[&Value], make: impl Fn(&Value) -> T) -> Vec<Option<T>> {
        cells.iter().map(|cell| (!cell.is_null()).then(|| make(cell))).collect()
    }
    let text = |v: &Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
    match data_type {
        DataType::Utf8 => Arc::new(StringArray::from(each(cells, text))),
        DataType::Int32 => Arc::new(Int32Array::from(each(cells, |v| i32::try_from(v.as_i64().unwrap()).unwrap()))),
        DataType::Int64 => Arc::new(Int64Array::from(each(cells, |v| v.as_i64().unwrap()))),
        DataType::Float64 => Arc::new(Float64Array::from(each(cells, |v| v.as_f64().unwrap()))),
        DataType::Boolean => Arc::new(BooleanArray::from(each(cells, |v| v.as_bool().unwrap()))),
        DataType::Decimal128(precision, scale) => {
            let digits = each(cells, |v| v.as_str().unwrap().replace('.', "").parse::<i128>().unwrap());
            Arc::new(Decimal128Array::from(digits).with_precision_and_scale(*precision, *scale).unwrap())
        }
        DataType::Date32 => Arc::new(Date32Array::from(each(cells, |v| {
            let date: chrono::NaiveDate = v.as_str().unwrap().parse().unwrap();
            date.signed_duration_since(chrono::NaiveDate::default()).num_days() as i32
        }))),
        DataType::Time32(_) => Arc::new(Time32SecondArray::from(each(cells, |v| {
            let time: chrono::NaiveTime = v.as_str().unwrap().parse().unwrap();
            time.signed_duration_since(chrono::NaiveTime::MIN).num_seconds() as i32
        }))),
        DataType::Timestamp(_, _) => {
            let moment =
                |v: &Value| v.as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap().timestamp_micros();
            Arc::new(TimestampMicrosecondArray::from(each(cells, moment)).with_timezone("UTC"))
        }
        DataType::FixedSizeBinary(_) => {
            let ids = each(cells, |v| v.as_str().unwrap().parse::<Uuid>().unwrap().into_bytes());
            Arc::new(FixedSizeBinaryArray::try_from_sparse_iter_with_size(ids.into_iter(), 16).unwrap())
        }
        DataType::Binary => {
            let bytes = each(cells, |v| v.as_str().unwrap().as_bytes().to_vec());
            Arc::new(BinaryArray::from_iter(bytes))
        }
        other => panic!("no test makes {other}"),
    }
}
