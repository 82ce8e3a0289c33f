// Three steps on one page: without this file all are visible and the form works the same.
import { clear, complain } from "./errors.js";

export class Steps {
  constructor(form) {
    this.form = form;
    this.steps = [...form.querySelectorAll("[data-step]")];
    this.progress = document.querySelector("[data-progress]");
    this.at = 0;
    for (const step of this.steps) {
      for (const row of step.querySelectorAll("[data-step-moves]")) row.hidden = false;
      step.querySelector("[data-next]")?.addEventListener("click", () => this.next());
      step.querySelector("[data-back]")?.addEventListener("click", () => this.show(this.at - 1));
    }
    this.progress.hidden = false;
    // The key that sends a form from a text field goes on to the next step instead.
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input") || this.isLast()) return;
      event.preventDefault();
      this.next();
    });
    this.show(0, { moves: false });
  }

  isLast() { return this.at === this.steps.length - 1; }

  next() {
    clear(this.form);
    const wrong = this.wrongIn(this.steps[this.at]);
    if (Object.keys(wrong).length) complain(this.form, wrong);
    else this.show(this.at + 1);
  }

  // What the browser itself can tell of a step, before anything is sent.
  wrongIn(step) {
    const wrong = {};
    for (const control of step.querySelectorAll("input, select, textarea")) {
      if (control.validity.valid) continue;
      const text = control.validity.valueMissing ? this.form.dataset.textMissing : this.form.dataset.textInvalid;
      wrong[control.name] = [text];
    }
    return wrong;
  }

  show(number, { moves = true } = {}) {
    this.at = Math.max(0, Math.min(number, this.steps.length - 1));
    this.steps.forEach((step, index) => { step.hidden = index !== this.at; });
    [...this.progress.children].forEach((item, index) => {
      if (index === this.at) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
      item.classList.toggle("is-past", index < this.at);
    });
    if (!moves) return;
    window.scrollTo({ top: 0 });
    this.steps[this.at].querySelector("h2").focus();
  }

  showStepOf(control) {
    const number = this.steps.findIndex((step) => step.contains(control));
    if (number >= 0 && number !== this.at) this.show(number, { moves: false });
  }
}
