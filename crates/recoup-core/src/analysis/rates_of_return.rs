//! Payback and internal rate of return of a stream of mean differences.

use crate::math::{exp, exp_m1, ln};

/// First period (0-based) from which the cumulative discounted difference is never negative again; looked for from the
/// period on in which the strategy `starts`.
///
/// `discounted` is the mean difference of each period to the reference, discounted, in money.
pub(crate) fn payback_period(discounted: &[f64], starts: u32) -> Option<u32> {
    let mut cumulative = 0.0;
    let mut since = None;
    for (t, amount) in discounted.iter().enumerate() {
        cumulative += amount;
        if (t as u32) < starts {
            continue;
        }
        if cumulative >= 0.0 {
            since = since.or(Some(t as u32));
        } else {
            since = None;
        }
    }
    since
}

/// Undiscounted mean differences to the reference, in money.
#[derive(Clone, Debug)]
pub(crate) struct CashStream {
    /// By period: cash that falls `delta` of a period after its start.
    pub cash: Vec<f64>,
    /// By period: cash that falls at its start, such as setup.
    pub at_start: Vec<f64>,
    /// The part of a period that is over when its cash falls.
    pub delta: f64,
    /// Periods per year.
    pub per_year: f64,
}

/// Annual effective internal rate of return of a stream; `None` where there is none.
///
/// Where several rates discount the stream to zero, the one nearest 0 is given; searched from -99.99 %
/// to 1,000,000 (a rate, not per cent).
pub(crate) fn internal_rate_of_return(stream: &CashStream) -> Option<f64> {
    let amounts = || stream.cash.iter().chain(&stream.at_start);
    let scale = amounts().fold(0.0_f64, |most, x| most.max(x.abs()));
    if !(scale > 0.0) {
        return None;
    }
    // Present value as a function of the yearly growth factor's logarithm.
    let worth = |log_growth: f64| {
        let v = exp(-log_growth / stream.per_year);
        let later = exp(-log_growth * stream.delta / stream.per_year);
        let periods = stream.cash.iter().zip(&stream.at_start).rev();
        periods.fold(0.0, |sum, (cash, at_start)| sum * v + (later * cash + at_start) / scale)
    };
    let (low, high) = (ln(1e-4), ln(1e6));
    let steps = 4000;
    let at = |i: i32| low + (high - low) * f64::from(i) / f64::from(steps);
    let mut best: Option<f64> = None;
    let mut left = (at(0), worth(at(0)));
    for i in 1..=steps {
        let right = (at(i), worth(at(i)));
        let crosses = left.1.is_finite() && right.1.is_finite() && left.1 != 0.0 && left.1.signum() != right.1.signum();
        if crosses {
            let rate = exp_m1(bisect(worth, left.0, right.0));
            if best.is_none_or(|b: f64| rate.abs() < b.abs()) {
                best = Some(rate);
            }
        }
        left = right;
    }
    best
}

fn bisect(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    let sign = f(low).signum();
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle == low || middle == high {
            break;
        }
        if f(middle).signum() == sign { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rates_of_return::{CashStream, internal_rate_of_return, payback_period};

    fn rate_of(cash: &[f64], per_year: f64) -> Option<f64> {
        let at_start = vec![0.0; cash.len()];
        internal_rate_of_return(&CashStream { cash: cash.to_vec(), at_start, delta: 0.0, per_year })
    }

    #[test]
    fn payback_must_last() {
        assert_eq!(payback_period(&[-10.0, 12.0, -5.0, 4.0, 1.0], 0), Some(3));
        assert_eq!(payback_period(&[-10.0, 5.0], 0), None);
        assert_eq!(payback_period(&[0.0, 0.0], 0), Some(0));
        assert_eq!(payback_period(&[0.0, 0.0, -1.0, 2.0], 2), Some(3));
        assert_eq!(payback_period(&[0.0, 0.0, 1.0], 2), Some(2), "not before it starts");
        assert_eq!(payback_period(&[], 0), None);
    }

    #[test]
    fn a_loan_returns_its_rate() {
        let rate = rate_of(&[-100.0, 0.0, 121.0], 1.0).unwrap();
        assert!((rate - 0.10).abs() < 1e-12);
        // Monthly: 1 % a month is 12.68 % a year.
        let rate = rate_of(&[-100.0, 101.0], 12.0).unwrap();
        assert!((rate - (1.01_f64.powi(12) - 1.0)).abs() < 1e-12);
    }

    #[test]
    fn setup_at_the_start_and_cash_in_the_middle_have_their_own_times() {
        // 100 now, 110 half a year later: 1.1^2 - 1 a year.
        let stream = CashStream { cash: vec![110.0], at_start: vec![-100.0], delta: 0.5, per_year: 1.0 };
        assert!((internal_rate_of_return(&stream).unwrap() - 0.21).abs() < 1e-12);
    }

    #[test]
    fn a_stream_of_one_sign_has_no_rate() {
        assert_eq!(rate_of(&[1.0, 2.0], 1.0), None);
        assert_eq!(rate_of(&[-1.0, -2.0], 1.0), None);
        assert_eq!(rate_of(&[0.0, 0.0], 1.0), None);
    }
}
