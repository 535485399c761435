package import Language

/// What a colour means.
///
/// A shape and a word always go with it.
package enum Tone: String, CaseIterable, Sendable {
    case ok, attention, incident, highlight, none, neutral

    /// A shape that tells the tones apart without colour; the word beside it tells the rest.
    var shape: String {
        switch self {
        case .ok: "✓"
        case .attention: "▲"
        case .incident: "✕"
        case .highlight: "◆"
        case .none: "○"
        case .neutral: "•"
        }
    }
}

/// A state in one word.
package struct Chip: Hashable, Sendable {
    package let tone: Tone
    package let word: Text

    package init(_ tone: Tone, _ word: Text) {
        self.tone = tone
        self.word = word
    }

    func html(_ frame: Frame) -> HTML {
        """
        <span class="chip \(tone.rawValue)"><span class="shape" aria-hidden="true">\(tone.shape)</span>\
        \(frame.say(word))</span>
        """
    }
}
