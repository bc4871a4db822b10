"use strict";
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = document.querySelector("[data-copied]").textContent.trim().replace(/\s+/g, "-");
    await navigator.clipboard.writeText(words);
    document.querySelector("[data-copy-done]").hidden = false;
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
