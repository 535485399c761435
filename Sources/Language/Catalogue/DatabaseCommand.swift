/// What `sen database` says.
extension Text {
    package enum DatabaseCommand {
        package static let abstract = Text(
            vi: "Nơi lưu dữ liệu của Sen: SQLite hoặc PostgreSQL.",
            en: "Where Sen's data lies: SQLite or PostgreSQL."
        )
        package static let copyAbstract = Text(
            vi: "Chuyển toàn bộ dữ liệu giữa SQLite và PostgreSQL và chứng minh không có gì thay đổi.",
            en: "Copies all data between SQLite and PostgreSQL and proves that nothing changed."
        )
        package static let copyDiscussion = Text(
            vi: """
                Hãy dừng mọi máy chủ Sen trước. Nơi đến phải trống; dữ liệu nguồn không bị thay đổi. Lệnh in mã băm \
                SHA-256 và số dòng của từng bảng, giống nhau ở hai bên. Khóa ký không được chép theo.
                  sen database copy sen-data postgresql://sen@db1/sen
                """,
            en: """
                Stop every server first. The target has to be empty; the source is not changed. It prints the SHA-256 \
                and the number of rows of each table, which are the same on both sides. The signing key is not copied.
                  sen database copy sen-data postgresql://sen@db1/sen
                """
        )
        package static let fromHelp = Text(
            vi: "Thư mục dữ liệu hoặc chuỗi kết nối PostgreSQL lấy dữ liệu.",
            en: "The data folder, or the connection string of PostgreSQL, that has the data."
        )
        package static let toHelp = Text(
            vi: "Thư mục dữ liệu hoặc chuỗi kết nối PostgreSQL nhận dữ liệu.",
            en: "The data folder, or the connection string of PostgreSQL, that gets it."
        )
        package static let copied = Text(
            vi:
                "Đã chuyển xong và kiểm tra từng bảng. Hãy chạy sen audit verify ở nơi mới trước khi dùng.",
            en:
                "Everything is copied, and each table was checked. Run sen audit verify on the new place before using it."
        )
        package static func progress(_ done: String, _ total: String) -> Text {
            Text(vi: "Đang chuyển bảng \(done)/\(total)", en: "Copying table \(done) of \(total)")
        }
    }
}
