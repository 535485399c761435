/// What `sen accounts` says.
extension Text {
    package enum AccountCommands {
        package static let abstract = Text(
            vi: "Tài khoản và khóa API: xem, mời, khóa, cấp quyền, lấy lại quyền quản trị.",
            en: "Accounts and API keys: list, invite, block, grant, and a way back in."
        )
        package static let discussion = Text(
            vi: """
                Dùng được cả khi máy chủ đang chạy. Ai ghi được thư mục dữ liệu thì dùng được lệnh này, nên chỉ người dùng \
                của máy chủ mới được có quyền ấy; nhật ký ghi mỗi thay đổi là do system:command. Không lệnh nào in mật \
                khẩu hay mã bí mật, trừ đường dẫn hoặc khóa vừa tạo, in một lần.

                Ví dụ:
                  sen accounts add nguyen.van.a --full-name "Nguyễn Văn A" --unit 17329 --role officer
                  sen accounts grant nguyen.van.a --role leader --unit 17329
                  sen accounts block nguyen.van.a
                Không còn ai vào được với vai trò quản trị viên:
                  sen accounts add quan.tri.2 --full-name "Trần Thị B" --unit 40 --role administrator
                  sen accounts link quan.tri --remove-codes

                Mã kết thúc: 0 xong, 1 bị từ chối, 2 không đọc được dữ liệu, 64 gõ sai lệnh.
                """,
            en: """
                Works also while a server runs. Whoever may write the data folder may use it, so only the server's user \
                should have that right; the log names system:command for each change. No command prints a password or \
                a secret, except the link or key that it has just made, once.

                Examples:
                  sen accounts add nguyen.van.a --full-name "Nguyễn Văn A" --unit 17329 --role officer
                  sen accounts grant nguyen.van.a --role leader --unit 17329
                  sen accounts block nguyen.van.a
                Nobody can sign in as administrator any more:
                  sen accounts add admin.2 --full-name "Trần Thị B" --unit 40 --role administrator
                  sen accounts link admin --remove-codes

                Exit codes: 0 done, 1 refused, 2 the data cannot be read, 64 the command was not understood.
                """
        )
        package static let listAbstract = Text(
            vi: "Liệt kê tài khoản, theo tên đăng nhập.",
            en: "Lists accounts, by sign-in name."
        )
        package static let showAbstract = Text(
            vi: "Cho biết một tài khoản thuộc về ai, ở trạng thái nào, được làm gì ở đâu.",
            en: "Shows whose an account is, its state, and what it may do where."
        )
        package static let nameHelp = Text(
            vi: "Tên đăng nhập, ví dụ nguyen.van.a",
            en: "The sign-in name, such as nguyen.van.a"
        )
        package static let addAbstract = Text(
            vi: "Tạo tài khoản và in đường dẫn dùng một lần để chủ tài khoản chọn mật khẩu.",
            en: "Makes an account and prints the one-time link by which its owner chooses a password."
        )
        package static let addDiscussion = Text(
            vi: """
                Gửi đường dẫn cho đúng người, qua kênh riêng: ai mở trước sẽ chọn mật khẩu. Vai trò có hiệu lực trong đơn \
                vị và mọi đơn vị trực thuộc; thêm vai trò ở đơn vị khác bằng sen accounts grant.

                Ví dụ:
                  sen accounts add tran.thi.b --full-name "Trần Thị B" --unit so-noi-vu --role leader
                """,
            en: """
                Give the link to its owner alone, in private: whoever opens it first chooses the password. A role holds \
                in the unit and all below it; sen accounts grant adds roles in other units.

                Example:
                  sen accounts add tran.thi.b --full-name "Trần Thị B" --unit so-noi-vu --role leader
                """
        )
        package static let fullNameHelp = Text(vi: "Họ và tên.", en: "The person's full name.")
        package static let unitHelp = Text(
            vi: "Mã đơn vị công tác; tìm mã: sen units find TÊN",
            en: "The id of the unit that the person works in; find ids by: sen units find NAME"
        )
        package static let grantUnitHelp = Text(
            vi: "Mã đơn vị có vai trò này.",
            en: "The id of the unit for which the role holds."
        )
        package static let roleHelp = Text(vi: "Vai trò.", en: "The role.")
        package static let rolesHelp = Text(
            vi: "Vai trò trong đơn vị đó; dùng nhiều lần được.",
            en: "A role in that unit; may be repeated."
        )
        package static let languageHelp = Text(
            vi: "Ngôn ngữ của giao diện: vi hoặc en.",
            en: "The language of the pages: vi or en."
        )
        package static let linkAbstract = Text(
            vi: "Tạo đường dẫn mới để chọn lại mật khẩu, hoặc để tạo quản trị viên đầu tiên.",
            en: "Makes a new link: to choose a password again, or to make the first administrator."
        )
        package static let linkDiscussion = Text(
            vi: """
                Mật khẩu cũ còn dùng được cho đến khi mật khẩu mới được chọn. Dùng --remove-codes khi chủ tài khoản mất \
                cả điện thoại và mã dự phòng. Đường dẫn trước đó của tài khoản hết hiệu lực.

                Ví dụ:
                  sen accounts link nguyen.van.a
                  sen accounts link quan.tri --remove-codes
                  sen accounts link --first-administrator
                """,
            en: """
                The old password holds until the new one is chosen. Use --remove-codes when the owner lost both telephone \
                and recovery codes. An earlier link of the account ends.

                Examples:
                  sen accounts link nguyen.van.a
                  sen accounts link admin --remove-codes
                  sen accounts link --first-administrator
                """
        )
        package static let removeCodesHelp = Text(
            vi: "Gỡ cả mã xác thực; phiên đang mở sẽ kết thúc.",
            en: "Takes the one-time codes away as well; open sessions end."
        )
        package static let firstAdministratorHelp = Text(
            vi: "Đường dẫn tạo quản trị viên đầu tiên, khi chưa có ai.",
            en: "The link that makes the first administrator, while there is none."
        )
        package static let nameOrFirst = Text(
            vi: "Hãy cho biết tên đăng nhập, hoặc dùng --first-administrator (không dùng cả hai).",
            en: "Give a sign-in name, or --first-administrator, and not both."
        )
        package static let administratorExists = Text(
            vi: """
                Đã có quản trị viên hoạt động. Hãy dùng: sen accounts link TÊN, hoặc sen accounts add TÊN … --role \
                administrator
                """,
            en: """
                There is an active administrator. Use: sen accounts link NAME, or sen accounts add NAME … --role \
                administrator
                """
        )
        package static func linkMade(_ hours: Int) -> Text {
            Text(
                vi:
                    "Đường dẫn dùng một lần, trong \(hours) giờ, không in lại được. Hãy gửi riêng cho đúng người:",
                en:
                    "A link for one use within \(hours) hours, not shown again. Give it to the right person alone:"
            )
        }
        package static let blockAbstract = Text(
            vi: "Khóa tài khoản ngay; phiên và đường dẫn của tài khoản kết thúc.",
            en: "Shuts an account out at once; its sessions and its link end."
        )
        package static let unblockAbstract = Text(
            vi: "Mở lại tài khoản đã khóa và in đường dẫn để chọn mật khẩu mới.",
            en: "Lets a blocked account in again, and prints the link for a new password."
        )
        package static let grantAbstract = Text(
            vi: "Cấp một vai trò trong một đơn vị và các đơn vị trực thuộc.",
            en: "Gives a role in a unit and those below it."
        )
        package static let revokeAbstract = Text(
            vi: "Thu hồi một vai trò trong một đơn vị.",
            en: "Takes a role in a unit away."
        )
        package static func grantExample(_ command: String) -> Text {
            Text(
                vi: "Ví dụ:\n  sen accounts \(command) nguyen.van.a --role inspector --unit 40",
                en: "Example:\n  sen accounts \(command) nguyen.van.a --role inspector --unit 40"
            )
        }
        package static func example(_ command: String) -> Text {
            Text(
                vi: "Ví dụ:\n  sen accounts \(command) nguyen.van.a",
                en: "Example:\n  sen accounts \(command) nguyen.van.a"
            )
        }
        package static let listExample = Text(
            vi: "Ví dụ:\n  sen accounts list --unit 17329\n  sen accounts list --json | jq -r .name",
            en: "Examples:\n  sen accounts list --unit 17329\n  sen accounts list --json | jq -r .name"
        )
        package static let noSuchGrant = Text(
            vi: "Tài khoản không có vai trò này trong đơn vị này. Hãy xem: sen accounts show TÊN",
            en: "The account has no such role in this unit. Look at: sen accounts show NAME"
        )
        package static func blocked(_ name: String) -> Text {
            Text(vi: "Đã khóa tài khoản \(name).", en: "The account \(name) is blocked.")
        }
        package static let mayDoNothing = Text(vi: "chưa có vai trò nào", en: "no role")
        package static let fullName = Text(vi: "Họ và tên", en: "Full name")
        package static let state = Text(vi: "Trạng thái", en: "State")
        package static let roles = Text(vi: "Vai trò", en: "Roles")
        package static let codes = Text(vi: "Mã xác thực", en: "One-time codes")
        package static let codesSet = Text(vi: "đã bật", en: "set up")
        package static let codesNotSet = Text(vi: "chưa bật", en: "not set up")
        package static let made = Text(vi: "Tạo lúc", en: "Made")
        package static func stateName(_ code: String) -> Text {
            switch code {
            case "invited": Text(vi: "chờ kích hoạt", en: "invited")
            case "active": Text(vi: "hoạt động", en: "active")
            default: Text(vi: "đã khóa", en: "blocked")
            }
        }
    }
}

