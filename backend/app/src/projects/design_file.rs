//! A project's design as a file.

use uuid::Uuid;

use super::DesignFormat;
use crate::{Actor, App, AppError};

impl App {
    /// The design as a file that `create_project` reads back to the same rows.
    pub async fn design_file(&self, actor: &Actor, project: Uuid, format: DesignFormat) -> Result<String, AppError> {
        let design = self.design(actor, project).await?;
        Ok(match format {
            DesignFormat::Yaml => dmb_spec::file::to_yaml(&design),
            DesignFormat::Json => dmb_spec::file::to_json(&design),
        })
    }
}
