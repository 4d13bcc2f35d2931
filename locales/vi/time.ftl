## Thời gian: thay đổi giữa hai ngày, kỳ báo cáo, dự báo, con số trong lời văn, khối nhúng.

event-added = Giao thêm
event-done = Hoàn thành
event-parts-done = Phần việc, kỳ báo cáo đã xong
event-overdue = Mới quá hạn
event-no-longer-overdue = Hết quá hạn
event-redated = Thay đổi thời hạn
event-parts-moved = Thay đổi thời hạn của phần việc, kỳ báo cáo
event-silent = Mới chậm báo cáo
event-heard-again = Có báo cáo trở lại
event-blocked = Mới gặp vướng mắc
event-unblocked = Hết vướng mắc
event-awaiting-evidence = Đã báo cáo hoàn thành, chờ minh chứng
event-reopened = Mở lại sau khi đã báo cáo hoàn thành
event-cancelled = Đã dừng
event-superseded = Được thay thế
event-resumed = Tiếp tục sau khi dừng
event-led = Đổi cơ quan chủ trì
event-levels = Chỉ tiêu đạt hoặc quá hạn
event-corrected = Đính chính số liệu đã công bố

event-course = { $before } → { $after }
event-done-on = { $label }, ngày { $date }
event-blocked-on = { $label }, báo cáo vướng mắc ngày { $date }
event-relief-done = { $before } → { $after }
event-relief-redated = { $before } → { $after }, vì đổi thời hạn
event-relief-stopped = { $before } → { $after }
event-redated-course = ngày cuối của hạn: { $before } → { $after }
event-no-day = chưa có ngày cụ thể
event-decision = theo { $document } ngày { $date }
event-decision-alone = quyết định ngày { $date }
event-corrected-deadline = đính chính thời hạn đã công bố
event-correction = { $what }: { $reason }
event-happened = do sự kiện làm mốc tính hạn đã diễn ra
event-by-task = thay bằng { $by }
event-by-document = theo { $document }

command-diff = So sánh hai ngày: nhiệm vụ nào hoàn thành, mới quá hạn, thay đổi thời hạn, chậm báo cáo; có gì mới.
argument-from = Ngày đầu: 2021-07-23 hoặc 23/7/2021
argument-to = Ngày sau (mặc định: ngày chốt số liệu)
argument-by = Tính theo gì: known là những gì được biết thêm giữa hai ngày, kể cả việc xảy ra trước đó; happened là những gì xảy ra giữa hai ngày theo thông tin hiện có
argument-shape = Dạng câu trả lời: text cho người đọc, json cho chương trình, markdown để dán vào báo cáo

diff-title = Thay đổi từ { $from } đến { $to }: { $directive }
diff-nothing = Không có thay đổi nào.
diff-directive = Toàn bộ
diff-new-entries = Lần cập nhật mới
diff-new-notes = Ghi chép mới
diff-column-group = Nhóm
diff-column-done = Hoàn thành
diff-column-overdue = Quá hạn
diff-column-reported = Có báo cáo
diff-restricted = (chỉ công khai tình trạng)
diff-wrong-order = ngày đầu { $from } sau ngày sau { $to }; hãy đổi chỗ hai ngày
trouble-unknown-id =
    { $what ->
        [task] không có nhiệm vụ nào mang mã, số hoặc tên “{ $id }”
        [priority] không có mục nào mang mã, số hoặc tên “{ $id }”
        [place] không có địa bàn nào mang mã hoặc tên “{ $id }”
       *[agency] không có cơ quan nào mang mã hoặc tên “{ $id }”
    }
trouble-many-meant =
    { $what ->
        [task] có nhiều nhiệm vụ hợp với “{ $id }”; hãy ghi rõ một mã:
        [priority] có nhiều mục hợp với “{ $id }”; hãy ghi rõ một mã:
        [document] có nhiều văn bản hợp với “{ $id }”; hãy ghi rõ một mã:
        [place] có nhiều địa bàn hợp với “{ $id }”; hãy ghi rõ một mã:
       *[agency] có nhiều cơ quan hợp với “{ $id }”; hãy ghi rõ một mã:
    }

