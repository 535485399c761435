import Assets
import Console
import Foundation
import Language
import Testing

/// Writes every page and its assets to a folder, for a browser or for whoever wants to look.
///
/// `SEN_PREVIEW=DIR swift test --filter previews` keeps them; serve the folder, since pages name `/assets/…`.
@Test("every page previews as files, in both languages, each under its weight", arguments: Language.allCases)
func previews(language: Language) throws {
    let kept = ProcessInfo.processInfo.environment["SEN_PREVIEW"]
    let folder =
        kept.map { URL(filePath: $0) }
        ?? FileManager.default.temporaryDirectory.appending(path: "sen-preview-\(UUID().uuidString)")
    defer { if kept == nil { try? FileManager.default.removeItem(at: folder) } }
    for asset in Asset.all.values {
        let file = folder.appending(path: String(asset.path.dropFirst()))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(asset.bytes).write(to: file)
    }
    for page in AllPages.documents(language) {
        let file = folder.appending(path: "\(page.name)-\(language.rawValue).html")
        try Data(page.document.bytes).write(to: file)
        #expect(weight(of: page.document) < 150_000, "\(page.name) weighs \(weight(of: page.document)) bytes")
    }
}

/// Bytes of a page with every asset that it loads at once, not compressed.
private func weight(of page: HTML) -> Int {
    let named = Asset.all.values.filter { asset in
        page.text.contains(" src=\"\(asset.path)") || page.text.contains(" href=\"\(asset.path)")
            || asset.name.hasSuffix(".woff2")
    }
    return page.bytes.count + named.map(\.bytes.count).reduce(0, +)
}
