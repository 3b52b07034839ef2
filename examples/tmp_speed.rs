use recoup::engine::agents::crowd::Crowd;
use recoup::input::{Request, load};
use recoup::model::period::{Kernel, live};
use recoup::random::address::HistoryLuck;
use std::time::Instant;
fn main() {
    let n: f64 = std::env::args().nth(1).and_then(|s| s.parse().ok()).unwrap_or(1e6);
    let mut request = Request::builtin("city-hotel");
    request.draws = Some(1);
    let study = load(&request).unwrap().study;
    let mut case = study.scenarios[0].strategies[0].case.with_point_values();
    case.market.customers = n; case.market.prospects = 4.0 * n;
    let more: Option<f64> = std::env::args().nth(2).and_then(|s| s.parse().ok());
    if let Some(sd) = more { case.individuals.loyalty_sd = sd; case.individuals.spend_cv = sd; }
    let kernel = Kernel::new(&case);
    for parallel in [false, true] {
        for r in 0..3 {
            let start = Instant::now();
            let mut cp = 0.0;
            let mut crowd = Crowd::new(&kernel, HistoryLuck::new(1, 0, r), parallel);
            let built = start.elapsed();
            let life = live(&kernel, &mut crowd, |_, row| cp += row.0[0]);
            let s = start.elapsed().as_secs_f64();
            println!("parallel {parallel}: {s:.3} s (built {:.3}), {:.2} ns per customer-period, npv {:.0}", built.as_secs_f64(), s / cp * 1e9, life.worth.contribution() - life.worth.programme());
        }
    }
    let key = HistoryLuck::new(1, 0, 9);
    let start = Instant::now();
    let arch = pulp::Arch::new();
    let sum = arch.dispatch(W(key));
    println!("words only: {:.2} ns per block {sum}", start.elapsed().as_secs_f64() / 36e6 * 1e9);
}

struct W(HistoryLuck);
impl pulp::WithSimd for W { type Output = u32;
 #[inline(always)] fn with_simd<S: pulp::Simd>(self, _: S) -> u32 { let key = self.0; const L: usize = recoup::random::lanes::LANES; let mut acc = [0u32; L]; let mut w = [[0u32; L]; 4]; for r in 0..(36e6 as u64 / L as u64) { key.rows(1, 40, r * L as u64, &mut w); for l in 0..L { acc[l] = acc[l].wrapping_add(w[0][l] ^ w[1][l] ^ w[2][l] ^ w[3][l]); } } acc.iter().fold(0, |a, b| a ^ b) } }