// MARK: - Keys

extension Text.AccountCommands {
    package static let keysAbstract = Text(
        vi: "Khóa API để hệ thống khác dùng: xem, tạo, thu hồi.",
        en: "API keys for other systems: list, make, revoke."
    )
    package static let keysListAbstract = Text(
        vi: "Liệt kê khóa API, mới nhất trước; không in khóa.",
        en: "Lists API keys, the newest first; never the keys themselves."
    )
    package static let keysMakeAbstract = Text(
        vi: "Tạo khóa API và in một lần.",
        en: "Makes an API key and prints it once."
    )
    package static let keysMakeDiscussion = Text(
        vi: """
            Khóa có một vai trò trong một đơn vị: --role cùng --unit, hoặc --account để lấy vai trò duy nhất của một tài \
            khoản. Khóa không thuộc về tài khoản đó và không được là quản trị viên. Khóa ra đầu ra chuẩn, lời nhắn ra đầu \
            ra lỗi.

            Ví dụ:
              sen accounts keys make --name "Kho dữ liệu tỉnh" --role viewer --unit 40 --days 90
              sen accounts keys make --name "Kiểm thử" --account nguyen.van.a > khoa.txt
            """,
        en: """
            A key has one role in one unit: --role with --unit, or --account to take the only role of an account. It does \
            not belong to that account and cannot be an administrator. The key goes to standard output, the advice to \
            standard error.

            Examples:
              sen accounts keys make --name "Data warehouse" --role viewer --unit 40 --days 90
              sen accounts keys make --name "Tests" --account nguyen.van.a > key.txt
            """
    )
    package static let keysRevokeAbstract = Text(
        vi: "Thu hồi một khóa API ngay.",
        en: "Ends an API key at once."
    )
    package static let keysExample = Text(
        vi: "Ví dụ:\n  sen accounts keys list\n  sen accounts keys revoke MÃ",
        en: "Examples:\n  sen accounts keys list\n  sen accounts keys revoke ID"
    )
    package static let keyNameHelp = Text(
        vi: "Hệ thống nào dùng khóa.",
        en: "Which system uses the key."
    )
    package static let keyAccountHelp = Text(
        vi: "Tên đăng nhập của tài khoản mà khóa lấy vai trò.",
        en: "The sign-in name of the account whose role the key gets."
    )
    package static let keyDaysHelp = Text(
        vi: "Số ngày khóa có hiệu lực, từ 1 đến 366.",
        en: "For how many days the key holds, 1 to 366."
    )
    package static let keyIDHelp = Text(
        vi: "Mã của khóa, do sen accounts keys list in ra.",
        en: "The key's id, as sen accounts keys list prints it."
    )
    package static let accountOrRole = Text(
        vi: "Hãy dùng --account, hoặc --role cùng --unit.",
        en: "Give --account, or --role with --unit."
    )
    package static func notOneGrant(_ name: String) -> Text {
        Text(
            vi: "Tài khoản \(name) không có đúng một vai trò. Hãy dùng --role cùng --unit.",
            en: "The account \(name) has not exactly one role. Give --role with --unit."
        )
    }
    package static func keyMade(_ id: String, until end: String) -> Text {
        Text(
            vi: "Khóa \(id) có hiệu lực đến \(end). Hãy cất ngay, vì không in lại được:",
            en: "The key \(id) holds until \(end). Keep it now, it is not shown again:"
        )
    }
    package static func keyRevoked(_ name: String) -> Text {
        Text(vi: "Đã thu hồi khóa “\(name)”.", en: "The key “\(name)” is revoked.")
    }
    package static func keyState(_ code: String) -> Text {
        switch code {
        case "holds": Text(vi: "còn hiệu lực", en: "holds")
        case "expired": Text(vi: "hết hạn", en: "expired")
        default: Text(vi: "đã thu hồi", en: "revoked")
        }
    }
    package static func keyEnds(_ day: String) -> Text { Text(vi: "đến \(day)", en: "until \(day)") }
    package static func keyUsed(_ at: String?) -> Text {
        Text(
            vi: at.map { "dùng gần nhất \($0)" } ?? "chưa dùng",
            en: at.map { "last used \($0)" } ?? "not used yet"
        )
    }
}
