/// The pages of a portal beside its news.
enum SiteSection: String, CaseIterable, Sendable {
    case about = "gioi-thieu"
    case procedures = "thu-tuc"
    case contact = "lien-he"

    var path: String { "/" + rawValue }

    var title: String {
        switch self {
        case .about: "Giới thiệu"
        case .procedures: "Thủ tục hành chính"
        case .contact: "Liên hệ"
        }
    }

    func paragraphs(of site: LabSite) -> [String] {
        switch self {
        case .about:
            [
                "\(site.name) là một đơn vị hành chính của tỉnh Nghệ An. Trang này chỉ mượn tên đơn vị để thử phần mềm; "
                    + "số liệu và sự việc trên trang không có thật.",
                "Người dân chủ yếu sản xuất nông nghiệp, phát triển tiểu thủ công nghiệp và dịch vụ.",
            ]
        case .procedures:
            [
                "Hồ sơ được tiếp nhận tại Trung tâm Phục vụ hành chính công từ thứ Hai đến thứ Sáu.",
                "Các thủ tục thường gặp: đăng ký khai sinh, chứng thực bản sao, xác nhận tình trạng hôn nhân.",
            ]
        case .contact:
            [
                "Trụ sở Ủy ban nhân dân \(site.nameInSentence) (địa chỉ giả lập).",
                "Người phụ trách nội dung: \(site.people.editor.withCapital) (nhân vật giả lập).",
            ]
        }
    }
}
