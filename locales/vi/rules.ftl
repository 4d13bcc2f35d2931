# Lời của các thông báo khi kiểm tra nội dung. Mỗi mã có một câu chính và các phần:
#   .label   đứng dưới chỗ sai    .help   cách sửa    .second   đứng dưới chỗ thứ hai, nếu có
# Tệp này và locales/en/rules.ftl có cùng khóa, cùng phần, cùng tham số.

## Lời khung

check-clean = Không có gì phải sửa: { $tasks } nhiệm vụ, { $notes } ghi chép.
check-more = … và { $count } điều nữa cùng loại “{ $code }”
check-unknown-rule = Không có quy tắc “{ $code }”; xem tất cả: tiendo check --explain
check-explain-one = Xem kỹ một quy tắc: tiendo check --explain MÃ
check-summary = { $errors } lỗi, { $warnings } cảnh báo, { $hints } gợi ý.
cited-task-unread = Không đọc được nhiệm vụ “{ $id }” được dẫn ở đây nên trang chỉ hiện mã
    .label = tệp này đọc chưa được
    .help = Sửa lỗi của tệp này; chỗ dẫn đến tệp không sai

did-you-mean = Có phải ý bạn là “{ $suggestion }”?
doubled-directive = Số hiệu “{ $number }” trùng cả ngày và nơi ban hành với văn bản “{ $other }”
    .label = trùng với “{ $other }”
    .help = Nếu một trong hai thư mục là bản chép thì chuyển nó ra ngoài thư mục nội dung; nếu là hai văn bản khác nhau thì sửa số hiệu hoặc ngày

help-name = cách sửa
severity-error = LỖI
severity-hint = GỢI Ý
severity-warning = CẢNH BÁO

## Thông báo, xếp theo mã

added-before-directive = Ngày giao thêm { $read } trước ngày văn bản giao việc ({ $date })
    .label = trước ngày văn bản
    .help = Nếu gõ nhầm năm thì sửa ngày này. Nếu nhiệm vụ có sẵn trong văn bản thì xóa dòng “added”.

agency-not-valid =
    { $when ->
        [later] Vào ngày của văn bản giao việc ({ $date }) chưa có “{ $agency }”
       *[earlier] Vào ngày của văn bản giao việc ({ $date }) không còn “{ $agency }”
    }
    .label =
        { $when ->
            [later] cơ quan này có từ ngày { $day }
           *[earlier] cơ quan này chỉ có đến ngày { $day }
        }
    .help =
        { $when ->
            [later] Chọn cơ quan có vào ngày đó; hoặc nếu ngày ghi sai, sửa ở mục { $id } trong agencies.yaml, ví dụ: valid_from: { $date }
           *[earlier] Chọn cơ quan có vào ngày đó; hoặc nếu ngày ghi sai, sửa ở mục { $id } trong agencies.yaml, ví dụ: valid_until: { $date }
        }

as-of-ahead = Ngày chốt số liệu muộn hơn ngày mới nhất có trong nội dung ({ $newest }) tới { $days } ngày
    .label = mọi nhiệm vụ sẽ bị coi là chưa cập nhật
    .help = Gõ nhầm năm hoặc tháng thì sửa lại, ví dụ: as_of: { $newest }. Nếu đúng thì cần nhập các báo cáo còn thiếu.
    .form = Gõ nhầm năm hoặc tháng thì sửa lại, ví dụ { $newest }.

as-of-before-directive = Ngày chốt số liệu { $read } sớm hơn ngày của văn bản giao việc { $date }
    .label = sớm hơn ngày của văn bản
    .second = ngày của văn bản ở đây
    .help = Ghi ngày của văn bản hoặc một ngày sau đó, ví dụ: as_of: { $date }
    .form = Gõ ngày của văn bản giao việc hoặc một ngày sau đó.

as-of-unknown = Chưa ghi ngày chốt số liệu, đang lấy ngày mới nhất: { $date }
    .label = chưa ghi ngày
    .help = Ghi ngày chốt số liệu, ví dụ: as_of: { $date }; muốn luôn lấy ngày mới nhất thì xóa dòng này.

attachment-collision = Hai tệp đính kèm có cùng địa chỉ trên trang: “{ $path }”
    .label = trùng địa chỉ với một tệp khác
    .second = tệp kia
    .help = Đổi tên một trong hai tệp; tên chỉ khác nhau ở dấu, chữ hoa hay dấu cách vẫn bị coi là trùng. Ví dụ tên mới: bao-cao-2.pdf
    .form = Đã có tệp trùng tên; hãy gõ số, ký hiệu đầy đủ hơn.

attachment-content = Tệp có đuôi .{ $ending } nhưng { $read ->
        [empty] rỗng
        [pdf] là PDF
        [png] là ảnh PNG
        [jpeg] là ảnh JPEG
        [webp] là ảnh WebP
        [zip] là tệp nén hoặc tệp văn phòng
        [old-office] là tệp văn phòng kiểu cũ hoặc có mật khẩu
        [web] là trang web
        [program] là chương trình
       *[other] không phải loại tệp đó
    }
    .label = nội dung không khớp với đuôi tên
    .help = Mở tệp bằng phần mềm của nó, lưu lại đúng loại .{ $ending } rồi chép đè lên, hoặc đổi đuôi cho đúng nội dung.
    .form = Mở tệp bằng phần mềm của nó, lưu lại đúng loại .{ $ending } rồi chọn lại.

attachment-double-ending = Tên tệp có hai đuôi: .{ $read } rồi .{ $ending }
    .label = tên dễ gây hiểu lầm
    .help = Mở tệp xem đúng là tài liệu không, rồi đổi tên chỉ còn một đuôi, ví dụ: bao-cao.{ $ending }

attachment-too-large = Tệp đính kèm nặng { $size } MB, giới hạn là { $limit } MB
    .label = tệp quá nặng
    .help = Quét lại đen trắng ở 200 dpi, hoặc lưu thẳng từ Word ra PDF, hoặc tách thành nhiều tệp, ví dụ: bc-123-phan-1.pdf

attachment-type = Không nhận tệp đính kèm có đuôi “{ $read }”
    .label = loại tệp này không được công bố
    .help = Lưu thành PDF rồi chép lại vào attachments, hoặc bỏ tệp ra khỏi thư mục. Các đuôi được nhận: { $known }
    .form = Lưu thành PDF rồi chọn lại. Các loại được nhận là { $known }.

bad-id = Mã “{ $id }” có ký tự không dùng được
    .label = mã chỉ gồm a–z, 0–9, dấu - và dấu . ở giữa
    .help = Viết chữ thường không dấu, nối bằng dấu - hoặc dấu chấm, ví dụ: id: so-khdt. Mã của nhiệm vụ và ghi chép là tên tệp: hãy đổi tên tệp.
    .form = Mã chỉ gồm chữ thường không dấu, số, dấu chấm và dấu gạch nối, ví dụ 1.12.

bad-month = Không đọc được tháng “{ $read }”
    .label = cần năm và tháng
    .help = Viết năm-tháng, tháng từ 01 đến 12, ví dụ: due: {"{"}month: 2021-10{"}"}
    .form = Gõ tháng và năm, ví dụ tháng 10/2021.

bad-number = “{ $read }” không phải số nguyên từ { $from } đến { $to }
    .label = cần một số từ { $from } đến { $to }
    .help = Chỉ viết chữ số; bỏ dấu %, dấu phẩy và chữ kèm theo, ví dụ: { $field }: { $example }
    .form = Chỉ gõ chữ số, không kèm dấu phẩy hay chữ, ví dụ { $example }.

bad-quarter = Không đọc được quý “{ $read }”
    .label = cần năm và quý
    .help = Viết năm-Q và số quý từ 1 đến 4, ví dụ: due: {"{"}quarter: 2021-Q3{"}"}
    .form = Gõ quý và năm, ví dụ quý III/2021.

bad-url = “{ $read }” không phải địa chỉ trang web
    .label = không phải địa chỉ trang web
    .help = Chép nguyên địa chỉ từ trình duyệt, có https:// hoặc http:// ở đầu, không có dấu cách, ví dụ: https://example.com/tien-do/

bad-year = Không đọc được năm “{ $read }”
    .label = cần một năm bốn chữ số
    .help = Viết đủ bốn chữ số của năm, ví dụ: due: {"{"}year: 2021{"}"}
    .form = Gõ đủ bốn chữ số của năm, ví dụ năm 2021.

bare-address = Địa chỉ “{ $read }” chưa phải là liên kết
    .label = người đọc không bấm vào được
    .help = Đặt trong dấu nhọn hoặc thêm tên gọi, ví dụ: <https://example.com>, [cổng thông tin](https://example.com), <a@example.com>

broken-link = Liên kết “{ $read }” không dẫn tới đâu
    .label = không rõ dẫn tới đâu
    .help = Ghi loại và mã, hoặc tệp đính kèm, hoặc địa chỉ web đầy đủ, ví dụ: [nhiệm vụ 1.3](task:1.3), [công văn](doc:cv-3413), [tệp](attachments/bc-123.pdf)

colliding-id = Mã “{ $id }” chỉ khác mã “{ $other }” ở chữ hoa hoặc dấu
    .label = dễ nhầm với “{ $other }”
    .second = mã kia ở đây
    .help = Nếu là cùng một bản ghi thì xóa bớt một; nếu là hai thì đặt mã khác hẳn, viết chữ thường không dấu. Mã của nhiệm vụ và ghi chép là tên tệp.
    .form = Đặt mã khác hẳn, hoặc bỏ trống để lấy mã kế tiếp.

comment-shown =
    { $kind ->
        [record] Lời nhắn trong { $read } --> sẽ bị đăng lên trang, vì các trường của bản ghi được đăng nguyên văn
       *[open-comment] Lời nhắn bắt đầu bằng <!-- mà không có --> để đóng, nên sẽ bị đăng lên trang
    }
    .label =
        { $kind ->
            [record] phần này sẽ bị đăng
           *[open-comment] lời nhắn chưa đóng
        }
    .help =
        { $kind ->
            [record] Xóa phần này, hoặc ghi lời nhắn ở dòng riêng phía trên, bắt đầu bằng dấu #, ví dụ: # chờ trạm xác nhận
           *[open-comment] Ghi --> ở cuối lời nhắn, hoặc xóa cả lời nhắn, ví dụ: <!-- chờ trạm xác nhận -->
        }

correction-detail = Trường “{ $field }” không dùng với of: { $of }
    .label = không dùng với of: { $of }
    .help = Xóa dòng này, hoặc sửa “of”: trường “{ $field }” chỉ dùng với of: { $kinds }
    .form = Chọn lại điều đã công bố cần đính chính.

correction-of-several = Một lần đính chính (of: { $of }) rút nhiều thông tin cùng lúc ({ $read })
    .label = cần đúng một giá trị
    .help = Ghi một giá trị, ví dụ: was: { $first }; mỗi thông tin còn lại thêm một lần đính chính riêng.
    .form = Mỗi lần chỉ đính chính một điều; điều còn lại ghi thêm một lần đính chính nữa.

