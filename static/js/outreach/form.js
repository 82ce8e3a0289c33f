// The page that logs outreach: steps, drafts, and entries that wait for a connection.
import { Autosave } from "./autosave.js";
import { clear, complain, followLinks } from "./errors.js";
import { read, write } from "./fields.js";
import { send, sendAll } from "./outbox.js";
import { Steps } from "./steps.js";
import { keep, probe } from "./store.js";
import { Waiting } from "./waiting.js";

const form = document.getElementById("log-form");
const owner = Number(document.body.dataset.account);
const addresses = { send: form.dataset.send, session: form.dataset.session, drafts: form.dataset.drafts };
const part = (name) => document.querySelector(`[data-${name}]`);
const steps = new Steps(form);
const waiting = new Waiting(part("waiting"), { owner, opens: openEntry });
const says = part("says");
let isBusy = false;

function startAutosave() {
  const tell = (state) => { says.textContent = says.dataset[`text${state.replace(/(^| )(\w)/g, (_all, _gap, letter) => letter.toUpperCase())}`]; };
  return new Autosave(form, { owner, addresses, says: tell });
}

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  return [...bytes].map((byte, at) => ([4, 6, 8, 10].includes(at) ? "-" : "") + byte.toString(16).padStart(2, "0")).join("");
}

function showProblems(problems, similar = []) {
  clear(form);
  const list = part("similar").querySelector("ul");
  if (similar.length) {
    list.replaceChildren(...similar.map(({ name, about }) => Object.assign(document.createElement("li"), { textContent: `${name}: ${about}` })));
  }
  part("similar").hidden = !("is_another" in problems);
  complain(form, problems);
}

// An entry of this phone comes back into the form, under its own number. Until it is saved again it is not sent.
async function openEntry(entry) {
  await autosave.save();
  await keep({ ...entry, ready: false });
  write(form, entry.fields);
  form.elements.client_id.value = entry.id;
  waiting.openId = entry.id;
  autosave.saved = read(form);
  showPlanned();
  await waiting.show();
  steps.show(0);
  if (entry.errors) showProblems(entry.errors, entry.similar);
  else clear(form);
}

function tellKept(text, name = "") {
  const notice = part("kept");
  notice.textContent = text.replace("{name}", name);
  notice.hidden = false;
  part("offline").hidden = true;
  notice.focus();
}

// The next entry begins as empty as the page came; a page that came with a draft in it is left.
async function beginAnew() {
  form.reset();
  form.elements.client_id.value = newId();
  waiting.openId = null;
  clear(form);
  part("similar").hidden = true;
  says.textContent = "";
  showPlanned();
  steps.show(0, { moves: false });
  window.scrollTo({ top: 0 });
  autosave = startAutosave();
}

async function keepEntry(entry) {
  try {
    await keep(entry);
    return true;
  } catch {
    part("storage").hidden = false;
    return false;
  }
}

async function submit(event) {
  event.preventDefault();
  if (isBusy) return;
  clear(form);
  part("kept").hidden = true;
  const wrong = Object.assign({}, ...steps.steps.map((step) => steps.wrongIn(step)));
  if (Object.keys(wrong).length) {
    complain(form, wrong);
    return;
  }
  isBusy = true;
  autosave.stop();
  const entry = { id: form.elements.client_id.value, owner, fields: read(form), ready: true, errors: null };
  const isKept = await keepEntry(entry);
  await conclude(entry, isKept, await send(entry, addresses, { isShown: true, isKept }));
  isBusy = false;
}

async function conclude(entry, isKept, outcome) {
  if (outcome.state === "sent") {
    window.location.assign(outcome.url);
    return;
  }
  if (outcome.state === "refused") {
    autosave = startAutosave();
    waiting.openId = entry.id;
    showProblems(outcome.errors, outcome.similar);
  } else if (isKept) {
    await beginAnew();
    await showWaiting(outcome.state);
    tellKept(part("kept").dataset.textKept, entry.fields.name?.[0]);
  } else {
    autosave = startAutosave();
    tellKept(part("kept").dataset.textNowhere);
  }
}

async function showWaiting(state) {
  const texts = waiting.texts;
  const note = { "signed out": texts.textSignedOut, stranger: texts.textStranger, refused: texts.textRefusal }[state] ?? "";
  waiting.note(note);
  waiting.signIn(state === "signed out");
  await waiting.show();
}

async function sendWaiting() {
  const outcomes = await sendAll(owner, addresses).catch(() => []);
  const sent = outcomes.filter((outcome) => outcome.state === "sent").map((outcome) => outcome.name);
  const notice = part("sent");
  notice.hidden = !sent.length;
  if (sent.length) notice.textContent = `${waiting.texts.textSent} ${sent.join(", ")}`;
  await showWaiting(outcomes.at(-1)?.state);
}

function showConnection() {
  part("offline").hidden = navigator.onLine;
}

function showPlanned() {
  part("only-planned").hidden = form.elements.is_done.value !== "no";
}

function fillPlace(event) {
  const place = event.target.closest("button")?.dataset;
  if (!place) return;
  for (const name of ["country", "city", "venue"]) form.elements[name].value = place[name];
  form.elements.is_online.checked = false;
  form.elements.language.focus();
}

// The page keeps a copy of itself for the time without a connection.
async function keepPage() {
  if (!("serviceWorker" in navigator)) return;
  try {
    localStorage.setItem("outreach-form-of", String(owner));
    const scope = new URL(".", new URL(form.dataset.worker, window.location.href)).pathname;
    await navigator.serviceWorker.register(form.dataset.worker, { scope });
    await navigator.serviceWorker.ready;
    const address = form.getAttribute("action");
    if (navigator.onLine && !(await caches.match(address))) {
      await fetch(address, { headers: { "X-Keep-Form": "1" } });
    }
  } catch {
    // Without a copy the page works as long as it is open.
  }
}

// A copy of the page is opened again and again: every entry has a number of its own, and today is the day it is opened.
function freshen() {
  if ("isBegun" in form.dataset) return;
  form.elements.client_id.value = newId();
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const day = form.elements.starts_on;
  if (day.defaultValue === form.dataset.today) day.value = day.defaultValue = today;
}

freshen();
let autosave = startAutosave();
form.addEventListener("submit", submit);
form.addEventListener("change", showPlanned);
part("places")?.addEventListener("click", fillPlace);
if (part("places")) part("places").hidden = false;
followLinks((control) => steps.showStepOf(control));
window.addEventListener("online", () => { showConnection(); sendWaiting(); });
window.addEventListener("offline", showConnection);
showConnection();
showPlanned();
if (!part("errors").hidden) steps.showStepOf(form.querySelector("[aria-invalid=true]"));
probe().catch(() => { part("storage").hidden = false; });
waiting.openId = form.elements.client_id.value;
sendWaiting();
keepPage();
