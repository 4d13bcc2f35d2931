# Đóng gói, kiểm tra trang đã đăng.

command-package = Đóng gói trang và phiếu bàn giao vào một tệp zip.
command-verify = Kiểm tra một trang đã đăng hoặc một gói có đủ, đúng và không bị chèn thêm.

argument-zip = Tệp zip sẽ tạo (mặc định: tien-do-SỐ HIỆU-NGÀY.zip)
argument-own-copy = So với bản giữ ở văn phòng (gói đã bàn giao, thư mục đã dựng) thay cho trang đã đăng, khi trang ấy đã bị ai đó sửa
argument-since = Gói hoặc thư mục của lần trước, để biết tệp nào mới, tệp nào phải xóa
argument-site = Thư mục của trang, tệp zip, hoặc địa chỉ https:// của trang đã đăng
argument-hash = Mã SHA-256 của manifest.txt ghi trên phiếu bàn giao
argument-allow = Tệp của máy chủ được phép có thêm, ví dụ web.config (dùng được nhiều lần)

package-done = XONG  { $zip }: { $pages } trang, { $files } tệp, { $kilobytes } kB, số liệu đến ngày { $date }
package-since = So với gói trước: { $added } tệp mới, { $changed } tệp thay đổi, { $removed } tệp phải xóa.
package-next =
    Gửi tệp zip cho đơn vị đăng tải; trong đó có phiếu bàn giao phieu-ban-giao.html.
    Kiểm tra sau khi đăng: tiendo verify THƯ MỤC --hash { $hash }

verify-missing = THIẾU    { $path }
verify-altered = BỊ SỬA   { $path }
verify-unknown = TỆP LẠ   { $path }
verify-other-sample = TỆP LẠ   { $path } (khác tệp mẫu trong gói: đã có người sửa, hoặc là mẫu của phiên bản khác)
verify-line-ends = { $count } tệp chỉ khác ký tự xuống dòng, chữ không đổi ({ $files }): phần mềm FTP đã chuyển ở chế độ văn bản (ASCII), chế độ này làm hỏng cả tệp Excel và ảnh. Hãy chuyển lại mọi tệp ở chế độ nhị phân (binary).
verify-allow = Tệp lạ nào do người quản trị máy chủ đặt vào thì cho phép bằng --allow, ví dụ --allow web.config. Tệp nào không rõ ai đặt thì gỡ xuống và tìm xem vì sao có.
verify-other-manifest =
    manifest.txt không phải của gói này:
      đọc được  { $read }
      trên phiếu { $wanted }
verify-whole = NGUYÊN VẸN  { $files } tệp, { $kilobytes } kB, đúng như manifest.txt.
verify-broken = KHÔNG NGUYÊN VẸN  { $missing } tệp thiếu, { $altered } tệp bị sửa, { $unknown } tệp lạ, trên { $files } tệp.
verify-compare = Mã của manifest.txt: { $hash }. Hãy so với mã trên phiếu bàn giao (--hash): ai sửa được trang thì cũng sửa được manifest.txt.
verify-no-zip = { $path } không phải tệp zip nguyên vẹn: có thể tải chưa xong hoặc bị hỏng trên đường. Hãy lấy lại tệp từ nơi gửi rồi kiểm tra lại
verify-other-zip = { $path } có mật khẩu hoặc dùng kiểu nén mà tiendo không đọc. Hãy giải nén rồi kiểm tra thư mục, hoặc lấy lại tệp gốc do tiendo package tạo
verify-no-manifest = { $path } không có manifest.txt của tiendo, nên không biết trang phải gồm những gì
verify-damaged-manifest = dòng { $line } trong manifest.txt của { $path } đã bị sửa hỏng

## Đăng, quay lại bản trước, kiểm tra qua mạng.

command-publish = Đăng trang đã dựng lên nơi đăng ghi trong site.yaml; chỉ gửi những tệp đã thay đổi.
command-rollback = Hiện lại một bản đã đăng trước đây, đúng từng byte.

argument-target = Tên nơi đăng trong site.yaml (có thể bỏ nếu chỉ có một), hoặc đường dẫn thư mục, ví dụ ./trang
argument-only-plan = Chỉ xem sẽ gửi gì, không gửi
argument-without-asking = Không hỏi lại trước khi gửi
argument-jobs = Số tệp xử lý cùng lúc, từ 1 đến 64 (mặc định 8, với SFTP 4)
argument-take-over = Giành quyền đăng, khi chắc chắn lượt đăng kia đã dừng hẳn
argument-reads-all = Đọc và so từng byte mọi tệp ở nơi đăng, thay vì chỉ so tên và kích thước; tệp bị sửa được gửi lại
argument-overwrite = Cho phép ghi đè lên tệp có sẵn ở nơi đăng mà tiendo không đăng
argument-release = Số của bản muốn hiện lại, hoặc phần đầu mã của bản đó (mặc định: bản liền trước)
argument-only-list = Chỉ liệt kê các bản còn giữ

