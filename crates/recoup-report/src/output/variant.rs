//! Model variants in words: what each is called, what it sets, and whether the answer holds in them.

use crate::analysis::variants::{BuiltIn, Variants, Which};
use crate::language::{Locale, tr};

/// Variants named in a sentence for one strategy, at most.
const MOST_NAMED: usize = 3;

/// What a variant is called; the study's own as the study calls it.
pub fn name(locale: &Locale, which: &Which) -> String {
    match which {
        Which::BuiltIn(variant) => built_in_name(locale, *variant),
        Which::Own { name, .. } => name.to_string(),
    }
}

/// What a variant sets; of one of the study's own, what its author says of it, or its keys.
pub fn sets(locale: &Locale, which: &Which) -> String {
    match which {
        Which::BuiltIn(variant) => built_in_sets(locale, *variant),
        Which::Own { what, .. } => what.clone(),
    }
}

fn built_in_name(locale: &Locale, variant: BuiltIn) -> String {
    match variant {
        BuiltIn::NoReplacement => tr!(locale, "variant-no-replacement"),
        BuiltIn::DearReplacement => tr!(locale, "variant-dear-replacement"),
        BuiltIn::BeyondHorizon => tr!(locale, "variant-beyond-horizon"),
        BuiltIn::NoReplacementBeyondHorizon => tr!(locale, "variant-no-replacement-beyond-horizon"),
        BuiltIn::CashAtStart => tr!(locale, "variant-cash-at-start"),
        BuiltIn::AskedReactHalf => tr!(locale, "variant-asked-react-half"),
        BuiltIn::LoyalSpeak => tr!(locale, "variant-loyal-speak"),
        BuiltIn::UnresolvedBelowSilent => tr!(locale, "variant-unresolved-below-silent"),
        BuiltIn::FailuresMatterHalf => tr!(locale, "variant-failures-matter-half"),
        BuiltIn::HalfComplain => tr!(locale, "variant-half-complain"),
        BuiltIn::NoWordOfMouth => tr!(locale, "variant-no-word-of-mouth"),
        BuiltIn::StrongWordOfMouth => tr!(locale, "variant-strong-word-of-mouth"),
        BuiltIn::ReplacingHalfAsDear => tr!(locale, "variant-replacing-half-as-dear"),
        BuiltIn::ReplacingTwiceAsDear => tr!(locale, "variant-replacing-twice-as-dear"),
    }
}

fn built_in_sets(locale: &Locale, variant: BuiltIn) -> String {
    match variant {
        BuiltIn::NoReplacement => tr!(locale, "variant-no-replacement-sets"),
        BuiltIn::DearReplacement => tr!(locale, "variant-dear-replacement-sets"),
        BuiltIn::BeyondHorizon => tr!(locale, "variant-beyond-horizon-sets"),
        BuiltIn::NoReplacementBeyondHorizon => tr!(locale, "variant-no-replacement-beyond-horizon-sets"),
        BuiltIn::CashAtStart => tr!(locale, "variant-cash-at-start-sets"),
        BuiltIn::AskedReactHalf => tr!(locale, "variant-asked-react-half-sets"),
        BuiltIn::LoyalSpeak => tr!(locale, "variant-loyal-speak-sets"),
        BuiltIn::UnresolvedBelowSilent => tr!(locale, "variant-unresolved-below-silent-sets"),
        BuiltIn::FailuresMatterHalf => tr!(locale, "variant-failures-matter-half-sets"),
        BuiltIn::HalfComplain => tr!(locale, "variant-half-complain-sets"),
        BuiltIn::NoWordOfMouth => tr!(locale, "variant-no-word-of-mouth-sets"),
        BuiltIn::StrongWordOfMouth => tr!(locale, "variant-strong-word-of-mouth-sets"),
        BuiltIn::ReplacingHalfAsDear => tr!(locale, "variant-replacing-half-as-dear-sets"),
        BuiltIn::ReplacingTwiceAsDear => tr!(locale, "variant-replacing-twice-as-dear-sets"),
    }
}

