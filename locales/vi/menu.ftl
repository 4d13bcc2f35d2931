## Bảng chọn khi mở chương trình không kèm lệnh; gợi ý cho trình dòng lệnh; trang hướng dẫn man.

menu-title =
    tiendo · { $folder }
menu-edit = Nhập liệu (mở trong trình duyệt)
menu-check = Kiểm tra nội dung
menu-build = Dựng trang
menu-serve = Xem thử
menu-package = Đóng gói để bàn giao
menu-publish = Đăng trang (dựng, so với bản đã công bố, rồi gửi)
menu-update = Ghi thêm tiến độ của một nhiệm vụ
menu-undo = Hoàn tác lần ghi mới nhất
menu-status = Xem tình hình
menu-remind = Soạn nội dung đôn đốc một cơ quan
menu-report = Lập báo cáo một trang (Word)
menu-export = Xuất bảng theo dõi ra Excel
menu-shared = Phần dùng chung: ngày chốt số liệu, cơ quan, thông tin trang
menu-choose-directive = Chọn số, hoặc gõ mã văn bản, rồi bấm Enter (chỉ bấm Enter: quay lại):
menu-choose = Chọn số rồi bấm Enter (chỉ bấm Enter: thoát):
menu-no-such = Không có số này.
menu-no-content = Không thấy nội dung trong { $folder }: cần một thư mục có tệp directive.yaml; cổng nhiều văn bản thì có thư mục directives.
menu-where = Kéo thư mục nội dung, hoặc tệp văn bản giao việc (.docx), vào đây rồi bấm Enter; muốn tạo thư mục mẫu thì gõ một tên mới (chỉ bấm Enter: thoát):
menu-publish-where = Kéo thư mục chứa trang đã công bố vào đây, hoặc gõ tên đích trong site.yaml, rồi bấm Enter (chỉ bấm Enter: đích duy nhất trong site.yaml):
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
