extension Text.API {
    package static let getMe = Text(
        vi: "Khóa này đại diện cho ai và được làm những gì",
        en: "For whom this key speaks and what it may do"
    )
    package static let getBoard = Text(
        vi: "Các con số của bảng điều hành",
        en: "The numbers of the board"
    )
    package static let listUnits = Text(vi: "Danh sách đơn vị tại một ngày", en: "The units as of a day")
    package static let getUnit = Text(
        vi: "Một đơn vị, đường dẫn từ gốc và các đơn vị trực thuộc",
        en: "One unit, the path to it and the units right below it"
    )
    package static let listSuccessors = Text(
        vi: "Các đơn vị kế thừa một đơn vị",
        en: "The units that have what a unit was"
    )
    package static let listPredecessors = Text(
        vi: "Các đơn vị mà một đơn vị kế thừa",
        en: "The units from which a unit came"
    )
    package static let listWebsites = Text(vi: "Danh sách trang thông tin điện tử", en: "The websites")
    package static let createWebsite = Text(
        vi: "Đăng ký một trang để theo dõi",
        en: "Registers a website to be watched"
    )
    package static let importWebsites = Text(
        vi: "Nhập danh sách trang từ tệp CSV, báo cáo từng dòng",
        en: "Takes websites in from a CSV file and reports each row"
    )
    package static let exportWebsites = Text(
        vi: "Danh sách trang dưới dạng tệp CSV, dùng lại được khi nhập",
        en: "The websites as a CSV file that can be taken in again"
    )
    package static let getWebsite = Text(
        vi: "Một trang và tình trạng hiện tại",
        en: "One website and how it stands"
    )
    package static let replaceWebsite = Text(
        vi: "Sửa thông tin của một trang",
        en: "Changes what is known of a website"
    )
    package static let pauseWebsite = Text(
        vi: "Tạm dừng theo dõi một trang để bảo trì",
        en: "Leaves a website alone for maintenance"
    )
    package static let resumeWebsite = Text(
        vi: "Theo dõi lại một trang đang tạm dừng",
        en: "Watches a paused website again"
    )
    package static let retireWebsite = Text(
        vi: "Thôi theo dõi một trang",
        en: "Ends the watch of a website for good"
    )
    package static let listFindings = Text(
        vi: "Các phát hiện trên một trang, mới nhất trước",
        en: "The findings of a website, the newest first"
    )
    package static let newestFindings = Text(
        vi: "Các phát hiện đã xác nhận, mới nhất trước",
        en: "The newest confirmed findings of all websites"
    )
    package static let listChecks = Text(
        vi: "Các lần kiểm tra một trang",
        en: "The single checks of a website"
    )
    package static let listSummaries = Text(
        vi: "Kết quả kiểm tra gộp theo giờ (hours) hoặc ngày (days)",
        en: "The checks of a website by hours or days"
    )
    package static let getBaseline = Text(
        vi: "Hiện trạng chuẩn của một trang và hiện trạng chờ chấp nhận",
        en: "The baseline of a website, and what waits to be accepted"
    )
    package static let acceptBaseline = Text(
        vi: "Chấp nhận hiện trạng mới nhất làm chuẩn",
        en: "Accepts the page as it was seen last as the baseline"
    )
    package static let recheckWebsite = Text(vi: "Yêu cầu kiểm tra lại ngay", en: "Asks for a check now")
    package static let listCases = Text(vi: "Danh sách hồ sơ", en: "The cases")
    package static let openCase = Text(
        vi: "Mở hồ sơ, hoặc bổ sung vào hồ sơ đang mở có cùng nguyên do",
        en: "Opens a case, or adds to the one with the same cause"
    )
    package static let getCase = Text(vi: "Một hồ sơ", en: "One case")
    package static let caseTimeline = Text(
        vi: "Diễn biến của hồ sơ, cũ nhất trước",
        en: "The timeline of a case, the oldest line first"
    )
    package static let relatedCases = Text(vi: "Các hồ sơ liên quan", en: "The related cases")
    package static let acceptCase = Text(vi: "Tiếp nhận hồ sơ", en: "Accepts a new case")
    package static let startCase = Text(vi: "Bắt đầu xử lý", en: "Starts the work")
    package static let assignCase = Text(
        vi: "Giao hồ sơ cho một tài khoản, hoặc bỏ giao",
        en: "Gives the case to an account, or to nobody"
    )
    package static let answerCase = Text(
        vi: "Trả lời: đã làm gì và nguyên nhân gốc",
        en: "Answers: what was done, and the root cause"
    )
    package static let approveCase = Text(
        vi: "Duyệt câu trả lời và đóng hồ sơ",
        en: "Approves the answer and closes the case"
    )
    package static let sendBackCase = Text(vi: "Trả lại để xử lý tiếp", en: "Sends the case back to work")
    package static let refuseCase = Text(
        vi: "Từ chối hồ sơ, có lý do",
        en: "Refuses the case with a reason"
    )
    package static let confirmRefusal = Text(
        vi: "Đơn vị cấp trên đồng ý với việc từ chối",
        en: "The unit above agrees with the refusal"
    )
    package static let overruleRefusal = Text(
        vi: "Đơn vị cấp trên trả hồ sơ về đơn vị",
        en: "The unit above sends the case back to its owner"
    )
    package static let commentCase = Text(vi: "Ghi ý kiến vào hồ sơ", en: "Writes a comment")
    package static let listEvidence = Text(vi: "Bằng chứng của hồ sơ", en: "The evidence of a case")
    package static let addEvidence = Text(vi: "Bổ sung bằng chứng", en: "Adds evidence")
    package static let relateCase = Text(
        vi: "Liên kết với một hồ sơ khác, theo mã hoặc số hồ sơ; đã liên kết rồi thì không ghi gì thêm",
        en: "Relates the case to another one, by its id or number; once related, nothing more is written"
    )
    package static let unrelateCase = Text(
        vi: "Bỏ liên kết với hồ sơ kia; không còn liên kết thì không ghi gì",
        en: "Undoes the relation to the other case; where there is none, nothing is written"
    )
    package static let listAttachments = Text(vi: "Các tệp đính kèm", en: "The files of a case")
    package static let attachToCase = Text(
        vi: "Đính kèm một tệp; nội dung yêu cầu là chính tệp đó",
        en: "Attaches a file; the body is the file itself"
    )
    package static let getAttachment = Text(vi: "Tải một tệp đính kèm", en: "One file of a case")
    package static let listAccounts = Text(
        vi:
            "Danh sách tài khoản; thay đổi tài khoản chỉ làm được trên giao diện web, vì cần xác thực hai bước",
        en: "The accounts; changing one needs two proofs, so it is done in the console only"
    )
    package static let getAccount = Text(vi: "Một tài khoản", en: "One account")
    package static let listEntries = Text(
        vi: "Nhật ký kiểm toán, mới nhất trước",
        en: "The audit log, the newest entry first"
    )
    package static let getProof = Text(
        vi: "Chứng minh một mục nằm trong nhật ký",
        en: "Proof that an entry is in the log"
    )
    package static let getReceipt = Text(
        vi: "Biên nhận có thể kiểm chứng ngoại tuyến cho một hồ sơ, trang hoặc đối tượng khác",
        en: "A receipt of a case, a website or another subject, which can be checked offline"
    )
    package static let getCheckpoint = Text(
        vi: "Điểm mốc mới nhất của nhật ký, có chữ ký",
        en: "The newest signed checkpoint of the log"
    )
    package static let getDocument = Text(vi: "Mô tả OpenAPI 3.1", en: "The OpenAPI 3.1 document")
    package static let getPage = Text(vi: "Trang tra cứu này", en: "This reference page")
    package static let getMetrics = Text(
        vi: "Số liệu vận hành cho Prometheus",
        en: "Numbers for Prometheus"
    )
    package static let getHealth = Text(vi: "Chương trình đang chạy", en: "The program runs")
    package static let getReadiness = Text(
        vi: "Chương trình sẵn sàng phục vụ",
        en: "The program can serve"
    )
    package static let ifMatch = Text(
        vi: "Phiên bản đã xem, lấy từ ETag, ví dụ \"3\"; dấu * là bất kỳ",
        en: "The version that was seen, from the ETag, such as \"3\"; * is any"
    )
    package static let idempotencyKey = Text(
        vi: "Tên riêng của yêu cầu này; gửi lại trong 24 giờ thì nhận câu trả lời cũ",
        en: "A name of this request; sent again within 24 hours, it gets the first answer"
    )
    package static let cursor = Text(
        vi: "Giá trị next của trang trước",
        en: "The value next of the page before"
    )
    package static let limit = Text(vi: "Số mục trên một trang", en: "Items of a page")
    package static let order = Text(vi: "Thứ tự", en: "The order")
    package static let searchWords = Text(
        vi: "Từ cần tìm, có dấu hoặc không dấu",
        en: "Words to look for, with or without tones"
    )
    package static let atDay = Text(
        vi: "Ngày, ví dụ 2025-07-01; không ghi là hôm nay",
        en: "The day, such as 2025-07-01; today when left out"
    )
    package static let successorsAt = Text(
        vi: "Tại ngày nào; không ghi là hôm nay",
        en: "As of which day; today when left out"
    )
    package static let predecessorsAt = Text(vi: "Tại ngày nào trước đó", en: "As of which earlier day")
    package static let underUnit = Text(
        vi: "Chỉ đơn vị này và các đơn vị bên dưới",
        en: "Only this unit and those below it"
    )
    package static let unitFilter = Text(vi: "Chỉ đơn vị này", en: "Only this unit")
    package static let stateFilter = Text(vi: "Chỉ trạng thái này", en: "Only this state")
    package static let healthFilter = Text(vi: "Chỉ tình trạng này", en: "Only those that stand so")
    package static let kindFilter = Text(vi: "Chỉ loại này", en: "Only this kind")
    package static let criticalityFilter = Text(vi: "Chỉ mức quan trọng này", en: "Only this criticality")
    package static let severityFilter = Text(vi: "Chỉ mức độ này", en: "Only this severity")
    package static let openFilter = Text(
        vi: "true: đang mở; false: đã kết thúc",
        en: "true: open ones; false: ended ones"
    )
    package static let overdueFilter = Text(vi: "true: chỉ hồ sơ quá hạn", en: "true: overdue ones only")
    package static let assigneeFilter = Text(
        vi: "Chỉ hồ sơ giao cho tài khoản này",
        en: "Only those of this account"
    )
    package static let websiteFilter = Text(
        vi: "Chỉ hồ sơ về trang này",
        en: "Only those about this website"
    )
    package static let dryRun = Text(
        vi: "true: chỉ báo cáo, không ghi",
        en: "true: reports and writes nothing"
    )
    package static let withCleared = Text(
        vi: "true: cả những phát hiện đã hết",
        en: "true: also those that are cleared"
    )
    package static let since = Text(
        vi: "Từ thời điểm này; không ghi là 24 giờ qua",
        en: "From this moment on; the last 24 hours when left out"
    )
    package static let fileName = Text(vi: "Tên tệp", en: "The name of the file")
    package static let actorFilter = Text(
        vi: "Ai đã làm, ví dụ account:…",
        en: "Who did it, such as account:…"
    )
    package static let actionFilter = Text(
        vi: "Việc gì, ví dụ case.opened",
        en: "What was done, such as case.opened"
    )
    package static let subjectFilter = Text(vi: "Về đối tượng nào", en: "About which subject")
    package static let fromFilter = Text(vi: "Từ thời điểm này", en: "From this moment on")
    package static let untilFilter = Text(vi: "Trước thời điểm này", en: "Before this moment")
}
