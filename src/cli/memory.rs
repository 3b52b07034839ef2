//! The memory that the machine has free.

use std::fs::read_to_string;

/// Bytes that are free: on Linux by the kernel's account and the limit of the control group; unknown elsewhere.
pub fn free_memory() -> Option<u64> {
    let free = free_of_machine(&read_to_string("/proc/meminfo").ok()?)?;
    let groups = read_to_string("/proc/self/cgroup").unwrap_or_default();
    Some(groups.lines().filter_map(left_in_group).fold(free, u64::min))
}

/// The line `MemAvailable: 12345 kB`.
fn free_of_machine(meminfo: &str) -> Option<u64> {
    let line = meminfo.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()? * 1024)
}

/// What the limits of a control group and of those above it leave; `line` is one of `/proc/self/cgroup`.
fn left_in_group(line: &str) -> Option<u64> {
    let mut parts = line.splitn(3, ':');
    let (_, controllers, path) = (parts.next()?, parts.next()?, parts.next()?);
    let (root, limit, used) = match controllers {
        "" => ("/sys/fs/cgroup", "memory.max", "memory.current"),
        all if all.split(',').any(|one| one == "memory") => {
            ("/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.usage_in_bytes")
        }
        _ => return None,
    };
    let number =
        |group: &str, file: &str| read_to_string(format!("{root}{group}/{file}")).ok()?.trim().parse::<u64>().ok();
    let mut group = path.trim_end_matches('/');
    let mut least: Option<u64> = None;
    loop {
        if let (Some(limit), Some(used)) = (number(group, limit), number(group, used)) {
            let left = limit.saturating_sub(used);
            least = Some(least.map_or(left, |least| least.min(left)));
        }
        match group.rfind('/') {
            Some(end) => group = &group[..end],
            None => return least,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::memory::{free_memory, free_of_machine, left_in_group};

    #[test]
    fn the_kernel_says_what_is_free() {
        let meminfo = "MemTotal:       24548176 kB\nMemFree: 1 kB\nMemAvailable:   23068672 kB\n";
        assert_eq!(free_of_machine(meminfo), Some(23_068_672 * 1024));
        assert_eq!(free_of_machine("MemTotal: 1 kB"), None);
        assert_eq!(left_in_group("5:cpu:/"), None);
        assert!(!cfg!(target_os = "linux") || free_memory().is_some_and(|bytes| bytes > 1_000_000));
    }
}
