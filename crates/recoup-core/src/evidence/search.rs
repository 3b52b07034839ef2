//! Keys by meaning: what `explain WORD` finds, by name, by the table of synonyms and by the words of meanings.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::evidence::ledger::{Entry, entries};
use crate::evidence::words;

/// Words that mean the same keys.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Synonyms {
    words: Vec<String>,
    keys: Vec<String>,
}

/// The rows of `synonyms.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    word: Vec<Synonyms>,
}

static SYNONYMS: LazyLock<Vec<Synonyms>> = LazyLock::new(|| {
    let mut table: Table =
        toml::from_str(include_str!("synonyms.toml")).expect("the embedded synonyms are well formed (tested)");
    table.word.iter_mut().flat_map(|row| &mut row.words).for_each(|word| *word = folded(word));
    table.word
});

/// A key by name, or the first key of a word of the list of synonyms.
const CLEAR: u32 = 100;
/// The further keys of such a word.
const MEANT: u32 = 90;
/// The word is a table of keys.
const IN_TABLE: u32 = 85;
/// A word of the list of synonyms inside the question; the more characters, the better.
const NEAR: u32 = 60;
/// The word inside the path of the key.
const IN_PATH: u32 = 50;
/// The question inside a longer word of the list of synonyms.
const WITHIN: u32 = 30;
/// The word in the first sentence of the meaning.
const IN_MEANING: u32 = 20;
/// The word in the rest of the meaning.
const IN_REMARKS: u32 = 10;

/// What was found for a word, the best first.
#[derive(Clone, Debug, PartialEq)]
pub struct Hits {
    /// The keys.
    pub entries: Vec<&'static Entry>,
    /// Whether the first one is clearly meant.
    pub is_clear: bool,
}

/// The keys that a user may mean: the very key (names filled in or not), else all that fit the word by their path, their
/// meaning or a synonym in English, Chinese or Spanish.
pub fn search(asked: &str) -> Hits {
    if let Some(entry) = words::exact(asked) {
        return Hits { entries: vec![entry], is_clear: true };
    }
    let asked = folded(asked);
    if asked.is_empty() {
        return Hits { entries: Vec::new(), is_clear: false };
    }
    let synonyms = by_synonym(&asked);
    let scored = entries().iter().map(|entry| {
        let meant = synonyms.iter().filter(|(path, _)| *path == entry.path).map(|(_, score)| *score).max();
        (by_text(&asked, entry).max(meant.unwrap_or(0)), entry)
    });
    let mut scored: Vec<(u32, &'static Entry)> = scored.filter(|(score, _)| *score > 0).collect();
    // The same number for one segment alone is no further finding, unless the table means it.
    let found: Vec<&str> = scored.iter().map(|(_, entry)| entry.path.as_str()).collect();
    let is_meant = |entry: &Entry| synonyms.iter().any(|(path, _)| *path == entry.path);
    let is_copy = |entry: &Entry| entry.in_place_of().is_some_and(|plain| found.contains(&plain));
    scored.retain(|(_, entry)| is_meant(entry) || !is_copy(entry));
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let is_clear = match &scored[..] {
        [_] => true,
        [(first, _), (second, _), ..] => *first == CLEAR && *second < CLEAR,
        [] => false,
    };
    Hits { entries: scored.into_iter().map(|(_, entry)| entry).collect(), is_clear }
}

/// The word of the table of synonyms, or the key, that is nearest to what was asked.
pub fn nearest(asked: &str) -> Option<String> {
    if let Some(entry) = words::nearest(asked) {
        return Some(entry.path.clone());
    }
    let asked = folded(asked);
    let known = SYNONYMS.iter().flat_map(|row| &row.words);
    let likeness = |word: &&String| strsim::jaro_winkler(&asked, word);
    known.max_by(|a, b| likeness(a).total_cmp(&likeness(b))).filter(|word| likeness(word) > 0.9).cloned()
}

/// Paths and scores of the keys that the table gives for the word.
fn by_synonym(asked: &str) -> Vec<(&'static str, u32)> {
    let mut found = Vec::new();
    // A path, or a part of one, is no word.
    if asked.contains(['.', '_']) {
        return found;
    }
    let mut take = |row: &'static Synonyms, first: u32, next: u32| {
        let score = |i: usize| if i == 0 { first } else { next - u32::try_from(i).unwrap_or(9).min(9) };
        found.extend(row.keys.iter().enumerate().map(|(i, key)| (key.as_str(), score(i))));
    };
    for row in SYNONYMS.iter() {
        let length = |word: &String| is_part(word, asked).then(|| word.chars().count());
        if row.words.iter().any(|word| is_same(word, asked)) {
            take(row, CLEAR, MEANT);
        } else if let Some(length) = row.words.iter().filter_map(length).max() {
            let near = NEAR + u32::try_from(length).unwrap_or(10).min(10);
            take(row, near, near);
        } else if row.words.iter().any(|word| is_part(asked, word)) {
            take(row, WITHIN, WITHIN);
        }
    }
    found
}

