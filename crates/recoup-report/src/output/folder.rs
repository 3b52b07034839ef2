//! The result folder: written aside, moved into place whole. What is promised, and in which order:
//! `docs/decisions/0013-one-writer-of-result-folders.md`.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::Error;
use crate::output::aside::{Aside, FILES, RESULTS, above, holds_nothing_but, is_as_found, key_of, sweep};
use crate::output::disk;
use crate::output::lock::{Lock, has_batch};
use crate::output::standing::{Claim, Replaces, Standing};
use crate::output::swap::{Failure, swap};

/// A result folder in the making. Dropped unfinished, it leaves no trace.
#[derive(Debug)]
pub struct Folder {
    target: PathBuf,
    /// Whose results these are; `None` for files that are spread over a folder.
    claim: Option<Claim>,
    aside: Aside,
    files: Vec<String>,
    /// So many of the files are on the disk.
    synced: usize,
    left: Vec<PathBuf>,
    /// Where results are written into the target: the lock of those who would put another folder in its place.
    _beside: Option<Lock>,
}

/// A finished folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Where it stands.
    pub folder: PathBuf,
    /// What is left of earlier results: files that no run wrote, or that could not be removed.
    pub left: Vec<PathBuf>,
}

impl Folder {
    /// Opens a folder for results that will stand at `target` when they are finished. Until then it is this process's alone.
    ///
    /// What killed runs left there is brought to an end first.
    ///
    /// # Errors
    /// `target` is a file, or a folder that holds anything but earlier results that `claim` may replace; another run or batch
    /// writes it; nothing can be written there.
    pub fn open(target: &Path, claim: Claim) -> Result<Self, Error> {
        let target = absolute(target).map_err(Error::file("use", target))?;
        let above = above(&target);
        if has_batch(above) {
            return Err(Error::Busy(above.to_path_buf()));
        }
        disk::create_folders(above).map_err(Error::file("create", above))?;
        Folder::opened(target, claim, true)
    }

    /// The same for the folder of a run of a batch, which has locked and swept the folder of all.
    ///
    /// # Errors
    /// Those of [`open`](Folder::open).
    pub fn open_unit(target: &Path, claim: Claim) -> Result<Self, Error> {
        let target = absolute(target).map_err(Error::file("use", target))?;
        Folder::opened(target, claim, false)
    }

    fn opened(target: PathBuf, claim: Claim, sweeps: bool) -> Result<Self, Error> {
        let is_inside = is_written_into(&target)?;
        let key = if is_inside { RESULTS.to_string() } else { key_of(&target) };
        let place = if is_inside { &*target } else { above(&target) };
        let Some(lock) = locked(place, &key)? else { return Err(Error::Busy(target)) };
        let beside = match is_inside {
            true => match Lock::take(above(&target), &key_of(&target)) {
                Ok(None) => return Err(Error::Busy(target)),
                // Where nobody can write above, nobody can put another folder in the target's place.
                taken => taken.ok().flatten(),
            },
            false => None,
        };
        let mut left = Vec::new();
        // Where nothing can be locked, the dead cannot be told from the living.
        if sweeps && lock.is_real {
            left = sweep(place, Some(&key))?.left;
            if !is_inside && target.is_dir() {
                let inside = sweep(&target, None)?;
                left.extend(inside.left);
                if !inside.living.is_empty() {
                    return Err(Error::Busy(target));
                }
            }
        }
        let standing = Standing::look(&target, &claim)?;
        if standing.has_results() {
            disk::can_be_written_to(&target).map_err(Error::file("write to", &target))?;
        }
        let aside = Aside::make(&target, is_inside, &key, lock)?;
        Ok(Folder { target, claim: Some(claim), aside, files: Vec::new(), synced: 0, left, _beside: beside })
    }

