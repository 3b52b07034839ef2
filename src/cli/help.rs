//! `--help` in the language that the command line asks for.

use clap::{Arg, ArgAction, Command};

use crate::language::{Language, Locale, tr};

/// The language that `--lang` names, before the command line is parsed.
pub(super) fn asked(arguments: impl IntoIterator<Item = String>) -> Language {
    let mut arguments = arguments.into_iter();
    let mut language = None;
    while let Some(argument) = arguments.next() {
        let tag = match argument.strip_prefix("--lang") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('=').map(str::to_string),
            None => None,
        };
        language = tag.and_then(|tag| Language::of_tag(&tag)).or(language);
    }
    language.unwrap_or_default()
}

/// The command with its help in a language.
pub(super) fn in_language(command: Command, locale: &Locale) -> Command {
    if locale.language == Language::English {
        return command;
    }
    // The parser takes headings that live as long as the program.
    let heading = |word: &'static str| -> &'static str { tr!(locale, "help-word", word = word).leak() };
    let help =
        Help { locale, options: heading("options"), arguments: heading("arguments"), commands: heading("commands") };
    let command = command.after_help(tr!(locale, "help-after")).mut_subcommands(|command| help.command(command));
    let version = help.flag("version", 'V', ArgAction::Version);
    help.command(command).disable_version_flag(true).disable_help_subcommand(true).arg(version)
}

struct Help<'a> {
    locale: &'a Locale,
    options: &'static str,
    arguments: &'static str,
    commands: &'static str,
}

impl Help<'_> {
    fn command(&self, command: Command) -> Command {
        let name = command.get_name().to_string();
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let about = tr!(self.locale, "help-command", command = name.as_str(), text = about);
        let usage = tr!(self.locale, "help-word", word = "usage");
        command
            .about(about)
            .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}"))
            .subcommand_help_heading(self.commands)
            .mut_args(|argument| self.option(argument, &name))
            .disable_help_flag(true)
            .arg(self.flag("help", 'h', ArgAction::Help))
    }

    fn option(&self, argument: Arg, command: &str) -> Arg {
        let heading = if argument.is_positional() { self.arguments } else { self.options };
        let text = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let shared = argument.get_id().as_str().replace('_', "-");
        let own = format!("{command}-{shared}");
        argument.help(tr!(self.locale, "help-option", own = own, shared = shared, text = text)).help_heading(heading)
    }

    fn flag(&self, name: &'static str, short: char, action: ArgAction) -> Arg {
        let text = tr!(self.locale, "help-word", word = name);
        Arg::new(name).short(short).long(name).action(action).help(text).help_heading(self.options)
    }
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use crate::cli::commands::Cli;
    use crate::cli::help::{asked, in_language};
    use crate::language::{Language, Locale};

    #[test]
    fn the_language_is_that_of_the_last_lang() {
        let of = |line: &str| asked(line.split(' ').map(str::to_string));
        assert_eq!(of("recoup run --lang zh --help"), Language::Chinese);
        assert_eq!(of("recoup run --lang=es-MX --lang"), Language::Spanish);
        assert_eq!(of("recoup run --language zh"), Language::English);
    }

    /// All texts of help by the place where they stand.
    fn texts(command: &Command) -> Vec<(String, String)> {
        let all = command.get_subcommands().flat_map(|command| {
            let about =
                (command.get_name().to_string(), command.get_about().map(ToString::to_string).unwrap_or_default());
            let option = |argument: &clap::Arg| {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                (format!("{} {}", command.get_name(), argument.get_id()), help)
            };
            std::iter::once(about).chain(command.get_arguments().map(option)).collect::<Vec<_>>()
        });
        all.collect()
    }

    #[test]
    fn every_command_and_option_has_help_in_every_language() {
        let english = texts(&Cli::command());
        for language in [Language::Chinese, Language::Spanish] {
            let translated = texts(&in_language(Cli::command(), Locale::of(language)));
            for (place, text) in &english {
                let there = translated.iter().find(|(other, _)| other == place);
                assert!(there.is_some_and(|(_, other)| other != text), "{language:?}: {place}: {text}");
            }
            in_language(Cli::command(), Locale::of(language)).debug_assert();
        }
    }
}
