// The web server that operators and tests run, in production and in development: the front door, and Next behind it.
// `node scripts/web.mjs [--dev]`, with the settings in the environment.
import "./leash.mjs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const dev = process.argv.includes("--dev");
process.env.NODE_ENV = dev ? "development" : "production";
const port = Number(process.env.PORT);
const hostname = process.env.HOST || "localhost";
process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL("tsconfig.json", import.meta.url));

// Only what stands in front of Next is TypeScript here; Next and the pages are loaded as they were built.
const unregister = register();
const { makeGate } = await import("../lib/gate/gate.ts");
const { isOurHost } = await import("../lib/gate/hosts.ts");
const { endAll } = await import("../lib/process/ending.ts");
await unregister();
process.setSourceMapsEnabled(false);
const { default: next } = await import("next");

// Where Next asks for the page that a form leads to; never another host that a request may have named.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${hostname === "0.0.0.0" ? "127.0.0.1" : hostname.includes(":") ? `[${hostname === "::" ? "::1" : hostname}]` : hostname}:${port}`;
// Only development speaks anything else than requests and answers.
const server = createServer({ shouldUpgradeCallback: ({ headers }) => dev && isOurHost(headers.host) });
const app = next({ dev, dir: process.cwd(), hostname, port, httpServer: server });
await app.prepare();
const gate = makeGate(app.getRequestHandler());
server.on("request", gate).on("checkContinue", gate);
server.on("error", error => {
  console.error(`The web server cannot listen on ${hostname}, port ${port}: ${error.message}`);
  process.exit(1);
});
server.listen(port, hostname);

let isEnding = false;
/** So long whatever is under way has time; after that it is somebody who sends or reads slowly on purpose. */
const graceMs = 3_000;

/** Answers what is under way, lets go of what is idle, and ends. */
async function end() {
  if (isEnding) return;
  isEnding = true;
  // An open page in development holds a connection that never ends by itself, and nobody waits for an answer there.
  if (dev) {
    await endAll();
    process.exit(0);
  }
  const closed = new Promise(resolve => server.close(resolve));
  server.on("request", (_, response) => response.setHeader("connection", "close"));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const grace = setTimeout(() => server.closeAllConnections(), graceMs);
  await Promise.all([closed, endAll()]);
  clearInterval(idle);
  clearTimeout(grace);
  await app.close();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, end);
