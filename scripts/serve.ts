import { constants } from "node:os";
import { setTimeout } from "node:timers/promises";
import { buildIfChanged, isBuilt } from "./build";
import { endChildren } from "./child";
import { type Database, openDatabase } from "./database";
import { prepareDatabase } from "./prepare";
import { Interrupted, report, step } from "./progress";
import { describeSetUp, isFresh } from "./set-up";
import { checkSettings, type Place, prepareEnvironment, rememberPort } from "./settings";
import { describeDemoPeople, isUntold, tell } from "./story";
import { type Loading, loadWebServer, type WebServer } from "./web-server";

const dev = process.argv.includes("--dev");
let asked: NodeJS.Signals | undefined;
let server: Pick<WebServer, "end"> | undefined;
let database: Database | undefined;

function askToStop(signal: NodeJS.Signals): void {
  if (asked) return;
  asked = signal;
  endChildren();
  server?.end();
}

const take: typeof step = (label, work, isLoud) => {
  if (asked) throw new Interrupted();
  return step(label, work, isLoud);
};

async function serve(): Promise<void> {
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
  const place = prepareEnvironment();
  await take("Settings", () => checkSettings(place.embedded));
  const load = (): Loading => (server = loadWebServer(place.port, dev));
  // Beside the database, unless its code is about to change.
  const loading = !dev && isBuilt() ? load() : undefined;
  await take("Database", async () => (database = await openDatabase(place.embedded)));
  database?.keepRunning(sentence => console.error(sentence));
  await prepareDatabase(take);
  if (!dev && !loading)
    await take("Pages", async () => ({ note: (await buildIfChanged()) ? "built" : "up to date" }));
  if (place.hasDemo && (await isUntold())) await take("Demo story", tell);
  const opened = await take("Web server", () => (loading ?? load()).open(), true);
  server = opened;
  if (asked) opened.end();
  else welcome(place, (await isFresh()) ? await describeSetUp() : []);
  const code = await opened.ended;
  if (!asked)
    throw new Error(`The web server stopped by itself (exit code ${code}); its output above says why.`);
}

function welcome({ address, embedded, port }: Place, setUp: string[]): void {
  if (embedded) rememberPort(port);
  const lines = ["", `Lodge is open: ${address}`, `  for agents   ${address}/agent`];
  if ((process.env.MAIL_TRANSPORT || "local") === "local") lines.push(`  sent mail    ${address}/mailbox`);
  const people = embedded ? describeDemoPeople() : [];
  if (people.length > 0)
    lines.push("", "Log in as one of the demo people:", ...people.map(person => `  ${person}`));
  if (setUp.length > 0) lines.push("", ...setUp);
  lines.push("", "Ctrl-C stops it.", "");
  console.log(lines.join("\n"));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, askToStop);
process.on("disconnect", () => askToStop("SIGTERM"));

let code = 0;
try {
  await serve();
} catch (error) {
  // The exit of a child killed by the same Ctrl-C may arrive before our signal.
  await setTimeout(100);
  if (!asked) report(error);
  code = asked ? 128 + constants.signals[asked] : 1;
}
try {
  await database?.close();
} catch (error) {
  report(error);
  code = 1;
}
if (asked) console.log("Lodge is closed.");
process.exit(code);
