import HTMLParsing

/// Scripts from new sources, scripts that nobody can read, and scripts that send away who comes from a search engine.
///
/// **Sees**: script files on foreign hosts that the baseline does not know; inline scripts with the marks of packing (`eval(atob(…))`, `_0x` names, runs of
/// escapes); inline scripts that ask for the referer and then move the visitor on. An inline script is known again by its
/// text without digits, hexadecimal runs and tokens.
///
/// **Why**: one line of script takes over the page for everybody, and the page looks as before. The redirect that only meets
/// visitors from a search engine is the usual one, since the owner types the address.
///
/// **Errs**: statistics and chat services are new scripts too; the services that most official websites use are trusted and
/// only noted. Some honest libraries are packed: two marks are needed. Without a baseline a foreign script is only information.
///
/// **Do**: remove the line, compare templates and plug-ins with their originals, change passwords, set a Content-Security-Policy.
package enum ScriptCheck: PageCheck {
    package static let kind = CheckKind.script

    package static func findings(in inspection: PageInspection) -> [Finding] {
        var byTrait: [String: (Severity, [Evidence])] = [:]
        for script in inspection.page.scripts {
            guard let (severity, evidence, trait) = judge(script, inspection) else { continue }
            let (old, pieces) = byTrait[trait] ?? (.information, [])
            byTrait[trait] = (max(old, severity), pieces + [evidence])
        }
        return byTrait.sorted { $0.key < $1.key }.map { trait, found in
            Finding(kind, found.0, on: inspection.page.url, evidence: found.1, trait: trait)
        }
    }

    private static func judge(
        _ script: PageFacts.Script,
        _ inspection: PageInspection
    ) -> (Severity, Evidence, String)? {
        guard let address = script.address else { return judge(inline: script, inspection) }
        let host = address.host
        if let baseline = inspection.baseline, baseline.scripts.contains(address.withoutQuery) { return nil }
        let owner = inspection.scope.owner(of: host)
        let isNewHost = inspection.baseline.map { baseline in
            !baseline.scripts.contains { $0.contains("//\(host)/") }
        }
        let evidence = Evidence(
            owner != .own && isNewHost != false ? .newScriptHost : .newScript,
            quote: address.href,
            place: script.place,
            value: host
        )
        guard owner == .foreign, isNewHost != false else {
            // an update of what was there, or somebody trusted
            return inspection.baseline == nil ? nil : (.information, evidence, "known host")
        }
        return (isNewHost == true ? .critical : .information, evidence, host)
    }

    private static func judge(
        inline script: PageFacts.Script,
        _ inspection: PageInspection
    ) -> (Severity, Evidence, String)? {
        if let baseline = inspection.baseline, baseline.inlineScripts.contains(script.hash) { return nil }
        func evidence(_ reason: EvidenceReason) -> Evidence {
            Evidence(reason, quote: script.excerpt, place: script.place)
        }
        if script.traits.redirectsByReferer { return (.critical, evidence(.refererScript), "referer") }
        if script.traits.isObfuscated {
            let severity: Severity = inspection.baseline == nil ? .serious : .critical
            return (severity, evidence(.obfuscatedScript), "obfuscated")
        }
        return inspection.baseline == nil ? nil : (.information, evidence(.newInlineScript), "inline")
    }
}
