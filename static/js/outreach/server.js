// Talks to the server. The token against forged requests is asked for anew each time: that in the page may be of
// a session that has ended, or have come from this device's own copy of the page.
export class Unreachable extends Error {}

const SLOW = 20000;

async function ask(url, options = {}) {
  try {
    const response = await fetch(url, { credentials: "same-origin", signal: AbortSignal.timeout(SLOW), ...options });
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    return { status: response.status, data: isJson ? await response.json() : null };
  } catch (error) {
    throw new Unreachable(String(error));
  }
}

// Who is signed in now: {user: number or null, csrf}.
export async function session(url) {
  const { status, data } = await ask(url, { cache: "no-store" });
  if (status !== 200 || !data) throw new Unreachable(String(status));
  return data;
}

export async function post(url, csrf, body) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf, Accept: "application/json" };
  return ask(url, { method: "POST", headers, body: JSON.stringify(body) });
}
