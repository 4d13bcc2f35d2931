## Xem trước: tiendo serve. Những gì lệnh này in ra và hiện trên trang xem trước.

command-serve = Xem trước trang trên máy này; trang tự cập nhật mỗi khi lưu tệp nội dung.
argument-port = Cổng muốn dùng (mặc định: 8021, hoặc cổng trống kế tiếp)
argument-open = Mở luôn trình duyệt

serve-open = Xem trước tại { $address } (chỉ mở được trên máy này; dừng: Ctrl+C)
serve-other-port = Cổng { $port } đang có chương trình khác dùng, nên lấy cổng { $taken }.
serve-no-browser = Không mở được trình duyệt: { $reason }. Hãy tự mở địa chỉ trên.
serve-updated = Đã cập nhật { $what } ({ $spent } ms)
serve-mended = Nội dung đã hết lỗi; trang xem trước đã cập nhật.
serve-waits = Trang xem trước giữ nguyên bản trước; sẽ tự cập nhật khi khắc phục xong.
serve-ended = Đã dừng xem trước.
serve-polls = Hệ thống không báo được thay đổi trong thư mục này, nên cứ mỗi giây tiendo tự so các tệp một lần.
serve-templates = mẫu trang
serve-everything = toàn bộ nội dung
serve-files = { $count } tệp

trouble-port-taken = cổng { $port } đang có chương trình khác dùng. Hãy chọn cổng khác bằng --port, hoặc bỏ --port để tiendo tự tìm cổng trống
trouble-port = không dùng được cổng { $port }: { $reason }. Hãy chọn cổng khác bằng --port
trouble-serve = không chạy được trang xem trước: { $reason }
usage-bad-port = “{ $value }” không phải là số cổng; hãy viết một số từ 0 đến 65535 (0: cổng trống bất kỳ)

serve-banner-errors = { $count } lỗi trong nội dung.
serve-banner-last-good = Trang đang hiện bản đúng gần nhất và sẽ tự cập nhật khi sửa xong.
serve-banner-as-is = Trang dựng từ phần đọc được; chưa thể công bố.
serve-banner-trouble = Chưa cập nhật được trang xem trước.
serve-banner-more = Còn { $count } lỗi nữa; xem tất cả: tiendo check
serve-banner-page = Trang liên quan: { $page }
serve-lost = Mất liên lạc với tiendo serve; trang có thể đã cũ. Đang thử kết nối lại…
serve-page-fault = Không dựng được trang này: lỗi của chương trình. Xem thông báo ở cửa sổ dòng lệnh.
serve-page-missing = Không có trang này.

serve-refused-method = Trang xem trước chỉ để đọc.
serve-refused-name = Trang xem trước chỉ mở bằng địa chỉ http://127.0.0.1 hoặc http://localhost kèm đúng số cổng.
serve-refused-stranger = Trang khác không được lấy nội dung của trang xem trước. Hãy gõ địa chỉ vào thanh địa chỉ của trình duyệt.
serve-refused-address = Địa chỉ không hợp lệ.
serve-refused-size = Yêu cầu quá lớn.
