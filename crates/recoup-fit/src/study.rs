//! From estimates to a study: every number under its key, and the text of the study.

use recoup_core::evidence::ledger::{Entry, entry_for};
use recoup_core::model::remedy::compensation_effect;
use recoup_core::scenario::key::Key;
use recoup_core::scenario::recovery::CompensationCurve;
use serde::Serialize;
use toml::Value;

use crate::base::Base;
use crate::estimate::{Caution, Estimate, Method, Spread};
use crate::fit::Fit;
use crate::log::Log;
use crate::matching::Ending;

/// Digits of a number in the study.
const DIGITS: i32 = 6;
/// Shares of segments are given to this many decimals.
const SHARE_DECIMALS: f64 = 1e6;

/// A table of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Table {
    /// Customers.
    Customers,
    /// Purchases.
    Purchases,
    /// Failures.
    Failures,
    /// Complaints.
    Complaints,
}

/// Why an estimated number does not stand in the study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unused {
    /// The base has no desk, whose number it is.
    NoDesk,
    /// The base has a desk, from whose load the share that is quick follows.
    FollowsFromDesk,
    /// The model has no such number.
    NotInModel,
    /// It was given on the command line.
    Given,
    /// The data hardly say anything about it.
    SaysLittle,
}

/// One number of the study, as the data have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Number {
    /// Its key, as a path of the study.
    pub key: String,
    /// The estimate.
    pub estimate: Estimate,
    /// The value as the study writes it.
    pub written: String,
    /// The tables that it comes from.
    pub tables: Vec<Table>,
    /// Why it is not in the study; `None`: it is.
    pub unused: Option<Unused>,
    /// What the base says, as it writes it.
    pub base: Option<String>,
    /// The published or plausible range of the key.
    pub range: Option<[f64; 2]>,
    /// Whether the whole interval lies outside that range.
    pub is_beyond_range: bool,
}

/// What the data cannot say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "gap")]
pub enum Gap {
    /// Without a table of failures, the share who complain is not known: it is the base's, and failures are complaints over it.
    ComplainShare,
    /// Without a table of failures, nothing is known of silent customers.
    SilentCustomers,
    /// Neither leaving nor repeated purchases: nothing is known of loyalty.
    Loyalty,
    /// Leaving is not announced: it was inferred from purchases.
    InferredLeaving,
    /// No purchases: their number and margin are not known.
    Purchases,
    /// Purchases without a margin.
    Margin,
    /// Compensation is known as an amount, not as a share of the loss.
    Loss,
    /// A kind of failure of the base that does not occur in the data.
    ForeignKind {
        /// Its name.
        kind: String,
    },
    /// Values of a severity that were taken from another one of the base.
    BorrowedSeverity {
        /// The severity of the data.
        severity: String,
        /// That of the base.
        from: String,
    },
    /// The reference of the base does something that is part of the data already.
    ReferenceDoes {
        /// Key of what it does.
        key: String,
    },
    /// No log says it: word of mouth, the loss of a failure, costs and prices.
    Outside,
}

/// Why a study cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "trouble")]
pub enum Trouble {
    /// A required number that neither the data, nor the base, nor the values given have.
    Missing {
        /// Its key.
        key: String,
    },
    /// A segment of the base that the data do not have, so that shares would not sum to 1.
    ForeignSegment {
        /// Its name.
        segment: String,
    },
    /// A value that was given for a key which is no path, or lies in a table that the writer does not know.
    CannotSet {
        /// The key.
        key: String,
    },
}

/// A fitted study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Written {
    /// The numbers, in the order of the study.
    pub numbers: Vec<Number>,
    /// What the data cannot say.
    pub gaps: Vec<Gap>,
    /// The text of the study.
    #[serde(skip)]
    pub text: String,
}

/// What the writer needs to know besides the fit.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// Title of the study.
    pub title: &'a str,
    /// Currency of the data.
    pub currency: Option<&'a str>,
    /// What the study builds on.
    pub base: &'a Base,
    /// Names of the files by table, for the sources.
    pub files: &'a [(Table, String)],
    /// Values given by hand: key and TOML value.
    pub given: &'a [(String, String)],
    /// By kind: the loss of one failure where it is known.
    pub loss: &'a [Option<f64>],
    /// `loyalty.selection_share`, where there is a contrast.
    pub selection_share: Option<&'a Estimate>,
    /// `loyalty.solicited_response`.
    pub solicited_response: Option<&'a Estimate>,
}

/// The number `x` to six digits.
fn rounded(x: f64) -> f64 {
    format!("{x:.*e}", DIGITS as usize - 1).parse().unwrap_or(x)
}

