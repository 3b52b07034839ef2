//! Every chart under stress: parsed again, no text over another or outside the picture.
//! `RECOUP_GALLERY=DIR cargo test gallery` also writes all pictures into that folder.

use std::path::Path;

use crate::analysis::acceptability::{AcceptabilityCurve, AcceptabilityPoint, Over};
use crate::analysis::fmea::{FailureGroup, FailureMode, FailureModes, Incidence, Ranks};
use crate::analysis::sensitivity::{KeyBar, Sensitivity, Shares};
use crate::analysis::story::{Fate, Presence, Story as Life};
use crate::analysis::tornado::{Bar, End, Flip};
use crate::analysis::variants::{BuiltIn, VariantResult, Variants, Which};
use crate::analysis::view::{
    ActiveFan, BenefitSteps, CaseReturn, ChartFrame, CumulativeDifference, DeskOverTime, DeskPeriod,
    DifferenceDistribution, FailureTree, KeptCustomers, LeverMap, LeverUnit, LossesByCause, MapCell, RoiCurve,
    RoiPoint, TreeBranch,
};
use crate::engine::agents::happening::{AtOnce, Happening, What};
use crate::language::{Language, Locale, tr};
use crate::output::chart::layout::faults;
use crate::output::chart::raster::png;
use crate::output::chart::{
    Chart, ChartError, acceptability, cumulative, desk, distribution, fan, journey, kept, losses, map, ranks, returns,
    roi_curve, story, tornado, tree, variants, waterfall,
};
use crate::scenario::failure::Cause;
use crate::scenario::key::Key;
use crate::stats::band::Band;
use crate::units::{Outcome, Route};

/// Charts that are laid out otherwise upright, where their texts are looked at too.
const UPRIGHT: [&str; 2] = ["journey", "ranks"];

/// A made-up study: names, the NPV differences of all but the first, and what is odd about it.
struct Story {
    name: &'static str,
    strategies: Vec<String>,
    ends: Vec<f64>,
    /// Half the 90 % interval over the size of the end.
    spread: f64,
    periods: u32,
    customers: f64,
}

fn story(name: &'static str, strategies: &[&str], ends: &[f64]) -> Story {
    let strategies = strategies.iter().map(|s| (*s).to_owned()).collect();
    Story { name, strategies, ends: ends.to_vec(), spread: 0.45, periods: 36, customers: 50_000.0 }
}

fn many(number: usize, name: impl Fn(usize) -> String) -> Vec<String> {
    (0..number).map(|i| if i == 0 { "today".to_owned() } else { name(i) }).collect()
}

fn stories() -> Vec<Story> {
    let hotel = ["today", "ask", "answer fast", "ask and answer", "prevent"];
    let ends = [7e3, -75e3, 241e3, 152e3];
    let wave: Vec<f64> = (1..12).map(|i| 300e3 * (f64::from(i) * 1.7).sin()).collect();
    let chinese = "主动询问每位沉默的客人并在二十四小时内由一线员工当场快速答复且给予合理补偿再跟进";
    let spanish = "Preguntar a cada huésped y responder mañana ¡ya!";
    let twelve = |name: &'static str, strategies, ends: &[f64]| Story {
        strategies,
        ends: ends.to_vec(),
        ..story(name, &[], &[])
    };
    vec![
        story("hotel", &hotel, &ends),
        story("two", &hotel[..2], &[7e3]),
        twelve("twelve", many(12, |i| format!("strategy number {i}")), &wave),
        twelve("twelve-long", many(12, |i| format!("{i} ask every silent guest and answer in a day")), &wave),
        twelve("twelve-chinese", many(12, |i| format!("{i}{}", chinese.chars().take(39).collect::<String>())), &wave),
        twelve(
            "hundred",
            many(100, |i| format!("variant {i}")),
            &(1..100).map(|i| f64::from(i) * 1e3).collect::<Vec<_>>(),
        ),
        story("names", &["hoy <&> \"así\"", spanish, chinese, "a\tb\u{1b}[31m </svg> ]]>", "🙂 龘 Žluťoučký"], &ends),
        Story { periods: 1, ..story("one-period", &hotel, &ends) },
        Story { spread: 0.0, ..story("sure", &hotel, &ends) },
        Story { spread: 0.0, ..story("equal", &hotel, &[5e3; 4]) },
        story("nothing", &hotel, &[0.0; 4]),
        story("all-lose", &hotel, &[-7e3, -75e3, -241e3, -152e3]),
        Story { customers: 1e12, ..story("huge", &hotel, &[7e9, -75e9, 1.2e12, 152e9]) },
        Story { customers: 0.4, ..story("tiny", &hotel, &[7e-3, -75e-3, 241e-3, 152e-3]) },
        Story { periods: 10_000, ..story("long", &hotel, &ends) },
    ]
}

