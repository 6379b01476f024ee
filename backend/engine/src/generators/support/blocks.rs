//! Values that are cheap for many neighbouring rows at once: a block of rows made ready while rows of it follow one
//! another.

/// The block made ready last.
pub(crate) struct Blocks<K, T> {
    ready: Option<(K, T)>,
}

impl<K: PartialEq, T> Blocks<K, T> {
    /// None made ready so far.
    pub(crate) fn new() -> Self {
        Self { ready: None }
    }

    /// Whether this block is the one made ready.
    pub(crate) fn has(&self, block: &K) -> bool {
        self.ready.as_ref().is_some_and(|(known, _)| known == block)
    }

    /// The block, made ready now if it wasn't.
    pub(crate) fn at(&mut self, block: K, prepare: impl FnOnce(&K) -> T) -> &T {
        let kept = self.ready.take().filter(|(known, _)| *known == block);
        let made = kept.unwrap_or_else(|| {
            let made = prepare(&block);
            (block, made)
        });
        &self.ready.insert(made).1
    }
}
