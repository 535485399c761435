/// What `sen audit` says.
extension Text {
    package enum Audit {
        package static let abstract = Text(
            vi: "Nhật ký kiểm toán: kiểm tra toàn bộ, lập biên nhận, kiểm tra biên nhận.",
            en: "The audit log: verify all of it, prove a case, check a receipt."
        )
        package static let discussion = Text(
            vi: """
                Mỗi thay đổi để lại một mục trong nhật ký; không ai, kể cả người quản trị cơ sở dữ liệu, sửa hay xóa được \
                mà lệnh verify không chỉ ra. Mã kết thúc: 0 khớp, 1 không khớp, 2 không kiểm tra được, 64 gõ sai lệnh.
                """,
            en: """
                Each change leaves an entry in the log; nobody, not even whoever runs the database, can change or drop \
                one without verify naming it. Exit codes: 0 it fits, 1 it does not fit, 2 it could not be looked at, \
                64 the command was not understood.
                """
        )
        package static let dataHelp = Text(
            vi: "Thư mục dữ liệu của Sen, hoặc một bản sao lưu.",
            en: "The data folder of Sen, or a backup."
        )
        package static let keyHelp = Text(
            vi: "Khóa công khai của nhật ký, do lệnh sen audit key in ra.",
            en: "The log's public key, as sen audit key prints it."
        )
        package static let keyFileHelp = Text(
            vi: "Tệp chứa khóa công khai của nhật ký.",
            en: "A file with the log's public key."
        )
        package static let twoKeys = Text(
            vi: "Chỉ dùng một trong hai: --key hoặc --key-file.",
            en: "Use only one of --key and --key-file."
        )
        package static let notAKey = Text(
            vi:
                "Đây không phải là khóa công khai của nhật ký. Khóa có dạng tên+mã+khóa, do lệnh sen audit key in ra.",
            en: "This is not a log's public key. One looks like name+hash+key; sen audit key prints it."
        )
        package static let keyNeeded = Text(
            vi: """
                Hãy cho biết khóa công khai của nhật ký bằng --key hoặc --key-file, lấy từ nơi đáng tin cậy, không lấy từ \
                chính biên nhận.
                """,
            en: """
                Give the log's public key with --key or --key-file, from a source that you trust and not from the \
                receipt itself.
                """
        )
        package static func noSuchFile(_ path: String) -> Text {
            Text(
                vi: "Không đọc được tệp “\(path)”. Hãy kiểm tra lại đường dẫn và quyền đọc.",
                en: "The file “\(path)” cannot be read. Check the path and its rights."
            )
        }
        package static let keyAbstract = Text(
            vi: "In khóa công khai của nhật ký, để gửi cho người kiểm tra biên nhận.",
            en: "Prints the log's public key, to give to those who check receipts."
        )
        package static func progress(_ done: String, _ total: String) -> Text {
            Text(vi: "Đã kiểm tra \(done)/\(total) mục", en: "Checked \(done) of \(total) entries")
        }
    }
}

// MARK: sen audit verify

