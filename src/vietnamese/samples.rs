//! Texts and helpers that the tests of several files share.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::letters::TONES;

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Returns every letter of Vietnamese syllables with every tone, in both cases.
pub(super) fn syllable_letters() -> Vec<String> {
    let mut letters: Vec<String> = "bcdđghklmnpqrstvxfjwz".chars().map(String::from).collect();
    for vowel in "aăâeêioôơuưy".chars() {
        letters.push(vowel.to_string());
        letters.extend(TONES.iter().map(|tone| format!("{vowel}{tone}").nfc().collect()));
    }
    let capitals: Vec<String> = letters.iter().map(|l| l.to_uppercase()).collect();
    letters.extend(capitals);
    letters
}

/// Words of reports and names of places, among them every tone of many syllables.
pub(super) const WORDS: &str = "a à ả ã á ạ an ăn ân ấn ẩn Ân ba bà bả bã bá bạ bắc Bắc Kạn bằng cao Cao Bằng \
    chương chướng chưởng con còn cỏn cõn cón cọn da dà đa đà Đà Nẵng đá đạ đai đại đám đảm \
    Đại Từ đê đề để đễ đế đệ Định Hóa Đồng Hỷ đường đương đường dương Dương dường e è ê ề \
    ếch em êm ga gà gả gã giá giả giã Hà Nội Hạ Long hoa hoà hòa hoá hóa hoả hỏa Hòa Bình \
    Hoà Bình huyện Huyện huyền huyễn huyết i ì ỉ ĩ í ị in ỉn ít la là lả lã lá lạ lan làng \
    lãng Lạng Sơn ma mà mả mã má mạ man mãn mạn mưa mứa mửa na nà nam năm nấm nâng nặng nắng \
    nghỉ nghĩ nghị nghiêm ngữ ngừ o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ong ông ơn ốc óc ọc \
    Phổ Yên Phú Bình Phú Lương pha phà phả phá quy quý quỳ quỷ quỹ quỵ Quảng Ninh Quảng Nam \
    rau râu rầu sa sà sả sã sá sạ Sở Sông Công sông sóng ta tà tả tã tá tạ tăng tầng tâng tấn \
    Thái Nguyên Thái Bình Thanh Hóa Thành thành thánh thạnh tha thả thu thù thủ thú thụ thư \
    thừ thử thứ thự thuỷ thủy Thủy thúy tiến tiền tiễn tiện tính tỉnh tình tĩnh tịnh tuần Tuần \
    Tuyên Quang u ù ủ ũ ú ụ ư ừ ử ữ ứ ự um ưu ưng Uỷ Ủy ủy uỷ va và vả vã vá vạ Võ Nhai vốn \
    vôn vồn xa xà xã xá xạ xanh xuân xuất y ỳ ỷ ỹ ý ỵ yên yến Yên Bái zê";
