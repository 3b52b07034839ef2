//! Several pieces of work at once in the one pool of threads.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// Threads of the pool.
pub fn threads() -> usize {
    rayon::current_num_threads()
}

/// Does `work` on every item and hands what comes out to `done`, in the order in which it is finished.
///
/// All work, and what it itself does in parallel, happens in the one pool. As many items are in work as the pool
/// has threads, not more: memory stays bounded. `is_stopped` is asked before each item.
pub fn side_by_side<T: Sync, R: Send>(
    items: &[T],
    is_stopped: impl Fn() -> bool + Sync,
    work: impl Fn(&T) -> R + Sync,
    mut done: impl FnMut(usize, R),
) {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for number in 0..threads().min(items.len()) {
            let (sender, next, work, is_stopped) = (sender.clone(), &next, &work, &is_stopped);
            // These threads only wait: the pool's do the work.
            let wait = move || {
                while !is_stopped() {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(i) else { break };
                    let result = rayon::scope(|_| work(item));
                    if sender.send((i, result)).is_err() {
                        break;
                    }
                }
            };
            // Where the system has no threads left, fewer wait; this one does where there are none.
            if std::thread::Builder::new().spawn_scoped(scope, wait.clone()).is_err() {
                if number == 0 {
                    wait();
                }
                break;
            }
        }
        drop(sender);
        receiver.iter().for_each(|(i, result)| done(i, result));
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    use rayon::prelude::*;

    use crate::engine::side_by_side::{side_by_side, threads};

    #[test]
    fn every_item_is_done_once_and_few_at_a_time() {
        let items: Vec<u64> = (0..200).collect();
        let (in_work, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let mut sums = vec![0; items.len()];
        let work = |item: &u64| {
            most.fetch_max(in_work.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            let sum: u64 = (0..1000_u64).into_par_iter().map(|i| i % (item + 1)).sum();
            in_work.fetch_sub(1, Ordering::SeqCst);
            sum
        };
        side_by_side(&items, || false, work, |i, sum| sums[i] += sum);
        assert!(items.iter().all(|&i| sums[i as usize] == (0..1000).map(|x| x % (i + 1)).sum::<u64>()));
        assert!(most.load(Ordering::SeqCst) <= threads());
    }

    #[test]
    fn it_stops_when_asked() {
        let stopped = AtomicBool::new(false);
        let mut count = 0;
        side_by_side(
            &[0; 1000],
            || stopped.load(Ordering::SeqCst),
            |_| stopped.store(true, Ordering::SeqCst),
            |_, ()| count += 1,
        );
        assert!((1..=threads()).contains(&count), "{count}");
    }
}
