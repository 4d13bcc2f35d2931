# Lời của trang web. Mọi câu có thể dùng $task, $tasks, $priority, $priorities (cách gọi hai cấp
# của văn bản), $Task, $Tasks, $Priority, $Priorities (viết hoa chữ đầu), và $counted: cách gọi
# $n nhiệm vụ.

level-priority = mục
level-priorities = mục
level-task = nhiệm vụ
level-tasks = nhiệm vụ

## Khung trang

skip = Đến nội dung chính
nav-label = Các trang
language-vi = Tiếng Việt
language-en = English
crumbs-label = Vị trí trang
nav-overview = Tổng quan
nav-tasks = { $Tasks }
nav-deadlines = Thời hạn
nav-agencies = Cơ quan
nav-places = Địa bàn
nav-notes = Ghi chép
nav-documents = Văn bản
nav-directive = Chỉ đạo
nav-method = Cách đọc
as-of = Số liệu đến ngày { $date }
next-update = Cập nhật số liệu kỳ tới: { $date }
notice-label = Lưu ý
published-by = Đơn vị công bố: { $name }
contact-line = Phản ánh sai sót: { $contact }; khi phản ánh, xin nêu mã “{ $code }”.
how-to-read = Cách đọc trang này
page-description = { $title }. { $site }. Số liệu đến ngày { $date }.
title-page = { $title }, trang { $page }
previous = Trước
next = Sau
more = Còn { $n } dòng nữa: xem danh sách đầy đủ
and-more = và { $n } nơi khác
pager-label = Các trang của danh sách
pager-page = Trang { $n }
pager-position = Trang { $page } trên { $pages }
pager-previous = Trang trước
pager-next = Trang sau
yes = Có
no = Không
days = { $n } ngày
size-kilobytes = { $n } kB
size-megabytes = { $n } MB
not-applicable = không áp dụng
footnotes = Chú thích
footnote-back = Trở lại chỗ dẫn chú thích

## Tên gọi

priority-name = { $Priority } { $number }
task-name = { $Task } { $number }
note-name = Ghi chép: { $title }
kind-deliverable = { $Task } có sản phẩm
kind-ongoing = { $Task } thường xuyên
kind-duty = Yêu cầu chung
every-week = báo cáo hằng tuần
every-month = báo cáo hằng tháng
every-quarter = báo cáo hằng quý
every-half = báo cáo 6 tháng một lần
every-year = báo cáo hằng năm
directive-kind = Văn bản

## Tình trạng

standing-done-on-time = Hoàn thành đúng hạn
standing-done-late = Hoàn thành quá hạn { $n } ngày
standing-done-late-alone = Hoàn thành quá hạn
standing-done = Hoàn thành
standing-in-progress = Đang thực hiện
standing-due-soon =
    { $n ->
        [0] Sắp đến hạn, hết hạn hôm nay
       *[other] Sắp đến hạn, còn { $n } ngày
    }
standing-due-soon-alone = Sắp đến hạn
standing-awaiting-evidence = Đã báo cáo hoàn thành, chờ minh chứng
standing-blocked = Gặp vướng mắc
standing-not-started = Chưa triển khai
standing-overdue = Quá hạn { $n } ngày
standing-overdue-alone = Quá hạn
standing-stale = Chưa cập nhật { $n } ngày
standing-stale-alone = Chưa cập nhật
standing-no-report = Chưa có báo cáo
standing-reported = Có báo cáo trong kỳ
standing-not-yet-due = Chưa đến kỳ báo cáo
standing-report-missing = Chưa có báo cáo trong kỳ
standing-duty = Yêu cầu chung
standing-cancelled = Đã dừng
standing-superseded = Được thay thế

cause-blocked = gặp vướng mắc
cause-awaiting-evidence = đã báo cáo hoàn thành, chờ minh chứng
cause-no-report = chưa có báo cáo
cause-stale = chưa cập nhật { $n } ngày
cause-stale-alone = chưa cập nhật
cause-slip = đã quá hạn { $n } ngày trước khi gia hạn
cause-slip-alone = đã quá hạn trước khi gia hạn

meaning-done-on-time = Đã hoàn thành trong thời hạn, có văn bản, tài liệu minh chứng.
meaning-done-late = Đã hoàn thành, có văn bản, tài liệu minh chứng, nhưng sau thời hạn.
meaning-done = Đã hoàn thành, có văn bản, tài liệu minh chứng; khi hoàn thành không có thời hạn theo ngày cụ thể.
meaning-in-progress = Đang thực hiện, chưa đến hạn hoặc không có thời hạn theo ngày cụ thể.
meaning-due-soon = Sắp hết thời hạn mà chưa báo cáo hoàn thành.
meaning-awaiting-evidence = Đã báo cáo hoàn thành nhưng chưa dẫn văn bản, tài liệu minh chứng, nên chưa được tính là hoàn thành.
meaning-blocked = Báo cáo gần nhất cho biết đang gặp vướng mắc.
meaning-not-started = Báo cáo gần nhất cho biết chưa triển khai.
meaning-overdue = Đã qua thời hạn mà chưa hoàn thành kèm văn bản, tài liệu minh chứng.
meaning-stale = Đã lâu chưa có báo cáo mới. Không có nghĩa là không thực hiện.
meaning-no-report = Chưa có báo cáo (không có nghĩa là chưa làm).
meaning-reported = Đã có báo cáo từ khi bắt đầu kỳ gần nhất vừa kết thúc.
meaning-not-yet-due = Chưa kỳ báo cáo nào kết thúc.
meaning-report-missing = Từng có báo cáo, nhưng kỳ gần nhất chưa có. Không có nghĩa là không thực hiện.
meaning-duty = Yêu cầu chung cho mọi cơ quan, không đánh giá tiến độ riêng.
meaning-cancelled = Không thực hiện nữa, theo văn bản.
meaning-superseded = Đã có { $task } khác thay thế, theo văn bản.

group-no-tasks = Không có { $task }
group-closed = Đã dừng toàn bộ
group-general-duty = Chỉ có yêu cầu chung
group-seriously-late = Chậm nghiêm trọng
group-not-enough-data = Chưa đủ thông tin
group-has-overdue = Có { $n } { $counted } quá hạn
group-has-overdue-alone = Có { $task } quá hạn
group-has-late-parts = Có { $n } { $counted } có phần việc hoặc kỳ báo cáo quá hạn
group-has-late-parts-alone = Có phần việc hoặc kỳ báo cáo quá hạn
group-has-obstacles = Có { $n } { $counted } gặp vướng mắc
group-has-obstacles-alone = Có { $task } gặp vướng mắc
group-completed = Hoàn thành
group-completed-some-late = Hoàn thành, có việc hoàn thành quá hạn
group-dated-completed = Hoàn thành các sản phẩm, còn việc thường xuyên
group-dated-completed-some-late = Hoàn thành các sản phẩm, có sản phẩm hoàn thành quá hạn; còn việc thường xuyên
group-not-started = Chưa triển khai
group-in-time = Không có việc quá hạn
group-and-overdue = { $n } quá hạn

## Thời hạn

deadline-by-day = chậm nhất ngày { $date }
deadline-by-hour = chậm nhất { $hour } ngày { $date }
deadline-by-month = trong { $month }
deadline-by-quarter = trong quý { $quarter } năm { $year }
deadline-by-year = trong năm { $year }
deadline-before-day = trước ngày { $date }
deadline-before-hour = trước { $hour } ngày { $date }
deadline-before-month = trước { $month }
deadline-before-quarter = trước quý { $quarter } năm { $year }
deadline-before-year = trước năm { $year }
deadline-after = trong { $n } ngày kể từ khi { $event }
deadline-after-open = { $promise } (chưa diễn ra nên chưa có ngày cụ thể)
deadline-after-happened = { $promise } (ngày { $happened }), tức chậm nhất ngày { $last }
deadline-event = theo sự kiện: { $event }
no-deadline = { $directive } không nêu thời hạn
deadline-extended = đã gia hạn, xem bên dưới
row-due = Hạn: { $due }
cycles-short = Có báo cáo { $part }/{ $whole } kỳ
row-no-lead = Không nêu cơ quan chủ trì

