"use strict";
// An open page of mine blanks at lock time. Its nodes leave the document and wait in memory, so what was typed
// stays with its owner: they come back only when the server says that the same account is open again.
(() => {
  const sheet = document.getElementById("lock-sheet");
  if (!sheet) return;

  const root = document.documentElement;
  const seconds = Number(document.body.dataset.lockSeconds);
  const since = Date.now();
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("lock") : null;
  const kept = { nodes: null, title: "", space: "", focus: null };

  const keepable = (node) => !(node.matches && node.matches("template, script, .top"));

  const lock = () => {
    if (kept.nodes) return;
    kept.focus = document.activeElement;
    kept.title = document.title;
    kept.space = document.body.dataset.space;
    kept.nodes = [...document.body.childNodes].filter(keepable);
    // The ways out stay, and so do the pictures that they use.
    const sprite = document.querySelector("body > svg.hide");
    kept.nodes = kept.nodes.filter((node) => node !== sprite);
    for (const node of kept.nodes) node.remove();
    document.body.dataset.space = "none";
    document.title = sheet.content.querySelector("h1").textContent;
    const main = document.createElement("main");
    main.id = "main";
    main.append(sheet.content.cloneNode(true));
    document.body.append(main);
    main.querySelector("form").addEventListener("submit", open);
    main.querySelector("input:not([type=hidden])").focus();
  };

  const say = (form, what) => {
    for (const line of form.querySelectorAll("[data-said]")) line.hidden = line.dataset.said !== what;
    for (const input of form.querySelectorAll("[type=password]")) input.value = "";
    form.querySelector("button").disabled = false;
    if (what) form.querySelector("input:not([type=hidden])").focus();
  };

  // The server's own page is the proof: it is open, and it is the same account's.
  const proof = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const is = page.documentElement.dataset;
    if (is.open !== "yes" || is.mark !== root.dataset.mark) return null;
    return page.querySelector("input[name=csrfmiddlewaretoken]");
  };

  const restore = (token) => {
    document.querySelector("body > main").remove();
    document.body.dataset.space = kept.space;
    document.title = kept.title;
    document.body.append(...kept.nodes);
    for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) input.value = token.value;
    if (kept.focus && kept.focus.isConnected) kept.focus.focus();
    kept.nodes = null;
    watch(Date.now());
  };

  const open = async (event) => {
    event.preventDefault();
    const form = event.target;
    const body = new URLSearchParams(new FormData(form));
    form.querySelector("button").disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
      const token = answer.ok && answer.redirected ? proof(await answer.text()) : null;
      if (token) restore(token);
      else say(form, answer.redirected ? "gone" : "no");
    } catch {
      say(form, "silent");
    }
  };

  let due = Infinity;
  let timer = 0;
  const check = () => {
    clearTimeout(timer);
    if (Date.now() >= due) lock();
    else if (due !== Infinity) timer = setTimeout(check, Math.min(due - Date.now(), 2 ** 30));
  };
  const watch = (from) => {
    due = seconds > 0 ? from + seconds * 1000 : Infinity;
    check();
  };

  // A machine that slept keeps no timers: look at the clock whenever the page is seen again.
  document.addEventListener("visibilitychange", check);
  addEventListener("pageshow", (event) => { if (event.persisted) lock(); });
  addEventListener("focus", check);

  // Lock now, said in one tab, holds for all.
  if (channel) {
    channel.addEventListener("message", lock);
    document.addEventListener("submit", (event) => {
      if (event.submitter && event.submitter.classList.contains("lock")) channel.postMessage("now");
    });
  }

  watch(since);
})();
