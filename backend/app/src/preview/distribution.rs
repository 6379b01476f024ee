//! What the values of a field of a saved or unsaved table look like.

use super::rows::with_draft;
use super::{DistributionRequest, FieldDistribution, sample};
use crate::{Actor, App, AppError};

impl App {
    /// Looks at the values of a field. Needs no database and saves nothing; whoever may read the project may look.
    ///
    /// # Errors
    /// [`AppError::Invalid`] where the table has no such field.
    pub async fn field_distribution(
        &self,
        actor: &Actor,
        request: DistributionRequest,
    ) -> Result<FieldDistribution, AppError> {
        let (_, design) = self.readable_design(actor, request.project_id).await?;
        let seed = request.seed.unwrap_or(design.seed);
        let as_of = design.as_of.unwrap_or_else(|| self.now());
        let (design, table) = match with_draft(design, request.table, request.table_id)? {
            Ok(found) => found,
            Err(violations) => return Ok(FieldDistribution { distribution: None, violations }),
        };
        let Some(at) = design.tables.iter().position(|t| t.id == table) else { return Err(AppError::NotFound) };
        let Some(field) = design.tables[at].field(&request.field).map(|field| field.id) else {
            let message = format!("{} has no field {:?}.", design.tables[at].name, request.field);
            return Err(AppError::invalid("field", "unknown_field", message));
        };
        let looked = tokio::task::spawn_blocking(move || sample::distribution(&design, at, field, seed, as_of));
        Ok(match looked.await.map_err(AppError::internal)? {
            Ok((found, violations)) => FieldDistribution { distribution: Some(found), violations },
            Err(violations) => FieldDistribution { distribution: None, violations },
        })
    }
}
