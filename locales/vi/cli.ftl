## Dòng lệnh: tiendo --help và những gì các lệnh in ra.

help-template =
    {"{"}about-with-newline{"}"}
    Cách dùng: {"{"}usage{"}"}

    {"{"}all-args{"}"}
help-commands = Các lệnh
help-options = Các tùy chọn
help-arguments = Tham số
help-command = LỆNH
help-option = TÙY CHỌN

command-tiendo = Dựng trang công khai tiến độ thực hiện văn bản chỉ đạo từ các tệp theo dõi.
command-build = Dựng toàn bộ trang vào thư mục kết quả.
command-check = Kiểm tra các tệp nội dung, nêu rõ chỗ sai và cách sửa.
command-explain = Giải thích vì sao một nhiệm vụ có tình trạng như vậy, kèm tệp và dòng.
command-init = Tạo một thư mục nội dung mẫu để bắt đầu.
command-status = Xem nhanh tình hình thực hiện trên màn hình.

argument-content = Thư mục nội dung (mặc định: content)
argument-directive = Mã văn bản của cổng (tên thư mục trong directives)
argument-portal = Tạo cổng nhiều văn bản: phần dùng chung ở trên, mỗi văn bản một thư mục trong directives
argument-keep-going = Văn bản có lỗi giữ nguyên trang cũ, các văn bản khác vẫn dựng
argument-full-build = Dựng lại mọi văn bản, cả văn bản không đổi
argument-lang = Ngôn ngữ của lời nhắn: vi hoặc en (mặc định: vi, hoặc theo biến TIENDO_LANG)
argument-output = Thư mục kết quả (mặc định: output)
argument-templates = Thư mục chứa các mẫu trang thay cho mẫu có sẵn
argument-as-of = Ngày chốt số liệu: 2021-12-31, 31/12/2021 hoặc today (hôm nay, theo giờ Việt Nam)
argument-folder = Thư mục sẽ tạo
argument-format = Dạng câu trả lời: text cho người đọc, json cho chương trình
argument-explain = Giải thích một quy tắc theo mã của nó, ví dụ unknown-agency; không ghi mã thì liệt kê tất cả
argument-task = Mã nhiệm vụ, hoặc số hiện trên trang, ví dụ 1.3 hay II.1.đ
argument-help = In phần trợ giúp này
argument-version = In số phiên bản

usage-unknown-argument = không có tùy chọn “{ $value }”
usage-unknown-command = không có lệnh “{ $value }”
usage-bad-choice = giá trị “{ $value }” không dùng được; các giá trị dùng được: { $known }
usage-bad-date = “{ $value }” không phải là ngày; hãy viết 31/12/2021, 31/12, 2021-12-31 hoặc today (hôm nay)
usage-date-month-first = “{ $value }” đảo chỗ ngày và tháng; ngày viết trước tháng: { $meant }
usage-date-no-such-day = trong lịch không có ngày “{ $value }”; hãy xem lại ngày, tháng và năm
usage-date-not-one-day = “{ $value }” là cả một tháng, một quý hoặc một năm; ở đây cần đúng một ngày, ví dụ 31/12/2021
usage-date-range = “{ $value }” là nhiều ngày; ở đây cần đúng một ngày; ngày cuối là { $meant }
usage-bad-due = “{ $value }” không phải là thời hạn; hãy viết một ngày (31/12/2021), tháng 12/2021, quý IV/2021, năm 2021, hoặc thêm chữ “trước” ở đầu: trước 31/12/2021
usage-due-range = “{ $value }” gồm nhiều thời hạn; hãy ghi một thời hạn; thời hạn cuối là: { $meant }
usage-recorded-before = việc xảy ra ngày { $date } không thể ghi vào sổ trước đó, ngày { $recorded }; hãy ghi --recorded { $date } hoặc muộn hơn, hoặc bỏ tùy chọn này
given-understood = “{ $value }” được hiểu là { $meant }
given-no-document = trong documents.yaml chưa có văn bản “{ $id }” (đã tìm theo mã, số ký hiệu và trích yếu). Văn bản mới thì thêm vào documents.yaml trước, minh chứng có thể ghi sau
agency-handed-over = “{ $agency }” hoạt động đến hết ngày { $day }; những nhiệm vụ còn dở nay do “{ $to }” chủ trì (mã: { $id })
usage-missing-argument = còn thiếu { $value }
usage-see-help = Xem cách dùng: { $command } --help

