import Testing

@testable import WebWatch

private func terms(_ body: String) throws -> [Finding] {
    TermsCheck.findings(in: try inspect(page(body: body)))
}

@Test("one term needs attention, two are serious, a hidden or linked one is critical")
func termsSeverities() throws {
    #expect(try terms("<p>Soi cầu hôm nay</p>").first?.severity == .attention)
    #expect(try terms("<p>Soi cầu và tài xỉu</p>").first?.severity == .serious)
    #expect(try terms("<p style='display:none'>Soi cầu</p>").first?.severity == .critical)
    #expect(try terms("<a href=//mot.lab>Soi cầu</a>").first?.severity == .critical)
}

@Test("each category is a finding of its own, and evidence quotes the passage")
func termsCategories() throws {
    let found = try terms("<p>Vay tiền online giải ngân ngay</p><p>thuốc kích dục</p><p>làm bằng giả</p>")
    #expect(found.map { $0.evidence.first?.reason } == [.termLoan, .termPharmacy, .termForgery])
    #expect(found.first?.evidence.first?.quote == "Vay tiền online giải ngân ngay")
    #expect(Set(found.map(\.fingerprint)).count == 3)
}

@Test("a weak term alone is information, and spam beside a strong one")
func termsWeakTerms() throws {
    #expect(try terms("<p>Trò cờ bạc</p>").first?.severity == .information)
    let both = try terms("<p>Trò cờ bạc, tài xỉu online</p>")
    #expect(both.first?.evidence.count == 2)
    #expect(both.first?.severity == .serious)
}

@Test("news near words of law enforcement is information, and says so")
func termsNews() throws {
    let found = try terms("<p>Công an khởi tố nhóm tổ chức tài xỉu online trái phép</p>")
    #expect(found.map(\.severity) == [.information])
    #expect(found.first?.evidence.first?.reason == .termInNews)
}

@Test("an invitation, a hidden place or a foreign link undoes the excuse of news")
func termsNewsAsDisguise() throws {
    let warning = "Công an cảnh báo vi phạm"
    #expect(
        try terms("<p>\(warning): tài xỉu online, đăng ký ngay</p>").contains { $0.severity > .information }
    )
    #expect(try terms("<p hidden>\(warning): tài xỉu online</p>").contains { $0.severity == .critical })
    let link = "<p>\(warning)</p><a href=//mot.lab>tài xỉu online</a>"
    #expect(try terms(link).contains { $0.severity == .critical })
    let crowd = "<p>\(warning) tài xỉu, nổ hũ, soi kèo, baccarat, quay hũ, dàn đề, nhà cái, bạch thủ lô</p>"
    #expect(try terms(crowd).contains { $0.severity == .serious })
}

@Test("one word of the menu does not turn spam into news")
func termsMenuWord() throws {
    #expect(try terms("<li>Công an xã</li><p>tài xỉu online, nổ hũ</p>").first?.severity == .serious)
}
