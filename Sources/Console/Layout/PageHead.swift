import Assets
import Language
import Timekeeping

enum PageHead {
    /// The page may load only what is ours, run no inline script, post only to us and be framed by nobody.
    ///
    /// `data:` is for nothing: icons and fonts are files. The face that serves the console sends this header with every page.
    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    static func head(title: String, isLive: Bool) -> HTML {
        """
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="same-origin">
        <title>\(title) · Sen</title>
        <link rel="icon" type="image/svg+xml" href="\(url: Asset.path("mark.svg"))">
        <link rel="preload" as="font" type="font/woff2" crossorigin \
        href="\(url: Asset.path("BeVietnamPro-Regular.woff2"))">
        <link rel="stylesheet" href="\(url: Asset.path("console.css"))">
        \(if: isLive, reloading)<script src="\(url: Asset.path("theme.js"))"></script>
        <meta name="htmx-config" content='\(settingsOfHTMX)'>
        <script defer src="\(url: Asset.path("console.js"))"></script>
        </head>
        """
    }

    /// Nothing from a string is run, nothing is asked of others, no page is kept in the browser's storage.
    private static let settingsOfHTMX: HTML = """
        {"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true,"historyCacheSize":0,\
        "refreshOnHistoryMiss":true}
        """

    /// What keeps a live page fresh where no script runs: it comes again once a minute.
    private static let reloading: HTML = """
        <noscript><meta http-equiv="refresh" content="60"></noscript>

        """

    /// The words with which console.js moves relative times on, and the server's clock.
    static func times(_ frame: Frame) -> HTML {
        let format = frame.format
        let units: [(String, Formatting.CountedUnit)] = [("minute", .minute), ("hour", .hour), ("day", .day)]
        let attributes: [(String, String)] = units.flatMap { name, unit in
            let (one, many) = (format.counted(1, unit), format.counted(2, unit))
            let counted = "{n}" + many.dropFirst()
            return [
                ("\(name)-ago-one", frame.say(.ago(one))), ("\(name)-ago", frame.say(.ago(counted))),
                ("\(name)-ahead-one", frame.say(.ahead(one))), ("\(name)-ahead", frame.say(.ahead(counted))),
            ]
        }
        return """
             data-now="\(frame.now.rfc3339)" data-just-now="\(frame.say(.justNow))" data-soon="\(frame.say(.soon))"\
            \(each: attributes, { " data-\($0.0)=\"\($0.1)\"" })
            """
    }

    static func events(_ frame: Frame) -> HTML? {
        frame.events.map { " data-events=\"\(url: $0)\"" }
    }
}

extension Page {
    /// The `Content-Security-Policy` header that goes with every page.
    package static let contentSecurityPolicy = PageHead.contentSecurityPolicy
}
