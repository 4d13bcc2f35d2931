//! Finds circles among agencies that succeed one another and tasks that replace one another.

/// Maximum number of names of a circle that a message lists.
const WRITTEN: usize = 6;

/// Finds the circles of `next`, each in its own order. Takes linear time.
pub(super) fn of(next: &[Option<usize>]) -> Vec<Vec<usize>> {
    // The walk in which each element was first reached.
    let mut met: Vec<Option<usize>> = vec![None; next.len()];
    let mut circles = Vec::new();
    for start in 0..next.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        while let Some(here) = at.filter(|here| *here < next.len()) {
            if met[here].is_some() {
                if met[here] == Some(start) {
                    let first = path.iter().position(|place| *place == here).unwrap_or(0);
                    circles.push(path.split_off(first));
                }
                break;
            }
            met[here] = Some(start);
            path.push(here);
            at = next[here];
        }
    }
    circles
}

/// Lists the names of a circle, from the `n`-th around to the `n`-th again.
pub(super) fn written(names: &[&str], n: usize) -> String {
    let (before, after) = names.split_at(n);
    let mut chain: Vec<&str> = after.iter().chain(before).copied().collect();
    if chain.len() > WRITTEN {
        chain.truncate(WRITTEN);
        chain.push("…");
    }
    chain.push(names[n]);
    chain.join(" → ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_found_once_and_what_leads_into_them_is_not_in_them() {
        let next = [Some(1), Some(2), Some(1), None, Some(4), Some(9)];
        assert_eq!(of(&next), [vec![1, 2], vec![4]]);
        let all: Vec<Option<usize>> = (1..=100_000).map(|n| Some(n % 100_000)).collect();
        assert_eq!(of(&all).len(), 1);
    }

    #[test]
    fn a_circle_is_written_from_where_one_stands() {
        assert_eq!(written(&["a", "b", "c"], 1), "b → c → a → b");
        assert_eq!(written(&["a"], 0), "a → a");
        let many: Vec<&str> = "a b c d e f g h".split(' ').collect();
        assert_eq!(written(&many, 0), "a → b → c → d → e → f → … → a");
    }
}
