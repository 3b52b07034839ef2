//! Kano: what kind of need a feature meets.
//!
//! The pair of a functional question ("how do you feel if it is there?") and a dysfunctional one ("if it is not?") gives a
//! category by the standard table of 5 by 5. Better and worse coefficients: Berger and others, "Kano's methods for
//! understanding customer-defined quality", Center for Quality of Management Journal 2 (1993) 3. Category and total strength:
//! Lee and Newcomb, "Applying the Kano methodology to meet customer requirements", Quality Management Journal 4 (1997) 95. Test
//! of the largest against the second category: Fong, "Using the self-stated importance questionnaire to interpret Kano
//! questionnaire results", Center for Quality of Management Journal 5 (1996) 21.

use serde::Serialize;

use crate::estimate::{Estimate, Z};
use crate::proportion::{goodman, share, shares};

/// An answer to a question of the questionnaire, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// "I like it that way."
    Like,
    /// "It must be that way."
    MustBe,
    /// "I am neutral."
    Neutral,
    /// "I can live with it that way."
    LiveWith,
    /// "I dislike it that way."
    Dislike,
}

impl Answer {
    /// The answer with that number, 1 (like) to 5 (dislike).
    pub fn from_number(number: u32) -> Option<Answer> {
        use Answer::{Dislike, Like, LiveWith, MustBe, Neutral};
        [Like, MustBe, Neutral, LiveWith, Dislike].get(number.checked_sub(1)? as usize).copied()
    }
}

/// A category of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Expected; its absence dissatisfies.
    MustBe,
    /// More is better, less is worse.
    OneDimensional,
    /// Delights; its absence does not dissatisfy.
    Attractive,
    /// Neither way.
    Indifferent,
    /// Its absence is preferred.
    Reverse,
    /// The two answers contradict each other.
    Questionable,
}

impl Category {
    /// All of them, in the order in which ties are decided: M > O > A > I, by the effect of absence.
    pub const ALL: [Category; 6] = [
        Category::MustBe,
        Category::OneDimensional,
        Category::Attractive,
        Category::Indifferent,
        Category::Reverse,
        Category::Questionable,
    ];

    /// The category of a pair of answers.
    pub fn of(functional: Answer, dysfunctional: Answer) -> Category {
        use Answer::{Dislike, Like};
        match (functional, dysfunctional) {
            (Like, Like) | (Dislike, Dislike) => Category::Questionable,
            (Like, Dislike) => Category::OneDimensional,
            (Like, _) => Category::Attractive,
            (Dislike, _) | (_, Like) => Category::Reverse,
            (_, Dislike) => Category::MustBe,
            _ => Category::Indifferent,
        }
    }
}

/// The kind of need of a failure, as the model's `failure.NAME.need` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// A must-be.
    MustBe,
    /// A one-dimensional need.
    Performance,
    /// An attractive one.
    Attractive,
}

/// What the answers say about one item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// Respondents with both answers.
    pub n: u64,
    /// Respondents by category, in the order of [`Category::ALL`].
    pub counts: [u64; 6],
    /// Shares by category.
    pub shares: Vec<Estimate>,
    /// Simultaneous 90 % intervals of the shares (Goodman).
    pub together: Vec<(f64, f64)>,
    /// The most frequent category; ties go to the one with the greater effect of absence.
    pub category: Category,
    /// Share of the most frequent category minus that of the second.
    pub category_strength: f64,
    /// Share of must-be, one-dimensional and attractive.
    pub total_strength: f64,
    /// Whether the most frequent category is distinguishable from the second (Fong's test at 90 %).
    pub distinct: bool,
    /// Better: how much satisfaction rises if it is there, (A + O) / (A + O + M + I), 0 to 1.
    pub better: Option<Estimate>,
    /// Worse, without its sign: how much satisfaction falls if it is not, (O + M) / (A + O + M + I), 0 to 1.
    pub worse: Option<Estimate>,
    /// The kind of need: the most frequent of must-be, one-dimensional and attractive; `None` where more respondents are
    /// indifferent, reverse or contradictory.
    pub need: Option<Need>,
}