publish-target = Nơi đăng: { $name } ({ $place })
publish-resumes = Lượt đăng trước bị ngắt giữa chừng; lượt này làm tiếp.
publish-new = MỚI   { $path }
publish-changed = SỬA   { $path }
publish-removed = XÓA   { $path }
publish-plan = { $new } tệp mới, { $changed } tệp thay đổi ({ $kilobytes } kB), { $removed } tệp phải xóa; { $same } tệp giữ nguyên.
publish-up-to-date = Nơi đăng đã đúng với trang này: { $same } tệp, không có gì phải gửi.
publish-compared-sizes = Đã so tên và kích thước của { $files } tệp ở nơi đăng, chưa đọc nội dung; muốn đọc và so từng byte, hãy thêm --full.
publish-compared-bytes = Đã đọc và so từng byte của { $files } tệp ở nơi đăng.
publish-damaged = Lưu ý: { $count } tệp ở nơi đăng không còn như đã đăng, ai đó đã sửa hoặc xóa: { $files }. Đăng lần này sẽ thay bằng tệp đúng.
publish-strange = Lưu ý: ở nơi đăng có { $count } tệp hoặc thư mục lạ mà tiendo không đăng và không đụng đến: { $files }. Nếu không phải do người quản trị máy chủ đặt vào, hãy gỡ xuống và tìm xem vì sao có.
publish-whole-release = Mỗi bản nằm trong một thư mục riêng: chép đủ các tệp rồi mới chuyển sang bản mới, trong một bước.
publish-dry-run = Chưa gửi gì (--dry-run).
publish-ask = Đăng lên? [c/k]
publish-needs-yes = không có ai để hỏi lại; nếu chắc chắn, hãy thêm --yes
publish-nothing-sent = Chưa gửi gì.
publish-waits = Một lượt đăng khác đang chạy ở nơi này; đang chờ… Nếu lượt đó đã bị ngắt, sau khoảng 30 giây lượt này sẽ làm thay.
publish-done = XONG  Bản số { $release }: đã gửi { $files } tệp ({ $kilobytes } kB), xóa { $removed } tệp.
publish-next = Kiểm tra trang đã đăng: tiendo verify https://ĐỊA-CHỈ/ --hash { $hash }
publish-distrusts = Lưu ý: manifest.txt ở nơi đăng không phải bản mà tiendo đã đăng: ai đó đã sửa hoặc xóa nó. Mọi tệp được đọc lại và so với bản đăng gần nhất. Đăng xong hãy chạy tiendo verify ngay trên thư mục của máy chủ để tìm tệp lạ.
publish-left-behind = Lưu ý: trong bản vừa được thay có tệp không do tiendo đăng, nay không còn hiện trên trang: { $files }. Các tệp đó còn nằm trong thư mục các bản cũ cho tới khi bản ấy bị xóa; nếu cần, hãy chép lại.
publish-altered = Lưu ý: { $count } tệp ở nơi đăng đã bị ai đó sửa từ lần đăng trước; nay đã được thay bằng tệp đúng. Hãy chạy tiendo verify với trang đã đăng.
publish-cut = Lượt đăng chưa xong: nơi đăng có thể lẫn trang cũ và trang mới. Hãy chạy lại đúng lệnh này; những tệp đã gửi không phải gửi lại.
publish-plain = Lưu ý: { $address } không mã hóa đường truyền, mật khẩu có thể bị đọc trên đường đi. Hãy dùng https nếu máy chủ có.
publish-build-first = Hãy dựng trang trước: tiendo build
publish-not-built = { $folder } không còn đúng như lúc dựng ({ $path }); hãy chạy lại tiendo build rồi đăng
publish-no-targets = site.yaml chưa ghi nơi đăng. Ví dụ: targets: [{"{"}name: cong, kind: folder, path: /mnt/web/tien-do{"}"}]
publish-which = hãy nói rõ nơi đăng: { $known }
publish-unknown = không có nơi đăng “{ $name }”; trong site.yaml có: { $known }
publish-disk = không ghi hoặc đọc được { $path }: { $reason }
publish-source-altered = { $path } không còn đúng như manifest.txt ghi
publish-in-the-way = ở nơi đăng đã có tệp không do tiendo đăng, cùng tên với tệp của trang: { $files }. Hãy chuyển các tệp đó đi, hoặc thêm --overwrite nếu muốn ghi đè
publish-damaged-manifest = dòng { $line } trong manifest.txt ở nơi đăng đã bị sửa hỏng, nên không biết tệp nào là của trang. Hãy xem ai đã sửa, khôi phục tệp đó, rồi đăng lại; hoặc xóa manifest.txt ở nơi đăng và đăng với --overwrite
publish-nothing-there = ở nơi này chưa đăng trang nào
publish-lost-lease = một lượt đăng khác đã giành quyền đăng; lượt này dừng lại
publish-no-link = { $path } là một thư mục có tệp bên trong, không phải liên kết tới bản đã đăng. Hãy chuyển thư mục đó đi (releases: true cần một liên kết), hoặc bỏ releases trong site.yaml
publish-no-switch = hệ điều hành này không chuyển bản bằng liên kết được; hãy bỏ releases trong site.yaml, trang sẽ được đăng từng tệp một

