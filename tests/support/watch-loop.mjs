// Loaded into a desk under test (--import) by loop-watch.ts; asks nothing of the desk and changes nothing in it.
//
// Tells how long the event loop was held: the most processor time that the main thread took between two turns of a timer
// of one millisecond. Time in which the machine ran something else does not count, so a busy machine changes nothing.
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
  // A second process that the desk may start finds the port taken and goes without.
  server.on("error", () => {});
  server.listen(port, "127.0.0.1").unref();
}
