/// Sentences of evidence; `value` is a host, a number or a term.
extension Text {
    package static func noAnswer(_ value: String) -> Text {
        Text(vi: "Không nhận được trả lời (\(value))", en: "No answer (\(value))")
    }
    package static func errorStatus(_ value: String) -> Text {
        Text(vi: "Máy chủ trả về mã lỗi \(value)", en: "The server answered with error \(value)")
    }
    package static func firewallRefusal(_ value: String) -> Text {
        Text(
            vi: "Tường lửa từ chối hệ thống giám sát (mã \(value))",
            en: "A firewall refuses the watch (status \(value))"
        )
    }
    package static func notReadable(_ limit: Text) -> Text {
        Text(vi: "Vượt giới hạn phân tích: \(limit.vi)", en: "Beyond the limits of analysis: \(limit.en)")
    }
    package static func certificateExpired(_ value: String) -> Text {
        Text(vi: "Chứng thư số đã hết hạn \(value) ngày", en: "The certificate expired \(value) days ago")
    }
    package static let certificateNotYetValid = Text(
        vi: "Chứng thư số chưa đến ngày có hiệu lực",
        en: "The certificate is not valid yet"
    )
    package static let certificateSelfSigned = Text(
        vi: "Chứng thư số tự ký, không do tổ chức được tin cậy cấp",
        en: "The certificate is self-signed"
    )
    package static let certificateUntrusted = Text(
        vi: "Không xác minh được tổ chức cấp chứng thư số, hoặc thiếu chứng thư trung gian",
        en: "The certificate's issuer is not trusted, or an intermediate certificate is missing"
    )
    package static func certificateWrongHost(_ value: String) -> Text {
        Text(
            vi: "Chứng thư số cấp cho tên khác: \(value)",
            en: "The certificate is for other names: \(value)"
        )
    }
    package static let certificateRevoked = Text(
        vi: "Chứng thư số đã bị thu hồi",
        en: "The certificate has been revoked"
    )
    package static let certificateRefused = Text(
        vi: "Chứng thư số bị từ chối, ví dụ do khóa hoặc chữ ký quá yếu",
        en: "The certificate is refused, for example for a weak key or signature"
    )
    package static func certificateEndsSoon(_ value: String) -> Text {
        Text(vi: "Chứng thư số còn \(value) ngày", en: "The certificate ends in \(value) days")
    }
    package static func redirectOffDomain(_ value: String) -> Text {
        Text(vi: "Chuyển hướng tới \(value)", en: "Redirects to \(value)")
    }
    package static let redirectToPlainText = Text(
        vi: "Chuyển từ HTTPS về HTTP không mã hóa",
        en: "Goes back from HTTPS to unencrypted HTTP"
    )
    package static let hiddenByDisplay = Text(vi: "Ẩn bằng display:none", en: "Hidden by display:none")
    package static let hiddenByVisibility = Text(vi: "Ẩn bằng visibility", en: "Hidden by visibility")
    package static let hiddenByOpacity = Text(vi: "Trong suốt hoàn toàn", en: "Fully transparent")
    package static let hiddenOffScreen = Text(vi: "Đặt ra ngoài màn hình", en: "Placed off screen")
    package static let hiddenByFontSize = Text(vi: "Cỡ chữ quá nhỏ để nhìn thấy", en: "Type too small to see")
    package static let hiddenByIndent = Text(vi: "Thụt dòng ra ngoài màn hình", en: "Indented off screen")
    package static let hiddenByClip = Text(vi: "Bị cắt hết bằng clip", en: "Clipped away")
    package static let hiddenBySize = Text(
        vi: "Nằm trong khung quá nhỏ để nhìn thấy",
        en: "In a box too small to see"
    )
    package static let hiddenByMarquee = Text(
        vi: "Nằm trong thẻ marquee quá nhỏ để nhìn thấy",
        en: "In a marquee too small to see"
    )
    package static let hiddenByColour = Text(
        vi: "Chữ cùng màu với nền",
        en: "Type in the colour of its background"
    )
    package static let hiddenByAttribute = Text(
        vi: "Ẩn bằng thuộc tính hidden",
        en: "Hidden by the hidden attribute"
    )
    package static let hiddenByScale = Text(vi: "Thu nhỏ về không bằng transform", en: "Scaled to nothing")
    package static func termGambling(_ value: String) -> Text {
        Text(vi: "Từ ngữ cờ bạc: “\(value)”", en: "Gambling term: “\(value)”")
    }
    package static func termLoan(_ value: String) -> Text {
        Text(vi: "Từ ngữ cho vay trái phép: “\(value)”", en: "Loan-spam term: “\(value)”")
    }
    package static func termAdult(_ value: String) -> Text {
        Text(vi: "Từ ngữ nội dung người lớn: “\(value)”", en: "Adult term: “\(value)”")
    }
    package static func termPharmacy(_ value: String) -> Text {
        Text(vi: "Từ ngữ quảng cáo thuốc: “\(value)”", en: "Drug-spam term: “\(value)”")
    }
    package static func termForgery(_ value: String) -> Text {
        Text(vi: "Từ ngữ mua bán giấy tờ giả: “\(value)”", en: "Forged-papers term: “\(value)”")
    }
    package static func termInNews(_ value: String) -> Text {
        Text(
            vi: "Từ “\(value)” nằm trong tin về xử lý vi phạm hoặc cảnh báo",
            en: "“\(value)” stands in news about law enforcement or in a warning"
        )
    }
    package static func newLinkHost(_ value: String) -> Text {
        Text(vi: "Liên kết tới tên miền mới \(value)", en: "Links to a new domain, \(value)")
    }
    package static func spamLink(_ value: String) -> Text {
        Text(vi: "Liên kết quảng cáo trái phép tới \(value)", en: "Spam link to \(value)")
    }
    package static func newScriptHost(_ value: String) -> Text {
        Text(vi: "Mã lệnh tải từ nguồn mới \(value)", en: "Script from a new source, \(value)")
    }
    package static let newScript = Text(
        vi: "Tệp mã lệnh chưa có trong mốc so sánh",
        en: "A script file that the baseline does not know"
    )
    package static let obfuscatedScript = Text(vi: "Mã lệnh bị che giấu", en: "Obfuscated script")
    package static let refererScript = Text(
        vi: "Mã lệnh chỉ chuyển hướng người đến từ máy tìm kiếm",
        en: "Script that redirects only visitors from search engines"
    )
    package static let newInlineScript = Text(
        vi: "Mã lệnh nội tuyến chưa có trong mốc so sánh",
        en: "An inline script that the baseline does not know"
    )
    package static func hiddenFrame(_ value: String) -> Text {
        Text(vi: "Khung ẩn từ \(value)", en: "Hidden frame from \(value)")
    }
    package static func newFrame(_ value: String) -> Text {
        Text(vi: "Khung nhúng mới từ \(value)", en: "New frame from \(value)")
    }
    package static func canonicalElsewhere(_ value: String) -> Text {
        Text(vi: "Thẻ canonical trỏ tới \(value)", en: "The canonical tag names \(value)")
    }
    package static func canonicalChanged(_ value: String) -> Text {
        Text(
            vi: "Thẻ canonical đổi sang tên miền khác của cùng cơ quan: \(value)",
            en: "The canonical tag changed to another name of the same domain: \(value)"
        )
    }
    package static func refreshElsewhere(_ value: String) -> Text {
        Text(vi: "Tự chuyển sang \(value)", en: "Refreshes to \(value)")
    }
    package static func refreshPresent(_ value: String) -> Text {
        Text(vi: "Tự chuyển trong cùng tên miền: \(value)", en: "Refreshes within the domain: \(value)")
    }
    package static func titleSpam(_ value: String) -> Text {
        Text(vi: "Tiêu đề chứa “\(value)”", en: "The title holds “\(value)”")
    }
    package static func titleChanged(_ value: String) -> Text {
        Text(vi: "Tiêu đề trước đây: “\(value)”", en: "The title was “\(value)”")
    }
    package static func descriptionSpam(_ value: String) -> Text {
        Text(vi: "Mô tả chứa “\(value)”", en: "The description holds “\(value)”")
    }
    package static func descriptionChanged(_ value: String) -> Text {
        Text(vi: "Mô tả trước đây: “\(value)”", en: "The description was “\(value)”")
    }
    package static func commentLinks(_ value: String) -> Text {
        Text(vi: "Chú thích HTML chứa liên kết tới \(value)", en: "A comment links to \(value)")
    }
    package static func commentSpam(_ value: String) -> Text {
        Text(vi: "Chú thích HTML chứa “\(value)”", en: "A comment holds “\(value)”")
    }
    package static func shownOnlyTo(_ who: Text) -> Text {
        Text(vi: "Chỉ hiển thị cho \(who.vi)", en: "Shown only to \(who.en)")
    }
    package static func redirectedOnly(_ who: Text) -> Text {
        Text(vi: "Chỉ chuyển hướng \(who.vi)", en: "Redirects only \(who.en)")
    }
    package static func differentPage(_ who: Text) -> Text {
        Text(vi: "Trang hoàn toàn khác đối với \(who.vi)", en: "An entirely different page for \(who.en)")
    }
    package static let missingLicence = Text(
        vi: "Không thấy số giấy phép thiết lập trang thông tin điện tử",
        en: "No licence number is shown"
    )
    package static let missingOwner = Text(
        vi: "Không thấy tên cơ quan chủ quản",
        en: "No owning agency is shown"
    )
    package static let missingResponsible = Text(
        vi: "Không thấy người chịu trách nhiệm nội dung",
        en: "No person responsible for the content is shown"
    )
    package static let mandatoryLineGone = Text(
        vi: "Dòng thông tin bắt buộc có trong mốc so sánh nay không còn",
        en: "A mandatory line that the baseline had is gone"
    )
    package static func pageReplaced(_ value: String) -> Text {
        Text(vi: "Chỉ còn giống mốc so sánh \(value) %", en: "Only \(value) % like the baseline")
    }
    package static let pageEmptied = Text(
        vi: "Trang gần như không còn nội dung",
        en: "The page has almost no content left"
    )
    package static func defacementWords(_ value: String) -> Text {
        Text(vi: "Lời để lại của kẻ tấn công: “\(value)”", en: "An attacker's message: “\(value)”")
    }
    package static let scriptChanged = Text(
        vi: "Mã lệnh của trang đã bị sửa",
        en: "The website's own script has changed"
    )
    package static let imageChanged = Text(vi: "Hình ảnh đã bị thay", en: "The image has been replaced")
    package static func parasitePage(_ value: String) -> Text {
        Text(vi: "Địa chỉ trang chứa “\(value)”", en: "The page's address holds “\(value)”")
    }
    package static func unknownPages(_ value: String) -> Text {
        Text(
            vi: "\(value) trang mới mà mốc so sánh chưa biết",
            en: "\(value) pages that the baseline does not know"
        )
    }
}
