/// The texts of one check: what it is called, what its finding means, what to do.
package struct CheckTexts: Hashable, Sendable {
    package let name: Text
    package let explanation: Text
    package let advice: Text
}

extension CheckTexts {
    package static let unavailable = CheckTexts(
        name: Text(vi: "Không truy cập được", en: "Unavailable"),
        explanation: Text(
            vi:
                "Trang không trả lời, hoặc trả lời báo lỗi, nhiều lần liên tiếp và một lần thử khác cũng xác nhận như vậy.",
            en:
                "The website gave no answer, or an error, several times in a row, and another attempt confirmed it."
        ),
        advice: Text(
            vi:
                "Kiểm tra máy chủ, đường truyền, tên miền và tường lửa; liên hệ đơn vị cho thuê chỗ hoặc vận hành. Nếu tường lửa chặn hệ thống giám sát, hãy cho phép địa chỉ của hệ thống.",
            en:
                "Check the server, the line, the domain name and the firewall; call whoever hosts or runs it. If the firewall blocks the watch, allow the watch's address."
        )
    )
    package static let unreadable = CheckTexts(
        name: Text(vi: "Không phân tích được trang", en: "Page cannot be analysed"),
        explanation: Text(
            vi:
                "Trang lớn hoặc lồng nhau quá mức cho phép nên không thể kiểm tra nội dung. Đây cũng có thể là cách che giấu nội dung bị chèn.",
            en:
                "The page is larger or more deeply nested than the limits allow, so its content could not be checked. That can also be a way to hide injected content."
        ),
        advice: Text(
            vi:
                "Mở mã nguồn của trang, tìm phần lặp lại bất thường và gỡ bỏ; nếu trang vốn như vậy, hãy rút gọn trang.",
            en:
                "Open the page's source, find what repeats without reason and remove it; if the page is meant to be so, shorten it."
        )
    )
    package static let certificate = CheckTexts(
        name: Text(vi: "Chứng thư số TLS", en: "Certificate"),
        explanation: Text(
            vi:
                "Chứng thư số của trang không hợp lệ hoặc sắp hết hạn; trình duyệt sẽ cảnh báo người dân rằng trang không an toàn.",
            en:
                "The website's certificate is not valid or soon will not be; browsers warn people that the website is not safe."
        ),
        advice: Text(
            vi:
                "Gia hạn hoặc cài lại chứng thư số, kèm đủ chứng thư trung gian và đúng tên miền; bật gia hạn tự động để không tái diễn.",
            en:
                "Renew or reinstall the certificate with its intermediate certificates and the right names; turn on automatic renewal so that it does not come back."
        )
    )
    package static let redirect = CheckTexts(
        name: Text(vi: "Chuyển hướng ra ngoài tên miền", en: "Redirect off the domain"),
        explanation: Text(
            vi: "Người truy cập bị đưa sang một tên miền khác không thuộc cơ quan.",
            en: "Visitors are sent to another domain that is not the agency's."
        ),
        advice: Text(
            vi:
                "Kiểm tra cấu hình máy chủ (.htaccess, web.config, nginx), mã nguồn trang và bản ghi DNS; gỡ lệnh chuyển hướng, đổi mật khẩu quản trị và tìm đường xâm nhập.",
            en:
                "Check the server's configuration (.htaccess, web.config, nginx), the page's code and the DNS records; remove the redirect, change administrators' passwords and find the way in."
        )
    )
    package static let hiddenLinks = CheckTexts(
        name: Text(vi: "Liên kết ẩn", en: "Hidden links"),
        explanation: Text(
            vi:
                "Trang chứa liên kết ra ngoài mà người xem không nhìn thấy nhưng máy tìm kiếm đọc được: dấu hiệu điển hình của việc chèn mã trái phép để trục lợi thứ hạng tìm kiếm.",
            en:
                "The page holds links to elsewhere that people cannot see but search engines read: the typical sign of an injection that feeds on the website's rank."
        ),
        advice: Text(
            vi:
                "Lưu lại mã nguồn làm chứng cứ, gỡ khối liên kết ẩn, tìm tệp hoặc bản ghi cơ sở dữ liệu sinh ra nó, vá lỗ hổng và đổi mật khẩu. Chỉ xóa liên kết mà không xử lý nguyên nhân thì sẽ bị chèn lại.",
            en:
                "Keep the source as evidence, remove the hidden block, find the file or database row that makes it, close the hole and change passwords. Links that are only deleted come back."
        )
    )
    package static let terms = CheckTexts(
        name: Text(vi: "Từ ngữ cờ bạc và nội dung cấm", en: "Gambling and forbidden terms"),
        explanation: Text(
            vi:
                "Trang chứa từ ngữ quảng cáo cờ bạc, cho vay nặng lãi, nội dung người lớn, thuốc hoặc giấy tờ giả.",
            en:
                "The page holds words that advertise gambling, usurious loans, adult content, drugs or forged papers."
        ),
        advice: Text(
            vi:
                "Xem đoạn được trích: nếu là tin cảnh báo, đánh dấu là bình thường; nếu là quảng cáo, gỡ bài, khóa tài khoản đã đăng, kiểm tra mục hỏi đáp, diễn đàn và thư mục tải lên.",
            en:
                "Read the quoted passage: if it is news that warns, mark it as normal; if it advertises, remove it, lock the account that posted it, and check the question form, the forum and upload folders."
        )
    )
    package static let links = CheckTexts(
        name: Text(vi: "Liên kết ra ngoài mới", en: "New outgoing links"),
        explanation: Text(
            vi: "Trang có liên kết tới tên miền chưa từng có trong mốc so sánh.",
            en: "The page links to domains that its baseline does not know."
        ),
        advice: Text(
            vi: "Xác nhận với người biên tập; nếu không ai đặt liên kết đó, xử lý như trang bị chèn mã.",
            en: "Ask the editors; if nobody put the link there, treat the page as injected."
        )
    )
    package static let script = CheckTexts(
        name: Text(vi: "Mã lệnh lạ", en: "Injected script"),
        explanation: Text(
            vi:
                "Trang chạy mã lệnh từ nguồn mới, mã lệnh bị che giấu, hoặc mã lệnh chỉ chuyển hướng người đến từ máy tìm kiếm.",
            en:
                "The page runs a script from a new source, an obfuscated script, or one that sends away only visitors who come from a search engine."
        ),
        advice: Text(
            vi:
                "Gỡ đoạn mã, so sánh tệp giao diện và tiện ích mở rộng với bản gốc, cập nhật phần mềm, đổi mật khẩu quản trị; đặt Content-Security-Policy để chặn nguồn lạ.",
            en:
                "Remove the code, compare templates and plug-ins with their originals, update the software, change administrators' passwords; set a Content-Security-Policy that refuses foreign sources."
        )
    )
    package static let iframe = CheckTexts(
        name: Text(vi: "Khung nhúng lạ", en: "Injected frame"),
        explanation: Text(
            vi:
                "Trang nhúng một khung từ nơi khác, ẩn hoặc kích thước bằng không, hoặc chưa có trong mốc so sánh.",
            en:
                "The page embeds a frame from elsewhere that is hidden, of no size, or unknown to the baseline."
        ),
        advice: Text(
            vi: "Gỡ khung nhúng, tìm nơi sinh ra nó và kiểm tra mã độc trên máy chủ.",
            en: "Remove the frame, find what makes it and scan the server for malware."
        )
    )
    package static let canonical = CheckTexts(
        name: Text(vi: "Địa chỉ chính thức trỏ sang nơi khác", en: "Canonical address elsewhere"),
        explanation: Text(
            vi:
                "Thẻ canonical khai với máy tìm kiếm rằng bản gốc của trang nằm ở tên miền khác, nên thứ hạng của trang bị chuyển cho tên miền đó.",
            en:
                "The canonical tag tells search engines that the original of this page lies on another domain, which then receives its rank."
        ),
        advice: Text(
            vi:
                "Sửa thẻ canonical về địa chỉ của cơ quan; kiểm tra cấu hình và tiện ích tối ưu tìm kiếm (SEO).",
            en:
                "Point the canonical tag back to the agency's address; check the settings and the search-engine plug-in."
        )
    )
    package static let refresh = CheckTexts(
        name: Text(vi: "Tự chuyển trang (meta refresh)", en: "Meta refresh"),
        explanation: Text(
            vi: "Trang tự động đưa người xem sang địa chỉ khác sau vài giây.",
            en: "The page sends its readers to another address after some seconds."
        ),
        advice: Text(
            vi:
                "Gỡ thẻ meta refresh nếu không do cơ quan đặt; tìm tệp chứa nó và xử lý như trang bị chèn mã.",
            en:
                "Remove the tag if the agency did not set it; find the file that holds it and treat the page as injected."
        )
    )
    package static let title = CheckTexts(
        name: Text(vi: "Tiêu đề và mô tả", en: "Title and description"),
        explanation: Text(
            vi:
                "Tiêu đề hoặc mô tả mà máy tìm kiếm hiển thị chứa từ ngữ quảng cáo trái phép, hoặc đã đổi so với mốc.",
            en: "The title or description that search engines show holds spam, or differs from the baseline."
        ),
        advice: Text(
            vi:
                "Khôi phục tiêu đề, kiểm tra cấu hình trang; sau khi xử lý, yêu cầu máy tìm kiếm lập chỉ mục lại.",
            en:
                "Restore the title, check the site's settings; afterwards ask search engines to index it again."
        )
    )
    package static let comments = CheckTexts(
        name: Text(vi: "Liên kết trong chú thích HTML", en: "Links inside comments"),
        explanation: Text(
            vi:
                "Phần chú thích trong mã nguồn chứa liên kết ra ngoài hoặc từ ngữ quảng cáo, thường là dấu vết của đợt chèn mã.",
            en: "A comment in the page's source holds foreign links or spam, often the trace of an injection."
        ),
        advice: Text(
            vi: "Xóa phần chú thích, tìm tệp mẫu giao diện chứa nó và kiểm tra thời điểm tệp bị sửa.",
            en: "Delete the comment, find the template that holds it and see when that file was changed."
        )
    )
    package static let cloaking = CheckTexts(
        name: Text(vi: "Hiển thị khác nhau tùy người xem", en: "Cloaking"),
        explanation: Text(
            vi:
                "Máy tìm kiếm, người đến từ máy tìm kiếm hoặc người dùng điện thoại nhận được nội dung khác với người truy cập thông thường. Người quản trị mở trang sẽ thấy bình thường.",
            en:
                "Search engines, visitors who come from one, or telephones receive something else than a plain visitor. An administrator who opens the page sees nothing wrong."
        ),
        advice: Text(
            vi:
                "Đừng kết luận bằng cách mở trang trên máy mình. Dùng công cụ kiểm tra URL của máy tìm kiếm, tìm đoạn mã đọc User-Agent hoặc Referer trong mã nguồn và cấu hình máy chủ.",
            en:
                "Do not judge by opening the page yourself. Use the search engine's URL inspection, and look in code and server configuration for what reads the User-Agent or Referer."
        )
    )
    package static let mandatoryLines = CheckTexts(
        name: Text(vi: "Thông tin bắt buộc", en: "Mandatory lines"),
        explanation: Text(
            vi:
                "Trang thiếu thông tin mà pháp luật yêu cầu công khai: cơ quan chủ quản, người chịu trách nhiệm, số giấy phép.",
            en: "The page lacks what the law asks it to show: owner, person responsible, licence number."
        ),
        advice: Text(
            vi:
                "Bổ sung ở chân trang theo Nghị định 42/2022/NĐ-CP (cổng thông tin nhà nước) hoặc Nghị định 147/2024/NĐ-CP (trang thông tin điện tử tổng hợp).",
            en:
                "Add them to the footer as Decree 42/2022 (state portals) or Decree 147/2024 (aggregated-news sites) asks."
        )
    )
    package static let defacement = CheckTexts(
        name: Text(vi: "Trang bị thay đổi giao diện", en: "Defacement"),
        explanation: Text(
            vi: "Phần lớn nội dung của trang không còn giống mốc so sánh: trang có thể đã bị thay thế.",
            en: "Most of the page no longer resembles its baseline: it may have been replaced."
        ),
        advice: Text(
            vi:
                "Nếu cơ quan vừa làm mới trang, chấp nhận làm mốc mới. Nếu không, tạm ngắt trang, lưu chứng cứ, khôi phục từ bản sao lưu sạch và báo đơn vị an toàn thông tin.",
            en:
                "If the agency has just redesigned the page, accept it as the new baseline. If not, take it offline, keep the evidence, restore a clean backup and tell the security team."
        )
    )
    package static let resources = CheckTexts(
        name: Text(vi: "Tệp của trang bị sửa", en: "Tampered files"),
        explanation: Text(
            vi: "Mã lệnh hoặc hình ảnh của chính trang có nội dung khác với mốc so sánh.",
            en: "The website's own scripts or images are not the bytes that the baseline knows."
        ),
        advice: Text(
            vi:
                "Đối chiếu với bản phát hành; nếu không phải cập nhật chính thức, khôi phục tệp gốc và tìm đường xâm nhập.",
            en:
                "Compare with the release; if it is no official update, restore the original file and find the way in."
        )
    )
    package static let parasitePages = CheckTexts(
        name: Text(vi: "Trang ký sinh", en: "Parasite pages"),
        explanation: Text(
            vi:
                "Sơ đồ trang hoặc máy tìm kiếm biết những trang mà trang chủ không dẫn tới, địa chỉ mang từ ngữ quảng cáo trái phép hoặc tăng đột biến.",
            en:
                "The sitemap or a search engine knows pages that the home page does not lead to, whose addresses hold spam or whose number has jumped."
        ),
        advice: Text(
            vi:
                "Xóa các trang đó ở máy chủ và trong sơ đồ trang, kiểm tra mục hỏi đáp, diễn đàn, thư mục tải lên; yêu cầu máy tìm kiếm gỡ kết quả.",
            en:
                "Delete those pages on the server and in the sitemap, check the question form, the forum and upload folders; ask search engines to drop them."
        )
    )
}
