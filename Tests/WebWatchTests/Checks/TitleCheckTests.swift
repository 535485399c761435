import Testing

@testable import WebWatch

private func titles(_ title: String, description: String = "", before: String? = nil) throws -> [Finding] {
    let head = "<meta name=Description content=\"\(description)\">"
    return TitleCheck.findings(in: try inspect(page(head: head, title: title), before: before))
}

@Test("spam in title or description is critical at first sight")
func titleSpam() throws {
    let title = try titles("789BET - Nhà cái số 1")
    #expect(title.map(\.severity) == [.critical])
    #expect(title.first?.evidence.first?.reason == .titleSpam)
    let description = try titles("Xã Mẫu", description: "tai xiu online uy tin nhat")
    #expect(description.first?.evidence.first?.reason == .descriptionSpam)
}

@Test("the title of an article that warns is silent")
func titleWarningTitle() throws {
    #expect(try titles("Công an xã cảnh báo tài xỉu online lừa đảo").isEmpty)
    #expect(try titles("Phòng chống tệ nạn cờ bạc").isEmpty)
}

@Test("another honest title is information and names the old one")
func titleChangedTitle() throws {
    let found = try titles("Xã Mẫu mới", before: page(title: "Xã Mẫu cũ"))
    #expect(found.map(\.severity) == [.information])
    #expect(found.first?.evidence.first?.value == "Xã Mẫu cũ")
    #expect(try titles("Xã Mẫu", before: page(title: "Xã Mẫu")).isEmpty)
}

@Test("the title of a picture is not the page's")
func titlePictureTitle() throws {
    let html = "<svg><title>nhà cái</title></svg>"
    #expect(TitleCheck.findings(in: try inspect(page(body: html))).isEmpty)
    #expect(try inspect(page(body: html)).page.title == "Xã Mẫu (thử nghiệm)")
}
