//! Reads the state of a task from the words of offices.

use super::normalized;
use crate::model::State;

/// The meaning of a text about the state of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StateReading {
    /// This state.
    State(State),
    /// No state: an empty cell, a dash, "chưa có báo cáo", a plain report.
    Nothing,
    /// A standing that the program computes itself: "quá hạn 5 ngày".
    Derived,
    /// A text that can mean two states: "chưa xong".
    Ambiguous,
    /// Anything else.
    Unknown,
}

/// The words for each state, folded.
const STATES: [(State, &[&str]); 6] = [
    (
        State::NotStarted,
        &[
            "chua",
            "chua lam",
            "chua trien khai",
            "chua thuc hien",
            "chua bat dau",
            "chua tien hanh",
            "chua khoi dong",
            "not started",
        ],
    ),
    (
        State::InProgress,
        &[
            "dang",
            "dang lam",
            "dang thuc hien",
            "dang trien khai",
            "dang tien hanh",
            "dang xu ly",
            "dang hoan thien",
            "da trien khai",
            "in progress",
            "under way",
        ],
    ),
    (
        State::Blocked,
        &[
            "vuong",
            "vuong mac",
            "co vuong mac",
            "con vuong mac",
            "gap vuong mac",
            "dang vuong",
            "dang vuong mac",
            "kho khan",
            "gap kho khan",
            "kho khan vuong mac",
            "blocked",
            "facing obstacles",
        ],
    ),
    (
        State::Done,
        &[
            "xong",
            "da xong",
            "lam xong",
            "da lam xong",
            "hoan thanh",
            "da hoan thanh",
            "bao hoan thanh",
            "da bao hoan thanh",
            "bao cao hoan thanh",
            "da bao cao hoan thanh",
            "hoan tat",
            "da hoan tat",
            "da thuc hien xong",
            "thuc hien xong",
            "done",
            "completed",
            "reported done",
        ],
    ),
    (State::Cancelled, &["dung", "da dung", "huy", "da huy", "cancelled", "stopped"]),
    (State::Superseded, &["thay the", "duoc thay the", "da thay the", "superseded", "replaced"]),
];

/// Texts that name no state, folded.
const NOTHING: &[&str] = &[
    "",
    "0",
    "khong",
    "khong co",
    "chua co bao cao",
    "chua bao cao",
    "chua cap nhat",
    "bao cao",
    "report",
    "no report",
];

/// Texts after a state that name a computed standing, folded.
const QUALIFIERS: &[&str] = &[
    "dung han",
    "qua han",
    "tre han",
    "cham",
    "cham han",
    "trong han",
    "som han",
    "truoc han",
    "dung tien do",
    "cham tien do",
    "dam bao tien do",
    "khong quy dinh thoi han",
    "chua den han",
    "sap den han",
    "on time",
    "late",
    "overdue",
];

/// Returns the words for a state, folded.
pub fn words_of(state: State) -> &'static [&'static str] {
    STATES.iter().find(|(known, _)| *known == state).map_or(&[], |(_, words)| *words)
}

/// Reads a state from a text.
pub fn read_state(text: &str) -> StateReading {
    let mut plain = normalized(text);
    if NOTHING.contains(&plain.as_str()) {
        return StateReading::Nothing;
    }
    if matches!(plain.as_str(), "chua xong" | "chua hoan thanh" | "chua dat" | "tam dung") {
        return StateReading::Ambiguous;
    }
    loop {
        if let Some((state, _)) = STATES.iter().find(|(state, words)| {
            state.name().replace('_', " ") == plain || words.contains(&plain.as_str())
        }) {
            return StateReading::State(*state);
        }
        if let Some(rest) = plain.strip_suffix(" ngay") {
            let rest = rest.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
            plain.truncate(rest.len());
        }
        if QUALIFIERS.contains(&plain.as_str()) {
            return StateReading::Derived;
        }
        let Some(shorter) =
            QUALIFIERS.iter().find_map(|word| plain.strip_suffix(word)?.strip_suffix(' '))
        else {
            return StateReading::Unknown;
        };
        plain.truncate(shorter.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_read_from_the_words_of_offices() {
        for (text, state) in [
            ("đã xong", State::Done),
            ("Hoàn thành", State::Done),
            ("ĐÃ HOÀN THÀNH (đúng hạn)", State::Done),
            ("Hoàn thành quá hạn 12 ngày", State::Done),
            ("Báo hoàn thành", State::Done),
            ("Đã báo cáo hoàn thành", State::Done),
            ("đang làm", State::InProgress),
            ("Đang thực hiện, trong hạn", State::InProgress),
            ("chưa", State::NotStarted),
            ("Chưa triển khai", State::NotStarted),
            ("vướng", State::Blocked),
            ("in_progress", State::InProgress),
        ] {
            assert_eq!(read_state(text), StateReading::State(state), "{text}");
        }
        assert_eq!(read_state("Quá hạn 5 ngày"), StateReading::Derived);
        assert_eq!(read_state("chưa xong"), StateReading::Ambiguous);
        assert_eq!(read_state("Chưa có báo cáo"), StateReading::Nothing);
        assert_eq!(read_state(" - "), StateReading::Nothing);
        assert_eq!(read_state("Không hoàn thành"), StateReading::Unknown);
        assert_eq!(read_state("xong một phần"), StateReading::Unknown);
    }
}
