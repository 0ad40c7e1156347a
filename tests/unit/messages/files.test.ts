import { describe, expect, it } from "vitest";
import { checkMessages, readTexts } from "../../../scripts/schema/messages";

describe("a broken file of texts stops the build, and says what is wrong where", () => {
  it.each([
    [
      '{ "title": "Hilfe" "intro": "Kurz" }',
      /lib\/messages\/de\/help\.json is not valid JSON .*missing comma/,
    ],
    ["", /lib\/messages\/de\/help\.json is not valid JSON/],
    ['["Hilfe"]', /lib\/messages\/de\/help\.json has to be one list of texts in braces/],
    ['{ "title": { "intro": "Kurz" } }', /In lib\/messages\/de\/help\.json, “title” has to be a text/],
  ])("as JSON: %s", (written, said) => {
    expect(() => readTexts("de/help.json", written)).toThrow(said);
  });

  const en = { "help.hits": "{count, plural, one {# page} other {# pages}}", "help.by": "<b>{name}</b>" };

  it.each([
    [{ "help.hits": "{count, plural, one {# Seite}}" }, /The de message help\.hits cannot be read/],
    [{ "help.hits": "{count, plural, one {# Seite} other {# Seiten}" }, /help\.hits cannot be read/],
    [{ "help.by": "<b>{name}" }, /help\.by cannot be read/],
    [{ "help.by": "{name}" }, /help\.by has other placeholders or tags than the English one: <b>/],
    [{ "help.by": "<b>{Name}</b>" }, /help\.by has other placeholders/],
    [{ "help.bye": "Tschüss" }, /help\.bye does not exist in English/],
  ])("as a text: %o", (de, said) => {
    expect(() => checkMessages({ en, de })).toThrow(said);
  });

  it("and what is only missing stops nothing", () => {
    expect(() => checkMessages({ en, de: { "help.by": "von <b>{name}</b>" } })).not.toThrow();
  });
});
