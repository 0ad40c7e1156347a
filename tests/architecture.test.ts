import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Import, readFolders, readSources, type Source } from "./support/sources";
import { textsIn } from "./support/texts";

const sources = readSources();
const byPath = new Map(sources.map(source => [source.path, source]));
const within = (...places: string[]) =>
  sources.filter(({ path }) => places.some(place => path === place || path.startsWith(`${place}/`)));
const product = within("app", "components", "emails", "lib", "middleware.ts", "instrumentation.ts");

/** Each import that breaks the rule, as "who → what". */
const breaches = (among: Source[], isBreach: (imported: Import, source: Source) => boolean) =>
  among.flatMap(source =>
    source.imports.filter(one => isBreach(one, source)).map(({ to }) => `${source.path} → ${to}`),
  );
/** Each file whose text breaks the rule. */
const offenders = (among: Source[], isOffence: (source: Source) => boolean) =>
  among.filter(isOffence).map(({ path }) => path);

describe("imports go one way", () => {
  // Each folder of lib may use those on lower lines of the map only; those on the last one are plumbing, as are the files
  // directly in lib.
  const map = readFileSync("ARCHITECTURE.md", "utf8").match(/(^ {4}[a-z-]+(, [a-z-]+)*\n)+/m)?.[0] ?? "";
  const lines = map.trimEnd().split("\n").reverse();
  const levels = Object.fromEntries(
    lines.flatMap((line, level) =>
      line
        .trim()
        .split(", ")
        .map(name => [name, level]),
    ),
  );
  const folderOf = (path: string) => /^lib\/([\w-]+)\//.exec(path)?.[1] ?? "";
  const levelOf = (path: string) => levels[folderOf(path)] ?? 0;

  test("the map in ARCHITECTURE.md names every folder of lib, and none that is not there", () => {
    const folders = readFolders().filter(path => /^lib\/[\w-]+$/.test(path));
    expect(Object.keys(levels).sort()).toEqual([...folders.map(path => path.slice(4)), "generated"].sort());
  });

  test("inside lib: down the levels, never sideways or up", () => {
    const isUphill = ({ to }: Import, { path }: Source) =>
      to.startsWith("lib/") && folderOf(to) !== folderOf(path) && levelOf(to) >= Math.max(levelOf(path), 1);
    expect(breaches(within("lib"), isUphill)).toEqual([]);
  });

  test("lib uses the mails and nothing else outside of itself", () => {
    const leaves = ({ isFile, to }: Import, { path }: Source) =>
      isFile && !to.startsWith("lib/") && !(path.startsWith("lib/rendering/") && to.startsWith("emails/"));
    expect(breaches(within("lib"), leaves)).toEqual([]);
  });

  test("mails take other mails, the palette, types, and plumbing that is fit for the browser", () => {
    const isForeign = ({ isFile, isType, to }: Import) =>
      isFile &&
      !to.startsWith("emails/") &&
      to !== "tailwind.config.ts" &&
      !(to.startsWith("lib/") && levelOf(to) === 0 && (isType || !isServerOnly(to)));
    // The samples are in English.
    expect(breaches(within("emails"), isForeign)).toEqual(["emails/example.ts → lib/messages/translate.ts"]);
  });

  test("nothing but tests imports app", () => {
    const others = sources.filter(({ path }) => !/^(app|tests)\//.test(path));
    expect(breaches(others, ({ isFile, to }) => isFile && to.startsWith("app/"))).toEqual([]);
  });

  test("only lib knows the database", () => {
    const isDatabase = ({ to }: Import) =>
      /^(pg$|@prisma\/|lib\/generated\/(?!middleware-texts)|lib\/db\.ts$)/.test(to);
    expect(
      breaches(
        product.filter(({ path }) => !path.startsWith("lib/")),
        isDatabase,
      ),
    ).toEqual([]);
  });

  test("components take other components, types, and what of lib is fit for the browser", () => {
    // A form says whom it was drawn for, and asks for that in one place.
    const isOpener = ({ to }: Import, { path }: Source) =>
      path === "components/form/form.tsx" && to === "lib/session/opener.ts";
    const isForeign = (imported: Import, source: Source) => isOther(imported) && !isOpener(imported, source);
    const isOther = ({ isFile, isType, to }: Import) =>
      isFile &&
      !to.startsWith("components/") &&
      (!to.startsWith("lib/") || to.startsWith("lib/generated/") || (!isType && isServerOnly(to)));
    expect(breaches(within("components"), isForeign)).toEqual([]);
  });
});

describe("each thing has one place", () => {
  test("only lib/env.ts reads the environment", () => {
    const allowed =
      /^(lib\/env\.ts|middleware\.ts|instrumentation\.ts|[\w-]+\.config\.(ts|mjs)|(scripts|bench|tests\/(support|faults))\/.*)$/;
    const reads = ({ path, text }: Source) =>
      /\bprocess\.env\b/.test(text) && !allowed.test(path) && !isThis(path);
    expect(offenders(sources, reads)).toEqual([]);
    const asks = byPath.get("instrumentation.ts")?.text.match(/process\.env\.\w+/g) ?? [];
    expect(new Set(asks)).toEqual(new Set(["process.env.NEXT_RUNTIME"]));
  });

  test("actions are doors: actions.ts exports nothing but signedInAction(…), openAction(…), publicAction(…) and setUpAction(…)", () => {
    const isDoor = (line: string) =>
      /^export const \w+(: [\w<>]+)? = (signedInAction|openAction|publicAction|setUpAction)\(/.test(line);
    const leaks = within("app").flatMap(({ path, text }) =>
      path.endsWith("/actions.ts")
        ? text
            .split("\n")
            .filter(line => /^export\b/.test(line) && !isDoor(line))
            .map(line => `${path}: ${line}`)
        : [],
    );
    expect(leaks).toEqual([]);
    // Logging out needs neither a form nor an account, only the same origin.
    const elsewhere = ({ path, text }: Source) =>
      /^"use server"/m.test(text) && !path.endsWith("/actions.ts");
    expect(offenders(product, elsewhere)).toEqual(["app/(auth)/sign-out.ts"]);
  });

  test("no page is drawn at an address that holds a token: links lead on to a clean one", () => {
    const isPageOfLink = ({ path }: Source) => /\[token\]\/(.*\/)?page\.tsx$/.test(path);
    expect(offenders(within("app"), isPageOfLink).filter(path => !path.includes("/mute/"))).toEqual([]);
    const opens = ({ path, text }: Source) =>
      /\[token\]\/route\.ts$/.test(path) &&
      !path.startsWith("app/api/") &&
      !text.includes("return openLink(");
    expect(offenders(within("app"), opens)).toEqual([]);
  });

  // The gate holds a page until it is whole (lib/gate/packing.ts).
  test("no page has parts that follow later", () => {
    const follows = ({ path, text }: Source) => /<Suspense\b/.test(text) || /\/loading\.tsx$/.test(path);
    expect(offenders(within("app", "components"), follows)).toEqual([]);
  });

  test("SQL is never put together from text", () => {
    expect(
      offenders(sources, ({ path, text }) => /\$(query|execute)RawUnsafe/.test(text) && !isThis(path)),
    ).toEqual([]);
  });

  // A join may return rows in any order, whatever the order of what it joins.
  test("a list that the database gathers as JSON says its order, or is that of one subquery", () => {
    const gathers = ({ text }: Source) =>
      [...text.matchAll(/\bjsonb?_agg\(/g)].some(({ index }) => {
        const call = callAt(text, index);
        return !/ order by /.test(call) && !/^, '\[\]'\)\s+from \(/.test(text.slice(index + call.length));
      });
    expect(offenders(within("lib"), gathers)).toEqual([]);
  });

  test("only lib/requests/move.ts changes a status, and only submit.ts makes a request", () => {
    const writes = (method: string) => new RegExp(`serviceRequest\\s*\\.${method}\\(`, "g");
    const sets = ({ text }: Source) =>
      [...text.matchAll(writes("(update|updateMany|updateManyAndReturn|upsert)"))].some(({ index }) =>
        /\bstatus\b/.test(/\bdata:\s*(\{.*)/s.exec(callAt(text, index))?.[1] ?? ""),
      );
    const makes = ({ text }: Source) => writes("(create|createMany|createManyAndReturn|upsert)").test(text);
    const bySql = ({ text }: Source) => /\b(update|insert\s+into)\s+requests\b/i.test(text);
    expect(offenders(product, sets)).toEqual(["lib/requests/move.ts"]);
    expect(offenders(product, makes)).toEqual(["lib/requests/submit.ts"]);
    // It empties their words, and leaves the status as it is.
    expect(offenders(product, bySql)).toEqual(["lib/erasures/rows.ts"]);
  });

  test("only lib/events/act.ts writes events", () => {
    const writes = ({ text }: Source) =>
      /\bevent\s*\.(create|update|upsert|delete)\w*\(|\binto\s+events\b/i.test(text);
    expect(offenders(product, writes)).toEqual(["lib/events/act.ts"]);
  });

  test("whoever reads events asks for types of an audience, or for one type", () => {
    const reads = ({ text }: Source) => /\bevent\.find|\bevents: \{/.test(text);
    const asks = ({ text }: Source) =>
      /type: (\{ in: .*([tT]ypes|shownTo)|"\w+")/.test(text) || text.includes('event?.type !== "');
    // What a mail is about is asked of its event alone.
    expect(offenders(within("lib"), source => reads(source) && !asks(source))).toEqual([
      "lib/mail/caps.ts",
      "lib/rendering/render.ts",
    ]);
    const bySql = ({ text }: Source) => /\bfrom events\b/.test(text);
    const asksBySql = ({ text }: Source) => /type = (any\(\$\{\w*[tT]ypes\}\)|'\w+')/.test(text);
    // The doctor looks at all of them, and the stamps of lists at the newest number alone.
    expect(offenders(within("lib"), source => bySql(source) && !asksBySql(source))).toEqual([
      "lib/entry/find-visit.ts",
      "lib/live/lists.ts",
    ]);
    const typesByHand = ({ text }: Source) =>
      /\bevent\.find/.test(text) && /\bdata: true\b/.test(text) && !/\breadEvents\(/.test(text);
    expect(offenders(within("lib"), typesByHand)).toEqual([]);
  });

  test("only perform opens an act, and only actAs goes on in another's name", () => {
    const makes = ({ path, text }: Source) => /\bnew Act\(/.test(text) && !isThis(path);
    expect(offenders(sources, makes)).toEqual(["lib/entry/perform.ts", "lib/events/act.ts"]);
  });

  test("only accepting an invitation loads a request past what its actor may see", () => {
    const loads = ({ text }: Source) => text.includes("loadRequestUnchecked(");
    expect(offenders(product, loads)).toEqual(["lib/requests/load.ts", "lib/sharing/accept.ts"]);
  });

  test("only the clocks set the columns that order lists and the queue", () => {
    const names = ({ text }: Source) => /\b(waitingSince|deskSpokeLast)\b/.test(text);
    expect(offenders(within("lib/requests"), names)).toEqual(["lib/requests/clocks.ts"]);
    // Those who only read them are in the folders of the desk and of lists.
    expect(
      offenders(product, names).every(path => /^(lib\/(requests|desk|search)|app|components)\//.test(path)),
    ).toBe(true);
  });
});

describe("the house is kept small", () => {
  test("no file has more than 300 lines", () => {
    expect(offenders(sources, ({ text }) => text.trimEnd().split("\n").length > 300)).toEqual([]);
  });

  test("folders are nouns of the desk, and there are no barrels", () => {
    expect(
      readFolders().filter(path => /(^|\/)(utils?|helpers?|services?|managers?|common|misc)$/.test(path)),
    ).toEqual([]);
    expect(offenders(sources, ({ path }) => /(^|\/)index\.(ts|tsx|mjs)$/.test(path))).toEqual([]);
  });

  test("tests neither skip, nor wait for time to pass, nor replace our own code", () => {
    const cheats = /\b(test|it|describe)\.(only|skip|fixme|todo)\b|waitForTimeout|\bvi\.mock\(/;
    expect(offenders(within("tests"), ({ path, text }) => cheats.test(text) && !isThis(path))).toEqual([]);
    // A pause between two questions belongs to what asks until there is an answer, and that stands in tests/support.
    const pauses = /["'](node:)?timers\/promises["']|\bsetTimeout\(\s*resolve/;
    expect(
      offenders(
        within("tests"),
        ({ path, text }) => /\.(test|spec)\.tsx?$/.test(path) && pauses.test(text) && !isThis(path),
      ),
    ).toEqual([]);
    expect(readFileSync("playwright.config.ts", "utf8")).toMatch(/^ {2}retries: 0,$/m);
  });
});

/** The rules themselves name what they forbid. */
function isThis(path: string): boolean {
  return path === "tests/architecture.test.ts";
}

/** The text of the call that begins at `start`, to its closing parenthesis. */
function callAt(text: string, start: number): string {
  let depth = 0;
  for (let at = text.indexOf("(", start); at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

/** Whether a file, or anything it loads, works on the server only. */
function isServerOnly(path: string, seen = new Set<string>()): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  const loaded = (byPath.get(path)?.imports ?? []).filter(({ isType }) => !isType);
  return loaded.some(({ isFile, to }) => to === "server-only" || (isFile && isServerOnly(to, seen)));
}

test("every text that people read is one of the messages", () => {
  // Samples of mails are data, as are the names of cities; definitions of forms and settings are written by operators.
  const data =
    /^(emails\/example\.ts|lib\/(env|accounts\/time-zones|catalog\/fields|gate\/(answers|policy))\.ts|lib\/doctor\/.*)$/;
  const spoken = within("app", "components", "emails", "lib", "middleware.ts").filter(
    ({ path }) => !data.test(path),
  );
  expect(spoken.flatMap(({ path, text }) => textsIn(path, text))).toEqual([]);
});
