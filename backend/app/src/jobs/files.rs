//! Files a job is asked to write: whether they can be.

use dmb_spec::Violation;

use super::FileRequest;

/// Everything wrong with a wish for a file; `path` is where the wish stands.
pub(super) fn check_file(path: &str, file: &FileRequest) -> Vec<Violation> {
    let at = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let found = dmb_sinks::registry::check(&file.format, &file.options);
    found.into_iter().map(|v| Violation { path: at(&v.path), ..v }).collect()
}
