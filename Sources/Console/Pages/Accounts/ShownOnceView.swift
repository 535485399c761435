import Language

enum ShownOnceView {
    static func document(_ model: ShownOnceModel, in frame: Frame) -> HTML {
        let page = Page(
            title: frame.say(model.title),
            room: model.room,
            main: """
                <section class="card shown-once" role="status">
                <p>\(frame.say(model.explanation))</p>
                <p class="secret"><code>\(model.value)</code></p>
                <p class="hint">\(frame.say(.Accounts.shownOnce))</p>
                <p class="actions">\(Button.link(frame.say(model.back.label), href: model.back.href))</p>
                </section>
                """
        )
        return page.document(in: frame)
    }
}
