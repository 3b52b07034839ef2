//! The catalogues, and the sentences that they make.

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::language::number_formats::Forms;
use crate::scenario::language::Language;

/// The catalogues of one language, by file.
macro_rules! catalogues {
    ($folder:literal: $($file:literal)*) => {
        &[$(($file, include_str!(concat!($folder, "/", $file, ".ftl")))),*]
    };
}

const ENGLISH: &[(&str, &str)] = catalogues!("en": "terms" "charts" "questions" "run" "brief" "decide" "cautions" "report" "paradox" "batch" "cases" "diff" "fit" "fmea" "class" "surveys" "diagnostics" "help");
const CHINESE: &[(&str, &str)] = catalogues!("zh": "terms" "charts" "questions" "run" "brief" "decide" "cautions" "report" "paradox" "batch" "cases" "diff" "fit" "fmea" "class" "surveys" "diagnostics" "help");
const SPANISH: &[(&str, &str)] = catalogues!("es": "terms" "charts" "questions" "run" "brief" "decide" "cautions" "report" "paradox" "batch" "cases" "diff" "fit" "fmea" "class" "surveys" "diagnostics" "help");

/// The catalogue files of a language, each with its text.
pub fn texts(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::English => ENGLISH,
        Language::Chinese => CHINESE,
        Language::Spanish => SPANISH,
    }
}

/// Arguments of a message.
pub type Arguments<'a> = fluent_bundle::FluentArgs<'a>;

/// A message of the catalogue with its arguments: `tr!(locale, "id", name = value, …)`, a `String`.
#[macro_export]
macro_rules! tr {
    ($locale:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        #[allow(unused_mut)]
        let mut arguments = $crate::language::catalogue::Arguments::new();
        $(arguments.set(stringify!($name), $value);)*
        $locale.message($id, &arguments)
    }};
}
pub use tr;

/// One language: its messages, and how it writes numbers.
pub struct Locale {
    /// The language.
    pub language: Language,
    bundle: FluentBundle<FluentResource>,
    pub(super) forms: &'static Forms,
}

impl Locale {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Locale {
        static ALL: LazyLock<[Locale; 3]> = LazyLock::new(|| Language::ALL.map(Locale::read));
        &ALL[language as usize]
    }

    fn read(language: Language) -> Locale {
        let tag: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks that fence arguments off would stand in files and terminals; no script here runs from right to left.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| written(Language::English, value),
            Language::Chinese => |value, _| written(Language::Chinese, value),
            Language::Spanish => |value, _| written(Language::Spanish, value),
        }));
        for (file, text) in texts(language) {
            let resource = FluentResource::try_new((*text).to_string()).unwrap_or_else(|(read, errors)| {
                debug_assert!(errors.is_empty(), "{}/{file}.ftl: {errors:?}", language.code());
                read
            });
            let added = bundle.add_resource(resource);
            debug_assert!(added.is_ok(), "{}/{file}.ftl: {added:?}", language.code());
        }
        Locale { language, bundle, forms: Forms::of(language) }
    }

    /// The message `id` with its arguments, as [`tr!`](crate::language) formats it.
    ///
    /// An id that no catalogue has is shown in braces.
    pub fn message(&self, id: &str, arguments: &Arguments<'_>) -> String {
        let mut errors = Vec::new();
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        debug_assert!(pattern.is_some(), "no message `{id}` in {}", self.language.code());
        let Some(pattern) = pattern else { return format!("{{{id}}}") };
        let text = self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "`{id}` in {}: {errors:?}", self.language.code());
        text
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.language).finish()
    }
}

/// A raw number in a message: whole ones as counts, others short.
fn written(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let locale = Locale::of(language);
    Some(if number.value.fract() == 0.0 { locale.count(number.value) } else { locale.compact(number.value) })
}

#[cfg(test)]
mod tests {
    use crate::language::{Arguments, Language, Locale};

    #[test]
    fn a_message_chooses_its_plural_and_writes_raw_numbers_by_language() {
        let diagnostics = |language, number: u64| tr!(Locale::of(language), "chart-draws", number = number);
        assert_eq!(diagnostics(Language::English, 1), "1 draw");
        assert_eq!(diagnostics(Language::English, 20_000), "20,000 draws");
        assert_eq!(diagnostics(Language::Spanish, 1), "1 extracción");
        assert_eq!(diagnostics(Language::Spanish, 20_000), "20.000 extracciones");
        assert_eq!(diagnostics(Language::Chinese, 20_000), "20,000 次抽样");
    }

    #[test]
    fn names_stand_as_they_are_without_marks_around_them() {
        let study = "a { b } \u{202e}<c>";
        let text = tr!(Locale::of(Language::English), "chart-footer-study", study = study, scenario = "s");
        assert_eq!(text, format!("{study} · scenario s"));
    }

    #[test]
    #[should_panic(expected = "no message `nowhere`")]
    fn an_unknown_message_is_caught_where_assertions_are_on() {
        Locale::of(Language::English).message("nowhere", &Arguments::new());
    }
}
