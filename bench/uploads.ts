import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Pages } from "./pages";

const fileBytes = 10_000_000;
const filesEach = 10;

/** The server's resident memory in MB; Linux only. */
const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_000;

/**
 * Uploads ten files of 10 MB at once for each of several people. Reports memory above idle, and how long a page took.
 */
export async function* measureUploads({
  origin,
  pid,
  uploaders,
  read,
}: Pages): AsyncGenerator<Record<string, string | number>> {
  const send = ({ id, cookie }: Pages["uploaders"][number]) => {
    const spot = new URLSearchParams({ person: id, place: "/requests/LDG-1#comment", field: "files" });
    return fetch(`${origin}/api/files?${spot}`, {
      method: "POST",
      body: Buffer.alloc(fileBytes, "x"),
      headers: { cookie, origin, "sec-fetch-site": "same-origin", "x-file-name": "large.txt" },
    });
  };
  if (!uploaders[0]) throw new Error("There is nobody to send files.");
  // Warm up, so that lazily loaded code does not count.
  await send(uploaders[0]);
  for (let warm = 0; warm < 100; warm++)
    await (await fetch(read.url, { headers: { cookie: read.cookie } })).arrayBuffer();
  for (const people of [1, 3]) {
    await pause(2_000);
    const idle = memoryOf(pid);
    let isOver = false;
    let peak = idle;
    const times: number[] = [];
    const watch = async () => {
      while (!isOver) {
        const since = performance.now();
        await (await fetch(read.url, { headers: { cookie: read.cookie } })).arrayBuffer();
        times.push(performance.now() - since);
        peak = Math.max(peak, memoryOf(pid));
        await pause(5);
      }
    };
    const watching = watch();
    const start = performance.now();
    const sending = uploaders
      .slice(0, people)
      .flatMap(who => Array.from({ length: filesEach - 1 }, () => send(who)));
    const statuses = (await Promise.all(sending)).map(({ status }) => status);
    isOver = true;
    const seconds = (performance.now() - start) / 1_000;
    await watching;
    const sorted = times.toSorted((one, other) => one - other);
    yield {
      files: `${people} × ${filesEach - 1} of 10 MB`,
      taken: statuses.filter(status => status === 201).length,
      seconds: Math.round(seconds),
      "MB idle": Math.round(idle),
      "MB more": Math.round(peak - idle),
      "a page then, 95 % ms": Math.round(sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 0),
    };
  }
}
