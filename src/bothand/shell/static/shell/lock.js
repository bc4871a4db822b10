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

  const fetched = async (path, body) => {
    const answer = await fetch(path, { method: body ? "POST" : "GET", body, credentials: "same-origin" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  // The server's own page is the proof: it is open, and it is the same account's.
  const proves = (page) => page.documentElement.dataset.open === "yes" && page.documentElement.dataset.mark === root.dataset.mark;

  const tokenOf = (page) => page.querySelector("input[name=csrfmiddlewaretoken]");

  const restore = (page) => {
    const token = tokenOf(page);
    document.querySelector("body > main").remove();
    document.body.dataset.space = kept.space;
    document.title = kept.title;
    document.body.append(...kept.nodes);
    for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) input.value = token.value;
    if (kept.focus && kept.focus.isConnected) kept.focus.focus();
    kept.nodes = null;
    watch(Date.now());
  };

  // First a look at how things stand: perhaps another window has opened it, or the session has ended. It also gives
  // a fresh token for the form.
  const open = async (event) => {
    event.preventDefault();
    const form = event.target;
    form.querySelector("button").disabled = true;
    try {
      let page = await fetched(form.dataset.home);
      if (!proves(page) && page.documentElement.dataset.in === "yes") {
        tokenOf(form).value = tokenOf(page).value;
        page = await fetched(form.action, new URLSearchParams(new FormData(form)));
      }
      if (proves(page)) restore(page);
      else say(form, page.documentElement.dataset.in === "no" ? "gone" : "no");
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

  // The next screen of something in steps came without a load: the server has just been asked.
  document.addEventListener("htmx:afterSettle", () => watch(Date.now()));

  // Lock now, said in one tab, holds for all.
  if (channel) {
    channel.addEventListener("message", lock);
    document.addEventListener("submit", (event) => {
      if (event.submitter && event.submitter.classList.contains("lock")) channel.postMessage("now");
    });
  }

  watch(since);
})();