/// A spread as the study writes it.
pub fn written(spread: &Spread) -> String {
    let pair = |name: &str, a: f64, b: f64| format!("{{ {name} = [{:?}, {:?}] }}", rounded(a), rounded(b));
    match *spread {
        Spread::Exact { value } => format!("{:?}", rounded(value)),
        Spread::Beta { a, b } => pair("beta", a, b),
        Spread::Gamma { shape, scale } => pair("gamma", shape, scale),
        Spread::Normal { mean, sd } => pair("normal", mean, sd),
        Spread::Lognormal { mu, sigma } => pair("lognormal", mu, sigma),
        Spread::Uniform { low, high } => pair("uniform", low, high),
        Spread::Interval { low, high } => format!("{{ low = {:?}, high = {:?} }}", rounded(low), rounded(high)),
        Spread::Pert { low, mode, high } => {
            format!("{{ pert = [{:?}, {:?}, {:?}] }}", rounded(low), rounded(mode), rounded(high))
        }
    }
}

/// A text as TOML.
fn quoted(text: &str) -> String {
    Value::String(text.to_string()).to_string()
}

fn exact(n: u64, value: f64, method: Method) -> Estimate {
    Estimate {
        n,
        value,
        low: value,
        high: value,
        standard_error: 0.0,
        method,
        spread: Spread::Exact { value },
        cautions: Vec::new(),
    }
}

/// Divides a rate by a share: complaints over the share who complain.
fn divided(mut estimate: Estimate, by: f64) -> Estimate {
    for x in [&mut estimate.value, &mut estimate.low, &mut estimate.high, &mut estimate.standard_error] {
        *x /= by;
    }
    estimate.spread = match estimate.spread {
        Spread::Gamma { shape, scale } => Spread::Gamma { shape, scale: scale / by },
        _ => Spread::Exact { value: estimate.value },
    };
    estimate
}

/// One table of the study as it is written.
struct Section {
    /// Its path; elements of lists by name.
    path: Vec<String>,
    /// Its lines, with the head.
    text: String,
}

/// Builds the numbers and the text of a study.
struct Writer<'a> {
    log: &'a Log,
    fit: &'a Fit,
    frame: &'a Frame<'a>,
    numbers: Vec<Number>,
    gaps: Vec<Gap>,
    troubles: Vec<Trouble>,
    sections: Vec<Section>,
}

/// Names of the cells of a repurchase table.
const CELLS: [&str; 4] = ["silent", "unresolved", "resolved", "quick"];
/// Lists whose elements have names of their own.
const LISTS: [&str; 3] = ["segment", "failure", "strategy"];
/// What a reference can do already.
const DOES: [&[&str]; 2] = [&["voice", "solicit"], &["recovery", "front_line_share"]];

