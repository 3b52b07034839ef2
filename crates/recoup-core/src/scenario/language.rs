//! Which languages there are, and the tags that name them.

/// A language of the program's texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Chinese, in simplified characters.
    Chinese,
    /// Spanish.
    Spanish,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 3] = [Language::English, Language::Chinese, Language::Spanish];

    /// The word in scenario files, an ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Chinese => "zh",
            Language::Spanish => "es",
        }
    }

    /// The tag of HTML documents (BCP 47): Chinese names its script.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Chinese => "zh-Hans",
            Language::Spanish => "es",
        }
    }

    /// The language of a BCP 47 tag by its first part: `zh`, `zh-CN`, `es_MX`, `en-US`.
    pub fn of_tag(tag: &str) -> Option<Language> {
        let first = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        Language::ALL.into_iter().find(|language| language.code() == first)
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::language::Language;

    #[test]
    fn a_tag_is_read_by_its_first_part() {
        for language in Language::ALL {
            assert_eq!(Language::of_tag(language.code()), Some(language));
            assert_eq!(Language::of_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::of_tag("zh-CN"), Some(Language::Chinese));
        assert_eq!(Language::of_tag(" ES_mx "), Some(Language::Spanish));
        assert_eq!(Language::of_tag("en-Latn-GB-x-any"), Some(Language::English));
        for none in ["", "e", "english", "de", "-en", "zhx"] {
            assert_eq!(Language::of_tag(none), None, "{none}");
        }
    }
}
