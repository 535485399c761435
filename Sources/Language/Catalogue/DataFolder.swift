/// Why a data folder cannot be used.
extension Text {
    package enum DataFolder {
        package static let missing = Text(
            vi:
                "Thư mục này không có dữ liệu của Sen (tệp sen.sqlite). Hãy kiểm tra lại đường dẫn sau --data.",
            en: "There is no data of Sen (sen.sqlite) in this folder. Check the path after --data."
        )
        package static let notADatabase = Text(
            vi:
                "Tệp sen.sqlite không phải là cơ sở dữ liệu của Sen hoặc đã bị hỏng. Hãy khôi phục từ bản sao lưu: sen restore",
            en: "sen.sqlite is not a database of Sen, or it is damaged. Restore a backup: sen restore"
        )
        package static let older = Text(
            vi:
                "Cơ sở dữ liệu do phiên bản Sen cũ hơn ghi. Hãy sao lưu, rồi khởi động máy chủ một lần để nâng cấp.",
            en:
                "The database was written by an older Sen. Make a backup, then start the server once: it brings it up to date."
        )
        package static let newer = Text(
            vi: "Cơ sở dữ liệu do phiên bản Sen mới hơn ghi. Hãy dùng phiên bản Sen mới.",
            en: "The database was written by a newer Sen. Use the newer version."
        )
        package static let inUse = Text(
            vi:
                "Một tiến trình Sen khác đang dùng thư mục dữ liệu này. Hãy dừng tiến trình đó trước, hoặc dùng thư mục khác.",
            en: "Another Sen process is using this data folder. Stop it first, or use another folder."
        )
        package static let cannotWrite = Text(
            vi:
                "Không ghi được vào thư mục. Hãy kiểm tra quyền truy cập, dung lượng trống và đường dẫn.",
            en: "The folder cannot be written. Check its rights, the free space and the path."
        )
        package static let keyMissing = Text(
            vi:
                "Thiếu khóa ký nhật ký (tệp audit-signing.key). Hãy chép lại khóa từ bản sao lưu riêng của khóa vào thư mục dữ liệu.",
            en:
                "The key that signs the log (audit-signing.key) is missing. Copy it back from where you keep it into the data folder."
        )
        package static let keyUnreadable = Text(
            vi:
                "Không đọc được khóa trong tệp. Hãy chép lại khóa từ bản sao lưu, không sửa gì trong tệp.",
            en:
                "The key file cannot be read. Copy the key again from its backup, without changing anything in it."
        )
        package static let keyTooOpen = Text(
            vi:
                "Người dùng khác trên máy đọc được khóa ký nhật ký. Hãy chạy: chmod 600 audit-signing.key",
            en:
                "Other users of this machine can read the key that signs the log. Run: chmod 600 audit-signing.key"
        )
        package static let keyMismatch = Text(
            vi:
                "Khóa trong thư mục dữ liệu không phải là khóa đã ký nhật ký này. Hãy chép lại đúng khóa của nhật ký.",
            en:
                "The key in the data folder is not the one that signed this log. Copy the log's own key back."
        )
        package static let targetExists = Text(
            vi: "Nơi lưu đã tồn tại nên không ghi đè. Hãy chọn một tên mới cho bản sao lưu.",
            en: "The target exists and is not overwritten. Choose a new name for the backup."
        )
        package static let folderNotEmpty = Text(
            vi:
                "Thư mục dữ liệu không trống nên không khôi phục đè lên. Dùng --force để chuyển dữ liệu hiện có sang thư mục bên cạnh rồi khôi phục.",
            en:
                "The data folder is not empty, so nothing was restored over it. With --force, what is there is moved aside first."
        )
        package static let cannotSwap = Text(
            vi:
                "Không đổi chỗ được thư mục dữ liệu, ví dụ vì nó là một điểm gắn kết. Hãy khôi phục vào một thư mục mới.",
            en:
                "The data folder cannot be put in the place of the old one, for example because it is a mount point. Restore into a new folder."
        )
        package static let twoDatabases = Text(
            vi:
                "Cài đặt database.url chỉ đến PostgreSQL nhưng thư mục dữ liệu vẫn có tệp sen.sqlite. Hãy chuyển dữ liệu bằng lệnh sen database copy nếu chưa làm, rồi chuyển tệp sen.sqlite đi nơi khác; hoặc bỏ cài đặt database.url.",
            en:
                "The setting database.url names PostgreSQL, yet the data folder holds a sen.sqlite. Copy the data with sen database copy if that was not done, then move sen.sqlite away; or remove the setting."
        )
        package static let serverAway = Text(
            vi:
                "Không kết nối được với PostgreSQL. Hãy kiểm tra database.url, mật khẩu, mạng và máy chủ cơ sở dữ liệu.",
            en:
                "PostgreSQL cannot be reached. Check database.url, the password, the network and the database server."
        )
        package static let serverUnfit = Text(
            vi:
                "Cơ sở dữ liệu PostgreSQL không phù hợp. Sen cần PostgreSQL 15 trở lên và cơ sở dữ liệu tạo bằng: CREATE DATABASE sen ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0",
            en:
                "The PostgreSQL database does not fit. Sen needs PostgreSQL 15 or later and a database made by: CREATE DATABASE sen ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0"
        )
        package static let libraryMissing = Text(
            vi: "Thiếu thư viện kết nối PostgreSQL. Hãy cài đặt: apt install libpq5",
            en: "PostgreSQL's client library is missing. Install it: apt install libpq5"
        )
        package static let backedUpByServer = Text(
            vi:
                "Dữ liệu nằm trong PostgreSQL nên sao lưu bằng công cụ của PostgreSQL: pg_dump hoặc pg_basebackup (xem docs/operating.md). Nhớ giữ riêng tệp audit-signing.key.",
            en:
                "The data lies in PostgreSQL, whose own tools back it up: pg_dump or pg_basebackup (see docs/operating.md). Keep audit-signing.key apart."
        )
        package static let copyDamaged = Text(
            vi:
                "Bản sao bị hỏng hoặc nhật ký trong đó không khớp, nên không sử dụng. Dữ liệu hiện có vẫn nguyên vẹn.",
            en:
                "The copy is damaged, or its log does not fit, so it was not used. The data that was there is untouched."
        )
    }
}
