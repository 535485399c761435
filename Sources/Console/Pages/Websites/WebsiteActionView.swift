import Language

/// What may be done with a website, in the side of its page; each says what it means before it is done.
enum WebsiteActionView {
    static func card(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        let parts: [HTML] = [
            model.acts.contains(.edit)
                ? Button.link(frame.say(.editWebsite), href: ConsolePath.editWebsite(model.id)) : .nothing,
            model.acts.contains(.resume) ? resume(model, frame) : .nothing,
            model.acts.contains(.pause) ? pause(model, frame) : .nothing,
            model.acts.contains(.retire) ? retire(model, frame) : .nothing,
        ].filter { !$0.isEmpty }
        guard !parts.isEmpty else { return .nothing }
        return Card.html(frame.say(.manageWebsite), css: "acts", "\(each: parts, { $0 })")
    }

    private static func resume(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        """
        <form method="post" action="\(url: ConsolePath.resumeWebsite(model.id))">\(Form.token(frame))\
        <button class="button">\(Icon.play.svg)<span>\(frame.say(.resumeWatch))</span></button></form>
        """
    }

    private static func pause(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        let days = [1, 3, 7, 30].map { count in
            (value: String(count), label: frame.format.counted(count, .day))
        }
        let field = Field("days", .pauseFor, kind: .choice(days), isRequired: true)
        return """
            <details class="confirm"><summary class="button">\(frame.say(.pauseWatch))</summary>
            <p>\(frame.say(.pauseWatchMeans))</p>
            <form method="post" action="\(url: ConsolePath.pauseWebsite(model.id))">\(Form.token(frame))\
            \(Form.field(field, prefix: "pause", frame))
            <button class="button primary">\(frame.say(.pauseWatchConfirm))</button></form></details>
            """
    }

    private static func retire(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        """
        <details class="confirm"><summary class="button">\(frame.say(.retireWebsite))</summary>
        <p>\(frame.say(.retireWebsiteMeans))</p>
        <form method="post" action="\(url: ConsolePath.retireWebsite(model.id))">\(Form.token(frame))\
        <button class="button primary">\(frame.say(.retireWebsiteConfirm))</button></form></details>
        """
    }
}
