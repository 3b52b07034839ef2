//! Student's t distribution.

use crate::math::factorial::ln_gamma_ratio;
use crate::math::{beta, exp, ln_1p};

/// The distribution of a mean over its estimated standard error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Student {
    freedom: f64,
}

impl Student {
    /// With so many degrees of freedom; with none nothing is known, and every tail is a half.
    pub(crate) fn new(freedom: f64) -> Self {
        Student { freedom }
    }

    /// The probability of a value below `x`: t^2 / (n + t^2) has a beta distribution with shapes 1/2 and n/2.
    pub(crate) fn below(&self, x: f64) -> f64 {
        if self.freedom <= 0.0 {
            return 0.5;
        }
        let square = x * x;
        let [inside, outside] = match square < self.freedom {
            true => beta::cdf(0.5, self.freedom / 2.0, square / (self.freedom + square)),
            // The small argument, so that far tails keep their digits.
            false => {
                let [above, below] = beta::cdf(self.freedom / 2.0, 0.5, self.freedom / (self.freedom + square));
                [below, above]
            }
        };
        if x > 0.0 { 0.5 + inside / 2.0 } else { outside / 2.0 }
    }

    /// The value below which the share `level` lies.
    pub(crate) fn quantile(&self, level: f64) -> f64 {
        if self.freedom <= 0.0 || level == 0.5 {
            return 0.0;
        }
        let tail = level.min(1.0 - level);
        // n / (n + t^2) is the smaller the farther out.
        let share = beta::quantile(self.freedom / 2.0, 0.5, 2.0 * tail);
        let far = (self.freedom * (1.0 - share) / share).sqrt();
        if level < 0.5 { -far } else { far }
    }

    fn density(&self, x: f64) -> f64 {
        let n = self.freedom;
        let scale = exp(ln_gamma_ratio(n / 2.0, 0.5)) / (n * std::f64::consts::PI).sqrt();
        scale * exp(-(n + 1.0) / 2.0 * ln_1p(x * x / n))
    }

    /// The mean of what a value exceeds `x` by: (n + x^2) / (n - 1) f(x) - x P(above x); infinite with one degree of
    /// freedom or none.
    pub(crate) fn loss(&self, x: f64) -> f64 {
        let n = self.freedom;
        if n <= 1.0 {
            return f64::INFINITY;
        }
        ((n + x * x) / (n - 1.0) * self.density(x) - x * self.below(-x)).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{Continuous, ContinuousCDF, StudentsT};

    use crate::stats::student::Student;

    #[test]
    fn it_is_the_distribution_of_another_library() {
        for freedom in [1.0, 2.0, 3.5, 9.0, 40.0, 1e4] {
            let (own, other) = (Student::new(freedom), StudentsT::new(0.0, 1.0, freedom).unwrap());
            for x in [-30.0, -4.0, -1.0, -0.1, 0.0, 0.3, 1.7, 6.0] {
                let (a, b) = (own.below(x), other.cdf(x));
                assert!((a / b - 1.0).abs() < 1e-9, "{freedom}, {x}: {a} {b}");
                let (a, b) = (own.density(x), other.pdf(x));
                assert!((a / b - 1.0).abs() < 1e-9, "{freedom}, {x}: {a} {b}");
            }
            for level in [0.001, 0.05, 0.4, 0.5, 0.9, 0.995] {
                assert!((own.below(own.quantile(level)) / level - 1.0).abs() < 1e-9, "{freedom}, {level}");
            }
        }
    }

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
