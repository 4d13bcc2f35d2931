## Sửa tự động, thêm và cập nhật tệp: tiendo check --fix, new, update, remind.

argument-fix = Tự sửa những chỗ chỉ có một cách sửa đúng (xem trước; thêm --yes mới ghi)
argument-yes = Ghi vào tệp những chỗ sửa đã xem
argument-complaints = Dạng câu trả lời: text cho người đọc, short mỗi lỗi một dòng, json cho chương trình, sarif cho công cụ kiểm tra mã nguồn, github cho GitHub Actions
argument-color = Màu trên màn hình: auto, always (luôn có) hoặc never (không dùng)

usage-conflict = không dùng { $value } cùng với { $other }

check-see-all = Còn { $count } điều chưa hiện hết; xem tất cả, mỗi điều một dòng: tiendo check --format short
fix-name = tự sửa
fix-by-machine = chạy tiendo check --fix, dòng này thành:
fix-whole-mark = toàn tệp: bỏ dấu BOM ở đầu tệp
fix-whole-line-ends = toàn tệp: { $count } dòng kết thúc kiểu Windows hoặc Mac cũ, đổi sang LF
fix-whole-decomposed = toàn tệp: chữ và dấu gõ rời nhau (Unicode tổ hợp), ghép lại thành Unicode dựng sẵn
fix-whole-last-line = toàn tệp: thêm dấu xuống dòng ở cuối tệp
fix-left-unreadable = { $file }: để nguyên, vì sửa những chỗ máy sửa được rồi mà tệp vẫn chưa đọc được. Hãy sửa tay chỗ báo LỖI trong tệp này rồi chạy lại
fix-left-values = { $file }: để nguyên, vì nếu tự sửa thì nội dung có thể khác đi. Hãy sửa tay theo lời nhắc
fix-left-complaint = { $file }: để nguyên, vì nếu tự sửa thì lại sinh ra lỗi khác ({ $code }). Hãy sửa tay theo lời nhắc
fix-nothing = Không có chỗ nào máy tự sửa được.
fix-would = { $count } tệp sửa được. Chưa ghi gì; để ghi, chạy: tiendo check --fix --yes
fix-done = Đã sửa { $count } tệp.
fix-remains = Những điều còn lại phải sửa tay:

trouble-changed = { $path } vừa bị thay đổi trong lúc sửa, có thể đang mở ở chương trình khác; tệp được để nguyên. Hãy chạy lại
trouble-exists = { $path } đã có; tiendo không ghi đè
trouble-protected = { $path } được đặt chế độ chỉ đọc; tệp được để nguyên
trouble-disk = không ghi được { $path }: { $reason }

command-new = Tạo tệp nhiệm vụ (task) hoặc ghi chép (note) mới; thiếu gì thì hỏi.
command-update = Ghi thêm một lần cập nhật vào sổ theo dõi của nhiệm vụ; thiếu gì thì hỏi.
argument-on = Ngày việc xảy ra: 2021-07-24, 24/7/2021 hoặc today (hôm nay)
argument-state = Trạng thái mới: not_started (chưa triển khai), in_progress (đang thực hiện), blocked (gặp vướng mắc), done (đã báo cáo hoàn thành), cancelled (dừng), superseded (được thay thế)
argument-text = Việc đã làm, viết thành câu
argument-percent = Tự đánh giá, từ 0 đến 100
argument-evidence = Mã văn bản, tài liệu minh chứng trong documents.yaml; nhiều mã cách nhau dấu phẩy
argument-document = Mã văn bản quyết định dừng hoặc thay thế
argument-superseded-by = Mã nhiệm vụ thay thế
argument-dry-run = Chỉ xem, không ghi
argument-ask = Hỏi những gì còn thiếu, cả khi không chạy trên màn hình dòng lệnh
argument-what = task (nhiệm vụ) hoặc note (ghi chép)
argument-id = Mã, cũng là tên tệp; ghi chép bỏ trống thì lấy theo ngày và tên
argument-title = Tên
argument-priority = Mã mục
argument-kind = Loại: deliverable, ongoing hoặc duty (mặc định: deliverable)
argument-product = Sản phẩm phải nộp
argument-lead = Mã cơ quan chủ trì; nhiều mã cách nhau dấu phẩy
argument-due = Thời hạn: chậm nhất ngày này
argument-before = Thời hạn: trước ngày này
argument-tasks = Mã nhiệm vụ mà ghi chép nói đến; nhiều mã cách nhau dấu phẩy
argument-author = Mã cơ quan viết ghi chép

