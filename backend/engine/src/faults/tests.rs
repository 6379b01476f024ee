//! What all kinds keep to.

use std::collections::HashSet;

use super::*;

#[test]
fn every_kind_has_its_own_name_and_words_in_two_languages() {
    let names: HashSet<&str> = descriptors().iter().map(|d| d.name).collect();
    assert_eq!(names.len(), KINDS.len());
    for descriptor in descriptors() {
        let mut all = vec![descriptor.label, descriptor.description];
        all.extend(descriptor.params.iter().flat_map(|param| [param.label, param.help]));
        assert!(all.iter().all(|w| !w.en.is_empty() && !w.es.is_empty()), "{}", descriptor.name);
        assert_eq!(descriptor.params.first().map(|p| p.name), Some("field"), "{}", descriptor.name);
        assert_eq!(descriptor.params.last().map(|p| p.name), Some("weight"), "{}", descriptor.name);
        assert!(!descriptor.strikes.is_empty(), "{}", descriptor.name);
    }
}
