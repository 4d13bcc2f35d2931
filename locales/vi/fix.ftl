## Sửa tự động, thêm và cập nhật tệp: tiendo check --fix, new, update, remind.

argument-fix = Tự sửa những chỗ chỉ có một cách sửa đúng (xem trước; thêm --yes mới ghi)
argument-yes = Ghi vào tệp những chỗ sửa đã xem
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