trouble-content = không đọc được thư mục nội dung { $path }: { $reason }. Hãy chạy lệnh trong thư mục chứa content, hoặc chỉ rõ --content THƯ-MỤC
trouble-read = không đọc được { $path }: { $reason }
trouble-before-directive = ngày chốt { $date } trước ngày ban hành văn bản ({ $directive }); hãy chọn ngày từ { $directive } trở đi
trouble-template = mẫu trang có lỗi; bộ đọc mẫu báo: { $reason }
trouble-links = { $count } liên kết trong trang không dẫn tới đâu (lỗi của chương trình hoặc của mẫu trang)
trouble-not-ours = thư mục { $folder } không do tiendo tạo ra (có: { $files }). Để tránh làm mất tệp, tiendo không ghi vào đó. Hãy chọn thư mục khác bằng --output, hoặc dọn thư mục này
trouble-strangers = trong { $folder } có tệp không do tiendo tạo ra: { $files }. Hãy chuyển các tệp đó đi nơi khác rồi chạy lại
trouble-not-a-folder = { $folder } không phải là thư mục
trouble-pinned = không thể thay thư mục { $folder } bằng một lần chuyển (có thể là ổ gắn ngoài); hãy chọn thư mục nằm bên trong ổ đó
trouble-no-name = { $folder } là gốc của ổ đĩa; hãy chọn một thư mục có tên, ví dụ: --output trang
trouble-name-ending = { $folder }: tên thư mục kết thúc bằng dấu chấm hoặc dấu cách, Windows không giữ được; hãy đặt tên khác
trouble-damaged-manifest = { $path }: dòng { $line } bị hỏng, nên không biết tệp nào do tiendo tạo ra. Hãy khôi phục tệp này, hoặc chuyển cả thư mục đi nơi khác rồi dựng lại
trouble-stranded = không chuyển được trang mới vào { $folder }: { $reason }. Trang cũ còn nguyên ở { $aside }; chạy lại lệnh này thì trang cũ được đưa về chỗ
trouble-site-path = không ghi được { $path } vào trang (lỗi của chương trình; xin báo cho người phát triển)
trouble-no-template = { $path } không thay cho mẫu trang nào; các mẫu thay được: { $known }
usage-twice = { $value } chỉ được ghi một lần
usage-wrong = cách viết lệnh không đúng { $value }

build-refused = Chưa dựng trang vì nội dung còn lỗi. Trang cũ giữ nguyên.
build-old-site-stands = Trang cũ giữ nguyên.
build-waits = Một lượt dựng khác đang chạy trên thư mục này; đang chờ…
build-written = Đã ghi { $files } tệp vào { $folder }: { $unchanged } tệp không đổi, { $removed } tệp bỏ đi.
build-done = XONG  { $pages } trang, { $kilobytes } kB, { $seconds } giây, số liệu đến ngày { $date }
readouts = Sản phẩm: hoàn thành { $done }/{ $deliverables }, quá hạn { $overdue } · Thường xuyên: { $reported }/{ $ongoing } có báo cáo trong kỳ

portal-built = Cổng có { $directives } văn bản, { $reused } văn bản giữ nguyên từ lần dựng trước.
portal-refused = Có lỗi ở { $count } văn bản: { $list }. Thêm --keep-going để dựng các văn bản còn lại; văn bản có lỗi giữ trang cũ.
portal-nothing-kept = Có lỗi ở { $count } văn bản: { $list }. Có văn bản chưa từng dựng được ở ngày này hoặc sớm hơn nên không có trang cũ để giữ. Nếu chưa sửa kịp thì tạm chuyển thư mục của văn bản ấy ra khỏi directives rồi dựng lại.
portal-gone = Trang đã công bố không còn: { $path }. Ghi vào { $file } mục “was: { $was }” kèm title, date, reason; nếu nội dung đã chuyển sang chỗ khác thì thêm to.
portal-not-yet = Văn bản { $id } đã công bố, nhưng ban hành sau ngày chốt số liệu { $date } nên nay không còn trên trang. Sửa ngày chốt (as_of) rồi dựng lại.
portal-kept-retold = Dữ liệu của { $id } còn lỗi nên không giải thích được vì sao { $what } khác bản đã công bố. Sửa lỗi của { $id }, dựng lại rồi công bố.
portal-publish-kept = Dữ liệu của { $list } còn lỗi: trang gửi đi của các văn bản này là trang cũ.
init-portal-title = Tiến độ thực hiện các văn bản chỉ đạo
portal-later = { $directive }: ban hành ngày { $date }, sau ngày chốt nên chưa tính.
portal-kept-going = Văn bản { $id } có lỗi, giữ trang số liệu đến ngày { $date }.
portal-kept-lost = Trang của văn bản { $id } dẫn đến một trang không có (đã bỏ, hoặc văn bản kia đang giữ trang cũ): { $path }
directive-no-portal = --directive chỉ dùng cho cổng nhiều văn bản: thư mục nội dung phải có thư mục directives
directive-unknown = Cổng không có văn bản “{ $id }”; đang có: { $known }
directive-several = Nhiều văn bản có nhiệm vụ mang mã này: { $known }. Gõ đủ như trên.
directive-unnamed = Thư mục này là cổng nhiều văn bản. Chọn một bằng --directive MÃ; đang có: { $known }
directive-alone = Thư mục này là một văn bản của cổng; lệnh này làm cho cả cổng. Hãy chỉ --content đến { $top }
directive-whole-site = Lệnh này làm cho cả cổng: bỏ --directive. Văn bản nào không đổi thì không dựng lại, không gửi lại.

