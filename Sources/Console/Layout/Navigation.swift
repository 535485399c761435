import Language

enum Navigation {
    /// The rooms: a column on a wide screen, a drawer that opens without a script on a phone.
    static func side(current: Room?, _ frame: Frame) -> HTML {
        """
        <nav class="rooms" aria-label="\(frame.say(.mainNavigation))">
        <a class="mark" href="\(url: ConsolePath.board)">\(LotusMark.drawing)<span>Sen</span></a>
        <details class="drawer"><summary><span class="visually-hidden">\(frame.say(.menu))</span>\
        \(Icon.menu.svg)</summary></details>
        <div class="room-list">
        \(each: frame.rooms, { link(to: $0.room, count: $0.count, isCurrent: $0.room == current, frame) })
        \(Preferences.html(frame))
        \(frame.reader.map { reader($0, frame) })
        </div>
        </nav>
        """
    }

    private static func link(to room: Room, count: Int?, isCurrent: Bool, _ frame: Frame) -> HTML {
        """
        \(room.groupHeading.map { "<p class=\"group\">\(frame.say($0))</p>" })
        <a href="\(url: room.path)" data-key="\(room.key)"\(if: isCurrent, " aria-current=\"page\"")>\
        \(room.icon.svg)<span>\(frame.say(room.name))</span>\
        \(count.map { "<span class=\"count\">\(frame.format.number($0))</span>" })</a>
        """
    }

    private static func reader(_ reader: Frame.Reader, _ frame: Frame) -> HTML {
        """
        <div class="reader">
        <div><b><a href="\(url: ConsolePath.ownAccount)">\(reader.name)</a></b><small>\(reader.role)</small></div>
        <form method="post" action="\(url: ConsolePath.signOut)">\(Form.token(frame))\
        <button class="quiet" aria-label="\(frame.say(.signOut))" title="\(frame.say(.signOut))">\
        \(Icon.signOut.svg)</button></form>
        </div>
        """
    }
}

/// Sen's lotus, drawn in the page since it is the first thing seen.
enum LotusMark {
    static let drawing: HTML = """
        <svg class="lotus" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">\
        <path d="M16 5c4 5 5 11 0 19c-5-8-4-14 0-19z"/><path d="M7 9c5 2 8 7 9 15c-7-3-10-8-9-15z"/>\
        <path d="M25 9c-5 2-8 7-9 15c7-3 10-8 9-15z"/><path d="M2 17c6-1 11 2 14 7c-6 2-12-1-14-7z"/>\
        <path d="M30 17c-6-1-11 2-14 7c6 2 12-1 14-7z"/><path d="M6 28h20"/></svg>
        """
}