/// Uniform numbers in 0..1 that are the same every time.
fn noise(seed: usize, number: usize) -> impl Iterator<Item = f64> {
    let mut state = (seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (0..number).map(move |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    })
}

impl Story {
    fn frame(&self, language: Language) -> ChartFrame {
        ChartFrame {
            study: "City hotel".to_owned(),
            scenario: "base".to_owned(),
            strategies: self.strategies.clone(),
            seed: 1,
            draws: 1_000,
            fewest_draws: None,
            version: "0.1.0".to_owned(),
            digest: Some("3f2a9c1b77aa".to_owned()),
            language,
            currency: "USD".to_owned(),
            period_name: "month".to_owned(),
            periods: self.periods,
            labels: std::collections::BTreeMap::new(),
        }
    }

    fn band(&self, mean: f64, share: f64) -> Band {
        let half = mean.abs().max(self.ends.iter().fold(0.0, |a, b| b.abs().max(a)) * 0.15) * self.spread * share;
        Band { mean, p05: mean - half * 0.9, p50: mean - half * 0.05, p95: mean + half * 1.1 }
    }

    fn rivals(&self) -> impl Iterator<Item = (usize, &String, f64)> {
        self.strategies.iter().skip(1).zip(&self.ends).enumerate().map(|(i, (name, end))| (i, name, *end))
    }

    fn cumulative(&self) -> Vec<CumulativeDifference> {
        let row = |(_, name, end): (usize, &String, f64)| {
            let level = |period: u32| {
                let share = f64::from(period) / f64::from(self.periods);
                end * share.powf(1.25) - end.abs() * (0.3 * share + 0.1) * (-7.0 * share).exp()
            };
            let points = (1..=self.periods).map(|p| (p, self.band(level(p), f64::from(p) / f64::from(self.periods))));
            let late = (1..=self.periods).rev().take_while(|p| level(*p) >= 0.0).last();
            let beyond = if self.strategies.len() > 3 { 0.4 * end } else { 0.0 };
            CumulativeDifference { strategy: name.clone(), points: points.collect(), payback: late, beyond }
        };
        self.rivals().map(row).collect()
    }

    fn fans(&self) -> Vec<ActiveFan> {
        let all = self.strategies.iter().enumerate();
        all.map(|(i, name)| {
            let change = if i == 0 {
                -0.06
            } else {
                self.ends[i - 1] / self.ends.iter().fold(1e-9, |a, b| b.abs().max(a)) * 0.05 - 0.06
            };
            let points = (0..=self.periods).map(|p| {
                let share = f64::from(p) / f64::from(self.periods);
                let mean = self.customers * (1.0 + change * share);
                let half = self.customers * 0.012 * share.sqrt() * self.spread / 0.45;
                (p, Band { mean, p05: mean - half, p50: mean, p95: mean + half })
            });
            ActiveFan { strategy: name.clone(), points: points.collect() }
        })
        .collect()
    }

    fn kept(&self) -> Vec<KeptCustomers> {
        let most = self.ends.iter().fold(1e-9, |a: f64, b| b.abs().max(a));
        let row = |(_, name, end): (usize, &String, f64)| {
            let kept = 0.05 * self.customers * end / most;
            let points = (1..=self.periods).map(|p| (p, kept * (f64::from(p) / f64::from(self.periods)).powf(1.1)));
            KeptCustomers { strategy: name.clone(), points: points.collect(), total: self.band(kept, 1.0) }
        };
        self.rivals().map(row).collect()
    }

    fn losses(&self) -> Vec<LossesByCause> {
        let all = self.strategies.iter().enumerate();
        all.map(|(i, name)| {
            let f = self.customers * (1.0 - 0.07 * i as f64).max(0.1);
            LossesByCause {
                strategy: name.clone(),
                natural: self.customers * 0.36,
                silent: f * 0.17,
                unresolved: f * 0.05,
                resolved: f * 0.02 * (1.0 + i as f64 * 0.3),
                quick: -f * 0.006 * i as f64,
                word_of_mouth: f * 0.03,
            }
        })
        .collect()
    }