## Hình và bảng số liệu

bar-done = { $n } hoàn thành
bar-deliverables = { $n } { $counted } có sản phẩm
bar-ongoing = { $n } { $counted } thường xuyên
bar-going = { $n } đang thực hiện hoặc chờ minh chứng
bar-reported = { $n } có báo cáo trong kỳ
bar-not-yet = { $n } chưa hết kỳ đầu, chưa báo cáo
bar-held = { $n } vướng mắc hoặc chưa triển khai
bar-silent = { $n } chưa có báo cáo mới
bar-late = { $n } quá hạn
bar-sentence = { $label }: { $parts }.
figures-table = Số { $tasks } theo từng tình trạng
figures-show = Bảng số liệu
column-standing = Tình trạng
column-deliverables = Có sản phẩm
column-ongoing = Thường xuyên
column-duties = Yêu cầu chung
column-figure = Số liệu
column-published = Đã công bố
column-known-now = Nay được biết
recorded-on = (ghi ngày { $date })
column-total = Cộng
beside-obstacles = Có { $n } { $counted } gặp vướng mắc, trong đó { $elsewhere } đã kể ở phần khác vì quá hạn hoặc có báo cáo trong kỳ.
beside-early = { $n } { $counted } thường xuyên đã báo cáo trước khi hết kỳ đầu tiên, chưa tính vào tỷ lệ báo cáo.
beside-duties = Ngoài ra có { $n } yêu cầu chung, không đánh giá tiến độ.
beside-stopped = Ngoài ra có { $n } { $counted } đã dừng hoặc được thay thế, không nằm trong các tỷ lệ.
ratio-completion = Hoàn thành, trên { $tasks } có sản phẩm
ratio-on-time = Đúng hạn, trên số đã hoàn thành hoặc quá hạn
ratio-reporting = Có báo cáo trong kỳ, trên { $tasks } thường xuyên
completion-interval = Có thể từ { $low } đến { $high } trên { $whole }: { $open } { $tasks } chưa có báo cáo mới hoặc thiếu văn bản, tài liệu minh chứng.
slips = { $n } { $counted } từng quá hạn trước khi được gia hạn, dừng hoặc thay thế

## Tổng quan

answer-both =
    Đến { $date }, { $done } trong { $deliverables } { $tasks } có sản phẩm đã hoàn thành kèm văn bản, tài liệu minh chứng, { $overdue ->
        [0] không { $task } nào quá hạn
       *[other] { $overdue } { $tasks } quá hạn
    }; { $reported } trong { $ongoing } { $tasks } thường xuyên có báo cáo trong kỳ gần nhất.
answer-deliverables =
    Đến { $date }, { $done } trong { $deliverables } { $tasks } có sản phẩm đã hoàn thành kèm văn bản, tài liệu minh chứng, { $overdue ->
        [0] không { $task } nào quá hạn
       *[other] { $overdue } { $tasks } quá hạn
    }.
answer-ongoing = Đến { $date }, { $reported } trong { $ongoing } { $tasks } thường xuyên có báo cáo trong kỳ gần nhất.
answer-neither = Đến { $date }, chưa có nội dung nào đến kỳ hạn để đánh giá.
directive-cited = { $kind } { $number } ngày { $date }
overview-unfinished = Đã đến ngày cuối thời gian thực hiện ({ $date }), còn { $n } { $counted } có sản phẩm chưa hoàn thành mà không có thời hạn theo ngày.
readouts-label = Số liệu chính
readout-done = { $task } có sản phẩm đã hoàn thành
readout-overdue = { $task } quá hạn
readout-early = chưa kể { $n } { $counted } báo cáo trước khi hết kỳ đầu
readout-reported = { $task } thường xuyên có báo cáo trong kỳ
readout-interval = có thể tới { $high }/{ $whole }, vì còn thiếu báo cáo hoặc văn bản, tài liệu minh chứng
scope =
    { $priority_count } { $priorities }, { $total } { $tasks }: { $deliverables } có sản phẩm, { $ongoing } thường xuyên, { $duties } yêu cầu chung{ $stopped ->
        [0] .
       *[other] ; trong đó { $stopped } đã dừng hoặc được thay thế.
    }
overview-priorities = Từng { $priority }
overview-overdue = Đang quá hạn
overview-overdue-none = Không có { $task } nào quá hạn.
overview-next = Sắp đến hạn
overview-next-later = Trong { $n } ngày tới không có { $task } nào đến hạn; thời hạn gần nhất là ngày { $day }.
overview-next-none = Không còn { $task } nào có hạn theo ngày ở phía trước.
overview-changes = Thay đổi gần đây
overview-notes = Ghi chép mới
all-tasks = Xem tất cả
all-deadlines = Xem mọi thời hạn
all-notes = Xem tất cả { $n } ghi chép
row-done = Sản phẩm hoàn thành { $part }/{ $whole }
row-reported = Thường xuyên có báo cáo { $part }/{ $whole }
row-duties = { $n } yêu cầu chung
row-stopped = { $n } đã dừng

## Mục

priority-tasks = { $Tasks }
priority-caption = Các { $tasks } của { $priority } này
priority-restricted = { $Priority } này chỉ công khai tình trạng, không công khai nội dung chi tiết.
priority-state = Tình hình
section-notes = Ghi chép tiến độ

## Nhiệm vụ

task-restricted = { $Task } này chỉ công khai tình trạng, không công khai nội dung chi tiết.
nav-directives = Văn bản chỉ đạo
portal-directives = Văn bản chỉ đạo
portal-directives-n = { $n } văn bản
portal-scope = { $n } văn bản đang thực hiện, { $settled } văn bản đã kết thúc, tất cả { $tasks } nhiệm vụ. Một việc giao ở hai văn bản được tính ở cả hai.
portal-kept = { $n } văn bản chưa có số liệu mới, chờ sửa dữ liệu: { $list }.
portal-kept-row = số liệu đến ngày { $date }, chờ sửa
portal-overdue = Quá hạn lâu nhất
portal-next = Đến hạn trong 30 ngày tới
portal-next-none = Không có việc nào đến hạn trong 30 ngày tới.
portal-all = Tất cả văn bản
portal-agency-caption = Việc chủ trì, theo từng văn bản
portal-place-caption = Việc ở địa bàn, theo từng văn bản
portal-settled-means = Mọi sản phẩm đã xong hoặc đã dừng, không còn kỳ báo cáo nào.
portal-data-intro = Các bảng chung của mọi văn bản. Cột “directive” ghi mã văn bản. Lịch chung chỉ có thời hạn từ 31 ngày trước ngày chốt số liệu trở đi; lịch của từng văn bản có đủ.
portal-data-each = Mỗi văn bản có bộ dữ liệu mở đầy đủ của riêng mình:
portal-method-title = Nhiều văn bản
portal-method = Số liệu chung là tổng của các văn bản, cùng một ngày chốt. Văn bản ban hành sau ngày đó chưa được tính. Văn bản “đã kết thúc” khi mọi sản phẩm đã hoàn thành hoặc đã dừng, và mọi việc thường xuyên đã dừng, đã hết các kỳ báo cáo, hoặc thời gian thực hiện cùng kỳ báo cáo cuối đã qua.
directive-running = Đang thực hiện
directive-settled = Đã kết thúc
column-directive = Văn bản
search-kind-directive = Văn bản chỉ đạo
task-related = { $Tasks } liên quan
related-elsewhere = Ở văn bản khác
clause-of = Nguyên văn { $directive }
facts = Thông tin
fact-lead = Cơ quan chủ trì
no-lead = { $directive } không nêu cơ quan chủ trì
lead-by-office = do văn phòng phân công
formerly = trước đó: { $agencies }
fact-support = Phối hợp
fact-kind = Loại
fact-product = Sản phẩm
fact-deadline = Thời hạn
fact-added = Giao thêm ngày
fact-completed = Ngày báo cáo hoàn thành
fact-last-change = Cập nhật gần nhất
fact-cycles = Báo cáo định kỳ
fact-places = Địa bàn
fact-documents = Văn bản liên quan
cycles = Có báo cáo trong { $part }/{ $whole } kỳ đã kết thúc
cycles-none = Chưa kỳ nào kết thúc
lineage = Các lần đặt thời hạn
lineage-first = Thời hạn đầu tiên
lineage-extension = Đặt lại lần { $n }, ngày { $date }
lineage-in-force = đang có hiệu lực
lineage-by = theo
ledger = Sổ theo dõi
ledger-absent = Chưa có báo cáo (không có nghĩa là chưa làm).
ledger-absent-duty = Yêu cầu chung, không theo dõi bằng sổ theo dõi.
evidence = Văn bản, tài liệu minh chứng
stop-document = Theo văn bản
superseded-by = Thay bằng
self-assessed = tự đánh giá { $n } %
state-report = Báo cáo
state-not-started = Chưa triển khai
state-in-progress = Đang thực hiện
state-blocked = Gặp vướng mắc
state-done = Đã báo cáo hoàn thành
state-cancelled = Dừng
state-superseded = Được thay thế

