//! Section 8, money: what a period earns and costs, and what it is worth today.

use crate::scenario::case::{Case, Horizon, TerminalValue};

/// The exact accounts: every line of contribution and programme cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// Margin of purchases.
    Margin = 0,
    /// Cost to serve and keep active customers.
    Retention,
    /// Cost of bought customers.
    Acquisition,
    /// Contacts of front line and desk.
    Contacts,
    /// Compensation paid.
    Compensation,
    /// Purchase prices paid back under the guarantee.
    Refunds,
    /// Desk positions.
    Agents,
    /// Fixed cost of the programme.
    Fixed,
    /// Training.
    Training,
    /// Prevention.
    Prevention,
    /// Soliciting complaints.
    Soliciting,
    /// Detecting failures.
    Detection,
    /// Telling customers beforehand what may fail.
    Forewarning,
    /// Spending behind responses.
    Responses,
    /// Setup.
    Setup,
    /// Worth of the customers beyond the horizon, contribution side.
    TerminalContribution,
    /// The same, programme side.
    TerminalProgramme,
}

/// How many accounts there are.
pub const ACCOUNTS: usize = Account::TerminalProgramme as usize + 1;

/// Names of the accounts in tables.
pub const ACCOUNT_NAMES: [&str; ACCOUNTS] = [
    "margin",
    "retention",
    "acquisition",
    "contacts",
    "compensation",
    "refunds",
    "agents",
    "fixed",
    "training",
    "prevention",
    "soliciting",
    "detection",
    "forewarning",
    "responses",
    "setup",
    "terminal_contribution",
    "terminal_programme",
];

impl Account {
    /// All accounts, in order.
    pub const ALL: [Account; ACCOUNTS] = [
        Account::Margin,
        Account::Retention,
        Account::Acquisition,
        Account::Contacts,
        Account::Compensation,
        Account::Refunds,
        Account::Agents,
        Account::Fixed,
        Account::Training,
        Account::Prevention,
        Account::Soliciting,
        Account::Detection,
        Account::Forewarning,
        Account::Responses,
        Account::Setup,
        Account::TerminalContribution,
        Account::TerminalProgramme,
    ];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        ACCOUNT_NAMES[self as usize]
    }

    /// The sign with which the account enters the NPV.
    pub fn sign(self) -> f64 {
        if matches!(self, Account::Margin | Account::TerminalContribution) { 1.0 } else { -1.0 }
    }

    /// Whether the account belongs to programme cost rather than to contribution.
    pub fn is_programme(self) -> bool {
        !matches!(self, Account::Margin | Account::Retention | Account::Acquisition | Account::TerminalContribution)
    }
}

/// Amounts by account, in money.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Accounts(pub [f64; ACCOUNTS]);

impl Accounts {
    /// Adds to an account.
    #[inline]
    pub fn add(&mut self, account: Account, amount: f64) {
        self.0[account as usize] += amount;
    }

    /// The amount of an account.
    pub fn get(&self, account: Account) -> f64 {
        self.0[account as usize]
    }

    /// Contribution: margin less retention and acquisition cost, plus terminal worth.
    pub fn contribution(&self) -> f64 {
        self.get(Account::Margin) - self.get(Account::Retention) - self.get(Account::Acquisition)
            + self.get(Account::TerminalContribution)
    }

    /// Programme cost.
    pub fn programme(&self) -> f64 {
        Account::ALL.iter().filter(|a| a.is_programme()).map(|&a| self.get(a)).sum()
    }
}

/// What money needs to know of a period.
#[derive(Clone, Copy, Debug, Default)]
pub struct Activity {
    /// Customers at the start.
    pub active: f64,
    /// Margin of the purchases made, in money.
    pub margin: f64,
    /// Retention cost, in money.
    pub retention: f64,
    /// Acquisition cost, in money.
    pub acquisition: f64,
    /// Cases: episodes that the firm heard of and the guarantee did not settle.
    pub cases: f64,
    /// Episodes that the guarantee settled.
    pub invocations: f64,
    /// Cases that the front line did not settle.
    pub desk_cases: f64,
    /// Compensation paid, in money.
    pub compensation: f64,
}