impl Writer<'_> {
    fn base(&self) -> &Base {
        self.frame.base
    }

    fn given(&self, key: &str) -> Option<&str> {
        self.frame.given.iter().find(|(given, _)| given == key).map(|(_, value)| value.as_str())
    }

    /// Opens a table; `head` is its first lines.
    fn open(&mut self, path: &[&str], head: &str) {
        let path = path.iter().map(|part| (*part).to_string()).collect();
        self.sections.push(Section { path, text: format!("\n{head}\n") });
    }

    fn line(&mut self, line: &str) {
        if let Some(section) = self.sections.last_mut() {
            section.text.push_str(line);
            section.text.push('\n');
        }
    }

    /// Adds a number; its line under the table that is open, unless it is `unused`.
    fn number(&mut self, path: &[&str], estimate: &Estimate, tables: &[Table], unused: Option<Unused>) {
        let key = Key::from_parts(path.iter().copied());
        let entry = entry_for(&key);
        let name = key.to_string();
        let unused = if self.given(&name).is_some() { Some(Unused::Given) } else { unused };
        let is_certain = entry.is_some_and(|entry| entry.certain);
        let (least, greatest) = entry.map_or((f64::MIN, f64::MAX), Entry::bounds);
        // A spread whose mean lies beyond its own interval, or beyond what the key allows, says no more than the value.
        let mean = estimate.spread.mean();
        let is_usable = (least..=greatest).contains(&mean) && mean <= estimate.high.max(estimate.value);
        let value = match estimate.spread {
            Spread::Exact { value } => format!("{:?}", rounded(value).clamp(least, greatest)),
            _ if is_certain || !is_usable => format!("{:?}", rounded(estimate.value).clamp(least, greatest)),
            _ => written(&estimate.spread),
        };
        let range = entry.and_then(|entry| entry.range);
        let number = Number {
            key: name,
            estimate: estimate.clone(),
            written: value,
            tables: tables.to_vec(),
            unused,
            base: self.base().written(path).or_else(|| self.lent(path)),
            range,
            is_beyond_range: range.is_some_and(|[low, high]| estimate.high < low || estimate.low > high),
        };
        if unused.is_none() {
            let last = path.last().copied().unwrap_or_default();
            let line = format!("{:<55} {}", format!("{last} = {}", number.written), remark(&number));
            self.line(line.trim_end());
        }
        self.numbers.push(number);
    }

    /// A required number: the estimate, what was given, what the base has, or what is missing.
    fn required(&mut self, path: &[&str], estimate: Option<&Estimate>, tables: &[Table]) {
        let key = Key::from_parts(path.iter().copied()).to_string();
        if let Some(estimate) = estimate {
            self.number(path, estimate, tables, None);
        }
        if self.given(&key).is_none() && estimate.is_none() && self.base().get(path).is_none() {
            self.troubles.push(Trouble::Missing { key });
        }
    }

    fn head(&mut self) {
        let files: Vec<&str> = self.frame.files.iter().map(|(_, name)| name.as_str()).collect();
        let text = format!(
            "# A study fitted to a firm's data by `recoup fit`: {}.\n\
             #\n\
             # Each line has the estimate, its 90 % interval and the number of observations. What the data do not say is that of\n\
             # the base. Method and files of each number are in its [[input]] at the end.\n\
             title = {}\n",
            files.join(", "),
            quoted(self.frame.title),
        );
        self.sections.push(Section { path: Vec::new(), text });
        if let Some(currency) = self.frame.currency {
            self.line(&format!("currency = {}", quoted(currency)));
        }
        let extends = quoted(&self.base().extends);
        self.line(&format!("extends = {extends}"));
        if self.base().is_preset {
            self.open(&["horizon"], "[horizon]\nperiod = \"month\"\nperiods = 36");
        }
    }

    fn market(&mut self) {
        self.open(&["market"], "[market]");
        let customers = exact(self.fit.customers, self.fit.customers as f64, Method::Count);
        self.number(&["market", "customers"], &customers, &[Table::Customers], None);
        if self.base().is_preset && self.given("market.prospects").is_none() {
            let prospects = PROSPECTS_PER_CUSTOMER * self.fit.customers;
            let line = format!("prospects = {prospects}");
            self.line(&format!("{line:<56}# assumption: {PROSPECTS_PER_CUSTOMER} for each customer"));
        }
    }

    fn segments(&mut self) {
        let fit = self.fit;
        // Shares in whole millionths that sum to 1.
        let total: f64 = fit.segments.iter().map(|segment| segment.share.value).sum();
        let mut shares: Vec<f64> =
            fit.segments.iter().map(|s| (s.share.value / total * SHARE_DECIMALS).round()).collect();
        if let Some(largest) = (0..shares.len()).max_by(|&a, &b| shares[a].total_cmp(&shares[b])) {
            let rest: f64 = shares.iter().sum::<f64>() - shares[largest];
            shares[largest] = SHARE_DECIMALS - rest;
        }
        for (i, segment) in fit.segments.iter().enumerate() {
            let name = self.log.segments[i].clone();
            let at = |last| ["segment", name.as_str(), last];
            self.open(&["segment", &name], &format!("[[segment]]\nname = {}", quoted(&name)));
            let mut share = segment.share.clone();
            share.value = shares[i] / SHARE_DECIMALS;
            self.number(&at("share"), &share, &[Table::Customers], None);
            let purchasing = segment.purchasing.as_ref();
            let bought = [Table::Customers, Table::Purchases];
            self.required(&at("purchases_per_year"), purchasing.map(|p| &p.per_year), &bought);
            if let Some(purchasing) = purchasing {
                self.number(&at("purchases_cv"), &purchasing.cv, &bought, None);
            }
            self.required(&at("margin"), segment.margin.as_ref(), &[Table::Purchases]);
            self.required(&at("retention_cost"), None, &[]);
            let base = fit.loyalty.as_ref().and_then(|loyalty| loyalty.base.by_segment.get(i)?.as_ref());
            self.required(&at("base_loyalty"), base, self.loyalty_tables());
        }
    }

    fn loyalty_tables(&self) -> &'static [Table] {
        match (self.log.knows_leaving(), self.log.failures.is_some()) {
            (true, true) => &[Table::Customers, Table::Failures, Table::Complaints],
            (true, false) => &[Table::Customers, Table::Complaints],
            (false, true) => &[Table::Purchases, Table::Failures, Table::Complaints],
            (false, false) => &[Table::Purchases, Table::Complaints],
        }
    }

    fn failures(&mut self) {
        let known = self.log.failures.is_some();
        let source = if known { Table::Failures } else { Table::Complaints };
        for (i, kind) in self.fit.kinds.iter().enumerate() {
            let name = self.log.kinds[i].clone();
            let at = |last| ["failure", name.as_str(), last];
            let severity = self.log.severities[self.log.severity_of_kind[i] as usize].clone();
            let head = format!("[[failure]]\nname = {}\nseverity = {}", quoted(&name), quoted(&severity));
            self.open(&["failure", &name], &head);
            let per = self.base().text(&at("per")).map(str::to_string);
            let by_purchase = kind.per_purchase.is_some() && per.as_deref().is_none_or(|per| per == "purchase");
            let rate = if by_purchase { kind.per_purchase.as_ref() } else { kind.per_year.as_ref() };
            if !by_purchase && rate.is_some() {
                self.line("per = \"year\"");
            }
            let divisor = if known { Some(1.0) } else { self.complain_of_base(&severity) };
            let rate = rate.and_then(|rate| Some(if known { rate.clone() } else { divided(rate.clone(), divisor?) }));
            let tables: &[Table] = if by_purchase { &[source, Table::Purchases] } else { &[source, Table::Customers] };
            self.required(&at("rate"), rate.as_ref(), tables);
            if let Some(detected) = &kind.detected {
                self.number(&at("detected"), detected, &[Table::Failures], None);
            }
        }
        for kind in self.base().names("failure") {
            if !self.log.kinds.contains(&kind) {
                self.gaps.push(Gap::ForeignKind { kind });
            }
        }
    }

    /// The share who complain in the base; of an uncertain number, its mean is not known here and a beta's is computed.
    fn complain_of_base(&self, severity: &str) -> Option<f64> {
        let given = self.given(&Key::from_parts(["severity", severity, "complain"]).to_string());
        if let Some(given) = given.and_then(|given| given.parse::<f64>().ok()) {
            return Some(given);
        }
        let from = self.lender(severity)?;
        match self.base().get(&["severity", &from, "complain"])? {
            Value::Table(table) => {
                let numbers = |value: &Value| value.as_float().or(value.as_integer().map(|n| n as f64));
                if let Some(mean) = table.get("mean") {
                    return numbers(mean);
                }
                let pair: Vec<f64> = table.get("beta")?.as_array()?.iter().filter_map(numbers).collect();
                pair.first().map(|a| a / pair.iter().sum::<f64>())
            }
            value => value.as_float().or(value.as_integer().map(|n| n as f64)),
        }
        .filter(|share| *share > 0.0)
    }

    /// The severity of the base whose values hold for `severity`: its own, or else the first.
    fn lender(&self, severity: &str) -> Option<String> {
        let names = self.base().names("severity");
        if names.iter().any(|name| name == severity) { Some(severity.to_string()) } else { names.first().cloned() }
    }

    /// What the base says of a number of a severity that it does not have: that of the severity which lends its values.
    fn lent(&self, path: &[&str]) -> Option<String> {
        let ["severity", severity, ..] = path else { return None };
        let lender = self.lender(severity)?;
        let mut lent = path.to_vec();
        lent[1] = &lender;
        self.base().written(&lent)
    }

    fn severities(&mut self) {
        let fit = self.fit;
        for (i, name) in self.log.severities.clone().into_iter().enumerate() {
            let lender = self.lender(&name).filter(|lender| *lender != name);
            if let Some(from) = &lender {
                self.gaps.push(Gap::BorrowedSeverity { severity: name.clone(), from: from.clone() });
            }
            self.open(&["severity", &name], &format!("[severity.{}]", Key::from_parts([name.as_str()])));
            let loss = self.loss_of(i);
            self.cell(&["severity", &name, "loss"], loss.as_ref(), &[Table::Complaints], lender.as_deref());
            let complain = fit.complain.get(i).and_then(Option::as_ref);
            let both = [Table::Failures, Table::Complaints];
            self.cell(&["severity", &name, "complain"], complain, &both, lender.as_deref());
            if let (None, Some(amount)) = (&fit.recovery.compensation, &fit.recovery.compensation_amount) {
                self.number(&["severity", &name, "compensation_amount"], amount, &[Table::Complaints], None);
            }
            let head = format!("[severity.{}.repurchase]", Key::from_parts([name.as_str()]));
            self.open(&["severity", &name, "repurchase"], &head);
            let table = fit.loyalty.as_ref().and_then(|loyalty| loyalty.by_severity.get(i));
            for (ending, cell) in Ending::ALL.into_iter().zip(CELLS) {
                let rate = table.and_then(|table| table.rates[ending as usize].as_ref());
                let says_little = rate.is_some_and(|rate| rate.n < LEAST_CELL);
                let tables = self.loyalty_tables();
                let path = ["severity", name.as_str(), "repurchase", cell];
                if says_little {
                    if let Some(rate) = rate {
                        self.number(&path, rate, tables, Some(Unused::SaysLittle));
                    }
                    self.cell(&path, None, tables, lender.as_deref());
                } else {
                    self.cell(&path, rate, tables, lender.as_deref());
                }
            }
        }
    }

    /// A required number of a severity, which another severity of the base may lend.
    fn cell(&mut self, path: &[&str], estimate: Option<&Estimate>, tables: &[Table], lender: Option<&str>) {
        let key = Key::from_parts(path.iter().copied()).to_string();
        if let (None, None, Some(lender)) = (estimate, self.given(&key), lender) {
            let mut lent = path.to_vec();
            lent[1] = lender;
            if let Some(value) = self.base().written(&lent) {
                let last = path.last().copied().unwrap_or_default();
                let line = format!("{:<56}# of {lender}", format!("{last} = {value}"));
                self.line(&line);
                return;
            }
        }
        self.required(path, estimate, tables);
    }

    /// The loss of a severity: the mean over its kinds where it is known for all.
    fn loss_of(&self, severity: usize) -> Option<Estimate> {
        let kinds = self.log.severity_of_kind.iter().enumerate().filter(|(_, of)| **of as usize == severity);
        let losses: Option<Vec<f64>> = kinds.map(|(kind, _)| self.frame.loss.get(kind).copied().flatten()).collect();
        let losses = losses.filter(|losses| !losses.is_empty())?;
        Some(exact(losses.len() as u64, losses.iter().sum::<f64>() / losses.len() as f64, Method::Judgement))
    }

    fn loyalty(&mut self) {
        let Some(loyalty) = &self.fit.loyalty else {
            self.gaps.push(Gap::Loyalty);
            return;
        };
        if !self.log.knows_leaving() {
            self.gaps.push(Gap::InferredLeaving);
        }
        self.open(&["loyalty"], "[loyalty]");
        if let Some(reference) = loyalty.base.reference {
            let n = loyalty.base.by_segment.iter().flatten().map(|estimate| estimate.n).sum();
            let estimate = exact(n, reference, Method::ClusterMean);
            let tables = self.loyalty_tables();
            self.number(&["loyalty", "reference_base"], &estimate, tables, None);
        }
        let tables = [Table::Customers, Table::Failures, Table::Complaints];
        for (key, estimate) in
            [("selection_share", self.frame.selection_share), ("solicited_response", self.frame.solicited_response)]
        {
            if let Some(estimate) = estimate {
                self.number(&["loyalty", key], estimate, &tables, None);
            }
        }
    }

    fn recovery(&mut self) {
        let recovery = &self.fit.recovery;
        let has_desk = self.base().get(&["recovery", "desk"]).is_some_and(Value::is_table);
        let source = [Table::Complaints];
        self.open(&["recovery"], "[recovery]");
        let quick = has_desk.then_some(Unused::FollowsFromDesk);
        let resolved = recovery.resolved.as_ref().map(|resolved| self.without_compensation(resolved));
        for (key, estimate, unused) in [
            ("resolves", &resolved, None),
            ("quick", &recovery.quick, quick),
            ("compensation", &recovery.compensation, None),
        ] {
            if let Some(estimate) = estimate {
                self.number(&["recovery", key], estimate, &source, unused);
            }
        }
        if recovery.compensation.is_none() && recovery.compensation_amount.is_some() {
            self.gaps.push(Gap::Loss);
        }
        let unused = (!has_desk).then_some(Unused::NoDesk);
        if has_desk {
            self.open(&["recovery", "desk"], "[recovery.desk]");
        }
        for (key, estimate) in [
            ("contacts_per_case", &recovery.contacts_per_case),
            ("handle_minutes", &recovery.handle_minutes),
            ("resolve_median_hours", &recovery.resolve_median_hours),
            ("resolve_shape", &recovery.resolve_shape),
        ] {
            if let Some(estimate) = estimate {
                self.number(&["recovery", "desk", key], estimate, &source, unused);
            }
        }
        for (key, estimate) in
            [("first_contact", &recovery.first_contact), ("answered_in_time", &recovery.answered_in_time)]
        {
            if let Some(estimate) = estimate {
                self.number(&["recovery", key], estimate, &source, Some(Unused::NotInModel));
            }
        }
        let does = DOES.iter().filter(|path| self.base().get(path).is_some_and(|value| value.as_float() != Some(0.0)));
        let does: Vec<Gap> =
            does.map(|path| Gap::ReferenceDoes { key: Key::from_parts(path.iter().copied()).to_string() }).collect();
        self.gaps.extend(does);
    }

    /// The share resolved without compensation, `recovery.resolves`: with it, r = resolves + (resolves_max - resolves) G(x). Where
    /// the base has no `resolves_max`, compensation resolves no more cases, and the two are one.
    fn without_compensation(&self, resolved: &Estimate) -> Estimate {
        let recovery = |key| self.base().number(&["recovery", key]);
        let fitted = self.fit.recovery.compensation.as_ref().map(|compensation| compensation.value);
        let (Some(most), Some(x)) = (recovery("resolves_max"), fitted.or(recovery("compensation"))) else {
            return resolved.clone();
        };
        let curve = match self.base().text(&["recovery", "compensation_curve"]) {
            Some("s-shaped") => CompensationCurve::SShaped,
            _ => CompensationCurve::Concave,
        };
        let effect = compensation_effect(curve, x);
        if effect >= 1.0 || resolved.value >= most {
            return resolved.clone();
        }
        let without = |share: f64| ((share - most * effect) / (1.0 - effect)).max(0.0);
        let mut estimate = resolved.clone();
        for share in [&mut estimate.value, &mut estimate.low, &mut estimate.high] {
            *share = without(*share);
        }
        estimate.standard_error /= 1.0 - effect;
        estimate.spread = Spread::beta_of(estimate.value, estimate.standard_error);
        estimate
    }

    fn growth(&mut self) {
        let Some(growth) = &self.fit.growth_per_year else { return };
        self.open(&["acquisition"], "[acquisition]");
        self.number(&["acquisition", "growth_per_year"], growth, &[Table::Customers], None);
    }

    /// Writes the values that were given by hand into their tables, or into new ones.
    fn write_given(&mut self) {
        let given = self.frame.given;
        for (name, value) in given {
            let Some(Key(path)) = Key::parse(name) else {
                self.troubles.push(Trouble::CannotSet { key: name.clone() });
                continue;
            };
            let Some((last, parent)) = path.split_last() else { continue };
            let line = format!("{:<56}# given\n", format!("{} = {value}", Key::from_parts([last.as_str()])));
            if let Some(section) = self.sections.iter_mut().find(|section| section.path == parent) {
                section.text.push_str(&line);
            } else if parent.first().is_none_or(|first| LISTS.contains(&first.as_str())) {
                self.troubles.push(Trouble::CannotSet { key: name.clone() });
            } else {
                let head = format!("\n[{}]\n{line}", Key(parent.to_vec()));
                self.sections.push(Section { path: parent.to_vec(), text: head });
            }
        }
    }

    /// Segments of the base that the data do not have.
    fn foreign_segments(&mut self) {
        for segment in self.base().names("segment") {
            if !self.log.segments.contains(&segment) {
                self.troubles.push(Trouble::ForeignSegment { segment });
            }
        }
    }

    /// Cells that were estimated in order stay in order in every draw.
    fn orders(&mut self) {
        let Some(loyalty) = &self.fit.loyalty else { return };
        for (i, table) in loyalty.by_severity.iter().enumerate() {
            let name = self.log.severities[i].clone();
            let cells: Vec<(&str, f64)> = CELLS[1..]
                .iter()
                .zip(&table.rates[1..])
                .filter_map(|(cell, rate)| Some((*cell, rate.as_ref().filter(|rate| rate.n >= LEAST_CELL)?.value)))
                .collect();
            let is_uncertain = |cell: &str| {
                let key = Key::from_parts(["severity", name.as_str(), "repurchase", cell]).to_string();
                self.numbers.iter().any(|n| n.key == key && n.unused.is_none() && n.written.starts_with('{'))
            };
            let is_rising = cells.windows(2).all(|pair| pair[0].1 < pair[1].1);
            if cells.len() < 2 || !is_rising || !cells.iter().all(|(cell, _)| is_uncertain(cell)) {
                continue;
            }
            let key = |(cell, _): &(&str, f64)| {
                quoted(&Key::from_parts(["severity", name.as_str(), "repurchase", cell]).to_string())
            };
            let keys: Vec<String> = cells.iter().map(key).collect();
            self.open(&["order"], &format!("[[order]]\nkeys = [{}]", keys.join(", ")));
        }
    }

    fn strategies(&mut self) {
        if !self.base().is_preset {
            return;
        }
        self.open(
            &["strategy"],
            "# What the data show is \"today\". The other strategies are shipped policies, whose costs and effects are assumptions:\n\
             # replace them by what you could do.\n\
             [[strategy]]\nname = \"today\"\n\n\
             [[strategy]]\nname = \"listen\"\nextends = \"strategy:listening-posts\"\n\n\
             [[strategy]]\nname = \"first line\"\nextends = \"strategy:first-line\"\n\n\
             [[strategy]]\nname = \"listen and answer\"\nextends = [\"strategy:listening-posts\", \"strategy:first-line\"]",
        );
    }

    /// Source and method of every number in the study.
    fn inputs(&mut self) {
        let numbers = std::mem::take(&mut self.numbers);
        for number in numbers.iter().filter(|number| number.unused.is_none()) {
            let name =
                |table: &Table| self.frame.files.iter().find(|(of, _)| of == table).map(|(_, name)| name.as_str());
            let files: Vec<&str> = number.tables.iter().filter_map(name).collect();
            let source = format!("fitted from {}, n = {}", files.join(", "), number.estimate.n);
            let head = format!("[[input]]\nkey = {}\nsource = {}", quoted(&number.key), quoted(&source));
            self.open(&["input"], &head);
        }
        self.numbers = numbers;
    }

    fn tables(&mut self) {
        if self.log.failures.is_none() {
            self.gaps.extend([Gap::ComplainShare, Gap::SilentCustomers]);
        }
        match &self.log.purchases {
            None => self.gaps.push(Gap::Purchases),
            Some(purchases) if purchases.margin.iter().all(Option::is_none) => self.gaps.push(Gap::Margin),
            Some(_) => {}
        }
        self.gaps.push(Gap::Outside);
    }
}