status-title = Văn bản { $number }, số liệu đến ngày { $date }
status-column-deliverables = Hoàn thành
status-column-overdue = Quá hạn
status-column-ongoing = Có báo cáo
status-column-word = Đánh giá chung
status-overdue = Quá hạn:
status-overdue-parts = Phần việc, kỳ báo cáo quá hạn:
status-due-soon = Sắp đến hạn:
status-parts-due-soon = Phần việc, kỳ báo cáo sắp đến hạn:
status-silent = Chưa có báo cáo hoặc lâu chưa cập nhật, theo cơ quan chủ trì (không có nghĩa là chưa làm):

explain-standing = Tình trạng đến ngày { $date }: { $label }
explain-rule = Vì sao: { $rule }
explain-good-day = ngày cuối còn đúng hạn: { $day }
explain-no-calendar-day = không tính được thành ngày
explain-first-deadline = Thời hạn đầu: { $due } ({ $good })
explain-no-deadline = Không có thời hạn
explain-extension = Gia hạn ngày { $decided }: { $due } ({ $good })
explain-in-force-first = Xét theo thời hạn đầu
explain-in-force-extension = Xét theo thời hạn gia hạn ngày { $decided }
explain-evidence = minh chứng: { $documents }
explain-no-entries = Sổ theo dõi chưa có lần cập nhật nào
explain-cycles = Kỳ báo cáo đã kết thúc: { $ended }, trong đó có báo cáo: { $reported }
explain-lead = Nay do { $agency } chủ trì; trước đó: { $before }

init-done =
    Đã tạo { $folder }/content: một trang mẫu chạy được ngay. Bước tiếp theo:
      cd { $folder }
      tiendo check     xem có gì phải sửa
      tiendo build     dựng trang vào output/, rồi mở output/index.html
    Lời giải thích nằm ngay trong từng tệp, ở những dòng bắt đầu bằng dấu #.
init-not-empty = { $folder } đã có tệp bên trong; hãy chọn một thư mục khác để tránh ghi đè
trouble-create = không tạo được { $path }: { $reason }

system-not-found = không tìm thấy
system-no-permission = không có quyền truy cập
system-no-permission-or-open = không có quyền truy cập, hoặc tệp đang mở trong một chương trình khác (trình soạn thảo, trình xem, phần mềm diệt vi-rút); hãy đóng lại rồi thử lại
system-is-there = đã có sẵn
system-no-folder = không phải là thư mục
system-is-folder = đây là thư mục, không phải tệp
system-disk-full = ổ đĩa đã đầy
system-not-empty = thư mục không trống
system-busy = tệp đang mở trong một chương trình khác; hãy đóng lại rồi thử lại
system-timed-out = chờ quá lâu không có trả lời
system-interrupted = bị ngắt giữa chừng
system-bad-name = tên tệp không hợp lệ trên hệ thống này
system-not-text = nội dung không phải là chữ UTF-8
system-link-loop = các liên kết nối vòng tròn vào nhau
system-no-memory = máy hết bộ nhớ
system-port-taken = cổng đang được chương trình khác dùng
system-network = mất kết nối mạng hoặc ổ đĩa mạng
system-disk-fault = ổ đĩa báo lỗi đọc ghi
system-too-many-open = đang mở quá nhiều tệp
system-code = hệ thống báo lỗi số { $code }
system-read-only = ổ đĩa chỉ cho đọc
system-unsupported = không dùng được ở đây
system-damaged = nội dung bị hỏng hoặc bị cắt cụt
step-resolve = không tìm được thư mục
step-create-folder = không tạo được thư mục
step-lock = không giữ được chỗ cho lượt dựng này
step-inspect = không xem được
step-clean-up = không dọn được phần còn lại của lượt trước
step-put-back = không khôi phục được trang cũ
step-write = không ghi được
step-flush = không ghi hết được xuống ổ đĩa
step-move = không chuyển được trang mới vào chỗ
trouble-step = không ghi được trang: { $path }: { $step }: { $reason }

explain-part = Phần { $part } ({ $id }): { $label }; { $due }
explain-next = Kỳ tới: { $fact }
explain-handover = { $overdue ->
    [0] Từ { $date } do { $agencies } chủ trì
   *[other] Từ { $date } do { $agencies } chủ trì; ngày trước đó đã quá hạn { $overdue } ngày
}
explain-level = { $some ->
    [yes] { $title }, { $bound }: { $reach }; giá trị cuối { $value }
   *[no] { $title }, { $bound }: { $reach }
}
part-unknown = { $some ->
    [yes] Việc này không có phần hay kỳ “{ $part }”. Các phần, kỳ: { $known }
   *[no] Việc này không chia phần, không có kỳ báo cáo
}
