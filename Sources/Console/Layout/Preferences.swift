import Language

/// The reader's language and light: at the foot of the rooms, or in the header where there are none.
enum Preferences {
    static func html(_ frame: Frame) -> HTML {
        "<div class=\"preferences\">\(language(frame))\(themes(frame))</div>"
    }

    private static func language(_ frame: Frame) -> HTML {
        let other: Language = frame.language == .vietnamese ? .english : .vietnamese
        return """
            <form class="language" method="post" action="\(url: ConsolePath.language)">\(Form.token(frame))\
            <input type="hidden" name="back" value="\(frame.path)">\
            <button class="quiet" name="language" value="\(other.rawValue)" lang="\(other.rawValue)">\
            \(Icon.languages.svg)\(other == .english ? "English" : "Tiếng Việt")</button></form>
            """
    }

    private static func themes(_ frame: Frame) -> HTML {
        let themes: [(String, Icon, Text)] = [
            ("light", .sun, .themeLight), ("auto", .sunAndMoon, .themeAuto), ("dark", .moon, .themeDark),
        ]
        return """
            <div class="themes" role="group" aria-label="\(frame.say(.theme))">\
            \(each: themes, { name, icon, text in
                "<button type=\"button\" class=\"quiet\" data-set-theme=\"\(name)\" title=\"\(frame.say(text))\">"
                + "\(icon.svg)<span class=\"visually-hidden\">\(frame.say(text))</span></button>"
            })</div>
            """
    }
}
