extension Text {
    // MARK: Around every page

    package static let skipToContent = Text(vi: "Đến nội dung chính", en: "Skip to the content")
    package static let mainNavigation = Text(vi: "Điều hướng chính", en: "Main navigation")
    package static let menu = Text(vi: "Danh mục", en: "Menu")
    package static let boardRoom = Text(vi: "Bảng điều hành", en: "Board")
    package static let casesRoom = Text(vi: "Hồ sơ", en: "Cases")
    package static let websitesRoom = Text(vi: "Trang thông tin", en: "Websites")
    package static let datasetsRoom = Text(vi: "Dữ liệu dùng chung", en: "Shared data")
    package static let shareGroup = Text(vi: "Chia sẻ", en: "Share")
    package static let unitsRoom = Text(vi: "Đơn vị", en: "Units")
    package static let accountsRoom = Text(vi: "Tài khoản", en: "Accounts")
    package static let auditRoom = Text(vi: "Sổ kiểm toán", en: "Audit log")
    package static let observeGroup = Text(vi: "Quan sát", en: "Observe")
    package static let administerGroup = Text(vi: "Quản trị", en: "Administer")
    package static let labBadge = Text(vi: "Dữ liệu phòng thử nghiệm", en: "Lab data")
    package static let labExplained = Text(
        vi: "Trang và người ở đây là giả định, dùng để thử nghiệm; không phải số liệu thật.",
        en: "Websites and people here are invented for trying things out; nothing is real."
    )
    package static let labOpens = Text(
        vi: "Bấm để mở phòng thử nghiệm.",
        en: "Opens the lab."
    )
    package static let live = Text(vi: "Trực tiếp ·", en: "Live ·")
    package static let asOf = Text(vi: "Số liệu lúc", en: "As of")
    package static let connectionLost = Text(
        vi: "Mất kết nối · số liệu lúc",
        en: "Connection lost · as of"
    )
    package static let theme = Text(vi: "Giao diện sáng, tối", en: "Light or dark")
    package static let themeLight = Text(vi: "Giao diện sáng", en: "Light")
    package static let themeDark = Text(vi: "Giao diện tối", en: "Dark")
    package static let themeAuto = Text(vi: "Theo thiết bị", en: "As the device")
    package static let shortcuts = Text(vi: "Phím tắt", en: "Keyboard shortcuts")
    package static let shortcutSearch = Text(vi: "Tìm kiếm", en: "Search")
    package static let shortcutHelp = Text(vi: "Mở bảng phím tắt này", en: "Open this list")
    package static let close = Text(vi: "Đóng", en: "Close")
    package static let signOut = Text(vi: "Đăng xuất", en: "Sign out")
    package static let printPage = Text(vi: "In", en: "Print")
    package static let bySen = Text(vi: "Hệ thống Sen", en: "Sen")
    package static func auditEntry(_ number: Int) -> Text {
        Text(
            vi: "mục sổ \(number)",
            en: "log entry \(number)"
        )
    }
    package static let download = Text(vi: "Tải về", en: "Download")
    package static let about = Text(vi: "Thông tin chung", en: "About")

    // MARK: Lists and forms

    package static let optional = Text(vi: "(không bắt buộc)", en: "(optional)")
    package static let filterList = Text(vi: "Lọc", en: "Filter")
    package static let clearFilters = Text(vi: "Bỏ lọc", en: "Clear filters")
    package static let all = Text(vi: "Tất cả", en: "All")
    package static let pages = Text(vi: "Phân trang", en: "Pages")
    package static let firstPage = Text(vi: "Trang đầu", en: "First page")
    package static let nextPage = Text(vi: "Trang sau", en: "Next")
    package static func listRange(_ first: String, _ last: String, _ total: String) -> Text {
        Text(
            vi: "\(first)–\(last) trong \(total)",
            en: "\(first)–\(last) of \(total)"
        )
    }
    package static let nothingFits = Text(vi: "Không có kết quả phù hợp", en: "Nothing fits")
    package static let nothingFitsWhy = Text(
        vi: "Hãy kiểm tra từ khoá hoặc bỏ bớt điều kiện lọc. Có thể gõ không dấu.",
        en: "Check the words or remove a filter. Tones may be left out."
    )
    package static let state = Text(vi: "Trạng thái", en: "State")
    package static let kind = Text(vi: "Loại", en: "Kind")
    package static let time = Text(vi: "Thời điểm", en: "Time")
    package static let subject = Text(vi: "Đối tượng", en: "Subject")
    package static let unit = Text(vi: "Đơn vị", en: "Unit")
    package static let never = Text(vi: "chưa lần nào", en: "never")
    package static let notStated = Text(vi: "chưa khai báo", en: "not stated")

