import Cryptography
import Foundation
import HTMLParsing
import InternetAddresses
import Language
import Serving
import WebFetch
import WebWatch

extension Settings {
    /// All settings, in the order of the manual.
    static let definitions: [Setting] = general + server + watch + fetch + guards

    private static let general: [Setting] = [
        .single(
            "language",
            \.language,
            .settingExpectsLanguage,
            .settingLanguage,
            parse: Language.init(rawValue:),
            write: \.rawValue
        ),
        .text("timeZone", \.timeZone, .settingExpectsTimeZone, .settingTimeZone) {
            TimeZone.knownTimeZoneIdentifiers.contains($0)
        },
        .text("data.folder", \.data.folder, .settingExpectsFolder, .settingDataFolder) { isPath($0) },
        .optionalText(
            "database.url",
            \.database.url,
            .settingExpectsConnection,
            .settingDatabaseURL,
            isSecret: true
        ) { isConnection($0) },
    ]

    private static let server: [Setting] = [
        .text("server.address", \.server.address, .settingExpectsAddress, .settingServerAddress) {
            IPAddress($0) != nil
        },
        .integer("server.port", \.server.port, 1...65_535, .settingServerPort),
        .optionalText("server.publicURL", \.server.publicURL, .settingExpectsURL, .settingPublicURL) {
            isWebAddress($0)
        },
        .list(
            "server.trustedProxies",
            \.server.trustedProxies.ranges,
            .settingExpectsRanges,
            .settingTrustedProxies
        ) { AddressRange($0) },
    ]

    private static let watch: [Setting] = [
        .integer("watch.deepSeconds", \.watch.deepSeconds, 300...86_400, .settingDeepSeconds),
        .integer("watch.confirmSeconds", \.watch.confirmSeconds, 5...300, .settingConfirmSeconds),
        .integer("watch.backOffSecondsMax", \.watch.backOffSecondsMax, 60...3_600, .settingBackOff),
        .integer("watch.checksPerHostMax", \.watch.checksPerHostMax, 1...16, .settingChecksPerHost),
        .integer("watch.hostGapMilliseconds", \.watch.hostGapMilliseconds, 0...10_000, .settingHostGap),
    ]

    private static let fetch: [Setting] = [
        .list("fetch.allowedRanges", \.fetch.allowedRanges, .settingExpectsRanges, .settingAllowedRanges) {
            AddressRange($0)
        },
        .optionalText("fetch.contactURL", \.fetch.contactURL, .settingExpectsURL, .settingContactURL) {
            isWebAddress($0)
        },
        .integer("fetch.fetchesAtOnceMax", \.fetch.fetchesAtOnceMax, 1...1_024, .settingFetchesAtOnce),
        .integer("fetch.fetchesPerHostMax", \.fetch.fetchesPerHostMax, 1...16, .settingFetchesPerHost),
        .optionalText(
            "fetch.extraAuthoritiesFile",
            \.fetch.extraAuthoritiesFile,
            .settingExpectsFile,
            .settingExtraAuthorities
        ) { isPath($0) },
    ]

    private static let guards: [Setting] = [
        .text("audit.origin", \.audit.origin, .settingExpectsOrigin, .settingAuditOrigin) { isOrigin($0) },
        .optionalText(
            "identity.sealingKey",
            \.identity.sealingKey,
            .settingExpectsKey,
            .settingSealingKey,
            isSecret: true
        ) { BaseCoding.base64.decode($0)?.count == 32 },
    ]

    /// Longer ones are slips: no system takes them.
    private static let pathBytesMax = 4_096
    /// The longest name of a key that verifiers of signed notes take.
    private static let originBytesMax = 255

    private static func isPath(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= pathBytesMax && !text.utf8.contains { $0 < 0x20 }
    }

    /// As libpq takes it: a URI, or words with an equals sign.
    private static func isConnection(_ text: String) -> Bool {
        let isURI = text.hasPrefix("postgresql://") || text.hasPrefix("postgres://")
        return (isURI || text.contains("=")) && isPath(text)
    }

    private static func isWebAddress(_ text: String) -> Bool {
        WebAddress(text).map { $0.isWeb && !$0.host.isEmpty && $0.username.isEmpty } ?? false
    }

    /// C2SP signed-note: neither space nor plus.
    private static func isOrigin(_ text: String) -> Bool {
        (1...originBytesMax).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "+") }
    }
}
