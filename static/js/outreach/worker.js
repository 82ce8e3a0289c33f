// Lets the form open without a connection. Imported by worker.js of each language, which says in SETTINGS:
// version (of the files), prefix (of the names of its caches), form (its address), static (where files lie),
// files (that the form needs).
//
// Kept: those files, and the form as the server last made it for the person signed in. Nothing else is touched.
/* global SETTINGS */
const FILES = `${SETTINGS.prefix}-files-${SETTINGS.version}`;
// Deleted by js/unsent.js when somebody else uses the browser.
const FORMS = `${SETTINGS.prefix}-form`;
const MOST_FORMS = 8;

// The form's address with the parameter that changes what it is filled in with, and no others; else null.
function formOf(url) {
  const address = new URL(url);
  if (address.pathname !== SETTINGS.form) return null;
  if (address.searchParams.has("draft") || address.searchParams.has("like")) return `${SETTINGS.form}?`;
  const event = address.searchParams.get("event");
  return event ? `${SETTINGS.form}?event=${encodeURIComponent(event)}` : SETTINGS.form;
}

async function install() {
  const cache = await caches.open(FILES);
  await cache.addAll(SETTINGS.files);
  await self.skipWaiting();
}

// Older files stay until there is a form that needs the new ones.
async function dropOlder() {
  const old = (await caches.keys()).filter((name) => name.startsWith(`${SETTINGS.prefix}-files-`) && name !== FILES);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function keepForm(key, response) {
  // A draft or a page for one record is nobody's next empty form.
  if (key.endsWith("?") || response.status !== 200 || !response.headers.get("X-Outreach-Form")) return;
  const cache = await caches.open(FORMS);
  await cache.put(key, response);
  await dropOlder();
  const forms = await cache.keys();
  for (const request of forms.slice(0, Math.max(0, forms.length - MOST_FORMS))) await cache.delete(request);
}

async function openForm(event, key) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keepForm(key, response.clone()));
    return response;
  } catch (error) {
    const kept = (await caches.match(key)) ?? (await caches.match(SETTINGS.form));
    if (kept) return kept;
    throw error;
  }
}

async function openFile(request) {
  return (await caches.match(request)) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const key = request.mode === "navigate" || request.headers.get("X-Keep-Form") ? formOf(request.url) : null;
  if (key) event.respondWith(openForm(event, key));
  else if (request.url.startsWith(self.location.origin + SETTINGS.static)) event.respondWith(openFile(request));
});
