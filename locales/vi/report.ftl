## Báo cáo và công văn đôn đốc dạng Word: tiendo report, tiendo remind --format docx; phần tình hình dùng chung với trang bao-cao.html.

situation-scope-agency =
    { $agency } chủ trì { $total } { $tasks }: { $deliverables } có sản phẩm, { $ongoing } thường xuyên, { $duties } yêu cầu chung{ $stopped ->
        [0] .
       *[other] ; trong đó { $stopped } đã dừng hoặc được thay thế.
    }
situation-restricted = Số liệu gồm cả { $n } { $counted } chỉ công khai tình trạng, không nêu nội dung.
situation-column-number = TT
situation-column-task = { $Task }
situation-column-lead = Cơ quan chủ trì
situation-column-since = Quá hạn từ
situation-column-days = Số ngày
situation-column-causes = Ghi nhận
situation-column-change = Thay đổi
situation-column-detail = Cụ thể
situation-column-due = Thời hạn
situation-column-standing = Tình trạng
situation-column-agency = Cơ quan chủ trì
situation-column-silent = Chưa có báo cáo mới
situation-column-tasks = { $Task } số
situation-column-last = Báo cáo gần nhất
situation-column-obstacle = Vướng mắc được báo cáo
situation-never = chưa có
situation-overdue = Quá hạn
situation-mark-awaiting-evidence = chờ minh chứng
situation-mark-blocked = vướng mắc
situation-mark-no-report = chưa báo cáo
situation-mark-stale = chậm báo cáo
situation-overdue-sentence =
    { $n ->
        [0] Không có { $task } quá hạn.
       *[other] Có { $n } { $counted } quá hạn{ $agencies ->
            [0] { "" }
           *[other] { " " }của { $agencies } cơ quan chủ trì
        }, lâu nhất từ ngày { $since } ({ $days } ngày){ $serious ->
            [0] .
           *[other] ; { $serious } { $tasks } quá hạn trên { $threshold } ngày.
        }
    }
situation-overdue-item = { $task } ({ $lead }), từ ngày { $since }, { $days } ngày
situation-changes = Thay đổi từ ngày { $date }
situation-changes-sentence = Hoàn thành { $done } (trước đó { $done_before }), quá hạn { $overdue } (trước đó { $overdue_before }).
situation-changes-remark =
    { $n ->
        [0] Không có thay đổi khác.
       *[other] Có { $n } { $counted } thay đổi.
    }
situation-due = Đến hạn trong hai tuần tới
situation-due-sentence =
    { $n ->
        [0] Không có { $task } đến hạn từ ngày { $from } đến hết ngày { $to }.
       *[other] Có { $n } { $counted } đến hạn, đến hết ngày { $to }{ $silent ->
            [0] .
           *[other] , trong đó { $silent } { $tasks } chưa có báo cáo mới.
        }
    }
situation-due-item = { $task } ({ $lead }, { $day })
situation-silent = Cơ quan chưa có báo cáo mới
situation-silent-sentence =
    { $n ->
        [0] Mọi { $task } đang thực hiện đều có báo cáo mới.
       *[other] Có { $n } { $counted } chưa có báo cáo mới{ $nobody ->
            [0] { "" }
           *[other] , trong đó { $nobody } { $tasks } chưa nêu cơ quan chủ trì
        }{ $agencies ->
            [0] .
           *[other] ; { $agencies } cơ quan liên quan{ $whole ->
                [0] .
               *[other] , { $whole } cơ quan chưa có báo cáo mới nào.
            }
        }
    }
situation-silent-remark = Chưa có báo cáo không có nghĩa là chưa thực hiện.
situation-silent-tasks = { $task } số { $numbers }
situation-silent-item = { $agency } ({ $part }/{ $whole } { $tasks })
situation-obstacles = Khó khăn, vướng mắc
situation-obstacles-sentence =
    { $n ->
        [0] Không có { $task } nào đang báo cáo vướng mắc.
       *[other] Có { $n } { $counted } gặp vướng mắc.
    }
situation-obstacle-told = { $text } (báo cáo ngày { $date })
situation-obstacle-untold = Không nêu nội dung.
situation-obstacle-item = { $task } ({ $lead }): { $text }
situation-obstacle-item-untold = { $task } ({ $lead })

## Thể thức văn bản hành chính (Nghị định 30/2020/NĐ-CP).

form-state = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
form-motto = Độc lập - Tự do - Hạnh phúc
form-no-office = (TÊN CƠ QUAN BAN HÀNH)
form-number-report = Số: ……/BC-……
form-number-letter = Số: ……/……
form-day = ngày …… tháng …… năm ……
form-no-place = ……………
form-to = Kính gửi:{ " " }
form-to-leaders = Lãnh đạo { $issuer }
form-to-nobody = ……………………………………
form-directive = { $name } ngày { $date }
form-directive-of = { $name } ngày { $date } của { $issuer }
form-directive-kind = { $kind } số { $number }
form-directive-number = văn bản số { $number }
form-about = { $directive } về { $subject }
form-we = Cơ quan theo dõi
form-signer = THỦ TRƯỞNG CƠ QUAN
form-sign = (Ký, ghi rõ họ tên, đóng dấu)
form-copies = Nơi nhận:
form-copy-same = - Như trên;
form-copy-issuer = - { $issuer } (để báo cáo);
form-copy-file = - Lưu: VT.

