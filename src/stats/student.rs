//! Student's t distribution.

use statrs::distribution::{Continuous, ContinuousCDF, StudentsT};

/// The distribution of a mean over its estimated standard error.
#[derive(Clone, Copy, Debug)]
pub struct Student {
    freedom: f64,
    t: Option<StudentsT>,
}

impl Student {
    /// With so many degrees of freedom; with none nothing is known, and every tail is a half.
    pub fn new(freedom: f64) -> Self {
        Student { freedom, t: StudentsT::new(0.0, 1.0, freedom).ok() }
    }

    /// The probability of a value below `x`.
    pub fn below(&self, x: f64) -> f64 {
        self.t.map_or(0.5, |t| t.cdf(x))
    }

    /// The value below which the share `level` lies.
    pub fn quantile(&self, level: f64) -> f64 {
        self.t.map_or(0.0, |t| t.inverse_cdf(level))
    }

    /// The mean of what a value exceeds `x` by: (n + x^2) / (n - 1) f(x) - x P(above x); infinite with one degree of
    /// freedom or none.
    pub fn loss(&self, x: f64) -> f64 {
        let Some(t) = self.t.filter(|_| self.freedom > 1.0) else { return f64::INFINITY };
        ((self.freedom + x * x) / (self.freedom - 1.0) * t.pdf(x) - x * t.cdf(-x)).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::stats::student::Student;

    #[test]
    fn textbook_values_come_out() {
        // Tables: t(.975) is 4.303 with 2 degrees of freedom, 2.262 with 9.
        assert!((Student::new(2.0).below(4.302_653) - 0.975).abs() < 1e-6);
        assert!((Student::new(9.0).below(-2.262_157) - 0.025).abs() < 1e-6);
        assert!((Student::new(9.0).quantile(0.95) - 1.833_113).abs() < 1e-5);
        assert_eq!(Student::new(0.0).below(-9.0), 0.5);
    }

    #[test]
    fn the_loss_is_the_integral_of_the_tail() {
        for (freedom, x) in [(3.0, 0.5), (9.0, 2.0), (40.0, -1.0)] {
            let student = Student::new(freedom);
            let step = 1e-3;
            let tail: f64 = (0..2_000_000).map(|i| step * student.below(-(x + step * (f64::from(i) + 0.5)))).sum();
            assert!((student.loss(x) - tail).abs() < 1e-4, "{freedom}, {x}: {} {tail}", student.loss(x));
        }
        assert_eq!(Student::new(1.0).loss(2.0), f64::INFINITY);
    }
}
