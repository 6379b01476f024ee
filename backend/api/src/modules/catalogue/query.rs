//! Catalogues.

use async_graphql::{Context, Object};
use dmb_app::catalog;

use super::types::{
    FaultKindDescriptor, FieldType, FieldTypeDescriptor, FormatDescriptor, GeneratorDescriptor, GeneratorSuggestion,
    Locale, Template,
};
use crate::caller::Needs;
use crate::error::{ApiError, ApiResult};

/// Catalogues.
#[derive(Default)]
pub(crate) struct CatalogueQuery;

#[Object]
impl CatalogueQuery {
    /// Designs to start from.
    async fn templates(&self) -> ApiResult<Vec<Template>> {
        // The first call draws the samples.
        aside(|| catalog::templates().iter().map(Into::into).collect()).await
    }

    /// Every field type, in the order people are shown them.
    async fn field_types(&self, ctx: &Context<'_>) -> Vec<FieldTypeDescriptor> {
        catalog::field_types().iter().map(|info| FieldTypeDescriptor::of(info, ctx.app())).collect()
    }

    /// Generators whose name, words or family hold every word of `search`.
    async fn generators(
        &self,
        #[graphql(desc = "Words to look for, in English or Spanish.")] search: Option<String>,
        #[graphql(name = "type", desc = "Only those that can fill this type.")] field_type: Option<FieldType>,
    ) -> ApiResult<Vec<GeneratorDescriptor>> {
        let find = move || {
            let found = catalog::generators(search.as_deref(), field_type.map(Into::into));
            found.into_iter().map(Into::into).collect()
        };
        aside(find).await
    }

    /// Generators that suit a field of this name, type and description, the best first.
    async fn suggest_generators(
        &self,
        #[graphql(desc = "Name of the field.")] name: String,
        #[graphql(name = "type", desc = "Its type, where it is chosen already.")] field_type: Option<FieldType>,
        #[graphql(desc = "What it means.")] description: Option<String>,
    ) -> Vec<GeneratorSuggestion> {
        let description = description.unwrap_or_default();
        catalog::suggest(&name, field_type.map(Into::into), &description).into_iter().map(Into::into).collect()
    }

    /// Ways in which rows can be wrong on purpose.
    async fn fault_kinds(&self) -> Vec<FaultKindDescriptor> {
        catalog::fault_kinds().iter().map(Into::into).collect()
    }

    /// Formats of files.
    async fn formats(&self) -> Vec<FormatDescriptor> {
        catalog::formats().iter().map(Into::into).collect()
    }

    /// Locales that generators know.
    async fn locales(&self) -> Vec<Locale> {
        catalog::locales().iter().map(|locale| Locale { id: locale.id, label: locale.label.into() }).collect()
    }
}

/// Work that may take a while, beside the threads that serve requests.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> ApiResult<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| ApiError::internal(&error))
}
