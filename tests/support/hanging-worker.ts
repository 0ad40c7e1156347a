import { parentPort } from "node:worker_threads";

// Never finishes with a password: the first one keeps the thread busy for good.
parentPort?.on("message", ({ password }: { password: string }) => {
  while (password === "hangs");
  if (password === "dies") throw new Error("as instructed");
  parentPort?.postMessage(null);
});
parentPort?.postMessage("ready");
