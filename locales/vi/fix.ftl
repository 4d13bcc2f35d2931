## Sửa tự động, thêm và cập nhật tệp: tiendo check --fix, new, update, remind.

argument-fix = Tự sửa những chỗ chỉ có một cách sửa đúng (xem trước; thêm --yes mới ghi)
argument-yes = Ghi vào tệp những chỗ sửa đã xem
argument-complaints = Dạng câu trả lời: text cho người đọc, short mỗi lỗi một dòng, json cho chương trình, sarif cho công cụ kiểm tra mã nguồn, github cho GitHub Actions
argument-color = Màu trên màn hình: auto, always (luôn có) hoặc never (không dùng)

usage-conflict = không dùng { $value } cùng với { $other }

check-see-all = Còn { $count } điều chưa hiện hết; xem tất cả, mỗi điều một dòng: tiendo check --format short
fix-name = tự sửa
fix-by-machine = chạy tiendo check --fix{ $directive }, dòng này thành:
fix-whole-mark = toàn tệp: bỏ dấu BOM ở đầu tệp
fix-whole-line-ends = toàn tệp: { $count } dòng kết thúc kiểu Windows hoặc Mac cũ, đổi sang LF
fix-whole-decomposed = toàn tệp: chữ và dấu gõ rời nhau (Unicode tổ hợp), ghép lại thành Unicode dựng sẵn
fix-whole-last-line = toàn tệp: thêm dấu xuống dòng ở cuối tệp
fix-left-unreadable = { $file }: để nguyên, vì sửa những chỗ máy sửa được rồi mà tệp vẫn chưa đọc được. Hãy sửa tay chỗ báo LỖI trong tệp này rồi chạy lại
fix-left-values = { $file }: để nguyên, vì nếu tự sửa thì nội dung có thể khác đi. Hãy sửa tay theo lời nhắc
fix-left-complaint = { $file }: để nguyên, vì nếu tự sửa thì lại sinh ra lỗi khác ({ $code }). Hãy sửa tay theo lời nhắc
fix-nothing = Không có chỗ nào máy tự sửa được.
fix-would = { $count } tệp sửa được. Chưa ghi gì; để ghi, chạy: tiendo check --fix --yes{ $directive }
fix-done = Đã sửa { $count } tệp.
fix-remains = Những điều còn lại phải sửa tay:

trouble-changed = { $path } vừa bị thay đổi trong lúc sửa, có thể đang mở ở chương trình khác; tệp được để nguyên. Hãy chạy lại
trouble-busy = Một chương trình tiendo khác đang ghi vào thư mục này ({ $path }); chưa ghi gì. Hãy chạy lại sau ít giây.
change-put-back = Chưa ghi gì: các tệp đã ghi trước đó được trả lại như cũ.
change-left = Các tệp này đã ghi mà chưa trả lại như cũ được: { $files }
change-recovered = Lần ghi trước (tiendo { $command }) bị ngắt giữa chừng; đã trả lại như cũ: { $files }
command-undo = Hoàn tác một lần ghi vào hồ sơ (update, new, import, check --fix); --list liệt kê các lần ghi.
argument-undo-number = Số thứ tự của lần ghi, xem ở --list; không nêu thì là lần ghi mới nhất
argument-undo-list = Chỉ liệt kê các lần ghi, mới nhất ở trên
undo-line = { $number }  { $when }  tiendo { $command }{ $about ->
        [0] {""}
       *[other] {" "}{ $about }
    }: { $files }{ $more ->
        [0] {""}
       *[other] {" "}và { $more } tệp khác
    }{ $state ->
        [undone] {" "}(đã hoàn tác)
       *[other] {""}
    }
