# Những gì đã công bố mà nay không còn hoặc đã khác: quy tắc, lý do chưa đăng được, trang chuyển hướng, đính chính.

## Quy tắc

base-url = Địa chỉ của trang “{ $read }” có phần đuôi từ dấu “{ $mark }”
    .label = sau dấu này không ghép thêm đường dẫn được
    .help = Bỏ phần từ dấu “{ $mark }” trở đi, chỉ giữ địa chỉ của thư mục

moved-still-there = “{ $was }” ghi là không còn, nhưng vẫn có trong hồ sơ
    .label = bản ghi này vẫn còn
    .help = Xóa bản ghi, hoặc xóa mục này trong moved.yaml. Nhiệm vụ đã dừng thì giữ lại và ghi state: cancelled

moved-twice = “{ $was }” ghi hai lần trong moved.yaml
    .label = đã có ở phía trên
    .second = lần đầu ở đây
    .help = Xóa bớt một mục

moved-unclear = “{ $read }” không phải mã bản ghi, cũng không phải địa chỉ trên trang
    .label = không rõ là trang nào
    .help = Ghi loại và mã, ví dụ: task:1.3, hoặc đường dẫn trên trang, ví dụ: ky-bao-cao/2021-09-30.html

## Trang đặt tại địa chỉ cũ, đính chính

former-title = Trang đã chuyển, đã gỡ
former-intro = Những gì đã công bố mà nay không còn ở địa chỉ cũ, kèm lý do. Mục mới nhất đứng đầu.
former-moved = Trang này đã chuyển sang địa chỉ khác.
former-gone = Trang này không còn nữa.
former-to = Xem tại
former-since = Từ ngày { $date }
former-reason = Lý do
former-document = Theo văn bản
former-all = Xem mọi trang đã chuyển, đã gỡ
corrections = Đính chính số liệu đã công bố
correction-deadline = Thời hạn đã công bố (ngày cuối còn đúng hạn { $was })
correction-entry = Lần cập nhật ngày { $was }
correction-evidence = Minh chứng { $was }
correction-done = Hoàn thành ngày { $was }
correction-lead = Cơ quan chủ trì đã công bố: { $was }
correction-part = phần { $was }
correction-priority = Mục đã công bố: { $was }
correction-product = Sản phẩm đã công bố: { $was }
correction-percent = Tỷ lệ tự đánh giá đã công bố: { $was } %
correction-text = Nội dung đã công bố: “{ $was }”

publications-title = Các lần công bố
publications-intro = Mỗi lần công bố có một mã kiểm tra tính cả lần trước. Ai giữ mã của một lần bất kỳ, trên phiếu bàn giao hay trong bản đã tải về, đều kiểm tra được rằng các lần trước đó không bị sửa, bớt hay đổi chỗ.
publications-current = Bản đang xem, số liệu đến { $date }, sẽ có trong danh sách từ lần công bố sau.
publications-number = Lần
publications-as-of = số liệu đến
publications-sums = Mã kiểm tra
publications-manifest = SHA-256 của manifest.txt
publications-records = SHA-256 của hồ sơ
publications-sum = Mã của lần công bố
publications-data = Danh sách cho chương trình:
publications-verify = Kiểm tra bằng lệnh
publication-first = Lần công bố đầu tiên
publication-same = Không nhiệm vụ nào thay đổi tình trạng

## Phiếu bàn giao: thay đổi về nội dung

handover-from = So với số liệu đã công bố đến ngày { $date }:
handover-same = Không nhiệm vụ nào đổi sang hoàn thành, quá hạn, gia hạn, mở lại hoặc dừng.
handover-list = { $label } ({ $count }): { $tasks }
handover-list-more = { $label } ({ $count }): { $tasks } và { $more } nhiệm vụ khác
handover-added = Mới công bố
handover-vanished = Không còn, có nêu lý do
handover-late = Ghi bổ sung cho ngày đã công bố, không ghi ngày vào sổ
handover-done = Mới hoàn thành
handover-overdue = Mới quá hạn
handover-redated = Thay đổi thời hạn
handover-reopened = Mở lại sau khi hoàn thành
handover-stopped = Mới dừng hoặc được thay thế

## Chưa đăng được

gate-stopped = Chưa đăng được: { $count } điều đã công bố (số liệu đến ngày { $date }) nay không còn hoặc đã khác mà hồ sơ chưa nêu lý do.
gate-how = Không thể bỏ qua bước này: hãy ghi lý do vào hồ sơ rồi chạy lại. Trang và gói cũ vẫn nguyên.
gate-write = Ghi vào { $file }:
gate-write-key = Ghi vào { $file }, dưới tên trường { $key }:
gate-or-restore = hoặc khôi phục như đã công bố.

