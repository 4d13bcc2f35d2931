# Đóng gói, kiểm tra trang đã đăng.

command-package = Đóng gói trang và phiếu bàn giao vào một tệp zip.
command-verify = Kiểm tra một trang đã đăng hoặc một gói có đủ, đúng và không bị chèn thêm.

argument-zip = Tệp zip sẽ tạo (mặc định: tien-do-SỐ HIỆU-NGÀY.zip)
argument-since = Gói hoặc thư mục của lần trước, để biết tệp nào mới, tệp nào phải xóa
argument-site = Thư mục của trang, hoặc tệp zip
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
verify-other-manifest =
    manifest.txt không phải của gói này:
      đọc được  { $read }
      trên phiếu { $wanted }
verify-whole = NGUYÊN VẸN  { $files } tệp, { $kilobytes } kB, đúng như manifest.txt.
verify-broken = KHÔNG NGUYÊN VẸN  { $missing } tệp thiếu, { $altered } tệp bị sửa, { $unknown } tệp lạ, trên { $files } tệp.
verify-compare = Mã của manifest.txt: { $hash }. Hãy so với mã trên phiếu bàn giao (--hash): ai sửa được trang thì cũng sửa được manifest.txt.
verify-no-zip = { $path } không phải tệp zip nguyên vẹn: { $reason }
verify-no-manifest = { $path } không có manifest.txt của tiendo, nên không biết trang phải gồm những gì
verify-damaged-manifest = dòng { $line } trong manifest.txt của { $path } đã bị sửa hỏng