command-forecast = Dự báo: đến một ngày tới, nhiệm vụ nào quá hạn, sắp đến hạn, chậm báo cáo nếu không có thêm báo cáo.
argument-forecast-on = Ngày cần xem, sau ngày chốt số liệu: 2022-01-31 hoặc 31/01/2022
forecast-title = Dự báo đến { $on }: { $directive }
forecast-rule = Quy tắc: chỉ dùng thông tin có đến { $known }, xét vào { $on }, giả định từ nay đến ngày đó không có thêm báo cáo, quyết định hoặc việc dừng nhiệm vụ nào.
forecast-already = Không liệt kê lại: { $overdue } { $tasks } đã quá hạn và { $silent } { $tasks } đã chậm báo cáo từ trước.
forecast-nothing = Không có { $task } nào chuyển sang quá hạn, sắp đến hạn hay chậm báo cáo.
forecast-overdue = quá hạn { $n } ngày (hạn cuối { $day })
forecast-due-soon = { $n ->
        [0] đến hạn đúng ngày ấy
       *[other] sắp đến hạn: còn { $n } ngày (hạn cuối { $day })
    }
forecast-part-overdue = { $part }: quá hạn { $n } ngày (hạn cuối { $day })
forecast-part-due-soon = { $n ->
        [0] { $part }: đến hạn đúng ngày ấy
       *[other] { $part }: sắp đến hạn, còn { $n } ngày (hạn cuối { $day })
    }
forecast-stale = { $n } ngày không có báo cáo
forecast-unreported = chưa có báo cáo của kỳ gần nhất
forecast-in-the-past = ngày cần xem { $on } trước ngày chốt số liệu { $known }; muốn xem ngày đã qua hãy dùng tiendo status{ $directive } --as-of

as-of-newest = Số liệu mới nhất: { $date }
period-title = Kỳ báo cáo đến { $date }
period-told = Trang này phản ánh tình hình theo thông tin có đến { $date }, xét theo quy tắc hiện nay. Số liệu mới nhất của trang là { $newest }.
period-told-latest = Đây là mốc mới nhất: số liệu của cả trang đều đến { $date }.
period-newest-page = Xem tình hình mới nhất
period-state = Tình hình vào ngày ấy
period-since = Thay đổi từ { $from } đến { $to }
period-since-start = Thay đổi từ ngày ban hành { $from } đến { $to }
period-section = { $title } ({ $count })
period-more = Còn { $n } dòng nữa không liệt kê ở đây
period-notes = Ghi chép mới
period-nothing = Không có thay đổi nào.
period-data = Số liệu như đã công bố:
period-previous = Kỳ trước:
period-next = Kỳ sau:
period-earlier = Còn { $n } kỳ trước nữa
period-latest = Kỳ báo cáo mới nhất: những gì thay đổi

supplement-title = Đã bổ sung sau ngày chốt
supplement-sentence = Các con số ở trên là số liệu đã công bố cho ngày { $date } và không thay đổi. Sau ngày ấy đã ghi thêm những việc xảy ra đến { $date }; nếu tính cả những việc này, theo thông tin có đến { $newest }, số liệu của ngày { $date } như sau.
supplement-caption = Số liệu ngày { $date }: đã công bố và theo thông tin có đến { $newest }
supplement-recorded = ghi vào sổ ngày
supplement-entry = { $state }, ngày { $date }
supplement-extension = Thời hạn mới { $deadline }, quyết định ngày { $date }
supplement-task = Nhiệm vụ chưa có trong sổ khi công bố
supplement-mark = * Sau ngày chốt đã ghi bổ sung: cột và bảng giữ số liệu đã công bố, trang của ngày ấy cho biết phần bổ sung.