lede-left = còn { $n } ngày (hạn { $date })
lede-today = hết hạn hôm nay ({ $date })
lede-late = Quá hạn { $n } ngày (hạn { $date })
lede-no-day = thời hạn chưa có ngày cụ thể
lede-no-deadline = không nêu thời hạn
lede-no-evidence = chưa có tài liệu minh chứng
lede-blocked = đang gặp vướng mắc
lede-no-report = chưa có báo cáo
lede-stale = đã { $n } ngày không có báo cáo mới
lede-awaiting-evidence = Đã báo cáo hoàn thành, chưa có tài liệu minh chứng nên chưa tính là xong
lede-state-blocked = Đang gặp vướng mắc
lede-state-not-started = Chưa triển khai
lede-state-no-report = Chưa có báo cáo (không có nghĩa là chưa làm)
lede-state-stale = Đã { $n } ngày không có báo cáo mới
lede-state-in-progress = Đang làm
lede-done = Xong ngày { $date }, khi ấy không có thời hạn theo ngày cụ thể.
lede-done-on-time = Xong ngày { $date }, trong hạn ({ $due }).
lede-done-on-time-moved = Xong ngày { $date }, trong hạn mới ({ $due }); muộn { $first } ngày so với hạn đầu.
lede-done-late = Xong ngày { $date }, muộn { $n } ngày (hạn { $due }).
lede-done-late-moved = Xong ngày { $date }, muộn { $n } ngày so với hạn mới ({ $due }), muộn { $first } ngày so với hạn đầu.
lede-reported = Kỳ { $cycle } đã có báo cáo.
lede-reported-after = Có báo cáo ngày { $date }, sau khi kỳ { $cycle } kết thúc; trong kỳ ấy không có báo cáo.
lede-report-missing = Kỳ { $cycle } chưa có báo cáo; lần gần nhất là ngày { $date }.
lede-never-reported = Kỳ { $cycle } đã hết mà chưa có báo cáo nào (không có nghĩa là chưa làm).
lede-moved =
    { $n ->
        [1] Thời hạn đã đặt lại ngày { $date }.
       *[other] Thời hạn đã đặt lại { $n } lần, lần gần nhất ngày { $date }.
    }
lede-reason = Lý do: { $reason }.
cycle-month = tháng { $month }/{ $year }
cycle-quarter = quý { $quarter }/{ $year }
cycle-days = từ { $from } đến { $to }
cycle-reported = { $cycle }: có báo cáo
cycle-missing = { $cycle }: không có báo cáo
cycles-title = Báo cáo từng kỳ
cycles-sentence =
    Có báo cáo trong { $part } trong { $whole } kỳ đã kết thúc{ $open ->
        [0] .
       *[other] ; không có báo cáo: { $missing }.
    }
cycles-latest =
    Trong { $whole } kỳ gần nhất, từ kỳ { $first }, có báo cáo { $part } kỳ{ $open ->
        [0] .
       *[other] ; không có báo cáo: { $missing }.
    }
reports-title = Báo cáo định kỳ
reports-intro = { $Task } thường xuyên nào có báo cáo trong kỳ nào. Không có báo cáo không có nghĩa là không làm.
reports-none = Chưa có { $task } thường xuyên nào hết kỳ báo cáo đầu tiên.
reports-total = Số có báo cáo
reports-yes = có
reports-not = –
reports-sentence =
    { $n } { $counted } công khai: kỳ gần nhất ({ $cycle }) có { $part } báo cáo{ $never ->
        [0] .
       *[other] ; { $never } chưa báo cáo kỳ nào trong { $cycles } kỳ đã kết thúc.
    }
reports-restricted = Không kể { $n } { $counted } chỉ công khai tình trạng.
flow-deliverables = { $n } { $counted } có sản phẩm, có ở cả hai ngày và công khai nội dung
flow-ongoing = { $n } { $counted } thường xuyên, có ở cả hai ngày và công khai nội dung
flow-sentence = { $n } trong { $whole } { $tasks } chuyển nhóm giữa hai ngày; nhiều nhất là { $most } từ “{ $from }” sang “{ $to }”.
sparks-title = Từng { $priority } qua các mốc
sparks-intro = Mỗi cột là một trong { $n } mốc; phần tô đậm là số đã hoàn thành, hoặc có báo cáo trong kỳ, trên tổng số.
redated-title = Thời hạn đã dời bao xa
redated-sentence = { $n } { $counted } có thời hạn hiện nay khác thời hạn đầu, trong đó { $later } bị lùi; lùi xa nhất { $days } ngày.
redated-now = Hạn hiện nay
redated-by = Dời
redated-times = Số lần
redated-documents = Theo văn bản
redated-later = lùi { $n } ngày
redated-earlier = sớm hơn { $n } ngày
redated-more = Và { $n } { $counted } khác, có ở trang của các { $tasks }.
course-title = Quá trình
course-first = hạn đầu { $date }
course-in-force = hạn hiện nay { $date }
course-only = hạn { $date }
course-now = { $date }
course-moved = Thời hạn đặt lại { $n } lần, từ { $from } đến { $to }, lùi { $days } ngày
course-moved-back = Thời hạn đặt lại { $n } lần, từ { $from } lên { $to }, sớm hơn { $days } ngày
course-never-moved = Thời hạn { $date } chưa đặt lại lần nào
course-entries =
    { $n ->
        [0] chưa có lần cập nhật nào
       *[other] { $n } lần cập nhật
    }
course-overdue = quá hạn tổng cộng { $n } ngày
course-legend-deadline = Thời hạn
course-legend-entry = Lần cập nhật, hình theo trạng thái được báo cáo
course-legend-overdue = Những ngày quá hạn
course-legend-now = Ngày chốt số liệu

## Vì sao

