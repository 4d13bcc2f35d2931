# Lời của trang tìm kiếm và bảng tra cứu theo chữ cái.

search-title = Tìm kiếm
search-label = Từ cần tìm
search-short = Tìm trên trang
search-button = Tìm
search-hint = Gõ có dấu hoặc không dấu, ví dụ: tiem vac xin, giải phóng mặt bằng, 1.3.
search-no-script = Tìm kiếm cần trình duyệt chạy được mã lệnh (JavaScript). Nếu không có, dùng bảng tra cứu theo chữ cái hoặc các danh sách dưới đây: mọi nội dung đều xem được từ đó.
search-failed = Không tải được dữ liệu tìm kiếm. Hãy thử lại, hoặc dùng bảng tra cứu theo chữ cái.
search-wait = Đang tìm…
search-ways = Cách khác để tìm
search-one = { $n } kết quả cho “{ $query }”.
search-many = { $n } kết quả cho “{ $query }”.
search-none = Không có nội dung nào khớp với “{ $query }”. Hãy thử ít từ hơn hoặc từ khác.
search-nearest = Không có nội dung nào nêu đủ các từ “{ $query }”; kết quả gần nhất:
search-missing = không thấy
search-matches = khớp
search-elsewhere = trong toàn văn
search-as-of = tính đến { $date }
search-kind-priority = { $Priority }
search-kind-task = { $Task }
search-kind-place = Địa bàn
search-kind-agency = Cơ quan
search-kind-document = Văn bản
search-kind-page = Trang
search-kind-note = Ghi chép
menu-label = Mục lục

lookup-title = Tra cứu A–Y
lookup-intro = Mọi { $task }, { $priority }, cơ quan, địa bàn và văn bản có trên trang, xếp theo chữ cái. Muốn tìm theo từ:
lookup-letters = Chữ cái
lookup-goes-on = (tiếp)
lookup-others = Khác