    /// A folder inside `target`, whose files will be [`spread`](Folder::spread) there.
    ///
    /// # Errors
    /// Nothing can be written there.
    pub fn inside(target: &Path) -> Result<Self, Error> {
        let target = absolute(target).map_err(Error::file("use", target))?;
        // Several may be open: each has a lock of its own, which says that it lives.
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let key = format!("{FILES}{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let Some(lock) = locked(&target, &key)? else { return Err(Error::Busy(target)) };
        let aside = Aside::make(&target, true, &key, lock)?;
        Ok(Folder { target, claim: None, aside, files: Vec::new(), synced: 0, left: Vec::new(), _beside: None })
    }

    /// Removes the results at `target`, if there are any; what no run wrote stays.
    ///
    /// # Errors
    /// It is a file, or a folder that holds anything but results, or cannot be moved.
    pub fn remove(target: &Path) -> Result<(), Error> {
        let claim = Claim { command: "", study: String::new(), replaces: Replaces::Any };
        let Folder { target, mut aside, .. } = Folder::open_unit(target, claim.clone())?;
        let standing = Standing::look(&target, &claim)?;
        if !standing.has_results() || aside.is_inside() {
            return Ok(());
        }
        let gone = aside.gone_results();
        disk::create_folders(above(&gone)).map_err(Error::file("remove", &target))?;
        aside.hold();
        // Out of its place at once, then gone: a kill between the two leaves it to the next start.
        disk::rename_new(&target, &gone).map_err(Error::file("remove", &target))?;
        clear(&aside, &standing, false).map(|_| ()).map_err(Error::file("remove", target))
    }

    /// Ends what killed runs began in a folder, and removes what they left.
    ///
    /// # Errors
    /// A run that lives writes into the folder.
    pub fn sweep(folder: &Path) -> Result<(), Error> {
        let swept = sweep(folder, None)?;
        if swept.living.is_empty() { Ok(()) } else { Err(Error::Busy(folder.to_path_buf())) }
    }

    /// Ends what killed runs began at `target`, before somebody reads it.
    pub fn recover(target: &Path) {
        let Ok(target) = absolute(target) else { return };
        for folder in [above(&target), &target] {
            drop(sweep(folder, None));
        }
    }

    /// Where the folder will stand.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The command whose results these are; empty for files that are spread.
    pub fn command(&self) -> &str {
        self.claim.as_ref().map_or("", |claim| claim.command)
    }

    /// The files written so far, by their paths inside the folder, sorted.
    pub fn files(&self) -> Vec<String> {
        let mut files = self.files.clone();
        files.sort();
        files
    }

    /// The path of a file to be written now, inside the folder aside; `name` uses `/`.
    ///
    /// # Errors
    /// Its folder cannot be made.
    pub fn file(&mut self, name: &str) -> Result<PathBuf, Error> {
        let path = self.path_aside(name);
        let above = above(&path);
        if !above.is_dir() {
            disk::create_folders(above).map_err(Error::file("create", above))?;
        }
        self.files.push(name.to_string());
        Ok(path)
    }

    /// Where a file that was written stands until the folder is finished.
    pub fn path_aside(&self, name: &str) -> PathBuf {
        self.aside.new_results().join(name)
    }

    /// Writes a whole file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.file(name)?;
        disk::write(&path, bytes).map_err(Error::file("write", &path))
    }

    /// Takes over a file of a finished folder as it is. `linked`, it gets a second name where the file system has such: for
    /// folders that are replaced or never written to again. Else it is copied, so that neither can change the other.
    ///
    /// # Errors
    /// It cannot be copied.
    pub fn keep(&mut self, finished: &Path, name: &str, linked: bool) -> Result<(), Error> {
        let from = finished.join(name);
        let path = self.file(name)?;
        if linked && fs::hard_link(&from, &path).is_ok() {
            return Ok(());
        }
        // A name that is there already may be the same file, which a copy would empty.
        disk::copy_new(&from, &path).map_err(Error::file("copy", &from))
    }