    fn distributions(&self) -> Vec<DifferenceDistribution> {
        let row = |(i, name, end): (usize, &String, f64)| {
            let band = self.band(end, 1.0);
            let sd = (band.p95 - band.p05) / 3.29;
            let draws: Vec<f64> = noise(i, 12_000).collect();
            let samples = draws.chunks(12).map(|twelve| end + sd * (twelve.iter().sum::<f64>() - 6.0)).collect();
            DifferenceDistribution { strategy: name.clone(), band, samples }
        };
        self.rivals().map(row).collect()
    }

    fn curves(&self) -> Vec<RoiCurve> {
        let row = |(i, name, end): (usize, &String, f64)| {
            let size = end.abs();
            let gain =
                |x: f64| end.signum() * size * 1.6 * (1.0 - (-x / 70e3).exp()) - size * 0.12 - x / 300e3 * size * 0.9;
            let levels = (0..31).map(|step| f64::from(step) * 10e3);
            let points: Vec<RoiPoint> = levels
                .map(|x| {
                    let spent = x / 300e3 * size * 0.9 + size * 0.02;
                    let roi = (x > 0.0 && spent > 0.0).then(|| gain(x) / spent);
                    RoiPoint { x, npv_difference: self.band(gain(x), 0.3 + x / 300e3), roi }
                })
                .collect();
            let top = points.iter().max_by(|a, b| a.npv_difference.mean.total_cmp(&b.npv_difference.mean)).map(|p| p.x);
            RoiCurve {
                strategy: name.clone(),
                key: "response.prevention.spend_per_year".to_owned(),
                key_label: None,
                unit: LeverUnit::Money,
                break_even: (end > 0.0).then_some(6.2e3 + 500.0 * i as f64),
                over_investment: top.filter(|_| end > 0.0),
                current: Some(60e3),
                points,
            }
        };
        self.rivals().map(row).collect()
    }

    fn steps(&self, language: Language) -> BenefitSteps {
        let end = self.ends[self.ends.len() - 1];
        let steps = [("failures", 0.1), ("outcomes", 2.4), ("word_of_mouth", 0.3)];
        let rest = [("replacement", -0.6), ("customer_value", 0.0), ("programme", -1.2)];
        let locale = Locale::of(language);
        let named = |(channel, share): (&str, f64)| (tr!(locale, "channel-name", channel = channel), share * end);
        BenefitSteps {
            strategy: self.strategies[self.strategies.len() - 1].clone(),
            against: self.strategies[0].clone(),
            steps: steps.into_iter().chain(rest).map(named).collect(),
        }
    }

    fn map(&self, across: usize, down: usize) -> LeverMap {
        let level = |i: usize, n: usize| i as f64 / (n - 1) as f64;
        let cells = (0..across * down).map(|place| {
            let (x, y) = (level(place % across, across), 3e5 * level(place / across, down));
            let difference = |i: usize, end: &f64| end * (1.0 - (x - level(i, self.ends.len() + 1)).abs()) * y / 3e5;
            let differences: Vec<f64> =
                std::iter::once(0.0).chain(self.ends.iter().enumerate().map(|(i, e)| difference(i, e))).collect();
            let best = (0..differences.len()).fold(0, |b, i| if differences[i] > differences[b] { i } else { b });
            MapCell { x, y, best, gain: differences[best], p_best: 0.8, differences }
        });
        LeverMap {
            keys: ["voice.solicit".to_owned(), "response.prevention.spend_per_year".to_owned()],
            units: [LeverUnit::Share, LeverUnit::Money],
            strategies: self.strategies.clone(),
            current: [Some(0.45), None],
            levels: [
                (0..across).map(|i| level(i, across)).collect(),
                (0..down).map(|i| 3e5 * level(i, down)).collect(),
            ],
            cells: cells.collect(),
        }
    }

