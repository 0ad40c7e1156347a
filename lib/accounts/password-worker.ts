// Judging can block for a second, so it runs in a worker. Node runs this file unbuilt, so imports need their extension.
import { parentPort } from "node:worker_threads";
import { guessability, loadEstimator } from "./password-rules.ts";
import { otherWords } from "./password-words.ts";

const estimator = await loadEstimator(otherWords);
// Builds what the first password would wait for.
guessability(estimator, "ready", []);
parentPort?.on("message", ({ password, known }: { password: string; known: string[] }) => {
  parentPort?.postMessage(guessability(estimator, password, known));
});
parentPort?.postMessage("ready");