rollback-plan = Sẽ hiện lại bản số { $number } (số liệu đến ngày { $date }, { $files } tệp, mã { $short }).
rollback-ask = Hiện lại bản này? [c/k]
rollback-done = XONG  Đang hiện bản số { $number } (số liệu đến ngày { $date }). Mã của manifest.txt: { $hash }
rollback-shown = bản này đang được hiện
rollback-none = không còn bản nào trước bản đang hiện; các bản còn giữ: { $known }
rollback-unknown = không có bản như vậy; các bản còn giữ: { $known }
rollback-not-kept = nơi đăng không còn giữ đủ tệp của bản đó ({ $files }). Hãy lấy lại nội dung của ngày ấy, chạy tiendo build rồi tiendo publish --full
rollback-no-releases = Chưa có bản nào được ghi lại ở nơi này.
rollback-time = lúc { $time } ngày { $date }
rollback-time-unknown = không rõ lúc nào
rollback-release = { $number }  đăng { $time }, số liệu đến { $date }, { $files } tệp, { $kilobytes } kB, mã { $short }
rollback-release-shown = { $number }  đăng { $time }, số liệu đến { $date }, { $files } tệp, { $kilobytes } kB, mã { $short }  (đang hiện)

store-denied = nơi đăng không cho phép{ $at }. Hãy xem lại tài khoản, khóa và quyền ghi: SFTP dùng khóa trong ssh agent hoặc cấu hình ssh; WebDAV dùng TIENDO_WEBDAV_USER, TIENDO_WEBDAV_PASSWORD; S3 dùng AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY
store-denied-here = không được ghi vào nơi đăng{ $at }. Hãy xem lại quyền ghi vào thư mục; nếu có tệp đang mở trong chương trình khác thì đóng lại
store-gone = không tìm thấy nơi đăng{ $at }. Hãy tạo thư mục, hoặc gắn ổ mạng rồi chạy lại
store-full = nơi đăng hết chỗ{ $at }
store-host-key = chưa biết máy chủ SSH này, hoặc khóa của nó đã đổi{ $at }. Hãy kết nối một lần bằng lệnh ssh, so khóa với người quản trị rồi chấp nhận, sau đó chạy lại
store-certificate = không tin được chứng thư của máy chủ{ $at }. Nếu cơ quan dùng chứng thư riêng, hãy cài chứng thư gốc của cơ quan vào máy này
store-unreachable = không kết nối được{ $at }. Hãy xem lại mạng, tên máy chủ và cổng
store-blocked = ở chỗ của trang có một liên kết, một thư mục hoặc thứ không phải tệp{ $at }. tiendo không đi theo và không xóa nó. Hãy xem ai đã đặt nó vào, chuyển nó đi, rồi đăng lại với --full
store-unsupported = hệ điều hành này không đăng được lên loại nơi đăng đó{ $at }. Hãy gắn thư mục của máy chủ thành ổ đĩa rồi dùng kind: folder, dùng webdav, hoặc gửi gói tạo bằng tiendo package
store-other = nơi đăng báo một lỗi khác{ $at }. Hãy chạy lại; nếu vẫn lỗi thì báo người quản trị máy chủ
store-quoted = Nguyên văn của máy chủ: “{ $detail }”

verify-unknown-unseen = Kiểm tra qua mạng không thấy được tệp lạ (tệp mà manifest.txt không ghi); muốn thấy, hãy kiểm tra ngay trên thư mục của máy chủ.
verify-needs-remote = bản tiendo này được dựng không kèm phần “remote” nên chỉ kiểm tra được thư mục và tệp zip: muốn kiểm tra theo địa chỉ, hãy dùng bản phát hành, hoặc tự dựng bằng cargo build --profile dist --features remote
publish-needs-remote = bản tiendo này được dựng không kèm phần “remote” nên chỉ đăng được vào thư mục: muốn đăng qua SFTP, WebDAV hay S3, hãy dùng bản phát hành, hoặc tự dựng bằng cargo build --profile dist --features remote; hoặc gắn thư mục của máy chủ thành ổ đĩa rồi dùng kind: folder
publish-not-current = trang đã dựng không còn khớp với nội dung (nội dung đã sửa sau lần dựng), nên chưa đăng được
publish-since = Nếu nơi đăng đã bị sửa, hãy so với bản giữ ở văn phòng: thêm --since TỆP.zip (gói đã bàn giao lần trước). Hoặc chạy tiendo rollback để đưa bản gốc trở lại.
publish-other-package = gói nêu ở --since không phải bản đã đăng ở nơi này
system-too-large = tệp vượt hạn mức ghi cho phép
