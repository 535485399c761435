/// What `sen backup` and `sen restore` say.
extension Text {
    package enum Backups {
        package static let backupAbstract = Text(
            vi: "Sao lưu thư mục dữ liệu khi máy chủ vẫn chạy, rồi kiểm tra bản sao.",
            en: "Copies the data folder while the server goes on working, then verifies the copy."
        )
        package static let backupDiscussion = Text(
            vi: """
                Bản sao là một thư mục dữ liệu hoàn chỉnh. Khóa ký nhật ký không nằm trong bản sao, trừ khi dùng --with-key: \
                ai có khóa đều có thể ký một nhật ký khác, nên hãy giữ khóa ở nơi riêng.
                """,
            en: """
                The copy is a whole data folder. The key that signs the log is not in it unless you say --with-key: whoever \
                has the key could sign another log, so keep it in a place of its own.
                """
        )
        package static let targetHelp = Text(
            vi: "Thư mục mới cho bản sao lưu.",
            en: "A new folder for the backup."
        )
        package static let withKeyHelp = Text(
            vi: "Chép cả khóa ký nhật ký vào bản sao.",
            en: "Copies the key that signs the log as well."
        )
        package static let keyWarning = Text(
            vi: """
                CẢNH BÁO: bản sao có khóa ký nhật ký. Ai đọc được bản sao đều có thể ký một lịch sử giả. Hãy cất ở nơi chỉ \
                người có trách nhiệm mở được.
                """,
            en: """
                WARNING: the copy holds the key that signs the log. Whoever can read the copy could sign a false history. \
                Keep it where only those responsible can open it.
                """
        )
        package static let keyLeftOut = Text(
            vi: """
                Bản sao không có khóa ký nhật ký. Hãy cất riêng tệp audit-signing.key một lần: thiếu nó, máy chủ không \
                khởi động được với bản khôi phục trên máy khác.
                """,
            en: """
                The copy does not hold the key that signs the log. Keep audit-signing.key in a place of its own, once: \
                without it a server does not start with a restored copy on another machine.
                """
        )
        package static let copying = Text(vi: "Đang chép cơ sở dữ liệu…", en: "Copying the database…")
        package static let checkingFile = Text(
            vi: "Đang kiểm tra tệp cơ sở dữ liệu…",
            en: "Checking the database file…"
        )
        package static let checkingLog = Text(vi: "Đang kiểm tra nhật ký…", en: "Verifying the log…")
        package static func backedUp(_ path: String, entries: String, root: String) -> Text {
            Text(
                vi: "Đã sao lưu vào “\(path)”. Bản sao mở được và khớp: \(entries) mục nhật ký, gốc \(root)",
                en: "Backed up to “\(path)”. The copy opens and fits: \(entries) log entries, root \(root)"
            )
        }
        package static let restoreAbstract = Text(
            vi: "Khôi phục thư mục dữ liệu từ bản sao lưu, kiểm tra trước và sau.",
            en: "Restores the data folder from a backup, verified before and after."
        )
        package static let restoreDiscussion = Text(
            vi: """
                Máy chủ phải dừng. Thư mục không trống thì không bị ghi đè; với --force, thư mục hiện có được giữ nguyên \
                bên cạnh dưới tên mới.
                """,
            en: """
                The server must not run. A folder that is not empty is not overwritten; with --force it is kept beside, \
                under a new name.
                """
        )
        package static let backupHelp = Text(
            vi: "Thư mục bản sao lưu do sen backup tạo.",
            en: "The backup's folder, made by sen backup."
        )
        package static let forceHelp = Text(
            vi: "Chuyển dữ liệu hiện có sang bên cạnh rồi khôi phục.",
            en: "Moves what is there aside, then restores."
        )
        package static func restored(_ path: String, entries: String, root: String) -> Text {
            Text(
                vi: "Đã khôi phục vào “\(path)” và kiểm tra lại: \(entries) mục nhật ký, gốc \(root)",
                en: "Restored to “\(path)” and verified: \(entries) log entries, root \(root)"
            )
        }
        package static func movedAside(_ path: String) -> Text {
            Text(vi: "Dữ liệu trước đó nằm ở “\(path)”.", en: "What was there before is in “\(path)”.")
        }
        package static let keyToBring = Text(
            vi:
                "Còn thiếu khóa ký: hãy chép audit-signing.key vào thư mục dữ liệu trước khi khởi động máy chủ.",
            en:
                "The signing key is still missing: copy audit-signing.key into the data folder before starting the server."
        )
    }
}