## Báo cáo: tiendo report.

command-report = Lập báo cáo tiến độ dạng Word (.docx), đúng thể thức, chờ ghi số và ký: một trang cho lãnh đạo, hoặc đầy đủ kèm phụ lục.
argument-report-to = Tệp .docx sẽ tạo (mặc định: bao-cao- hoặc don-doc- kèm mã cơ quan và ngày chốt số liệu)
argument-report-since = So sánh với ngày này (mặc định: mốc báo cáo liền trước ngày chốt số liệu)
argument-full = Báo cáo đầy đủ kèm phụ lục, thay cho một trang
report-type = BÁO CÁO
report-about = Tiến độ thực hiện { $directive }
report-about-agency = Các { $tasks } do { $agency } chủ trì
report-intro = Thực hiện { $directive }, { $office } báo cáo tiến độ như sau.
report-intro-agency = Thực hiện { $directive }, { $office } báo cáo tiến độ các { $tasks } do { $agency } chủ trì như sau.
report-part = { $number }. { $title }.{ " " }
report-label-count = { $label }: { $n }.
report-label-items = { $label } ({ $n }): { $items }.
report-more-tasks = và { $n } { $counted } khác
report-more-agencies = và { $n } cơ quan khác
report-items = Cụ thể: { $items }.
report-see-annex = Các nội dung khác, xem phụ lục.
report-more-annex = { $more }, xem phụ lục
report-rows-left = Còn { $n } dòng không in ở đây; xem trang web hoặc tệp tiendo export.
report-closing = { $office } kính báo cáo./.
report-closing-urge = Đề nghị chỉ đạo các cơ quan nêu tại { $parts } khẩn trương thực hiện, báo cáo./.
report-closing-urge-agency = Đề nghị chỉ đạo { $agency } khẩn trương thực hiện, báo cáo./.
report-urge-one = mục { $one }
report-urge-both = mục { $one } và mục { $other }
report-annex = PHỤ LỤC
report-annex-of = (Kèm theo Báo cáo số ……/BC-…… ngày …… tháng …… năm …… của { $office })
report-annex-priorities = Tình hình theo { $priority }
report-annex-tasks = Tình trạng từng { $task }
report-annex-method = Cách tính
report-column-done = Hoàn thành
report-column-overdue = Quá hạn
report-column-reported = Có báo cáo trong kỳ
report-column-word = Đánh giá chung
report-column-priority = { $Priority }
report-wrong-order = ngày so sánh { $from } sau ngày chốt số liệu { $to }; chọn --since sớm hơn
report-docx-ending = { $file }: tên tệp phải kết thúc bằng .docx
report-docx-needed = --output và --replace chỉ dùng với --format docx
report-done = Đã ghi báo cáo vào { $file }: số liệu đến ngày { $day }, so với ngày { $since }. Mở bằng Word hoặc LibreOffice để ghi số, ngày và ký.
report-done-left = Một trang không đủ chỗ cho { $n } mục (“và … khác”). Lập bản đầy đủ có phụ lục: { $command }
report-done-restricted = Lưu ý: { $n } { $counted } hạn chế công khai chỉ được nêu tình trạng.
remind-done = Đã ghi công văn đôn đốc { $agency } ({ $n } { $counted }) vào { $file }: số liệu đến ngày { $day }. Mở bằng Word hoặc LibreOffice để ghi số, ngày và ký.

## Công văn đôn đốc: tiendo remind --format docx.

letter-about = V/v đôn đốc thực hiện { $name }
letter-intro = Thực hiện { $directive }; qua theo dõi, đến { $date }, { $agency } còn { $n } { $counted } cần thực hiện, báo cáo, cụ thể như sau:
letter-overdue = Quá hạn
letter-awaiting-evidence = Đã báo cáo hoàn thành, còn thiếu văn bản, tài liệu minh chứng
letter-due-soon = Sắp đến hạn
letter-silent = Chưa có báo cáo mới
letter-heading = { $number }. { $title } ({ $n } { $counted })
letter-column-deadline = Thời hạn
letter-request = Đề nghị { $agency } khẩn trương thực hiện { $n } { $counted } nêu trên; báo cáo kết quả kèm văn bản, tài liệu minh chứng về { $office } trước ngày …… tháng …… năm …… để tổng hợp, báo cáo { $issuer }./.
letter-request-alone = Đề nghị { $agency } khẩn trương thực hiện { $n } { $counted } nêu trên; báo cáo kết quả kèm văn bản, tài liệu minh chứng về { $office } trước ngày …… tháng …… năm …… để tổng hợp./.