undo-nothing = Không có lần ghi nào để hoàn tác.
undo-of-directive = Các lần ghi của văn bản này: tiendo undo --list{ $directive }
undo-of-portal = Đây là phần dùng chung của cổng. Muốn hoàn tác ở một văn bản: thêm --directive MÃ.
undo-unknown = Không có lần ghi số { $number }, hoặc lần ấy đã được hoàn tác. Xem: tiendo undo --list
undo-differs = Không hoàn tác được: { $file } đã được sửa tiếp, phần ghi thêm không còn nguyên ở một chỗ. Chưa ghi gì. Nếu vẫn muốn bỏ, hãy tự xóa đoạn này trong tệp:
    { $inserted }
undo-refused = Chưa hoàn tác, vì hồ sơ sẽ có lỗi như trên: phần ghi sau đó còn dùng đến. Hãy hoàn tác phần ghi sau trước.
undo-deletes = { $file } sẽ bị xóa (tệp này do lần ghi ấy tạo ra; nội dung được giữ trong .tiendo).
undo-done = Đã hoàn tác lần ghi số { $number }.
trouble-exists = { $path } đã có; tiendo không ghi đè
trouble-held = { $path } đang mở trong chương trình khác nên chưa ghi được. Hãy đóng tệp ấy rồi ghi lại.
trouble-protected = { $path } được đặt chế độ chỉ đọc; tệp được để nguyên
trouble-disk = không ghi được { $path }: { $reason }

command-new = Tạo tệp nhiệm vụ (task) hoặc ghi chép (note) mới; thiếu gì thì hỏi.
command-update = Ghi thêm một lần cập nhật vào sổ theo dõi của nhiệm vụ; thiếu gì thì hỏi.
argument-on = Ngày việc xảy ra: 2021-07-24, 24/7/2021, 24/7 (năm gần ngày chốt số liệu nhất) hoặc today (hôm nay, theo giờ Việt Nam)
argument-part = Phần hoặc kỳ của việc, theo mã; all: mọi phần còn lại
argument-recorded = Ngày ghi vào sổ theo dõi, nếu ghi muộn: từ ngày này mới được tính, số liệu đã công bố cho các ngày chốt trước giữ nguyên (mặc định: ngày chốt as_of trong site.yaml nếu từ ngày xảy ra đến trước hôm nay, nếu không thì hôm nay; không ghi nếu site.yaml không có as_of và sổ đã quá một tháng không có gì mới)
argument-state = Trạng thái mới: not_started (chưa triển khai), in_progress (đang thực hiện), blocked (gặp vướng mắc), done (đã báo cáo hoàn thành), cancelled (dừng), superseded (được thay thế)
argument-text = Việc đã làm, viết thành câu
argument-percent = Tự đánh giá, từ 0 đến 100
argument-evidence = Văn bản, tài liệu minh chứng: mã hoặc số ký hiệu trong documents.yaml, cách nhau dấu phẩy
command-extend = Ghi một lần gia hạn: thời hạn mới, ngày quyết định, văn bản; thiếu gì thì hỏi.
argument-decided = Ngày quyết định gia hạn
argument-new-due = Thời hạn mới, ngày cuối còn đúng hạn: 31/10/2024, 10/2024, quý III/2024
argument-new-before = Thời hạn mới dạng “trước ngày …”
argument-deciding = Văn bản quyết định: mã hoặc số ký hiệu trong documents.yaml
argument-evidence-file = Tệp minh chứng mới (PDF, Word, Excel, ảnh; tối đa 20 MB): được chép vào attachments/ và ghi vào documents.yaml; --document nêu số ký hiệu, ngày và nếu muốn cả trích yếu, ví dụ "45/BC-SKHĐT, 12/7/2021, Báo cáo kết quả"
evidence-not-described = Tệp minh chứng cần --document nêu số ký hiệu rồi ngày, cách nhau dấu phẩy, ví dụ: --document "45/BC-SKHĐT, 12/7/2021" (đã đọc: “{ $value }”)
evidence-title = Văn bản số { $symbol }
evidence-known = Đã có văn bản “{ $value }” trong documents.yaml; hãy dùng: --evidence { $id }
evidence-too-large = Tệp { $value } lớn hơn 20 MB; hãy nén ảnh hoặc tách tệp rồi làm lại
evidence-no-id = Không đặt được mã cho văn bản “{ $value }” vì các mã gần giống đã có; hãy tự thêm vào documents.yaml rồi dùng --evidence
argument-document = Văn bản quyết định dừng hoặc thay thế: mã hoặc số ký hiệu
argument-superseded-by = Mã hoặc số của nhiệm vụ thay thế; tách thành nhiều nhiệm vụ thì cách nhau dấu phẩy
argument-dry-run = Chỉ xem, không ghi
argument-ask = Hỏi những gì còn thiếu, cả khi không chạy trên màn hình dòng lệnh
argument-what = task (nhiệm vụ) hoặc note (ghi chép)
argument-id = Mã, cũng là tên tệp; ghi chép bỏ trống thì lấy theo ngày và tên
argument-title = Tên
argument-priority = Mục: mã, số, hoặc vài chữ trong tên, không cần dấu
argument-kind = Loại: deliverable, ongoing hoặc duty (mặc định: deliverable)
argument-product = Sản phẩm phải nộp
argument-lead = Cơ quan chủ trì: mã hoặc tên, không cần dấu; nhiều cơ quan cách nhau dấu phẩy
argument-due = Thời hạn: ngày cuối cùng, hoặc cả tháng, quý, năm (30/6/2021, “tháng 6/2021”, “quý II/2021”, 2021)
argument-before = Thời hạn: trước ngày này
argument-tasks = Mã hoặc số của nhiệm vụ mà ghi chép nói đến, cách nhau dấu phẩy
argument-author = Cơ quan viết ghi chép: mã hoặc tên, không cần dấu