    /// A customer who fails early and leaves under the first strategies, late or never under the others.
    fn life(&self) -> Life {
        let fate = |(i, name): (usize, &String)| {
            let outcome = Outcome::ALL[i % 4];
            let end = (self.periods / 3 + i as u32).min(self.periods - 1);
            let stays = i % 4 == 3;
            let mut happenings = vec![Happening {
                seat: 0,
                t: if stays { end / 2 } else { end },
                what: What::Failed {
                    at_once: AtOnce::Nobody,
                    kind: 0,
                    remembered: 0,
                    route: Route::Voiced,
                    outcome,
                    told: 3,
                    stay_without: 0.9,
                    stay: 0.6,
                    remembers: 0,
                },
            }];
            happenings.extend((!stays).then_some(Happening { seat: 0, t: end, what: What::Left }));
            let presence = |t| Presence { active: stays || t <= end, purchases: f64::from(t % 3) };
            Fate {
                strategy: name.as_str().into(),
                periods: (0..self.periods).map(presence).collect(),
                happenings,
                worth: if i == 0 { 0.0 } else { self.ends[i - 1] / 1e3 },
            }
        };
        Life {
            customer: 1_204,
            segment: "leisure".into(),
            fates: self.strategies.iter().enumerate().map(fate).collect(),
        }
    }

    fn trees(&self) -> Vec<FailureTree> {
        use Outcome as O;
        use Route as R;
        let asked = [0.0, 0.32];
        let name = [self.strategies.first(), self.strategies.last()];
        let tree = |(strategy, asked): (&String, f64)| {
            let n = self.customers * 0.31;
            let spoken = [(R::Voiced, 0.14), (R::Solicited, 0.84 * asked), (R::Detected, 0.02 * asked)];
            let mut branches = vec![(R::Silent, O::Silent, 0.86 * (1.0 - asked), 0.33)];
            for (route, share) in spoken {
                branches.push((route, O::Unresolved, share * 0.5, 0.42));
                branches.push((route, O::Resolved, share * 0.35, 0.67));
                branches.push((route, O::Quick, share * 0.15, 0.92));
            }
            let branches = branches.into_iter().map(|(route, outcome, share, stay)| TreeBranch {
                route,
                outcome,
                stayed: n * share * stay,
                left: n * share * (1.0 - stay),
            });
            FailureTree { strategy: strategy.clone(), branches: branches.collect() }
        };
        name.into_iter().flatten().zip(asked).map(tree).collect()
    }

    fn acceptability(&self, over: Over) -> AcceptabilityCurve {
        let number = self.strategies.len();
        let last = if over == Over::Horizon { self.periods } else { 12 };
        let size = self.ends.iter().fold(1.0, |a: f64, b| b.abs().max(a));
        let point = |x: u32| {
            let share = f64::from(x) / f64::from(last);
            let weight = |s: usize| (1.0 - (share - s as f64 / number as f64).abs()).powi(6);
            let all: f64 = (0..number).map(weight).sum();
            let best = ((share * number as f64) as usize).min(number - 1);
            let x = if over == Over::Horizon { f64::from(x) } else { f64::from(x - 1) * size / 11.0 };
            AcceptabilityPoint { x, p_best: (0..number).map(|s| weight(s) / all).collect(), best }
        };
        AcceptabilityCurve { over, points: (1..=last).map(point).collect() }
    }

    fn sensitivity(&self) -> Sensitivity {
        let end = |value: f64, part: f64| End {
            value,
            npv: std::iter::once(0.0).chain(self.ends.iter().map(|e| e * part)).collect(),
        };
        let bar = |i: usize| {
            let reach = self.spread * 3.0 / (1.0 + i as f64);
            let low = end(0.02, if i == 3 { 1.2 } else { 1.0 - reach });
            let to = self.strategies.len() - 1;
            let flip = Flip { value: 0.05, to, difference: self.ends[0] * (1.0 - reach / 2.0) };
            let flips = if i.is_multiple_of(3) { vec![flip; 1 + i % 2] } else { Vec::new() };
            let key = Key::from_parts(["failure", &self.strategies[i % self.strategies.len()], "rate"]);
            KeyBar { key, point: 0.1, bar: Bar { low, high: end(0.35, 1.0 + reach), flips } }
        };
        Sensitivity {
            scenario: "base".into(),
            strategies: self.strategies.iter().map(|s| s.as_str().into()).collect(),
            best: 1,
            contender: 1,
            best_at_point: 1,
            point: end(0.1, 1.0).npv,
            factors: Vec::new(),
            tornado: (0..14).map(bar).collect(),
            shares: Shares::Sobol(Vec::new()),
            rows: 0,
            evaluations: 0,
        }
    }