ask-task = Nhiệm vụ nào (mã, hoặc vài chữ trong tên, không cần dấu)?
ask-on = Ngày xảy ra (ví dụ 24/7/2021, hoặc today)?
ask-state = Trạng thái mới (số thứ tự; Enter: không đổi)?
ask-text = Việc đã làm (một câu; Enter: bỏ qua)?
ask-evidence = Mã văn bản, tài liệu minh chứng (cách nhau dấu phẩy; Enter: chưa có)?
ask-new-id = Mã nhiệm vụ mới (ví dụ 1.5)?
ask-title = Tên?
ask-priority = Thuộc mục nào (mã, hoặc vài chữ, không cần dấu)?
ask-lead = Cơ quan chủ trì (vài chữ trong tên, không cần dấu; Enter: không nêu)?
ask-due = Thời hạn (ví dụ 25/7/2021; Enter: không có)?
ask-write = Ghi vào tệp (Enter: ghi; k: không)?
ask-none = Không tìm thấy; thử vài chữ khác.
ask-many = Có { $count } mục phù hợp; chọn một:

update-is-there = sổ theo dõi của nhiệm vụ { $task } đã có đúng lần cập nhật này; không ghi thêm lần nữa
update-cannot = không tự ghi thêm được vào { $value } vì cách viết của tệp này; hãy thêm bằng tay
update-refused = Chưa ghi, vì ghi vào thì nội dung có lỗi như trên.
update-standing = Nhiệm vụ { $task }, số liệu đến ngày { $date }: { $was } → { $is }
update-later = Ngày của lần cập nhật này sau ngày chốt số liệu { $date }, nên chưa được tính; đổi as_of trong site.yaml nếu cần.
update-dry = Chỉ xem, chưa ghi gì.
update-done = Đã ghi vào { $file }.
new-bad-id = “{ $value }” không dùng làm mã được; mã chỉ gồm chữ thường không dấu và chữ số, nối bằng dấu chấm hoặc gạch nối, ví dụ: 1.5 hoặc so-ket-quy-1
new-done = Đã tạo { $file }.
new-note-draft = Ghi chép đang là bản nháp, chưa lên trang; viết xong thì xóa dòng “draft: true”.
new-note-results = Kết quả
new-note-obstacles = Vướng mắc
new-note-proposals = Kiến nghị
new-note-documents = Văn bản kèm theo

command-remind = Liệt kê nhiệm vụ một cơ quan cần thực hiện, báo cáo: quá hạn, chờ minh chứng, sắp đến hạn, chưa có báo cáo mới; để dán vào công văn.
argument-agency = Cơ quan: mã, hoặc vài chữ trong tên, không cần dấu
argument-scope-priority = Mục: mã, hoặc vài chữ trong tên, không cần dấu
argument-letter = Dạng câu trả lời: text để in hoặc gửi, markdown để dán vào văn bản
remind-title = Kính gửi: { $agency }. Các nhiệm vụ theo { $number } cần thực hiện, báo cáo (số liệu đến ngày { $date }):
remind-overdue = Quá hạn ({ $count }):
remind-awaiting-evidence = Đã báo cáo hoàn thành, còn thiếu văn bản, tài liệu minh chứng ({ $count }):
remind-due-soon = Sắp đến hạn ({ $count }):
remind-silent = Chưa có báo cáo mới ({ $count }):
remind-deadline = thời hạn: { $deadline }
remind-last = báo cáo gần nhất: { $date }
remind-nothing = Không có nhiệm vụ nào cần đôn đốc.
remind-request = Đề nghị cơ quan khẩn trương thực hiện { $count } nhiệm vụ nêu trên, báo cáo kết quả kèm văn bản, tài liệu minh chứng.
