package import Language

/// The form by which a person opens a case for what no program has noticed.
package struct CaseFormModel: Sendable {
    package var fields: [Field]
    /// Why it was not opened.
    package var error: Text?

    package init(fields: [Field], error: Text? = nil) {
        self.fields = fields
        self.error = error
    }
}

package enum CaseFormView {
    package static func document(_ model: CaseFormModel, in frame: Frame) -> HTML {
        let page = Page(
            title: frame.say(.openCase),
            room: .cases,
            main: """
                <section class="card form-page">
                \(model.error.map { Form.error(frame.say($0), id: "form-error") })
                <form method="post" action="\(url: ConsolePath.newCase)">\(Form.token(frame))
                \(each: model.fields, { Form.field($0, prefix: "case", frame) })
                <p class="form-end"><button class="button primary">\(frame.say(.openCase))</button>
                \(Button.link(frame.say(.cancel), href: ConsolePath.cases))</p></form>
                </section>
                """
        )
        return page.document(in: frame)
    }
}
