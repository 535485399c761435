/// What the commands say that work on an installation: its folder, and files that are taken in.
extension Text {
    package enum Installation {
        package static let dataHelp = Text(
            vi: "Thư mục dữ liệu của Sen; mặc định theo cài đặt, như sen serve.",
            en: "The data folder of Sen; by default the one of the settings, as sen serve takes it."
        )
        package static let jsonHelp = Text(
            vi: "In JSON, mỗi dòng một mục, cho chương trình khác đọc.",
            en: "Prints JSON, one thing a line, for other programs."
        )
        package static let underHelp = Text(
            vi: "Chỉ đơn vị có mã này và các đơn vị trực thuộc.",
            en: "Only the unit with this id and those below it."
        )
        package static let importFileHelp = Text(
            vi: "Tệp cần nhập; /dev/stdin để đọc từ đường ống.",
            en: "The file to take in; /dev/stdin reads what is piped in."
        )
        package static let dryRunHelp = Text(
            vi: "Chạy thử: báo cáo từng dòng như thật nhưng không ghi gì.",
            en: "Tries it: reports each row as it would, and writes nothing."
        )
        package static let problemsOnlyHelp = Text(
            vi: "Chỉ in các dòng bị từ chối.",
            en: "Prints only the rows that are refused."
        )
        package static func importRow(_ line: Int) -> Text {
            Text(vi: "dòng \(line)", en: "line \(line)")
        }
        package static func importOutcome(_ code: String) -> Text {
            switch code {
            case "added": Text(vi: "thêm mới", en: "added")
            case "changed": Text(vi: "thay đổi", en: "changed")
            case "unchanged": Text(vi: "giữ nguyên", en: "unchanged")
            default: Text(vi: "TỪ CHỐI", en: "REFUSED")
            }
        }
        package static func importSums(
            rows: String,
            added: String,
            changed: String,
            unchanged: String,
            refused: String,
            _ writing: Text
        ) -> Text {
            Text(
                vi:
                    "\(rows) dòng: thêm mới \(added), thay đổi \(changed), giữ nguyên \(unchanged), từ chối \(refused). \(writing.vi)",
                en:
                    "\(rows) rows: \(added) added, \(changed) changed, \(unchanged) unchanged, \(refused) refused. \(writing.en)"
            )
        }
        package static let importWritten = Text(
            vi: "Các dòng hợp lệ đã được ghi.",
            en: "The good rows are written."
        )
        package static let importTried = Text(
            vi: "Đây là chạy thử: chưa ghi gì.",
            en: "This was a trial: nothing is written."
        )
        package static let importNothing = Text(
            vi: "Chưa ghi gì: hãy sửa các dòng bị từ chối rồi nhập lại cả tệp.",
            en: "Nothing is written: correct the refused rows and take the whole file in again."
        )
        package static func importProgress(_ done: String, _ total: String) -> Text {
            Text(vi: "Đã nhập \(done)/\(total) dòng", en: "\(done) of \(total) rows taken in")
        }
    }
}