copied-file = “{ $copy }” là bản sao của “{ $original }”
    .label = bản sao
    .second = tệp gốc
    .help =
        { $how ->
            [name] Phần thêm vào tên tệp là do chương trình đồng bộ hoặc lệnh sao chép đặt.
           *[content] Tên bắt đầu giống tệp gốc và nội dung gần như giống hệt.
        } { $kind ->
            [task] Để cả hai thì nhiệm vụ bị tính hai lần: chép phần chỉ có ở bản sao sang { $original } rồi xóa bản sao. Nếu là nhiệm vụ khác thì đặt mã và tên riêng.
            [note] Để cả hai thì ghi chép bị đăng hai lần: chép phần chỉ có ở bản sao sang { $original } rồi xóa bản sao. Nếu là ghi chép khác thì đặt tên tệp và tên riêng.
            [attachment] Hai tệp giống hệt nhau: giữ { $original }, xóa bản sao, và sửa chỗ nào dẫn tới bản sao.
           *[list] Chương trình chỉ đọc { $original }, nên điều gì chỉ có ở bản sao thì bị bỏ sót: chép phần đó sang { $original } rồi xóa bản sao.
        }

date-form = Không đọc được ngày “{ $read }”
    .label = không đúng cách viết ngày
    .help = Chỉ viết ngày, không kèm chữ, ví dụ: 2021-07-25 hoặc 25/7/2021; thời hạn “trước ngày” thì viết: due: {"{"}before: 2021-07-25{"}"}
    .form = Gõ ngày trước, tháng sau, ví dụ 25/7/2021. Chỉ gõ ngày, không kèm chữ.

date-month-first = Ngày “{ $read }” đảo chỗ ngày và tháng
    .label = ngày và tháng bị đảo chỗ
    .help = Viết ngày/tháng/năm, ví dụ 25/7/2021, hoặc năm-tháng-ngày, ví dụ 2021-07-25
    .form = Gõ ngày trước, tháng sau, ví dụ 25/7/2021.

date-no-such-day = Không có ngày “{ $read }”: tháng { $month } năm { $year } có { $days } ngày
    .label = tháng này có { $days } ngày
    .help = Sửa theo văn bản gốc. Nếu chính văn bản in sai, trong documents.yaml chép nguyên chỗ in sai: printed: {"{"}date: "{ $read }"{"}"} và ghi ngày đúng ở correction
    .form = Sửa ngày theo văn bản gốc, ví dụ 25/7/2021.

date-no-such-month = Không có ngày “{ $read }”: năm không có tháng { $month }
    .label = không có tháng { $month }
    .help = Sửa theo văn bản gốc. Nếu chính văn bản in sai, trong documents.yaml chép nguyên chỗ in sai: printed: {"{"}date: "{ $read }"{"}"} và ghi ngày đúng ở correction
    .form = Sửa tháng theo văn bản gốc, ví dụ 25/7/2021.

date-short-year = Ngày “{ $read }” chưa ghi đủ bốn chữ số của năm
    .label = năm mới có hai chữ số
    .help = Ghi đủ bốn chữ số của năm, ví dụ: 25/7/2021 hoặc 2021-07-25
    .form = Gõ đủ bốn chữ số của năm, ví dụ 25/7/2021.

date-year = Năm { $year } trong “{ $read }” nằm ngoài khoảng 2000–2100
    .label = năm nằm ngoài khoảng 2000–2100
    .help = Sửa năm, ví dụ: 2021-06-12; nếu chính văn bản in sai, trong documents.yaml chép nguyên chỗ in sai: printed: {"{"}date: "{ $read }"{"}"} và ghi ngày đúng ở correction
    .form = Sửa năm, ví dụ 12/6/2021.

dates-reversed = Ngày cuối { $until } sớm hơn ngày đầu { $from }
    .label = ngày cuối, sớm hơn ngày đầu
    .second = ngày đầu ở đây
    .help = Sửa ngày bị sai. Nếu chỉ do đảo chỗ hai ngày thì ghi: { $from_key }: { $until } và { $until_key }: { $from }

deadline-form =
    { $how ->
        [several] Thời hạn phải ghi theo đúng một cách
       *[other] Không đọc được thời hạn “{ $read }”
    }
    .label =
        { $how ->
            [several] cần đúng một cách ghi thời hạn
           *[other] không phải cách ghi thời hạn
        }
    .help = Chọn một cách: due: 2021-07-25, due: {"{"}before: 2021-07-25{"}"}, due: {"{"}month: 2021-10{"}"}, due: {"{"}quarter: 2021-Q3{"}"} hoặc due: {"{"}event: "trước mùa mưa bão"{"}"}
    .form = Gõ một ngày, tháng, quý hoặc năm, ví dụ 31/12/2021, tháng 10/2021, quý III/2021, năm 2021.

directive-folder = Tên thư mục “{ $name }” không phải mã văn bản
    .label = không dùng làm mã được
    .help = Mã chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối. Đổi tên thành, ví dụ: { $meant }

document-without-added = Trường “document” của nhiệm vụ cần có “added”
    .label = chưa có ngày giao thêm
    .help = Nếu văn bản này giao thêm nhiệm vụ thì thêm dòng: added: ngày giao thêm. Nếu chỉ là văn bản dẫn chiếu thì đổi thành: documents: [mã văn bản]

document-without-stop = Trường “document” chỉ dùng khi nhiệm vụ dừng hoặc được thay thế
    .label = lần cập nhật này không dừng nhiệm vụ
    .help = Nếu là minh chứng thì thay dòng này bằng: evidence: [{ $id }]; nếu là văn bản cho dừng thì thêm dòng: state: cancelled
    .form = Nếu là minh chứng thì chọn văn bản ở ô minh chứng; nếu là văn bản cho dừng thì chọn trạng thái dừng.

done-in-words = Nội dung nói đã hoàn thành, nhưng trạng thái chưa phải là hoàn thành
    .label = nói là đã xong
    .help = Nếu cả nhiệm vụ đã xong thì thêm vào lần này: state: done và evidence: [mã văn bản]. Nếu mới xong một phần thì nói rõ phần nào.
    .form = Nếu cả nhiệm vụ đã xong thì ghi thêm một lần cập nhật, chọn trạng thái hoàn thành và chọn minh chứng. Nếu mới xong một phần thì nói rõ phần nào.

done-on-duty = Yêu cầu chung không có trạng thái hoàn thành
    .label = yêu cầu chung không đánh giá tiến độ
    .second = loại việc ghi ở đây
    .help = Xóa state: done, giữ lại phần text. Nếu là việc phải nộp sản phẩm thì sửa loại việc thành: kind: deliverable
    .form = Chọn “Chỉ báo cáo, giữ trạng thái cũ” và giữ nội dung đã gõ.

done-on-ongoing = Việc thường xuyên không có trạng thái hoàn thành
    .label = việc thường xuyên không kết thúc
    .second = loại việc ghi ở đây
    .help = Xóa state: done, giữ lại phần text làm báo cáo trong kỳ. Nếu là việc phải nộp sản phẩm thì sửa loại việc thành: kind: deliverable
    .form = Chọn “Chỉ báo cáo, giữ trạng thái cũ”; việc thường xuyên có báo cáo trong từng kỳ.

doubled-id = Hai bản ghi có cùng mã “{ $id }”
    .label = mã này đã có ở chỗ khác
    .second = lần đầu ở đây
    .help = Nếu chép thừa thì xóa bớt một. Nếu là hai bản ghi thì đổi mã của một bản ghi (với nhiệm vụ và ghi chép: đổi tên tệp), ví dụ: { $id }-2

doubled-key = Tên trường “{ $key }” ghi hai lần trong cùng một đoạn
    .label = đã ghi ở phía trên
    .second = lần đầu ở đây
    .help = Xóa một trong hai. Muốn ghi nhiều giá trị thì gộp thành một danh sách, ví dụ: documents: [cv-2673, tb-61]

doubled-reference = Mã “{ $id }” ghi hai lần trong một danh sách
    .label = ghi lần thứ hai
    .second = lần đầu ở đây
    .help = Xóa một trong hai, hoặc thay bằng mã định ghi.
    .form = Bỏ đánh dấu một trong hai.

doubled-title = Nhiệm vụ { $task } có cùng tên với nhiệm vụ { $other }
    .label = tên này đã có ở nhiệm vụ { $other }
    .second = nhiệm vụ { $other }
    .help = Thêm vào tên điều phân biệt hai việc (kỳ, phạm vi, đối tượng), hoặc ghi địa bàn riêng, ví dụ: places: [dai-tu]. Nếu chép hai lần thì xóa một tệp.
    .form = Thêm vào tên điều phân biệt hai việc, như kỳ, phạm vi, đối tượng hoặc địa bàn.

due-before-directive = Thời hạn { $day } đã qua trước ngày của văn bản giao việc ({ $date })
    .label = sớm hơn ngày của văn bản
    .second = ngày của văn bản
    .help = Gõ nhầm thì sửa năm hoặc tháng, ví dụ: due: 2024-12-31. Nếu văn bản đặt lại thời hạn của việc cũ thì thêm: extensions: [{"{"}decided: { $date }, due: 2024-12-31{"}"}]
    .form = Gõ nhầm thì sửa năm hoặc tháng của thời hạn.

due-without-end =
    { $kind ->
        [duty] Yêu cầu chung không có thời hạn, nhưng tệp ghi “{ $field }”
       *[ongoing] Việc thường xuyên không có thời hạn, nhưng tệp ghi “{ $field }”
    }
    .label = chỉ việc có sản phẩm mới có thời hạn
    .second = loại việc ghi ở đây
    .help = Xóa phần { $field }. Nếu là việc phải nộp sản phẩm đúng hạn thì sửa loại việc thành: kind: deliverable
    .form = Xóa thời hạn; nếu phải nộp sản phẩm đúng hạn thì chọn loại việc có sản phẩm.

empty-file = Tệp chưa ghi dữ liệu nào
    .label = chưa có gì ở đây
    .help = Nếu không cần tệp này thì xóa đi; nếu cần thì ghi ít nhất một dòng gồm tên trường và giá trị, ví dụ: title: Báo cáo tháng 7

empty-item = Sau dấu gạch nối chưa ghi gì
    .label = dấu gạch nối không có giá trị
    .help = Ghi giá trị ngay sau dấu gạch nối và một dấu cách, ví dụ: - so-khdt; không cần thì xóa cả dòng này.

entry-before-directive = Lần cập nhật ngày { $read } có trước văn bản giao việc ({ $date })
    .label = sớm hơn ngày của văn bản
    .second = ngày của văn bản ở đây
    .help = Nếu việc đã bắt đầu từ trước thì giữ nguyên. Nếu gõ nhầm năm hay tháng thì sửa lại theo ngày ghi trên minh chứng.
    .form = Gõ nhầm năm hay tháng thì sửa theo ngày trên minh chứng.

entry-says-nothing = Lần cập nhật này không có nội dung
    .label = chỉ có ngày
    .help = Thêm nội dung ngay dưới dòng ngày, ví dụ: text: Đã gửi dự thảo tới các sở. Không có gì để báo cáo thì xóa lần cập nhật này.
    .form = Gõ nội dung, chọn trạng thái hoặc chọn minh chứng.

