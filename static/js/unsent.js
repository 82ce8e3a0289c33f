// On every page: the copy of the form that this device keeps is for one person and goes when that person has left;
// and who has entries that were never sent is told so. The page that signs in does not count as leaving.
(() => {
  const { account, signingIn } = document.body.dataset;
  if (account === undefined) return;

  let memory;
  try {
    memory = window.localStorage;
  } catch {
    // A browser that keeps nothing has nothing to show or to forget.
    return;
  }

  const owner = memory.getItem("outreach-form-of");
  if (owner && owner !== account && signingIn === undefined) {
    memory.removeItem("outreach-form-of");
    window.caches?.keys().then((names) => {
      for (const name of names.filter((name) => /^outreach-.*-form$/.test(name))) caches.delete(name);
    });
  }

  const notice = document.querySelector("[data-unsent]");
  const [holder, number] = (memory.getItem("outreach-unsent") ?? "").split(":");
  const concerns = number && (holder === account || (account === "" && signingIn !== undefined));
  if (!notice || !concerns || document.querySelector("[data-waiting]")) return;
  notice.querySelector("[data-unsent-text]").textContent =
    number === "1" ? notice.dataset.textOne : notice.dataset.textMany.replace("{n}", number);
  notice.hidden = false;
})();
