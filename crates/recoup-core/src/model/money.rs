//! Section 8, money: what a period earns and costs, and what it is worth today.

use serde::{Deserialize, Serialize};

use crate::model::classes::Class;
use crate::scenario::horizon::{Counted, Horizon, TerminalValue};
use crate::scenario::ramp::Views;

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

    /// The accounts of a period: all but the two beyond the horizon.
    pub fn of_periods() -> impl Iterator<Item = Account> {
        Account::ALL
            .into_iter()
            .filter(|account| !matches!(account, Account::TerminalContribution | Account::TerminalProgramme))
    }

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        ACCOUNT_NAMES[self as usize]
    }

    /// The sign with which the account enters the NPV.
    pub fn sign(self) -> f64 {
        if matches!(self, Account::Margin | Account::TerminalContribution) { 1.0 } else { -1.0 }
    }
}

/// Amounts by account, in money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Accounts(pub [f64; ACCOUNTS]);

impl Accounts {
    /// Adds to an account.
    #[inline]
    pub(crate) fn add(&mut self, account: Account, amount: f64) {
        self.0[account as usize] += amount;
    }

    /// Adds all amounts of `other`.
    pub fn add_all(&mut self, other: &Accounts) {
        for (sum, amount) in self.0.iter_mut().zip(other.0) {
            *sum += amount;
        }
    }

    /// The same, each amount times `factor`.
    pub fn times(&self, factor: f64) -> Accounts {
        Accounts(self.0.map(|amount| factor * amount))
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
        // All but margin, retention, acquisition and terminal contribution, in their order.
        let of_periods = &self.0[Account::Contacts as usize..=Account::Setup as usize];
        of_periods.iter().sum::<f64>() + self.get(Account::TerminalProgramme)
    }

    /// Contribution less programme cost.
    pub fn net(&self) -> f64 {
        self.contribution() - self.programme()
    }
}

/// What money needs to know of a period.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Activity {
    /// Customers counted.
    pub counted: f64,
    /// Margin of the purchases made, in money.
    pub margin: f64,
    /// Retention cost, in money.
    pub retention: f64,
    /// Acquisition cost, in money.
    pub acquisition: f64,
    /// Cost of soliciting complaints, in money.
    pub soliciting: f64,
    /// Cases that took a contact at the front line, false claims included.
    pub cases: f64,
    /// Episodes that the guarantee settled.
    pub invocations: f64,
    /// Cases that the front line did not settle, false claims included.
    pub desk_cases: f64,
    /// Compensation paid, in money.
    pub compensation: f64,
}

/// What stays the same over periods.
#[derive(Clone, Debug)]
pub struct MoneyRules {
    /// Margin of a customer's purchase, by segment.
    pub margin: Vec<f64>,
    /// Expected purchases of a customer per period, by class.
    pub purchases: Vec<f64>,
    /// Retention cost of a customer per period, by segment.
    pub retention: Vec<f64>,
    /// Cost of soliciting complaints from a customer per period, by segment.
    pub soliciting: Vec<f64>,
    /// Which customers of a period buy and cost.
    pub counted: Counted,
    per_contact: f64,
    per_contact_front_line: Vec<f64>,
    per_contact_desk: f64,
    /// Contacts that a case takes at the front line, in the mean, by segment.
    front_line_contacts: Vec<f64>,
    /// Contacts that a case takes at the desk.
    desk_contacts: f64,
    refund: f64,
    agents: f64,
    fixed: f64,
    training: f64,
    prevention: f64,
    detection: f64,
    forewarning: f64,
    responses: f64,
    setup: f64,
    horizon: Horizon,
}

/// The last period, seen from the end: what terminal value needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LastPeriod {
    /// Its accounts.
    pub accounts: Accounts,
    /// Customers at its start.
    pub active: f64,
    /// Customers counted.
    pub counted: f64,
    /// Those who stayed.
    pub stayers: f64,
    /// Customers after it.
    pub active_after: f64,
}

impl MoneyRules {
    /// The rules of a set of parameters as each segment meets it, lived by `classes`.
    pub(crate) fn new(views: &Views, classes: &[Class]) -> Self {
        let parameters = views.study();
        let y = parameters.horizon.per_year();
        let costs = &parameters.costs;
        let desk = parameters.recovery.desk.as_ref();
        let by_segment =
            |number: &dyn Fn(usize) -> f64| (0..parameters.segments.len()).map(number).collect::<Vec<f64>>();
        MoneyRules {
            margin: by_segment(&|g| parameters.segments[g].margin),
            purchases: classes.iter().map(|class| class.purchases_per_year / y).collect(),
            retention: by_segment(&|g| parameters.segments[g].retention_cost / y),
            soliciting: by_segment(&|g| views.for_segment(g).voice.solicit_cost / y),
            counted: parameters.horizon.counted,
            per_contact: costs.per_contact,
            per_contact_front_line: by_segment(&|g| costs.per_contact * views.for_segment(g).recovery.front_line_share),
            per_contact_desk: costs.per_contact * desk.map_or(1.0, |d| d.contacts_per_case),
            front_line_contacts: by_segment(&|g| views.for_segment(g).recovery.front_line_share),
            desk_contacts: desk.map_or(1.0, |d| d.contacts_per_case),
            refund: parameters.guarantee.refund,
            agents: desk.map_or(0.0, |d| d.agents.floor()) * costs.agent_per_year / y,
            fixed: costs.fixed_per_year / y,
            training: costs.training_per_year / y,
            prevention: costs.prevention_per_year / y,
            detection: costs.detection_per_customer_year / y,
            forewarning: costs.forewarning_per_customer_year / y,
            responses: parameters.responses.iter().map(|r| r.spend_per_year).sum::<f64>() / y,
            setup: costs.setup,
            horizon: parameters.horizon.clone(),
        }
    }

