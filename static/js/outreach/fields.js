// The form's fields as plain data: name -> list of values, as a browser would send them.
const OWN = new Set(["csrfmiddlewaretoken", "client_id"]);

export function read(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (!OWN.has(name) && typeof value === "string") (fields[name] ??= []).push(value);
  }
  return fields;
}

export function write(form, fields) {
  for (const control of form.elements) {
    if (!control.name || OWN.has(control.name) || control.type === "submit") continue;
    const values = fields[control.name] ?? [];
    if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
    else if (control.multiple) for (const option of control.options) option.selected = values.includes(option.value);
    else control.value = values[0] ?? "";
  }
}

// Whether the two say the same; what is empty is not told apart from what is missing.
export function same(one, other) {
  const filled = (fields) => JSON.stringify(Object.entries(fields).map(([name, values]) => [name, values.filter(Boolean)])
    .filter(([, values]) => values.length).sort());
  return filled(one) === filled(other);
}