    /// So many variants; the built-in ones first, then the study's own, which have names of strategies.
    fn variants(&self, number: usize) -> Variants {
        let result = |i: usize| {
            let differences: Vec<f64> =
                std::iter::once(0.0).chain(self.ends.iter().map(|end| end * (1.0 + (i as f64).sin()))).collect();
            let which = match BuiltIn::ALL.get(i) {
                Some(variant) => Which::BuiltIn(*variant),
                None => {
                    let name = self.strategies[i % self.strategies.len()].as_str().into();
                    Which::Own { name, what: String::new() }
                }
            };
            VariantResult { which, best: if i % 5 == 3 { i % self.strategies.len() } else { 1 }, differences }
        };
        Variants {
            strategies: self.strategies.iter().map(|name| name.as_str().into()).collect(),
            differences: std::iter::once(0.0).chain(self.ends.iter().copied()).collect(),
            best: 1,
            variants: (0..number).map(result).collect(),
            impossible: Vec::new(),
        }
    }

    /// A kind of failure and a touchpoint for every strategy and of its name, the last without a touchpoint.
    fn failures(&self) -> FailureModes {
        let size = self.ends.iter().fold(0.0, |a: f64, b| b.abs().max(a));
        let incidence = |i: usize| Incidence {
            failures_per_year: self.customers * 0.01 * (1.0 + i as f64),
            failures_per_1000_customers: 2.5 * (1 + i * i) as f64,
            failures_per_purchase: Some(0.002 * (1.0 + i as f64)),
            unheard: Some(0.1 * (i % 10) as f64),
            satisfaction_after: (i % 6 != 4).then_some(5.8 - 0.7 * (i % 7) as f64),
        };
        let at_risk = |i: usize| self.band(if i == 0 { size } else { self.ends[i - 1] }, 1.0);
        let mut modes: Vec<FailureMode> = Vec::new();
        for (i, name) in self.strategies.iter().enumerate() {
            let ranks = Ranks {
                severity: 1 + (i * 3 % 10) as u32,
                occurrence: 2 + (i % 9) as u32,
                detection: 10 - (i % 10) as u32,
            };
            modes.push(FailureMode {
                kind: name.clone(),
                cause: Cause::ALL[i % Cause::ALL.len()],
                touchpoint: Some(name.clone()),
                severity: "minor".to_owned(),
                incidence: incidence(i),
                npv_at_risk: at_risk(i),
                npv_of_halving: at_risk(i),
                npv_per_failure: None,
                loss: 40.0,
                ranks,
                rpn: ranks.rpn(),
                place_by_money: 0,
                place_by_rpn: 0,
            });
        }
        modes.sort_by(|a, b| b.npv_at_risk.mean.total_cmp(&a.npv_at_risk.mean));
        let numbers: Vec<u32> = modes.iter().map(|mode| mode.rpn).collect();
        for (i, mode) in modes.iter_mut().enumerate() {
            mode.place_by_money = 1 + i;
            mode.place_by_rpn = 1 + numbers.iter().filter(|rpn| **rpn > mode.rpn).count();
        }
        let last = self.strategies.len() - 1;
        let group = |(i, name): (usize, &String)| FailureGroup {
            name: (i < last).then(|| name.clone()),
            kinds: vec![name.clone()],
            incidence: incidence(i),
            npv_at_risk: at_risk(i),
        };
        FailureModes {
            satisfaction_before: 5.5,
            modes,
            touchpoints: self.strategies.iter().enumerate().map(group).collect(),
            all: FailureGroup { npv_at_risk: self.band(size * 1.7, 1.0), ..FailureGroup::default() },
            ..FailureModes::default()
        }
    }

    /// Desks of all strategies, the later the busier.
    fn desks(&self) -> Vec<DeskOverTime> {
        let desk = |(i, name): (usize, &String)| {
            let point = |period: u32| {
                let utilisation = self.spread * (0.3 + 0.5 * i as f64 + 0.2 * f64::from(period % 12) / 12.0);
                DeskPeriod { period, utilisation, in_time: (1.2 - utilisation).clamp(0.0, 1.0) }
            };
            let points: Vec<DeskPeriod> = (1..=self.periods).map(point).collect();
            let in_time = points.iter().map(|point| point.in_time).sum::<f64>() / points.len() as f64;
            DeskOverTime { strategy: name.clone(), points, in_time }
        };
        self.strategies.iter().enumerate().map(desk).collect()
    }

