# The help of commands and options. English has the texts of the program itself.

help-command = { $text }
help-option = { $text }
help-word = { $word ->
    [usage] Usage
    [options] Options
    [arguments] Arguments
    [commands] Commands
    [help] Print help
   *[version] Print version
}
help-after = Start with `recoup run`: it runs the built-in city hotel and shows which strategy pays.
    Then create your own study with `recoup new my-study.toml`, edit it, and run `recoup run my-study.toml`.
