import Language
import Timekeeping

/// A point in time, relative or absolute, with the other in its title.
enum TimeElement {
    static func relative(_ instant: Instant, _ frame: Frame) -> HTML {
        """
        <time datetime="\(instant.rfc3339)" data-relative title="\(frame.format.dateTime(instant))">\
        \(frame.format.relative(instant, now: frame.now))</time>
        """
    }

    static func absolute(_ instant: Instant, _ frame: Frame) -> HTML {
        "<time datetime=\"\(instant.rfc3339)\">\(frame.format.dateTime(instant))</time>"
    }
}
