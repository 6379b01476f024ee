//! The design file.

use dmb_spec::{Design, file};

/// As YAML.
pub(super) fn yaml(design: &Design) -> String {
    file::to_yaml(design)
}

/// As JSON.
pub(super) fn json(design: &Design) -> String {
    let mut text = file::to_json(design);
    text.push('\n');
    text
}
