import Foundation
import Language
import Places
import Timekeeping

/// Prints units for a person or for a program.
struct UnitPrinter {
    let isJSON: Bool

    private static let idWidth = 14

    private struct Line: Encodable {
        let id, code, name, kind, validFrom: String
        let validTo, parent: String?
        let latitude, longitude, areaKm2: Double?
    }

    func print(_ units: [Unit]) {
        for unit in units { Swift.print(isJSON ? json(unit) : row(unit)) }
    }

    private func row(_ unit: Unit) -> String {
        unit.id.rawValue.padded(to: Self.idWidth) + "  " + unit.name
    }

    private func json(_ unit: Unit) -> String {
        let line = Line(
            id: unit.id.rawValue,
            code: unit.code,
            name: unit.name,
            kind: unit.kind.rawValue,
            validFrom: unit.validFrom.iso8601,
            validTo: unit.validTo?.iso8601,
            parent: unit.parent?.rawValue,
            latitude: unit.location?.latitude,
            longitude: unit.location?.longitude,
            areaKm2: unit.areaKm2
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// One unit with its place in the tree and in history.
    func describe(_ unit: Unit, in history: UnitHistory) {
        Swift.print("\(unit.name) (\(unit.id.rawValue))")
        let path = history.tree(at: unit.validFrom).path(of: unit.id).dropLast()
        if !path.isEmpty { line(.unitBelongsTo, path.map(\.name).joined(separator: " › ")) }
        let validity = Text.unitValidity(from: Spoken.day(unit.validFrom), to: unit.validTo.map(Spoken.day))
        line(.unitValid, Spoken.text(validity))
        // Only a unit that has ended became another; one that lives is its own successor.
        if let end = unit.validTo {
            lineage(.unitBecame, history.successors(of: unit.id, at: end), except: unit)
        }
        let before = history.successions.filter { $0.to == unit.id }.compactMap { history.units[$0.from] }
        line(.unitCameFrom, before)
    }

    private func lineage(_ label: Text, _ lineage: [Lineage], except unit: Unit) {
        line(label, lineage.map(\.unit).filter { $0.id != unit.id })
    }

    private func line(_ label: Text, _ units: [Unit]) {
        guard !units.isEmpty else { return }
        line(label, units.map { "\($0.name) (\($0.id.rawValue))" }.joined(separator: ", "))
    }

    private func line(_ label: Text, _ value: String) {
        Swift.print("  \(Spoken.text(label)): \(value)")
    }
}
