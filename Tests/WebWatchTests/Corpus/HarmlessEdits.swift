/// What editors and machines do to a page every day.
struct HarmlessEdit: Sendable {
    var name: String
    var change: @Sendable (inout PortalPage) -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout PortalPage) -> Void) {
        self.name = name
        self.change = change
    }

    static let all: [HarmlessEdit] = [
        HarmlessEdit("visit counter") { $0.counter += 4_321 },
        HarmlessEdit("clock") { $0.clock = "19:59:59 ngày 25/11/2026" },
        HarmlessEdit("CSRF token") { $0.token = "ZkQ9xT7vLr2mB81fP0sWc3Ay" },
        HarmlessEdit("?v= on assets") { $0.version = 20_261_125 },
        HarmlessEdit("new article") {
            $0.articles.insert(
                "Xã khánh thành cầu dân sinh mới, bà con đi lại thuận tiện hơn trước nhiều.",
                at: 0
            )
        },
        HarmlessEdit("rotated order") { $0.articles = Array($0.articles[7...] + $0.articles[..<7]) },
        HarmlessEdit("white space") { $0.separator = "\r\n\t   \n" },
        HarmlessEdit("renamed CSS classes") { $0.classPrefix = "css-9f8e7d" },
        HarmlessEdit("new link to a state site") {
            $0.bottom = "<a href=\"https://dichvucong.gov.vn/\">Dịch vụ công</a>"
        },
        HarmlessEdit("news: the police arrest gamblers") {
            $0.articles.insert(
                "Công an huyện triệt phá đường dây cá độ bóng đá và lô đề online, bắt giữ tám đối tượng, thu giữ "
                    + "nhiều tang vật; cơ quan cảnh sát điều tra đã khởi tố vụ án tổ chức đánh bạc.",
                at: 0
            )
        },
        HarmlessEdit("news: a warning of online gambling") {
            $0.articles.insert(
                "Cảnh báo: các trang cá cược, tài xỉu online và game bài đổi thưởng là trái phép. Công an xã khuyến "
                    + "cáo người dân không tham gia, cảnh giác với lừa đảo và vay tiền online.",
                at: 3
            )
        },
        HarmlessEdit("news: forged papers and drugs") {
            $0.articles.insert(
                "Tòa án xét xử bị cáo làm giấy tờ giả, làm bằng giả; tuyên truyền phòng chống tội phạm mua cần sa.",
                at: 5
            )
        },
        HarmlessEdit("words that only look alike: cô bác, nợ hụi") {
            $0.articles.insert("Các cô bác không nên chơi hụi để rồi nợ hụi, mất tình làng nghĩa xóm.", at: 1)
        },
        HarmlessEdit("words that only look alike: lò đê, ca dao, cả độ tuổi, có bậc thang") {
            $0.articles.insert(
                "Xóm Lò Đê gìn giữ ca dao; cả độ tuổi già lẫn trẻ đều lên đình có bậc thang, có bạc cổ, lo đề án.",
                at: 1
            )
        },
        HarmlessEdit("new partner link of an editor") {
            $0.bottom = "<p>Tham khảo <a href=\"https://bao-mau.test/bai\">bài viết</a></p>"
        },
        HarmlessEdit("a film from a trusted host") {
            $0.bottom = "<iframe src=\"https://www.youtube.com/embed/khac\" width=300 height=170></iframe>"
        },
        HarmlessEdit("statistics from a trusted host") {
            $0.head = "<script src=\"https://www.google-analytics.com/ga.js\"></script>"
        },
        HarmlessEdit("hidden menu with a known partner") {
            $0.bottom =
                "<ul style='display:none'><li><a href=https://doi-tac.test/gioi-thieu>Đối tác</a></ul>"
        },
    ]
}
