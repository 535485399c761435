import Language
import WebWatch

/// What is different between a baseline and the page as it was seen last, in a sentence each.
enum BaselineDifferences {
    static func sentences(_ old: Baseline, _ new: Baseline) -> [Text] {
        var sentences: [Text] = []
        if old.title != new.title { sentences.append(.titleIsNow(new.title)) }
        if old.description != new.description { sentences.append(.descriptionChangedSince) }
        let sets: [(Set<String>, Set<String>, (Int) -> Text)] = [
            (old.linkHosts, new.linkHosts, Text.newLinkHosts), (old.scripts, new.scripts, Text.newScripts),
            (old.frames, new.frames, Text.newFrames),
            (old.canonicalHosts, new.canonicalHosts, Text.newCanonicalHosts),
            (old.refreshHosts, new.refreshHosts, Text.newRefreshHosts),
            (old.commentHosts, new.commentHosts, Text.newCommentHosts),
        ]
        for (old, new, sentence) in sets {
            let added = new.subtracting(old).count
            if added > 0 { sentences.append(sentence(added)) }
        }
        let inline = new.inlineScripts.subtracting(old.inlineScripts).count
        if inline > 0 { sentences.append(.newInlineScripts(inline)) }
        if !old.mandatoryLines.isSubset(of: new.mandatoryLines) { sentences.append(.mandatoryLinesGone) }
        if old.shingles != new.shingles { sentences.append(.wordsChangedSince) }
        return sentences
    }
}
