"use strict";
// An order by dragging: the buttons do the same without it.
for (const list of document.querySelectorAll("[data-rank]")) {
  let held = null;
  const number = () => {
    for (const [at, item] of [...list.children].entries()) {
      item.querySelector("input").value = at + 1;
      item.querySelector("i").textContent = at + 1;
      const [up, down] = item.querySelectorAll("button");
      up.disabled = at === 0;
      down.disabled = at === list.children.length - 1;
    }
  };
  for (const item of list.children) {
    item.draggable = true;
    item.addEventListener("dragstart", () => {
      held = item;
      item.classList.add("held");
    });
    item.addEventListener("dragend", () => {
      item.classList.remove("held");
      held = null;
      number();
    });
  }
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!held || !over) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (over !== held) over[event.clientY < box.top + box.height / 2 ? "before" : "after"](held);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
}
