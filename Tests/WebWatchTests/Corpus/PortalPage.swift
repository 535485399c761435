/// A page of 60 KB as commune portals have it; the commune, its people and its news are invented.
struct PortalPage {
    static let url = "https://xa-mau.test/"

    var title = "Cổng thông tin điện tử xã Mẫu (thử nghiệm)"
    var description = "Trang thông tin điện tử của xã Mẫu, một xã không có thật dùng để thử phần mềm."
    var head = ""
    /// Stands where the body begins.
    var top = ""
    /// Stands before the footer.
    var bottom = ""
    var licence = "Giấy phép số 00/GP-THU do cơ quan thử nghiệm cấp"
    var counter = 120_345
    var token = "a81f09c7d2e34b5566778899"
    var version = 1
    var clock = "08:15:00 ngày 24/11/2026"
    var classPrefix = "k"
    var separator = "\n"
    var articles = PortalPage.sections

    /// The home page: head, menu, news, statistics, footer.
    var html: String {
        [
            opening, menu, top, articles.enumerated().map(article).joined(separator: separator), statistics,
            bottom,
            footer,
        ].joined(separator: separator)
    }

    private var opening: String {
        """
        <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>\(title)</title>
        <meta name="description" content="\(description)"><meta name="csrf-token" content="\(token)">
        <link rel="canonical" href="https://xa-mau.test/"><link rel="stylesheet" href="/css/site.css?v=\(version)">
        <style>.\(classPrefix)-menu ul{display:none}.\(classPrefix)-menu:hover ul{display:block}
        .\(classPrefix)-foot{background:#8b0000;color:#fff}.\(classPrefix)-foot a{color:#fff}</style>
        <script src="/js/site.js?v=\(version)"></script>
        <script src="https://www.googletagmanager.com/gtag/js?id=G-TEST"></script>
        <script>window.dataLayer=[];var csrf="\(token)";var now=\(counter);function gio(){
        document.getElementById("gio").textContent=new Date().toLocaleString();}setInterval(gio,1000);</script>
        \(head)</head><body class="\(classPrefix)-page">
        """
    }

    private var menu: String {
        let items = [
            "Giới thiệu", "Tin tức", "Thủ tục hành chính", "Văn bản", "Hỏi đáp", "Liên hệ", "Công an xã",
        ]
        let list = items.enumerated().map { "<li><a href=\"/muc-\($0)\">\($1)</a></li>" }.joined()
        return """
            <!-- menu --><nav class="\(classPrefix)-menu"><a href="/">Trang chủ</a><ul>\(list)
            <li><a href="https://doi-tac.test/">Đối tác thử nghiệm</a></li></ul></nav>
            """
    }

    private func article(_ number: Int, _ text: String) -> String {
        """
        <article class="\(classPrefix)-item item-\(number)"><h2><a href="/tin-tuc/bai-\(number).html?id=\(number)">Tin số \(number)</a></h2>
        <img src="/anh/tin-\(number).jpg?v=\(version)" alt="Ảnh minh họa \(number)" width="320" height="200">
        <p>\(text)</p><p class="meta">Người đăng: Ban biên tập · <a href="/tin-tuc/bai-\(number).html">Xem tiếp</a></p></article>
        """
    }

    private var statistics: String {
        """
        <div class="\(classPrefix)-stat">Lượt truy cập: <b>\(counter)</b> · Hôm nay: <span>\(counter % 997)</span> ·
        <span id="gio">\(clock)</span></div>
        <form action="/tim-kiem"><input type="hidden" name="_token" value="\(token)"><input name="q"></form>
        """
    }

    private var footer: String {
        """
        <iframe src="https://www.youtube.com/embed/thu-nghiem" width="300" height="170"></iframe>
        <footer class="\(classPrefix)-foot" id="footer"><p>Cơ quan chủ quản: Ủy ban nhân dân xã Mẫu</p>
        <p>Chịu trách nhiệm nội dung: Ông Nguyễn Văn Mẫu</p><p>\(licence)</p>
        <a href="https://www.facebook.com/xa-mau-thu">Facebook</a> <a href="https://nghean.gov.vn/">Tỉnh</a></footer>
        </body></html>
        """
    }

    /// Sentences of official news, put together anew for each article.
    private static let sentences = [
        "Ủy ban nhân dân xã tổ chức hội nghị triển khai nhiệm vụ phát triển kinh tế xã hội sáu tháng cuối năm",
        "Đoàn thanh niên ra quân dọn vệ sinh đường làng ngõ xóm và trồng thêm hai trăm cây xanh",
        "Hội nông dân phối hợp tập huấn kỹ thuật chăm sóc lúa vụ mùa cho bà con các xóm",
        "Trạm y tế thông báo lịch tiêm chủng mở rộng cho trẻ em dưới năm tuổi trên địa bàn",
        "Bộ phận một cửa tiếp nhận và trả kết quả thủ tục hành chính vào các ngày trong tuần",
        "Trường tiểu học khai giảng năm học mới với hơn bốn trăm học sinh thuộc mười lăm lớp",
        "Các cô bác trong xóm góp công sức làm đường bê tông dài gần hai cây số",
        "Nhà văn hóa xóm được sửa chữa từ nguồn kinh phí xã hội hóa và ngân sách của xã",
        "Hợp tác xã giới thiệu sản phẩm cam, chè và mật ong tại phiên chợ cuối tuần",
        "Ban chỉ huy phòng thủ dân sự kiểm tra hồ đập trước mùa mưa bão",
        "Câu lạc bộ dân ca ví giặm biểu diễn phục vụ nhân dân nhân ngày hội đại đoàn kết",
        "Lãnh đạo xã thăm và tặng quà các gia đình chính sách, người có công với cách mạng",
        "Nhân dân thực hiện tốt nếp sống văn minh trong việc cưới, việc tang và lễ hội",
        "Công tác chuyển đổi số được đẩy mạnh với tổ công nghệ số cộng đồng tại từng xóm",
        "Hội phụ nữ phát động phong trào phân loại rác tại nguồn và hạn chế túi ni lông",
        "Dự án nước sạch tập trung hoàn thành giai đoạn đầu, phục vụ hơn một nghìn hộ dân",
        "Quỹ khuyến học trao học bổng cho học sinh nghèo vượt khó học giỏi của xã",
        "Người dân có thể tra cứu kết quả hồ sơ trực tuyến bằng mã số ghi trên giấy hẹn",
    ]

    static let sections: [String] = (0..<57).map { number in
        (0..<6).map { sentences[(number * 7 + $0 * 5 + number / 3) % sentences.count] + " (đợt \(number))." }
            .joined(separator: " ")
    }
}