    /// Waits until all files, and the names of them in their folders, are on the disk.
    ///
    /// # Errors
    /// The disk does not take them.
    pub fn sync(&mut self) -> Result<(), Error> {
        let home = self.aside.new_results();
        let mut folders = BTreeSet::new();
        for name in &self.files[self.synced..] {
            let path = home.join(name);
            disk::sync(&path).map_err(Error::file("write", &path))?;
            folders
                .extend(path.ancestors().skip(1).take_while(|folder| folder.starts_with(&home)).map(Path::to_path_buf));
        }
        // The innermost first.
        for folder in folders.iter().rev() {
            disk::sync_folder(folder).map_err(Error::file("write to", folder))?;
        }
        self.synced = self.files.len();
        Ok(())
    }

    /// Moves every file to its place in the target folder, which may hold others; one after the other, the last
    /// written last.
    ///
    /// # Errors
    /// A file cannot be moved.
    pub fn spread(mut self) -> Result<PathBuf, Error> {
        self.sync()?;
        for name in &self.files {
            let to = self.target.join(name);
            disk::create_folders(above(&to)).map_err(Error::file("create", above(&to)))?;
            disk::rename_over(&self.path_aside(name), &to).map_err(Error::file("write", &to))?;
            disk::sync_folder(above(&to)).map_err(Error::file("write", &to))?;
        }
        disk::sync_folder(&self.target).map_err(Error::file("write to", &self.target))?;
        Ok(self.target)
    }

    /// Moves the folder, whose last file is the manifest, into place, in the stead of earlier results.
    ///
    /// # Errors
    /// It cannot be moved there, or something stands there now that is not replaced. The results are kept aside, and named.
    pub fn finish(mut self) -> Result<Placed, Error> {
        self.sync()?;
        let claim = self.claim.take().unwrap_or_default();
        // Hours may have passed since the folder was opened.
        let looked = Standing::look(&self.target, &claim);
        let (new, old, target) = (self.aside.new_results(), self.aside.old_results(), self.target.clone());
        let standing = match looked {
            Ok(standing) => standing,
            Err(error) => return Err(self.kept(error.to_string())),
        };
        if let Some(replaced) = &standing.folder {
            // A folder that is more open than before is no reason to lose what is in it.
            let _ = disk::narrow(&new, replaced);
        }
        self.aside.hold();
        match swap(&new, &old, &target, !self.aside.is_inside()) {
            Ok(()) => {}
            Err(Failure::Unmoved(error)) => return Err(self.kept(error.to_string())),
            Err(Failure::Unconfirmed(error)) => return Err(Error::file("make sure that the disk has", target)(error)),
            Err(Failure::Between(error)) => {
                let kept = self.aside.path().to_path_buf();
                return Err(Error::Between { path: target, kept, why: error.to_string() });
            }
        }
        let left = clear(&self.aside, &standing, true);
        self.left.extend(left.unwrap_or_else(|_| Some(self.aside.path().to_path_buf())));
        Ok(Placed { folder: target, left: self.left })
    }

    /// Why results do not stand in their place, and where they do.
    fn kept(self, why: String) -> Error {
        Error::Kept { path: self.target, kept: self.aside.keep(), why }
    }
}

/// The lock of a key in a folder; `None` where somebody else has it.
fn locked(folder: &Path, key: &str) -> Result<Option<Lock>, Error> {
    let can_write = || disk::can_be_written_to(folder).is_ok();
    Lock::take(folder, key).map_err(|error| match can_write() {
        true => Error::file("lock", Lock::path_of(folder, key))(error),
        false => Error::file("write to", folder)(error),
    })
}

/// Removes what is aside of earlier results, as they were found.
fn clear(aside: &Aside, standing: &Standing, is_placed: bool) -> io::Result<Option<PathBuf>> {
    let found = |name: &str| standing.files.iter().find(|(file, _)| file == name);
    aside.clear(is_placed, |folder, file| {
        found(&file.name).is_some_and(|(name, found)| is_as_found(&folder.join(name), found))
    })
}

