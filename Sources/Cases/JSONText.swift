import Foundation

/// Whether `text` is one JSON object.
func isJSONObject(_ text: String) -> Bool {
    text == "{}" || (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any]
}

/// The value that `text` holds, or `nil` when it is not one.
func readJSON<T: Decodable>(_ text: String, as type: T.Type) -> T? {
    try? JSONDecoder().decode(type, from: Data(text.utf8))
}
