import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { agentTexts } from "@/lib/generated/agent-texts";
import { readAgentTexts } from "@/lib/messages/agent-texts";
import { numberForAgents } from "@/lib/messages/agent-wording";
import { languages } from "@/lib/messages/languages";
import { numberTexts, spellOut } from "@/lib/messages/numbered";
import { translatorOf } from "@/lib/messages/translate";

const texts = ["Anyone", "Assigned to me", "\nAnyone\nme\nAssigned to me"];
const both = <T>(told: T) => spellOut(numberTexts(told, texts), texts);

describe("texts by number", () => {
  it("are shorter than the texts, whole or a line of one", () => {
    expect(numberTexts(["Anyone", "me\nAssigned to me", "\nAnyone\nme\nAssigned to me"], texts)).toEqual([
      "~0",
      "me\n~1",
      "~2",
    ]);
  });

  it.each([
    "",
    "Anyone",
    "Anyone\n",
    "Anyone\nAnyone\n\nelse",
    "~",
    "~0",
    "~~0",
    "~0\nAnyone\n~",
    "a ~ b\n~zz",
    "\nAnyone\nme\nAssigned to me",
    "\r\nAnyone\r\n",
    "\ud800 ~ \u0000",
  ])("come back as what they were: %j", text => {
    expect(both(text)).toBe(text);
    expect(both({ deep: [[text], { text }] })).toEqual({ deep: [[text], { text }] });
  });

  it("leave everything else what it was", () => {
    const element = createElement("p", { title: "Anyone" }, "Anyone");
    const action = async () => "Anyone";
    const told = { number: 1, no: false, nothing: null, absent: undefined, element, action, list: [] };
    const back = both(told);
    expect(back).toEqual(told);
    expect(back.element).toBe(element);
    expect(back.action).toBe(action);
  });
});

describe("the texts of agents' pages", () => {
  it.each(languages)("are the same list for the server and for browsers, each once: %s", async language => {
    const loaded = await readAgentTexts(language);
    expect(loaded).toEqual(agentTexts[language]);
    expect(new Set(loaded).size).toBe(loaded?.length);
  });

  it.each(languages)("have what is said in that language: %s", language => {
    const t = translatorOf(language);
    const told = [t("agent.answer.note.hint"), t("queue.raised_from"), t("sharing.share.send")];
    const numbered = numberForAgents(told, t);
    expect(JSON.stringify(numbered)).toMatch(/^\["~\w+","~\w+","~\w+"\]$/);
    expect(spellOut(numbered, agentTexts[language] ?? [])).toEqual(told);
  });

  it("are said in the desk's own words where it has some", () => {
    const t = translatorOf("en", { "agent.answer.note": "Aside" });
    expect(numberForAgents(t("agent.answer.note"), t)).toBe("Aside");
  });

  it("are all sent in a language that there is no list of", () => {
    const t = translatorOf("en-XA" as never);
    expect(numberForAgents("Anyone", t)).toBe("Anyone");
  });
});
