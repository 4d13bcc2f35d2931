//! Finds circles where one thing leads to the next: who succeeds whom, what replaces what.

/// So many names of a circle are written out.
const WRITTEN: usize = 6;

/// The circles of `next`, each in its own order; every step is taken once, however long it is.
pub(super) fn of(next: &[Option<usize>]) -> Vec<Vec<usize>> {
    // In which walk a place was first met.
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

/// The names of a circle as they follow one another from the `n`-th, back to it.
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
