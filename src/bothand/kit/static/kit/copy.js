"use strict";
// Copy or share what stands on the page. A button that this browser has nothing for stays out of sight.
const wordsOf = (where) => {
  const place = document.querySelector(where);
  return place.value ?? place.textContent.trim().replace(/\s+/g, "-");
};
const offer = (name, able, act) => {
  for (const button of able ? document.querySelectorAll(`[data-${name}]`) : []) {
    button.hidden = false;
    button.addEventListener("click", () => act(button).catch(() => {}));
  }
};
offer("copy", navigator.clipboard, async (button) => {
  await navigator.clipboard.writeText(wordsOf(button.dataset.copy));
  document.querySelector("[data-copied]").hidden = false;
});
offer("share", navigator.share, (button) => navigator.share({ url: wordsOf(button.dataset.share) }));
