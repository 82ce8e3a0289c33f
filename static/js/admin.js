// Names the fields that Django's own forms leave without one: cells of tables, and boxes that search.
function nameFields(root) {
  for (const field of root.querySelectorAll(".tabular td :is(input:not([type=hidden]), select, textarea)")) {
    const cell = field.closest("td");
    const heading = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
    if (heading && !field.labels?.length) field.setAttribute("aria-label", heading.textContent.trim());
  }
  for (const box of root.querySelectorAll(".select2-selection")) {
    const select = box.closest(".select2-container").previousElementSibling;
    const label = select?.labels?.[0]?.textContent ?? select?.getAttribute("aria-label");
    if (!label) continue;
    box.setAttribute("aria-label", label.trim());
    box.removeAttribute("aria-labelledby");
    // What is chosen is the box's value, no second box inside it.
    const value = box.querySelector("[role=textbox]");
    for (const name of ["role", "aria-readonly"]) value?.removeAttribute(name);
  }
}
window.addEventListener("load", () => nameFields(document));
// Boxes that search are built by another script, sometimes only after the page has loaded.
new MutationObserver((changes) => {
  const added = changes.flatMap((change) => [...change.addedNodes]);
  if (added.some((node) => node.matches?.(".select2-container"))) nameFields(document);
}).observe(document.documentElement, { childList: true, subtree: true });
document.addEventListener("formset:added", (event) => setTimeout(() => nameFields(event.target.parentElement)));