evidence-after-entry = Minh chứng “{ $id }” đề ngày { $read }, sau ngày { $date } của lần cập nhật này
    .label = ngày { $date } chưa có văn bản này
    .second = ngày của văn bản
    .help = Ghi ngày việc xảy ra theo minh chứng, ví dụ: date: { $read }; hoặc sửa ngày của văn bản trong documents.yaml
    .form = Gõ ngày việc xảy ra theo minh chứng, hoặc sửa ngày của văn bản ở màn hình Văn bản.

evidence-missing = Đã báo cáo hoàn thành nhưng chưa dẫn văn bản, tài liệu minh chứng
    .label = chưa có minh chứng nên chưa tính là hoàn thành
    .help = Thêm báo cáo hay văn bản vào documents.yaml, rồi ghi mã của nó vào lần cập nhật này, ví dụ: evidence: [bc-123]
    .form = Ghi thêm một lần cập nhật hoàn thành và chọn minh chứng; chưa có trong danh sách thì mở “Thêm văn bản mới”.

evidence-of-two-priorities = Minh chứng “{ $id }” dùng cho hai nhiệm vụ ở hai mục: { $other } và { $task }
    .label = nhiệm vụ { $task } cũng dẫn văn bản này
    .second = nhiệm vụ { $other } dẫn trước
    .help = Nếu hai nhiệm vụ thật sự làm chung thì để nguyên, có thể ghi thêm: related: ["{ $other }"]. Nếu chép nhầm mã thì sửa.

extension-not-later = Hạn mới { $day } không muộn hơn ngày quyết định gia hạn { $decided }
    .label = hạn mới, không muộn hơn ngày quyết định
    .second = ngày quyết định ở đây
    .help = Nếu văn bản ghi đúng như vậy thì giữ nguyên. Nếu đảo chỗ hai ngày thì ghi: decided: { $day } và due: { $decided }
    .form = Đối chiếu hai ngày với văn bản cho gia hạn.

fact-ahead-of-portal = Ngày { $date } muộn hơn mọi ngày khác của cả cổng hơn một tháng (ngày gần nhất trước đó là { $second })
    .label = ngày này muộn hơn tất cả
    .help = Nếu gõ nhầm năm thì sửa lại. Nếu ngày đúng, ghi ngày chốt số liệu vào site.yaml: as_of: { $date }

later-directive = { $directive }: ban hành ngày { $read }, sau ngày chốt số liệu ({ $date }) nên chưa tính
    .label = sau ngày chốt số liệu
    .second = ngày chốt số liệu
    .help = Nếu đã đến kỳ thì dời ngày chốt trong site.yaml của cổng, ví dụ: as_of: { $read }. Nếu gõ nhầm năm hoặc tháng thì sửa ngày này. Nhập trước cho kỳ sau thì để nguyên.
    .form = Đã đến kỳ thì dời ngày chốt ở màn hình Chốt số liệu; nhập trước cho kỳ sau thì để nguyên.

fact-after-as-of = Ngày { $read } sau ngày chốt số liệu ({ $date }) nên trang chưa hiện
    .label = sau ngày chốt số liệu
    .second = ngày chốt số liệu
    .help = Nếu đã đến kỳ thì dời ngày chốt trong site.yaml, ví dụ: as_of: { $read }. Nếu gõ nhầm năm hoặc tháng thì sửa ngày này. Ghi trước cho kỳ sau thì để nguyên.
    .form = Đã đến kỳ thì dời ngày chốt ở màn hình Chốt số liệu; ghi trước cho kỳ sau thì để nguyên.

file-name-not-utf8 = Tên tệp có ký tự không đọc được
    .label = tên tệp không đọc được
    .help = Đổi tên tệp, chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ: bao-cao-thang-7.pdf

file-too-large = Tệp nặng { $size } KB, giới hạn là { $limit } KB
    .label = tệp quá nặng
    .help = Tách thành nhiều tệp nhỏ hơn; với PDF và ảnh thì có thể nén hoặc quét lại nhẹ hơn, ví dụ: bc-123-phan-1.pdf

front-matter-missing = Ghi chép thiếu phần khai báo ở đầu tệp
    .label = dòng đầu tiên phải là ---
    .help = Ghi ở đầu tệp, mỗi thứ một dòng: --- rồi date: 2021-07-24 rồi title: Kịch bản tăng trưởng rồi tasks: ["1.3"] rồi ---

front-matter-unclosed = Phần khai báo ở đầu ghi chép chưa được đóng lại
    .label = thiếu dòng --- thứ hai
    .help = Ngay sau dòng khai báo cuối cùng (ví dụ sau dòng tasks: ["1.3"]), thêm một dòng chỉ có ba dấu gạch nối: ---

heading-order = 
    { $level ->
        [1] Tiêu đề chính đã có ở đầu ghi chép (title)
       *[other] Tiêu đề nhảy cấp
    }
    .label = nên bắt đầu bằng { $right }
    .help = Viết { $right } rồi một dấu cách ở đầu dòng, ví dụ: { $right } Kết quả tháng 7

html-comment = Lời nhắn trong <!-- --> không được đăng
    .label = trang bỏ qua phần này
    .help = Nếu muốn người đọc thấy thì xóa dấu <!-- và -->; nếu không cần nữa thì xóa cả phần này.

id-is-device = Không dùng được mã “{ $id }”: Windows dành riêng tên “{ $part }”
    .label = Windows không lưu được tên này
    .help = Thêm một từ và dấu gạch nối vào trước, ví dụ: muc-{ $id }. Mã của nhiệm vụ và ghi chép là tên tệp: hãy đổi tên tệp.
    .form = Thêm một từ và dấu gạch nối vào trước, ví dụ muc-{ $id }.

id-too-long = Mã dài { $length } ký tự, giới hạn là { $limit }: “{ $id }”
    .label = dài quá { $limit } ký tự
    .help = Rút ngắn mã còn vài từ chính (với nhiệm vụ và ghi chép thì đổi tên tệp), ví dụ: 2021-07-24-kich-ban-tang-truong
    .form = Rút ngắn còn vài từ chính.

ignored-file =
    { $kind ->
        [sheet] Tệp Excel không được đọc ở đây
        [text] Tệp Word không được đọc ở đây
       *[other] Có tệp hoặc thư mục không được đọc
    }
    .label = không thuộc các loại được đọc
    .help =
        { $kind ->
            [sheet] Nhiệm vụ và ghi chép là tệp chữ: mở bằng Notepad, mỗi nhiệm vụ một tệp, ví dụ: tasks/1.3.yaml. Nếu là tài liệu minh chứng thì chuyển vào attachments.
            [text] Chép phần chữ sang tệp mở bằng Notepad, ví dụ: tasks/1.3.yaml hoặc notes/2021-07-24-bao-cao.md. Nếu là tài liệu minh chứng thì chuyển vào attachments.
           *[other] Đặt vào đúng chỗ, ví dụ: tasks/1.3.yaml, notes/2021-07-24-bao-cao.md, attachments/bc-123.pdf; nếu không cần thì xóa đi.
        }

image-not-shown = Ảnh này không hiện trên trang: chỉ ảnh nằm trong attachments/ mới hiện
    .label = trang chỉ có chữ thay thế
    .help = Lưu ảnh vào thư mục attachments rồi ghi tên ở đó, ví dụ: ![Đoạn kè mới](attachments/ke.jpg); nếu không phải ảnh thì bỏ dấu ! ở trước.

image-without-text = Ảnh không có chữ thay thế
    .label = người không xem được ảnh sẽ không biết nội dung
    .help = Viết ảnh cho thấy điều gì vào giữa hai ngoặc vuông, ví dụ: ![Đoạn kè mới ở Gò Sim](attachments/ke-song.png)

invisible-character = Có ký tự không nhìn thấy được ({ $read })
    .label = ký tự ẩn ở đây
    .help = Xóa cả từ ngay trước và ngay sau chỗ này rồi gõ lại bằng tay, không dán, ví dụ xóa rồi gõ lại: tiêm vắc-xin

ledger-order = Lần cập nhật (hoặc gia hạn) ngày { $read } đứng sau lần ngày { $before } trong tệp
    .label = sớm hơn lần đứng trên
    .second = lần đứng trên, ngày muộn hơn
    .help = Nếu ngày sai thì sửa; nếu đúng thì chuyển phần này lên trên, mới nhất ở cuối. Hiện nay lần ngày { $winner } vẫn được lấy làm mới nhất.
    .form = Không phải sửa. Lần ghi mới được đặt ở cuối sổ, kết quả tính theo ngày. Ngày gõ nhầm thì hoàn tác rồi ghi lại.

legacy-encoding =
    { $cause ->
        [misread] Chữ “{ $read }” bị hỏng: chữ Unicode (UTF-8) đã bị đọc nhầm theo bảng mã khác
       *[old-font] Chữ “{ $read }” theo bảng mã cũ (TCVN3 hoặc VNI), không phải Unicode
    }
    .label =
        { $cause ->
            [misread] chữ bị hỏng mã
           *[old-font] không phải Unicode
        }
    .help =
        { $cause ->
            [misread] Sao chép lại từ bản gốc, lưu bản gốc theo UTF-8 (trong Excel chọn “CSV UTF-8”) rồi dán đè lên; đoạn ngắn thì gõ lại, ví dụ: Tiến độ
           *[old-font] Sao chép cả đoạn, mở công cụ của UniKey (Ctrl+Shift+F6), chọn nguồn TCVN3 hoặc VNI, đích Unicode, chuyển mã rồi dán đè lên.
        }

link-http = Liên kết dùng http, không được mã hóa
    .label = http, không phải https
    .help = Mở thử địa chỉ này với https; nếu được thì sửa trong ghi chép, ví dụ: https://example.com/van-ban

link-outside =
    { $kind ->
        [directive] Chỗ của thư mục văn bản lại là một lối tắt, phần mềm không đi theo
       *[file] Lối tắt này dẫn ra ngoài thư mục nội dung, hoặc không dẫn tới đâu
    }
    .label = lối tắt không dùng được
    .help =
        { $kind ->
            [directive] Xóa lối tắt và chép chính thư mục đó vào đây, ví dụ: directives/kh-58-2023/
           *[file] Xóa lối tắt và chép chính tệp đó vào thư mục nội dung, ví dụ: attachments/bc-123.pdf
        }

link-to-draft = Ghi chép “{ $id }” còn là bản nháp nên chưa dẫn tới được
    .label = dẫn tới một bản nháp
    .help = Nếu ghi chép đó đã duyệt thì xóa dòng draft: true trong tệp của nó; nếu chưa thì dẫn tới nhiệm vụ, ví dụ: task:1.3
    .form = Ghi chép ấy đã duyệt thì bỏ đánh dấu “Bản nháp” của nó; nếu chưa thì dẫn tới nhiệm vụ, ví dụ task:1.3.

link-to-hidden-note = Ghi chép “{ $id }” không có trang công khai
    .label = người đọc không mở được ghi chép này
    .help = Ghi chép đó chỉ nói về nội dung công khai hạn chế. Hãy xóa liên kết, hoặc dẫn tới nhiệm vụ, ví dụ: task:1.3