gate-vanished = Nhiệm vụ { $number } “{ $title }” đã công bố, nay không còn.
gate-gone = Không còn “{ $subject }”, vốn có tại: { $paths }
gate-first-deadline =
    { $now ->
        [none] Nhiệm vụ { $number } “{ $title }”: thời hạn đầu tiên đã công bố (ngày cuối còn đúng hạn { $was }) nay không còn.
       *[other] Nhiệm vụ { $number } “{ $title }”: thời hạn đầu tiên đã đổi, ngày cuối còn đúng hạn { $was } → { $now }.
    }
gate-decision = Nhiệm vụ { $number } “{ $title }”: quyết định gia hạn ngày { $decided } (ngày cuối còn đúng hạn { $was }) nay không còn hoặc đã sửa.
gate-no-document = Nhiệm vụ { $number } “{ $title }”: gia hạn ngày { $decided } không nêu văn bản.
gate-in-force =
    { $now ->
        [none] Nhiệm vụ { $number } “{ $title }”: thời hạn đã công bố (ngày cuối còn đúng hạn { $was }) nay không còn.
       *[other] Nhiệm vụ { $number } “{ $title }”: thời hạn đã công bố đã đổi, ngày cuối còn đúng hạn { $was } → { $now }.
    }
gate-entry =
    { $now ->
        [none] Nhiệm vụ { $number } “{ $title }”: lần cập nhật ngày { $date } đã công bố nay không còn hoặc đã đổi trạng thái.
       *[other] Nhiệm vụ { $number } “{ $title }”: lần cập nhật ngày { $date } đã công bố nay ghi ngày { $now }.
    }
gate-lead = Nhiệm vụ { $number } “{ $title }”: cơ quan chủ trì đã công bố ({ $was }) nay là { $now }.
gate-priority = Nhiệm vụ { $number } “{ $title }”: đã công bố ở mục { $was }, nay ở mục { $now }.
gate-product =
    { $now ->
        [none] Nhiệm vụ { $number } “{ $title }”: sản phẩm đã công bố “{ $was }” nay không còn.
       *[other] Nhiệm vụ { $number } “{ $title }”: sản phẩm đã công bố “{ $was }” nay là “{ $now }”.
    }
gate-percent =
    { $now ->
        [none] Nhiệm vụ { $number } “{ $title }”: lần cập nhật ngày { $date } đã công bố tự đánh giá { $was } %, nay không còn.
       *[other] Nhiệm vụ { $number } “{ $title }”: lần cập nhật ngày { $date } đã công bố tự đánh giá { $was } %, nay là { $now } %.
    }
gate-title = Nhiệm vụ { $number }: con số trong tên đã công bố “{ $was }” nay khác: “{ $now }”.
gate-text =
    { $now ->
        [none] Nhiệm vụ { $number } “{ $title }”: lần cập nhật ngày { $date } không còn nội dung đã công bố “{ $was }”.
       *[other] Nhiệm vụ { $number } “{ $title }”: con số trong lần cập nhật ngày { $date } đã công bố “{ $was }” nay khác: “{ $now }”.
    }
gate-recorded = Nhiệm vụ { $number } “{ $title }”: lần cập nhật ngày { $date } đã công bố là ghi vào sổ ngày { $was }, nay là ngày { $now }.
gate-late = Lưu ý: nhiệm vụ { $tasks } có việc mới ghi thêm mà theo hồ sơ đã biết từ trước ngày { $date }, nên số liệu của những ngày đã công bố sẽ khác đi. Nếu mới ghi thêm thì thêm vào từng lần cập nhật, gia hạn (hoặc vào nhiệm vụ mới) dòng: recorded: { $recorded }, rồi dựng lại trang.
gate-evidence = Nhiệm vụ { $number } “{ $title }”: lần cập nhật ngày { $date } không còn minh chứng “{ $document }” đã công bố.
gate-named =
    { $now ->
        [none] Nhiệm vụ { $number } “{ $title }”: lần cập nhật ngày { $date } đã công bố là về phần { $was }, nay là về cả nhiệm vụ.
       *[other] Nhiệm vụ { $number } “{ $title }”: lần cập nhật ngày { $date } đã công bố là về { $was ->
            [none] cả nhiệm vụ
           *[other] phần { $was }
        }, nay là về phần { $now }.
    }
gate-part-gone = Nhiệm vụ { $number } “{ $title }”: phần “{ $part }” đã công bố, nay không còn.
gate-part-deadline =
    { $now ->
        [none] Nhiệm vụ { $number } “{ $title }”: thời hạn đã công bố của phần “{ $part }” (ngày cuối còn đúng hạn { $was }) nay không còn.
       *[other] Nhiệm vụ { $number } “{ $title }”: thời hạn đã công bố của phần “{ $part }” đã đổi, ngày cuối còn đúng hạn { $was } → { $now }.
    }