ask-agency = Cơ quan nào (vài chữ trong tên, không cần dấu)?
ask-task = Nhiệm vụ nào (mã, hoặc vài chữ trong tên, không cần dấu)?
ask-new-due = Thời hạn mới
ask-decided = Ngày quyết định gia hạn
ask-deciding = Văn bản quyết định (số ký hiệu hoặc mã; không có thì bỏ trống)
ask-on = Ngày xảy ra (ví dụ 24/7/2021, 24/7, hoặc today)?
ask-state = Trạng thái mới (số thứ tự; Enter: không đổi)?
ask-text = Việc đã làm (một câu; Enter: bỏ qua)?
ask-evidence = Văn bản, tài liệu minh chứng (mã hoặc số ký hiệu, cách nhau dấu phẩy; Enter: chưa có)?
ask-new-id = Mã nhiệm vụ mới (ví dụ 1.5)?
ask-title = Tên?
ask-priority = Thuộc mục nào (mã, hoặc vài chữ, không cần dấu)?
ask-lead = Cơ quan chủ trì (vài chữ trong tên, không cần dấu; nhiều cơ quan thì cách nhau dấu phẩy; Enter: không nêu)?
ask-due = Thời hạn (ví dụ 25/7/2021, tháng 6/2021, quý II/2021, trước 25/7/2021; Enter: không có)?
ask-write = Ghi vào tệp (Enter: ghi; k: không)?
ask-none = Không tìm thấy; thử vài chữ khác.
ask-needed = Câu này phải có trả lời (bấm Ctrl+C để thôi, không ghi gì).
ask-again = Hãy trả lời lại câu này; các câu trước vẫn được giữ.
ask-document = Văn bản quyết định dừng hoặc thay thế (mã, hoặc số ký hiệu)?
ask-superseded-by = Nhiệm vụ thay thế (mã, hoặc vài chữ trong tên, không cần dấu)?
ask-many = Có { $count } mục phù hợp; chọn một:

