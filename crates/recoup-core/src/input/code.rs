//! The codes of everything that can be said about a study.

/// One code: stable, so that it can be searched for and allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// `S` errors, `W` warnings, `N` notes, `A` cautions about a result, `R` errors of a result folder.
    pub code: &'static str,
    /// What it says.
    pub meaning: &'static str,
    /// What to do.
    pub way_out: &'static str,
    /// Whether `allow` can waive the error; warnings and notes can always be silenced.
    pub waivable: bool,
}

/// The code of that name.
pub fn find(code: &str) -> Option<&'static Code> {
    CODES.iter().find(|known| known.code == code)
}

/// Whether `allow` can waive that error.
pub fn is_waivable(code: &str) -> bool {
    find(code).is_some_and(|code| code.waivable)
}

/// The page `docs/diagnostics.md`.
pub fn page() -> String {
    let mut page = String::from(INTRODUCTION);
    for (first, level) in [
        ('S', "Errors: the study is refused"),
        ('W', "Warnings: the study runs"),
        ('N', "Notes"),
        ('A', "Cautions about a result"),
        ('R', "Errors of `recoup report`: the folder is refused"),
    ] {
        page.push_str(&format!("\n## {level}\n\n| code | meaning | way out |\n|---|---|---|\n"));
        for code in CODES.iter().filter(|code| code.code.starts_with(first)) {
            let allowed = if code.waivable { " (can be allowed)" } else { "" };
            page.push_str(&format!("| {}{allowed} | {} | {} |\n", code.code, code.meaning, code.way_out));
        }
    }
    page
}

const INTRODUCTION: &str = "\
# What can be said about a study

Every message has a code that stays the same between versions. All of them are told at once, errors first, with the
file, the line and the column, a caret and, where there is one, the way out. Warnings and notes can be silenced by
`allow = [\"W002\"]` at the top of a study, and those errors that say so can be waived by it: the study then means it.
(This page is written by the program: `cargo run --example generate`.)
";

const fn code(code: &'static str, meaning: &'static str, way_out: &'static str) -> Code {
    Code { code, meaning, way_out, waivable: false }
}

const fn waivable(code: &'static str, meaning: &'static str, way_out: &'static str) -> Code {
    Code { code, meaning, way_out, waivable: true }
}

