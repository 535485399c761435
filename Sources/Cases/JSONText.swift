import Foundation

/// JSON with sorted keys, so that the same value always is the same bytes.
func canonicalJSON(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
}

/// Whether `text` is one JSON object.
func isJSONObject(_ text: String) -> Bool {
    text == "{}" || (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any]
}

/// The value that `text` holds, or `nil` when it is not one.
func readJSON<T: Decodable>(_ text: String, as type: T.Type) -> T? {
    try? JSONDecoder().decode(type, from: Data(text.utf8))
}
