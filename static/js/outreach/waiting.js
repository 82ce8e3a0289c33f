// The list of what this phone alone holds: not sent, refused, or only begun.
import { list, remove } from "./store.js";

function button(text, name, action) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-secondary", textContent: text });
  made.setAttribute("aria-label", `${text}: ${name}`);
  made.addEventListener("click", action);
  return made;
}

export class Waiting {
  constructor(box, { owner, opens }) {
    Object.assign(this, { box, owner, opens, texts: box.dataset, openId: null });
  }

  // The entry that the form shows is not listed a second time.
  async show() {
    const entries = (await list(this.owner).catch(() => [])).filter((entry) => entry.id !== this.openId);
    const unsent = entries.filter((entry) => entry.ready).length;
    this.box.hidden = !entries.length;
    // The server may have an older state of the same entry.
    const ids = new Set(entries.map((entry) => entry.id));
    for (const draft of document.querySelectorAll("[data-draft]")) draft.hidden = ids.has(draft.dataset.draft);
    this.box.querySelector("[data-waiting-title]").textContent = this.title(unsent);
    this.box.querySelector("ul").replaceChildren(...entries.map((entry) => this.row(entry)));
    return unsent;
  }

  title(unsent) {
    if (!unsent) return this.texts.textBegun;
    return unsent === 1 ? this.texts.textOne : this.texts.textMany.replace("{n}", unsent);
  }

  note(text) {
    const line = this.box.querySelector("[data-waiting-note]");
    line.textContent = text;
    line.hidden = !text;
  }

  signIn(isNeeded) { this.box.querySelector("[data-sign-in]").hidden = !isNeeded; }

  row(entry) {
    const name = entry.fields.name?.[0] || this.texts.textUntitled;
    const line = document.createElement("li");
    const what = Object.assign(document.createElement("span"), { textContent: `${name} · ${this.state(entry)}` });
    const actions = Object.assign(document.createElement("span"), { className: "waiting-actions" });
    actions.append(button(this.texts.textOpen, name, () => this.opens(entry)), this.discard(entry, name));
    line.append(what, actions);
    return line;
  }

  state(entry) {
    if (entry.errors) return this.texts.textRefused;
    return entry.ready ? this.texts.textUnsent : this.texts.textDraft;
  }

  // Asked twice: nothing but this phone has it.
  discard(entry, name) {
    const made = button(this.texts.textDiscard, name, async () => {
      if (!made.dataset.sure) {
        made.dataset.sure = "yes";
        made.textContent = this.texts.textSure;
        made.setAttribute("aria-label", `${this.texts.textSure}: ${name}`);
        return;
      }
      await remove(this.owner, entry.id);
      await this.show();
      this.box.querySelector("[data-waiting-title]").focus();
    });
    return made;
  }
}
