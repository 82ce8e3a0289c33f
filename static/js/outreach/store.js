// What a person typed and could not send, kept in this browser's own database until the server has it.
// Every entry carries its owner; nobody else's entries are read.
const NAME = "outreach";
const ENTRIES = "entries";

let opening = null;

function open() {
  opening ??= new Promise((resolve, reject) => {
    // Private windows of some browsers throw here, others fail later.
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ENTRIES, { keyPath: "id" }).createIndex("owner", "owner");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
  opening.catch(() => { opening = null; });
  return opening;
}

// Resolves when the transaction has ended: a full disk shows only then.
async function run(mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(ENTRIES, mode);
    const request = work(transaction.objectStore(ENTRIES));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

// The flag that pages elsewhere read, without opening the database.
async function count(owner) {
  const waiting = (await list(owner)).filter((entry) => entry.ready).length;
  try {
    if (waiting) localStorage.setItem("outreach-unsent", `${owner}:${waiting}`);
    else if (localStorage.getItem("outreach-unsent")?.startsWith(`${owner}:`)) localStorage.removeItem("outreach-unsent");
  } catch {
    // Without the flag other pages are silent; the form's own page reads the entries themselves.
  }
}

// Whether this browser keeps anything at all; rejects where it does not.
export async function probe() {
  const id = "probe";
  await run("readwrite", (entries) => entries.put({ id, owner: 0 }));
  await run("readwrite", (entries) => entries.delete(id));
}

export async function list(owner) {
  const found = await run("readonly", (entries) => entries.index("owner").getAll(owner));
  return found.sort((one, other) => one.saved - other.saved);
}

// An entry: id (UUID), owner, fields (name -> list of values), ready (to be sent, not only begun), errors or null.
export async function keep(entry) {
  await run("readwrite", (entries) => entries.put({ ...entry, saved: entry.saved ?? Date.now() }));
  await count(entry.owner);
}

export async function get(owner, id) {
  const entry = await run("readonly", (entries) => entries.get(id));
  return entry?.owner === owner ? entry : undefined;
}

export async function remove(owner, id) {
  if (await get(owner, id)) await run("readwrite", (entries) => entries.delete(id));
  await count(owner);
}