/// An item of a questionnaire, and its answers: respondents have the same place in every column, a missing answer is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// Its name.
    pub name: String,
    /// Answers to "how do you feel if it is there?".
    pub functional: Vec<Option<Answer>>,
    /// Answers to "how do you feel if it is not?".
    pub dysfunctional: Vec<Option<Answer>>,
}

/// What a questionnaire says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Questionnaire {
    /// Respondents with both answers to an item, the most of any item.
    pub respondents: u64,
    /// The items, in the order of the questionnaire.
    pub items: Vec<Named>,
}

/// What the answers say about a named item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Its share of the sum of the worse coefficients of all items, 0 to 1: how much of the dissatisfaction it would cause if all
    /// were missing.
    pub weight: Option<f64>,
    /// What the answers say.
    #[serde(flatten)]
    pub item: Item,
}

/// What all answers of a questionnaire say.
pub fn questionnaire(asked: &[Asked]) -> Questionnaire {
    let items: Vec<Item> = asked.iter().map(|asked| item(&asked.functional, &asked.dysfunctional)).collect();
    let worse = |item: &Item| item.worse.as_ref().map(|worse| worse.value);
    let sum: f64 = items.iter().filter_map(worse).sum();
    let named = |(asked, item): (&Asked, Item)| Named {
        name: asked.name.clone(),
        weight: worse(&item).filter(|_| sum > 0.0).map(|worse| worse / sum),
        item,
    };
    Questionnaire {
        respondents: items.iter().map(|item| item.n).max().unwrap_or_default(),
        items: asked.iter().zip(items).map(named).collect(),
    }
}

/// What the answers of all respondents say about an item. Respondents who left out one of the two do not count.
pub fn item(functional: &[Option<Answer>], dysfunctional: &[Option<Answer>]) -> Item {
    let mut counts = [0_u64; 6];
    for pair in functional.iter().zip(dysfunctional) {
        if let (Some(functional), Some(dysfunctional)) = pair {
            counts[Category::of(*functional, *dysfunctional) as usize] += 1;
        }
    }
    of_counts(counts)
}