update-is-there = sổ theo dõi của nhiệm vụ { $task } đã có đúng lần cập nhật này; không ghi thêm lần nữa
update-cannot = không tự ghi thêm được vào { $value } vì cách viết của tệp này; hãy thêm bằng tay
update-refused = Chưa ghi, vì ghi vào thì nội dung có lỗi như trên.
update-standing = Nhiệm vụ { $task }, số liệu đến ngày { $date }: { $was } → { $is }
update-later = Lần cập nhật này chỉ được tính từ một ngày sau ngày chốt số liệu { $date }, nên chưa được tính; đổi as_of trong site.yaml nếu cần.
update-dry = Chỉ xem, chưa ghi gì.
update-done = Đã ghi vào { $file }.
new-bad-id = “{ $value }” không dùng làm mã được; mã chỉ gồm chữ thường không dấu và chữ số, nối bằng dấu chấm hoặc gạch nối, ví dụ: 1.5 hoặc so-ket-quy-1
new-id-of-number = Mã (cũng là tên tệp): { $id }; số hiện trên trang: { $value }
new-task-is-there = đã có nhiệm vụ mang mã hoặc số “{ $value }”; hãy chọn mã khác, hoặc ghi thêm tiến độ cho nhiệm vụ ấy bằng: tiendo update { $id }
new-note-is-there = đã có ghi chép mang mã “{ $id }”; hãy chọn tên khác
new-done = Đã tạo { $file }.
new-note-draft = Ghi chép đang là bản nháp, chưa lên trang; viết xong thì xóa dòng “draft: true”.
new-note-results = Kết quả
new-note-obstacles = Vướng mắc
new-note-proposals = Kiến nghị
new-note-documents = Văn bản kèm theo

command-remind = Liệt kê nhiệm vụ một cơ quan cần thực hiện, báo cáo: quá hạn, chờ minh chứng, sắp đến hạn, chưa có báo cáo mới; để dán vào công văn.
argument-agency = Cơ quan: mã, hoặc vài chữ trong tên, không cần dấu
argument-scope-priority = Mục: mã, hoặc vài chữ trong tên, không cần dấu
argument-letter = Dạng câu trả lời: text để in hoặc gửi, markdown để dán vào văn bản, docx để ghi số và ký trong Word
remind-title = Kính gửi: { $agency }. Các nhiệm vụ theo { $number } cần thực hiện, báo cáo (số liệu đến ngày { $date }):
remind-overdue = Quá hạn ({ $count }):
remind-awaiting-evidence = Đã báo cáo hoàn thành, còn thiếu văn bản, tài liệu minh chứng ({ $count }):
remind-due-soon = Sắp đến hạn ({ $count }):
remind-silent = Chưa có báo cáo mới ({ $count }):
remind-deadline = thời hạn: { $deadline }
remind-last = báo cáo gần nhất: { $date }
remind-successor = Để đôn đốc các nhiệm vụ đó, chạy: tiendo remind --agency { $id }{ $directive }
remind-nothing = Không có nhiệm vụ nào cần đôn đốc.
remind-request = Đề nghị cơ quan khẩn trương thực hiện { $count } nhiệm vụ nêu trên, báo cáo kết quả kèm văn bản, tài liệu minh chứng.

# new task
argument-new-number = Số như in trong văn bản, nếu khác mã
argument-lead-source = Ai phân công chủ trì: directive (văn bản) hoặc office (văn phòng)
argument-support = Cơ quan phối hợp: mã hoặc tên, không cần dấu; nhiều cơ quan cách nhau dấu phẩy
argument-new-places = Địa bàn: mã hoặc tên; nhiều địa bàn cách nhau dấu phẩy
argument-new-documents = Văn bản được nhắc đến: mã hoặc số ký hiệu; nhiều văn bản cách nhau dấu phẩy
argument-related = Nhiệm vụ liên quan: mã; nhiều nhiệm vụ cách nhau dấu phẩy
argument-report-every = Việc thường xuyên báo cáo theo: week (tuần), month (tháng), quarter (quý)
argument-visibility = public (công khai) hoặc status_only (chỉ công bố tình trạng)
argument-new-added = Ngày nhiệm vụ được giao thêm, nếu sau ngày của văn bản
argument-new-added-by = Văn bản giao thêm nhiệm vụ: mã hoặc số ký hiệu
