import Database
import Language
import TestDatabases
import Testing

private enum ThingErrorCode: String, FailureCode {
    case alreadyThere = "thing.already-there"
    case storeFailed = "thing.store-failed"
    var text: Text { .storeFailed }
    var category: FailureCategory { self == .alreadyThere ? .conflict : .unavailable }
}
private typealias ThingError = Failure<ThingErrorCode>

@Test("a store's own failure passes through a transaction as it is")
func ownFailure() async throws {
    try await onEachDatabase { (each) async throws in
        let database = each.database
        let error = await #expect(throws: ThingError.self) {
            try await database.write(throwing: ThingErrorCode.self) { _ in
                throw ThingError(.alreadyThere, "there is one with this name")
            }
        }
        #expect(error?.code == .alreadyThere)
    }
}

@Test("a failure of the database becomes the domain's storeFailed and keeps its cause")
func wrapped() async throws {
    try await onEachDatabase { (each) async throws in
        let database = each.database
        let error = await #expect(throws: ThingError.self) {
            try await database.read(throwing: ThingErrorCode.self) { try $0.query("SELECT * FROM nowhere") }
        }
        #expect(error?.code == .storeFailed)
        #expect(error?.cause is DatabaseError)
    }
}

@Test("a full disk tells the person so, in both languages, whatever the domain")
func fullDisk() {
    let error = ThingError(wrapping: DatabaseError(kind: .full, detail: "database or disk is full"))
    #expect(error.text == .diskFull)
    #expect(error.text(.vietnamese).contains("đã đầy"))
    #expect(error.text(.english).contains("full"))
}

@Test("a database that is away, and one that was lost while it saved, tell different things to do")
func awayAndUnknown() {
    let away = ThingError(wrapping: DatabaseError(kind: .unreachable, detail: "refused"))
    let unknown = ThingError(wrapping: DatabaseError(kind: .outcomeUnknown, detail: "lost"))
    #expect(away.text(.english).contains("nothing was saved"))
    #expect(unknown.text(.english).contains("look before doing it again"))
    #expect(away.text(.vietnamese).contains("chưa được lưu") && away.category == .unavailable)
}

@Test("a row that holds something else than expected is an error and no trap", arguments: [0, 1, 99, -1])
func unexpectedValue(column: Int) {
    let row = Row(values: [.text("x"), .null])
    #expect(throws: DatabaseError.self) { let _: Int = try row[column] }
}

@Test("a column that may be empty is read as an optional")
func optionalColumn() throws {
    let row = Row(values: [.null, .integer(7)])
    let missing: Int? = try row[0]
    let present: Int? = try row[1]
    #expect(missing == nil)
    #expect(present == 7)
}
