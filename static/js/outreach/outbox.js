// Sends what this device keeps, each entry once: the server knows an entry by its id and answers the second time
// with the record that is there already.
import { Unreachable, post, session } from "./server.js";
import { get, keep, list, remove } from "./store.js";

// One page at a time, where several are open.
function alone(work) {
  return navigator.locks ? navigator.locks.request("outreach-outbox", work) : work();
}

// What became of one entry: {state: "sent", url} | "refused" (with errors) | "stranger" | "signed out" | "unreachable".
async function deliver(entry, addresses, isShown) {
  const now = await session(addresses.session);
  if (now.user === null) return { state: "signed out" };
  if (now.user !== entry.owner) return { state: "stranger" };
  const body = { id: entry.id, owner: entry.owner, fields: entry.fields, is_shown: isShown };
  const { status, data } = await post(addresses.send, now.csrf, body);
  if ((status === 201 || status === 200) && data) return { state: "sent", url: data.url, name: data.name };
  if (status === 422) return { state: "refused", errors: data.fields, similar: data.similar ?? [] };
  if (status === 401) return { state: "signed out" };
  if (status === 403 && data) return { state: "stranger" };
  return { state: "unreachable" };
}

export async function send(entry, addresses, { isShown = false, isKept = true } = {}) {
  try {
    const outcome = await deliver(entry, addresses, isShown);
    if (outcome.state === "sent" && isKept) await remove(entry.owner, entry.id);
    if (outcome.state === "refused" && isKept) await keep({ ...entry, errors: outcome.errors, similar: outcome.similar });
    return outcome;
  } catch (error) {
    if (error instanceof Unreachable) return { state: "unreachable" };
    throw error;
  }
}

// Sends all that waits and was not refused already; stops at the first sign that sending is of no use now.
export function sendAll(owner, addresses) {
  return alone(async () => {
    const outcomes = [];
    for (const { id } of (await list(owner)).filter((entry) => entry.ready && !entry.errors)) {
      const entry = await get(owner, id);
      if (!entry) continue;
      const outcome = await send(entry, addresses);
      outcomes.push({ entry, ...outcome });
      if (!["sent", "refused"].includes(outcome.state)) break;
    }
    return outcomes;
  });
}
