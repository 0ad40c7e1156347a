// The web server of operators and tests, in production and development: the gate, and Next behind it. `node
// scripts/web.mjs [--dev] [--wait]`, with the settings in the environment; or with some to come in a message, for which it
// waits once it is loaded.
import "./leash.mjs";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const dev = process.argv.includes("--dev");
process.env.NODE_ENV = dev ? "development" : "production";
const port = Number(process.env.PORT);
const hostname = process.env.HOST || "localhost";
process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL("tsconfig.json", import.meta.url));

// Only the gate is TypeScript here; Next and the pages are loaded as built.
const unregister = register();
const { makeEntries } = await import("../lib/gate/entries.ts");
const { makeGate } = await import("../lib/gate/gate.ts");
const { isOurHost } = await import("../lib/gate/hosts.ts");
const { endAll } = await import("../lib/process/ending.ts");
await unregister();
process.setSourceMapsEnabled(false);
const { default: next } = await import("next");
if (process.argv.includes("--wait")) {
  const [settings] = await once(process, "message");
  Object.assign(process.env, settings);
}

// Where Next fetches a form's redirect target; never a host named by a request.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${hostname === "0.0.0.0" ? "127.0.0.1" : hostname.includes(":") ? `[${hostname === "::" ? "::1" : hostname}]` : hostname}:${port}`;
// Only development needs upgrades (websockets).
const server = createServer({ shouldUpgradeCallback: ({ headers }) => dev && isOurHost(headers.host) });
const app = next({ dev, dir: process.cwd(), hostname, port, httpServer: server });
await app.prepare();
const handler = app.getRequestHandler();
// In development Next builds a page when it is asked for.
const { answer, settle } = dev
  ? { answer: handler, settle: () => undefined }
  : makeEntries(join(process.cwd(), ".next"), handler);
const gate = makeGate(answer, dev);
server.on("request", gate).on("checkContinue", gate);
server.on("error", error => {
  console.error(`The web server cannot listen on ${hostname}, port ${port}: ${error.message}`);
  process.exit(1);
});
server.listen(port, hostname);

let isEnding = false;
/** Time to finish open requests; anything longer is slow on purpose. */
const graceMs = 3_000;

async function end() {
  if (isEnding) return;
  isEnding = true;
  // In development an open page holds a connection forever, so do not wait.
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
  await settle();
  await app.close();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, end);
