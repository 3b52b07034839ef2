//! A study as a tree: every value with the place where it was written.

use indexmap::IndexMap;

use crate::diagnostic::Place;
use crate::dist::Uncertain;
use crate::scenario::key::Key;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// The value.
    pub value: Value,
    /// Where it was written; none for a default.
    pub place: Option<Place>,
}

/// What can stand in a study.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A table, or tables by name.
    Table(IndexMap<String, Node>),
    /// Tables without names.
    Rows(Vec<Node>),
    /// A number.
    Number(f64),
    /// A whole number.
    Whole(i64),
    /// An uncertain number.
    Uncertain(Form),
    /// A text, or the word of a choice.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A list of texts.
    List(Vec<Node>),
    /// Something wrong, already reported.
    Broken,
}

/// An uncertain number as written, and the distribution it means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Form {
    /// The inline table.
    pub text: String,
    /// The distribution.
    pub distribution: Uncertain,
    /// Its mean: the point value.
    pub mean: f64,
}

impl Node {
    /// A value with a place.
    pub(crate) fn new(value: Value, place: Option<Place>) -> Self {
        Node { value, place }
    }

    /// An empty table without a place.
    pub(crate) fn table() -> Self {
        Node::new(Value::Table(IndexMap::new()), None)
    }

    /// The entries, when it is a table.
    pub(crate) fn entries(&self) -> Option<&IndexMap<String, Node>> {
        match &self.value {
            Value::Table(entries) => Some(entries),
            _ => None,
        }
    }

    /// The entries, when it is a table.
    pub(crate) fn entries_mut(&mut self) -> Option<&mut IndexMap<String, Node>> {
        match &mut self.value {
            Value::Table(entries) => Some(entries),
            _ => None,
        }
    }

    /// The node at `path`.
    pub(crate) fn at<S: AsRef<str>>(&self, path: &[S]) -> Option<&Node> {
        path.iter().try_fold(self, |node, part| node.entries()?.get(part.as_ref()))
    }

    /// The place of the node at `path`, or of the nearest table around it that has one.
    pub(crate) fn place<S: AsRef<str>>(&self, path: &[S]) -> Option<Place> {
        let mut node = self;
        let mut place = self.place.as_ref();
        for part in path {
            match node.entries().and_then(|entries| entries.get(part.as_ref())) {
                Some(inner) => node = inner,
                None => break,
            }
            place = node.place.as_ref().or(place);
        }
        place.cloned()
    }

    /// Whether the value at `path` was refused: nothing should be judged by what stands in its place.
    pub(crate) fn is_broken<S: AsRef<str>>(&self, path: &[S]) -> bool {
        self.at(path).is_some_and(|node| node.value == Value::Broken)
    }

    /// The tables by name under `key`.
    pub(crate) fn named<'a>(&'a self, key: &str) -> impl Iterator<Item = (&'a str, &'a Node)> + use<'a> {
        self.at(&[key]).and_then(Node::entries).into_iter().flatten().map(|(name, node)| (name.as_str(), node))
    }

    /// The number at `path`, an uncertain one by its mean; NaN when there is none, which no check complains of.
    pub(crate) fn number<S: AsRef<str>>(&self, path: &[S]) -> f64 {
        self.at(path).and_then(Node::as_number).unwrap_or(f64::NAN)
    }

    /// The number, an uncertain one by its mean.
    pub(crate) fn as_number(&self) -> Option<f64> {
        match &self.value {
            Value::Number(x) => Some(*x),
            Value::Whole(n) => Some(*n as f64),
            Value::Uncertain(form) => Some(form.mean),
            _ => None,
        }
    }

    /// The text at `path`.
    pub(crate) fn text<S: AsRef<str>>(&self, path: &[S]) -> Option<&str> {
        self.at(path)?.as_text()
    }

    /// The text.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number at `path`.
    pub(crate) fn whole<S: AsRef<str>>(&self, path: &[S]) -> Option<i64> {
        match self.at(path)?.value {
            Value::Whole(n) => Some(n),
            _ => None,
        }
    }

    /// The flag at `path`.
    pub(crate) fn flag<S: AsRef<str>>(&self, path: &[S]) -> Option<bool> {
        match self.at(path)?.value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// The rows under `key`, such as sweeps.
    pub(crate) fn rows(&self, key: &str) -> &[Node] {
        match self.at(&[key]).map(|node| &node.value) {
            Some(Value::Rows(rows)) => rows,
            _ => &[],
        }
    }

    /// The texts of the list at `path`.
    pub(crate) fn list<S: AsRef<str>>(&self, path: &[S]) -> &[Node] {
        match self.at(path).map(|node| &node.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    /// Takes the node under `key` out of the table.
    pub(crate) fn take(&mut self, key: &str) -> Option<Node> {
        self.entries_mut()?.shift_remove(key)
    }

    /// Every value of the tree with its key, in the order of the tree.
    pub(crate) fn leaves(&self) -> Vec<(Key, &Node)> {
        fn walk<'a>(node: &'a Node, path: &mut Vec<String>, leaves: &mut Vec<(Key, &'a Node)>) {
            match &node.value {
                Value::Table(entries) => {
                    for (key, inner) in entries {
                        path.push(key.clone());
                        walk(inner, path, leaves);
                        path.pop();
                    }
                }
                _ => leaves.push((Key(path.clone()), node)),
            }
        }
        let mut leaves = Vec::new();
        walk(self, &mut Vec::new(), &mut leaves);
        leaves
    }
}

impl PartialEq for Value {
    /// Equal values, wherever they stand.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Value::Table(a), Value::Table(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|((k, x), (l, y))| k == l && x.value == y.value)
            }
            (Value::Rows(a), Value::Rows(b)) | (Value::List(a), Value::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.value == y.value)
            }
            (Value::Number(a), Value::Number(b)) => a == b,
            (Value::Whole(a), Value::Whole(b)) => a == b,
            (Value::Uncertain(a), Value::Uncertain(b)) => a == b,
            (Value::Text(a), Value::Text(b)) => a == b,
            (Value::Flag(a), Value::Flag(b)) => a == b,
            (Value::Broken, Value::Broken) => true,
            _ => false,
        }
    }
}