embed-title = Nhúng vào trang khác
embed-intro = Đưa số liệu này lên cổng thông tin của cơ quan khác: một khối chữ, một khung, hoặc một huy hiệu nhỏ. Không có mã lệnh chạy trên máy người đọc, không theo dõi người đọc.
embed-absolute = Các địa chỉ dưới đây đã đầy đủ, dán vào trang nào cũng dùng được.
embed-relative = Trang này chưa khai báo địa chỉ chính thức (base_url trong site.yaml), nên các địa chỉ dưới đây còn thiếu phần đầu: hãy thêm địa chỉ của trang vào trước khi dán.
embed-box = Khối chữ
embed-box-how = Dán đoạn mã dưới đây vào ô nội dung của cổng (Liferay, NukeViet và tương tự), ở chế độ soạn mã HTML. Cổng không có quyền chạy gì; chữ và màu theo trang chứa nó.
embed-code = Mã để sao chép
embed-stale = Khối đã dán không tự thay đổi khi số liệu thay đổi, vì vậy trong khối có ghi ngày của số liệu. Muốn luôn có số liệu mới nhất thì dùng một trong các cách sau.
embed-live = Luôn có số liệu mới nhất
embed-live-how = Nếu máy chủ cho phép ghép tệp (SSI của Apache hoặc IIS), dùng dòng sau và thay dấu … bằng thư mục của trang:
embed-address = Nếu cổng có loại nội dung lấy từ địa chỉ khác, dùng địa chỉ này:
embed-style = Khi cổng bỏ dòng liên kết kiểu chữ
embed-style-how = Nhiều cổng cắt bỏ dòng link ở đầu đoạn mã. Khối vẫn đọc được: tên, ngày, các con số thành danh sách. Để trình bày đẹp hơn, chép nội dung tệp này vào ô CSS riêng của cổng; mọi tên lớp đều bắt đầu bằng tiendo- nên không ảnh hưởng đến giao diện của cổng:
embed-frame = Khung
embed-frame-how = Khung luôn hiện số liệu mới nhất. Cổng và máy chủ của trang này phải cho phép đóng khung (frame-src, frame-ancestors). Liên kết trong khung mở ra cả cửa sổ.
embed-frame-open = Mở riêng trang trong khung
embed-frame-title = bản nhúng
embed-badge = Huy hiệu
embed-badge-how = Một hình nhỏ, tự đổi theo số liệu, đọc được trên nền sáng và nền tối.
embed-badge-title = Tiến độ { $directive }
embed-badge-done = Hoàn thành { $fraction } · Quá hạn { $overdue }
embed-badge-reported = Có báo cáo { $fraction } · Quá hạn { $overdue }
embed-pieces = Khối cho từng phần
embed-pieces-how = Mỗi liên kết dưới đây là một khối chữ riêng, dùng như khối ở trên.
embed-pieces-priorities = Theo từng phần của văn bản
embed-pieces-agencies = Theo cơ quan
embed-late = Quá hạn lâu nhất
embed-more = Còn { $n } dòng nữa
embed-whole = Xem toàn bộ tiến độ { $directive }

note-computed = Con số do trang tự tính trong ghi chép này là số đến { $date }.

unknown-quantity =
    { $part ->
        [open] Hai dấu ngoặc { $read } chưa được đóng
        [measure] Không có con số nào tên là “{ $read }”
        [scope] Không hiểu “{ $read }:” sau tên con số
        [priority] Không có mục nào mang mã “{ $read }”
        [agency] Không có cơ quan nào mang mã “{ $read }”
       *[figure] “{ $read }” không đúng dạng của con số này
    }
    .label =
        { $part ->
            [open] phải đóng bằng hai dấu ngoặc trên cùng dòng
            [scope] chỉ có muc: và co-quan:
            [figure] ghi 12/35 cho hoan-thanh, dung-han, co-bao-cao; ghi 7 cho các tên khác
           *[other] không tính được
        }
    .help = Viết {"{{"}hoan-thanh{"}}"}, {"{{"}qua-han muc:1{"}}"} hoặc {"{{"}hoan-thanh = 12/35{"}}"}; các tên: hoan-thanh, dung-han, co-bao-cao, qua-han, chua-co-tin, da-dung, co-san-pham, thuong-xuyen, tong-so. Nếu chỉ muốn viết dấu ngoặc, đặt trong `…`

figure-differs = Con số { $typed } khác con số tính được vào ngày của ghi chép ({ $date }): { $computed }
    .label = tính được { $computed }
    .help = Sửa con số, hoặc bổ sung sổ theo dõi. Bỏ phần “= { $typed }” thì trang tự điền số của ngày chốt số liệu