why = Vì sao có tình trạng này?
why-more = Xem toàn bộ quy tắc ở trang Cách đọc
why-done-on-time = Đã báo cáo hoàn thành kèm minh chứng, ngày hoàn thành không sau ngày cuối của thời hạn có hiệu lực vào ngày đó.
why-done-late = Đã báo cáo hoàn thành kèm minh chứng, nhưng sau ngày cuối của thời hạn có hiệu lực vào ngày đó { $days } ngày.
why-done = Đã báo cáo hoàn thành kèm minh chứng; vào ngày đó không có thời hạn theo ngày cụ thể nên không xét đúng hạn hay quá hạn.
why-in-progress = Có báo cáo trong { $stale } ngày gần đây, chưa qua thời hạn và còn hơn { $soon } ngày hoặc không có hạn theo ngày.
why-due-soon = Chưa hoàn thành và thời hạn còn không quá { $soon } ngày.
why-awaiting-evidence = Đã báo cáo hoàn thành nhưng chưa dẫn văn bản nào làm minh chứng; chưa qua thời hạn nên chưa tính quá hạn.
why-blocked = Trạng thái được báo cáo gần nhất là gặp vướng mắc, và chưa qua thời hạn.
why-not-started = Trạng thái được báo cáo gần nhất là chưa triển khai, và chưa qua thời hạn.
why-overdue = Đã qua ngày cuối của thời hạn đang có hiệu lực { $days } ngày mà chưa hoàn thành kèm minh chứng.
why-stale = Đã hơn { $stale } ngày không có báo cáo mới.
why-no-report = Sổ theo dõi chưa có báo cáo nào. Điều này không có nghĩa là chưa làm.
why-reported = Có báo cáo từ ngày đầu của kỳ gần nhất đã kết thúc, hoặc đã có báo cáo khi chưa kỳ nào kết thúc.
why-not-yet-due = Chưa kỳ báo cáo nào kết thúc, và chưa có báo cáo.
why-report-missing = Từng có báo cáo, nhưng không có báo cáo nào từ ngày đầu của kỳ gần nhất đã kết thúc.
why-duty = Đây là yêu cầu chung, không có sản phẩm hay kỳ báo cáo riêng nên không đánh giá tiến độ.
why-cancelled = Trạng thái được báo cáo gần nhất là dừng.
why-superseded = Trạng thái được báo cáo gần nhất là được thay thế.
why-date = Xét vào ngày { $date }; nội dung ghi sau ngày này chưa được tính.
why-last-state = Trạng thái do đơn vị báo cáo: “{ $state }”, ngày { $date }.
why-no-state = Sổ theo dõi có báo cáo nhưng đơn vị chưa báo cáo trạng thái, nên hiểu là đang thực hiện.
why-last-entry = Báo cáo gần nhất: ngày { $date }, cách ngày xét { $n } ngày.
why-no-entry = Sổ theo dõi chưa có báo cáo nào.
why-evidence = Ngày hoàn thành: { $date }, có minh chứng.
why-no-evidence = Đã báo cáo hoàn thành ngày { $date }, chưa có minh chứng.
why-no-deadline = Không có thời hạn nào.
why-deadline = Thời hạn dùng để xét: { $deadline }; ngày cuối còn đúng hạn là { $last }.
why-deadline-open = Thời hạn: { $deadline }; không phải ngày cụ thể nên không tính quá hạn.
why-extended = Thời hạn này được đặt ngày { $date } (lần đặt lại thứ { $n }); thời hạn đầu tiên là { $first }.
why-set-later = Thời hạn này được đặt ngày { $date }; ban đầu không có thời hạn.
why-cycle = Kỳ gần nhất đã kết thúc bắt đầu từ ngày { $date }; có báo cáo trong { $part }/{ $whole } kỳ đã kết thúc.
why-parts = Đã xong { $part }/{ $whole } phần; cả việc hoàn thành khi mọi phần đã xong kèm minh chứng hoặc đã dừng, và có ít nhất một phần xong.
why-parts-done = Mọi phần đã xong vào ngày { $date }.
why-parts-open = Còn: { $parts }.
why-parts-more = { $n } phần khác
why-period = Kỳ gần nhất đã đến hạn là { $period } (hạn { $date }): { $label }; đã nộp { $part }/{ $whole } kỳ đã đến hạn.
why-no-period = Chưa có kỳ báo cáo nào đến hạn.
why-next-period = Kỳ tới là { $period }, hạn { $date }.
why-no-cycle = Chưa kỳ báo cáo nào kết thúc.
why-slip = Từng quá hạn { $n } ngày trước khi gia hạn, dừng hoặc thay thế; thông tin này vẫn được giữ khi đặt lại thời hạn.

## Ghi chép

notes-title = Ghi chép tiến độ
notes-count = { $n } ghi chép, mới nhất ở trên.
notes-none = Chưa có ghi chép nào.
note-tasks = { $Tasks } được nhắc đến
note-priorities = { $Priorities } được nhắc đến
note-places = Địa bàn
note-evidence = Văn bản, tài liệu minh chứng
note-newer = Ghi chép mới hơn
note-older = Ghi chép cũ hơn

## Cơ quan, địa bàn

agencies-title = Ai chịu trách nhiệm?
agencies-intro = Mỗi dòng là một cơ quan và những { $tasks } do cơ quan ấy chủ trì; nhiều { $task } quá hạn nhất, rồi quá hạn lâu nhất ở trên.
agencies-caption = Tình hình theo cơ quan chủ trì
agencies-not-applicable = Dấu – là không áp dụng: cơ quan ấy không chủ trì { $task } thuộc loại này.
agencies-joint = { $Task } do nhiều cơ quan cùng chủ trì được tính một lần cho mỗi cơ quan, nên cộng các dòng có thể lớn hơn tổng chung.
agencies-without = { $n } trong { $total } { $tasks } chưa rõ ai chịu trách nhiệm: { $directive } không nêu cơ quan chủ trì.
agencies-led = Cả { $total } { $tasks } đều có cơ quan chủ trì.
agencies-others = Cơ quan không chủ trì
agencies-others-intro = Các cơ quan này chỉ phối hợp, từng chủ trì hoặc viết ghi chép.
column-agency = Cơ quan
column-leads = Chủ trì
column-done = Hoàn thành
column-on-time = Đúng hạn
column-overdue = Quá hạn
column-longest = Lâu nhất
days-short = { $n } ngày
column-silent = Chưa có báo cáo mới
column-reported = Báo cáo trong kỳ
column-word = Đánh giá chung
agency-short = Tên gọn
agency-from = Hoạt động từ ngày { $date }
agency-until = Hoạt động đến hết ngày { $date }
agency-successor = Cơ quan kế thừa
agency-leads = { $Tasks } chủ trì
agency-leads-none = Cơ quan này không chủ trì { $task } nào.
agency-support = { $Tasks } phối hợp
agency-support-note = Liệt kê để biết, không tính vào số liệu của cơ quan.
agency-notes = Ghi chép do cơ quan viết
places-title = Địa bàn
places-intro = Những nơi được { $task } hoặc ghi chép công khai nêu tên. { $Tasks } không nêu nơi nào thì áp dụng chung.
places-caption = { $Tasks } và ghi chép theo địa bàn
places-none = Chưa có { $task } hay ghi chép nào nêu riêng một địa bàn.
column-place = Địa bàn
column-kind = Loại
column-tasks = { $Tasks }
column-notes = Ghi chép
place-tasks = { $Tasks } nêu tên địa bàn này
place-tasks-none = Không có { $task } nào nêu riêng địa bàn này; các { $tasks } chung vẫn áp dụng.
place-tasks-restricted = Không có { $task } nào công khai nội dung nêu riêng địa bàn này; các { $tasks } chung vẫn áp dụng.
place-named = Những { $tasks } chỉ công khai tình trạng có tên nêu địa bàn này (không tính vào số liệu của địa bàn):
place-all = Xem tất cả

## Thời hạn, danh sách

