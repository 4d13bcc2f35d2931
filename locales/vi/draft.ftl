# Lệnh draft: từ văn bản đến thư mục nội dung đầu tiên.

command-draft = Đọc văn bản chỉ đạo (.docx, .txt), soạn sẵn thư mục nội dung đầu tiên để bạn sửa.
argument-draft-letter = Văn bản: tệp .docx hoặc .txt; dấu - là đọc từ đầu vào
argument-draft-output = Thư mục nội dung sẽ tạo, chưa có hoặc còn trống (mặc định: content)
argument-draft-dry-run = Chỉ xem, không tạo thư mục

draft-file-large = { $file } quá lớn: tệp không quá 32 MB, và không quá 160 MB khi bung ra. Hãy xóa ảnh, hoặc chép phần chữ sang một tệp mới
draft-file-doc = { $file } là tệp Word đời cũ (.doc), dù tên có thể là .docx. Mở bằng Word, chọn Lưu thành (Save As), loại “Word Document (*.docx)”, rồi chạy lại với tệp mới
draft-file-password = { $file } được đặt mật khẩu. Mở bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài liệu), lưu lại rồi chạy lại
draft-file-pdf = { $file } là tệp PDF. Hãy xin bản .docx của văn bản, hoặc mở bằng Word, kiểm tra lại chữ, lưu thành .docx rồi chạy lại
draft-file-odt = { $file } là tệp LibreOffice (.odt), dù tên có thể là .docx. Mở ra, chọn Lưu thành, loại “Word 2007-365 (.docx)”, rồi chạy lại với tệp mới
draft-file-other = { $file } là tệp RTF, HTML hoặc XML. Mở bằng Word, lưu thành loại “Word Document (*.docx)”, rồi chạy lại với tệp mới
draft-file-scan = { $file } chỉ có ảnh, không có chữ: đó là bản quét. Hãy xin tệp .docx gốc, hoặc gõ lại văn bản
draft-file-encoding = { $file } không phải là chữ Unicode (UTF-8, UTF-16). Mở bằng Notepad, chọn Lưu thành, Encoding: UTF-8, rồi chạy lại
draft-file-none = { $file } không phải là văn bản .docx hay .txt
draft-file-damaged = { $file } bị hỏng, không đọc được. Thử mở bằng Word, lưu thành tệp mới rồi chạy lại với tệp ấy
draft-file-empty = { $file } không có chữ nào
draft-no-task = { $file }: không tìm thấy việc được giao nào. Kiểm tra có đúng là văn bản chỉ đạo không; nếu đúng, tạo thư mục bằng tiendo init rồi nhập việc bằng tiendo import --new
draft-not-empty = { $folder } đã có tệp bên trong; hãy ghi vào thư mục khác bằng --output rồi so hai thư mục, để tránh ghi đè
draft-review-exists = { $file } đã có; hãy đổi tên tệp ấy, hoặc ghi vào thư mục khác bằng --output
draft-done =
    Đã tạo { $folder }: { $priorities } mục, { $tasks } nhiệm vụ, { $agencies } cơ quan, { $documents } văn bản được nhắc đến.
    Mọi chỗ ghi “# đoán” là máy đoán: hãy đối chiếu với văn bản theo { $review }, sửa, rồi chạy:
      tiendo check --content { $folder }
draft-dry = Chỉ xem: { $priorities } mục, { $tasks } nhiệm vụ, { $agencies } cơ quan, { $documents } văn bản được nhắc đến. Chưa ghi gì; bỏ --dry-run để tạo { $folder }.
draft-check-errors = Thư mục còn { $count } lỗi do văn bản thiếu hoặc in sai; sửa theo các dòng trên.

review-title = Bản soạn từ { $file }: những chỗ cần xem lại
review-intro = Máy chỉ đoán theo từ ngữ của văn bản. Hãy đọc từ trên xuống: trước hết là những chỗ chưa chắc.
review-unsure = Chưa chắc
review-tasks = Các nhiệm vụ
review-nothing = Không thành nhiệm vụ
review-misprints = Ngờ in sai trong văn bản
review-dropped = Dòng của trang thông tin đã bỏ qua
review-fonts = Đã chuyển sang Unicode chữ gõ bằng phông cũ: { $fonts }
review-none = Không có.
review-columns = Mã | Nguồn | Nhiệm vụ | Loại | Chủ trì | Thời hạn
review-line = dòng { $at }
review-paragraph = đoạn { $at }
review-header-blank = Văn bản không nêu hoặc để trống: { $fields }
review-kind-deliverable = có sản phẩm
review-kind-ongoing = thường xuyên
review-kind-duty = yêu cầu chung
review-doubt-kind = không có từ nào cho biết là việc có sản phẩm hay thường xuyên
review-doubt-dates = có nhiều ngày, đã lấy ngày cuối
review-doubt-shared-deadline = thời hạn ở cuối câu, dùng chung cho nhiều việc
review-doubt-person = giao cho một cá nhân, không phải cơ quan
review-doubt-behind-last = đứng sau mục cuối, đã xếp vào mục ấy
review-doubt-group = giao cho một nhóm cơ quan, ghi là một
review-why-assessment = lời đánh giá
review-why-decision = quyết định, không giao việc
review-why-closing-words = lời kết
review-why-aim = mục tiêu
review-why-no-verb = không có động từ giao việc
review-why-lead-in = câu dẫn
review-why-section = phần không giao việc
review-misprint-date = ngày không có thật hoặc sau ngày ban hành
review-misprint-type = loại văn bản khác với ký hiệu
review-misprint-issuer = cơ quan ban hành khác với ký hiệu
