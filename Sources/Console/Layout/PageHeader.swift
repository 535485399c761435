import Language
import Timekeeping

enum PageHeader {
    static func html(_ page: Page, _ frame: Frame) -> HTML {
        """
        <header class="top">
        <div class="heading">
        \(if: page.kind == .plain, "<a class=\"mark\" href=\"/\">\(LotusMark.drawing)<span>Sen</span></a>")
        \(if: page.kind == .open, openMark(frame))
        <h1>\(page.title)</h1>
        \(page.subtitle.map { "<p class=\"subtitle\">\($0)</p>" })
        </div>
        \(if: frame.isLab, labBadge(frame))
        <div class="tools">
        \(if: page.kind == .room || page.kind == .kiosk, freshness(frame))
        \(page.actions)
        \(if: page.kind == .plain || page.kind == .open, Preferences.html(frame))
        </div>
        </header>
        """
    }

    private static func openMark(_ frame: Frame) -> HTML {
        """
        <a class="mark" href="\(url: ConsolePath.openData)">\(LotusMark.drawing)\
        <span>Sen</span></a>
        """
    }

    private static func labBadge(_ frame: Frame) -> HTML {
        let badge: HTML = "\(Icon.tag.svg)\(frame.say(.labBadge))"
        guard let address = frame.labAddress else {
            return "<p class=\"lab\" title=\"\(frame.say(.labExplained))\">\(badge)</p>"
        }
        return """
            <a class="lab" href="\(url: address)" target="_blank" rel="noreferrer noopener" \
            title="\(frame.say(.labExplained)) \(frame.say(.labOpens))">\(badge)</a>
            """
    }

    /// How fresh the page is: a live one has a dot, and any says as of when.
    private static func freshness(_ frame: Frame) -> HTML {
        let at: HTML = """
            <time datetime="\(frame.now.rfc3339)">\(frame.format.weekdayAndDate(frame.now)) \
            \(frame.format.time(frame.now))</time>
            """
        guard frame.events != nil else { return "<p class=\"fresh\">\(at)</p>" }
        return """
            <p class="fresh" data-live="waiting"><span class="dot" aria-hidden="true"></span>\
            <span class="when-live">\(frame.say(.live))</span>\
            <span class="when-waiting">\(frame.say(.asOf))</span>\
            <span class="when-late">\(frame.say(.connectionLost))</span> \(at)</p>
            """
    }
}

/// What the keys do; `?` opens it.
enum ShortcutHelp {
    static func dialog(_ frame: Frame) -> HTML {
        """
        <dialog id="help" aria-labelledby="help-title">
        <h2 id="help-title">\(frame.say(.shortcuts))</h2>
        <dl class="keys">
        <dt><kbd>/</kbd></dt><dd>\(frame.say(.shortcutSearch))</dd>
        \(each: frame.rooms, { row in
            "<dt><kbd>g</kbd> <kbd>\(row.room.key)</kbd></dt><dd>\(frame.say(row.room.name))</dd>"
        })
        <dt><kbd>?</kbd></dt><dd>\(frame.say(.shortcutHelp))</dd>
        </dl>
        <button type="button" class="button" data-close>\(frame.say(.close))</button>
        </dialog>
        """
    }
}
