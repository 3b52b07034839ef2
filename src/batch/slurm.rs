//! A batch as jobs of Slurm: an array of shards, and a job that joins them when all have ended.
//!
//! Every task is safe to be killed and requeued: it goes on from what is there.

use std::path::{Path, PathBuf};

/// What is asked of Slurm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Array {
    /// The program.
    pub program: PathBuf,
    /// The folder in which it is started.
    pub here: PathBuf,
    /// The paths of the batch.
    pub paths: Vec<String>,
    /// Its options, without what says that it goes to Slurm.
    pub arguments: Vec<String>,
    /// The folder of the whole batch.
    pub out: PathBuf,
    /// The folder of scripts and logs.
    pub folder: PathBuf,
    /// Tasks.
    pub shards: u32,
    /// Cores of a task.
    pub cores: u16,
    /// Options for `sbatch`, as they are, for all jobs.
    pub options: Vec<String>,
    /// Runs and joins everything, also what is there.
    pub force: bool,
}

/// Name of the script of the array.
pub const ARRAY: &str = "array.sh";
/// Name of the script that joins.
pub const MERGE: &str = "merge.sh";
/// Name of the script that submits both.
pub const SUBMIT: &str = "submit.sh";

impl Array {
    /// What Slurm could not be told, or would do otherwise than meant.
    pub fn trouble(&self) -> Vec<String> {
        let mut trouble = Vec::new();
        // The lines of a script that speak to sbatch have its own rules of quoting, and one line each.
        let is_plain = |c: char| !c.is_control() && c != '"' && c != '\\';
        let folder = self.folder.display().to_string();
        if !folder.chars().all(is_plain) {
            trouble.push(format!("Slurm cannot write into `{}`: choose a folder without quotes, backslashes and control characters with `--out`", folder.escape_debug()));
        }
        // `sbatch` takes long options cut short.
        let is_array = |word: &str| {
            let name = word.split('=').next().unwrap_or_default();
            word.starts_with("-a") || (name.len() > 3 && "--array".starts_with(name))
        };
        for path in [&self.program, &self.here, &self.out] {
            if path.to_str().is_none() {
                trouble.push(format!("the name of `{}` is no text in UTF-8, which a script is", path.display()));
            }
        }
        for option in &self.options {
            let told = option.escape_debug();
            if option.chars().any(char::is_control) {
                trouble.push(format!("`--sbatch={told}` holds a control character: say one option a `--sbatch`"));
            } else if !option.starts_with('-') || option.len() < 2 {
                trouble.push(format!("`--sbatch={told}` is no option of sbatch, as in --sbatch=--partition=long"));
            } else if option.split_whitespace().any(is_array) {
                trouble.push(format!("`--sbatch={told}`: the tasks of the array are set by `--shards`"));
            }
        }
        trouble
    }

