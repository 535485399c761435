import Synchronization

/// What a page complained of: errors on its console, scripts that failed, requests that brought nothing.
final class PageTroubles: Sendable {
    private struct State {
        var addresses: [String: String] = [:]
        var list: [String] = []
    }

    private let state = Mutex(State())

    var list: [String] { state.withLock { $0.list } }

    func forget() { state.withLock { $0.list = [] } }

    func take(_ event: String, _ parameters: JSON) {
        switch event {
        case "Network.requestWillBeSent":
            guard let id = parameters["requestId"].text else { return }
            state.withLock { $0.addresses[id] = parameters["request"]["url"].text }
        case "Network.responseReceived":
            let response = parameters["response"]
            guard let status = response["status"].number, status >= 400 else { return }
            add("status \(Int(status)): \(response["url"].text ?? "")")
        case "Network.loadingFailed": takeFailure(parameters)
        case "Log.entryAdded": takeEntry(parameters["entry"])
        case "Runtime.exceptionThrown":
            let details = parameters["exceptionDetails"]
            add("exception: \(details["exception"]["description"].text ?? details["text"].text ?? "")")
        case "Runtime.consoleAPICalled":
            guard let kind = parameters["type"].text, ["error", "assert"].contains(kind) else { return }
            let words = parameters["args"].elements.map { $0["value"].text ?? $0["description"].text ?? "" }
            add("console: \(words.joined(separator: " "))")
        default: break
        }
    }

    /// A stream that ends because the page is left is no failure.
    private func takeFailure(_ parameters: JSON) {
        guard !parameters["canceled"].isTrue else { return }
        let address = state.withLock { $0.addresses[parameters["requestId"].text ?? ""] } ?? ""
        add("failed: \(address) \(parameters["errorText"].text ?? "")")
    }

    /// Refusals by the content security policy come this way; failed requests too, but those are known already.
    private func takeEntry(_ entry: JSON) {
        guard entry["level"].text == "error", entry["source"].text != "network" else { return }
        add("\(entry["source"].text ?? ""): \(entry["text"].text ?? "")")
    }

    private func add(_ trouble: String) { state.withLock { $0.list.append(trouble) } }
}
