import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Command, commandsIn } from "./support/commands";
import { readSources } from "./support/sources";

const sources = readSources();
const within = (...folders: string[]) =>
  sources.filter(({ path }) => folders.some(folder => path.startsWith(`${folder}/`)));
const rooms =
  "accounts actions attachments bell bulk-runs canned-replies catalog desk desk-settings drafts erasures events help my-data notifications requests retention saved-views search sharing";
const nouns = within(...rooms.split(" ").map(room => `lib/${room}`));
const belowEntry = within("lib").filter(({ path }) => !path.startsWith("lib/entry/"));
const commands = belowEntry.flatMap(({ path, text }) => commandsIn(path, text));

/** Each command that breaks the rule. */
const breaking = (isBreach: (command: Command) => boolean) =>
  commands.filter(isBreach).map(({ path, name }) => `${path} ${name}`);

const wordsOf = (name: string) =>
  name.replaceAll("FormData", "formdata").split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/);

describe("commands", () => {
  test("are found, whatever they are called", () => {
    const names = commands.map(({ name }) => name);
    const some = ["submitRequest", "moveRequest", "saveDraft", "releaseMail", "changeProfile", "acceptMail"];
    expect(names).toEqual(expect.arrayContaining(some));
    expect(names.length).toBeGreaterThan(100);
  });

  test("name no page, tab, browser or form data", () => {
    const foreign = /^(formdata|pages?|tabs?|browsers?)$/i;
    expect(
      breaking(({ names }) => names.some(name => wordsOf(name).some(word => foreign.test(word)))),
    ).toEqual([
      // A sign-up belongs to the browser that asked for it.
      "lib/accounts/confirm.ts confirmByLink",
      "lib/accounts/sign-up.ts askForAccount",
    ]);
  });

  test("take no text for what is none: forms are translated at their entry points", () => {
    const inputs = belowEntry.filter(({ path }) => path.endsWith("/input.ts"));
    const isOfForm = /\bz\.coerce\b|\bz\.preprocess\(|"(yes|no|on)"/;
    expect(inputs.filter(({ text }) => isOfForm.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test("are given the desk's settings and the time by their act", () => {
    expect(breaking(({ text }) => /\b(readDeskSettings|now)\(\)/.test(text))).toEqual([]);
  });
});

describe("the desk's settings", () => {
  test("come from the environment in lib/settings.ts alone", () => {
    const names =
      /\b(DESK_NAME|DESK_ACCENT|REFERENCE_PREFIX|DESK_TIME_ZONE|REOPEN_DAYS|ERASURE_DAYS|AGENTS_SEE|UNDO_REPLIES|FILE_MAX_MB|FILE_MB_PER_DAY)\b/;
    const named = within("app", "lib", "components", "emails").filter(({ text }) => names.test(text));
    expect(named.map(({ path }) => path)).toEqual(["lib/env.ts", "lib/settings.ts"]);
  });

  test("are those that a page's first statement has found to be the present ones", () => {
    const reads = within("app").filter(({ text }) => /\b(readDeskSettings|refreshSettings)\b/.test(text));
    expect(reads.map(({ path }) => path)).toEqual([]);
  });

  test("are arguments of rules: the rooms of the nouns know nothing of the environment", () => {
    const reads = nouns.filter(({ imports }) => imports.some(({ to }) => to === "lib/env.ts"));
    expect(reads.map(({ path }) => path)).toEqual([
      // The desk's own address in a link, a secret, and where the virus scanner is.
      "lib/accounts/operator.ts",
      "lib/accounts/sign-up-mail.ts",
      "lib/attachments/scan.ts",
    ]);
  });
});

test("the schema that the next migration is drafted against is the one that there is", () => {
  const models = (path: string) =>
    readFileSync(path, "utf8")
      .replace(/\/\/.*$/gm, "")
      .replace(/\s+/g, " ");
  expect(models("prisma/migrations/schema.prisma")).toBe(models("prisma/schema.prisma"));
});

describe("languages", () => {
  const asks = (name: RegExp) => sources.filter(({ text }) => name.test(text)).map(({ path }) => path);

  test("are chosen in one place", () => {
    const chosen = asks(/\btranslatorOf\(/).filter(path => !/^(lib\/messages|tests)\//.test(path));
    // Samples of mails, and what earlier mails or a list of people may say in any language.
    expect(chosen).toEqual(["emails/example.ts", "lib/inbound/desk-marks.ts", "lib/people/list-words.ts"]);
  });

  test("are not chosen by the nouns: they name texts and leave the words to who tells them", () => {
    const chosen = nouns.filter(({ text }) => /\b(readTranslator|deskTranslator|translatorOf)\(/.test(text));
    expect(chosen.map(({ path }) => path)).toEqual([]);
  });
});