deadlines-title = Thời hạn theo tháng
deadlines-intro = Xếp theo ngày cuối còn đúng hạn của thời hạn đang có hiệu lực, kể cả { $tasks } đã hoàn thành.
deadlines-open = Chưa có ngày cụ thể
deadlines-open-intro = Thời hạn tính từ một sự kiện chưa diễn ra, hoặc chính là một sự kiện.
deadlines-without = { $n } { $counted } có sản phẩm không nêu thời hạn.
deadlines-none = Không có thời hạn nào theo ngày.
deadlines-past = đã qua
tasks-title = Tất cả { $tasks }
tasks-intro = Xếp theo { $priority } và số thứ tự.
tasks-caption = Danh sách { $tasks }
column-task = { $Task }
column-of-priority = { $Priority }
column-number = TT
column-lead = Chủ trì
column-due = Thời hạn

## Văn bản

documents-title = Văn bản được dẫn
documents-intro = Văn bản làm căn cứ và văn bản được các { $tasks }, ghi chép công khai dẫn ra. Chỗ in sai được giữ nguyên bên cạnh phần đính chính.
documents-none = Chưa có văn bản nào được dẫn.
document-source = Xem nguồn
document-file = Tải tệp ({ $size })
document-compare = Bản in và đính chính
document-part = Phần
document-printed = Đúng như in
document-corrected = Đính chính
document-unknown = chưa xác định
document-symbol = Số, ký hiệu
document-date = Ngày
document-issuer = Nơi ban hành
document-title = Nội dung
document-note = Căn cứ đính chính
document-cited = Được dẫn ở
cited-basis = Căn cứ của chỉ đạo

## Chỉ đạo

directive-title = Văn bản chỉ đạo
directive-number = Số, ký hiệu
directive-kind-label = Loại văn bản
directive-date = Ngày ban hành
directive-place = Nơi ban hành
directive-issuer = Cơ quan ban hành
directive-no-issuer = Không nêu
directive-signer = Người ký
directive-period = Thời gian thực hiện
directive-no-period = Không nêu
directive-basis = Căn cứ
directive-recipients = Nơi nhận
directive-priorities = Nội dung từng { $priority }
directive-own-words = Tóm tắt do trang này biên soạn, không thay cho nguyên văn.
period-both = từ ngày { $from } đến ngày { $to }
period-from = từ ngày { $from }
period-to = đến ngày { $to }
clause-tasks = { $n } { $counted }

## Cách đọc

method-title = Cách đọc trang này
method-intro = Tình trạng của mỗi { $task } không do người nhập số liệu tự ghi. Đơn vị thực hiện báo cáo trạng thái; mỗi lần báo cáo được ghi vào sổ theo dõi kèm ngày, tháng. Tình trạng đánh giá được tính từ sổ theo dõi theo các quy tắc dưới đây. Hoàn thành chỉ được tính khi có văn bản, tài liệu minh chứng (sau đây gọi là minh chứng).
method-as-of = Mọi số liệu được xét vào { $date }. Nội dung ghi sau ngày này chưa được tính. Văn bản được theo dõi: { $directive } { $number }.
method-dates = Ngày số liệu
method-known = Mỗi việc có hai ngày: ngày xảy ra và ngày ghi vào sổ. Trang của một kỳ báo cáo giữ số liệu như đã công bố, tính theo những gì đã ghi đến ngày ấy; việc ghi muộn hơn được nêu riêng, kèm số liệu nay được biết. Nhiệm vụ giao thêm được tính từ ngày giao thêm.
method-deliverables = { $Tasks } có sản phẩm
method-deliverables-intro = Xét lần lượt từ trên xuống, lấy dòng đầu tiên phù hợp.
method-ongoing = { $Tasks } thường xuyên
method-ongoing-intro = Xét theo kỳ báo cáo đã kết thúc gần nhất.
method-others = Dừng, thay thế và yêu cầu chung
method-rule-silent = Chưa có báo cáo không có nghĩa là chưa làm.
method-duty = Yêu cầu chung không có tỷ lệ hoàn thành nhưng có trong tổng số { $tasks }.
method-stopped = { $Tasks } đã dừng hoặc được thay thế ra khỏi mẫu số của các tỷ lệ và được nêu riêng.
method-causes = Nội dung ghi kèm tình trạng
method-slip = Việc đặt lại thời hạn không xóa thông tin đã từng quá hạn.
method-ratios = Ba tỷ lệ
method-completion = Số hoàn thành có minh chứng, chia cho số { $tasks } có sản phẩm không bị dừng.
method-completion-high = Khi còn thiếu báo cáo hoặc minh chứng, trang ghi thêm số cao nhất có thể: coi như các { $tasks } ấy đều đã hoàn thành.
method-on-time = Số hoàn thành đúng hạn, chia cho tổng của hoàn thành đúng hạn, hoàn thành quá hạn và đang quá hạn.
method-reporting = Số { $tasks } thường xuyên có báo cáo trong kỳ, chia cho số { $tasks } thường xuyên không bị dừng và đã có kỳ kết thúc. Báo cáo trước khi hết kỳ đầu tiên chưa tính vào tỷ lệ.
method-percent = Tỷ lệ luôn viết thành phân số. Phần trăm chỉ đứng kèm khi mẫu số từ 10 trở lên; “100 %” và “0 %” chỉ dùng khi đúng tuyệt đối. Phần trăm “tự đánh giá” không dùng để tính tỷ lệ nào.
method-joint = { $Task } có nhiều cơ quan cùng chủ trì tính một lần trong tổng chung, và một lần cho mỗi cơ quan. Phối hợp không được tính.
method-example = Ví dụ bằng số liệu của trang
example-completion = Hoàn thành: có { $all } { $tasks } có sản phẩm, { $stopped } đã dừng hoặc được thay thế, còn { $whole }. Trong đó { $part } hoàn thành kèm minh chứng, nên tỷ lệ là { $value }; nếu mọi { $task } thiếu báo cáo hoặc thiếu minh chứng đều đã hoàn thành thì nhiều nhất là { $high }.
example-on-time = Đúng hạn: { $part } hoàn thành đúng hạn, { $late } hoàn thành quá hạn, { $overdue } đang quá hạn; tỷ lệ là { $value }. { $slips } { $tasks } từng quá hạn trước khi gia hạn, dừng hoặc thay thế.
example-reporting = Báo cáo: có { $all } { $tasks } thường xuyên, { $whole } đã có kỳ kết thúc và không bị dừng. Trong đó { $part } có báo cáo trong kỳ gần nhất, nên tỷ lệ là { $value }.
method-words = Đánh giá chung theo nhóm
method-words-intro = Xét lần lượt từ trên xuống trên các { $tasks } không bị dừng; đây là quy tắc, không phải số trung bình.
method-thresholds = Các ngưỡng
method-thresholds-caption = Ngưỡng đang dùng
method-restricted = { $Tasks } chỉ công khai tình trạng vẫn được tính vào mọi con số, nhưng chỉ hiện số thứ tự, tên, cơ quan chủ trì, tình trạng, thời hạn đang có hiệu lực, ngày cập nhật gần nhất và số kỳ có báo cáo.
method-restricted-title = Công khai hạn chế
column-formula = Cách tính
column-value = Giá trị
column-threshold = Ngưỡng
column-ratio = Tỷ lệ