/// How well the word fits the path and the meaning of a key.
fn by_text(asked: &str, entry: &Entry) -> u32 {
    let name = asked.replace(' ', "_");
    let meaning = folded(&entry.meaning);
    let (first, rest) = meaning.split_once(". ").unwrap_or((&meaning, ""));
    if entry.name() == name {
        CLEAR
    } else if entry.path.starts_with(&format!("{name}.")) {
        IN_TABLE
    } else if entry.path.contains(&name) {
        IN_PATH
    } else if is_part(asked, first) {
        IN_MEANING
    } else if is_part(asked, rest) {
        IN_REMARKS
    } else {
        0
    }
}

/// Whether two words are one but for a plural.
fn is_same(a: &str, b: &str) -> bool {
    let plural = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|end| end == "s" || end == "es");
    a == b || plural(a, b) || plural(b, a)
}

/// Whether the words of `part` follow each other in `text`; characters of Chinese are words of their own.
fn is_part(part: &str, text: &str) -> bool {
    if !part.is_ascii() {
        return part.chars().count() > 1 && text.contains(part);
    }
    let (part, text): (Vec<&str>, Vec<&str>) = (split(part), split(text));
    // Short words stand in too many places.
    let long = part.iter().map(|word| word.len()).sum::<usize>() > 2;
    long && text.windows(part.len().max(1)).any(|run| run.iter().zip(&part).all(|(a, b)| is_same(a, b)))
}

fn split(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Lower case, without accents, blanks joined.
fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        c => c,
    };
    let text: String = text.to_lowercase().chars().map(plain).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::evidence::ledger::entries;
    use crate::evidence::search::{SYNONYMS, nearest, search};

    #[test]
    fn synonyms_name_keys_of_the_ledger() {
        for row in SYNONYMS.iter() {
            assert!(!row.words.is_empty() && !row.keys.is_empty());
            for key in &row.keys {
                assert!(entries().iter().any(|entry| entry.path == *key), "no key {key}");
            }
            let keys: BTreeSet<&String> = row.keys.iter().collect();
            assert_eq!(keys.len(), row.keys.len(), "{:?}", row.keys);
        }
    }

    #[test]
    fn words_find_the_keys_that_they_mean() {
        let table = [
            (
                "segment.<name>.base_loyalty",
                &["churn", "Churn rate", "流失", "客户流失率", "abandono", "retencion", "lealtad"][..],
            ),
            (
                "severity.<name>.complain",
                &["complaint", "complaints", "complaint rate", "投诉", "queja", "quejas", "reclamación"],
            ),
            ("recovery.quick", &["speed", "fast", "速度", "velocidad", "rapidez"]),
            ("failure.<name>.first_period", &["outage", "outages", "中断", "停机", "interrupcion", "caída"]),
            ("recovery.compensation_cost", &["voucher", "vouchers", "coupon", "代金券", "优惠券", "vale", "cupón"]),
            ("recovery.desk.answer_within_minutes", &["wait", "waiting time", "等待", "espera", "tiempo de espera"]),
            ("segment.<name>.margin", &["price", "price rise", "价格", "涨价", "precio", "subida de precio"]),
            ("recovery.desk.agents", &["call centre", "call center", "呼叫中心", "centro de llamadas"]),
            ("word_of_mouth.public_share", &["posts", "reviews", "social media", "差评", "redes sociales", "reseñas"]),
            ("segment.<name>.share", &["loyalty club", "triage", "会员", "club de fidelidad", "segmentos"]),
            ("guarantee.refund", &["refund", "money back", "退款", "reembolso", "garantía"]),
            ("word_of_mouth.negative_impact", &["word of mouth", "口碑", "boca a boca"]),
            ("acquisition.cost", &["CAC", "acquisition cost", "获客成本", "coste de adquisición"]),
            ("horizon.discount_rate", &["wacc", "interest rate", "折现率", "tasa de descuento"]),
            ("costs.training_per_year", &["training", "培训", "formación"]),
            ("recovery.apology", &["apology", "sorry", "道歉", "disculpas"]),
            ("failure.<name>.rate", &["failure rate", "defects", "失误", "fallos"]),
        ];
        let first = |word: &str| search(word).entries.first().map_or("none", |entry| entry.path.as_str());
        let pairs = table.iter().flat_map(|(key, words)| words.iter().map(move |word| (*key, *word)));
        let wrong: Vec<String> = pairs
            .filter(|(key, word)| first(word) != *key)
            .map(|(key, word)| format!("{word}: {} instead of {key}", first(word)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_key_is_clear_and_a_table_is_not() {
        let one = search("failure.\"late delivery\".rate");
        assert!(one.is_clear && one.entries.len() == 1 && one.entries[0].path == "failure.<name>.rate");
        assert!(search("solicit").is_clear && search("churn").is_clear);
        let several = search("name");
        assert!(!several.is_clear && several.entries.len() > 5);
        assert!(search("desk").entries.len() > 5);
        assert!(search("klingon").entries.is_empty() && search(" ").entries.is_empty());
        assert_eq!(nearest("vouchr").as_deref(), Some("voucher"));
        assert_eq!(nearest("voice.solicitt").as_deref(), Some("voice.solicit"));
    }

    #[test]
    fn the_words_of_a_meaning_find_it() {
        let found: Vec<&str> = search("log-logistic").entries.iter().map(|entry| entry.path.as_str()).collect();
        assert_eq!(found, ["recovery.desk.resolve_shape"]);
        // A number of the study comes without its copies for segments.
        assert!(search("solicit").entries.iter().all(|entry| !entry.path.starts_with("segment.")));
    }
}