extension Text.Audit {
    package static let verifyAbstract = Text(
        vi: "Kiểm tra lại toàn bộ nhật ký và dữ liệu, chỉ ra mục đầu tiên không khớp.",
        en: "Re-checks the whole log and the data, and names the first entry that does not fit."
    )
    package static let verifyDiscussion = Text(
        vi: """
            Chạy được cả khi máy chủ đang hoạt động. Người giữ cả máy chủ lẫn khóa ký có thể viết lại lịch sử; muốn phát \
            hiện, hãy giữ khóa công khai (--key) và biên nhận hoặc điểm kiểm tra cũ (--kept) ở nơi khác.
            """,
        en: """
            Works while the server runs. Whoever holds both the server and the signing key could rewrite history; to \
            find that, keep the public key (--key) and old receipts or checkpoints (--kept) elsewhere.
            """
    )
    package static let keptHelp = Text(
        vi: "Biên nhận hoặc điểm kiểm tra cũ giữ ở nơi khác; dùng được nhiều lần.",
        en: "An old receipt or checkpoint that was kept elsewhere; may be given several times."
    )
    package static func notACheckpoint(_ path: String) -> Text {
        Text(
            vi:
                "Tệp “\(path)” không có điểm kiểm tra nào do khóa của nhật ký này ký. Hãy kiểm tra lại tệp và khóa.",
            en: "The file “\(path)” has no checkpoint signed by this log's key. Check the file and the key."
        )
    }
    package static func allFits(entries: String, checkpoints: String, root: String) -> Text {
        Text(
            vi: "Khớp: \(entries) mục, \(checkpoints) điểm kiểm tra có chữ ký đúng, gốc cây băm \(root)",
            en: "All fits: \(entries) entries, \(checkpoints) checkpoints with valid signatures, root \(root)"
        )
    }
    package static func firstMisfit(leaf: String?, entry: String?, subject: String?) -> Text {
        let vi = [leaf.map { "lá \($0)" }, entry.map { "mục số \($0)" }, subject].compactMap { $0 }
        let en = [leaf.map { "leaf \($0)" }, entry.map { "entry \($0)" }, subject].compactMap { $0 }
        return Text(
            vi: "KHÔNG KHỚP, lần đầu tại: \(vi.joined(separator: ", "))",
            en: "DOES NOT FIT, first at: \(en.joined(separator: ", "))"
        )
    }
    package static let whatToDo = Text(
        vi: """
            Việc cần làm:
              1. Giữ nguyên hiện trạng: không sửa, không xóa gì trong thư mục dữ liệu; chép cả thư mục sang nơi khác làm chứng cứ.
              2. Tìm bản sao lưu mới nhất còn khớp: sen audit verify --data BẢN-SAO-LƯU
              3. Báo người phụ trách an toàn thông tin; chỉ khôi phục (sen restore) sau khi đã rõ nguyên nhân.
            """,
        en: """
            What to do:
              1. Keep everything as it is: change and delete nothing in the data folder; copy it elsewhere as evidence.
              2. Find the newest backup that still fits: sen audit verify --data BACKUP
              3. Tell whoever is responsible for information security; restore (sen restore) only once the cause is known.
            """
    )
}

// MARK: sen audit prove, sen audit check

extension Text.Audit {
    package static let proveAbstract = Text(
        vi: "Lập biên nhận cho một hồ sơ hoặc một bản ghi dữ liệu: mọi việc đã ghi, kèm bằng chứng.",
        en: "Writes the receipt of a case or of a record: everything that was recorded about it, with proof."
    )
    package static let proveDiscussion = Text(
        vi: """
            Biên nhận gồm các mục về hồ sơ và về đối tượng của hồ sơ, kể cả nội dung; hãy chỉ giao cho người được xem hồ sơ. \
            Biên nhận của bản ghi có cả nội dung mọi phiên bản. Ai có khóa công khai đều kiểm tra được bằng sen audit \
            check, không cần máy chủ.

            Ví dụ:
              sen audit prove HS-2026-0412 -o ho-so.json
              sen audit prove bao-cao-thang/16681/2026-10 -o ban-ghi.json
            """,
        en: """
            A receipt holds the entries about the case and about what it is about, with their contents: give it only to \
            those who may see the case. A record's receipt holds the texts of all its versions. Anyone with the public \
            key checks it by sen audit check, without a server.

            Examples:
              sen audit prove HS-2026-0412 -o case.json
              sen audit prove monthly-report/16681/2026-10 -o record.json
            """
    )
    package static let caseHelp = Text(
        vi: "Số hồ sơ, ví dụ HS-2026-0412, mã hồ sơ, hoặc bản ghi viết như bo-du-lieu/khóa.",
        en: "The case's number, such as HS-2026-0412, its id, or a record written as dataset/key."
    )
    package static let outputHelp = Text(
        vi: "Tệp biên nhận cần ghi; mặc định in ra màn hình.",
        en: "The receipt's file; standard output by default."
    )
    package static func notACase(_ typed: String) -> Text {
        Text(
            vi:
                "“\(typed)” không phải là số hay mã hồ sơ, cũng không phải bản ghi. Hãy viết như HS-2026-0412 hoặc bo-du-lieu/khóa.",
            en:
                "“\(typed)” is neither a case's number, nor an id, nor a record. Write HS-2026-0412 or dataset/key."
        )
    }
    package static func receiptWritten(_ path: String, entries: String) -> Text {
        Text(
            vi: "Đã ghi biên nhận gồm \(entries) mục vào “\(path)”.",
            en: "Wrote a receipt of \(entries) entries to “\(path)”."
        )
    }
    package static let checkAbstract = Text(
        vi: "Kiểm tra biên nhận chỉ bằng khóa công khai, không cần máy chủ.",
        en: "Checks a receipt with the public key alone, without a server."
    )
    package static let checkDiscussion = Text(
        vi: "Ví dụ: sen audit check HS-2026-0412.json --key-file khoa-cong-khai.txt",
        en: "For example: sen audit check HS-2026-0412.json --key-file public-key.txt"
    )
    package static let receiptHelp = Text(vi: "Tệp biên nhận.", en: "The receipt's file.")
    package static func receiptFits(entries: String, log: String, size: String) -> Text {
        Text(
            vi: "Biên nhận đúng: \(entries) mục có trong nhật ký “\(log)”, đã ký khi nhật ký có \(size) mục.",
            en:
                "The receipt is right: \(entries) entries are in the log “\(log)”, signed when it had \(size) entries."
        )
    }
    package static let receiptProves = Text(
        vi: """
            Biên nhận chứng minh các việc trên đã được ghi đúng như vậy, theo thứ tự đó. Biên nhận không chứng minh rằng \
            ngoài ra không còn việc nào khác.
            """,
        en: """
            The receipt proves that the above was recorded exactly so, in this order. It does not prove that nothing \
            else was recorded.
            """
    )
    package static func leaf(_ number: String) -> Text { Text(vi: "lá \(number)", en: "leaf \(number)") }
    package static func unit(_ id: String) -> Text { Text(vi: "đơn vị \(id)", en: "unit \(id)") }
    package static func actorAccount(_ id: String) -> Text {
        Text(vi: "tài khoản \(id)", en: "account \(id)")
    }
    package static func actorKey(_ id: String) -> Text { Text(vi: "khóa API \(id)", en: "API key \(id)") }
    package static func actorSystem(_ part: String) -> Text {
        Text(vi: "hệ thống (\(part))", en: "Sen itself (\(part))")
    }
    package static let contentErased = Text(vi: "nội dung đã được xóa", en: "content erased")
    package static let contentProved = Text(vi: "nội dung đúng như đã ghi", en: "content as recorded")
    package static let otherAction = Text(vi: "thay đổi", en: "change")

