import Language

package enum WebsiteFormView {
    package static func document(_ model: WebsiteFormModel, in frame: Frame) -> HTML {
        let (title, action, back) =
            model.website.map { website in
                (
                    frame.say(.editWebsiteNamed(website.name)), ConsolePath.editWebsite(website.id),
                    ConsolePath.website(website.id)
                )
            } ?? (frame.say(.addWebsite), ConsolePath.newWebsite, ConsolePath.websites)
        let page = Page(
            title: title,
            room: .websites,
            main: """
                <section class="card form-page">
                \(model.error.map { Form.error(frame.say($0), id: "form-error") })
                <form method="post" action="\(url: action)">\(Form.token(frame))
                \(model.version.map { "<input type=\"hidden\" name=\"version\" value=\"\($0)\">" })
                \(each: model.fields, { Form.field($0, prefix: "website", frame) })
                <p class="form-end"><button class="button primary">\(frame.say(.saveWebsite))</button>
                \(Button.link(frame.say(.cancel), href: back))</p></form>
                </section>
                """
        )
        return page.document(in: frame)
    }
}
