import Foundation
import Language
import RunningPrograms
import Testing

/// What Sen is for, by the built program, from the sign-in to the receipt; nothing is put into it by hand.
@Suite("The main job over HTTP", .timeLimit(.minutes(6)))
struct MainJobTests {
    @Test(
        "a site turns bad, its case is opened, worked on, closed by the check that passed, and proved by a receipt"
    )
    func wholeWay() async throws {
        try await withSen { sen in
            let work = try await CaseAtWork.first(at: sen)
            let opened = try await work.page()
            #expect(opened.stage == say(.stageNew))
            #expect(opened.body.contains("class=\"finding\""), "there is no evidence")
            #expect(try await work.step("accept").stage == say(.stageAccepted))
            #expect(try await work.step("start").stage == say(.stageInProgress))
            try await work.cleanSite()
            let answered = try await work.step(
                "answer",
                [
                    ("cause", "vulnerable-software"),
                    ("note", "Đã gỡ mã lạ và cập nhật phần mềm quản trị nội dung."),
                ]
            )
            #expect(answered.status == 200)
            try await work.wait(until: say(.stageClosed))
            let closed = try await work.page().body
            for step in [Text.stageVerifying, .stageClosed] { #expect(closed.contains(say(step))) }
            try await checkReceipt(of: try #require(opened.caseNumber), sen)
        }
    }

    @Test("an answer without a clean site is found out: the case comes back to its owner")
    func unfoundedAnswer() async throws {
        try await withSen { sen in
            let work = try await CaseAtWork.first(at: sen)
            try await work.step("accept")
            try await work.step("start")
            try await work.step("answer", [("cause", "upload-form"), ("note", "Đã xử lý.")])
            // Being checked again may be over before anyone looks; its line in the timeline stays.
            try await work.wait(until: say(.stageInProgress))
            let failed = try #require(say(.Case.eventRecheckFailed("\u{0}")).split(separator: "\u{0}").first)
            #expect(try await work.page().body.contains(failed))
        }
    }

    @Test("who has not signed in sees no case, and comes back to it after signing in")
    func notSignedIn() async throws {
        try await withSen { sen in
            let stranger = try ConsoleVisitor(sen.address)
            let refused = try await stranger.get("/cases")
            #expect(
                refused.address.path == "/sign-in" && refused.hiddenField("back", to: "/sign-in") == "/cases"
            )
            let wrong = RunningSen.Account(name: sen.account.name, password: "không phải mật khẩu này")
            #expect(try await CaseAtWork.signIn(stranger, wrong).address.path == "/sign-in")
            #expect(try await stranger.get("/cases").address.path == "/sign-in")
            let back = try await CaseAtWork.signIn(stranger, sen.account)
            #expect(back.status == 200)
            #expect(try await stranger.get("/cases").address.path == "/cases")
        }
    }

    private func say(_ text: Text) -> String { text(.vietnamese) }

    /// Somebody who holds the receipt and the public key needs nothing else.
    private func checkReceipt(of number: String, _ sen: RunningSen) async throws {
        let receipt = sen.place.folder.path + "receipt.json"
        let keyFile = sen.place.folder.path + "public.key"
        let key = try await sen.run("audit", "key")
        #expect(key.status == 0, "\(key.error)")
        try key.output.write(toFile: keyFile, atomically: true, encoding: .utf8)
        let proved = try await sen.run("audit", "prove", number, "--output", receipt)
        #expect(proved.status == 0, "\(proved.error)")
        let checked = try await Program.run(["audit", "check", receipt, "--key-file", keyFile])
        #expect(checked.status == 0, "\(checked.error)")
        for step in ["case.opened", "case.accepted", "case.started", "case.answered", "case.closed"] {
            #expect(checked.output.contains(step), "\(step) is not in:\n\(checked.output)")
        }
        let verified = try await sen.run("audit", "verify")
        #expect(verified.status == 0, "\(verified.output)\(verified.error)")
    }
}
