//! Mean and variance that can be merged: Welford, and Chan, Golub and LeVeque (1979).

/// Count, mean and sum of squared deviations of what was added.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    count: f64,
    mean: f64,
    squares: f64,
}

impl Moments {
    /// Adds one number.
    #[inline]
    pub fn add(&mut self, x: f64) {
        self.count += 1.0;
        let delta = x - self.mean;
        self.mean += delta / self.count;
        self.squares += delta * (x - self.mean);
    }

    /// Adds all that `other` holds.
    pub(crate) fn merge(&mut self, other: &Moments) {
        if other.count == 0.0 {
            return;
        }
        let count = self.count + other.count;
        let delta = other.mean - self.mean;
        self.mean += delta * (other.count / count);
        self.squares += other.squares + delta * delta * (self.count * other.count / count);
        self.count = count;
    }

    /// Count, mean and sum of squared deviations.
    pub(crate) fn parts(&self) -> [f64; 3] {
        [self.count, self.mean, self.squares]
    }

    /// The moments of those [`parts`](Moments::parts).
    pub(crate) fn from_parts([count, mean, squares]: [f64; 3]) -> Self {
        Moments { count, mean, squares }
    }

    /// How many were added.
    pub(crate) fn count(&self) -> f64 {
        self.count
    }

    /// Their mean; 0 when there are none.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// Their sample variance; 0 for fewer than two.
    pub fn variance(&self) -> f64 {
        if self.count > 1.0 { self.squares / (self.count - 1.0) } else { 0.0 }
    }

    /// Their sample standard deviation.
    pub fn sd(&self) -> f64 {
        self.variance().sqrt()
    }

    /// The standard error of their mean; 0 for fewer than two.
    pub fn standard_error(&self) -> f64 {
        if self.count > 1.0 { (self.variance() / self.count).sqrt() } else { 0.0 }
    }
}

impl FromIterator<f64> for Moments {
    fn from_iter<I: IntoIterator<Item = f64>>(numbers: I) -> Self {
        let mut moments = Moments::default();
        numbers.into_iter().for_each(|x| moments.add(x));
        moments
    }
}

#[cfg(test)]
mod tests {
    use crate::stats::moments::Moments;

    #[test]
    fn merging_parts_equals_adding_all() {
        let numbers: Vec<f64> = (0..100).map(|i| f64::from(i * i % 37) + 1e6).collect();
        let whole: Moments = numbers.iter().copied().collect();
        let mut parts = Moments::default();
        for part in numbers.chunks(13) {
            parts.merge(&part.iter().copied().collect());
        }
        assert_eq!(whole.count(), parts.count());
        assert!((whole.mean() - parts.mean()).abs() < 1e-8);
        assert!((whole.variance() - parts.variance()).abs() < 1e-6);
    }
}
