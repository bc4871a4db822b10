"use strict";
// Where nothing was chosen yet, offer the browser's own time zone.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const select of document.querySelectorAll("select[data-zone]")) {
    if (select.querySelector("option[selected]:not([value='UTC'])")) continue;
    const own = [...select.options].find((option) => option.value === zone);
    if (own) own.selected = true;
  }
})();
