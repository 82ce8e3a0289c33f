// Keeps what is being typed: on the server every few seconds, and on this device while the server cannot be reached.
import { read, same } from "./fields.js";
import { Unreachable, post, session } from "./server.js";
import { get, keep, remove } from "./store.js";

const EVERY = 4000;

export class Autosave {
  constructor(form, { owner, addresses, says }) {
    Object.assign(this, { form, owner, addresses, says, csrf: null, isRunning: false, isOff: false });
    this.saved = read(form);
    this.timer = window.setInterval(() => this.save(), EVERY);
    // A phone may throw the page away as soon as another app is in front.
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.save(); });
  }

  get id() { return this.form.elements.client_id.value; }

  // After the entry was sent or kept for sending, nothing is to come back as a draft.
  stop() {
    this.isOff = true;
    window.clearInterval(this.timer);
  }

  async save() {
    const fields = read(this.form);
    if (this.isOff || this.isRunning || same(fields, this.saved)) return;
    this.isRunning = true;
    try {
      await this.saveOn(fields);
    } finally {
      this.isRunning = false;
    }
  }

  async saveOn(fields) {
    const id = this.id;
    try {
      if (!(await this.toServer(id, fields))) return;
      this.saved = fields;
      this.says("server");
      await this.forget(id).catch(() => {});
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      if (!this.isOff) await this.toDevice(id, fields);
    }
  }

  async toServer(id, fields) {
    const now = await session(this.addresses.session);
    if (now.user !== this.owner) {
      this.says(now.user === null ? "signed out" : "stranger");
      if (now.user === null) throw new Unreachable("signed out");
      return false;
    }
    if (this.isOff) return false;
    const { status } = await post(this.addresses.drafts.replace("00000000-0000-0000-0000-000000000000", id), now.csrf, { fields });
    if (status >= 500 || status === 401) throw new Unreachable(String(status));
    if (status >= 400) this.says("refused");
    return status < 400;
  }

  // The server has it now. What was once meant to be sent stays here until it is.
  async forget(id) {
    if (!(await get(this.owner, id))?.errors) await remove(this.owner, id);
  }

  async toDevice(id, fields) {
    try {
      const before = await get(this.owner, id);
      await keep({ errors: null, ...before, id, owner: this.owner, fields, ready: false });
      this.saved = fields;
      this.says("device");
    } catch {
      this.says("nowhere");
    }
  }
}