/// Whether results are written into the folder that is there, instead of another one in its place: it is empty, or somebody stands
/// in it, or it is where something is mounted.
fn is_written_into(target: &Path) -> Result<bool, Error> {
    match fs::symlink_metadata(target) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => return Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Error::file("use", target)(error)),
    }
    let is_here = || {
        let (here, there) = (std::env::current_dir().and_then(|here| here.canonicalize()), target.canonicalize());
        here.is_ok_and(|here| there.is_ok_and(|there| here.starts_with(there)))
    };
    let is_empty = || holds_nothing_but(target, |_| Ok(false)).map_err(Error::file("read", target));
    Ok(disk::is_mount_point(target) || is_here() || is_empty()?)
}

/// `name` as one part of a path: letters, digits and `-_.` stay, the rest becomes `-`.
pub fn file_name(name: &str) -> String {
    let safe: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' })
        .take(80)
        .collect();
    // File systems count bytes.
    let safe = &safe[..safe.floor_char_boundary(180)];
    let name = safe.trim_matches(['.', '-']);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let port = stem.strip_prefix("COM").or(stem.strip_prefix("LPT"));
    let is_device = ["CON", "PRN", "AUX", "NUL"].contains(&&*stem) || port.is_some_and(|n| n.len() == 1 && n != "0");
    match name {
        "" => "study".to_string(),
        // Windows keeps these names for devices.
        name if is_device => format!("study-{name}"),
        name => name.to_string(),
    }
}

