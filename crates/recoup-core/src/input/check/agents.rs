//! What the engine `agents` needs, and what only it knows.

use crate::diagnostic::Diagnostic;
use crate::input::check::recovery::ignored;
use crate::input::tree::Node;
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::EngineKind;
use crate::scenario::word_of_mouth::NetworkKind;

/// Most records of a simulation.
const MOST_PEOPLE: f64 = 1e9;

/// Most ends of ties.
const MOST_ENDS: f64 = 4e9;

/// Checks one set of parameters.
pub(crate) fn check(tree: &Node, parameters: &Parameters, engine: EngineKind) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let (network, contagion) = (&parameters.network, parameters.acquisition.policy == AcquisitionPolicy::Contagion);
    let agents = engine == EngineKind::Agents;
    if contagion && (!agents || network.kind == NetworkKind::Mixing) {
        diagnostics.push(
            Diagnostic::error("S052", "the policy `contagion` needs people who know each other")
                .with_place(tree.place(&["acquisition", "policy"]))
                .with_help("set `study.engine = \"agents\"` and a `network.kind` other than \"mixing\""),
        );
    }
    if network.kind == NetworkKind::Edges && network.edges.is_none() {
        diagnostics.push(
            Diagnostic::error("S053", "the network `edges` has no file that was read")
                .with_place(tree.place(&["network", "kind"]))
                .with_help("name it: file = \"ties.csv\", two columns of numbers of people"),
        );
    }
    let people = parameters.market.customers + parameters.market.prospects;
    if let Some(edges) = &network.edges
        && let Some(greatest) = edges.0.iter().flatten().max()
        && f64::from(*greatest) >= people
    {
        diagnostics.push(
            Diagnostic::error("S053", format!("the network file names person {greatest}, but there are {people}"))
                .with_place(tree.place(&["network", "file"]))
                .with_help("people are numbered from 0; raise `market.prospects` to hold them all"),
        );
    }
    if agents {
        diagnostics.extend(too_many(tree, parameters, people));
    }
    let no_network = "with network.kind = \"mixing\" everybody talks to anybody";
    let keys = [
        (["individuals", "loyalty_sd"], !agents, AGENTS_ONLY),
        (["individuals", "spend_cv"], !agents, AGENTS_ONLY),
        (["individuals", "voice_loyalty_rho"], !agents, AGENTS_ONLY),
        (
            ["individuals", "voice_loyalty_rho"],
            agents && parameters.individuals.loyalty_sd == 0.0,
            "nobody is more loyal than another: `individuals.loyalty_sd` is 0",
        ),
        (["network", "degree"], agents && network.kind == NetworkKind::Mixing, no_network),
        (["network", "strong_share"], agents && network.kind == NetworkKind::Mixing, no_network),
        (["network", "strong_multiplier"], agents && network.kind == NetworkKind::Mixing, no_network),
        (["network", "rewiring"], agents && network.kind != NetworkKind::SmallWorld, "only a small world is rewired"),
        (["contagion", "advertising"], !contagion, NO_CONTAGION),
        (["contagion", "strong"], !contagion, NO_CONTAGION),
        (["contagion", "weak"], !contagion, NO_CONTAGION),
        (["contagion", "negative_multiplier"], !contagion, NO_CONTAGION),
        (["contagion", "unhappy"], !contagion, NO_CONTAGION),
    ];
    for (key, without_effect, because) in keys {
        if without_effect {
            ignored(tree, &key, because, &mut diagnostics);
        }
    }
    if !agents && network.kind != NetworkKind::Mixing {
        diagnostics.push(
            Diagnostic::note("N003", "`network.kind` is without effect")
                .with_place(tree.place(&["network", "kind"]))
                .with_label(AGENTS_ONLY),
        );
    }
    diagnostics
}

const AGENTS_ONLY: &str = "only the engine `agents` tells customers apart";
const NO_CONTAGION: &str = "`acquisition.policy` is not \"contagion\"";

/// More records or ties than fit.
fn too_many(tree: &Node, parameters: &Parameters, people: f64) -> Option<Diagnostic> {
    let mixing = parameters.network.kind == NetworkKind::Mixing;
    // Ties are built in whole numbers on either side.
    let ends = if mixing { 0.0 } else { people * (parameters.network.degree + 1.0) };
    // Any prospect may become a record.
    let what = if people > MOST_PEOPLE {
        format!("{people} customers and prospects are more than the engine `agents` keeps: at most {MOST_PEOPLE}")
    } else if ends > MOST_ENDS {
        format!(
            "{people} people with {} ties each are too many: at most {MOST_ENDS} ends of ties",
            parameters.network.degree
        )
    } else {
        return None;
    };
    let help = "take the engine `cohort`, whose cost does not grow with the number of customers";
    Some(Diagnostic::error("S048", what).with_place(tree.place(&["market", "customers"])).with_help(help))
}