/// Fewer observations than this leave a cell of the repurchase table to the base.
pub const LEAST_CELL: u64 = 10;
/// Prospects of a study on a preset, as the defaults of the two keys have it.
const PROSPECTS_PER_CUSTOMER: u64 = 4;
/// What the only severity is called where the data name none.
pub const UNNAMED: &str = "failure";

/// The remark behind a number: estimate, interval, observations.
fn remark(number: &Number) -> String {
    let Estimate { n, value, low, high, .. } = number.estimate;
    let short = |x: f64| format!("{:?}", format!("{x:.2e}").parse().unwrap_or(x));
    let warning = if number.estimate.cautions.iter().any(|c| matches!(c, Caution::FewObservations { .. })) {
        ", few"
    } else {
        ""
    };
    if number.estimate.method == Method::Judgement {
        return format!("# judgement: {} to {}", short(low), short(high));
    }
    if low < high {
        format!("# {} ({} to {}), n = {n}{warning}", short(value), short(low), short(high))
    } else {
        format!("# n = {n}{warning}")
    }
}

/// Gives the log the severities of the base where the data name none: that of the kind of the same name, or else its first.
pub fn take_severities(log: &mut Log, base: &Base) {
    let is_unnamed = matches!(log.severities.as_slice(), [only] if only == UNNAMED);
    let Some(first) = base.names("severity").into_iter().next().filter(|_| is_unnamed) else { return };
    let mut names: Vec<String> = Vec::new();
    let mut number = |name: String| {
        names.iter().position(|known| *known == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        }) as u32
    };
    let of = |kind: &String| base.text(&["failure", kind, "severity"]).map_or_else(|| first.clone(), str::to_string);
    log.severity_of_kind = log.kinds.iter().map(|kind| number(of(kind))).collect();
    if names.is_empty() {
        names.push(first.clone());
    }
    log.severities = names;
}