/// Whom a sentence speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The strategy that the sentence before named.
    It,
    /// The strategy by its name.
    Named,
}

/// In how many model variants strategy `best` is the best, and which variants make another one best; names in backticks.
/// `equals` are the strategies that come to the same as `best`. None where there is nothing to choose between, or no
/// variant changes anything.
pub fn holding(locale: &Locale, found: &Variants, best: usize, equals: &[usize], subject: Subject) -> Option<String> {
    if found.variants.is_empty() || equals.len() + 1 >= found.strategies.len() {
        return None;
    }
    // Of equals the first in the file stands for all.
    let best = if equals.contains(&found.best) { found.best } else { best };
    let (name, all, holding) = (&*found.strategies[best], found.variants.len(), found.holding(best));
    if found.best != best {
        let other = &*found.strategies[found.best];
        return Some(tr!(locale, "holds-elsewhere", name = name, other = other, holding = holding, all = all));
    }
    let who = if subject == Subject::It { "it" } else { "named" };
    if holding == all {
        return Some(tr!(locale, "holds-in-all", who = who, name = name, all = all));
    }
    let turned = locale.series(&turning(locale, found, best));
    Some(tr!(locale, "holds-in-some", who = who, name = name, holding = holding, all = all, turned = turned))
}

/// By strategy that a variant makes best in place of `best`: a part of a sentence that names the variants.
fn turning(locale: &Locale, found: &Variants, best: usize) -> Vec<String> {
    let part = |strategy: usize| {
        let all: Vec<String> = found
            .turning(best)
            .filter(|variant| variant.best == strategy)
            .map(|variant| format!("`{}`", self::name(locale, &variant.which)))
            .collect();
        let more = all.len().saturating_sub(MOST_NAMED);
        let mut named: Vec<String> = all.iter().take(MOST_NAMED).cloned().collect();
        if more > 0 {
            named.push(tr!(locale, "holds-more", number = more));
        }
        let variants = locale.list(&named);
        tr!(locale, "holds-turned", variants = variants, number = all.len(), name = &*found.strategies[strategy])
    };
    let is_turned_to = |strategy: &usize| found.turning(best).any(|variant| variant.best == *strategy);
    (0..found.strategies.len()).filter(is_turned_to).map(part).collect()
}

/// What is said of variants that cannot be; nothing where all can.
pub fn impossible(locale: &Locale, found: &Variants) -> Option<String> {
    let names: Vec<String> = found.impossible.iter().map(|which| format!("`{}`", name(locale, which))).collect();
    (!names.is_empty()).then(|| tr!(locale, "variants-impossible", names = locale.list(&names), number = names.len()))
}