rule-done-on-time = Đã báo cáo hoàn thành, có minh chứng, vào hoặc trước ngày cuối của thời hạn có hiệu lực vào ngày đó.
rule-done-late = Đã báo cáo hoàn thành, có minh chứng, sau ngày cuối của thời hạn có hiệu lực vào ngày đó.
rule-done = Đã báo cáo hoàn thành, có minh chứng, khi không có thời hạn theo ngày cụ thể.
rule-overdue = Đã qua ngày cuối của thời hạn đang có hiệu lực, bất kể trạng thái đã ghi. “Trước ngày 25/7” thì từ ngày 25/7 là quá hạn; “chậm nhất ngày 25/7” thì từ ngày 26/7.
rule-awaiting-evidence = Đã báo cáo hoàn thành nhưng chưa dẫn văn bản làm minh chứng; chưa tính là hoàn thành.
rule-blocked = Trạng thái được báo cáo gần nhất là gặp vướng mắc.
rule-no-report = Chưa có báo cáo nào. Không có nghĩa là chưa làm.
rule-stale = Đã hơn { $stale } ngày không có báo cáo mới.
rule-due-soon = Thời hạn còn từ 0 đến { $soon } ngày.
rule-in-progress = Có báo cáo và không thuộc dòng nào ở trên.
rule-not-started = Trạng thái được báo cáo gần nhất là chưa triển khai.
rule-cancelled = Không thực hiện nữa, theo văn bản được dẫn.
rule-superseded = Được thay bằng { $task } khác, theo văn bản được dẫn.
rule-duty = Yêu cầu chung, không đánh giá tiến độ.
cycle-rule-reported = Có báo cáo từ ngày đầu của kỳ gần nhất đã kết thúc; hoặc đã có báo cáo khi chưa kỳ nào kết thúc.
cycle-rule-not-yet-due = Chưa kỳ nào kết thúc và chưa có báo cáo.
cycle-rule-report-missing = Từng có báo cáo, nhưng không có từ ngày đầu của kỳ gần nhất đã kết thúc.
cycle-rule-no-report = Đã có kỳ kết thúc mà chưa có báo cáo nào. Không có nghĩa là chưa làm.
cause-rule-blocked = Trạng thái được báo cáo gần nhất là gặp vướng mắc.
cause-rule-awaiting-evidence = Đã báo cáo hoàn thành nhưng chưa dẫn minh chứng.
cause-rule-no-report = Sổ theo dõi chưa có lần cập nhật nào.
cause-rule-stale = Đã hơn { $stale } ngày không có báo cáo mới.
cause-rule-slip = Số ngày từng quá hạn trước lần gia hạn, dừng hoặc thay thế gần nhất. Thông tin này luôn được giữ lại.
group-rule-no-tasks = Không có { $task } nào.
group-rule-closed = Mọi { $task } đã dừng hoặc được thay thế.
group-rule-general-duty = Mọi { $task } đều là yêu cầu chung.
group-rule-seriously-late = Có { $task } quá hạn hơn { $days } ngày, không kể việc đã báo cáo hoàn thành và chỉ chờ minh chứng.
group-rule-not-enough-data = Chưa đến một nửa số { $tasks } đang thực hiện có báo cáo mới.
group-rule-has-overdue = Có { $task } quá hạn.
group-rule-has-late-parts = Có { $task } mà một phần đã quá hạn hoặc một kỳ báo cáo còn nợ.
group-rule-has-obstacles = Có { $task } mà trạng thái được báo cáo gần nhất là gặp vướng mắc.
group-rule-completed = Mọi { $task } đều có sản phẩm và đã hoàn thành, không có hoàn thành quá hạn.
group-rule-completed-some-late = Mọi { $task } đều có sản phẩm và đã hoàn thành, có hoàn thành quá hạn.
group-rule-dated-completed = Mọi { $task } có sản phẩm đã hoàn thành, không có hoàn thành quá hạn; còn { $tasks } thường xuyên hoặc yêu cầu chung.
group-rule-dated-completed-some-late = Mọi { $task } có sản phẩm đã hoàn thành, có hoàn thành quá hạn; còn { $tasks } thường xuyên hoặc yêu cầu chung.
group-rule-not-started = Chưa hoàn thành { $task } nào, và mọi { $task } đang thực hiện đều chưa có báo cáo hoặc được báo cáo là chưa triển khai.
group-rule-in-time = Không thuộc dòng nào ở trên.
threshold-due-soon = “Sắp đến hạn” khi thời hạn còn không quá
threshold-stale = “Chưa cập nhật” khi không có báo cáo mới quá
threshold-seriously-late = “Chậm nghiêm trọng” khi quá hạn hơn
threshold-report-every = Kỳ báo cáo thường dùng
threshold-cycle-day = Kỳ tháng bắt đầu từ ngày
threshold-evidence = Hoàn thành phải có minh chứng

## Không tìm thấy

not-found-title = Không tìm thấy trang
not-found-text = Địa chỉ này không có trên trang. Có thể trang đã được đổi tên hoặc địa chỉ nhập chưa đủ.
not-found-home = Về trang tổng quan

## Lọc, xếp, chia sẻ

filter-title = Lọc và sắp xếp
filter-groups = Nhóm tình trạng
filter-group-overdue = Quá hạn
filter-group-attention = Cần chú ý
filter-group-going = Đang làm
filter-group-over = Đã xong, không xét
filter-words = Tìm trong danh sách
filter-words-hint = Không cần gõ dấu.
filter-more = Chọn theo tình trạng, cơ quan, thời hạn…
filter-any = Tất cả
filter-kind = Loại
filter-priority = { $Priority }
filter-agency = Cơ quan
filter-role = Vai trò của cơ quan
filter-place = Địa bàn
filter-due = Thời hạn
role-lead = Chủ trì
role-support = Phối hợp
role-either = Chủ trì hoặc phối hợp
due-overdue = Đang quá hạn
due-within = Trong { $n } ngày tới
due-none = Không có thời hạn
due-open = Chưa có ngày cụ thể
sort-label = Xếp theo
sort-number = Số thứ tự
sort-due = Thời hạn
sort-changed = Mới cập nhật
sort-standing = Tình trạng
filter-count = Tìm thấy { $shown } trong { $n } { $counted }.
filter-none = Không có { $task } nào khớp; thử bớt điều kiện.
filter-clear = Xóa bộ lọc
filter-show-more = Hiện thêm
filter-failed = Không tải được dữ liệu để lọc; danh sách đầy đủ vẫn ở bên dưới.
browse-label = Các danh sách khác
browse-standings = Xem theo tình trạng
browse-lists = Xem theo
browse-priorities = từng { $priority }
browse-agencies = cơ quan
browse-places = địa bàn
browse-deadlines = thời hạn
standing-title = { $Tasks }: { $standing }
standing-none = Hiện không có { $task } nào ở tình trạng này.
standing-count = { $n } { $counted }.
share-copy = Sao chép liên kết
share-copied = Đã sao chép liên kết.
share-failed = Trình duyệt không cho sao chép; hãy chép từ thanh địa chỉ.
share-send = Chia sẻ

## Diễn biến, hình, bản in

progress-title = Diễn biến
progress-intro = Mỗi mốc được xét lại từ sổ theo dõi đến ngày ấy theo cùng một bộ quy tắc, nên các mốc so được với nhau.
series-title = Tình trạng qua các mốc
series-sentence = { $dates } mốc từ { $from } đến { $to }: { $courses }.
course-same = { $part } vẫn là { $now }
course-changed = { $part } từ { $then } thành { $now }
series-more = Xem bảng số liệu và những thay đổi từng mốc
part-done = Hoàn thành
part-going = Đang thực hiện hoặc chờ minh chứng
part-reported = Có báo cáo trong kỳ
part-not-yet = Chưa hết kỳ đầu, chưa báo cáo
part-held = Vướng mắc hoặc chưa triển khai
part-silent = Chưa có báo cáo mới
part-late = Quá hạn
part-beside = Đã dừng hoặc được thay thế
part-stopped = Đã dừng hoặc được thay thế
points-title = Các tỷ lệ tại từng mốc
points-caption = Mới nhất ở trên
column-date = Ngày
column-before = Mốc trước
column-now = Nay
changes-title = Thay đổi so với mốc trước
changes-restricted = Không kể { $n } { $counted } chỉ công khai tình trạng hiện nay, dù có trong các số liệu chung.
changes-sentence =
    { $n ->
        [0] Từ ngày { $date } đến nay không { $task } nào đổi tình trạng.
       *[other] Từ ngày { $date } đến nay có { $n } { $counted } đổi tình trạng.
    }
