import Language

/// A form that changes something: its token, its fields and one button.
struct PostForm {
    let path: String
    /// Makes the ids of its fields differ from those of other forms on the page.
    let prefix: String
    var fields: [Field] = []
    var hidden: [(name: String, value: String)] = []
    let button: Text
    var icon: Icon?
    var isPrimary = true

    func html(_ frame: Frame) -> HTML {
        """
        <form class="action" method="post" action="\(url: path)">\(Form.token(frame))\
        \(each: hidden, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
        \(each: fields, { Form.field($0, prefix: prefix, frame) })
        <button class="button\(if: isPrimary, " primary")">\(icon?.svg)<span>\(frame.say(button))</span></button></form>
        """
    }

    /// One that opens in place, without a script, under its own button's name, after a sentence that says what it does.
    func folded(meaning: Text, isOpen: Bool = false, _ frame: Frame) -> HTML {
        """
        <details class="action"\(if: isOpen, " open")><summary>\(icon?.svg)<span>\(frame.say(button))</span></summary>
        <p class="help">\(frame.say(meaning))</p>
        \(html(frame))</details>
        """
    }
}