    fn returns(&self) -> Vec<CaseReturn> {
        let row = |(i, name, end): (usize, &String, f64)| CaseReturn {
            case: name.clone(),
            strategy: name.clone(),
            is_reference: i % 7 == 3,
            roi: (i % 5 != 4).then_some(end.signum() * self.spread * 2f64.powi(i as i32 % 9)),
            interval: (i % 3 != 2).then_some([end.signum() * self.spread - 1.2, 80.0]),
        };
        self.rivals().map(row).collect()
    }

    fn charts(&self, language: Language) -> Vec<(String, Result<Chart, ChartError>)> {
        let frame = self.frame(language);
        let one = &self.curves()[self.ends.len() - 1..];
        let mut charts = vec![
            ("roi".to_owned(), roi_curve::draw(&frame, one)),
            ("roi-all".to_owned(), roi_curve::draw(&frame, &self.curves())),
            ("cumulative".to_owned(), cumulative::draw(&frame, &self.cumulative())),
            ("fan".to_owned(), fan::draw(&frame, &self.fans())),
            ("kept".to_owned(), kept::draw(&frame, &self.kept())),
            ("losses".to_owned(), losses::draw(&frame, &self.losses(), &frame.strategies[1])),
            ("losses-one".to_owned(), losses::draw(&frame, &self.losses()[..1], frame.reference())),
            ("distribution".to_owned(), distribution::draw(&frame, &self.distributions())),
            ("returns".to_owned(), returns::draw(&frame, &self.returns())),
        ];
        for over in [Over::CustomerValue, Over::Horizon, Over::Budget] {
            let curve = self.acceptability(over);
            charts.push((format!("acceptability-{}", over.name()), acceptability::draw(&frame, &curve)));
        }
        charts.push(("story".to_owned(), story::draw(&frame, &self.life())));
        charts.push(("tornado".to_owned(), tornado::draw(&frame, &self.sensitivity())));
        charts.push(("waterfall".to_owned(), waterfall::draw(&frame, &self.steps(language))));
        charts.push(("map".to_owned(), map::draw(&frame, &self.map(6, 5))));
        charts.push(("map-fine".to_owned(), map::draw(&frame, &self.map(21, 21))));
        for (name, found) in [("variants", self.variants(14)), ("variants-own", self.variants(40))] {
            charts.push((name.to_owned(), variants::draw(&frame, &found, 1)));
        }
        let failures = self.failures();
        charts.push(("journey".to_owned(), journey::draw(&frame, frame.reference(), &failures)));
        charts.push(("ranks".to_owned(), ranks::draw(&frame, frame.reference(), &failures)));
        charts.push(("desk".to_owned(), desk::draw(&frame, &self.desks(), &frame.strategies[1])));
        for (place, tree) in self.trees().iter().enumerate() {
            charts.push((format!("tree-{place}"), tree::draw(&frame, tree)));
        }
        charts
    }
}

#[test]
fn every_chart_of_every_story_is_drawn_with_nothing_clipped_or_overlapping() {
    let folder = std::env::var_os("RECOUP_GALLERY").map(std::path::PathBuf::from);
    let folder = folder.as_deref();
    let all = stories();
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let pairs = Language::ALL.into_iter().flat_map(|language| all.iter().map(move |story| (language, story)));
        let told: Vec<_> =
            pairs.map(|(language, story)| scope.spawn(move || wrong_in(language, story, folder))).collect();
        told.into_iter().flat_map(|told| told.join().expect("no chart panics")).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Everything wrong with the charts of a story, which are written into `folder` where there is one.
fn wrong_in(language: Language, story: &Story, folder: Option<&Path>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (kind, chart) in story.charts(language) {
        let name = format!("{}-{}-{kind}", language.code(), story.name);
        match &chart {
            Ok(chart) => {
                wrong.extend(faults(&chart.svg).into_iter().map(|fault| format!("{name}: {fault}")));
                if UPRIGHT.contains(&kind.as_str()) {
                    wrong.extend(faults(&chart.portrait).into_iter().map(|fault| format!("{name} upright: {fault}")));
                }
                if let Some(folder) = folder {
                    std::fs::create_dir_all(folder).expect("a folder");
                    std::fs::write(folder.join(format!("{name}.svg")), &chart.svg).expect("an svg");
                    if UPRIGHT.contains(&kind.as_str()) {
                        let upright = png(&chart.portrait).expect("a png");
                        std::fs::write(folder.join(format!("{name}-upright.png")), upright).expect("a file");
                    }
                    std::fs::write(folder.join(format!("{name}.png")), png(&chart.svg).expect("a png"))
                        .expect("a file");
                }
            }
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    wrong
}