gate-part-reopened = Nhiệm vụ { $number } “{ $title }”: phần “{ $part }” đã công bố xong ngày { $done }, nay chưa xong mà sổ theo dõi không ghi vì sao.
gate-reopened = Nhiệm vụ { $number } “{ $title }”: đã công bố hoàn thành ngày { $done }, nay không còn hoàn thành mà sổ theo dõi không ghi vì sao.
gate-reopened-how = Thêm một lần cập nhật có state và text nêu lý do mở lại, hoặc:
gate-publications = Lần công bố thứ { $count } trên trang đã công bố không có trong publications.yaml, hoặc đã khác. Có thể thư mục nội dung này là bản cũ.
gate-backwards = Số liệu đến ngày { $now } cũ hơn số liệu đã công bố đến ngày { $was }.
gate-backwards-how = Nếu ngày đã công bố là đúng thì ghi vào site.yaml: as_of: { $date }. Nếu ngày đó gõ nhầm:

gate-missing = Không đọc được những gì đã công bố: { $path } không còn hoặc đã bị sửa. Chưa so sánh được nên chưa đăng đè lên.
gate-altered = { $path } đã công bố không đúng mã trong manifest.txt: tệp đã bị sửa. Chạy tiendo verify, đăng lại bản gốc rồi làm tiếp.
gate-newer = { $path } đã công bố theo mẫu dữ liệu phiên bản { $version }; phần mềm này chỉ biết phiên bản 1. Hãy dùng bản tiendo mới hơn.
gate-broken = Không đọc được { $path } đã công bố: tệp bị hỏng hoặc không phải do tiendo tạo ra
gate-other-directive = Nơi này đang công bố “{ $name }”, không phải văn bản trong hồ sơ. Kiểm tra lại gói, thư mục hoặc nơi đăng.

## Chuỗi công bố

chain-whole = XONG  Chuỗi công bố liền mạch: { $count } lần công bố trước bản này, không lần nào bị sửa, bớt hay đổi chỗ. Mã manifest của bản này: { $hash }
chain-broken = Chuỗi công bố bị đứt ở lần { $number }.
chain-link = Lần công bố { $number } (số liệu đến { $date }) không nối tiếp lần trước: mục này, hoặc một mục trước nó, đã bị sửa, bớt hay đổi chỗ.
chain-shortened = Thiếu lần công bố { $number }: danh sách chỉ còn { $count } lần, bị bớt ở cuối.
chain-forked = Lần công bố { $number } khác với bản cũ. Lịch sử công bố đã bị viết lại từ đây.
chain-unknown = Bản cũ đưa ra so lẽ ra là lần công bố { $number }, nhưng trong danh sách không có bản ấy.
chain-not-kept = { $site } không kèm danh sách các lần công bố ({ $path }). Muốn lưu chuỗi công bố thì tạo tệp publications.yaml trong thư mục nội dung.
chain-altered = { $path } của { $site } đã bị sửa hoặc không đọc được: không đúng như manifest.txt ghi.
publication-kept = Đã ghi lần công bố { $number } vào { $file }.
publication-not-kept = Chưa ghi được lần công bố { $number } vào { $file }; hãy tự thêm vào cuối tệp:
argument-chain = Kiểm tra chuỗi các lần công bố thay vì từng tệp
argument-older = Bản đã giữ từ trước, để so chuỗi công bố

sign-password = Khóa ký được bảo vệ bằng mật khẩu.
sign-in-content = Khóa bí mật { $file } nằm trong thư mục nội dung; hãy chuyển ra ngoài, vì thư mục này được sao chép và chia sẻ.
sign-not-a-key = { $file } không phải là khóa ký của minisign (tệp tạo bằng lệnh: minisign -G).
sign-wrong-password = Mật khẩu của khóa { $file } không đúng, hoặc không nhập được mật khẩu.
sign-failed = Không ký được manifest.txt.
verify-signed = Chữ ký đúng: manifest.txt được ký bằng khóa này, kèm lời “{ $comment }”.
verify-no-signature = THIẾU  manifest.txt.minisig: trang không có chữ ký, hoặc chữ ký không đọc được.
verify-other-key = SAI  manifest.txt.minisig: được ký bằng một khóa khác.
verify-wrong-signature = SAI  manifest.txt.minisig: chữ ký không khớp với manifest.txt.
verify-not-a-key = Giá trị của --key không phải là khóa công khai của minisign (tệp .pub hoặc dòng thứ hai của tệp ấy).
argument-sign = Khóa bí mật của minisign để ký manifest.txt
argument-key = Khóa công khai (tệp .pub hoặc chuỗi khóa) của minisign
