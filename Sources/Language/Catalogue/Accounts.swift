extension Text {
    /// The pages of accounts and of API keys.
    package enum Accounts {
        // MARK: Accounts

        package static func state(_ code: String) -> Text {
            switch code {
            case "invited": Text(vi: "Chờ kích hoạt", en: "Invited")
            case "active": Text(vi: "Hoạt động", en: "Active")
            default: Text(vi: "Đã khóa", en: "Disabled")
            }
        }
        package static let role = Text(vi: "Vai trò", en: "Role")
        package static let workUnit = Text(vi: "Đơn vị công tác", en: "Works in")
        package static let invite = Text(vi: "Mời vào hệ thống", en: "Invite")
        package static let inviteMeans = Text(
            vi:
                "Sau bước này sẽ có một đường dẫn để người được mời tự chọn mật khẩu; hãy gửi cho đúng người.",
            en: "Next you get a link with which the person chooses a password; send it to nobody else."
        )
        package static let noUnit = Text(
            vi: "Không có đơn vị nào với mã này. Hãy chọn một đơn vị trong danh sách.",
            en: "No unit has this id. Choose one from the list."
        )
        package static let noRole = Text(
            vi: "Không có vai trò này. Hãy chọn một vai trò trong danh sách.",
            en: "There is no such role. Choose one from the list."
        )
        package static let addGrant = Text(vi: "Thêm vai trò", en: "Add a role")
        package static let addGrantMeans = Text(
            vi: "Vai trò có hiệu lực trong đơn vị đã chọn và mọi đơn vị trực thuộc.",
            en: "A role holds in the chosen unit and in every unit below it."
        )
        package static let removeGrant = Text(vi: "Gỡ vai trò", en: "Remove")
        package static let noGrants = Text(
            vi: "Tài khoản chưa có vai trò nào nên chưa xem được gì.",
            en: "The account has no role yet, so it sees nothing."
        )
        package static let reset = Text(vi: "Đặt lại mật khẩu", en: "Reset the password")
        package static let resetMeans = Text(
            vi: "Tạo đường dẫn để chủ tài khoản tự chọn mật khẩu mới; mật khẩu cũ còn dùng được đến lúc đó.",
            en: "Makes a link for a new password; the old one holds until it is used."
        )
        package static let disable = Text(vi: "Khóa tài khoản", en: "Disable the account")
        package static let disableMeans = Text(
            vi: "Chủ tài khoản bị đăng xuất ngay và không vào được nữa; những việc đã làm vẫn còn trong sổ.",
            en: "The person is signed out at once and cannot come back; what they did stays in the log."
        )
        package static let enable = Text(vi: "Mở lại tài khoản", en: "Enable the account")
        package static let enableMeans = Text(
            vi: "Tạo lời mời mới để chủ tài khoản chọn mật khẩu mới.",
            en: "Makes a new invitation, with which the person chooses a new password."
        )
        package static let removeCodes = Text(vi: "Gỡ mã xác thực", en: "Remove the one-time codes")
        package static let removeCodesMeans = Text(
            vi: "Dùng khi mất cả điện thoại lẫn mã khôi phục. Hãy xác minh đúng người trước khi gỡ.",
            en: "For when phone and recovery codes are both gone. Make sure that it is the right person."
        )
        package static let actions = Text(vi: "Thao tác", en: "What you can do")
        package static let linkReady = Text(vi: "Đường dẫn đã sẵn sàng", en: "The link is ready")
        package static func linkFor(_ fullName: String) -> Text {
            Text(
                vi: "Gửi đường dẫn này cho \(fullName) qua kênh an toàn. Đường dẫn chỉ dùng được một lần.",
                en: "Send this link to \(fullName) by a safe channel. It works once."
            )
        }
        package static let shownOnce = Text(
            vi: "Nội dung này chỉ hiện một lần: rời trang là không xem lại được.",
            en: "This is shown only now: once you leave the page it cannot be seen again."
        )
        package static let toAccount = Text(vi: "Về trang tài khoản", en: "To the account")
        package static let auditOfAccount = Text(vi: "Việc đã làm", en: "What they did")

        // MARK: One's own account

        package static let own = Text(vi: "Tài khoản của tôi", en: "My account")
        package static let changePassword = Text(vi: "Đổi mật khẩu", en: "Change the password")
        package static let changePasswordMeans = Text(
            vi: "Các trình duyệt khác sẽ phải đăng nhập lại.",
            en: "Other browsers will have to sign in again."
        )
        package static let oldPassword = Text(vi: "Mật khẩu hiện tại", en: "Present password")
        package static let oldPasswordWrong = Text(
            vi: "Mật khẩu hiện tại không đúng. Hãy nhập lại.",
            en: "The present password is wrong. Type it again."
        )
        package static let passwordChanged = Text(vi: "Đã đổi mật khẩu.", en: "The password is changed.")
        package static let changeName = Text(vi: "Đổi họ tên", en: "Change the name")
        package static let nameMeans = Text(
            vi: "Họ tên này hiện trong hồ sơ và sổ kiểm toán khi bạn làm một việc.",
            en: "Cases and the audit log show this name for what you do."
        )
        package static let language = Text(vi: "Ngôn ngữ", en: "Language")
        package static let saveLanguage = Text(vi: "Lưu ngôn ngữ", en: "Save the language")
        package static let languageMeans = Text(
            vi: "Ngôn ngữ của các trang và thông báo gửi cho bạn.",
            en: "For the pages and for messages to you."
        )
        package static let sessions = Text(vi: "Nơi đang đăng nhập", en: "Where you are signed in")
        package static let network = Text(vi: "Địa chỉ mạng", en: "Network")
        package static let openedAt = Text(vi: "Đăng nhập lúc", en: "Signed in at")
        package static let usedAt = Text(vi: "Dùng gần nhất", en: "Last used")
        package static let thisBrowser = Text(vi: "Trình duyệt này", en: "This browser")
        package static let endSession = Text(vi: "Đăng xuất nơi này", en: "Sign out there")
        package static let signOutOthers = Text(vi: "Đăng xuất mọi nơi khác", en: "Sign out everywhere else")
        package static let turnOnCodes = Text(vi: "Bật mã xác thực một lần", en: "Turn on one-time codes")

        // MARK: API keys

        package static let keys = Text(vi: "Khóa API", en: "API keys")
        package static let keysExplained = Text(
            vi: "Mỗi hệ thống khác dùng một khóa riêng, với một vai trò trong một đơn vị và có thời hạn.",
            en: "Each other system has a key of its own, with one role in one unit, for a time."
        )
        package static let makeKey = Text(vi: "Tạo khóa", en: "Make a key")
        package static let makeKeyMeans = Text(
            vi: "Khóa chỉ hiện một lần sau khi tạo; hệ thống chỉ giữ mã băm của khóa.",
            en: "The key is shown once after it is made; only its hash is kept."
        )
        package static let keyName = Text(vi: "Hệ thống sử dụng", en: "Which system uses it")
        package static let keyDays = Text(vi: "Số ngày hiệu lực", en: "Days that it holds")
        package static let keyDaysHelp = Text(vi: "Từ 1 đến 366 ngày.", en: "From 1 to 366 days.")
        package static let keyEnds = Text(vi: "Hết hạn", en: "Ends")
        package static let keyUsed = Text(vi: "Dùng gần nhất", en: "Last used")
        package static let keyHolds = Text(vi: "Còn hiệu lực", en: "Holds")
        package static let keyEnded = Text(vi: "Hết hạn", en: "Ended")
        package static let keyRevoked = Text(vi: "Đã thu hồi", en: "Revoked")
        package static let revokeKey = Text(vi: "Thu hồi", en: "Revoke")
        package static let noKeys = Text(vi: "Chưa có khóa API", en: "No API keys yet")
        package static let noKeysWhy = Text(
            vi: "Khóa được tạo ở đây sẽ hiện trong danh sách này.",
            en: "Keys made here appear in this list."
        )
        package static let keyReady = Text(vi: "Khóa đã sẵn sàng", en: "The key is ready")
        package static func keyFor(_ name: String) -> Text {
            Text(
                vi: "Chép khóa này vào cấu hình của “\(name)” và không gửi cho ai khác.",
                en: "Copy this key into the settings of “\(name)” and give it to nobody else."
            )
        }
        package static let toKeys = Text(vi: "Về danh sách khóa", en: "To the keys")
    }

    package static func rowsShown(_ count: String) -> Text {
        Text(vi: "\(count) dòng", en: "\(count) rows")
    }
}