changes-caption = Tình trạng ngày { $date } và nay
timeline-sentence =
    Từ { $from } đến { $to } có { $n } thời hạn theo ngày: { $done } đã hoàn thành, { $late } quá hạn, { $open } còn lại{ $stopped ->
        [0] .
       *[other] , { $stopped } đã dừng hoặc được thay thế.
    }
timeline-step =
    { $n ->
        [1] Mỗi cột là một ngày.
       *[other] Mỗi cột là { $n } ngày.
    }
timeline-outside = Ngoài khoảng này còn { $before } thời hạn sớm hơn và { $after } thời hạn muộn hơn.
timeline-month = { $month }/{ $year }
timeline-now = Ngày chốt số liệu { $date }
delays-title = Muộn bao nhiêu ngày
delays-sentence = { $agencies } cơ quan có { $tasks } đang quá hạn hoặc hoàn thành quá hạn; lâu nhất là { $days } ({ $names }).
delays-overdue = Đang quá hạn
delays-done-late = Hoàn thành quá hạn
delays-serious = Quá { $days } là chậm nghiêm trọng
delays-table = { $Tasks } quá hạn, hoàn thành quá hạn theo cơ quan chủ trì
delays-more = Hình có { $lines } trong { $agencies } cơ quan, bảng có { $rows } trong { $n } dòng muộn nhất; trang của từng cơ quan có đủ.
column-days = Số ngày
matrix-title = Cơ quan và { $priorities }
matrix-how = Hình và màu trong ô là tình trạng cần chú ý nhất; số là số { $tasks } có tình trạng ấy trên số { $tasks } chủ trì, chỉ một số nếu tất cả như nhau.
matrix-sentence =
    { $late ->
        [0] Trong { $agencies } cơ quan chủ trì, không cơ quan nào có { $task } quá hạn.
       *[other] Trong { $agencies } cơ quan chủ trì, { $late } cơ quan có { $task } quá hạn.
    }
matrix-caption = { $Priorities } { $first } đến { $last }
matrix-cut = Bảng này không gồm { $agencies } cơ quan chủ trì ít { $task } nhất và { $priority_count } { $priorities } cuối; trang của từng cơ quan có đủ.
report-title = Báo cáo để in
report-link = Bản in để báo cáo
report-how = Trang này trình bày để in trên giấy A4: dùng lệnh In của trình duyệt.
report-heading = Báo cáo tiến độ thực hiện { $directive } { $number }
report-date = Số liệu đến { $date }
report-directive = Văn bản được theo dõi
report-state = Tình hình chung
report-priorities = Tình hình theo { $priority }
report-more = Còn { $n } dòng không in ở đây; trang web có danh sách đầy đủ.
report-method-title = Cách tính
report-method = Quá hạn là đã qua ngày cuối của thời hạn đang có hiệu lực; chưa có báo cáo mới là chưa có báo cáo hoặc quá { $stale } ngày không có báo cáo. Một { $priority } có { $task } quá hạn hơn { $serious } ngày thì ghi là chậm nghiêm trọng. { $Tasks } có sản phẩm và { $tasks } thường xuyên được tính riêng, không gộp thành một tỷ lệ; { $tasks } đã dừng ra khỏi mẫu số.
agency-answer = Chủ trì { $n } { $counted }: { $on_time } hoàn thành đúng hạn, { $late } hoàn thành quá hạn, { $overdue } đang quá hạn, { $silent } chưa có báo cáo mới.
report-not-applicable = Dấu – là không áp dụng: { $priority } không có { $task } thuộc loại ấy.
ledger-title = Sổ theo dõi: { $task_name }

## Phiếu bàn giao trong gói đăng tải

handover-title-portal = Phiếu bàn giao cổng theo dõi văn bản chỉ đạo
handover-below = { $subject } (một văn bản của cổng: các tệp trong thư mục trang chép vào thư mục { $folder } trên máy chủ, thay các tệp cũ ở đó)
handover-title = Phiếu bàn giao trang tiến độ { $directive } { $number }
handover-what = Nội dung bàn giao
handover-as-of = Số liệu đến
handover-pages = Số trang
handover-files = Số tệp (chưa kể manifest.txt)
handover-size = Tổng dung lượng
handover-kilobytes = { $n } kB
handover-hash = Mã SHA-256 của manifest.txt, đại diện cho cả trang
handover-changes = So với gói trước
handover-first = Không có gói trước để so sánh; không tệp nào phải xóa.
handover-since = { $added } tệp mới, { $changed } tệp thay đổi, { $removed } tệp phải xóa (liệt kê trong da-xoa.txt).
handover-upload = Cách đăng tải
handover-step-files = Chép mọi tệp trong thư mục “trang” vào thư mục của trang trên máy chủ, trừ index.html và manifest.txt; tệp trùng tên thì ghi đè. Dùng FTP thì chọn chế độ nhị phân (binary).
handover-step-index = Sau cùng chép index.html, rồi manifest.txt.
handover-step-delete = Xóa những tệp ghi trong da-xoa.txt, nếu có.
handover-step-server = Không bắt buộc: thư mục “mau” có mẫu cấu hình cho IIS (web.config), Apache (htaccess.txt) và nginx (nginx.conf): đúng kiểu tệp, cho trang khác đọc dữ liệu mở và nhúng.
handover-step-files-below = Chép mọi tệp trong thư mục “trang” vào thư mục { $folder } của cổng trên máy chủ, trừ index.html và các tệp có tên bắt đầu bằng manifest.txt; tệp trùng tên thì ghi đè. Dùng FTP thì chọn chế độ nhị phân (binary).
handover-step-index-below = Sau cùng chép index.html. Không chép manifest.txt: tệp ấy chỉ để kiểm tra gói này, cổng có một manifest.txt chung.
handover-step-delete-below = Xóa trong { $folder } những tệp ghi trong da-xoa.txt, nếu có.
handover-step-shared-below = Các trang chung của cổng (trang đầu, cơ quan, địa bàn, tìm kiếm, dữ liệu mở) giữ số liệu cũ cho đến khi bàn giao cả cổng; đến lúc đó, kiểm tra cả cổng sẽ báo các tệp của văn bản này khác manifest.txt.
handover-check = Cách kiểm tra trang đã đến đủ và không bị sửa
handover-check-tiendo = Có chương trình tiendo (tệp mẫu cấu hình của gói không bị coi là tệp lạ; tệp khác của máy chủ thì thêm --allow TÊN-TỆP):
handover-check-linux = Trên Linux, không cần cài thêm:
handover-check-windows = Trên Windows, không cần cài thêm: mã in ra cho manifest.txt phải đúng là mã ở trên; mã của mỗi tệp khác phải đúng là mã ghi trước tên tệp ấy trong manifest.txt.
handover-signatures = Ký giao nhận
handover-giver = Bên giao (ngày, chữ ký, họ tên)
handover-taker = Bên nhận (ngày, chữ ký, họ tên)

## Phần việc, kỳ báo cáo, chỉ tiêu, bàn giao

