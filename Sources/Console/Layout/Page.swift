import Language

/// A whole document: head, navigation, header, main, and what every page has.
package struct Page {
    package enum Kind: Sendable { case room, kiosk, plain, open }

    let title: String
    let subtitle: HTML?
    let room: Room?
    let kind: Kind
    let actions: HTML
    let main: HTML

    /// The title is the heading and names the window; actions are buttons beside it.
    package init(
        title: String,
        subtitle: HTML? = nil,
        room: Room? = nil,
        kind: Kind = .room,
        actions: HTML = .nothing,
        main: HTML
    ) {
        self.title = title
        self.subtitle = subtitle
        self.room = room
        self.kind = kind
        self.actions = actions
        self.main = main
    }

    package func document(in frame: Frame) -> HTML {
        """
        <!doctype html>
        <html lang="\(frame.language.rawValue)"\(PageHead.times(frame))>
        \(PageHead.head(title: title, isLive: frame.events != nil))
        <body class="\(bodyClass)"\(PageHead.events(frame))>
        <a class="skip" href="#main">\(frame.say(.skipToContent))</a>
        \(kind == .room ? Navigation.side(current: room, frame) : nil)
        <div class="page">
        \(PageHeader.html(self, frame))
        <main id="main" tabindex="-1">
        \(main)
        </main>
        </div>
        \(ShortcutHelp.dialog(frame))
        </body>
        </html>
        """
    }

    private var bodyClass: String {
        switch kind {
        case .room: "with-rooms"
        case .kiosk: "kiosk"
        case .plain: "plain"
        case .open: "open"
        }
    }
}
