package import Language
package import Timekeeping

/// What happened to one thing, newest first or oldest first as given.
package struct TimelineEvent: Sendable {
    package let at: Instant
    package let tone: Tone
    package let title: Text
    /// Who did it; `nil` when Sen did.
    package let by: String?
    /// Words of a person or a reason, shown as they were written.
    package let note: String?
    /// The number of its entry in the audit log.
    package let auditEntry: Int?

    package init(
        at: Instant,
        tone: Tone,
        title: Text,
        by: String?,
        note: String? = nil,
        auditEntry: Int? = nil
    ) {
        self.at = at
        self.tone = tone
        self.title = title
        self.by = by
        self.note = note
        self.auditEntry = auditEntry
    }
}

enum Timeline {
    static func html(_ events: [TimelineEvent], _ frame: Frame) -> HTML {
        "<ol class=\"timeline\">\(each: events, { event($0, frame) })</ol>"
    }

    private static func event(_ event: TimelineEvent, _ frame: Frame) -> HTML {
        """
        <li class="\(event.tone.rawValue)"><span class="shape" aria-hidden="true">\(event.tone.shape)</span><div>
        <p><b>\(frame.say(event.title))</b> \(TimeElement.absolute(event.at, frame))</p>
        <small>\(event.by ?? frame.say(.bySen))\(event.auditEntry.map { entry in
            " · <a href=\"\(url: ConsolePath.auditProof(entry: entry))\">\(frame.say(.auditEntry(entry)))</a>"
        })</small>
        \(event.note.map { "<blockquote>\($0)</blockquote>" })
        </div></li>
        """
    }
}
