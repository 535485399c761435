/// The declarations that won on one element.
struct ElementStyle {
    private var values: [(property: StyleProperty, value: StyleValue, weight: UInt32)] = []

    /// Takes the declaration unless a weightier one stands; the later of two equals wins.
    mutating func apply(_ declaration: Declaration, weight: UInt32) {
        let weight = declaration.isImportant ? weight | 1 << 31 : weight
        guard let index = values.firstIndex(where: { $0.property == declaration.property }) else {
            values.append((declaration.property, declaration.value, weight))
            return
        }
        if weight >= values[index].weight {
            values[index] = (declaration.property, declaration.value, weight)
        }
    }

    subscript(property: StyleProperty) -> StyleValue? { values.first { $0.property == property }?.value }

    var isDisplayed: Bool { self[.display].map { $0 != .keyword(.none) } ?? false }
    var isOverflowHidden: Bool { self[.overflow] == .keyword(.hidden) }
    var background: Colour? { if case .colour(let colour)? = self[.background] { colour } else { nil } }

    func fontPixels(inherited: Double) -> Double? {
        switch self[.fontSize] {
        case .pixels(let pixels): pixels
        case .percent(let percent): inherited * percent / 100
        default: nil
        }
    }

    /// How this element hides itself and what is in it.
    func way(fontPixels: Double) -> Concealment.Way? {
        guard !values.isEmpty else { return nil }
        if self[.display] == .keyword(.none) { return .display }
        switch self[.opacity] {
        case .number(let share), .pixels(let share): if share <= 0.05 { return .opacity }
        case .percent(let share): if share <= 5 { return .opacity }
        default: break
        }
        if self[.filter] == .nothingShown { return .opacity }
        if self[.fontSize] != nil, fontPixels <= Concealment.fontPixelsMax { return .fontSize }
        if isFar(.textIndent) { return .indent }
        if self[.clip] == .nothingShown || self[.clipPath] == .nothingShown { return .clip }
        if self[.transform] == .nothingShown { return .scale }
        if isOffScreen { return .offScreen }
        return isTiny ? .size : nil
    }

    private func isFar(_ property: StyleProperty) -> Bool {
        switch self[property] {
        case .pixels(let pixels): pixels <= -Concealment.offScreenPixelsMin
        case .percent(let percent): percent <= -100
        default: false
        }
    }

    private var isOffScreen: Bool {
        if self[.transform] == .movedOff || isFar(.marginLeft) || isFar(.marginTop) { return true }
        switch self[.position] {
        case .keyword(.absolute), .keyword(.fixed), .keyword(.relative):
            return [StyleProperty.left, .right, .top, .bottom].contains(where: isFar)
        default: return false
        }
    }

    /// A box of no size that lets nothing out of it.
    private var isTiny: Bool {
        guard isOverflowHidden else { return false }
        return [StyleProperty.width, .height, .maxWidth, .maxHeight].contains { property in
            if case .pixels(let pixels)? = self[property] { return pixels <= Concealment.boxPixelsMax }
            return false
        }
    }
}
