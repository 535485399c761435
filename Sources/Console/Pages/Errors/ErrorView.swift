import Language

package enum ErrorView {
    package static func document(_ model: ErrorModel, in frame: Frame) -> HTML {
        let page = Page(
            title: frame.say(title(of: model.status)),
            kind: frame.reader == nil ? .plain : .room,
            main: """
                <section class="card error-page" role="alert">
                <p class="sentence">\(frame.say(model.sentence))</p>
                <p class="actions">\(Button.link(frame.say(.toBoard), icon: .board, href: ConsolePath.board))</p>
                <p class="hint">\(frame.say(.errorCode)) <code>\(model.code)</code>\
                \(model.requestID.map { " · \(frame.say(.requestNumber)) <code>\($0)</code>" })</p>
                </section>
                """
        )
        return page.document(in: frame)
    }

    private static func title(of status: Int) -> Text {
        switch status {
        case 401: .notSignedIn
        case 403: .notAllowed
        case 404: .notFoundTitle
        case 409: .changedMeanwhile
        case 429: .tooManyTries
        case 500...: .somethingBroke
        default: .notUnderstood
        }
    }
}
