//! Erlang's delay formula.

/// Erlang C: the probability that a call must wait, for `servers` (whole, above `load`) and a load in erlang.
///
/// Computed from Erlang B's recursion 1/B(c) = 1 + c/a * 1/B(c-1) (A. K. Erlang 1917; e.g. Gross and
/// Harris, Fundamentals of Queueing Theory, section 2.3), which cannot overflow into nonsense: an
/// infinite 1/B is a probability of 0.
pub(crate) fn erlang_c(servers: f64, load: f64) -> f64 {
    if !(load > 0.0) {
        return 0.0;
    }
    let mut inverse_b = 1.0;
    let mut server = 1.0;
    while server <= servers && f64::is_finite(inverse_b) {
        inverse_b = 1.0 + server / load * inverse_b;
        server += 1.0;
    }
    let b = 1.0 / inverse_b;
    b / (1.0 - load / servers * (1.0 - b))
}

#[cfg(test)]
mod tests {
    use crate::stats::erlang::erlang_c;

    #[test]
    fn one_server_waits_with_the_probability_that_it_is_busy() {
        assert!((erlang_c(1.0, 0.7) - 0.7).abs() < 1e-15);
    }

    #[test]
    fn textbook_values_come_out() {
        // Two servers: C = a^2 / (2 + a); ten servers at 8 erlang: .4092.
        assert!((erlang_c(2.0, 1.2) - 1.44 / 3.2).abs() < 1e-14);
        assert!((erlang_c(10.0, 8.0) - 0.409_18).abs() < 1e-5);
    }

    #[test]
    fn a_huge_idle_desk_never_makes_anybody_wait() {
        assert_eq!(erlang_c(1e6, 0.5), 0.0);
    }
}