/// At most `most` strategies beside the reference, in their order: those that are best somewhere come before others.
pub fn foremost(found: &Variants, most: usize) -> Vec<usize> {
    let is_best = |s: &usize| *s == found.best || found.variants.iter().any(|variant| variant.best == *s);
    let (first, others): (Vec<usize>, Vec<usize>) = (1..found.strategies.len()).partition(is_best);
    let mut shown: Vec<usize> = first.into_iter().chain(others).take(most).collect();
    shown.sort_unstable();
    shown
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::analysis::variants::{BuiltIn, VariantResult, Variants, Which};
    use crate::language::{Language, Locale};
    use crate::output::variant::{Subject, holding, impossible, name, sets};

    fn found(best: usize, turned: &[(BuiltIn, usize)]) -> Variants {
        let all = BuiltIn::ALL.into_iter().map(|variant| {
            let turned = turned.iter().find(|(other, _)| *other == variant);
            let best = turned.map_or(1, |(_, best)| *best);
            VariantResult { which: Which::BuiltIn(variant), differences: vec![0.0, 1.0, 2.0], best }
        });
        Variants {
            strategies: ["as is", "ask and answer", "prevent"].map(Arc::from).to_vec(),
            differences: vec![0.0, 1.0, 2.0],
            best,
            variants: all.collect(),
            impossible: Vec::new(),
        }
    }

    #[test]
    fn names_are_words_in_every_language_and_settings_those_of_result_json() {
        let english = Locale::of(Language::English);
        for variant in BuiltIn::ALL {
            let which = Which::BuiltIn(variant);
            assert_eq!(sets(english, &which), variant.what());
            for language in Language::ALL {
                let name = name(Locale::of(language), &which);
                // A board reads them: no keys, no terms of the method.
                assert!(!name.contains(['_', '.', '=']) && !name.contains("effect of"), "{name}");
            }
            for language in [Language::Chinese, Language::Spanish] {
                assert_ne!(name(Locale::of(language), &which), variant.name(), "{language:?}");
                assert!(!sets(Locale::of(language), &which).is_empty(), "{language:?}");
            }
        }
        for language in Language::ALL {
            let mut names = BuiltIn::ALL.map(|variant| name(Locale::of(language), &Which::BuiltIn(variant)));
            names.sort();
            assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
        }
    }

    #[test]
    fn the_sentence_says_in_how_many_the_answer_holds_and_what_turns_it() {
        let locale = Locale::of(Language::English);
        let sentence = |found: &Variants, subject| holding(locale, found, 1, &[], subject);
        assert_eq!(sentence(&found(1, &[]), Subject::It).as_deref(), Some("It stays best in all 14 model variants."));
        let one = found(1, &[(BuiltIn::NoReplacement, 0)]);
        assert_eq!(
            sentence(&one, Subject::It).as_deref(),
            Some("It stays best in 13 of 14 model variants; `lost customers are not replaced` makes `as is` best.")
        );
        let several = [(BuiltIn::NoReplacement, 0), (BuiltIn::HalfComplain, 2), (BuiltIn::LoyalSpeak, 0)];
        assert_eq!(
            sentence(&found(1, &several), Subject::Named).as_deref(),
            Some(
                "`ask and answer` stays best in 11 of 14 model variants; `lost customers are not replaced` and `mainly loyal \
                 customers complain` make `as is` best, `at least half of customers complain` makes `prevent` best."
            )
        );
        let all = BuiltIn::ALL.map(|variant| (variant, 2));
        assert_eq!(
            sentence(&found(1, &all), Subject::It).as_deref(),
            Some(
                "It stays best in none of 14 model variants; `lost customers are not replaced`, `each further replacement \
                 costs more`, `value beyond the horizon counts` and 11 more make `prevent` best."
            )
        );
    }

    #[test]
    fn another_best_at_the_point_values_is_said_once() {
        let locale = Locale::of(Language::English);
        let found = found(2, &[(BuiltIn::NoReplacement, 0)]);
        assert_eq!(
            holding(locale, &found, 1, &[], Subject::It).as_deref(),
            Some(
                "Model variants are compared at the point values, where `prevent` is the best; `ask and answer` is best in \
                 13 of the 14 variants."
            )
        );
        // Two that come to the same: the first in the file is the best of both.
        assert_eq!(
            holding(locale, &self::found(1, &[]), 2, &[1], Subject::It).as_deref(),
            Some("It stays best in all 14 model variants.")
        );
    }

    #[test]
    fn nothing_is_said_where_there_is_nothing_to_choose() {
        let locale = Locale::of(Language::English);
        assert_eq!(holding(locale, &found(1, &[]), 1, &[0, 2], Subject::It), None);
        let none = Variants { variants: Vec::new(), ..found(1, &[]) };
        assert_eq!(holding(locale, &none, 1, &[], Subject::It), None);
        assert_eq!(impossible(locale, &none), None);
        let endless = Variants { impossible: vec![Which::BuiltIn(BuiltIn::BeyondHorizon)], ..none };
        assert_eq!(
            impossible(locale, &endless).as_deref(),
            Some(
                "`value beyond the horizon counts` cannot be computed: the value of customers who never leave would be infinite."
            )
        );
    }
}
