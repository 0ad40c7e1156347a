import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SearchForm } from "@/components/search/search-form";
import { tellSearch } from "@/components/search/tell-search";
import { pairsIn } from "@/components/search/told-search";
import { translatorOf } from "@/lib/messages/translate";
import { choicesOf } from "@/lib/search/choices";
import { deskList } from "@/lib/search/desk-list";
import { ownList } from "@/lib/search/own-list";
import { queueChoicesOf } from "@/lib/search/queue-choices";
import { readListQuery } from "@/lib/search/view";

const t = translatorOf("en");
const box = { path: "/requests", label: "Search", placeholder: "Words", maxWords: 200 };
const types = [
  { value: "a", label: "Incident" },
  { value: "b", label: "Question" },
];

it("a form without script sends words, filters and columns together", () => {
  const view = readListQuery(ownList, "show=all&q=toner&type=b&sort=raised.asc");
  const html = renderToStaticMarkup(<SearchForm {...tellSearch(t, choicesOf(view, types), box)} />);
  expect(html.match(/<form/g)).toHaveLength(1);
  expect(html).toMatch(/<form [^>]*action="\/requests"/);
  expect(html).toMatch(/<input type="search"[^>]* name="q"[^>]* value="toner"/);
  for (const [name, value, label] of [
    ["show", "all", "Any status"],
    ["type", "b", "Question"],
    ["whose", "both", "Mine and shared"],
    ["sort", "raised.asc", "Raised, oldest first"],
  ])
    expect(html).toMatch(
      new RegExp(`<select name="${name}">.*?<option value="${value}" selected="true">${label}</option>`),
    );
  expect(html).toMatch(/<input type="checkbox"[^>]* disabled=""[^>]* value="reference"/);
  expect(html).not.toMatch(/<input type="checkbox"[^>]* checked=""[^>]* value="resolution"/);
});

it("where words are searched in everything they are a form of their own, and both keep what the other has", () => {
  const view = readListQuery(deskList, "q=toner&status=open&customer=Odette");
  const choices = queueChoicesOf(view, {
    types,
    agents: [{ value: "g", label: "Grace" }],
    teams: [],
    organisations: [],
    tags: [],
  });
  const told = tellSearch(t, choices, { ...box, path: "/agent", searchesAll: true, kept: [["q", "toner"]] });
  const html = renderToStaticMarkup(<SearchForm {...told} />);
  const [, words = "", filters = ""] = html.split("<form");
  expect(words).toContain('name="columns" value="reference,summary,requester,status,assignee,waiting"');
  expect(filters).toContain('<input type="hidden" name="q" value="toner"/>');
  expect(filters).toContain('<option value="g">Grace</option>');
  expect(filters).toMatch(/More filters \(1\).*popover.*name="customer"[^>]* value="Odette"/);
});

it("is told in words, without what is not there", () => {
  const told = tellSearch(t, choicesOf(readListQuery(ownList, ""), []), box);
  expect(pairsIn(told.columns)).toContainEqual(["raised", "Raised"]);
  expect(told.shown).not.toContain("raised");
  expect(JSON.stringify(told)).not.toMatch(/null|false|search\./);
});
