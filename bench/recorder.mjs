// Loaded into a web server with --import. Writes to the file BENCH_RECORD, a line for each, what the server asks of the
// database and which costly objects it constructs, with the places in the built code that led there.
import { appendFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const file = process.env.BENCH_RECORD ?? "";
const plain = (_, value) => (typeof value === "bigint" ? String(value) : value);
const record = line => appendFileSync(file, `${JSON.stringify(line, plain)}\n`);

function placesOf(error) {
  return (error.stack ?? "")
    .split("\n")
    .slice(1)
    .map(line => /\(?((?:file:\/\/|\/)[^()]+:\d+:\d+)\)?$/.exec(line)?.[1])
    .filter(place => place && !place.includes("recorder.mjs"));
}

let isWatching = false;
function constructed(what) {
  // Reading a stack may construct something itself.
  if (isWatching) return;
  isWatching = true;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 40;
  record({ constructed: what, places: placesOf(new Error()) });
  Error.stackTraceLimit = stackTraceLimit;
  isWatching = false;
}

function watchClass(owner, name, what = name) {
  owner[name] = new Proxy(owner[name], {
    construct(target, args, newTarget) {
      constructed(what);
      return Reflect.construct(target, args, newTarget);
    },
    apply(target, self, args) {
      constructed(what);
      return Reflect.apply(target, self, args);
    },
  });
}

/** Formats with an Intl object that it constructs itself. */
function watchMethod(owner, name, what) {
  const method = owner[name];
  owner[name] = function (...args) {
    constructed(what);
    return Reflect.apply(method, this, args);
  };
}

function watchConstructions() {
  watchClass(globalThis, "RegExp");
  for (const name of Object.getOwnPropertyNames(Intl))
    if (/^[A-Z]\w*$/.test(name) && typeof Intl[name] === "function") watchClass(Intl, name, `Intl.${name}`);
  for (const name of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"])
    watchMethod(Date.prototype, name, `Date.${name}`);
  watchMethod(Number.prototype, "toLocaleString", "Number.toLocaleString");
  const { defineProperty } = Object;
  Object.defineProperty = (target, key, descriptor) => {
    // What every zod schema has.
    if (key === "_zod") constructed("zod schema");
    return defineProperty(target, key, descriptor);
  };
}

function watchStatements() {
  const pg = createRequire(join(process.cwd(), "package.json"))("pg");
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (...sent) {
    const [first, second] = sent;
    const { text, values = second, name } = typeof first === "string" ? { text: first } : first;
    // New connections introduce themselves; that belongs to no page.
    if (!text.includes("pg_backend_pid"))
      record({ statement: text, values: Array.isArray(values) ? values : [], isNamed: Boolean(name) });
    return Reflect.apply(query, this, sent);
  };
}

if (process.argv[1]?.endsWith("web.mjs")) {
  watchStatements();
  watchConstructions();
}
