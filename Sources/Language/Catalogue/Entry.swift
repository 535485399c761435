extension Text {
    /// The way in: signing in, links that work once, one-time codes.
    package enum Entry {
        package static func waitSeconds(_ seconds: Int64) -> Text {
            Text(
                vi: "Đã thử quá nhiều lần. Hãy đợi \(seconds) giây rồi đăng nhập lại.",
                en: "Too many tries. Wait \(seconds) seconds, then sign in again."
            )
        }
        package static func waitUntil(_ time: String, minutes: Int64) -> Text {
            Text(
                vi: "Đã thử quá nhiều lần. Hãy đợi khoảng \(minutes) phút và đăng nhập lại sau \(time).",
                en: "Too many tries. Wait about \(minutes) minutes and sign in again after \(time)."
            )
        }
        package static let useRecoveryCode = Text(vi: "Dùng mã khôi phục", en: "Use a recovery code")
        package static let recoveryCode = Text(vi: "Mã khôi phục", en: "Recovery code")
        package static let recoveryCodeHelp = Text(
            vi: "Một trong mười mã đã in khi bật mã xác thực; mỗi mã dùng được một lần.",
            en: "One of the ten codes that you printed; each works once."
        )

        // MARK: Links

        package static let firstAdministrator = Text(vi: "Quản trị viên đầu tiên", en: "First administrator")
        package static let firstAdministratorMeans = Text(
            vi:
                "Tài khoản này quản trị toàn bộ hệ thống và mời những người khác. Bước tiếp theo là bật mã xác thực một lần.",
            en:
                "This account looks after the whole system and invites everybody else. One-time codes come next."
        )
        package static let invitation = Text(vi: "Kích hoạt tài khoản", en: "Activate your account")
        package static let reset = Text(vi: "Đặt lại mật khẩu", en: "Choose a new password")
        package static func passwordFor(_ fullName: String, _ signInName: String) -> Text {
            Text(
                vi: "Chọn mật khẩu cho \(fullName), tên tài khoản \(signInName).",
                en: "Choose a password for \(fullName), account name \(signInName)."
            )
        }
        package static let fullName = Text(vi: "Họ và tên", en: "Full name")
        package static let signInNameHelp = Text(
            vi: "Chữ không dấu, chữ số và các dấu . _ - @ ở giữa, ví dụ: van.an",
            en: "Letters without marks, digits and . _ - @ between them, such as van.an"
        )
        package static let newPassword = Text(vi: "Mật khẩu mới", en: "New password")
        package static let passwordHelp = Text(
            vi: "Ít nhất 12 ký tự; ghép vài từ dễ nhớ là tốt nhất.",
            en: "At least 12 characters; a few words that you remember are best."
        )
        package static let passwordAgain = Text(vi: "Nhập lại mật khẩu mới", en: "New password again")
        package static let passwordsDiffer = Text(
            vi: "Hai lần nhập mật khẩu mới không giống nhau. Hãy nhập lại.",
            en: "The two new passwords differ. Type them again."
        )
        package static let makeAccount = Text(vi: "Tạo tài khoản", en: "Make the account")
        package static let setPassword = Text(vi: "Đặt mật khẩu", en: "Set the password")

        // MARK: One-time codes

        package static let enrolment = Text(vi: "Bật mã xác thực một lần", en: "Turn on one-time codes")
        package static let enrolmentRequired = Text(
            vi:
                "Quản trị viên phải đăng nhập bằng mật khẩu và mã xác thực. Hãy bật mã xác thực để vào hệ thống.",
            en: "Administrators sign in with a password and a code. Turn the codes on to enter."
        )
        package static let enrolmentMeans = Text(
            vi: "Mỗi lần đăng nhập, ngoài mật khẩu sẽ cần thêm mã trên điện thoại của bạn.",
            en: "Each sign-in will ask for a code from your phone besides the password."
        )
        package static let enrolmentApps = Text(
            vi:
                "Cần một ứng dụng xác thực trên điện thoại, loại nào dùng mã sáu chữ số theo thời gian (TOTP) cũng được.",
            en:
                "You need an authenticator app on your phone; any that shows six-digit timed codes (TOTP) will do."
        )
        package static let showQRCode = Text(vi: "Hiện mã QR", en: "Show the QR code")
        package static let newQRCode = Text(vi: "Tạo mã QR khác", en: "Make another QR code")
        package static let scanQRCode = Text(
            vi: "Quét mã QR này bằng ứng dụng xác thực, rồi nhập sáu chữ số mà ứng dụng hiện ra.",
            en: "Scan this QR code with the app, then type the six digits that it shows."
        )
        package static let qrCode = Text(
            vi: "Mã QR cho ứng dụng xác thực",
            en: "QR code for the authenticator app"
        )
        package static let typeSecret = Text(
            vi: "Không quét được? Hãy nhập khóa này vào ứng dụng:",
            en: "Cannot scan? Type this key into the app:"
        )
        package static let turnOn = Text(vi: "Bật mã xác thực", en: "Turn on")
        package static let enrolmentDone = Text(vi: "Đã bật mã xác thực.", en: "One-time codes are on.")
        package static let recoveryCodesMean = Text(
            vi:
                "Hãy in mười mã khôi phục này và cất nơi an toàn: khi mất điện thoại, mỗi mã dùng được một lần. Các mã chỉ hiện một lần này.",
            en:
                "Print these ten recovery codes and keep them safe: without your phone, each lets you in once. They are shown only now."
        )
    }
}