/// The same from the number of respondents by category.
pub fn of_counts(counts: [u64; 6]) -> Item {
    let n: u64 = counts.iter().sum();
    let whole = (n as f64).max(1.0);
    let first = (0..6).rev().max_by_key(|&i| counts[i]).unwrap_or(0);
    let second = (0..6).filter(|&i| i != first).map(|i| counts[i]).max().unwrap_or(0);
    let (a, b) = (counts[first] as f64, second as f64);
    let [must, one, attractive, indifferent, reverse, questionable] = counts;
    let valued = must + one + attractive;
    let answered = valued + indifferent;
    let kind = if must >= one && must >= attractive {
        Need::MustBe
    } else if one >= attractive {
        Need::Performance
    } else {
        Need::Attractive
    };
    let need = (valued > 0 && valued >= indifferent + reverse + questionable).then_some(kind);
    Item {
        n,
        counts,
        shares: shares(&counts),
        together: goodman(&counts),
        category: Category::ALL[first],
        category_strength: (a - b) / whole,
        total_strength: valued as f64 / whole,
        distinct: a - b >= Z * ((a + b) * (2.0 * whole - a - b) / (2.0 * whole)).sqrt() && n > 0,
        better: (answered > 0).then(|| share(attractive + one, answered)),
        worse: (answered > 0).then(|| share(one + must, answered)),
        need,
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Asked, Category, Need, item, of_counts, questionnaire};
    use crate::chance::Chance;

    #[test]
    fn the_table_is_the_standard_one() {
        // Berger and others 1993: rows are functional answers, columns dysfunctional ones, from like to dislike.
        let table = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"];
        for (row, letters) in (1..).zip(table) {
            for (column, letter) in (1..).zip(letters.chars()) {
                let category = Category::of(
                    Answer::from_number(row).expect("it is one of five"),
                    Answer::from_number(column).expect("it is one of five"),
                );
                let expected = Category::ALL["MOAIRQ".find(letter).expect("it is a category")];
                assert_eq!(category, expected, "{row} {column}");
            }
        }
        assert_eq!((Answer::from_number(0), Answer::from_number(6)), (None, None));
    }

    #[test]
    fn coefficients_and_strengths_by_hand() {
        // M 30, O 20, A 10, I 30, R 5, Q 5.
        let item = of_counts([30, 20, 10, 30, 5, 5]);
        assert_eq!((item.n, item.category, item.need), (100, Category::MustBe, Some(Need::MustBe)));
        let value = |estimate: &Option<crate::estimate::Estimate>| estimate.as_ref().expect("it is known").value;
        assert!((value(&item.better) - 30.0 / 90.0).abs() < 1e-12 && (value(&item.worse) - 50.0 / 90.0).abs() < 1e-12);
        assert!(item.category_strength == 0.0 && (item.total_strength - 0.6).abs() < 1e-12 && !item.distinct);
        // Fong: 50 against 30 of 100: 20 >= 1.645 sqrt(80 * 120 / 200) = 11.4; 40 against 30 is not: 10 < 11.2.
        assert!(of_counts([50, 30, 20, 0, 0, 0]).distinct && !of_counts([40, 30, 30, 0, 0, 0]).distinct);
        assert_eq!(of_counts([5, 5, 5, 60, 0, 0]).need, None);
        assert_eq!(of_counts([5, 20, 30, 10, 0, 0]).need, Some(Need::Attractive));
        assert_eq!(of_counts([5, 30, 30, 10, 0, 0]).need, Some(Need::Performance));
        let none = of_counts([0; 6]);
        assert!(none.better.is_none() && none.need.is_none() && !none.distinct);
    }

    #[test]
    fn missing_answers_do_not_count_and_the_truth_is_covered() {
        let (like, dislike) = (Some(Answer::Like), Some(Answer::Dislike));
        assert_eq!(item(&[like, None, like], &[dislike, dislike, None]).counts, [0, 1, 0, 0, 0, 0]);
        // 400 surveys of 120; outside 336 to 384 of 400 is 4 standard errors from 90 %.
        let truth = [0.3, 0.25, 0.2, 0.15, 0.05, 0.05];
        let mut covered = 0;
        for seed in 0..400 {
            let mut chance = Chance::new(seed);
            let mut counts = [0; 6];
            (0..120).for_each(|_| counts[chance.choice(&truth)] += 1);
            covered += u32::from(of_counts(counts).better.expect("there are answers").covers(0.45 / 0.9));
        }
        assert!((336..=384).contains(&covered), "{covered}");
    }

    #[test]
    fn weights_are_shares_of_what_absence_does() {
        use Answer::{Dislike, Like, Neutral};
        let asked = |name: &str, pairs: &[(Answer, Answer)]| Asked {
            name: name.into(),
            functional: pairs.iter().map(|pair| Some(pair.0)).collect(),
            dysfunctional: pairs.iter().map(|pair| Some(pair.1)).collect(),
        };
        // One-dimensional, must-be and indifferent: worse of 1, 1/2 and none.
        let all = [
            asked("a", &[(Like, Dislike), (Neutral, Dislike)]),
            asked("b", &[(Neutral, Dislike), (Neutral, Neutral)]),
            asked("c", &[(Like, Like)]),
        ];
        let found = questionnaire(&all);
        let worse = |i: usize| found.items[i].item.worse.as_ref().expect("it was answered").value;
        let sum = worse(0) + worse(1);
        assert_eq!(found.items[0].weight, Some(worse(0) / sum));
        assert_eq!((found.items[2].weight, found.respondents), (None, 2));
        assert!(worse(0) > worse(1));
    }
}
