/// Texts of published files and of the catalogue's clocks.
extension Text {
    package enum Published {
        // Failures
        package static let notOpen = Text(
            vi: "Chỉ dữ liệu mở mới được công bố. Hãy xem lại phân loại của bộ dữ liệu.",
            en: "Only open data is published. See how the dataset is classified."
        )
        package static let manifestUnreadable = Text(
            vi: "Tệp manifest.json không đọc được. Hãy tải lại trọn bộ tệp đã công bố.",
            en: "The file manifest.json cannot be read. Download the published files again."
        )
        package static let notProved = Text(
            vi:
                "Nhật ký không chứng minh tệp manifest.json này. Không dùng các tệp; hãy tải lại từ trang dữ liệu mở.",
            en: "The log does not prove this manifest.json. Do not rely on the files; download them again."
        )
        package static let checkpointWrong = Text(
            vi: "Mốc nhật ký trong manifest.json không do khóa này ký. Hãy kiểm tra khóa công khai.",
            en: "The checkpoint in manifest.json is not signed by this key. Check the public key."
        )
        package static let fileMissing = Text(
            vi: "Thiếu một tệp đã công bố. Hãy tải trọn bộ tệp vào cùng một thư mục.",
            en: "A published file is missing. Download all of them into one folder."
        )
        package static let fileChanged = Text(
            vi: "Tệp không đúng như khi công bố. Không dùng tệp này; hãy tải lại.",
            en: "The file is not the one that was published. Do not rely on it; download it again."
        )
        package static func file(_ name: String, _ what: Text) -> Text {
            Text(vi: "\(name): \(what.vi)", en: "\(name): \(what.en)")
        }

        // Commands
        package static let publishAbstract = Text(
            vi: "Công bố một bộ dữ liệu mở thành tệp kèm bằng chứng.",
            en: "Publishes an open dataset as files with a proof."
        )
        package static let publishDiscussion = Text(
            vi: """
                Ghi vào thư mục mới: các bản ghi đang có hiệu lực (NDJSON), mẫu dữ liệu (JSON Schema), manifest.json nêu \
                SHA-256 của từng tệp và mốc nhật ký lúc trích, proof.json là bằng chứng trong nhật ký. Ai có khóa công \
                khai đều kiểm tra được bằng sen datasets verify-published mà không cần mạng.

                Ví dụ:
                  sen datasets publish cot-phat-song --out cong-bo/cot-phat-song-2026-11
                """,
            en: """
                Writes into a new folder: the records that count (NDJSON), their schema (JSON Schema), manifest.json with \
                the SHA-256 of each file and the checkpoint of the log that they were cut at, and proof.json, the proof \
                from the log. Anyone with the public key can check them offline with sen datasets verify-published.

                Example:
                  sen datasets publish masts --out published/masts-2026-11
                """
        )
        package static let outHelp = Text(
            vi: "Thư mục mới cho các tệp; chưa được có.",
            en: "A new folder for the files; it must not exist."
        )
        package static func outExists(_ path: String) -> Text {
            Text(
                vi: "Đã có “\(path)”. Hãy chọn thư mục mới; tệp đã công bố không bị ghi đè.",
                en: "“\(path)” exists. Choose a new folder; published files are not overwritten."
            )
        }
        package static let noCheckpoint = Text(
            vi: "Nhật ký chưa có mốc nào. Hãy thử lại sau giây lát.",
            en: "The log has no checkpoint yet. Try again in a moment."
        )
        package static func published(records: String, folder: String) -> Text {
            Text(
                vi: "Đã công bố \(records) bản ghi vào \(folder).",
                en: "Published \(records) records in \(folder)."
            )
        }
        package static let verifyAbstract = Text(
            vi: "Kiểm tra các tệp đã công bố, chỉ bằng khóa công khai.",
            en: "Checks published files with the public key alone."
        )
        package static let verifyDiscussion = Text(
            vi: """
                Không cần mạng và không cần máy chủ. Hãy lấy khóa công khai (sen audit key) từ nơi khác với nơi tải tệp.

                Ví dụ:
                  sen datasets verify-published cot-phat-song-2026-11 --key "trung-tam+1a2b3c4d+AZ..."

                Mã kết thúc: 0 đúng, 1 không đúng, 2 không đọc được tệp, 64 gõ sai lệnh.
                """,
            en: """
                Needs neither network nor server. Get the public key (sen audit key) from elsewhere than the files.

                Example:
                  sen datasets verify-published masts-2026-11 --key "centre+1a2b3c4d+AZ..."

                Exit codes: 0 fits, 1 does not fit, 2 a file cannot be read, 64 the command was not understood.
                """
        )
        package static let folderHelp = Text(
            vi: "Thư mục có manifest.json và các tệp đi kèm.",
            en: "The folder with manifest.json and its files."
        )
        package static func fits(dataset: String, records: String, files: String) -> Text {
            Text(
                vi: "Đúng như đã công bố: bộ dữ liệu \(dataset), \(records) bản ghi, \(files) tệp.",
                en: "As it was published: dataset \(dataset), \(records) records, \(files) files."
            )
        }
        package static func cut(at time: String, log: String, size: String) -> Text {
            Text(
                vi: "Trích lúc \(time), tại mốc \(size) mục của nhật ký \(log).",
                en: "Cut at \(time), at the checkpoint of \(size) entries of the log \(log)."
            )
        }
        package static func recorded(at time: String, leaf: String) -> Text {
            Text(
                vi: "Nhật ký ghi việc công bố lúc \(time), mục số \(leaf).",
                en: "The log recorded the publication at \(time), entry \(leaf)."
            )
        }

        // The clocks of the catalogue
        package static let clocks = Text(vi: "Rà soát và cập nhật", en: "Review and renewal")
        package static let clocksWhy = Text(
            vi: "Danh mục được rà soát ít nhất 6 tháng một lần; dữ liệu mở được cập nhật trong 3 tháng.",
            en: "The catalogue is reviewed at least every 6 months; open data is renewed within 3 months."
        )
        package static let reviewedOn = Text(vi: "Rà soát gần nhất", en: "Last review")
        package static let neverReviewed = Text(vi: "Chưa rà soát", en: "Not reviewed yet")
        package static let reviewDue = Text(vi: "Hạn rà soát", en: "Review due")
        package static let renewalDue = Text(vi: "Hạn cập nhật dữ liệu mở", en: "Renewal of open data due")
        package static let overdue = Text(vi: "Quá hạn", en: "Overdue")
        package static let reviewOverdue = Text(vi: "Quá hạn rà soát", en: "Review overdue")
        package static let renewalOverdue = Text(vi: "Quá hạn cập nhật", en: "Renewal overdue")
        package static let review = Text(vi: "Đã rà soát", en: "Reviewed")

        // What the log says
        package static let actionPublished = Text(vi: "công bố dữ liệu", en: "data published")
        package static let actionReviewed = Text(vi: "rà soát bộ dữ liệu", en: "dataset reviewed")
        package static let subjectPublished = Text(vi: "dữ liệu đã công bố", en: "published data")
        package static let subjectReview = Text(vi: "việc rà soát bộ dữ liệu", en: "dataset review")
    }
}
