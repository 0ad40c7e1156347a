// Loaded into a desk under test (--import) by loop-watch.ts. Measures the most CPU time that the main thread used
// between two ticks of a 1 ms timer, which other load does not affect.
import { createServer } from "node:http";
import { isMainThread } from "node:worker_threads";

const port = Number(process.env.LODGE_LOOP_WATCH);

if (isMainThread && port > 0) {
  let longest = 0;
  let before = process.threadCpuUsage();
  const look = () => {
    const spent = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    longest = Math.max(longest, (spent.user + spent.system) / 1_000);
  };
  setInterval(look, 1).unref();
  const server = createServer((_, response) => {
    look();
    response.end(String(longest), () => {
      look();
      longest = 0;
    });
  });
  // Another process of the desk finds the port taken and goes without.
  server.on("error", () => {});
  server.listen(port, "127.0.0.1").unref();
}
