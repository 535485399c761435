/// The metaschemas of the standard, which any schema may refer to: JSON Schema 2020-12 as published at
/// json-schema.org.
enum Metaschemas {
    private static let base = "https://json-schema.org/draft/2020-12/"

    /// The document at `uri`; `nil` for others.
    static func document(at uri: String) -> [UInt8]? {
        guard uri.hasPrefix(base) else { return nil }
        return switch uri.dropFirst(base.count) {
        case "schema": PackageResources.schema_json
        case "meta/core": PackageResources.core_json
        case "meta/applicator": PackageResources.applicator_json
        case "meta/unevaluated": PackageResources.unevaluated_json
        case "meta/validation": PackageResources.validation_json
        case "meta/meta-data": PackageResources.meta_data_json
        case "meta/format-annotation": PackageResources.format_annotation_json
        case "meta/format-assertion": PackageResources.format_assertion_json
        case "meta/content": PackageResources.content_json
        default: nil
        }
    }
}
