extension Text {
    /// A name as it is in every language, where a ``Text`` is wanted.
    package static func name(_ name: String) -> Text { Text(vi: name, en: name) }
}

extension Text.Audit {
    // MARK: The pages of the log

    package static func entryTitle(_ number: String) -> Text {
        Text(vi: "Mục \(number)", en: "Entry \(number)")
    }
    package static let downloadProof = Text(vi: "Tải bằng chứng", en: "Download the proof")
    package static let leafNumber = Text(vi: "Lá số", en: "Leaf")
    package static let commitment = Text(vi: "Cam kết", en: "Commitment")
    package static let recorded = Text(vi: "Nội dung đã ghi", en: "What was recorded")
    package static let beingSealedWhy = Text(
        vi: "Mục được đưa vào cây băm và ký trong vòng một giây. Hãy tải lại trang.",
        en: "The entry gets its place in the tree and a signature within a second. Reload the page."
    )
    package static let proofMeans = Text(
        vi:
            "Các mã băm dưới đây dẫn từ mục này đến mã băm gốc đã ký; lệnh sen audit check kiểm chứng tệp tải về.",
        en:
            "These hashes lead from this entry to the signed root hash; sen audit check verifies the downloaded file."
    )

    // MARK: What is done to people, keys and websites

    static let otherActions: [String: Text] = [
        "account.first-administrator-made": Text(
            vi: "tạo quản trị viên đầu tiên",
            en: "first administrator made"
        ),
        "account.invited": Text(vi: "mời vào hệ thống", en: "invited"),
        "account.grants-changed": Text(vi: "đổi vai trò", en: "roles changed"),
        "account.disabled": Text(vi: "khóa tài khoản", en: "disabled"),
        "account.enabled": Text(vi: "mở lại tài khoản", en: "enabled"),
        "account.reset-link-made": Text(vi: "tạo đường dẫn đặt lại mật khẩu", en: "reset link made"),
        "account.password-set": Text(vi: "đặt mật khẩu", en: "password set"),
        "account.password-rehashed": Text(vi: "băm lại mật khẩu", en: "password hashed anew"),
        "account.language-set": Text(vi: "đổi ngôn ngữ", en: "language set"),
        "account.name-set": Text(vi: "đổi họ tên", en: "name set"),
        "account.timed-codes-set": Text(vi: "bật mã xác thực", en: "one-time codes turned on"),
        "account.timed-codes-removed": Text(vi: "gỡ mã xác thực", en: "one-time codes removed"),
        "account.recovery-code-used": Text(vi: "dùng mã khôi phục", en: "recovery code used"),
        "account.signed-in": Text(vi: "đăng nhập", en: "signed in"),
        "account.signed-out": Text(vi: "đăng xuất", en: "signed out"),
        "account.sign-in-refused": Text(vi: "đăng nhập bị từ chối", en: "sign-in refused"),
        "account.erased": Text(vi: "xóa dữ liệu cá nhân", en: "person erased"),
        "sign-in.name-unknown": Text(vi: "đăng nhập với tên không có", en: "sign-in with an unknown name"),
        "key.made": Text(vi: "tạo khóa API", en: "key made"),
        "key.revoked": Text(vi: "thu hồi khóa API", en: "key revoked"),
        "website.added": Text(vi: "thêm trang thông tin", en: "added"),
        "website.changed": Text(vi: "sửa thông tin trang", en: "changed"),
        "website.paused": Text(vi: "tạm dừng theo dõi", en: "paused"),
        "website.resumed": Text(vi: "theo dõi trở lại", en: "resumed"),
        "website.retired": Text(vi: "ngừng theo dõi", en: "retired"),
        "website.baseline-accepted": Text(vi: "chấp nhận nội dung hiện tại", en: "baseline accepted"),
        "website.recheck-requested": Text(vi: "yêu cầu kiểm tra lại", en: "recheck requested"),
        "website.person-erased": Text(vi: "xóa dữ liệu người phụ trách", en: "person erased"),
        "unit-succession.recorded": Text(vi: "ghi nhận việc sắp xếp đơn vị", en: "succession recorded"),
        "unit-boundary.set": Text(vi: "đặt ranh giới đơn vị", en: "boundary set"),
        "dataset.published": Text.Published.actionPublished,
        "dataset.reviewed": Text.Published.actionReviewed,
    ]
}
