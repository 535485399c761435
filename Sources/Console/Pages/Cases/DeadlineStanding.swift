import Language
package import Timekeeping

/// How a case stands to its deadline, in words, a tone and a bar.
package enum DeadlineStanding: Hashable, Sendable {
    case running(openedAt: Instant, deadline: Instant)
    case verifying
    case closed
    case withoutDeadline

    /// From this share of the time on, a running case wants attention.
    private static let attentionFrom = 0.75

    private func used(at now: Instant) -> Double? {
        guard case .running(let opened, let deadline) = self else { return nil }
        let whole = Double((deadline - opened).microseconds)
        return whole > 0 ? max(0, Double((now - opened).microseconds) / whole) : 1
    }

    func tone(at now: Instant) -> Tone {
        switch self {
        case .verifying: return .highlight
        case .closed: return .ok
        case .withoutDeadline: return .none
        case .running:
            let used = used(at: now) ?? 0
            return used >= 1 ? .incident : used >= Self.attentionFrom ? .attention : .ok
        }
    }

    func words(_ frame: Frame) -> String {
        switch self {
        case .verifying: return frame.say(.waitsForRecheck)
        case .closed: return frame.say(.caseClosed)
        case .withoutDeadline: return frame.say(.noDeadline)
        case .running(_, let deadline):
            let length = frame.format.duration(deadline - frame.now)
            return frame.say(deadline < frame.now ? .overdueBy(length) : .timeLeft(length))
        }
    }

    /// Words with a bar of the time used; `progress` needs no style attribute and is read aloud.
    func html(_ frame: Frame) -> HTML {
        let tone = tone(at: frame.now)
        let bar: HTML? = used(at: frame.now).map { share in
            "<progress max=\"100\" value=\"\(Int(min(share, 1) * 100))\" aria-hidden=\"true\"></progress>"
        }
        return """
            <span class="standing \(tone.rawValue)">\(bar)<span><span class="shape" aria-hidden="true">\
            \(tone.shape)</span>\(words(frame))</span></span>
            """
    }
}