/// The numbers of a fit under their keys, and the text of a study with them.
///
/// # Errors
/// Required numbers that are nowhere, segments of the base that the data do not have, values for unknown tables.
pub fn study(log: &Log, fit: &Fit, frame: &Frame<'_>) -> Result<Written, Vec<Trouble>> {
    let (numbers, gaps, troubles, sections) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut writer = Writer { log, fit, frame, numbers, gaps, troubles, sections };
    writer.foreign_segments();
    writer.head();
    writer.market();
    writer.segments();
    writer.failures();
    writer.severities();
    writer.loyalty();
    writer.recovery();
    writer.growth();
    writer.write_given();
    writer.strategies();
    writer.orders();
    writer.tables();
    writer.inputs();
    let Writer { numbers, gaps, troubles, sections, .. } = writer;
    let text = sections.into_iter().map(|section| section.text).collect();
    if troubles.is_empty() { Ok(Written { numbers, gaps, text }) } else { Err(troubles) }
}

#[cfg(test)]
mod tests {
    use toml::Table as Values;

    use super::{Frame, Table, Trouble, UNNAMED, study, take_severities, written};
    use crate::base::Base;
    use crate::estimate::Spread;
    use crate::firm::Truth;
    use crate::fit::{Fit, Question, fit};
    use crate::log::Log;

