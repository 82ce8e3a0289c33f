// Looks again at a running job every few seconds. Without this file the page has a link that does.
const state = () => document.getElementById("job-state");

async function look() {
  const response = await fetch(window.location.href, { credentials: "same-origin" });
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("job-state");
  if (!fresh) return;
  if (fresh.dataset.ended === "yes") {
    window.location.reload();
    return;
  }
  state().replaceChildren(...fresh.childNodes);
}

if (state() && state().dataset.ended === "no") window.setInterval(look, 3000);
