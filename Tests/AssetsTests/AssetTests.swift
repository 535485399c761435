import Assets
import Testing

@Test("each embedded file has bytes, a content type and an address of its own")
func everythingIsEmbedded() {
    #expect(Asset.all.count == 11)
    for asset in Asset.all.values {
        #expect(!asset.bytes.isEmpty, "\(asset.name) is empty")
        #expect(asset.contentType != "application/octet-stream", "\(asset.name) has no content type")
        #expect(asset.path == "/assets/\(asset.digest)/\(asset.name)")
    }
    #expect(Set(Asset.all.values.map(\.path)).count == Asset.all.count)
}

@Test("fonts are WOFF2 and small enough for a slow line", arguments: ["Regular", "SemiBold", "Bold"])
func fontsAreSmall(weight: String) throws {
    let font = try #require(Asset.all["BeVietnamPro-\(weight).woff2"])
    #expect(font.bytes.starts(with: Array("wOF2".utf8)))
    #expect(font.bytes.count < 32_000)
}

@Test("the style sheet names files by their real addresses")
func styleSheetIsAddressed() throws {
    let css = String(decoding: try #require(Asset.all["console.css"]).bytes, as: UTF8.self)
    #expect(css.contains(Asset.path("BeVietnamPro-Regular.woff2")))
    #expect(!css.contains("/assets/-/") && !css.contains("/assets/none/"))
}

@Test("changed bytes have another digest and another entity tag")
func digestFollowsBytes() {
    let (one, other) = (Asset(name: "a.js", bytes: [1, 2]), Asset(name: "a.js", bytes: [2, 1]))
    #expect(one.digest != other.digest && one.entityTag != other.entityTag)
    #expect(one.digest.count == 16 && one.digest == Asset(name: "b.js", bytes: [1, 2]).digest)
}

@Test("an address with an old digest gives the new bytes and is not kept long; an unknown name gives nothing")
func oldAddresses() throws {
    let css = try #require(Asset.all["console.css"])
    #expect(Asset.find(digest: css.digest, name: css.name)?.cacheControl == Asset.cacheControl)
    #expect(Asset.find(digest: "0000", name: css.name)?.cacheControl == Asset.cacheControlStale)
    #expect(Asset.find(digest: css.digest, name: "../secret") == nil)
}
