// A thread of its own: judging a password can take a second, and while it does the server must answer others.
// Node reads this file as it is, so it is no part of the build, and what it imports is named with its ending.
import { parentPort } from "node:worker_threads";
import { guessability } from "./password-rules.ts";

// The dictionaries are loaded with the first one.
await guessability("ready", []);
parentPort?.on("message", async ({ password, known }: { password: string; known: string[] }) => {
  parentPort?.postMessage(await guessability(password, known));
});
parentPort?.postMessage("ready");