standing-awaiting-parts = Đã báo cáo hoàn thành, còn { $n } phần
standing-done-late-same-day = Hoàn thành quá hạn trong ngày
parts-done = { $part }/{ $whole } phần đã xong
parts-overdue = { $n } phần quá hạn
parts-blocked = { $n } phần gặp vướng mắc
parts-owed = { $n } kỳ còn nợ
part-open = Chưa xong
part-missing = Còn nợ, quá hạn { $n } ngày
part-all = mọi phần còn lại
period-week = tuần { $n }/{ $year }
period-quarter = quý { $n }/{ $year }
period-half = 6 tháng ({ $n }) năm { $year }
period-year = năm { $year }
reach-no-value = Chưa có số liệu
reach-short = Chưa đạt
reach-missed = Quá hạn { $n } ngày
reach-reached = Đạt
reach-reached-late = Đạt, trễ { $n } ngày
bound-at-least = từ { $value } trở lên
bound-at-most = không quá { $value }
bound-above = trên { $value }
bound-below = dưới { $value }
parts-title = Các phần việc
periods-title = Các kỳ báo cáo
part-list-title = Các phần việc của { $task_name }
period-list-title = Các kỳ báo cáo của { $task_name }
target-values-more = { $n } giá trị trước đó, trong dữ liệu mở
periods-sentence = Đã nộp { $part }/{ $whole } kỳ đã đến hạn{ $open ->
    [0] .
   *[other] ; còn nợ: { $missing }.
}
periods-latest = Trong { $whole } kỳ đã đến hạn gần nhất, từ { $first }, đã nộp { $part } kỳ{ $open ->
    [0] .
   *[other] ; còn nợ: { $missing }.
}
period-cell = { $period }: { $label }
periods-grid-sentence = { $n } { $counted } công khai báo cáo theo kỳ có hạn: kỳ gần nhất đã đến hạn ({ $period }) có { $part } báo cáo.
parts-caption = Mỗi phần: thời hạn, ngày xong, tình trạng, văn bản, tài liệu minh chứng
column-part = Phần
column-period = Kỳ
column-completed = Ngày xong
column-evidence = Minh chứng
targets-title = Chỉ tiêu
target-level = { $title }: { $bound }
target-level-due = { $title }: { $bound }, { $due }
target-values-caption = Giá trị của chỉ tiêu “{ $title }”
target-line = Đường giá trị của chỉ tiêu “{ $title }” theo thời gian, kèm mức phải đạt
column-measured = Giá trị
column-source = Nguồn
column-remark = Ghi chú
handovers-title = Bàn giao
handover-line = Từ { $date } do { $agencies } chủ trì
handed-over-overdue = ngày trước đó đã quá hạn { $n } ngày
handover-reason = lý do: { $reason }
parts-method = Việc có thể chia thành các phần, mỗi phần có thời hạn riêng. Cả việc hoàn thành khi mọi phần đã xong kèm minh chứng hoặc đã dừng, và có ít nhất một phần xong. Phần, kỳ báo cáo và chỉ tiêu đứng cạnh tình trạng, không vào ba tỷ lệ. “Chưa đủ dữ liệu” đứng trước “có phần việc hoặc kỳ báo cáo quá hạn”. Thời hạn có giờ chỉ xét giờ trong chính ngày cuối; lần cập nhật không ghi giờ thì tính theo ngày. Kỳ báo cáo đến hạn từ ngày sau hạn gửi; kỳ mới nhất đã đến hạn quyết định tình trạng.
pieces-parts = { $n } phần: { $list }.
pieces-done-on-time = { $n } xong đúng hạn
pieces-done-late = { $n } xong quá hạn
pieces-done = { $n } đã xong, không có hạn theo ngày
pieces-awaiting-evidence = { $n } đã báo cáo hoàn thành, chờ minh chứng
pieces-blocked = { $n } gặp vướng mắc
pieces-open = { $n } chưa xong
pieces-overdue = { $n } quá hạn
pieces-cancelled = { $n } đã dừng
pieces-reports = { $n } kỳ báo cáo đã đến hạn: { $list }.
pieces-report-on-time = { $n } kỳ nộp đúng hạn
pieces-report-late = { $n } kỳ nộp quá hạn
pieces-report-missing = { $n } kỳ còn nợ
pieces-title = Phần việc
pieces-overdue-title = Phần việc và kỳ báo cáo quá hạn
pieces-next-title = Phần việc và kỳ báo cáo sắp đến hạn
pieces-due = hạn { $due }
via-title = Qua nhóm { $group }
via-part = phần của đơn vị: { $standing }
level-section = tiểu mục
level-sections = tiểu mục
## Ảnh kèm liên kết được chia sẻ

card-task = { $Task } { $number }
short-address = Địa chỉ ngắn
short-code = Mã QR của địa chỉ ngắn

## Hỏi đáp và đính chính
chart-data = Số liệu của phần này
corrections-title = Đính chính
corrections-sentence =
    { $n ->
        [0] Chưa có số liệu nào đã công bố phải đính chính.
       *[other] { $n } số liệu đã công bố đã được đính chính.
    }
corrections-intro = Số liệu đã công bố chỉ đổi khi có lý do ghi trong hồ sơ. Mỗi lần sửa một ngày, một thời hạn, một minh chứng hay một lời văn đã công bố đều nằm trong danh sách này, mới nhất ở trên.
corrections-was = Điều đã công bố
corrections-later = Báo cáo đến muộn không phải là đính chính; kỳ nào nay biết thêm so với lúc công bố thì có dấu * ở trang
questions-title = Hỏi và đáp
questions-intro = Những câu hỏi thường gặp, trả lời bằng số liệu của trang này. Dưới mỗi câu là trang và tệp có đủ số liệu để kiểm tra lại.
questions-overdue = { $n } { $counted } quá hạn
questions-agencies-answer =
    { $n ->
        [0] Không cơ quan nào có { $tasks } quá hạn.
        [1] Một cơ quan có { $tasks } quá hạn, số { $tasks } quá hạn là { $most }.
       *[other] { $n } cơ quan có { $tasks } quá hạn; nhiều nhất là { $most }.
    }
questions-moved-never = Chưa có thời hạn nào bị dời.
questions-first-answer =
    { $done ->
        [0] Chưa { $task } nào hoàn thành; { $open } { $tasks } chưa xong đã qua hạn đầu tiên.
       *[other] Trong { $done } { $tasks } đã hoàn thành và có hạn đầu tiên tính được ra ngày, { $after } xong sau hạn đầu tiên{ $open ->
            [0] .
           *[other] ; ngoài ra { $open } { $tasks } chưa xong đã qua hạn đầu tiên.
        } Gia hạn không làm thay đổi cách tính này. { $Tasks } chỉ công khai tình trạng không được tính.
    }
questions-proven-answer = { $part }/{ $whole } { $tasks } được báo cáo hoàn thành có dẫn tài liệu minh chứng, ghi ở trang của từng { $task }. { $Tasks } chỉ công khai tình trạng không được tính.
questions-hidden-none = Không có { $task } nào chỉ công khai tình trạng.
questions-source-answer = Cán bộ theo dõi ghi từng báo cáo, có ngày và tài liệu; tình trạng không ai gõ vào mà được tính từ các báo cáo ấy theo quy tắc như nhau cho mọi cơ quan.
question-done = Đã hoàn thành bao nhiêu?
question-overdue = Bao nhiêu { $task } quá hạn, { $task } nào quá hạn lâu nhất?
question-agencies = Cơ quan nào có nhiều { $task } quá hạn nhất?
question-nobody = Bao nhiêu { $task } không nêu cơ quan chủ trì?
question-moved = Thời hạn bị dời bao nhiêu, dời bao xa?
question-first = Bao nhiêu { $task } không giữ được hạn đầu tiên?
question-proven = Hoàn thành có tài liệu chứng minh không?
question-silent = Cơ quan nào lâu chưa báo cáo?
question-obstacles = { $Tasks } nào đang gặp vướng mắc?
question-due = Trong hai tuần tới { $task } nào đến hạn?
question-changes = Từ ngày { $date } đến nay có gì thay đổi?
question-corrected = Số liệu nào đã phải đính chính?
question-hidden = Điều gì không được công khai?
question-source = Số liệu lấy từ đâu?
