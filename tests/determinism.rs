//! The same study gives the same bits with any number of threads.

use rayon::ThreadPoolBuilder;
use recoup::engine::simulate::Results;

use crate::build::{Build, RICH, builtin, text};

fn with_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool").install(work)
}

fn assert_equal(a: &Results, b: &Results, what: &str) {
    for (a, b) in a.scenarios.iter().zip(&b.scenarios) {
        assert_eq!(a.strategies.len(), b.strategies.len());
        for (a, b) in a.strategies.iter().zip(&b.strategies) {
            // Equality of floats here is equality to the last bit: no NaN, and zeros are made one way.
            assert!(a.simulations == b.simulations, "{what}: simulations");
            assert!(a.expected == b.expected, "{what}: oracle");
        }
    }
    assert!(a.sweeps == b.sweeps, "{what}: sweeps");
}

/// Over 64 simulations, so that there are several batches, and not a multiple of them.
fn studies() -> [(&'static str, Build); 3] {
    [
        ("city hotel", builtin("city-hotel").cohort(200, 1)),
        ("outage", builtin("one-off-outage").cohort(30, 5)),
        ("rich", text(RICH).set("voice.solicit", "{ beta = [2, 8] }").cohort(150, 1)),
    ]
}

#[test]
fn one_two_and_seven_threads_give_the_same_bits() {
    for (name, build) in studies() {
        let one = with_threads(1, || build.run().1);
        assert!(one.scenarios[0].strategies[0].simulations.records.len() > 128, "{name}: several batches");
        for threads in [2, 7] {
            let many = with_threads(threads, || build.run().1);
            assert_equal(&one, &many, &format!("{name}, {threads} threads"));
        }
    }
}

#[test]
fn another_seed_gives_other_luck() {
    let run = |seed| text(RICH).cohort(1, 3).seed(seed).run().1.scenarios[0].strategies[0].simulations.records.to_vec();
    assert_ne!(run(1), run(2));
    assert_eq!(run(1), run(1));
}

mod folders {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use recoup::engine::progress::NoProgress;
    use recoup::pipeline::run;

    use crate::build::builtin;
    use crate::determinism::with_threads;

    fn files(home: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(home, &path, found);
            } else {
                let name = path.strip_prefix(home).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }

    #[test]
    fn whole_result_folders_have_equal_bytes() {
        let folder = |threads| {
            let home = tempfile::tempdir().unwrap();
            let out = home.path().join("out");
            let request = builtin("tarp-major").cohort(130, 1).0;
            with_threads(threads, || run(&request, Some(&out), &NoProgress, |_| ()).map(|_| ())).unwrap();
            let mut found = BTreeMap::new();
            files(&out, &out, &mut found);
            found
        };
        let one = folder(1);
        assert!(one.contains_key("manifest.toml") && one.len() > 8, "{:?}", one.keys());
        for threads in [2, 7] {
            let many = folder(threads);
            assert_eq!(one.keys().collect::<Vec<_>>(), many.keys().collect::<Vec<_>>());
            let differ: Vec<_> = one.iter().filter(|(name, bytes)| many[*name] != **bytes).map(|(n, _)| n).collect();
            assert!(differ.is_empty(), "{threads} threads: {differ:?}");
        }
    }
}
