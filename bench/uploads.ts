import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { spread, time } from "./measure";
import { cookieOf, type Pages } from "./pages";
import { aPerson } from "./world";

const people = 10;
const filesEach = 3;
const megabytes = 10;
const sampleEveryMs = 20;

type Result = { uploads: string; waits: Record<string, object>; memory: string };

/**
 * Ten people send files of ten megabytes at once, three each. What others wait for a page meanwhile, and how much
 * memory the process has above what it has when idle: docs/security.md promises at most 64 MB.
 */
export async function measureUploads({ addresses, origin, pid }: Pages): Promise<Result> {
  const page = addresses["a customer's list"];
  if (!page) throw new Error("There is no list to open.");
  const open = async () => {
    const response = await fetch(page.url, { headers: { cookie: page.cookie }, redirect: "manual" });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${page.url} answered ${response.status}.`);
  };
  const senders: (() => Promise<void>)[] = [];
  for (let count = 1; count <= people; count++) senders.push(await aSender(origin, String(count)));

  const alone: number[] = [];
  for (let round = 0; round < 100; round++) alone.push(await time(open));

  const idle = memoryOf(pid);
  let most = idle;
  const sampling = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, sampleEveryMs);
  const during: number[] = [];
  const since = performance.now();
  let isSending = true;
  const sending = Promise.all(senders.map(send => send())).finally(() => {
    isSending = false;
  });
  const visiting = (async () => {
    while (isSending) during.push(await time(open));
  })();
  await Promise.all([sending, visiting]).finally(() => clearInterval(sampling));
  const seconds = (performance.now() - since) / 1_000;
  return {
    uploads: `${people} people send ${filesEach} files of ${megabytes} MB each at once: ${seconds.toFixed(1)} s`,
    waits: { "a customer's list, alone": spread(alone), "a customer's list, meanwhile": spread(during) },
    memory: Number.isNaN(idle)
      ? "The memory of a process can be told on Linux only."
      : `Memory: ${Math.round(idle)} MB idle, at most ${Math.round(most - idle)} MB above that.`,
  };
}

/** Somebody who sends their files one after the other, each again until the desk has room for it. */
async function aSender(origin: string, mark: string): Promise<() => Promise<void>> {
  const person = await aPerson("customer", mark);
  const cookie = await cookieOf(person);
  const spot = new URLSearchParams({
    person: person.id,
    place: "raise:other-manual-request",
    field: "answers.files",
  });
  const head = Buffer.from("%PDF-1.7\n");
  const body = Buffer.concat([head, randomBytes(megabytes * 1_000_000 - head.length)]);
  return async () => {
    for (let sent = 0; sent < filesEach; ) {
      const response = await fetch(`${origin}/api/files?${spot}`, {
        method: "POST",
        body,
        headers: { cookie, origin, "sec-fetch-site": "same-origin", "x-file-name": `${sent}.pdf` },
      });
      const answer = await response.text();
      if (response.status === 201) sent++;
      else if (response.status !== 429) throw new Error(`A file was answered ${response.status}: ${answer}`);
    }
  };
}

/** Megabytes of the process that are in memory. */
function memoryOf(pid: number | undefined): number {
  try {
    const [, kilobytes] = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1_000;
  } catch {
    return Number.NaN;
  }
}
