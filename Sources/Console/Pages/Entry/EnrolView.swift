import Language

enum EnrolView {
    static func document(_ model: EnrolModel, in frame: Frame) -> HTML {
        let page = Page(
            title: frame.say(.Entry.enrolment),
            kind: .plain,
            main: """
                <section class="card sign-in enrolment">
                <p class="place">\(frame.say(.Entry.enrolment))</p>
                \(step(model, frame))
                </section>
                """
        )
        return page.document(in: frame)
    }

    private static func step(_ model: EnrolModel, _ frame: Frame) -> HTML {
        switch model.step {
        case .intro:
            """
            \(model.mistake.map { Alert.html($0.text, id: "enrol-error", frame) })
            <p>\(frame.say(model.isRequired ? .Entry.enrolmentRequired : .Entry.enrolmentMeans))</p>
            <p>\(frame.say(.Entry.enrolmentApps))</p>
            \(begin(.Entry.showQRCode, isPrimary: true).html(frame))
            """
        case .scan(let drawing, let secret):
            """
            <p>\(frame.say(.Entry.scanQRCode))</p>
            <figure class="qr-code" role="img" aria-label="\(frame.say(.Entry.qrCode))">\(drawing)</figure>
            <p>\(frame.say(.Entry.typeSecret)) <code>\(secret)</code></p>
            \(confirm(model.mistake).html(frame))
            """
        case .again:
            "\(confirm(model.mistake).html(frame))\(begin(.Entry.newQRCode, isPrimary: false).html(frame))"
        case .done(let codes): done(codes, frame)
        }
    }

    private static func begin(_ label: Text, isPrimary: Bool) -> PostForm {
        PostForm(
            path: ConsolePath.enrol,
            prefix: "begin",
            hidden: [("step", "begin")],
            button: label,
            isPrimary: isPrimary
        )
    }

    private static func confirm(_ mistake: FormMistake?) -> PostForm {
        let code = Field(
            "code",
            .oneTimeCode,
            kind: .oneTimeCode,
            help: .oneTimeCodeHelp,
            isRequired: true,
            autocomplete: "one-time-code"
        )
        return PostForm(
            path: ConsolePath.enrol,
            prefix: "enrol",
            fields: [code],
            hidden: [("step", "confirm")],
            button: .Entry.turnOn,
            icon: .shield,
            mistake: mistake
        )
    }

    private static func done(_ codes: [String], _ frame: Frame) -> HTML {
        """
        <p role="status"><b>\(frame.say(.Entry.enrolmentDone))</b></p>
        <p>\(frame.say(.Entry.recoveryCodesMean))</p>
        <ul class="codes">\(each: codes, { "<li><code>\($0)</code></li>" })</ul>
        <p class="actions">\(Button.printing(frame))\
        \(Button.link(frame.say(.toBoard), icon: .board, href: ConsolePath.board, isPrimary: true))</p>
        """
    }
}
