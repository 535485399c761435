import Language

@testable import Console

/// The way in and what people do with accounts, each page with hostile texts in it.
extension Samples {
    static let hostile = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>'; DROP TABLE account; --"
    private static let place = Text(vi: "Trung tâm điều hành số", en: "Digital operations centre")
    private static let mistake = FormMistake(.Identity.fullNameInvalid, in: "full-name")

    static func entry(_ frame: Frame, outside: Frame) -> [(name: String, document: HTML)] {
        func link(_ purpose: LinkModel.Purpose, _ mistake: FormMistake? = nil) -> HTML {
            let model = LinkModel(purpose: purpose, path: "/link/x", place: place, mistake: mistake)
            return LinkView.document(model, in: outside)
        }
        func enrol(_ step: EnrolModel.Step, _ mistake: FormMistake? = nil) -> HTML {
            EnrolView.document(EnrolModel(step: step, isRequired: true, mistake: mistake), in: outside)
        }
        let code = FormMistake(.Identity.codeWrong, in: "code")
        return [
            ("start", link(.firstAdministrator(fullName: hostile, signInName: hostile), mistake)),
            ("link", link(.invitation(fullName: hostile, signInName: hostile))),
            ("link-reset", link(.reset(fullName: hostile, signInName: hostile))),
            ("enrol", enrol(.intro)), ("enrol-scan", enrol(.scan(drawing: "<svg></svg>", secret: hostile))),
            ("enrol-again", enrol(.again, code)), ("enrol-done", enrol(.done(recoveryCodes: [hostile]))),
            ("code", SignInView.document(codeStep, in: outside)),
        ]
    }

    private static let codeStep = SignInModel(
        step: .oneTimeCode(ticket: hostile),
        place: hostile,
        error: .Identity.codeWrong,
        back: hostile
    )

    static func people(_ frame: Frame) -> [(name: String, document: HTML)] {
        let new = NewAccountModel(
            fullName: hostile,
            signInName: hostile,
            unit: "40",
            role: "officer",
            units: [("40", hostile)],
            mistake: mistake
        )
        return [
            ("account", AccountView.document(account, in: frame)),
            ("account-new", NewAccountView.document(new, in: frame)),
            ("account-own", OwnAccountView.document(own, in: frame)),
            ("keys", KeyListView.document(keys, in: frame)),
            ("keys-empty", KeyListView.document(KeyListModel(rows: [], units: []), in: frame)),
            ("shown-once", ShownOnceView.document(shown, in: frame)),
        ]
    }

    private static let account = AccountModel(
        id: "a1",
        fullName: hostile,
        signInName: hostile,
        unit: ("40", hostile),
        state: done,
        isDisabled: false,
        hasOneTimeCode: true,
        createdAt: ago(500),
        grants: [.init(role: ("officer", .roleOfficer), unit: ("40", hostile))],
        version: 3,
        reach: [("40", hostile)],
        mayManage: true,
        audit: ConsolePath.audit,
        mistake: ("grants", FormMistake(.Accounts.noUnit, in: "unit"))
    )

    private static let own = OwnAccountModel(
        fullName: hostile,
        signInName: hostile,
        grants: [(.roleOfficer, hostile)],
        hasOneTimeCode: false,
        sessions: [
            .init(id: "s1", network: "192.0.2.1", openedAt: ago(90), usedAt: ago(1), isThisBrowser: true),
            .init(id: hostile, network: hostile, openedAt: ago(900), usedAt: ago(80), isThisBrowser: false),
        ],
        mayHaveKeys: true,
        mistake: ("password", FormMistake(.Accounts.oldPasswordWrong, in: "old")),
        isPasswordChanged: true
    )

    private static let keys = KeyListModel(
        rows: [
            .init(
                id: "k1",
                name: hostile,
                role: .roleViewer,
                unit: hostile,
                state: done,
                endsAt: ago(-9_000),
                usedAt: nil,
                mayRevoke: true
            )
        ],
        units: [("40", hostile)],
        typed: .init(name: hostile, role: hostile, unit: hostile, days: hostile),
        mistake: FormMistake(.Identity.keyNameInvalid, in: "name")
    )

    private static let shown = ShownOnceModel(
        title: .Accounts.linkReady,
        explanation: .Accounts.linkFor(hostile),
        value: hostile,
        back: (.Accounts.toAccount, ConsolePath.account(hostile)),
        room: .accounts
    )

    static func auditEntry(isSealed: Bool) -> AuditEntryModel {
        let row = AuditModel.Row(
            id: 7,
            leaf: isSealed ? 6 : nil,
            at: ago(3),
            actor: (hostile, hostile),
            action: .Audit.otherAction,
            actionCode: hostile,
            subject: (hostile, hostile),
            isErased: false
        )
        return AuditEntryModel(
            row: row,
            unit: ("40", hostile),
            commitment: "00ff",
            content: isSealed ? "{\"fullName\":\"\(hostile)\"}" : nil,
            proof: isSealed ? ["AAAA", "BBBB"] : [],
            size: isSealed ? 9 : nil,
            root: isSealed ? "CCCC" : nil
        )
    }
}