    package static func subjectKind(_ kind: String) -> Text? {
        switch kind {
        case "case": Text(vi: "hồ sơ", en: "case")
        case "website": Text(vi: "trang thông tin điện tử", en: "website")
        case "unit": Text(vi: "đơn vị", en: "unit")
        case "unit-succession": Text(vi: "việc sắp xếp đơn vị", en: "succession")
        case "unit-boundary": Text(vi: "ranh giới đơn vị", en: "boundary")
        case "account": Text(vi: "tài khoản", en: "account")
        case "key": Text(vi: "khóa API", en: "API key")
        case "published-data": Text.Published.subjectPublished
        case "dataset-review": Text.Published.subjectReview
        default: nil
        }
    }

    /// What an entry's action says; `nil` for one of a later version.
    package static func action(_ code: String) -> Text? { actions[code] ?? otherActions[code] }

    private static let actions: [String: Text] = [
        "case.opened": Text(vi: "mở hồ sơ", en: "opened"),
        "case.merged": Text(vi: "ghi nhận thêm lần phát hiện", en: "seen again"),
        "case.reopened": Text(vi: "mở lại hồ sơ", en: "reopened"),
        "case.accepted": Text(vi: "tiếp nhận", en: "accepted"),
        "case.assigned": Text(vi: "giao người xử lý", en: "assigned"),
        "case.started": Text(vi: "bắt đầu xử lý", en: "work started"),
        "case.answered": Text(vi: "báo cáo kết quả", en: "answered"),
        "case.verifying": Text(vi: "bắt đầu kiểm tra lại", en: "verification began"),
        "case.returned": Text(vi: "trả lại để xử lý tiếp", en: "returned to its owner"),
        "case.closed": Text(vi: "đóng hồ sơ", en: "closed"),
        "case.refused": Text(vi: "từ chối tiếp nhận", en: "refused"),
        "case.refusal-confirmed": Text(vi: "xác nhận việc từ chối", en: "refusal confirmed"),
        "case.refusal-overruled": Text(vi: "bác việc từ chối", en: "refusal overruled"),
        "case.commented": Text(vi: "thêm ý kiến", en: "commented"),
        "case.evidence-added": Text(vi: "thêm chứng cứ", en: "evidence added"),
        "case.attached": Text(vi: "đính kèm tệp", en: "file attached"),
        "case.related": Text(vi: "liên kết hồ sơ", en: "related"),
        "case.unrelated": Text(vi: "bỏ liên kết hồ sơ", en: "no longer related"),
        "case.overdue": Text(vi: "báo quá hạn", en: "overdue"),
        "unit.added": Text(vi: "thêm đơn vị", en: "added"),
        "unit.changed": Text(vi: "sửa đơn vị", en: "changed"),
        "audit.erased": Text(vi: "xóa nội dung", en: "contents erased"),
    ]
}