look-alike-letter =
    { $kind ->
        [cyrillic] Mã “{ $id }” có chữ “{ $letter }” của bảng chữ Nga, trông giống “{ $plain }”
        [greek] Mã “{ $id }” có chữ “{ $letter }” của bảng chữ Hy Lạp, trông giống “{ $plain }”
        [full-width] Mã “{ $id }” có chữ rộng “{ $letter }”, không phải “{ $plain }”
        [vietnamese] Mã “{ $id }” có chữ “{ $letter }”; mã chỉ dùng chữ không dấu
        [dash] Mã “{ $id }” có dấu gạch dài “{ $letter }”, không phải dấu gạch nối “{ $plain }”
       *[other] Mã “{ $id }” có ký tự “{ $letter }” trông giống “{ $plain }”
    }
    .label = ký tự { $code }; phải là “{ $plain }”
    .second = mã trông giống như vậy ở đây
    .help = Xóa cả mã rồi gõ lại bằng tay, tắt bộ gõ tiếng Việt, không dán. Mã của nhiệm vụ và ghi chép là tên tệp: hãy đổi tên tệp.

malformed-link = Liên kết “{ $read }” ghi chưa đúng nên sẽ hiện nguyên như đã gõ và không bấm được
    .label = không thành liên kết
    .help = Ghi địa chỉ liền sau dấu ngoặc vuông, ví dụ: [nhiệm vụ](task:1.3); tên tệp có dấu cách thì để trong dấu nhọn: [báo cáo](<attachments/Báo cáo 2.pdf>)

