## Bảng chọn khi mở chương trình không kèm lệnh; gợi ý cho trình dòng lệnh; trang hướng dẫn man.

menu-title =
    tiendo · { $folder }
menu-check = Kiểm tra nội dung
menu-build = Dựng trang
menu-serve = Xem thử
menu-package = Đóng gói để bàn giao
menu-choose = Chọn số rồi bấm Enter (chỉ bấm Enter: thoát):
menu-no-such = Không có số này.
menu-no-content = Không thấy nội dung trong { $folder }: cần một thư mục có tệp directive.yaml.
menu-where = Kéo thư mục nội dung vào đây rồi bấm Enter; muốn tạo thư mục mẫu thì gõ một tên mới (chỉ bấm Enter: thoát):
menu-close = Bấm Enter để đóng.

command-completions = In đoạn mã để trình dòng lệnh tự điền lệnh và tùy chọn khi bấm Tab.
argument-shell = Trình dòng lệnh: bash, zsh, fish, powershell hoặc elvish
command-man = Ghi các trang hướng dẫn man, tiếng Việt và tiếng Anh.
argument-pages = Thư mục ghi; tiếng Anh ở man1, tiếng Việt ở vi/man1
man-done = Đã ghi { $count } trang vào { $folder }.
man-name = TÊN
man-synopsis = CÁCH DÙNG
man-description = MÔ TẢ
man-version = PHIÊN BẢN

# Các cách gọi một giá trị, cách nhau bằng dấu |: gõ nhầm cách gọi thì được nhắc giá trị đúng.
ask-word-not-started = chưa | chưa làm | chưa triển khai | chưa thực hiện | chưa bắt đầu
ask-word-in-progress = đang làm | đang thực hiện | đang triển khai
ask-word-blocked = vướng | vướng mắc | gặp vướng mắc | tắc
ask-word-done = xong | đã xong | hoàn thành | đã hoàn thành | báo hoàn thành | đã báo cáo hoàn thành | đã làm
ask-word-cancelled = dừng | đã dừng | hủy | đã hủy | thôi
ask-word-superseded = thay thế | được thay thế | đã thay thế
ask-word-deliverable = sản phẩm | có sản phẩm | việc có sản phẩm
ask-word-ongoing = thường xuyên | việc thường xuyên
ask-word-duty = yêu cầu chung | nhiệm vụ chung
ask-word-task = nhiệm vụ | việc
ask-word-note = ghi chép | ghi chú
ask-word-vi = tiếng việt | việt | vn
ask-word-en = tiếng anh | anh