    fn base(text: &str, is_preset: bool) -> Base {
        Base { extends: "preset:x".into(), is_preset, values: text.parse().expect("it is TOML") }
    }

    const PRESET: &str = "[severity.problem]\nloss = 50.0\ncomplain = 0.5\n\
        repurchase = { silent = 0.6, unresolved = 0.5, resolved = 0.8, quick = 0.9 }\n";

    fn firm() -> (Log, Fit) {
        let log = Truth { customers: 600, ..Truth::default() }.log(1);
        let found = fit(&log.check().expect("it is sound"), &Question::default());
        (log, found)
    }

    fn frame<'a>(base: &'a Base, given: &'a [(String, String)], files: &'a [(Table, String)]) -> Frame<'a> {
        let (selection_share, solicited_response) = (None, None);
        Frame { title: "t", currency: None, base, files, given, loss: &[], selection_share, solicited_response }
    }

    #[test]
    fn what_is_missing_is_named_and_what_is_given_is_written() {
        let ((log, found), base) = (firm(), base(PRESET, true));
        let missing = study(&log, &found, &frame(&base, &[], &[])).expect_err("nobody knows what keeping costs");
        let key = |segment: usize| Trouble::Missing { key: format!("segment.\"segment {segment}\".retention_cost") };
        assert_eq!(missing, [key(0), key(1)]);
        let given: Vec<(String, String)> =
            (0..2).map(|i| (format!("segment.\"segment {i}\".retention_cost"), "12".to_string())).collect();
        let files = [(Table::Customers, "c.csv".to_string()), (Table::Purchases, "p.csv".to_string())];
        let text = study(&log, &found, &frame(&base, &given, &files)).expect("all is there").text;
        let values: Values = text.parse().expect("it is TOML");
        assert_eq!(values["segment"][1]["retention_cost"].as_integer(), Some(12));
        assert_eq!(
            values["severity"]["severity 0"]["loss"].as_float(),
            Some(50.0),
            "lent by the only severity of the base"
        );
        let shares: f64 = (0..2).map(|i| values["segment"][i]["share"].as_float().unwrap_or_default()).sum();
        assert!((shares - 1.0).abs() < 1e-12, "{shares}");
        assert!(text.contains("source = \"fitted from c.csv, p.csv, n = "), "{text}");
    }

    #[test]
    fn segments_of_the_base_alone_and_unknown_tables_are_troubles() {
        let ((log, found), base) = (firm(), base("[[segment]]\nname = \"x\"\n", false));
        let given = [("segment.y.margin".to_string(), "5".to_string())];
        let troubles = study(&log, &found, &frame(&base, &given, &[])).expect_err("they do not fit");
        assert!(troubles.contains(&Trouble::ForeignSegment { segment: "x".into() }), "{troubles:?}");
        assert!(troubles.contains(&Trouble::CannotSet { key: "segment.y.margin".into() }), "{troubles:?}");
    }

    #[test]
    fn severities_that_nobody_names_are_those_of_the_base() {
        let (mut log, _) = firm();
        let kinds = log.kinds.len();
        log.severities = vec![UNNAMED.to_string()];
        log.severity_of_kind = vec![0; kinds];
        let text = "[severity.minor]\n[severity.major]\n[[failure]]\nname = \"kind 1\"\nseverity = \"major\"\n";
        take_severities(&mut log, &base(text, false));
        assert_eq!((log.severities, log.severity_of_kind), (vec!["minor".into(), "major".into()], vec![0, 1]));
    }

    #[test]
    fn spreads_are_written_as_a_study_reads_them() {
        assert_eq!(written(&Spread::Beta { a: 1.5, b: 2.0 }), "{ beta = [1.5, 2.0] }");
        assert_eq!(written(&Spread::Interval { low: 0.123_456_789, high: 0.5 }), "{ low = 0.123457, high = 0.5 }");
        assert_eq!(written(&Spread::Exact { value: 1_234.567_891 }), "1234.57");
    }
}
