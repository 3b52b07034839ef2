//! From a request to a draft: the chain of files opened and laid over each other, and what is set laid on it.

use indexmap::IndexMap;

use crate::diagnostic::Diagnostic;
use crate::input::draft::{Draft, MOST_OVERLAYS};
use crate::input::edges::{Reading, read_network};
use crate::input::extend::extended;
use crate::input::findings::Findings;
use crate::input::overlay::overlay_all;
use crate::input::read::read;
use crate::input::report::read_logo;
use crate::input::request::Request;
use crate::input::set;
use crate::input::shape;
use crate::input::source::{LONGEST_CHAIN, Opened, Origin, open, open_extended};
use crate::input::translation;
use crate::input::tree::{Node, Value};

/// The draft of what is asked for; nothing when there is no tree to go on with.
pub(crate) fn read_draft(request: &Request, diagnostics: &mut Findings) -> Option<Draft> {
    let study = read_chain(request, diagnostics);
    let set = set::read_all(&request.settings(), diagnostics);
    let mut study = study?;
    let left_out = set::edit(&mut study, &set, diagnostics);
    let mut take = |list: &str| match study.take(list).map(|node| node.value) {
        Some(Value::Table(entries)) => entries,
        _ => IndexMap::new(),
    };
    let (mut scenarios, mut strategies, mut variants) = (take("scenario"), take("strategy"), take("variant"));
    // Too many are refused soon, and not followed before.
    if strategies.len() <= MOST_OVERLAYS {
        strategies = extended(&strategies, diagnostics);
    }
    let named = (!scenarios.is_empty(), !strategies.is_empty());
    if !named.0 {
        scenarios.insert("base".into(), Node::table());
    }
    if !named.1 {
        strategies.insert("as is".into(), Node::table());
    }
    let folder = match &request.origin {
        Origin::File(path) => path.parent(),
        Origin::Builtin(_) | Origin::Text { .. } => None,
    };
    let mut networks = Vec::new();
    for tree in std::iter::once(&mut study).chain(scenarios.values_mut()).chain(variants.values_mut()) {
        read_network(
            tree,
            Reading { folder, parquet: request.parquet, stop: request.stop },
            &mut networks,
            diagnostics,
        );
    }
    let logo = read_logo(&mut study, folder, request.stop, diagnostics);
    let name = request.origin.study_name();
    let draft = Draft { logo, networks, name, study, scenarios, strategies, variants, set, named };
    set::check(&draft, &left_out, diagnostics);
    Some(draft)
}

/// The study and all that it extends, laid over each other.
fn read_chain(request: &Request, diagnostics: &mut Findings) -> Option<Node> {
    let mut trees = Vec::new();
    let mut chain: Vec<Opened> = Vec::new();
    let mut next = open(&request.origin, request.stop);
    loop {
        let opened = match next {
            Ok(opened) => opened,
            Err(trouble) => {
                diagnostics.push(trouble);
                return None;
            }
        };
        let mut tree = read(&opened.source, shape::study(), false, diagnostics)?;
        let reference = tree.take("extends");
        // A translation is of the texts beside it, which the study may write anew.
        if !trees.is_empty() {
            translation::remove(&mut tree);
        }
        trees.push(tree);
        chain.push(opened);
        let Some(Node { value: Value::Text(reference), place }) = reference else { break };
        next = open_extended(&reference, place.clone(), &chain[chain.len() - 1], request.stop);
        if let Ok(opened) = &next {
            let circle = chain.iter().any(|earlier| earlier.identity == opened.identity);
            if circle || chain.len() >= LONGEST_CHAIN {
                let names: Vec<String> =
                    chain.iter().chain([opened]).map(|link| format!("`{}`", link.source.name)).collect();
                let message = if circle {
                    format!("`extends` forms a cycle: {}", names.join(" extends "))
                } else {
                    format!("`extends` goes through more than {LONGEST_CHAIN} files")
                };
                diagnostics.push(Diagnostic::error("S008", message).with_place(place));
                return None;
            }
        }
    }
    let mut study = trees.pop()?;
    while let Some(tree) = trees.pop() {
        overlay_all(&mut study, &tree, shape::study());
        study.place.clone_from(&tree.place);
    }
    Some(study)
}