    // MARK: Signing in

    package static let signIn = Text(vi: "Đăng nhập", en: "Sign in")
    package static let accountName = Text(vi: "Tên tài khoản", en: "Account name")
    package static let password = Text(vi: "Mật khẩu", en: "Password")
    package static let oneTimeCode = Text(vi: "Mã xác thực một lần", en: "One-time code")
    package static let oneTimeCodeHelp = Text(
        vi: "Sáu chữ số trong ứng dụng xác thực trên điện thoại.",
        en: "Six digits from the authenticator app on your phone."
    )
    package static let signInHelp = Text(
        vi: "Chưa có tài khoản hoặc quên mật khẩu: hãy liên hệ quản trị viên của đơn vị.",
        en: "No account, or password forgotten: ask your unit's administrator."
    )

    // MARK: Errors

    package static let toBoard = Text(vi: "Về bảng điều hành", en: "To the board")
    package static let errorCode = Text(vi: "Mã lỗi", en: "Error code")
    package static let requestNumber = Text(vi: "số yêu cầu", en: "request")
    package static let notSignedIn = Text(vi: "Cần đăng nhập", en: "Please sign in")
    package static let notAllowed = Text(vi: "Không có quyền", en: "Not allowed")
    package static let notFoundTitle = Text(vi: "Không tìm thấy", en: "Not found")
    package static let changedMeanwhile = Text(vi: "Nội dung đã thay đổi", en: "Changed in the meantime")
    package static let tooManyTries = Text(vi: "Quá nhiều lần thử", en: "Too many tries")
    package static let somethingBroke = Text(vi: "Hệ thống gặp sự cố", en: "Something broke")
    package static let notUnderstood = Text(vi: "Yêu cầu chưa hợp lệ", en: "The request is not valid")

    // MARK: Units, accounts, audit log

    package static let searchUnits = Text(
        vi: "Tìm đơn vị theo tên hoặc mã",
        en: "Search units by name or code"
    )
    package static let unitsAsOf = Text(vi: "Đơn vị theo ngày", en: "Units as of")
    package static let unitCode = Text(vi: "Mã", en: "Code")
    package static let noUnitsHere = Text(vi: "Chưa có đơn vị trực thuộc", en: "No units below this one")
    package static let noUnitsHereWhy = Text(
        vi: "Đơn vị trực thuộc sẽ hiện ở đây sau khi được nhập bằng lệnh sen units import.",
        en: "Units below appear here once imported with sen units import."
    )
    package static let cameFrom = Text(vi: "Hình thành từ", en: "Formed from")
    package static let searchAccounts = Text(vi: "Tìm tài khoản theo tên", en: "Search accounts by name")
    package static let addAccount = Text(vi: "Thêm tài khoản", en: "Add an account")
    package static let grants = Text(vi: "Vai trò", en: "Roles")
    package static let lastSignIn = Text(vi: "Đăng nhập gần nhất", en: "Last sign-in")
    package static let turnedOn = Text(vi: "Đã bật", en: "On")
    package static let turnedOff = Text(vi: "Chưa bật", en: "Off")
    package static let searchAudit = Text(
        vi: "Tìm theo người, việc hoặc đối tượng",
        en: "Search by person, action or subject"
    )
    package static let auditExplained = Text(
        vi: "Mỗi việc đã làm là một mục không thể sửa; ai cũng có thể kiểm chứng bằng khoá công khai.",
        en: "Everything done is an entry that cannot be changed; anyone can verify it with the public key."
    )
    package static let checkpoint = Text(vi: "Điểm xác nhận mới nhất", en: "Latest checkpoint")
    package static let entries = Text(vi: "Số mục", en: "Entries")
    package static let signedAt = Text(vi: "Ký lúc", en: "Signed at")
    package static let signer = Text(vi: "Bên ký", en: "Signer")
    package static let rootHash = Text(vi: "Mã băm gốc", en: "Root hash")
    package static let noCheckpoint = Text(vi: "Chưa có điểm xác nhận", en: "No checkpoint yet")
    package static let noCheckpointWhy = Text(
        vi: "Điểm xác nhận được ký trong vòng một giây sau mục đầu tiên.",
        en: "A checkpoint is signed within a second of the first entry."
    )
    package static let entry = Text(vi: "Mục", en: "Entry")
    package static let actor = Text(vi: "Người thực hiện", en: "Actor")
    package static let action = Text(vi: "Việc", en: "Action")
    package static let proof = Text(vi: "Bằng chứng", en: "Proof")
    package static let contentErased = Text(
        vi: "nội dung đã xoá theo yêu cầu",
        en: "content erased on request"
    )
    package static let beingSealed = Text(vi: "đang niêm phong", en: "being sealed")
}
