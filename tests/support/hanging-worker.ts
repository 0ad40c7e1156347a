import { parentPort } from "node:worker_threads";

// Stands for a password that is never done with: the first keeps the thread busy for good.
parentPort?.on("message", ({ password }: { password: string }) => {
  while (password === "hangs");
  if (password === "dies") throw new Error("as it was told");
  parentPort?.postMessage(null);
});
parentPort?.postMessage("ready");
