import Foundation
import Testing

@Test("only Access lets its permits be the ones that the units' store asks for")
func permitsComeFromAccess() throws {
    for file in try Project.swiftFiles(under: Project.sources) where file.text.contains("UnitWritePermit") {
        let isAllowed = file.path.hasPrefix("Sources/Places/") || file.path.hasPrefix("Sources/Access/")
        #expect(isAllowed, "\(file.path) names UnitWritePermit; ask Access for a permit")
    }
}

@Test("only Access lets its permits be the ones that the stores of accounts and keys ask for")
func accountPermitsComeFromAccess() throws {
    for file in try Project.swiftFiles(under: Project.sources) {
        let names = ["AccountWritePermit", "KeyWritePermit", "PermitReach"]
        guard names.contains(where: file.text.contains) else { continue }
        let isAllowed = file.path.hasPrefix("Sources/Identity/") || file.path.hasPrefix("Sources/Access/")
        #expect(isAllowed, "\(file.path) goes past Access; use AccountAdministration or KeyAdministration")
    }
}
