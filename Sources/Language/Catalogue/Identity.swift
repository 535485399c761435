extension Text {
    package static let roleAdministrator = Text(vi: "Quản trị viên", en: "Administrator")
    package static let roleLeader = Text(vi: "Lãnh đạo", en: "Leader")
    package static let roleOfficer = Text(vi: "Cán bộ xử lý", en: "Officer")
    package static let roleInspector = Text(vi: "Thanh tra, kiểm tra", en: "Inspector")
    package static let roleAuditor = Text(vi: "Kiểm toán", en: "Auditor")
    package static let roleViewer = Text(vi: "Người xem", en: "Viewer")

    package static let passwordTooShort = Text(
        vi: "Mật khẩu phải có ít nhất 12 ký tự. Hãy chọn mật khẩu dài hơn, ví dụ ghép nhiều từ dễ nhớ.",
        en:
            "A password needs at least 12 characters. Choose a longer one, such as several words you remember."
    )
    package static let passwordTooLong = Text(
        vi: "Mật khẩu dài quá 128 byte. Hãy chọn mật khẩu ngắn hơn.",
        en: "The password is longer than 128 bytes. Choose a shorter one."
    )
    package static let passwordIsSignInName = Text(
        vi: "Mật khẩu không được trùng với tên đăng nhập. Hãy chọn mật khẩu khác.",
        en: "The password must not be the sign-in name. Choose another one."
    )
    package static let passwordCommon = Text(
        vi: "Mật khẩu này quá phổ biến, dễ bị đoán ra. Hãy chọn mật khẩu khác.",
        en: "This password is too common and easily guessed. Choose another one."
    )
    package static let tooManySignIns = Text(
        vi: "Hiện có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau ít giây.",
        en: "Too many people are signing in at once. Please try again in a few seconds."
    )
}

extension Text {
    /// Signing in, links, sessions, keys and accounts.
    package enum Identity {
        package static let signInRefused = Text(
            vi:
                "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi thử lại, hoặc nhờ quản trị viên đặt lại.",
            en:
                "The sign-in name or the password is wrong. Check both and try again, or ask an administrator for a reset."
        )
        package static let codeWrong = Text(
            vi: "Mã xác thực không đúng hoặc đã được dùng. Hãy nhập mã mới nhất trong ứng dụng xác thực.",
            en: "The code is wrong or was used already. Enter the newest code of your authenticator app."
        )
        package static let ticketEnded = Text(
            vi: "Lượt đăng nhập này đã hết hạn. Hãy đăng nhập lại từ đầu.",
            en: "This sign-in took too long. Please sign in again from the start."
        )
        package static let sessionEnded = Text(
            vi: "Phiên làm việc đã kết thúc. Hãy đăng nhập lại.",
            en: "Your session has ended. Please sign in again."
        )
        package static let linkEnded = Text(
            vi: "Đường dẫn này không còn hiệu lực. Hãy nhờ quản trị viên gửi đường dẫn mới.",
            en: "This link no longer works. Ask an administrator for a new one."
        )
        package static let timedCodesAlreadySet = Text(
            vi: "Tài khoản đã bật mã xác thực. Muốn đổi điện thoại, hãy nhờ quản trị viên gỡ mã cũ trước.",
            en:
                "This account already uses one-time codes. To change phones, ask an administrator to remove the old ones first."
        )
        package static let enrolmentNotBegun = Text(
            vi: "Chưa có mã QR nào đang chờ xác nhận. Hãy mở lại trang bật mã xác thực và quét mã QR.",
            en:
                "No QR code is waiting to be confirmed. Open the page for one-time codes again and scan its QR code."
        )
        package static let keyRefused = Text(
            vi: "Khóa API không đúng, đã hết hạn hoặc đã bị thu hồi. Hãy xin khóa mới từ quản trị viên.",
            en: "The API key is wrong, expired or revoked. Ask an administrator for a new one."
        )
        package static let keyNotFound = Text(
            vi: "Không tìm thấy khóa API. Hãy xem lại danh sách khóa của đơn vị.",
            en: "There is no such API key. Look at your unit's list of keys."
        )
        package static let keyNameInvalid = Text(
            vi: "Tên khóa phải có từ 1 đến 100 ký tự trên một dòng. Hãy ghi rõ hệ thống nào dùng khóa.",
            en: "The name of a key needs 1 to 100 characters on one line. Say which system will use it."
        )
        package static let keyRoleRefused = Text(
            vi: "Khóa API không được mang vai trò quản trị viên. Hãy chọn vai trò khác.",
            en: "An API key cannot be an administrator. Choose another role."
        )
        package static let keyLifeInvalid = Text(
            vi: "Thời hạn của khóa phải từ 1 đến 366 ngày. Hãy chọn lại thời hạn.",
            en: "A key lasts from 1 to 366 days. Choose its time again."
        )
        package static let accountNotFound = Text(
            vi: "Không tìm thấy tài khoản. Hãy xem lại danh sách tài khoản của đơn vị.",
            en: "There is no such account. Look at your unit's list of accounts."
        )
        package static let signInNameInvalid = Text(
            vi:
                "Tên đăng nhập chỉ gồm chữ không dấu, chữ số và các dấu . _ - @ ở giữa, dài nhất 64 ký tự. Hãy sửa lại tên.",
            en:
                "A sign-in name has letters without marks, digits and . _ - @ between them, 64 at most. Please correct it."
        )
        package static let signInNameTaken = Text(
            vi: "Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.",
            en: "This sign-in name is taken. Choose another one."
        )
        package static let fullNameInvalid = Text(
            vi: "Họ và tên phải có từ 1 đến 100 ký tự trên một dòng. Hãy sửa lại.",
            en: "A full name needs 1 to 100 characters on one line. Please correct it."
        )
        package static let changedMeanwhile = Text(
            vi: "Tài khoản vừa được người khác thay đổi. Hãy tải lại trang, xem thay đổi đó rồi làm lại.",
            en:
                "Somebody else has just changed this account. Reload the page, look at the change and try again."
        )
        package static let wrongState = Text(
            vi:
                "Trạng thái hiện tại của tài khoản không cho phép việc này. Hãy tải lại trang để xem trạng thái mới.",
            en: "The account's present state does not allow this. Reload the page to see its state."
        )
        package static let tooManyGrants = Text(
            vi: "Một tài khoản có nhiều nhất 32 vai trò. Hãy bỏ bớt, hoặc cấp vai trò ở đơn vị cấp trên.",
            en: "An account has at most 32 roles. Remove some, or grant one in a unit above."
        )
        package static let grantOutOfReach = Text(
            vi: "Chỉ được cấp vai trò trong đơn vị mình quản trị. Hãy nhờ quản trị viên cấp trên.",
            en: "You can grant roles only in the unit that you look after. Ask an administrator above you."
        )
        package static let accountReachesFurther = Text(
            vi: "Tài khoản này còn có vai trò ở đơn vị khác. Hãy nhờ quản trị viên cấp trên thực hiện.",
            en: "This account also has roles in other units. Ask an administrator above you to do it."
        )
        package static let lastAdministrator = Text(
            vi: "Đây là quản trị viên cuối cùng của hệ thống. Hãy cấp vai trò này cho người khác trước.",
            en: "This is the last administrator of the system. Give somebody else this role first."
        )
    }
}
