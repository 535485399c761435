// What makes a page live. Every page is complete without it.
"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Theme: light, dark, or as the system says.
  const paintTheme = () => {
    const chosen = root.dataset.theme || "auto";
    all("[data-set-theme]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.setTheme === chosen)));
  };
  const setTheme = (theme) => {
    if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
    try { theme === "auto" ? localStorage.removeItem("theme") : localStorage.setItem("theme", theme) } catch {}
    paintTheme();
  };

  // Relative times move on by themselves. The words come from the page: "{n} phút trước".
  const steps = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const relative = (seconds) => {
    const words = root.dataset, side = seconds >= 0 ? "Ago" : "Ahead", size = Math.abs(seconds);
    for (const [name, length] of steps) {
      const n = Math.floor(size / length);
      if (n >= 1) return words[`${name}${side}${n === 1 ? "One" : ""}`].replace("{n}", n);
    }
    return seconds < 0 ? words.soon : words.justNow;
  };
  const drift = Date.parse(root.dataset.now) - Date.now() || 0; // trust the server's clock
  const paintTimes = () => all("time[data-relative]").forEach((t) => {
    t.textContent = relative((Date.now() + drift - Date.parse(t.dateTime)) / 1000);
  });

  // Live: the server names fragments by id and sends their new HTML; what has the focus is left alone.
  const replace = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    all("[id]", fresh.body).filter((n) => !n.parentElement.closest("[id]")).forEach((n) => {
      const old = document.getElementById(n.id);
      if (old && !old.contains(document.activeElement)) old.replaceWith(n);
    });
    paintTimes();
  };
  const setLive = (state) => all("[data-live]").forEach((n) => { n.dataset.live = state });
  const listen = () => {
    const address = document.body.dataset.events;
    if (!address) return;
    const source = new EventSource(address);
    source.onopen = () => setLive("live");
    source.onerror = () => setLive("late"); // the browser tries again by itself
    source.addEventListener("fragment", (event) => { setLive("live"); replace(event.data) });
    addEventListener("pagehide", () => source.close());
  };

  // Shortcuts: / search, g then a letter goes to a room, ? help.
  let waitsForRoom = false;
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const key = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (waitsForRoom) { waitsForRoom = false; const room = one(`[data-key="${CSS.escape(event.key)}"]`); if (room) room.click(); return }
    if (event.key === "g") waitsForRoom = true;
    if (event.key === "/") { const box = one("input[type=search]"); if (box) { event.preventDefault(); box.focus() } }
    if (event.key === "?") { const help = document.getElementById("help"); if (help) help.showModal() }
  };

  // A chart answers to the pointer once somebody points at it; the server's drawing stays for print.
  const load = (tag, attributes) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement(tag), attributes, { onload: done, onerror: failed }));
  });
  const offerChart = (figure) => figure.addEventListener("pointerenter", async () => {
    try {
      if (!window.uPlot) await Promise.all([
        load("script", { src: figure.dataset.script }), load("link", { rel: "stylesheet", href: figure.dataset.style }),
      ]);
      drawChart(figure);
    } catch {} // the drawing is still there
  }, { once: true });
  const drawChart = (figure) => {
    const columns = JSON.parse(one("template", figure).content.textContent), style = getComputedStyle(root);
    const plot = one(".plot", figure), colour = (name) => style.getPropertyValue(name).trim();
    const axis = { stroke: colour("--ink-2"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false } };
    const drawn = new uPlot({
      width: plot.clientWidth, height: 190, legend: { live: true }, scales: { y: { range: (u, low, high) => [0, high * 1.1] } },
      axes: [{ ...axis, values: "{HH}:{mm}" }, { ...axis, size: 60 }],
      series: [{ value: "{DD}/{MM}/{YYYY} {HH}:{mm}" }, { label: figure.dataset.label, stroke: colour("--lake"), width: 2, fill: colour("--lake-soft"), spanGaps: false }],
    }, columns, plot);
    figure.classList.add("is-live");
    new ResizeObserver(() => drawn.setSize({ width: plot.clientWidth, height: 190 })).observe(plot);
  };

  // A list follows its search box; what does it is fetched when somebody first goes there.
  const follow = (form) => form.addEventListener("focusin", () => {
    load("script", { src: form.dataset.follow }).catch(() => {}); // the button is still there
  }, { once: true });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-set-theme], [data-print], [data-close], [data-open]");
    if (!button) return;
    if (button.dataset.setTheme) setTheme(button.dataset.setTheme);
    if ("print" in button.dataset) print();
    if ("close" in button.dataset) button.closest("dialog").close();
    if (button.dataset.open) document.getElementById(button.dataset.open)?.showModal();
  });
  document.addEventListener("change", (event) => { if (event.target.matches("[data-submit]")) event.target.form.requestSubmit() });
  document.addEventListener("keydown", key);
  paintTheme(); paintTimes(); setInterval(paintTimes, 30000); listen(); all("figure.chart").forEach(offerChart); all("form[data-follow]").forEach(follow);
  root.classList.add("has-script");
})();
