import Assets

/// The icons of the sprite that `make deps` makes; the list in third-party.lock has the same names.
enum Icon: String, CaseIterable {
    case arrowDown = "arrow-down"
    case arrowUp = "arrow-up"
    case arrowsUpDown = "arrow-up-down"
    case board = "layout-dashboard"
    case building = "building-2"
    case check
    case chevronLeft = "chevron-left"
    case chevronRight = "chevron-right"
    case clip = "paperclip"
    case clock
    case cross = "x"
    case download
    case external = "external-link"
    case eye
    case fileCheck = "file-check"
    case fingerprint = "fingerprint-pattern"
    case flag
    case folder = "folder-open"
    case globe
    case help = "circle-question-mark"
    case history
    case inbox
    case info
    case languages
    case ledger = "scroll-text"
    case lock
    case maximize
    case menu
    case message = "message-square"
    case moon
    case okCircle = "circle-check"
    case play
    case plus
    case printer
    case recheck = "refresh-cw"
    case refuse = "circle-slash"
    case search
    case send
    case shield = "shield-check"
    case signIn = "log-in"
    case signOut = "log-out"
    case sun
    case sunAndMoon = "sun-moon"
    case tag
    case triangle = "triangle-alert"
    case userCheck = "user-check"
    case users

    /// Decoration: the word beside it, or the control's label, says the same.
    var svg: HTML {
        """
        <svg class="icon" width="18" height="18" aria-hidden="true">\
        <use href="\(url: Asset.path("icons.svg"))#\(rawValue)"/></svg>
        """
    }
}
