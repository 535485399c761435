import Database
import Foundation
import Language

extension OutboxMessage {
    /// The body as its topic promises it.
    func body<T: Decodable>(as type: T.Type = T.self) throws(ReactionError) -> T {
        do { return try JSONDecoder().decode(type, from: Data(body.utf8)) } catch {
            throw ReactionError(.messageUnreadable, "the body of \(topic) is no \(type)")
        }
    }

    /// The id of what it happened to.
    func subjectID<Subject>(of type: Subject.Type = Subject.self) throws(ReactionError) -> ID<Subject> {
        guard let id = ID<Subject>(subject) else {
            throw ReactionError(.messageUnreadable, "the subject of \(topic) is no id")
        }
        return id
    }
}
