// Problems with what was entered: a summary with links first, and each beside its field.
export function clear(form) {
  document.querySelector("[data-errors]").hidden = true;
  for (const list of form.querySelectorAll(".errorlist")) list.remove();
  for (const field of form.querySelectorAll(".field-invalid")) field.classList.remove("field-invalid");
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const control of form.querySelectorAll("[data-described]")) {
    control.setAttribute("aria-describedby", control.dataset.described);
    delete control.dataset.described;
  }
}

function controlOf(form, name) {
  const found = form.elements[name];
  return found instanceof RadioNodeList ? found[0] : found;
}

function listOf(texts) {
  const list = document.createElement("ul");
  list.className = "errorlist";
  list.append(...texts.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  return list;
}

function markField(control, name, texts) {
  const field = control.closest(".field");
  const list = listOf(texts);
  list.id = `${name}-error`;
  field?.classList.add("field-invalid");
  (field?.querySelector(".field-check, ul, select, textarea, input, div[id]") ?? control).before(list);
  control.setAttribute("aria-invalid", "true");
  control.dataset.described ??= control.getAttribute("aria-describedby") ?? "";
  control.setAttribute("aria-describedby", [control.getAttribute("aria-describedby"), list.id].filter(Boolean).join(" "));
}

// `problems`: field name -> texts; what has no field here is said in the summary alone.
export function complain(form, problems) {
  const summary = document.querySelector("[data-errors]");
  const items = Object.entries(problems).flatMap(([name, texts]) => {
    const control = name === "__all__" ? null : controlOf(form, name);
    if (control && control.type !== "hidden") markField(control, name, texts);
    return texts.map((text) => item(control, text));
  });
  summary.querySelector("ul").replaceChildren(...items);
  summary.hidden = false;
  summary.focus();
}

// A link of the summary opens what its field is folded away in; `shows` brings the step to the front.
export function followLinks(shows) {
  document.querySelector("[data-errors]").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const found = document.getElementById(link.hash.slice(1));
    const control = found?.matches("input, select, textarea") ? found : found?.querySelector("input, select, textarea");
    if (!control) return;
    shows(control);
    for (let fold = control.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    control.focus();
  });
}

function item(control, text) {
  const line = document.createElement("li");
  if (!control || control.type === "hidden") return Object.assign(line, { textContent: text });
  const label = control.closest("fieldset")?.querySelector("legend") ?? control.labels?.[0];
  const name = label?.firstChild?.textContent.trim() ?? "";
  const link = Object.assign(document.createElement("a"), { href: `#${control.id}`, textContent: name ? `${name}: ${text}` : text });
  line.append(link);
  return line;
}