markup-as-text =
    { $kind ->
        [record] “{ $read }” hiện nguyên trên trang, người đọc không bấm được
        [link-reference] “{ $read }” không dẫn tới đâu nên hiện nguyên các dấu ngoặc
        [footnote-reference] “{ $read }” dẫn tới chú thích không có trong bài nên hiện nguyên trên trang
        [html] Thẻ HTML “{ $read }” không có tác dụng, hiện nguyên trên trang
        [table] Dòng “{ $read }” không thành bảng mà hiện nguyên các dấu |
        [heading] Dòng “{ $read }” không thành tiêu đề mà hiện nguyên dấu #
        [fence] Khối mã mở bằng “{ $read }” không được đóng: từ đây trở đi liên kết và chữ đậm không có tác dụng
        [indentation] Dòng “{ $read }” bị hiểu là mã vì có dấu cách ở đầu dòng
       *[emphasis] Dấu in đậm hoặc in nghiêng ở “{ $read }” không có tác dụng, hiện nguyên trên trang
    }
    .label = hiện nguyên như đã gõ
    .help =
        { $kind ->
            [record] Ghi thành liên kết có chữ, ví dụ: [nhiệm vụ 1.3](task:1.3)
            [link-reference] Ghi địa chỉ trong ngoặc tròn, ví dụ: [nhiệm vụ](task:1.3); nếu không phải liên kết thì ghi \ trước dấu ngoặc: \[
            [footnote-reference] Thêm chú thích ở cuối bài, ví dụ: [^1]: Theo biên bản ngày 2/7. Không có chú thích thì xóa chỗ dẫn này.
            [html] Xóa thẻ. Chữ đậm ghi **chữ**, chữ nghiêng ghi *chữ*, mét vuông ghi m², muốn xuống dòng thì bấm Enter; muốn giữ nguyên thẻ thì ghi \ trước dấu <
            [table] Dưới dòng đầu của bảng ghi một dòng gạch có đủ số cột, ví dụ bảng hai cột: | --- | --- |; phía trên bảng để một dòng trống.
            [heading] Thêm dấu cách sau dấu #, ví dụ: ## Kết quả
            [fence] Thêm một dòng chỉ có ba dấu ``` ở chỗ hết khối mã, hoặc xóa dòng mở đầu này.
            [indentation] Xóa các dấu cách ở đầu dòng.
           *[emphasis] Dấu đứng sát chữ được in đậm và cách chữ bên ngoài một dấu cách, ví dụ: **Kết quả:** đạt; muốn giữ nguyên dấu thì ghi \ phía trước: \*\*
        }

merge-conflict = Hai bản chưa được gộp: dấu xung đột của git còn ở dòng { $lines }
    .label = xung đột bắt đầu từ đây
    .help = Hỏi xem bản nào đúng, giữ lại bản đó rồi xóa các dòng có dấu <<<<<<<, ======= và >>>>>>>.

missing-field = Thiếu “{ $field }”
    .label = chưa ghi “{ $field }”, hoặc để trống
    .help =
        { $what ->
            [after] Ghi sự kiện làm mốc tính ngày, ví dụ: due: {"{"}days: 15, after: "nhận hướng dẫn"{"}"}
            [date] Thêm dòng ngày, ví dụ: date: 2021-07-24
            [days] Ghi số ngày kể từ sự kiện, ví dụ: due: {"{"}days: 15, after: "nhận hướng dẫn"{"}"}
            [decided] Thêm ngày quyết định gia hạn, ví dụ: decided: 2021-07-22
            [due] Thêm thời hạn mới, ví dụ: due: {"{"}before: 2021-07-25{"}"}
            [event] Ghi sự kiện làm thời hạn, ví dụ: due: {"{"}event: "trước mùa mưa bão"{"}"}
            [id] Thêm mã, viết chữ thường không dấu, ví dụ: id: so-khdt; mã giống số thì để trong dấu nháy kép: id: "1"
            [kind] Thêm loại việc, ví dụ: kind: deliverable (việc có sản phẩm), kind: ongoing (việc thường xuyên) hoặc kind: duty (yêu cầu chung)
            [target-kind] Thêm loại nơi đăng, ví dụ: kind: folder (thư mục); các loại khác: sftp, webdav, s3
            [target-name] Thêm tên để gọi nơi đăng này trong lệnh, ví dụ: name: may-chu
            [name] Thêm tên đầy đủ, ví dụ: name: Sở Kế hoạch và Đầu tư
            [number] Thêm số, ký hiệu của văn bản, ví dụ: number: 3413/UBND-TH
            [one] Ghi cách gọi, ví dụ: {"{"}one: nhiệm vụ, many: nhiệm vụ{"}"}
            [priority] Thêm mã của mục chứa nhiệm vụ này, ví dụ: priority: "1"
            [subject] Thêm trích yếu của văn bản, ví dụ: subject: Một số nhiệm vụ trọng tâm 6 tháng cuối năm 2021
            [title] Thêm tên, ví dụ: title: Đề xuất cách kích thích tăng trưởng
           *[other] Thêm một dòng “{ $field }:”, sau dấu hai chấm là một dấu cách và giá trị.
        }

missing-file = Thiếu tệp { $file }
    .label = không có tệp này
    .help =
        { $place ->
            [directive] Tạo tệp { $file }; nếu thư mục này không phải là một văn bản thì chuyển nó ra khỏi directives.
           *[content] Tạo tệp { $file }, hoặc chỉ đúng thư mục nội dung khi chạy lệnh, ví dụ: tiendo check --content content
        }

missing-heading =
    { $field ->
        [subject] Văn bản giao việc chưa ghi trích yếu
       *[title] Trang chưa có tên
    }
    .label = chưa ghi “{ $field }”, hoặc để trống
    .help =
        { $field ->
            [subject] Thêm trích yếu của văn bản, ví dụ: subject: Một số nhiệm vụ trọng tâm 6 tháng cuối năm 2021
           *[title] Thêm tên trang, ví dụ: title: Tiến độ thực hiện Công văn 3413
        }

name-not-listed = Ở đây nêu “{ $name }” mà hồ sơ nhiệm vụ không ghi
    .label = { $field ->
        [places] chưa có ở places
       *[other] chưa có ở lead hay support
    }
    .help = { $field ->
        [places] Thêm places: [{ $id }] (nếu đã có places thì thêm mã vào đó); nếu nhiệm vụ không liên quan riêng địa bàn này thì để nguyên.
       *[other] Cơ quan chủ trì thì thêm mã { $id } vào lead, phối hợp thì vào support; nếu chỉ nhắc đến thì để nguyên.
    }

newest-fact-alone = Ngày { $date } muộn hơn hẳn mọi ngày khác (ngày gần nhất là { $second })
    .label = có thể gõ nhầm năm hoặc tháng
    .help = Nếu gõ nhầm thì sửa ngày này. Nếu đúng thì ghi ngày chốt số liệu vào site.yaml, ví dụ: as_of: { $date }
    .form = Gõ nhầm thì sửa ngày này; nếu đúng thì ghi ngày chốt ở màn hình Chốt số liệu.

no-regular-file = Đây không phải là tệp thông thường nên không đọc được
    .label = không phải tệp thông thường
    .help = Xóa nó đi và chép tệp thật vào đúng chỗ, ví dụ: tasks/1.3.yaml

no-tasks-but-tasks = Mục “{ $id }” ghi là không có nhiệm vụ, nhưng đang có { $count } nhiệm vụ
    .label = mục này có nhiệm vụ
    .second = nhiệm vụ đầu tiên thuộc mục này
    .help = Xóa phần no_tasks. Nếu nhiệm vụ { $task } xếp nhầm mục thì sửa dòng priority trong tệp của nhiệm vụ đó.
    .form = Chọn mục khác; hoặc nếu mục này nay có nhiệm vụ thì mở “Sửa chữ trong tệp” của directive.yaml và xóa dòng nói mục không có nhiệm vụ.

not-nfc = Chữ có dấu trong tệp này gõ theo kiểu Unicode tổ hợp
    .label = dấu tách rời khỏi chữ cái
    .help = Chưa cần sửa: khi đọc, phần mềm đã tự ghép dấu. Để khỏi nhắc lại, chạy: tiendo check --fix --yes; từ nay trong UniKey chọn bảng mã: Unicode (không phải Unicode tổ hợp)

not-utf8 =
    { $read ->
        [UTF-16] Tệp lưu theo bảng mã UTF-16, phải là UTF-8
       *[other] Tệp không lưu theo bảng mã UTF-8 (gặp byte { $read })
    }
    .label = từ chỗ này không đọc được
    .help = Mở bằng Notepad, chọn Lưu dưới dạng (Save As), ở ô Mã hóa (Encoding) chọn UTF-8 rồi lưu lại; chữ bị lỗi thì gõ lại.

note-names-nothing = Ghi chép chưa ghi thuộc nhiệm vụ, mục hay địa bàn nào
    .label = thiếu nhiệm vụ, mục hoặc địa bàn
    .help = Thêm ít nhất một dòng vào phần khai báo ở đầu tệp, ví dụ: tasks: ["1.3"]; đang soạn dở thì thêm: draft: true
    .form = Chọn ít nhất một nhiệm vụ, mục hoặc địa bàn; đang soạn dở thì đánh dấu “Bản nháp”.

note-newer-than-entry = Nhiệm vụ { $task } chưa được cập nhật từ ngày của ghi chép này
    .label = mới hơn lần cập nhật cuối của nhiệm vụ
    .help = Ghi chép không thay cho báo cáo. Nếu có kết quả, thêm một lần cập nhật vào updates trong tasks/{ $id }.yaml, bắt đầu bằng dòng: - date: { $date }
    .form = Ghi chép không thay cho báo cáo; có kết quả thì bấm “Ghi tiến độ” ở nhiệm vụ này.

note-too-deep = Ghi chép lồng danh sách hoặc trích dẫn sâu quá { $limit } tầng
    .label = từ đây lồng quá sâu
    .help = Xóa bớt dấu > hoặc dấu cách ở đầu dòng này, viết lại thành một dòng thường, ví dụ: - Kết quả trong tuần

note-without-page = Ghi chép này không có trang vì chỉ nêu việc công khai hạn chế
    .label = chỉ có việc công khai hạn chế
    .help = Nếu không định công bố thì để nguyên, hoặc ghi rõ: draft: true. Nếu muốn công bố thì nêu thêm một nhiệm vụ công khai, ví dụ: tasks: ["1.3"]
    .form = Muốn công bố thì chọn thêm một nhiệm vụ công khai; không công bố thì đánh dấu “Bản nháp”.

number-as-id = Mã { $id } phải đặt trong dấu nháy kép, nếu không máy đọc thành số { $becomes }
    .label = thiếu dấu nháy kép
    .help = Thêm dấu nháy kép thẳng ở hai đầu mã: "{ $id }"

old-line-ends = Các dòng trong tệp kết thúc theo kiểu máy Mac đời cũ (chỉ có ký tự CR)
    .label = dòng kết thúc bằng CR ở đây
    .help = Trang vẫn đúng. Muốn tệp mở được ở mọi nơi, trong phần mềm soạn thảo đổi kiểu kết thúc dòng thành LF hoặc CRLF rồi lưu lại.

percent-against-state = 
    { $state ->
        [done] Trạng thái là done nhưng tỷ lệ mới { $read } %
        [none] Tỷ lệ là { $read } % nhưng chưa ghi trạng thái nào
       *[other] Tỷ lệ là { $read } % nhưng trạng thái là { $state }
    }
    .label = mâu thuẫn với trạng thái
    .help = Đã hoàn thành thì ghi: state: done, percent: 100 và evidence. Chưa hoàn thành thì sửa tỷ lệ hoặc bỏ dòng percent.
    .form = Đã hoàn thành thì gõ 100 hoặc bỏ trống ô này; chưa hoàn thành thì chọn lại trạng thái.

percent-falls = Tỷ lệ giảm từ { $before } % xuống { $read } %
    .label = thấp hơn lần trước
    .second = lần trước ghi { $before } %
    .help = Sửa số bị gõ nhầm. Nếu phải làm lại thì ghi thêm vào lần cập nhật này: state: in_progress và text: nêu lý do
    .form = Sửa số bị gõ nhầm; nếu phải làm lại thì nêu lý do trong ô nội dung.

placeholder-text = Còn chỗ chưa điền: “{ $read }”
    .label = chưa điền ở đây
    .help = Điền nội dung thật, hoặc bỏ phần này đi; chưa có gì để báo cáo thì chưa thêm lần cập nhật.

priority-without-tasks = Mục “{ $id }” ({ $title }) chưa có nhiệm vụ nào
    .label = chưa có nhiệm vụ
    .help = Thêm nhiệm vụ có dòng priority: "{ $id }", hoặc ghi lý do vào mục này, ví dụ: no_tasks: Mục này chỉ nêu yêu cầu chung
    .form = Bấm “Thêm nhiệm vụ” và chọn mục này.

private-person = Ghi chép về việc công khai hạn chế có “{ $read }”, có thể là danh tính cá nhân
    .label = có phải người dân không?
    .help = Viết không nêu danh tính, ví dụ: một hộ dân. Nếu là người có chức vụ thì ghi chức vụ bên cạnh, ví dụ: ông Nguyễn Văn A, Chủ tịch UBND xã

public-in-restricted = Nhiệm vụ ghi là công khai, nhưng mục “{ $id }” chỉ công khai hạn chế
    .label = không mở riêng được
    .second = mục này có visibility: status_only
    .help = Xóa dòng này; hoặc nếu cả mục được phép công khai thì trong directive.yaml, ở mục “{ $id }”, sửa thành: visibility: public

publication-chain = Lần công bố thứ { $number } không nối tiếp lần trước: mã kiểm tra không khớp
    .label = mục này, hoặc một mục phía trên, đã bị sửa, xóa hay đổi chỗ
    .help = Tệp này do chương trình ghi. Lấy lại tệp từ bản sao của thư mục nội dung, hoặc chép lại các mục từ du-lieu/publications.json của trang đã công bố.

recorded-before-fact = Ngày ghi vào sổ { $read } trước ngày sự việc xảy ra ({ $date })
    .label = trước ngày sự việc xảy ra
    .help = Sửa “recorded” thành ngày đã ghi vào sổ, từ { $date } trở đi; nếu ghi ngay trong ngày thì xóa “recorded”. Hiện chương trình lấy ngày { $date }.
    .form = Chọn lại ngày việc xảy ra; ngày ấy không thể sau ngày ghi vào sổ.

related-to-itself = Nhiệm vụ { $id } tự ghi là liên quan với chính nó
    .label = đây là mã của chính nhiệm vụ này
    .help = Xóa mã này, hoặc thay bằng mã của nhiệm vụ định ghi.
    .form = Bỏ đánh dấu chính nhiệm vụ này.

replacement-without-state = Có nhiệm vụ thay thế nhưng lần cập nhật không ghi là được thay thế
    .label = thiếu dòng state: superseded
    .help = Nếu không có gì thay thế thì xóa superseded_by; nếu có thì thêm hai dòng vào lần cập nhật này: state: superseded và document: kèm mã của văn bản
    .form = Bỏ đánh dấu nhiệm vụ thay thế, hoặc chọn trạng thái được thay thế và văn bản quyết định.

shared-abbreviation = Hai cơ quan “{ $other }” và “{ $agency }” cùng có tên “{ $name }”
    .label = tên này đã là của “{ $other }”
    .second = lần đầu ở đây
    .help = Bỏ tên dùng chung này ở một hoặc cả hai cơ quan, hoặc viết rõ hơn, ví dụ: short: Sở TTTT
    .form = Gõ tên viết tắt khác, hoặc bỏ trống ô này.

signer-without-name =
    { $holds ->
        [nothing] Người ký chưa có tên, nên trang sẽ không có dòng người ký
       *[other] Người ký ({ $title }) chưa có tên, nên trang sẽ không có dòng người ký
    }
    .label = chưa có tên người ký
    .help =
        { $holds ->
            [nothing] Thêm họ tên như in trên văn bản, ví dụ: signer: {"{"}title: Chủ tịch, name: Nguyễn Văn A{"}"}
           *[other] Thêm họ tên như in trên văn bản, ví dụ: signer: {"{"}title: { $title }, name: Nguyễn Văn A{"}"}
        }

state-goes-back = Trạng thái lùi từ { $before } về { $read } mà không nêu lý do
    .label = lùi lại so với lần trước
    .second = lần trước ghi { $before }
    .help = Nêu lý do ngay trong lần cập nhật này, ví dụ: text: Nghiệm thu lại, còn thiếu một hạng mục. Chọn nhầm thì sửa trạng thái.
    .form = Nêu lý do trong ô nội dung; chọn nhầm thì chọn lại trạng thái.

stop-without-document =
    { $state ->
        [superseded] Nhiệm vụ được thay thế nhưng chưa ghi theo văn bản nào
       *[cancelled] Nhiệm vụ dừng nhưng chưa ghi theo văn bản nào
    }
    .label = thiếu văn bản cho phép
    .help = Thêm vào cùng lần cập nhật này mã của văn bản (đã có trong documents.yaml), ví dụ: document: cv-3413
    .form = Mở “Khi dừng hoặc thay thế” rồi chọn văn bản quyết định; chưa có trong danh sách thì mở “Thêm văn bản mới”.

successor-loop = Các cơ quan kế thừa nhau thành một vòng: { $chain }
    .label = lần theo lại quay về “{ $id }”
    .second = bước tiếp theo của vòng
    .help = Chỉ cơ quan đã kết thúc hoạt động mới ghi cơ quan kế thừa. Ở cơ quan hiện đang hoạt động, xóa phần successor.

successor-without-end = Có cơ quan kế thừa nhưng chưa ghi ngày cuối của cơ quan này
    .label = chưa có valid_until
    .help = Thêm ngày cuối cùng cơ quan này hoạt động, ví dụ: valid_until: 2025-02-28

summary-repeats-title = Tóm tắt của mục “{ $id }” lặp lại nguyên tên mục
    .label = giống hệt tên mục
    .second = tên mục
    .help = Nói mục này yêu cầu gì, ví dụ: summary: Đưa nước sạch tới các xã vùng cao; hoặc xóa dòng summary.

superseded-by-itself = Nhiệm vụ “{ $id }” tự ghi là được thay bằng chính nó
    .label = đây là mã của chính nhiệm vụ này
    .help = Ghi mã của nhiệm vụ thay thế, ví dụ: superseded_by: "1.4". Nếu không có nhiệm vụ nào thay thì ghi: state: cancelled
    .form = Chọn nhiệm vụ thay thế khác; nếu không có thì chọn trạng thái dừng.

superseded-by-nothing = Nhiệm vụ được thay thế nhưng chưa ghi nhiệm vụ nào thay
    .label = thiếu superseded_by
    .help = Nếu không có nhiệm vụ nào thay thì ghi: state: cancelled; nếu có thì thêm mã của nhiệm vụ thay thế, ví dụ: superseded_by: "1.4"
    .form = Mở “Khi dừng hoặc thay thế” rồi chọn nhiệm vụ thay thế; nếu không có thì chọn trạng thái dừng.

superseded-loop = Các nhiệm vụ thay thế nhau thành một vòng: { $chain }
    .label = “{ $id }” được thay bằng “{ $other }”
    .second = bước tiếp theo của vòng
    .help = Ở nhiệm vụ hiện đang thực hiện, xóa phần superseded_by và sửa trạng thái, ví dụ: state: in_progress. Nếu cả việc đã bỏ thì ở nhiệm vụ cuối ghi: state: cancelled
    .form = Chọn nhiệm vụ thay thế hiện đang thực hiện.

table-too-wide = Bảng có { $count } cột, nhiều hơn mức trang hiện được là { $limit } cột
    .label = bảng bắt đầu từ dòng này
    .help = Chia thành nhiều bảng hẹp hơn, hoặc đính kèm bảng tính rồi dẫn liên kết, ví dụ: [bảng số liệu](attachments/so-lieu.xlsx)

text-not-shown =
    { $kind ->
        [sign] Các dấu trong “{ $read }” bị hiểu là dấu định dạng nên không hiện trên trang
        [backslash] Dấu \ trong “{ $read }” không hiện trên trang
        [entity] “{ $read }” không hiện như đã gõ mà hiện thành một ký tự khác
        [cells] Ô thừa không hiện trên trang: “{ $read }”; dòng này nhiều ô hơn dòng đầu bảng
        [footnote] Chú thích “{ $read }” không hiện trên trang: không có chỗ nào dẫn tới, hoặc trùng tên với chú thích khác
        [definition] Dòng “{ $read }” không hiện trên trang: không có liên kết nào dùng tới, hoặc trùng tên với dòng khác
        [link-title] Chữ trong dấu nháy sau địa chỉ không hiện trên trang: “{ $read }”
        [code-title] Chữ sau dấu mở khối mã không hiện trên trang: “{ $read }”
        [empty-heading] Tiêu đề “{ $read }” không có chữ nên không hiện trên trang
        [number] Số thứ tự “{ $read }” mất số 0 ở đầu trên trang
       *[other] “{ $read }” đã gõ nhưng không hiện trên trang
    }
    .label = trang không hiện
    .help =
        { $kind ->
            [sign] Đặt dấu \ trước từng dấu muốn giữ, ví dụ: 5 \*6, hoặc \> 90%; phép nhân nên ghi 5 × 6. Nếu muốn in nghiêng thì để dấu cách ở hai bên phần đó.
            [backslash] Ghi hai dấu \\ nếu muốn hiện một dấu, hoặc xóa dấu này.
            [entity] Gõ thẳng ký tự muốn hiện, ví dụ: 5 < 6
            [cells] Thêm ô vào dòng đầu và dòng gạch của bảng, hoặc xóa bớt dấu | ở dòng này.
            [footnote] Thêm chỗ dẫn trong bài bằng chính tên này, ví dụ: theo biên bản[^1], hoặc xóa chú thích.
            [definition] Xóa dòng này, hoặc ghi chữ thường không có ngoặc vuông, ví dụ: Nguồn: https://example.com
            [link-title] Đưa chữ này ra ngoài dấu ngoặc, ví dụ: [báo cáo](attachments/bao-cao.pdf) (bản ký số)
            [code-title] Chuyển chữ này xuống dòng dưới.
            [empty-heading] Ghi chữ sau dấu #, ví dụ: ## Kết quả; nếu không cần thì xóa dòng này.
            [number] Nếu muốn giữ số 0 thì ghi \ trước dấu chấm, ví dụ: 01\. Họp tổ
           *[other] Viết lại chỗ này bằng chữ thường; muốn giữ nguyên một dấu thì ghi \ ngay trước dấu đó.
        }

title-long = Tên dài { $length } ký tự; quá { $limit } thì không đọc được trong danh sách
    .label = quá dài
    .help =
        { $kind ->
            [task] Rút gọn còn một câu nêu việc chính; phần còn lại ghi ở product hoặc trong ghi chép.
            [priority] Rút gọn còn một câu nêu việc chính; phần còn lại ghi ở summary.
           *[note] Rút gọn còn một câu nêu việc chính; phần còn lại viết trong bài.
        }

too-many-records = Có { $count } bản ghi, giới hạn là { $limit }
    .label = quá nhiều bản ghi
    .help = Chia thành nhiều thư mục nội dung, mỗi văn bản giao việc một thư mục, rồi dựng từng thư mục, ví dụ: tiendo build --content cv-3413

underlined-heading = Dòng “{ $read }” biến câu ngay phía trên thành tiêu đề, còn chính nó không hiện
    .label = gạch chân của tiêu đề
    .help = Nếu muốn kẻ đường ngăn thì thêm một dòng trống ở trên dòng này; nếu là tiêu đề thì xóa dòng này và ghi ## trước câu, ví dụ: ## Kết quả

unknown-agency = Không có cơ quan mang mã “{ $id }”
    .label = mã này không có trong agencies.yaml
    .help =
        { $how ->
            [called] “{ $id }” là số hoặc tên mà trang hiện; trong tệp phải ghi mã: { $right }
           *[unknown]
                { $some ->
                    [yes] Viết một mã có trong agencies.yaml ({ $known }), hoặc thêm cơ quan vào tệp đó trước, ví dụ: - {"{"}id: so-moi, name: Sở Mới{"}"}
                   *[no] Trong agencies.yaml chưa có cơ quan nào; hãy thêm vào đó trước, ví dụ: - {"{"}id: so-moi, name: Sở Mới{"}"}
                }
        }

unknown-attachment = Không có tệp đính kèm “{ $id }”
    .label = không có tệp này
    .help =
        { $some ->
            [yes] Chép tệp vào thư mục attachments và ghi đúng tên, kể cả chữ hoa và chữ thường. Đang có: { $known }
           *[no] Chép tệp vào thư mục attachments (đang chưa có tệp nào) và ghi đúng tên, ví dụ: attachments/bc-123.pdf
        }

unknown-document = Không có văn bản mang mã “{ $id }”
    .label = mã này không có trong documents.yaml
    .help =
        { $how ->
            [called] “{ $id }” là số hoặc tên mà trang hiện; trong tệp phải ghi mã: { $right }
           *[unknown]
                { $some ->
                    [yes] Viết một mã có trong documents.yaml ({ $known }), hoặc thêm văn bản vào tệp đó trước, ví dụ: - {"{"}id: bc-123, title: Báo cáo quý III{"}"}
                   *[no] Trong documents.yaml chưa có văn bản nào; hãy thêm vào đó trước, ví dụ: - {"{"}id: bc-123, title: Báo cáo quý III{"}"}
                }
        }

unknown-key = Tên trường “{ $key }” không dùng được ở đây
    .label = không có tên trường này
    .help = Các tên trường dùng được ở đây: { $known }

unknown-note = Không có ghi chép mang mã “{ $id }”
    .label = không có ghi chép này
    .help =
        { $some ->
            [yes] Mã của ghi chép là tên tệp trong thư mục notes, bỏ đuôi .md, viết sau chữ note: như trong note:2021-07-24-hop. Đang có: { $known }
           *[no] Chưa có ghi chép nào đã duyệt. Xóa liên kết, chỉ để lại chữ, hoặc dẫn tới nhiệm vụ, ví dụ: task:1.3
        }

unknown-place = Không có địa bàn mang mã “{ $id }”
    .label = mã này không có trong places.yaml
    .help =
        { $how ->
            [called] “{ $id }” là số hoặc tên mà trang hiện; trong tệp phải ghi mã: { $right }
           *[unknown]
                { $some ->
                    [yes] Viết một mã có trong places.yaml ({ $known }), hoặc thêm địa bàn vào tệp đó trước, ví dụ: - {"{"}id: xa-moi, name: Xã Mới{"}"}
                   *[no] Trong places.yaml chưa có địa bàn nào; hãy thêm vào đó trước, ví dụ: - {"{"}id: xa-moi, name: Xã Mới{"}"}
                }
        }

unknown-priority = Không có mục mang mã “{ $id }”
    .label = mã này không có trong directive.yaml
    .help =
        { $how ->
            [called] “{ $id }” là số hoặc tên mà trang hiện; trong tệp phải ghi mã: { $right }
           *[unknown]
                { $some ->
                    [yes] Viết mã của một mục có trong directive.yaml, trong dấu nháy kép thẳng nếu là số. Đang có: { $known }
                   *[no] Trong directive.yaml chưa có mục nào; hãy thêm vào priorities, ví dụ: - {"{"}id: "1", title: Tăng trưởng{"}"}
                }
        }

unknown-task = Không có nhiệm vụ mang mã “{ $id }”
    .label = không có nhiệm vụ này
    .help =
        { $how ->
            [called] “{ $id }” là số hoặc tên mà trang hiện; trong tệp phải ghi mã: { $right }
           *[unknown]
                { $some ->
                    [yes] Mã của nhiệm vụ là tên tệp trong thư mục tasks, bỏ đuôi .yaml. Đang có: { $known }
                   *[no] Chưa có nhiệm vụ nào. Mã của nhiệm vụ là tên tệp trong thư mục tasks, ví dụ: tệp tasks/1.3.yaml có mã "1.3"
                }
        }

unknown-word = “{ $read }” không phải là giá trị của “{ $field }”
    .label = không có giá trị này
    .help =
        { $what ->
            [evidence_required] Ghi true (phải có văn bản, tài liệu minh chứng mới tính là hoàn thành) hoặc false (không cần)
            [draft] Ghi draft: true (bản nháp, chưa hiện lên trang), hoặc xóa dòng này khi đã duyệt
            [kind] Ghi một trong các từ: deliverable (việc có sản phẩm), ongoing (việc thường xuyên), duty (yêu cầu chung)
            [target-kind] Ghi một trong các từ: folder (thư mục trên máy hoặc ổ mạng), sftp, webdav, s3
            [language] Ghi một trong hai từ: vi (tiếng Việt), en (tiếng Anh)
            [lead_source] Ghi một trong hai từ: directive (văn bản giao), office (văn phòng phân công)
            [report_every] Ghi một trong các từ: week (tuần), month (tháng), quarter (quý)
            [state] Ghi một trong các từ: not_started (chưa triển khai), in_progress (đang thực hiện), blocked (gặp vướng mắc), done (đã báo cáo hoàn thành), cancelled (dừng), superseded (được thay thế)
            [visibility] Ghi một trong hai từ: public (công khai đầy đủ), status_only (chỉ công khai tên và tình trạng)
           *[other] Ghi một trong các từ: { $known }
        }

unquoted-id = Mã { $id } nên đặt trong dấu nháy kép
    .label = trông giống một số
    .help = Để chương trình khác không đọc nhầm mã thành số, thêm dấu nháy kép thẳng ở hai đầu: "{ $id }"

unreadable-file = Không đọc được tệp hoặc thư mục này
    .label = không đọc được
    .help =
        Đóng tệp nếu đang mở ở chương trình khác, xem lại quyền đọc, rồi chạy lại: tiendo check. Hệ thống báo: { $why ->
            [bad-name] tên tệp không hợp lệ trên hệ thống này.
            [busy] đang mở ở chương trình khác.
            [disk-fault] ổ đĩa báo lỗi đọc ghi.
            [disk-full] ổ đĩa đã đầy.
            [interrupted] bị ngắt giữa chừng.
            [is-folder] đây là thư mục, không phải tệp.
            [is-there] đã có sẵn.
            [link-loop] các liên kết nối vòng tròn vào nhau.
            [network] mất kết nối mạng hoặc ổ đĩa mạng.
            [no-folder] không phải là thư mục.
            [no-memory] máy hết bộ nhớ.
            [no-permission] không có quyền truy cập.
            [no-permission-or-open] không có quyền truy cập, hoặc đang mở ở chương trình khác.
            [not-empty] thư mục không trống.
            [not-found] không tìm thấy.
            [not-text] nội dung không phải là chữ UTF-8.
            [port-taken] cổng đang được chương trình khác dùng.
            [read-only] ổ đĩa chỉ cho đọc.
            [timed-out] chờ quá lâu không có trả lời.
            [too-large] tệp vượt hạn mức ghi cho phép.
            [too-many-open] đang mở quá nhiều tệp.
           *[other] “{ $reason }”.
        }

untranslated = Có { $count } chỗ trong tệp này mới viết một thứ tiếng
    .label = chỗ đầu tiên chưa có đủ hai thứ tiếng
    .help = Thêm bản dịch, ví dụ: title: {"{"}vi: Nâng cấp đê biển, en: Raise the sea dyke{"}"}. Chưa dịch thì trang ở thư mục { $language }/ hiện chữ đang có.

unused-agency = Cơ quan “{ $id }” chưa được nhắc tới ở đâu
    .label = không bản ghi nào dùng mã này
    .help = Ghi vào đúng nhiệm vụ, ví dụ: support: ["{ $id }"]; nếu cơ quan không liên quan văn bản này thì xóa, hoặc cứ để nguyên.
    .form = Chọn cơ quan này ở “Chủ trì” hoặc “Phối hợp” của nhiệm vụ; chưa dùng thì cứ để nguyên.

unused-attachment = Tệp “{ $path }” không được dẫn ở đâu nên sẽ không được công bố
    .label = không bản ghi nào dẫn tệp này
    .help = Ghi vào văn bản của nó trong documents.yaml, ví dụ: file: { $path }; hoặc dẫn trong ghi chép: [tệp](<{ $path }>). Nếu thừa thì xóa.

unused-document = Văn bản “{ $id }” chưa được nhắc tới ở đâu
    .label = không bản ghi nào dùng mã này
    .help = Dẫn vào đúng chỗ, ví dụ: evidence: ["{ $id }"] ở lần cập nhật, hoặc documents: ["{ $id }"] ở nhiệm vụ; nếu thừa thì xóa.
    .form = Chọn văn bản này làm minh chứng khi ghi tiến độ, hoặc ở “Văn bản liên quan” của nhiệm vụ. Không dùng thì cứ để nguyên.

unused-place = Địa bàn “{ $id }” chưa được nhắc tới ở đâu
    .label = không bản ghi nào dùng mã này
    .help = Ghi vào đúng nhiệm vụ hoặc ghi chép, ví dụ: places: ["{ $id }"]; nếu không có việc nào ở đó thì xóa, hoặc cứ để nguyên.
    .form = Chọn địa bàn này ở nhiệm vụ hoặc ghi chép; chưa dùng thì cứ để nguyên.

windows-path = 
    { $kind ->
        [length] Đường dẫn của tệp trên trang dài { $length } ký tự, giới hạn là { $limit }
       *[name] Windows không lưu được tên “{ $read }”
    }
    .label = đường dẫn không dùng được ở mọi nơi
    .help = Đổi tên, chỉ dùng chữ không dấu, chữ số và dấu gạch nối, bớt thư mục con, ví dụ: attachments/bao-cao-quy-3.pdf

wrong-capitals = Tên này phải viết chữ thường: { $right }
    .label = sai chữ hoa, chữ thường
    .help = Đổi tên thành: { $right } (nếu Windows không cho, đổi sang một tên tạm trước, ví dụ a.yaml)

wrong-ending = Tệp ở đây phải có đuôi .{ $ending }
    .label = sai đuôi tệp
    .help =
        { $ending ->
            [md] Đổi tên tệp để đuôi là .md, bỏ đuôi thừa như .txt, ví dụ: notes/2021-07-24-bao-cao.md
           *[yaml] Đổi tên tệp để đuôi là .yaml, bỏ đuôi thừa như .txt, ví dụ: tasks/1.3.yaml
        }

wrong-level =
    { $where ->
        [below] Bản ghi này thuộc riêng một văn bản, không nằm ở cấp dùng chung của cổng
       *[above] Bản ghi này dùng chung cho cả cổng, không nằm trong thư mục của một văn bản
    }
    .label = sai cấp
    .help =
        { $where ->
            [below] Chuyển vào thư mục của văn bản, ví dụ: directives/kh-58-2023/
           *[above] Chuyển lên cấp trên cùng của thư mục nội dung, cạnh thư mục directives
        }

wrong-shape =
    Chỗ này cần { $expected ->
        [deadline] một thời hạn
        [list] một danh sách
        [mapping] các cặp “tên trường: giá trị”
        [text-or-list] một giá trị hoặc danh sách
       *[text] một giá trị
    }, nhưng tệp ghi { $read ->
        [list] một danh sách
        [mapping] các cặp “tên trường: giá trị”
       *[text] một giá trị đơn
    }
    .label =
        { $expected ->
            [deadline] cần một thời hạn
            [list] cần một danh sách
            [mapping] cần các cặp “tên trường: giá trị”
            [text-or-list] cần một giá trị hoặc danh sách
           *[text] cần một giá trị
        }
    .help =
        { $expected ->
            [deadline] Ghi ngày, hoặc cách tính thời hạn trong ngoặc nhọn, ví dụ: due: 2021-07-25 hoặc due: {"{"}before: 2021-07-25{"}"}
            [list] Để trong ngoặc vuông, ví dụ: documents: [cv-2673, tb-61]; với updates và extensions, mỗi lần cập nhật, mỗi lần gia hạn bắt đầu bằng dấu gạch nối, ví dụ: - date: 2021-07-24
            [mapping] Ghi từng cặp tên trường và giá trị, mỗi cặp một dòng hoặc cùng trong ngoặc nhọn, ví dụ: period: {"{"}from: 2021-07-01, to: 2021-12-31{"}"}
            [text-or-list] Ghi một mã, hoặc nhiều mã trong ngoặc vuông, ví dụ: lead: so-khdt hoặc lead: [so-khdt, so-tc]
           *[text] Ghi giá trị ngay sau dấu hai chấm; nếu có dấu ngoặc thì để cả đoạn trong dấu nháy kép, ví dụ: title: "[Khẩn] Báo cáo tuần"
        }

yaml-alias = Giá trị “{ $what }” bắt đầu bằng dấu * nên máy không đọc được
    .label = dấu * ở đầu giá trị
    .help = Bỏ dấu *, hoặc để cả giá trị trong dấu nháy kép, ví dụ: title: "*Báo cáo bổ sung"

yaml-anchor = Giá trị bắt đầu bằng “{ $what }”, có dấu & nên máy không đọc được
    .label = dấu & ở đầu giá trị
    .help = Bỏ dấu &, hoặc để cả giá trị trong dấu nháy kép, ví dụ: title: "&Báo cáo bổ sung"

yaml-bracket = Dấu ngoặc vuông hoặc ngoặc nhọn không khớp
    .label = dấu ngoặc không khớp
    .help = Mỗi [ cần một ], mỗi {"{"} cần một {"}"}; giữa các giá trị có dấu phẩy, ví dụ: related: ["1.3", "1.4"]

yaml-colon = Thiếu dấu hai chấm trong “{ $what }”
    .label = thiếu dấu hai chấm sau tên trường
    .help = Sau tên trường ghi dấu hai chấm và một dấu cách rồi mới đến giá trị, ví dụ: title: Báo cáo tháng 7

yaml-colon-in-text = Giá trị có dấu hai chấm phải để trong dấu nháy kép
    .label = có dấu hai chấm trong giá trị
    .help = Thêm dấu nháy kép thẳng ở hai đầu giá trị, ví dụ: title: "Kế hoạch: phần 1"

yaml-complex-key = Tên trường phải là một từ, không phải là danh sách hay ngoặc nhọn
    .label = tên trường không phải là một từ
    .help = Trước dấu hai chấm chỉ ghi tên trường. Giá trị có dấu ngoặc thì để trong dấu nháy kép, ví dụ: title: "[Khẩn]: báo cáo tuần"

yaml-dash = Thiếu dấu cách sau dấu gạch nối trong “{ $what }”
    .label = thiếu dấu cách sau dấu gạch nối
    .help = Thêm một dấu cách ngay sau dấu gạch nối, ví dụ: - date: 2021-07-24

yaml-escape = Trong dấu nháy kép không viết được “{ $what }”
    .label = dấu \ trong dấu nháy kép
    .help = Đổi hai dấu nháy kép ở hai đầu giá trị thành nháy đơn, ví dụ: title: 'Thư mục C:\báo cáo'

yaml-hash = Phần “{ $what }” sau nội dung không được đăng
    .label = YAML coi từ dấu # trở đi là lời nhắn
    .help = Nếu phần này thuộc về nội dung thì đặt cả nội dung trong dấu nháy kép, ví dụ: title: "Đường vào lô # 3"; nếu là lời nhắn thì chuyển lên dòng riêng phía trên.

yaml-hash-in-text = Nội dung bị cắt ở “{ $what }” vì có dấu # đứng sau dấu cách
    .label = YAML coi từ dấu # trở đi là lời nhắn
    .help = Đặt cả nội dung trong dấu nháy kép, ví dụ: title: "Họp tổ #2"; nếu là lời nhắn thì chuyển lên dòng riêng phía trên.

yaml-indent = Không đọc được dòng này, thường là do thụt đầu dòng chưa đúng
    .label = không đọc được từ đây
    .help = Cho thẳng cột với tên trường cùng cấp ở dòng trên; giá trị bắt đầu bằng dấu -, |, > hay ? thì để trong dấu nháy kép, ví dụ: title: "- Báo cáo tuần"
yaml-lookalike = Ký tự { $what } nhìn giống ký tự của YAML nhưng là ký tự khác
    .label = ký tự này không đúng
    .help = Xóa ký tự này rồi gõ lại bằng bàn phím: dấu gạch nối (-) trước phần tử, dấu hai chấm (:) và dấu cách sau tên trường, tên trường chỉ gồm chữ a đến z; ví dụ: - date: 2021-07-24

yaml-merge-key = Không dùng được tên trường “{ $what }”
    .label = không dùng cách ghi này
    .help = Xóa dòng này và ghi lại đầy đủ từng trường, ví dụ: lead: so-khdt

yaml-nbsp = Trong “{ $what }” có dấu cách đặc biệt, thường do dán từ Word hoặc trang web
    .label = đây không phải dấu cách thường
    .help = Xóa dấu cách này rồi gõ lại bằng phím cách, ví dụ: title: Báo cáo tháng 7

yaml-needs-quotes = Giá trị “{ $what }” phải để trong dấu nháy kép
    .label = ký tự đầu cần có dấu nháy kép
    .help = Thêm dấu nháy kép thẳng ở hai đầu giá trị, ví dụ: contact: "@vanphong, phòng Tổng hợp"

yaml-nul = Tệp có ký tự rỗng, có thể đã bị hỏng
    .label = ký tự rỗng ở đây
    .help = Chép lại tệp từ bản còn tốt, hoặc xóa cả dòng này rồi gõ lại bằng tay, ví dụ: title: Báo cáo tháng 7

yaml-quote = Dấu nháy mở mà chưa đóng, hoặc đóng quá sớm
    .label = dấu nháy không khớp
    .help = Mở và đóng bằng cùng một loại dấu nháy; bên trong đã có nháy kép thì bên ngoài dùng nháy đơn, ví dụ: title: 'Đề án "Một cửa"'

yaml-second-document = Mỗi tệp chỉ được có một phần dữ liệu, nhưng ở đây bắt đầu phần thứ hai
    .label = dòng này bắt đầu phần thứ hai
    .help = Xóa dòng --- này. Nếu bên dưới là một nhiệm vụ khác thì chuyển sang tệp riêng, ví dụ: tasks/1.4.yaml

yaml-smart-quote = Dấu nháy cong không thay được dấu nháy thẳng: { $what }
    .label = đây là dấu nháy cong
    .help = Xóa dấu nháy cong rồi gõ dấu nháy thẳng, ví dụ: title: "Kế hoạch: phần 1"; tên trường thì không cần dấu nháy.

yaml-space = Thiếu dấu cách sau dấu hai chấm trong “{ $what }”
    .label = thiếu dấu cách sau dấu hai chấm
    .help = Thêm một dấu cách ngay sau dấu hai chấm, ví dụ: title: Báo cáo tháng 7

yaml-tab = Thụt đầu dòng bằng ký tự tab
    .label = ký tự tab ở đây
    .help = Xóa ký tự tab, dùng phím cách: mỗi cấp thụt vào hai dấu cách, ví dụ trước “- date: 2021-07-24” có hai dấu cách.

yaml-tag = Giá trị bắt đầu bằng “{ $what }”, có dấu ! nên máy không đọc được
    .label = dấu ! ở đầu giá trị
    .help = Bỏ dấu !, hoặc để cả giá trị trong dấu nháy kép, ví dụ: title: "!Khẩn: báo cáo tuần"

yaml-too-deep = Dữ liệu lồng nhau sâu quá { $what } tầng
    .label = từ đây lồng quá sâu
    .help = Xóa bớt dấu ngoặc hoặc bớt thụt đầu dòng ở chỗ này, ví dụ chỉ cần: lead: [so-khdt, so-tc]

yaml-too-many = Tệp có nhiều hơn { $what } giá trị
    .label = từ đây vượt giới hạn
    .help = Chuyển bớt dữ liệu sang tệp khác: mỗi nhiệm vụ một tệp, mỗi ghi chép một tệp, ví dụ: tasks/1.4.yaml

secret-in-target = Không được ghi mật khẩu hay khóa bí mật trong site.yaml (“{ $field }”)
    .label = bí mật ở đây
    .help = Xóa đi, rồi đặt trên máy dùng để đăng: khóa SSH trong ssh agent; WebDAV: TIENDO_WEBDAV_USER, TIENDO_WEBDAV_PASSWORD; S3: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY. Nếu tệp này đã gửi cho ai thì đổi luôn mật khẩu

target-field = Nơi đăng loại “{ $kind }” không dùng “{ $field }”
    .label = trường này bị bỏ qua
    .help =
        { $kind ->
            [folder] Loại folder dùng: name, kind, path, releases, keep. Hãy xóa trường này hoặc sửa kind
            [sftp] Loại sftp dùng: name, kind, host, port, user, root, keep. Hãy xóa trường này hoặc sửa kind
            [webdav] Loại webdav dùng: name, kind, endpoint, user, root, keep. Hãy xóa trường này hoặc sửa kind
           *[other] Loại s3 dùng: name, kind, bucket, endpoint, region, root, keep. Hãy xóa trường này hoặc sửa kind
        }

target-form = “{ $read }” không dùng được cho “{ $field }” của nơi đăng
    .label = không đúng dạng
    .help =
        { $field ->
            [name] Tên nơi đăng gồm chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, ví dụ: cong-tinh
            [host] Chỉ ghi tên hoặc địa chỉ máy chủ, ví dụ: web.example.vn; cổng ghi ở port, tài khoản ở user, thư mục ở root
            [user] Chỉ ghi tên tài khoản, ví dụ: tiendo
            [root] Ghi thư mục trên máy chủ, ví dụ: /var/www/tien-do, không có .. và không dùng dấu \
            [path] Ghi đường dẫn của một thư mục, ví dụ: /mnt/web/tien-do; không phải gốc của ổ đĩa
            [bucket] Ghi tên bucket: chữ thường, chữ số, dấu chấm, gạch nối
           *[other] Chỉ gồm chữ thường, chữ số và gạch nối, ví dụ: ap-southeast-1
        }

parts-form =
    { $how ->
        [kind] Chỉ việc “deliverable” mới chia thành các phần
        [leads] “parts: leads” không dùng cùng “handovers”
        [no-places] Ghi “parts: places” nhưng việc chưa nêu địa bàn nào
        [no-leads] Ghi “parts: leads” nhưng việc chưa nêu đơn vị chủ trì
        [word] “{ $read }” chưa cho biết việc chia thành các phần nào
       *[other] Có “parts” nhưng chưa có phần nào
    }
    .label = chưa dùng được
    .second = mâu thuẫn với chỗ này
    .help = Ghi parts: places, parts: leads, hoặc một danh sách: parts: [{"{"}id: m1, title: …{"}"}]

part-due-alone = Phần có thời hạn nhưng việc chưa có thời hạn
    .label = cả việc cũng cần thời hạn
    .help = Ghi due: cho việc, thường là ngày của phần cuối cùng

part-due-later = Phần có hạn { $day }, sau hạn của việc ({ $last })
    .label = sau thời hạn của việc
    .second = thời hạn của việc
    .help = Đối chiếu hai ngày với văn bản

doubled-part =
    { $how ->
        [all] Phần không được mang mã “all”
       *[doubled] Phần “{ $id }” có hai lần
    }
    .label = cần mã riêng
    .second = mã này đã dùng ở đây
    .help = Đặt mã khác cho phần này

unknown-part =
    { $how ->
        [none] Việc này không chia phần, không có kỳ báo cáo
        [empty] “part” chưa nêu phần nào
        [all] “all” không dùng ở đây
       *[unknown] Không có phần hay kỳ nào là “{ $read }”
    }
    .label = không phải phần của việc này
    .help =
        { $some ->
        [yes] Các phần, kỳ của việc: { $known }
       *[no] Bỏ part, hoặc khai báo các phần trong parts:
    }

part-superseded = Phần không dùng trạng thái “superseded”
    .label = chỉ dùng cho cả việc
    .help = Ghi state: cancelled kèm văn bản, hoặc bỏ part
    .form = Với từng phần, chọn trạng thái dừng kèm văn bản; muốn thay cả nhiệm vụ thì bỏ đánh dấu các phần.

reports-form =
    { $how ->
        [kind] Chỉ việc “ongoing” mới có kỳ báo cáo
        [every] “report_every” không dùng cùng “reports”
        [limit] “reports” cần ghi “by” hoặc “before”, không ghi cả hai
        [reversed] Kỳ cuối ở trước kỳ đầu
        [weekday] “{ $read }” không phải một ngày trong tuần
        [offset] “{ $read }” không phải số tháng từ -11 đến 12
        [offset-weeks] “{ $read }” không phải số tuần từ -1 đến 4
       *[day] “{ $read }” không phải một ngày trong tháng
    }
    .label = chưa dùng được
    .second = mâu thuẫn với chỗ này
    .help = Ghi ví dụ: reports: {"{"}every: month, by: 25{"}"}; báo cáo tuần: {"{"}every: week, before: fri{"}"}

bad-period = “{ $read }” không phải kỳ báo cáo
    .label = cần một kỳ
    .help = Ghi theo dạng { $example }
    .form = Gõ theo dạng { $example }; nhiều kỳ thì cách nhau bằng dấu phẩy.

period-deadline =
    { $how ->
        [hour] Báo cáo định kỳ không tính theo giờ
       *[event] Báo cáo định kỳ có hạn theo ngày, không theo sự kiện
    }
    .label = cần một ngày
    .help = Ghi ngày cụ thể: due: 2023-05-10

bad-hour = “{ $read }” không phải giờ
    .label = cần giờ và phút
    .help = Ghi 17:00 hoặc 17h00, từ 00:01 đến 23:59, không ghi giây, múi giờ; nếu là hết ngày thì chỉ ghi ngày

hour-misplaced = Chỗ này không dùng giờ
    .label = chỉ ghi ngày
    .help = Bỏ “{ $read }”

hour-missing = Việc có hạn theo giờ của ngày này, lần cập nhật chưa ghi giờ
    .label = được tính là đúng hạn
    .help = Ghi thêm giờ: 2023-06-30T16:45

target-bound =
    { $how ->
        [duty] Yêu cầu chung không có chỉ tiêu
        [both] Chỉ tiêu vừa có mức phải đạt vừa có “levels”
       *[none] Chỉ tiêu chưa nêu mức phải đạt
    }
    .label = cần một mức
    .second = loại việc ghi ở đây
    .help = Ghi at_least, at_most, above hoặc below, hoặc levels: [{"{"}due: …, at_least: …{"}"}]

value-of-whole =
    { $how ->
        [missing] Các giá trị khác của chỉ tiêu có “of”, giá trị này không có
        [unit] Có “of” thì đơn vị phải là “%”
        [zero] Tổng số phải lớn hơn 0
       *[below] Tổng số nhỏ hơn giá trị
    }
    .label = không khớp
    .help = Ghi số đạt ở value, tổng số ở of, cho mọi giá trị, với unit: "%"

bad-figure =
    { $how ->
        [ambiguous] “{ $read }” có thể đọc theo hai cách
        [long] “{ $read }” có quá nhiều chữ số
       *[form] “{ $read }” không phải số
    }
    .label = cần một con số
    .help =
        { $both ->
        [yes] { $whole } hay { $decimal }? Ghi đúng số muốn nói
       *[no] Ghi các chữ số, có thể thêm dấu phẩy và phần lẻ, ví dụ: 95 hoặc "4,5"
    }

decimal-comma = Trong ngoặc nhọn, dấu phẩy tách hai trường nên “{ $read }” không thành một số
    .label = cần dấu nháy
    .help = Ghi "{ $read }", để trong dấu nháy

done-below-target = Báo hoàn thành nhưng “{ $title }” chưa đạt
    .label = báo hoàn thành ở đây
    .second = giá trị cuối chưa đạt mức
    .help = Bổ sung giá trị mới nhất, hoặc xem lại việc đã xong chưa

done-of-no-part = “done” không nêu phần nào nên chưa phần nào xong
    .label = việc vẫn chờ các phần
    .second = các phần của việc
    .help = Ghi part: all, hoặc các phần đã xong
    .form = Đánh dấu những phần đã xong.

members-form =
    { $how ->
        [empty] Nhóm chưa có thành viên
        [itself] Nhóm “{ $id }” chứa chính nó
       *[group] “{ $id }” cũng là một nhóm
    }
    .label = không dùng được trong nhóm
    .help = Liệt kê mã từng đơn vị hoặc địa bàn: members: [xa-a, xa-b]

unknown-section =
    { $how ->
        [other] Tiểu mục “{ $read }” thuộc mục { $other }, không thuộc mục { $priority }
       *[unknown] Mục { $priority } không có tiểu mục “{ $read }”
    }
    .label = không phải tiểu mục của mục này
    .help =
        { $some ->
        [yes] Các tiểu mục của mục này: { $known }
       *[no] Thêm vào directive.yaml, trong mục đó: sections: [{"{"}id: …, title: …{"}"}]
    }

handover-drops-lead = Từ ngày này { $name } không còn chủ trì
    .label = chỉ nêu một số đơn vị chủ trì
    .help = Nếu đơn vị đó vẫn chủ trì thì ghi cả đơn vị đó
