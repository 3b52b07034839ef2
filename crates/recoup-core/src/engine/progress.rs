//! What may happen during a run without the engine knowing of it: progress, and an end asked for.

/// Follows a run.
pub trait Progress: Sync {
    /// `steps` pieces of work are ahead.
    fn begins(&self, steps: u64);

    /// One more piece is done.
    fn advances(&self);

    /// Whether a stop was requested.
    fn is_stopped(&self) -> bool;
}

/// No progress is shown.
#[derive(Clone, Copy, Debug)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn begins(&self, _: u64) {}

    fn advances(&self) {}

    fn is_stopped(&self) -> bool {
        false
    }
}
