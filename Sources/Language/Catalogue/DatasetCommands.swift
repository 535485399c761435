/// What `sen datasets` says.
extension Text {
    package enum Datasets {
        package static let abstract = Text(
            vi: "Cơ sở dữ liệu dùng chung: liệt kê, nạp và xuất dữ liệu.",
            en: "The shared database: list datasets, load and export records."
        )
        package static let discussion = Text(
            vi: """
                Bộ dữ liệu được khai báo trong bảng điều khiển hoặc bằng gói (sen pack). Dùng được cả khi máy chủ đang \
                chạy trên cùng thư mục dữ liệu; nhật ký ghi mỗi thay đổi là do system:command.

                Ví dụ:
                  sen datasets list --find "lao dong"
                  sen datasets load bao-cao-thang du-lieu.ndjson --dry-run
                  sen datasets export bao-cao-thang --from 2026-01 > nam-2026.ndjson

                Mã kết thúc: 0 xong, 1 bị từ chối hoặc có dòng bị từ chối, 2 không đọc được dữ liệu hay tệp, 64 gõ sai lệnh.
                """,
            en: """
                Datasets are declared in the console or by packs (sen pack). Works also while a server runs on the same \
                data folder; the log names system:command for each change.

                Examples:
                  sen datasets list --find "lao dong"
                  sen datasets load monthly-report records.ndjson --dry-run
                  sen datasets export monthly-report --from 2026-01 > year-2026.ndjson

                Exit codes: 0 done, 1 refused or some rows refused, 2 the data or the file cannot be read, 64 the command \
                was not understood.
                """
        )
        package static let listAbstract = Text(vi: "Liệt kê các bộ dữ liệu.", en: "Lists the datasets.")
        package static let findHelp = Text(
            vi: "Chỉ bộ dữ liệu có các từ này trong tên hay mô tả; không cần gõ dấu.",
            en: "Only datasets with these words in title or description; tones need not be typed."
        )
        package static let loadAbstract = Text(
            vi: "Nạp tệp NDJSON, mỗi dòng một bản ghi.",
            en: "Loads NDJSON, one record a line."
        )
        package static let loadDiscussion = Text(
            vi: """
                Tệp lớn bao nhiêu cũng được: bộ nhớ không tăng theo tệp. Dòng sai được báo cáo và bỏ qua, các dòng khác \
                vẫn được ghi. Nạp lại cùng một tệp không tạo thêm phiên bản nào; khi bị ngắt giữa chừng, chạy lại với \
                --skip-bytes như thông báo để khỏi đọc lại phần đã xong.

                Ví dụ:
                  sen datasets load bao-cao-thang du-lieu.ndjson --dry-run --json | jq .code
                  sen datasets load bao-cao-thang du-lieu.ndjson --reason "đính chính theo công văn 12"
                """,
            en: """
                A file may be of any size: memory does not grow with it. Bad rows are reported and left out, the others \
                are written. Loading the same file again makes no new versions; after a break, run it again with \
                --skip-bytes as it was told, so that what is done is not read again.

                Examples:
                  sen datasets load monthly-report records.ndjson --dry-run --json | jq .code
                  sen datasets load monthly-report records.ndjson --reason "corrected by letter 12"
                """
        )
        package static let datasetHelp = Text(vi: "Mã bộ dữ liệu.", en: "The id of the dataset.")
        package static let fileHelp = Text(
            vi: "Tệp NDJSON; - để đọc từ đường ống.",
            en: "The NDJSON file; - reads what is piped in."
        )
        package static let reasonHelp = Text(
            vi: "Lý do, ghi cùng từng phiên bản; bắt buộc khi đính chính kỳ đã khóa.",
            en: "The reason, kept with each version; needed to correct a locked period."
        )
        package static let skipHelp = Text(
            vi: "Bỏ qua chừng này byte đầu tệp, là phần đã nạp xong.",
            en: "Skips this many bytes at the beginning of the file, which are loaded already."
        )
        package static let exportAbstract = Text(
            vi: "Xuất các bản ghi dạng NDJSON, theo thứ tự khóa.",
            en: "Writes the records as NDJSON, in the order of their keys."
        )
        package static let fromHelp = Text(
            vi: "Chỉ từ kỳ này, ví dụ 2026-01.",
            en: "Only from this period on, such as 2026-01."
        )
        package static let toHelp = Text(vi: "Chỉ đến hết kỳ này.", en: "Only up to this period.")
        package static let asOfHelp = Text(
            vi: "Dữ liệu như tại thời điểm này, ví dụ 2026-11-24T10:00:00+07:00.",
            en: "The data as it was at this time, such as 2026-11-24T10:00:00+07:00."
        )
        package static let notATime = Text(
            vi: "--as-of phải là thời điểm theo RFC 3339, ví dụ 2026-11-24T10:00:00+07:00.",
            en: "--as-of takes a time by RFC 3339, such as 2026-11-24T10:00:00+07:00."
        )
        package static let notADataset = Text(
            vi: "Mã bộ dữ liệu gồm chữ thường, chữ số và dấu gạch nối, bắt đầu bằng chữ.",
            en: "The id of a dataset is small letters, digits and hyphens, beginning with a letter."
        )
        package static func loadProgress(rows: String, refused: String) -> Text {
            Text(vi: "\(rows) dòng, từ chối \(refused)", en: "\(rows) rows, \(refused) refused")
        }
        package static func goOn(bytes: Int) -> Text {
            Text(
                vi: "Đã dừng giữa chừng. Chạy lại với --skip-bytes \(bytes) để nạp tiếp.",
                en: "It stopped on the way. Run it again with --skip-bytes \(bytes) to go on."
            )
        }
        package static func unreadable(_ why: String) -> Text {
            Text(vi: "Không đọc được tệp: \(why).", en: "The file cannot be read: \(why).")
        }
    }
}