/// Every code, in order.
pub const CODES: &[Code] = &[
    // Files.
    code("S001", "there is no such file", "look for a slip in the path; `recoup new FILE` writes a study"),
    code("S002", "the path is a directory, a device or a pipe", "name the study file"),
    code("S003", "the file is not UTF-8 text", "save it as UTF-8"),
    code("S004", "the file is empty", "`recoup new FILE` writes a study"),
    code("S005", "the file is larger than 4 MiB", "a study is a small text; split it with `extends`"),
    code("S006", "the file cannot be read", "see what the system says"),
    code("S007", "no preset, case or built-in study has that name", "`recoup presets` and `recoup cases` list them"),
    code("S008", "`extends` goes round in a circle, or through too many files", "break the circle"),
    code("S009", "the text is not TOML", "see the place: a bracket, a quote or an equals sign, most often"),
    // Keys and values.
    code("S010", "a key that no study has", "look for a slip; `recoup explain` lists the keys"),
    code("S011", "a value of the wrong kind", "write a number, a text in quotes, true or false, or a table, as asked"),
    code("S012", "a value outside what it can be", "probabilities lie in 0 to 1, money and counts are not negative"),
    code("S013", "a required key is missing", "write it; `recoup explain KEY` says what it means"),
    waivable("S014", "`quick` is below `resolved`", "exchange them, or allow it if you mean it"),
    code("S015", "a word that is none of the choices", "take one of the words listed"),
    code("S016", "an uncertain number in no known form", "take one of the forms listed"),
    code("S017", "an uncertain number where only a certain one can stand", "write a plain number"),
    code("S018", "two entries of one name", "rename one, or merge them"),
    code(
        "S019",
        "a scenario or strategy overlays what belongs to the study or the world",
        "move it to where it belongs",
    ),
    code("S020", "a name that cannot be used", "a name is a short text that is not empty"),
    code(
        "S021",
        "an overlay or a setting names nothing that is there",
        "correct the name, or write a complete new entry",
    ),
    code(
        "S022",
        "an option is not KEY=VALUE, or KEY=FROM:TO",
        "write voice.solicit=0.5 or voice.solicit=0:1, names in quotes",
    ),
    code("S023", "a strategy extends none that there is", "write extends = \"strategy:NAME\", or a list of such texts"),
    // What values say together.
    code("S030", "the shares of the segments do not sum to 1", "correct them"),
    code("S031", "there is no segment, failure or severity", "write one, or take a preset for severities"),
    code("S032", "a failure of unknown severity", "correct the name, or write the [severity.NAME]"),
    code("S033", "a failure ends before it begins", "exchange `first_period` and `last_period`"),
    code("S034", "there are no customers and no prospects", "set `market.customers`"),
    code("S035", "too many segments, failures, severities, strategies and so on", "merge some"),
    code("S036", "more than 100,000,000 histories", "lower `study.draws` or `study.replicates`"),
    code("S037", "`resolves_max` is below `resolves`", "raise it, or leave it out"),
    code("S038", "a desk without agents", "give it an agent, or take it away with `desk = false`"),
    code("S039", "a terminal value without discounting", "set `horizon.discount_rate`"),
    code(
        "S040",
        "the key of a response, sweep, correlation or order is none, or none that can be moved",
        "correct the key",
    ),
    code("S041", "a sweep with too few or too many steps", "take 2 to 1,000"),
    code("S042", "a sweep of the reference, or a name of no strategy or scenario", "name another one"),
    code("S043", "a response tends to what its key cannot be", "correct `limit`"),
    code(
        "S044",
        "a correlation or order with repeated, too few or too many keys",
        "name each number and each pair once",
    ),
    code("S045", "some scenarios have weights and others none, or all weights are 0", "give all a weight, or none"),
    code("S046", "more cases than fit into memory", "fewer scenarios, strategies or steps"),
    code("S047", "`allow` of a code that is none or cannot be allowed", "correct the code"),
    code("S048", "more people or ties than the engine `agents` keeps", "fewer, or the engine `cohort`"),
    code(
        "S050",
        "correlations that cannot all hold together: their matrix is not positive definite",
        "lower them, or say how the remaining pairs go together",
    ),
    code("S051", "an order that fewer than 1 in 100 draws keep", "correct the order, or narrow the numbers"),
    code(
        "S052",
        "the policy `contagion` without the engine `agents` or without a network, or swept",
        "set both, leave out [[sweep]]",
    ),
    code(
        "S053",
        "a network file that is missing, broken or of other people",
        "two columns of numbers of people from 0",
    ),
    code(
        "S054",
        "two keys in one table that say the same in two ways, such as `rate` and `share`",
        "write one of the two",
    ),
    code(
        "S055",
        "a strategy that starts late or ramps in a way that no customer could live through",
        "start within the horizon; keep segments, shares, `purchases_cv` and severities of the reference",
    ),
    code("S056", "a name that nothing has: a touchpoint, or a severity in a segment's own tables", "correct the name"),
    code("S060", "an analysis of what is uncertain, where nothing is", "give a spread to what is not known exactly"),
    code("S061", "a decision among fewer than two strategies", "add a [[strategy]]"),
    code("S062", "a survey of what is no uncertain share, or that cannot be read", "name an uncertain share, as KEY=N"),
    code("S063", "a group that names no uncertain number", "name keys, or tables of them, that are uncertain"),
    code("S064", "no scenario has that name", "look for a slip"),
    code("S065", "too few draws to say what some inputs are worth", "raise `study.draws`"),
    code(
        "S080",
        "`case.ranking` names a strategy that there is not, or not each once, or a scenario twice",
        "write `a > b = c`, the best first, with `=` between those too close to order",
    ),
    code("S070", "a batch of no studies", "name studies, or a folder of them"),
    code("S071", "a table of runs, or a row of it, that cannot be read", "see `docs/batch-runs.md` for its columns"),
    code("S072", "a study changed while its batch ran", "run the batch again"),
    code("S099", "more errors than are shown", "correct the first ones"),
    // Warnings.
    code("W001", "a period too long for its failure rate: more than half a failure per customer", "a shorter period"),
    code(
        "W002",
        "a number outside its published or plausible range",
        "look at the source; allow it if you know better",
    ),
    code("W003", "customers are replaced for nothing", "set `acquisition.cost`, or `policy = \"none\"`"),
    code(
        "W004",
        "an effect that costs nothing: a strategy's, or a lever's",
        "add what it costs under [costs] or by a [[response]]",
    ),
    code("W005", "a failure that begins after the last period", "correct `first_period`, or lengthen the horizon"),
    code("W006", "draws of an uncertain number fall outside what it can be", "take a form that keeps inside"),
    code("W007", "`resolved` is below `unresolved`", "exchange them, or allow it if you mean it"),
    code("W008", "draws of `resolves` above those of `resolves_max`", "narrow them, or raise `resolves_max`"),
    code("W009", "a correlation or order of certain numbers", "make them uncertain, or leave it out"),
    code("W011", "an engine or replicates asked of an analysis that has no use for them", "leave the option out"),
    code(
        "W012",
        "a ramp that is not over at the last period, with worth beyond it",
        "a longer horizon, or an earlier start",
    ),
    // Notes.
    code("N001", "`unresolved` is below `silent`", "nothing: surveys find both signs"),
    code("N003", "a key without effect here", "leave it out"),
    code(
        "N004",
        "a strategy or scenario sets a key itself, and keeps its own value where `--set` or a table of runs sets it",
        "`strategy.NAME.KEY=VALUE` sets it there",
    ),
    code(
        "N005",
        "two overlays of a strategy set the same cost: the later one replaces the earlier, they are not added up",
        "write the sum in the strategy's own [costs]",
    ),
    code(
        "N006",
        "a repurchase table is read for customers of another base loyalty than its own",
        "nothing, or state `loyalty.reference_base`",
    ),
    // Cautions about a result.
    code(
        "A001",
        "two strategies cannot be told apart with what is known, and choosing now may cost something",
        "narrow the least known inputs",
    ),
    code("A002", "the sign of a difference is within Monte Carlo noise", "raise `study.draws`"),
    code(
        "A003",
        "one more failure would raise the NPV",
        "look at quick recovery, positive word of mouth, free replacement",
    ),
    code(
        "A004",
        "simulations and the expected engine differ: few customers, a capacity limit, or customers who differ",
        "decide by `run` or `decide`, which correct for it; take the figures of other questions as rough",
    ),
    code("A008", "P(best) and the oracle column leave out networks and differences between customers", "nothing"),
    code("A009", "sharing luck makes a difference noisier", "more histories"),
    code(
        "A021",
        "a segment has a base loyalty of 1: the paradox in repurchase has nothing to tell of it",
        "take what is known of who comes back without a failure: below 1",
    ),
    code("A020", "a closed form of the paradox and its simulation disagree", "tell us: one of the two is wrong"),
    code("A005", "the chart font lacks a character", "choose names in Latin or common Chinese characters"),
    code(
        "A006",
        "histories alone would make information seem worth more than it is",
        "nothing: decide by the expected engine, or take more replicates",
    ),
    code(
        "A007",
        "the best strategy is not settled with the most draws tried",
        "allow a greater risk, or compare fewer",
    ),
    code(
        "A011",
        "the length of a period matters: with halved periods a difference moves by more than a tenth, or turns",
        "take a shorter `horizon.period`",
    ),
    code(
        "A012",
        "a desk has more to do than it can: some cases are never served",
        "more `recovery.desk.agents`, or fewer cases",
    ),
    code("A010", "two strategies come to the same", "give them something that differs in effect, or leave one out"),
    // Result folders.
    code("R001", "the folder holds no finished run", "name the folder that `recoup run` wrote"),
    code("R002", "the folder was made by another version of the program", "run the study again, or take that version"),
    code(
        "R003",
        "a file of the folder is gone or changed",
        "run the study again; what is made again may be taken away",
    ),
    code("R004", "the folder has nothing to tell a report from", "run the study again, without `--no-charts`"),
];