    /// The scripts: their names and texts.
    pub fn scripts(&self) -> [(&'static str, String); 3] {
        let name = self.out.file_name().map_or("batch".into(), |name| name.to_string_lossy().into_owned());
        let name: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect();
        let options: String = self.options.iter().map(|option| format!("#SBATCH {option}\n")).collect();
        let logs = self.folder.display().to_string().replace('%', "%%");
        let head = |job: &str, log: &str, more: &str| {
            format!(
                "#!/bin/sh\n#SBATCH --job-name={job}\n#SBATCH --output=\"{logs}/{log}\"\n#SBATCH --open-mode=append\n\
                 #SBATCH --ntasks=1\n#SBATCH --cpus-per-task={}\n#SBATCH --requeue\n{more}{options}set -eu\ncd {}\n",
                self.cores,
                quoted(&self.here)
            )
        };
        let program = quoted(&self.program);
        let locale = |locale: &[String]| locale.iter().map(|word| format!(" {}", quote(word))).collect::<String>();
        let of = self.shards;
        let threads = format!("\"${{SLURM_CPUS_PER_TASK:-{}}}\"", self.cores);
        // A forced task that is requeued goes on with what it has done since.
        let (set_force, force) = match self.force {
            true => ("force=--force; [ \"${SLURM_RESTART_COUNT:-0}\" = 0 ] || force=\n", " $force"),
            false => ("", ""),
        };
        let array = format!(
            "{}{set_force}echo \"shard $SLURM_ARRAY_TASK_ID/{of} on ${{SLURMD_NODENAME:-$(hostname)}}, start $((${{SLURM_RESTART_COUNT:-0}} + 1))\"\n\
             exec {program} batch{}{force} --threads {threads} --shard \"$SLURM_ARRAY_TASK_ID/{of}\" --{}\n",
            head(&format!("recoup-{name}"), "shard-%a.log", &format!("#SBATCH --array=1-{of}\n")),
            locale(&self.arguments),
            locale(&self.paths),
        );
        let parts = crate::batch::run::parts_of(&self.out);
        let merge = format!(
            "{}exec {program} merge {} --out {}{} --threads {threads}\n",
            head(&format!("recoup-{name}-merge"), "merge.log", ""),
            quoted(&parts),
            quoted(&self.out),
            if self.force { " --force" } else { "" },
        );
        let script = |name: &str| quoted(&self.folder.join(name));
        // The merge job starts when all tasks have ended, well or not: it says which parts are missing.
        let submit = format!(
            "#!/bin/sh\nset -eu\njob=$(sbatch --parsable {})\njob=${{job%%;*}}\n\
             merge=$(sbatch --parsable --dependency=\"afterany:$job\" {})\n\
             echo \"array $job, merge ${{merge%%;*}}\"\n",
            script(ARRAY),
            script(MERGE)
        );
        [(ARRAY, array), (MERGE, merge), (SUBMIT, submit)]
    }
}

/// A path as a word of a shell.
pub fn quoted(path: &Path) -> String {
    quote(&path.display().to_string())
}

/// A word of a shell.
pub(crate) fn quote(word: &str) -> String {
    let is_plain = !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || "-_./=:,+@".contains(c));
    if is_plain { word.to_string() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use crate::batch::slurm::{Array, quote};

    fn array() -> Array {
        Array {
            program: "recoup".into(),
            here: "/".into(),
            paths: vec!["studies".into()],
            arguments: Vec::new(),
            out: "/a/night".into(),
            folder: "/a/night.parts/slurm".into(),
            shards: 2,
            cores: 1,
            options: Vec::new(),
            force: false,
        }
    }

    #[test]
    fn words_are_quoted_for_the_shell() {
        assert_eq!(quote("voice.solicit=0.5"), "voice.solicit=0.5");
        assert_eq!(quote("a b"), "'a b'");
        assert_eq!(quote("it's $HOME"), "'it'\\''s $HOME'");
    }

    #[test]
    fn options_pass_through_and_parts_are_joined_whatever_became_of_them() {
        let array = Array {
            program: "/opt/recoup".into(),
            here: "/home/a b".into(),
            paths: vec!["-x.toml".into(), "studies".into()],
            arguments: vec!["--set".into(), "x=1 2".into()],
            out: "/home/a b/output/night".into(),
            folder: "/home/a b/output/night.parts/slurm".into(),
            shards: 8,
            options: vec!["--partition=long".into()],
            ..array()
        };
        assert!(array.trouble().is_empty());
        let [(_, shards), (_, merge), (_, submit)] = array.scripts();
        assert!(
            shards.contains("#SBATCH --array=1-8\n#SBATCH --partition=long\nset -eu\ncd '/home/a b'\n"),
            "{shards}"
        );
        assert!(shards.contains("exec /opt/recoup batch --set 'x=1 2' --threads"), "{shards}");
        assert!(shards.ends_with("/8\" -- -x.toml studies\n"), "{shards}");
        assert!(merge.contains("#SBATCH --partition=long\n") && merge.contains("merge '/home/a b/output/night.parts'"));
        assert!(submit.contains("afterany:$job"), "{submit}");
    }

    #[test]
    fn what_slurm_cannot_be_told_is_refused_all_at_once() {
        let array = Array {
            folder: "/a/n\"t\nrm.parts/slurm".into(),
            options: ["--time=1\nrm -r x", "long", "-", "--arr=1-9", "-n1 -a1", "--time=1", "--account=x"]
                .map(str::to_string)
                .to_vec(),
            ..array()
        };
        assert_eq!(array.trouble().len(), 6, "{:?}", array.trouble());
        assert!(array.trouble().iter().all(|diagnostic| !diagnostic.contains('\n')));
    }

    /// What a script prints where the programs that it calls say what `tools` let them.
    fn diagnostics(script: &str, argument: &str, tools: &[(&str, &str)], restarts: &str) -> String {
        let home = tempfile::tempdir().unwrap();
        for (name, text) in tools {
            let path = home.path().join(name);
            fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
            assert!(Command::new("chmod").arg("+x").arg(&path).status().unwrap().success());
        }
        let path = format!("{}:{}", home.path().display(), std::env::var("PATH").unwrap());
        let mut shell = Command::new("sh");
        shell.args(["-c", script, "script", argument]).env("PATH", path);
        shell.env("SLURM_ARRAY_TASK_ID", "1").env("SLURM_RESTART_COUNT", restarts);
        String::from_utf8(shell.output().unwrap().stdout).unwrap()
    }

    #[test]
    fn a_forced_task_begins_anew_once() {
        let [(_, shards), (_, merge), _] = Array { force: true, ..array() }.scripts();
        assert!(merge.contains("--out /a/night --force"), "{merge}");
        let tools = [("recoup", "echo recoup \"$@\"")];
        let first = diagnostics(&shards, "", &tools, "0");
        assert!(first.contains("recoup batch --force --threads"), "{first}");
        let again = diagnostics(&shards, "", &tools, "1");
        assert!(again.contains("recoup batch --threads"), "{again}");
    }
}
