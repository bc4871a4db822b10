"use strict";
// Quick exit: blank at once, end the session by a request that outlives the page, and go to the other site without waiting
// for our server. The page leaves no entry to come back to.
// Without this file the form itself does the same more slowly.
(() => {
  const form = document.querySelector("form[data-exit]");
  if (!form) return;

  const WITHIN_MS = 900;
  let left = false;
  let presses = 0;
  let last = 0;
  let alone = false;

  const blank = () => {
    document.title = "";
    document.documentElement.classList.add("left");
  };

  const leave = () => {
    if (left) return;
    left = true;
    blank();
    fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      credentials: "same-origin",
      keepalive: true,
      redirect: "manual",
    }).catch(() => {});
    location.replace(form.dataset.exitPage);
  };

  form.addEventListener("submit", (event) => {
    if (!event.submitter || !event.submitter.hasAttribute("data-leave")) return;
    event.preventDefault();
    leave();
  });

  // Shift three times. A press counts when it is let go without another key in between, as in typing a capital;
  // each press starts the time again.
  addEventListener("keydown", (event) => {
    if (event.key === "Shift") {
      if (!event.repeat) alone = !(event.ctrlKey || event.altKey || event.metaKey);
    } else {
      alone = false;
      presses = 0;
    }
  }, true);
  addEventListener("pointerdown", () => { alone = false; presses = 0; }, true);
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    const now = performance.now();
    presses = now - last <= WITHIN_MS ? presses + 1 : 1;
    last = now;
    if (presses === 3) leave();
  }, true);

  // Coming back: a page kept alive by the browser asks the server again, which knows nobody now.
  addEventListener("pageshow", (event) => {
    if (!left) return;
    left = false;
    presses = 0;
    if (event.persisted) {
      location.replace(location.pathname + location.search);
    } else {
      document.documentElement.classList.remove("left");
    }
  });
})();