/// A path from the root; `..` is resolved as text.
pub fn absolute(path: &Path) -> io::Result<PathBuf> {
    let mut absolute = PathBuf::new();
    for component in std::path::absolute(path)?.components() {
        match component {
            Component::ParentDir => {
                absolute.pop();
            }
            other => absolute.push(other),
        }
    }
    Ok(absolute)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use crate::error::Error;
    use crate::output::finished::{Listed, MANIFEST};
    use crate::output::folder::{Folder, Placed, file_name};
    use crate::output::standing::{Claim, Replaces};

    fn claim(command: &'static str, replaces: Replaces) -> Claim {
        Claim { command, study: "s".into(), replaces }
    }

    fn open(target: &Path) -> Result<Folder, Error> {
        Folder::open(target, claim("run", Replaces::Same))
    }

    /// Fills and finishes a folder with files of these names.
    fn finish(mut folder: Folder, names: &[&str]) -> Result<Placed, Error> {
        for name in names {
            folder.write(name, name.as_bytes()).unwrap();
        }
        let mut text = format!("program = 'recoup'\nstudy = 's'\ncommand = '{}'\n", folder.command());
        names.iter().for_each(|name| text.push_str(&Listed::of(&folder.path_aside(""), name).unwrap().text()));
        folder.write(MANIFEST, text.as_bytes()).unwrap();
        folder.finish()
    }

    fn count(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_folder_appears_whole_or_not_at_all() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("a/b");
        let mut folder = open(&target).unwrap();
        folder.write("tables/x.csv", b"1").unwrap();
        assert!(!target.exists());
        drop(folder);
        assert_eq!(count(&home.path().join("a")), 0);

        finish(open(&target).unwrap(), &["old", "both"]).unwrap();
        let placed = finish(open(&target).unwrap(), &["tables/new", "both"]).unwrap();
        assert_eq!(placed, Placed { folder: target.clone(), left: Vec::new() });
        assert!(target.join("tables/new").exists() && !target.join("old").exists());
        assert_eq!(count(&home.path().join("a")), 1, "nothing is left beside");
        Folder::remove(&target).unwrap();
        Folder::remove(&target).unwrap();
        assert_eq!(count(&home.path().join("a")), 0);
    }

    #[test]
    fn names_are_short_in_bytes_too_and_no_devices() {
        assert!(file_name(&"\u{20000}".repeat(100)).len() <= 180);
        assert_eq!([file_name("con"), file_name("Com1.x"), file_name("comic")], ["study-con", "study-Com1.x", "comic"]);
        assert_eq!(file_name("../a b"), "a-b");
    }

    #[test]
    fn one_writes_at_a_time_and_what_the_dead_left_is_swept_by_everybody() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("a");
        let folder = open(&target).unwrap();
        assert!(matches!(open(&target), Err(Error::Busy(path)) if path == target));
        assert!(matches!(Folder::sweep(home.path()), Err(Error::Busy(_))));
        // One that was killed while it made the results of `c`, and one of version 0.2.
        for name in [".recoup-0123456789abcdef-Ab12xy.partial/new/c", ".recoup-killed.partial"] {
            fs::create_dir_all(home.path().join(name)).unwrap();
        }
        drop(open(&home.path().join("b")).unwrap());
        assert_eq!(count(home.path()), 2, "the folder aside of the living, and its lock");
        finish(folder, &["x"]).unwrap();
        assert!(target.join("x").is_file() && count(home.path()) == 1);
    }

    #[test]
    fn an_empty_folder_is_written_into() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("a");
        fs::create_dir(&target).unwrap();
        let handle = fs::File::open(&target).unwrap();
        let folder = open(&target).unwrap();
        assert!(matches!(open(&target), Err(Error::Busy(_))));
        finish(folder, &["x/y"]).unwrap();
        assert!(target.join("x/y").is_file() && count(&target) == 2 && count(home.path()) == 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            assert_eq!(handle.metadata().unwrap().ino(), fs::metadata(&target).unwrap().ino(), "it is the same folder");
        }
        drop(handle);
    }

    #[test]
    fn what_is_not_ours_is_never_replaced() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("thesis.txt"), "x").unwrap();
        let refused = |result: Result<(), Error>, why: &str| match result {
            Err(error @ Error::Foreign { .. }) => assert!(error.to_string().contains(why), "{error}"),
            other => panic!("{other:?}"),
        };
        let open = |path: &Path| Folder::open(path, claim("run", Replaces::Any)).map(|_| ());
        refused(open(home.path()), "no `manifest.toml`");
        refused(open(&home.path().join("thesis.txt")), "no folder");
        // Neither a manifest of somebody else's, nor one of ours beside files that it does not list.
        for (manifest, why) in [("x", "no `manifest.toml`"), ("program = 'recoup'\n", "wrote `thesis.txt`")] {
            fs::write(home.path().join(MANIFEST), manifest).unwrap();
            refused(open(home.path()), why);
            refused(Folder::remove(home.path()), why);
        }
        assert!(home.path().join("thesis.txt").is_file());
    }

    #[test]
    fn other_results_and_changed_files_are_replaced_by_force_alone() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("a");
        finish(open(&target).unwrap(), &["x", "y"]).unwrap();
        let refused = |claim: Claim, why: &str| match Folder::open(&target, claim) {
            Err(error @ Error::Occupied { .. }) => assert!(error.to_string().contains(why), "{error}"),
            other => panic!("{other:?}"),
        };
        refused(claim("decide", Replaces::Same), "the `run` of study `s`, 2 files, and this is the `decide` of `s`");
        refused(Claim { study: "t".into(), ..claim("run", Replaces::Damaged) }, "this is the `run` of `t`");
        fs::write(target.join("x"), "mine").unwrap();
        refused(claim("run", Replaces::Same), "`x` in it was changed");
        // A batch runs it again, and keeps what was changed.
        let placed = finish(Folder::open(&target, claim("run", Replaces::Damaged)).unwrap(), &["x"]).unwrap();
        let kept = placed.left[0].join("new/a/x");
        assert_eq!(fs::read_to_string(kept).unwrap(), "mine");
        assert!(!placed.left[0].join("new/a/manifest.toml").exists() && !placed.left[0].join("new/a/y").exists());
        fs::write(target.join("x"), "mine").unwrap();
        let placed = finish(Folder::open(&target, claim("decide", Replaces::Any)).unwrap(), &["z"]).unwrap();
        assert_eq!((placed.left, count(&target)), (Vec::new(), 2));
    }

    #[test]
    fn what_somebody_adds_meanwhile_stays_and_the_results_are_kept() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("a");
        finish(open(&target).unwrap(), &["x"]).unwrap();
        let folder = open(&target).unwrap();
        fs::write(target.join("notes.txt"), "mine").unwrap();
        match finish(folder, &["x", "y"]) {
            Err(Error::Kept { path, kept, why }) => {
                assert!(path == target && why.contains("notes.txt"), "{why}");
                assert!(kept.join("y").is_file() && kept.join(MANIFEST).is_file());
                assert!(!kept.file_name().unwrap().to_string_lossy().starts_with('.'));
            }
            other => panic!("{other:?}"),
        }
        assert!(target.join("notes.txt").is_file() && target.join("x").is_file() && !target.join("y").exists());
        assert_eq!(count(home.path()), 2);
    }

    #[test]
    #[cfg(unix)]
    fn links_in_what_others_left_lead_to_no_file() {
        use std::os::unix::fs::symlink;
        let home = tempfile::tempdir().unwrap();
        let mine = home.path().join("mine");
        finish(open(&mine).unwrap(), &["x"]).unwrap();
        // What looks like a killed run's, with a link to finished results.
        for kind in ["gone", "new", "old"] {
            let forged = home.path().join(format!(".recoup-0123456789abcdef-{kind}xx.partial"));
            fs::create_dir_all(forged.join(kind)).unwrap();
            symlink(&mine, forged.join(kind).join("x")).unwrap();
        }
        // Results of which a link leads to files elsewhere.
        let linked = home.path().join("linked");
        fs::create_dir(&linked).unwrap();
        symlink(&mine, linked.join("link")).unwrap();
        let entry = |name: &str| format!("[[file]]\nname = '{name}'\nbytes = 1\nblake3 = ''\n");
        let manifest = format!("program = 'recoup'\nstudy = 's'\n{}{}", entry("link"), entry("link/x"));
        fs::write(linked.join(MANIFEST), manifest).unwrap();
        let refused = Folder::open(&linked, claim("run", Replaces::Any));
        assert!(matches!(refused, Err(Error::Foreign { .. })), "{refused:?}");
        finish(open(&home.path().join("other")).unwrap(), &["x"]).unwrap();
        assert!(mine.join("x").is_file() && mine.join(MANIFEST).is_file());
    }

    #[test]
    fn who_writes_into_a_folder_and_who_replaces_it_see_each_other() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("a");
        let beside = open(&target).unwrap();
        fs::create_dir(&target).unwrap();
        assert!(matches!(open(&target), Err(Error::Busy(_))), "one is made beside it");
        fs::write(target.join("notes.txt"), "mine").unwrap();
        assert!(matches!(finish(beside, &["x"]), Err(Error::Kept { .. })));
        fs::remove_file(target.join("notes.txt")).unwrap();
        let inside = open(&target).unwrap();
        fs::remove_dir(&target).unwrap_err();
        assert!(matches!(open(&target), Err(Error::Busy(_))), "one is made in it");
        finish(inside, &["x"]).unwrap();
    }

    #[test]
    fn a_file_kept_twice_is_refused_and_not_emptied() {
        let home = tempfile::tempdir().unwrap();
        let source = home.path().join("source");
        fs::create_dir(&source).unwrap();
        fs::write(source.join("x"), "mine").unwrap();
        let mut folder = open(&home.path().join("a")).unwrap();
        folder.keep(&source, "x", true).unwrap();
        assert!(folder.keep(&source, "x", true).is_err());
        assert_eq!(fs::read_to_string(source.join("x")).unwrap(), "mine");
    }

    #[test]
    fn a_name_that_cannot_be_is_told_at_the_start() {
        let home = tempfile::tempdir().unwrap();
        assert!(matches!(open(&home.path().join("x".repeat(256))), Err(Error::File { .. })));
        assert_eq!(count(home.path()), 0);
    }
}
