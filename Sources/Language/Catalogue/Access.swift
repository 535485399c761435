extension Text {
    package static let accessOutOfSight = Text(
        vi: "Không tìm thấy. Hãy kiểm tra lại địa chỉ, hoặc tìm trong danh sách của đơn vị mình.",
        en: "There is no such thing here. Check the address, or look in your own unit's list."
    )
    package static let accessForbidden = Text(
        vi: "Vai trò của bạn không được làm việc này. Hãy nhờ lãnh đạo đơn vị hoặc quản trị viên cấp quyền.",
        en: "Your role does not allow this. Ask your unit's leader or an administrator for it."
    )
}
