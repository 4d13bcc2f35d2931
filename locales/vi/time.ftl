## Thời gian: thay đổi giữa hai ngày, kỳ báo cáo, dự báo, con số trong lời văn, mảnh nhúng.

event-done = Hoàn thành
event-overdue = Mới quá hạn
event-no-longer-overdue = Hết quá hạn
event-redated = Thay đổi thời hạn
event-silent = Mới chậm báo cáo
event-heard-again = Có báo cáo trở lại
event-blocked = Mới gặp vướng mắc
event-unblocked = Hết vướng mắc
event-awaiting-evidence = Báo hoàn thành, chờ minh chứng
event-reopened = Mở lại sau khi báo hoàn thành
event-cancelled = Đã dừng
event-superseded = Được thay thế
event-resumed = Tiếp tục sau khi dừng
event-led = Đổi cơ quan chủ trì

event-course = { $before } → { $after }
event-done-on = { $label }, ngày { $date }
event-relief-done = { $before } → { $after }
event-relief-redated = { $before } → { $after }, vì đổi thời hạn
event-relief-stopped = { $before } → { $after }
event-redated-course = hạn cuối { $before } → { $after }
event-no-day = không có hạn theo ngày
event-decision = theo { $document } ngày { $date }
event-decision-alone = quyết định ngày { $date }
event-happened = do sự kiện làm mốc tính hạn đã diễn ra
event-by-task = thay bằng { $by }
event-by-document = theo { $document }

command-diff = So sánh hai ngày: việc nào xong, mới quá hạn, đổi hạn, chậm báo cáo; có gì mới.
argument-from = Ngày đầu: 2021-07-23 hoặc 23/7/2021
argument-to = Ngày sau (mặc định: ngày chốt số liệu)
argument-agency = Chỉ cơ quan có mã này, ví dụ so-yt
argument-priority = Chỉ mục có mã này, ví dụ 1
argument-shape = Dạng câu trả lời: text cho người đọc, json cho chương trình, markdown để dán vào báo cáo

diff-title = Thay đổi từ { $from } đến { $to }: { $directive }
diff-figures = Số liệu hai ngày
diff-nothing = Không có thay đổi nào.
diff-directive = Toàn bộ
diff-new-entries = Mục cập nhật mới
diff-new-notes = Ghi chép mới
diff-column-group = Nhóm
diff-column-done = Hoàn thành
diff-column-overdue = Quá hạn
diff-column-reported = Có báo cáo
diff-restricted = (chỉ công khai tình trạng)
diff-wrong-order = ngày đầu { $from } sau ngày sau { $to }; hãy đổi chỗ hai ngày
trouble-unknown-id = không có mã “{ $id }” trong { $file }

command-forecast = Dự báo: đến một ngày tới, việc nào quá hạn, sắp đến hạn, chậm báo cáo nếu không ai báo cáo thêm.
argument-forecast-on = Ngày cần xem, sau ngày chốt số liệu: 2022-01-31 hoặc 31/01/2022
forecast-title = Dự báo đến { $on }: { $directive }
forecast-rule = Quy tắc: chỉ dùng những gì đã biết đến { $known }, xét vào { $on }, như thể từ nay đến đó không ai báo cáo, quyết định hay dừng gì thêm.
forecast-already = Không kê lại: { $overdue } { $tasks } đã quá hạn và { $silent } { $tasks } đã chậm báo cáo từ trước.
forecast-nothing = Không có { $task } nào chuyển sang quá hạn, sắp đến hạn hay chậm báo cáo.
forecast-overdue = quá hạn { $n } ngày (hạn cuối { $day })
forecast-due-soon = sắp đến hạn: còn { $n } ngày (hạn cuối { $day })
forecast-stale = { $n } ngày không có báo cáo
forecast-unreported = chưa có báo cáo của kỳ gần nhất
forecast-in-the-past = ngày cần xem { $on } trước ngày chốt số liệu { $known }; muốn xem ngày đã qua hãy dùng tiendo status --as-of
