import Language

/// The side of a website's page: who answers for it, its certificate, baseline and cases.
enum WebsiteSideView {
    static func all(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        "\(about(model, frame))\(certificate(model, frame))\(baseline(model, frame))\(cases(model, frame))"
            + WebsiteActionView.card(model, frame)
    }

    private static func about(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        let unknown: HTML = "<span class=\"faint\">\(frame.say(.notStated))</span>"
        let unit: HTML = "<a href=\"\(url: ConsolePath.unit(model.unit.id))\">\(model.unit.name)</a>"
        var facts: [(name: String, value: HTML)] = [
            (frame.say(.unit), unit), (frame.say(.kindByLaw), "\(frame.say(model.legalKind))"),
            (frame.say(.responsible), model.responsible.map { "\($0)" } ?? unknown),
            (frame.say(.licence), model.licence.map { "\($0)" } ?? unknown),
            (frame.say(.criticality), "\(frame.say(model.criticality))"),
        ]
        if let next = model.nextCheck {
            facts.append((frame.say(.nextCheck), TimeElement.relative(next, frame)))
        }
        return Card.html(frame.say(.about), Facts.html(facts))
    }

    private static func certificate(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        guard let certificate = model.certificate else {
            let none = EmptyState.html(
                .lock,
                title: frame.say(.noCertificate),
                why: frame.say(.noCertificateWhy)
            )
            return Card.html(frame.say(.certificate), none)
        }
        let facts: [(name: String, value: HTML)] = [
            (frame.say(.state), certificate.state.html(frame)),
            (frame.say(.validTo), validTo(certificate, frame)),
            (frame.say(.issuedTo), "\(certificate.subject)"), (frame.say(.issuer), "\(certificate.issuer)"),
            (frame.say(.dnsNames), "\(certificate.names.joined(separator: ", "))"),
        ]
        return Card.html(frame.say(.certificate), Facts.html(facts))
    }

    private static func validTo(_ certificate: WebsiteModel.Certificate, _ frame: Frame) -> HTML {
        guard let end = certificate.validTo else { return "–" }
        return """
            \(frame.format.date(end)) <small class="inline">\(TimeElement.relative(end, frame))</small>
            """
    }

    private static func baseline(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        guard let baseline = model.baseline else {
            let none = EmptyState.html(
                .history,
                title: frame.say(.noBaseline),
                why: frame.say(.noBaselineWhy)
            )
            return Card.html(
                frame.say(.baseline),
                "\(none)\(if: model.acts.contains(.acceptBaseline), accept(model, frame))"
            )
        }
        let changes: HTML =
            baseline.differences.isEmpty
            ? "<p>\(frame.say(.asBaseline))</p>"
            : "<ul class=\"differences\">\(each: baseline.differences, { "<li>\(frame.say($0))</li>" })</ul>"
        return Card.html(
            frame.say(.baseline),
            """
            <p class="hint">\(frame.say(baseline.acceptedBy.map { .baselineAccepted(by: $0) } ?? .baselineLearned)) \
            \(TimeElement.absolute(baseline.acceptedAt, frame))</p>
            \(changes)\(if: model.acts.contains(.acceptBaseline), accept(model, frame))
            """
        )
    }

    /// One click, and a sentence that says what it means before it is done.
    private static func accept(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        """
        <details class="confirm"><summary class="button">\(frame.say(.acceptBaseline))</summary>
        <p>\(frame.say(.acceptBaselineMeans))</p>
        <form method="post" action="\(url: ConsolePath.acceptBaseline(website: model.id))">\(Form.token(frame))\
        <button class="button primary">\(Icon.check.svg)<span>\(frame.say(.acceptBaselineConfirm))</span></button>\
        </form></details>
        """
    }

    private static func cases(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        guard !model.cases.isEmpty else { return .nothing }
        let lines: HTML = """
            <ul class="links">\(each: model.cases, { line in
                "<li><a href=\"\(url: ConsolePath.case(line.id))\"><b>\(line.number)</b> \(line.title)</a>"
                + "\(line.standing.html(frame))</li>"
            })</ul>
            """
        return Card.html(frame.say(.casesRoom), lines)
    }
}
