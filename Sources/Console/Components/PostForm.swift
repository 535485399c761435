import Language

/// A form that changes something: its token, its fields and one button.
struct PostForm {
    let path: String
    /// Makes the ids of its fields differ from those of other forms on the page.
    let prefix: String
    var fields: [Field] = []
    var hidden: [(name: String, value: String)] = []
    let button: Text
    /// What the button is called where it stands in every line of a list, for those who hear the page.
    var named: Text?
    var icon: Icon?
    var isPrimary = true
    /// What was wrong when it was sent before.
    var mistake: FormMistake?

    func html(_ frame: Frame) -> HTML {
        """
        <form class="\(fields.isEmpty ? "action" : "stacked")" method="post" action="\(url: path)">\
        \(Form.token(frame))\
        \(each: hidden, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
        \(mistake.flatMap { fields.have($0) ? nil : Alert.html($0.text, id: "\(prefix)-alert", frame) })
        \(each: fields.marked(mistake), { Form.field($0, prefix: prefix, frame) })
        <button class="button\(if: isPrimary, " primary")"\(named.map { " aria-label=\"\(frame.say($0))\"" })>\(icon?.svg)<span>\(frame.say(button))</span>\
        </button></form>
        """
    }

    /// One that opens in place, without a script, under its own button's name.
    ///
    /// `meaning` says what it does; after a mistake it stands open.
    func folded(meaning: Text, _ frame: Frame) -> HTML {
        """
        <details class="action"\(if: mistake != nil, " open")>\
        <summary>\(icon?.svg)<span>\(frame.say(button))</span></summary>
        <p class="help">\(frame.say(meaning))</p>
        \(html(frame))</details>
        """
    }
}

/// A sentence that is spoken at once: what was wrong with what was sent.
enum Alert {
    static func html(_ text: Text, id: String, _ frame: Frame) -> HTML {
        "<div role=\"alert\">\(Form.error(frame.say(text), id: id))</div>"
    }
}
