import { expect, it } from "vitest";
import { complete } from "@/app/agent/complete";
import type { OfferedOperator } from "@/lib/search/offered";

const operators: OfferedOperator[] = [
  {
    ...{ name: "status", label: "Status", kind: "select", isList: true },
    values: [
      ["open", "All open"],
      ["waiting-for-customer", "Waiting for customer"],
    ],
  },
  {
    ...{ name: "assignee", label: "Assigned", kind: "select", isList: true },
    values: [
      ["me", "Assigned to me"],
      ['"Zoë Öz"', "Zoë Öz"],
    ],
  },
  { name: "from", label: "Customer", kind: "text", values: [] },
  { name: "after", label: "Raised from", kind: "date", values: [] },
];
const at = (text: string) => complete(text.replace("|", ""), text.indexOf("|"), operators);
const texts = (text: string) => at(text).completions.map(({ text }) => text);

it("an empty box offers every filter, by its name and what it is called", () => {
  expect(at("|").completions.map(({ label, detail }) => `${label} ${detail}`)).toEqual([
    "status: Status",
    "assignee: Assigned",
    "from: Customer",
    "after: Raised from",
  ]);
  expect(at("|").searched).toBe("");
});

it("the beginning of a filter is completed in its place, also by what it is called and with a minus", () => {
  expect(texts("printer st| fire")).toEqual(["printer status: fire"]);
  expect(texts("cust|")).toEqual(["from:"]);
  expect(texts("-as|")).toEqual(["-assignee:"]);
  expect(at("printer st| fire").completions[0]?.caret).toBe("printer status:".length);
});

it("values are found by any of their words, without accents, and quoted where they need it", () => {
  expect(texts("status:wait|")).toEqual(["status:waiting-for-customer "]);
  expect(texts("status:customer| fire")).toEqual(["status:waiting-for-customer fire"]);
  expect(texts('assignee:"oz|')).toEqual(['assignee:"Zoë Öz" ']);
  expect(texts("-status:|")).toEqual(["-status:open ", "-status:waiting-for-customer "]);
  expect(texts("status:nonsense|")).toEqual([]);
});

it("another value is completed behind a comma, and none is offered twice", () => {
  expect(texts("status:open,|")).toEqual(["status:open,waiting-for-customer "]);
  expect(texts('-assignee:"Zoë, Öz",m|')).toEqual(['-assignee:"Zoë, Öz",me ']);
  expect(texts("assignee:me,zo|")).toEqual(['assignee:me,"Zoë Öz" ']);
  expect(texts("status:open,open|")).toEqual([]);
});

it("texts and days have no list, and what an unknown filter means is searched as words", () => {
  expect(at("from:|")).toMatchObject({ completions: [], asks: "text", searched: "" });
  expect(at("after:|")).toMatchObject({ asks: "date" });
  expect(at("from:zoe|")).toMatchObject({ asks: null, searched: "from:zoe" });
  expect(at("error:404|")).toMatchObject({ completions: [], asks: null, searched: "error:404" });
});

it("words are searched while they are typed, but not while a filter is chosen", () => {
  expect(at("p|").searched).toBe("");
  expect(at("status:open printer |")).toMatchObject({ completions: [], searched: "status:open printer" });
  expect(at("printer status:o|").searched).toBe("");
});
