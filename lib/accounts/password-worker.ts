// Judging can block for a second, so it runs in a worker. Node runs this file unbuilt, so imports need their extension.
import { parentPort } from "node:worker_threads";
import { guessability } from "./password-rules.ts";

// Loads the dictionaries.
await guessability("ready", []);
parentPort?.on("message", async ({ password, known }: { password: string; known: string[] }) => {
  parentPort?.postMessage(await guessability(password, known));
});
parentPort?.postMessage("ready");
