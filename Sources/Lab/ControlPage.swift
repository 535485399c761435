package import Language

/// The page on which a person looks at, cleans and breaks the sites of the lab.
package struct ControlPage {
    let status: LabStatus
    let language: Language

    package init(_ state: LabState, port: Int, language: Language) {
        status = LabStatus(state, port: port, language: language)
        self.language = language
    }

    private func say(_ text: Text) -> String { text(language).escaped }
    private var otherLanguage: Language { language == .vietnamese ? .english : .vietnamese }

    package var html: String {
        """
        <!DOCTYPE html><html lang="\(language.rawValue)"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1"><title>\(say(.labTitle)) · Sen</title>
        <link rel="stylesheet" href="/lab.css"><script src="/lab.js" defer></script>
        <link rel="icon" href="data:,"></head><body>
        <p class="banner" role="note">\(say(.labBanner))</p>
        <header><div><h1>\(say(.labTitle))</h1><p>\(say(.labIntroduction))</p></div>
        <div class="tools"><strong id="broken" aria-live="polite">\(status.brokenText.escaped)</strong>
        <form method="post" action="/reset">\(languageField)<button>\(say(.labReset))</button></form>
        <a href="/sites.csv">\(say(.labDownload))</a>
        <a href="/?language=\(otherLanguage.rawValue)" lang="\(otherLanguage.rawValue)">\(say(.labOtherLanguage))</a></div></header>
        <main><table><thead><tr><th scope="col">\(say(.labSite))</th><th scope="col">\(say(.labStateHead))</th>
        <th scope="col">\(say(.labActions))</th></tr></thead><tbody>
        \(status.sites.map(row).joined(separator: "\n"))
        </tbody></table></main></body></html>
        """
    }

    private func row(_ site: LabSiteStatus) -> String {
        """
        <tr id="\(site.host)" data-state="\(site.state)"><th scope="row"><a href="\(site.view)">\(site.name.escaped)</a>
        <span class="host">\(site.host)</span></th>
        <td><span class="chip">\(site.stateText.escaped)</span> <span class="what">\(site.attackText?.escaped ?? "")</span></td>
        <td><div class="actions"><form method="post" action="/sites/\(site.host)/clean">\(languageField)<button class="clean"
        aria-label="\(say(.labClean)): \(site.name.escaped)">\(say(.labClean))</button></form>
        <form method="post" action="/sites/\(site.host)/break">\(languageField)<select name="attack"
        aria-label="\(say(.labChooseAttack(site.name)))">\(choices)</select>
        <button aria-label="\(say(.labBreak)): \(site.name.escaped)">\(say(.labBreak))</button></form></div></td></tr>
        """
    }

    private var languageField: String {
        "<input type=\"hidden\" name=\"language\" value=\"\(language.rawValue)\">"
    }

    private var choices: String {
        Attack.allCases.map { "<option value=\"\($0.rawValue)\">\(say($0.name))</option>" }.joined()
    }

    /// Keeps states fresh without touching what a person is choosing.
    package static let script = """
        setInterval(async () => {
          try {
            const answer = await fetch("/api/sites?language=" + document.documentElement.lang);
            const lab = await answer.json();
            document.getElementById("broken").textContent = lab.brokenText;
            for (const site of lab.sites) {
              const row = document.getElementById(site.host);
              row.dataset.state = site.state;
              row.querySelector(".chip").textContent = site.stateText;
              row.querySelector(".what").textContent = site.attackText ?? "";
            }
          } catch {}
        }, 1000);
        """

    package static let styleSheet = """
        *{box-sizing:border-box}:root{color-scheme:light dark;--line:#d5dae1;--card:#fff;--ground:#f3f4f6;--ink:#1c2127;
        --faint:#5b6470;--main:#0b5cad}@media (prefers-color-scheme:dark){:root{--line:#333b45;--card:#1a1f26;
        --ground:#11151a;--ink:#e8ebee;--faint:#9aa4b0;--main:#6fb1f5}}
        body{margin:0;font:16px/1.5 "Be Vietnam Pro","Noto Sans",system-ui,sans-serif;background:var(--ground);color:var(--ink)}
        .banner{margin:0;padding:.45rem 1rem;text-align:center;font-weight:600;background:repeating-linear-gradient(135deg,
        #fff3cd 0 18px,#ffe69c 18px 36px);color:#3d2c00;border-bottom:2px solid #b58100}
        header,main{max-width:1160px;margin:0 auto;padding:1rem}h1{margin:.2rem 0;font-size:1.6rem}header p{margin:0;
        color:var(--faint);max-width:44rem}.tools{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:center;margin-top:.9rem}
        a{color:var(--main)}form{display:inline-flex;gap:.4rem}button,select{font:inherit;min-height:36px;padding:.25rem .8rem;
        border:1px solid var(--line);border-radius:6px;background:var(--card);color:inherit;max-width:100%}button{cursor:pointer}
        button:focus-visible,select:focus-visible,a:focus-visible{outline:3px solid var(--main);outline-offset:1px}
        select{max-width:17rem}table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line)}
        th,td{text-align:left;padding:.55rem .8rem;border-bottom:1px solid var(--line);vertical-align:middle}
        thead th{font-size:.85rem;color:var(--faint)}tbody th{font-weight:600}.host{display:block;font-weight:400;
        font-size:.85rem;color:var(--faint)}.chip{display:inline-block;padding:.1rem .6rem;border-radius:1rem;font-size:.85rem;
        font-weight:600;background:#d9f2e3;color:#0d5132}.what{display:block;font-size:.85rem;color:var(--faint)}
        [data-state=broken] .chip{background:#fbd9d6;color:#8c1d15}[data-state=edited] .chip{background:#fff0c9;color:#6b4a00}
        [data-state=cleaned] .chip{background:#d8e8fb;color:#0a437e}.actions{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:.5rem 1rem}thead th:last-child{text-align:right}
        .clean{display:none}[data-state=broken] .clean{display:inline-block;background:#0d6b3f;border-color:#0d6b3f;color:#fff}
        tbody tr:last-child>*{border-bottom:0}
        @media (max-width:760px){thead{display:none}table,tbody,tr,th,td{display:block}table{border:0;background:none}
        tr{background:var(--card);border:1px solid var(--line);border-radius:8px;margin-bottom:.7rem;padding:.4rem 0}
        th,td{border:0;padding:.25rem .8rem}.actions form{width:100%}select{flex:1;min-width:0}}
        """
}
