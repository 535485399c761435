import Language

@testable import Console

/// Every page with its sample, under the name of its picture.
enum AllPages {
    static func documents(_ language: Language) -> [(name: String, document: HTML)] {
        let frame = Samples.frame(language)
        let outside = Samples.frame(language, isSignedIn: false)
        let live = Samples.frame(language, events: ConsolePath.events(of: "board"))
        return [
            ("board", BoardView.document(Samples.board(), in: live)),
            ("board-kiosk", BoardView.document(Samples.board(isKiosk: true), in: live)),
            ("board-empty", BoardView.document(Samples.emptyBoard(), in: live)),
            ("websites", WebsiteListView.document(Samples.websiteList(), in: frame)),
            ("websites-empty", WebsiteListView.document(Samples.websiteList(rows: 0), in: frame)),
            ("website", WebsiteView.document(Samples.website, in: frame)),
            ("cases", CaseListView.document(Samples.caseList, in: frame)),
            ("case", CaseView.document(Samples.case, in: frame)),
            ("units", UnitListView.document(Samples.units, in: frame)),
            ("accounts", AccountListView.document(Samples.accounts, in: frame)),
            ("audit", AuditView.document(Samples.audit, in: frame)),
            ("sign-in", SignInView.document(Self.signIn, in: outside)),
            ("error", ErrorView.document(Self.notFound, in: frame)),
            ("audit-entry", AuditEntryView.document(Samples.auditEntry(isSealed: true), in: frame)),
            ("audit-waiting", AuditEntryView.document(Samples.auditEntry(isSealed: false), in: frame)),
        ] + Samples.entry(frame, outside: outside) + Samples.people(frame)
    }

    static let signIn = SignInModel(
        step: .password(name: "mau.1"),
        place: "Trung tâm điều hành số tỉnh Nghệ An",
        error: Text(
            vi: "Tên hoặc mật khẩu chưa đúng. Hãy thử lại; sau 5 lần sai tài khoản tạm dừng 15 phút.",
            en: "Name or password is wrong. Try again; after 5 mistakes the account pauses for 15 minutes."
        )
    )
    static let notFound = ErrorModel(
        status: 404,
        sentence: Text(
            vi: "Không có hồ sơ này, hoặc hồ sơ không thuộc phạm vi của bạn. Hãy tìm trong danh sách hồ sơ.",
            en: "There is no such case, or it is outside your scope. Look for it in the list of cases."
        ),
        code: "case.not-found",
        requestID: "7f3a-19"
    )
}
