package import Language

/// A file of boundaries matched with the units of one day by their codes; reading writes nothing.
package struct BoundaryImport: Sendable {
    package let boundaries: [Unit.ID: Boundary]
    /// A sentence for each feature whose code no unit of the day has.
    package let problems: [Text]

    package init(_ file: BoundaryFile, on tree: UnitTree) {
        let ids = Dictionary(tree.units.map { ($0.code, $0.id) }) { first, _ in first }
        var boundaries: [Unit.ID: Boundary] = [:]
        var problems: [Text] = []
        for feature in file.features {
            guard let id = ids[feature.code] else {
                problems.append(.boundaryFeature(feature.number, .boundaryUnitUnknown(feature.code)))
                continue
            }
            boundaries[id] = feature.boundary
        }
        self.boundaries = boundaries
        self.problems = problems
    }

    package var changes: UnitChanges { UnitChanges(boundaries: boundaries) }
}
