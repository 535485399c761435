import Language

/// One case, on a screen and as a printed dossier.
package enum CaseView {
    package static func document(_ model: CaseModel, in frame: Frame) -> HTML {
        let receipt = Button.link(
            frame.say(.receipt),
            icon: .fingerprint,
            href: ConsolePath.caseReceipt(model.id)
        )
        let page = Page(
            title: "\(model.number) · \(model.title)",
            subtitle:
                "\(model.severity.html(frame)) \(model.state.html(frame)) \(model.standing.html(frame))",
            room: .cases,
            actions: receipt + Button.printing(frame),
            main: """
                \(stages(model, frame))
                \(model.formError.map { "<div role=\"alert\">\(Form.error(frame.say($0), id: "case-error"))</div>" })
                <div class="two-columns">
                <div class="column">\(next(model, frame))\(evidence(model, frame))\(timeline(model, frame))</div>
                <div class="column side">\(about(model, frame))\(RelatedCases.html(model, frame))</div>
                </div>
                """
        )
        return page.document(in: frame)
    }

    /// The way of a case, with the step where it stands.
    private static func stages(_ model: CaseModel, _ frame: Frame) -> HTML {
        let way = CaseModel.Stage.allCases.filter { ($0 == .refused) == false || model.stage == .refused }
        return """
            <ol class="stages" id="case-stages" aria-label="\(frame.say(.caseStages))">\(each: way, { stage in
                "<li\(if: stage == model.stage, " aria-current=\"step\"")"
                + "\(if: stage.rawValue < model.stage.rawValue && model.stage != .refused, " class=\"done\"")>"
                + "\(frame.say(stage.name))</li>"
            })</ol>
            """
    }

    private static func next(_ model: CaseModel, _ frame: Frame) -> HTML {
        guard !model.actions.isEmpty else { return .nothing }
        let forms: HTML = "\(each: model.actions, { CaseActionForm.html($0, of: model, frame) })"
        return Card.html(frame.say(.whatNow), id: "case-actions", css: "no-print", forms)
    }

    private static func evidence(_ model: CaseModel, _ frame: Frame) -> HTML {
        let body: HTML =
            model.evidence.isEmpty
            ? EmptyState.html(.eye, title: frame.say(.noEvidence), why: frame.say(.noEvidenceWhy))
            : "\(each: model.evidence, { piece($0, frame) })"
        return Card.html(frame.say(.evidence), id: "case-evidence", body)
    }

    private static func piece(_ evidence: CaseModel.Evidence, _ frame: Frame) -> HTML {
        """
        <article class="finding"><header><h3>\(frame.say(evidence.title))</h3>\
        \(TimeElement.absolute(evidence.at, frame))</header>
        \(each: evidence.quotes, { quoted in
            "<figure class=\"evidence\"><figcaption>\(quoted.place)</figcaption>\(quoted.quote.html)</figure>"
        })
        \(evidence.file.map { file in
            "<footer><a class=\"button\" href=\"\(url: file.href)\">\(Icon.clip.svg)<span>\(file.name)</span></a>"
            + "<small class=\"inline\">\(file.size) · SHA-256 <code>\(file.digest)…</code></small></footer>"
        })
        </article>
        """
    }

    private static func timeline(_ model: CaseModel, _ frame: Frame) -> HTML {
        Card.html(frame.say(.timeline), id: "case-timeline", Timeline.html(model.timeline, frame))
    }

    private static func about(_ model: CaseModel, _ frame: Frame) -> HTML {
        let unit: HTML = "<a href=\"\(url: ConsolePath.unit(model.unit.id))\">\(model.unit.name)</a>"
        var facts: [(name: String, value: HTML)] = [(frame.say(.kind), "\(frame.say(model.kind))")]
        if let subject = model.subject {
            facts.append((frame.say(.subject), "<a href=\"\(url: subject.href)\">\(subject.name)</a>"))
        }
        facts += [
            (frame.say(.owner), unit), (frame.say(.assignee), "\(model.assignee ?? frame.say(.nobodyYet))"),
            (frame.say(.opened), TimeElement.absolute(model.openedAt, frame)),
            (
                frame.say(.deadline),
                model.deadline.map { TimeElement.absolute($0, frame) } ?? "\(frame.say(.noDeadline))"
            ),
        ]
        if let ground = model.ground { facts.append((frame.say(.legalGround), "\(frame.say(ground))")) }
        if model.recurrences > 0 {
            facts.append((frame.say(.recurrences), "\(frame.say(.recurred(model.recurrences)))"))
        }
        if let cause = model.rootCause { facts.append((frame.say(.rootCause), "\(frame.say(cause))")) }
        return Card.html(frame.say(.about), Facts.html(facts))
    }
}

extension CaseModel.Stage {
    var name: Text {
        switch self {
        case .new: .stageNew
        case .accepted: .stageAccepted
        case .inProgress: .stageInProgress
        case .verifying: .stageVerifying
        case .closed: .stageClosed
        case .refused: .stageRefused
        }
    }
}