    /// The accounts of a segment in a period, undiscounted: all that is paid per customer, case and purchase.
    pub(crate) fn accounts_of_segment(&self, segment: usize, activity: &Activity) -> Accounts {
        let mut accounts = Accounts::default();
        accounts.add(Account::Margin, activity.margin);
        accounts.add(Account::Retention, activity.retention);
        accounts.add(Account::Acquisition, activity.acquisition);
        let contacts =
            self.per_contact_front_line[segment] * activity.cases + self.per_contact_desk * activity.desk_cases;
        accounts.add(Account::Contacts, contacts + self.per_contact * activity.invocations);
        accounts.add(Account::Compensation, activity.compensation);
        accounts.add(Account::Refunds, self.refund * activity.invocations);
        accounts.add(Account::Soliciting, activity.soliciting);
        accounts.add(Account::Detection, self.detection * activity.counted);
        accounts.add(Account::Forewarning, self.forewarning * activity.counted);
        accounts
    }

    /// Contacts that so many cases of a segment's customers take, of which `desk_cases` go to the desk.
    pub(crate) fn contacts(&self, segment: usize, cases: f64, desk_cases: f64) -> f64 {
        self.front_line_contacts[segment] * cases + self.desk_contacts * desk_cases
    }

    /// Whether some cases go to a front line first.
    pub(crate) fn has_front_line(&self) -> bool {
        self.front_line_contacts.iter().any(|share| *share > 0.0)
    }

    /// Adds what is paid whoever the customers are; setup only where the strategy `begins` in this period.
    pub(crate) fn add_shared(&self, begins: bool, accounts: &mut Accounts) {
        accounts.add(Account::Agents, self.agents);
        accounts.add(Account::Fixed, self.fixed);
        accounts.add(Account::Training, self.training);
        accounts.add(Account::Prevention, self.prevention);
        accounts.add(Account::Responses, self.responses);
        if begins {
            accounts.add(Account::Setup, self.setup);
        }
    }

    /// The span, and how its cash is discounted.
    pub(crate) fn horizon(&self) -> &Horizon {
        &self.horizon
    }

    /// Adds the worth of the customers who are there after the last of `periods` periods, when asked for: to `worth` in
    /// its two accounts, to `beyond` in the accounts that it is made of.
    ///
    /// There is none where nobody is active or counted. Where customers never leave and money is not discounted the sum
    /// would have no end: `true`, and nothing is added.
    pub(crate) fn add_terminal_value(
        &self,
        periods: u32,
        last: &LastPeriod,
        worth: &mut Accounts,
        beyond: &mut Accounts,
    ) -> bool {
        let anybody = last.active > 0.0 && last.counted > 0.0 && last.active_after > 0.0;
        if self.horizon.terminal_value != TerminalValue::Clv || !anybody {
            return false;
        }
        let v = self.horizon.discount(1);
        let s = last.stayers / last.active;
        if s * v >= 1.0 {
            return true;
        }
        // Customers counted in the first period beyond, per customer at its start: nobody joins there.
        let counted = self.horizon.counted.of(1.0, s);
        let customers =
            self.horizon.discount_cash(periods) * last.active_after * counted / (1.0 - s * v) / last.counted;
        let earned = last.accounts.get(Account::Margin) - last.accounts.get(Account::Retention);
        let spent = last.accounts.programme() - last.accounts.get(Account::Setup);
        worth.add(Account::TerminalContribution, customers * earned);
        worth.add(Account::TerminalProgramme, customers * spent);
        for account in Account::ALL {
            let goes_on = !matches!(account, Account::Acquisition | Account::Setup);
            beyond.add(account, if goes_on { customers * last.accounts.get(account) } else { 0.0 });
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use crate::model::money::{Account, Accounts};

    #[test]
    fn programme_cost_is_all_but_what_contribution_is_made_of() {
        let accounts = Accounts(std::array::from_fn(|i| 0.1 + 3.7 * i as f64));
        let contribution = [Account::Margin, Account::Retention, Account::Acquisition, Account::TerminalContribution];
        let others = Account::ALL.into_iter().filter(|account| !contribution.contains(account));
        let one_by_one: f64 = others.map(|account| accounts.get(account)).sum();
        assert_eq!(accounts.programme().to_bits(), one_by_one.to_bits());
    }
}
