//! Finished files as the schema shows them.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use chrono::{DateTime, Utc};
use dmb_app::{AppError, catalog, exports};
use serde_json::Value;
use uuid::Uuid;

use crate::caller::Needs;
use crate::error::{ApiError, ApiResult};
use crate::ids::Kind;
use crate::modules::accounts::User;
use crate::modules::catalogue::FormatDescriptor;
use crate::modules::jobs::GenerationJob;
use crate::modules::loaders;
use crate::relay::Listed;
use crate::scalars::BigInt;

/// A finished file.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Export {
    /// Global id.
    pub id: ID,
    /// Its project.
    project_id: ID,
    /// Its format.
    format: FormatDescriptor,
    /// Options it was made with, as an object.
    options: Value,
    /// Name to save it under.
    file_name: String,
    /// Rows in it.
    rows: BigInt,
    /// Size in bytes.
    bytes: BigInt,
    /// SHA-256 of the file, in hex.
    sha256: String,
    /// Seed of its rows, where they were generated.
    seed: Option<BigInt>,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it will be deleted.
    expires_at: Option<DateTime<Utc>>,
    #[graphql(skip)]
    uuid: Uuid,
    #[graphql(skip)]
    job_uuid: Option<Uuid>,
    #[graphql(skip)]
    by: Option<Uuid>,
}

impl TryFrom<exports::Export> for Export {
    type Error = ApiError;

    fn try_from(export: exports::Export) -> ApiResult<Self> {
        let Some(format) = catalog::format(&export.format) else {
            return Err(ApiError::internal(&format_args!("export {} has an unknown format", export.id)));
        };
        Ok(Self {
            id: Kind::Export.id(export.id),
            project_id: Kind::Project.id(export.project_id),
            format: format.into(),
            options: Value::Object(export.options),
            file_name: export.file_name,
            rows: export.rows.into(),
            bytes: export.bytes.into(),
            sha256: export.sha256,
            seed: export.seed.map(Into::into),
            created_at: export.created_at,
            expires_at: export.expires_at,
            uuid: export.id,
            job_uuid: export.job_id,
            by: export.created_by,
        })
    }
}

impl Listed for Export {
    const CONNECTION: &'static str = "ExportConnection";
    const EDGE: &'static str = "ExportEdge";
}

#[ComplexObject]
impl Export {
    /// A signed address on this server, good for five minutes and for whoever asks; made anew at each reading.
    async fn download_url(&self, ctx: &Context<'_>) -> ApiResult<String> {
        Ok(format!("/download/{}", ctx.app().download_ticket(ctx.actor()?, self.uuid)))
    }

    /// The job that made it, while it is kept.
    async fn job(&self, ctx: &Context<'_>) -> ApiResult<Option<GenerationJob>> {
        let Some(job) = self.job_uuid else { return Ok(None) };
        match ctx.app().job(ctx.actor()?, job).await {
            Ok(job) => Ok(Some(job.into())),
            Err(AppError::NotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Who asked for it.
    async fn created_by(&self, ctx: &Context<'_>) -> ApiResult<Option<User>> {
        loaders::user(ctx, self.by).await
    }
}
