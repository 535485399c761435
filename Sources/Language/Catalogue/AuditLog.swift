extension Text {
    package static let auditLogDamaged = Text(
        vi:
            "Nhật ký kiểm toán bị hỏng nên chưa ghi tiếp được. Hãy chạy lệnh sen audit verify và báo quản trị viên.",
        en:
            "The audit log is damaged and cannot grow. Run sen audit verify and tell the administrator."
    )
    package static let auditSubjectUnknown = Text(
        vi: "Nhật ký không có mục nào về đối tượng này. Hãy kiểm tra lại mã đã nhập.",
        en: "The log has no entry about this subject. Check the id that you entered."
    )
    package static let auditNotYetSequenced = Text(
        vi: "Thay đổi vừa rồi chưa được đưa vào cây băm của nhật ký. Hãy thử lại sau một giây.",
        en: "The latest change is not in the log's tree yet. Try again in a second."
    )
    package static let auditTooManyEntries = Text(
        vi: "Biên nhận này có quá nhiều mục nhật ký. Hãy lập biên nhận riêng cho từng đối tượng.",
        en: "This receipt would hold too many log entries. Make one receipt for each subject."
    )
}

/// Why a receipt is refused.
extension Text {
    package static let receiptUnreadable = Text(
        vi: "Tệp này không phải là biên nhận của Sen hoặc đã bị cắt mất một phần. Hãy xin lại bản gốc.",
        en: "This file is not a receipt of Sen, or a part of it is missing. Ask for the original again."
    )
    package static let receiptOfOtherLog = Text(
        vi:
            "Biên nhận do một nhật ký khác lập, không phải nhật ký có khóa công khai đã nêu. Hãy kiểm tra lại khóa công khai.",
        en: "The receipt is from another log than the one with this public key. Check the public key."
    )
    package static let receiptSignatureWrong = Text(
        vi:
            "Chữ ký trên biên nhận không hợp lệ: biên nhận đã bị sửa hoặc là giả. Đừng sử dụng biên nhận này.",
        en: "The signature on the receipt is not valid: it was changed or forged. Do not rely on it."
    )
    package static let receiptEntryWrong = Text(
        vi:
            "Một mục nhật ký trong biên nhận không đúng dạng hoặc không thuộc đối tượng đã nêu. Đừng sử dụng biên nhận này.",
        en:
            "An entry in the receipt is malformed or is not about the subject it names. Do not rely on the receipt."
    )
    package static let receiptContentWrong = Text(
        vi: "Nội dung trong biên nhận khác với nội dung đã được ghi nhận. Đừng sử dụng biên nhận này.",
        en: "The content in the receipt is not the content that was recorded. Do not rely on the receipt."
    )
    package static let receiptProofWrong = Text(
        vi: "Biên nhận không chứng minh được rằng mục này có trong nhật ký. Đừng sử dụng biên nhận này.",
        en: "The receipt does not prove that this entry is in the log. Do not rely on it."
    )
}

/// What `sen audit verify` says of the first entry that does not fit.
extension Text {
    package static let auditEntryMissing = Text(
        vi: "Thiếu mục này: nó đã bị xóa khỏi cơ sở dữ liệu.",
        en: "The entry is missing: it was deleted from the database."
    )
    package static let auditEntryChanged = Text(
        vi: "Mục này khác với mục đã được ký: nó đã bị sửa hoặc bị đổi chỗ.",
        en: "The entry is not the one that was signed: it was changed or moved."
    )
    package static let auditContentChanged = Text(
        vi: "Nội dung lưu kèm mục này khác với nội dung đã được ghi nhận.",
        en: "The content kept with the entry is not the content that was recorded."
    )
    package static let auditTileChanged = Text(
        vi: "Mục này đúng, nhưng ô của cây băm chứa nó đã bị sửa hoặc bị xóa.",
        en: "The entry is right, but the tile of the tree that holds it was changed or deleted."
    )
    package static let auditCheckpointForged = Text(
        vi: "Điểm kiểm tra ngay sau mục này không có chữ ký hợp lệ của nhật ký.",
        en: "The checkpoint right after this entry does not carry a valid signature of the log."
    )
    package static let auditCheckpointDiffers = Text(
        vi: "Từ mục này trở đi, nhật ký khác với điểm kiểm tra đã ký: lịch sử đã bị viết lại.",
        en: "From this entry on, the log is not what the signed checkpoint says: history was rewritten."
    )
    package static let auditCheckpointMissing = Text(
        vi: "Thiếu điểm kiểm tra bao gồm mục này: nó đã bị xóa khỏi cơ sở dữ liệu.",
        en: "The checkpoint that covers this entry is missing: it was deleted from the database."
    )
    package static let auditRowChanged = Text(
        vi:
            "Dữ liệu hiện tại của đối tượng khác với lần thay đổi cuối cùng trong nhật ký: có người đã sửa ngoài hệ thống.",
        en:
            "The subject's data is not what its last entry in the log says: it was changed behind the program's back."
    )
    package static let auditRowMissing = Text(
        vi: "Đối tượng của mục này không còn trong dữ liệu, nhưng nhật ký không ghi việc xóa.",
        en: "The subject of the entry is no longer in the data, but the log records no deletion."
    )
    package static let auditRowWithoutEntry = Text(
        vi: "Đối tượng này có trong dữ liệu nhưng nhật ký không có mục nào về nó.",
        en: "The subject is in the data, but the log has no entry about it."
    )
}