/// What stays the same over periods.
#[derive(Clone, Debug)]
pub struct MoneyRules {
    /// Margin of a customer's purchase, by segment.
    pub margin: Vec<f64>,
    /// Expected purchases of a customer per period, by segment.
    pub purchases: Vec<f64>,
    /// Retention cost of a customer per period, by segment.
    pub retention: Vec<f64>,
    per_contact: f64,
    per_contact_front_line: f64,
    per_contact_desk: f64,
    refund: f64,
    agents: f64,
    fixed: f64,
    training: f64,
    prevention: f64,
    soliciting: f64,
    detection: f64,
    forewarning: f64,
    responses: f64,
    setup: f64,
    horizon: Horizon,
}

/// The last period, seen from the end: what terminal value needs.
#[derive(Clone, Copy, Debug)]
pub struct LastPeriod {
    /// Its accounts.
    pub accounts: Accounts,
    /// Customers at its start.
    pub active: f64,
    /// Those who stayed.
    pub stayers: f64,
    /// Customers after it.
    pub active_after: f64,
}

impl MoneyRules {
    /// The rules of a case.
    pub fn new(case: &Case) -> Self {
        let y = case.horizon.period.per_year();
        let (costs, recovery) = (&case.costs, &case.recovery);
        let desk = recovery.desk.as_ref();
        MoneyRules {
            margin: case.segments.iter().map(|s| s.margin).collect(),
            purchases: case.segments.iter().map(|s| s.purchases_per_year / y).collect(),
            retention: case.segments.iter().map(|s| s.retention_cost / y).collect(),
            per_contact: costs.per_contact,
            per_contact_front_line: costs.per_contact * recovery.front_line_share,
            per_contact_desk: costs.per_contact * desk.map_or(1.0, |d| d.contacts_per_case),
            refund: case.guarantee.refund,
            agents: desk.map_or(0.0, |d| d.agents.floor()) * costs.agent_per_year / y,
            fixed: costs.fixed_per_year / y,
            training: costs.training_per_year / y,
            prevention: costs.prevention_per_year / y,
            soliciting: case.voice.solicit_cost / y,
            detection: costs.detection_per_customer_year / y,
            forewarning: costs.forewarning_per_customer_year / y,
            responses: case.responses.iter().map(|r| r.spend_per_year).sum::<f64>() / y,
            setup: costs.setup,
            horizon: case.horizon.clone(),
        }
    }

    /// The accounts of period `t`, undiscounted.
    pub fn accounts(&self, t: u32, activity: &Activity) -> Accounts {
        let mut accounts = Accounts::default();
        accounts.add(Account::Margin, activity.margin);
        accounts.add(Account::Retention, activity.retention);
        accounts.add(Account::Acquisition, activity.acquisition);
        let contacts = self.per_contact_front_line * activity.cases + self.per_contact_desk * activity.desk_cases;
        accounts.add(Account::Contacts, contacts + self.per_contact * activity.invocations);
        accounts.add(Account::Compensation, activity.compensation);
        accounts.add(Account::Refunds, self.refund * activity.invocations);
        accounts.add(Account::Agents, self.agents);
        accounts.add(Account::Fixed, self.fixed);
        accounts.add(Account::Training, self.training);
        accounts.add(Account::Prevention, self.prevention);
        accounts.add(Account::Soliciting, self.soliciting * activity.active);
        accounts.add(Account::Detection, self.detection * activity.active);
        accounts.add(Account::Forewarning, self.forewarning * activity.active);
        accounts.add(Account::Responses, self.responses);
        if t == 0 {
            accounts.add(Account::Setup, self.setup);
        }
        accounts
    }

    /// The worth today of one unit of money in period `t`: (1 + discount rate)^(-t/Y).
    pub fn discount(&self, t: u32) -> f64 {
        self.horizon.discount(t)
    }

    /// Adds the worth of the customers who are there after the last of `periods` periods, when asked for.
    ///
    /// There is none where nobody is active, nor where customers never leave and money is not
    /// discounted: the sum would have no end.
    pub fn add_terminal_value(&self, periods: u32, last: &LastPeriod, worth: &mut Accounts) {
        if self.horizon.terminal_value != TerminalValue::Clv || !(last.active > 0.0) {
            return;
        }
        let v = self.discount(1);
        let s = last.stayers / last.active;
        if s * v >= 1.0 {
            return;
        }
        let customers = self.discount(periods) * last.active_after / (1.0 - s * v) / last.active;
        let earned = last.accounts.get(Account::Margin) - last.accounts.get(Account::Retention);
        let spent = last.accounts.programme() - last.accounts.get(Account::Setup);
        worth.add(Account::TerminalContribution, customers * earned);
        worth.add(Account::TerminalProgramme, customers * spent);
    }
}
