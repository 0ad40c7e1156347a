import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { unpackRows } from "@/components/search/packed-rows";
import { RequestTable } from "@/components/search/request-table";
import { tellTable, wordsOf } from "@/components/search/tell-table";
import { translatorOf } from "@/lib/messages/translate";
import type { RequestView } from "@/lib/requests/view";
import { headingsOf } from "@/lib/search/choices";
import { deskList } from "@/lib/search/desk-list";
import type { FoundRow } from "@/lib/search/list";
import { ownList } from "@/lib/search/own-list";
import type { QueueRow } from "@/lib/search/queue";
import { readListQuery } from "@/lib/search/view";

const clock = { now: "2026-11-24T12:00:00Z", timeZone: "UTC", language: "en-GB" };
const shared = {
  reference: "LDG-7",
  summary: "The <b>printer</b> leaks",
  typeName: "Incident",
  typeSlug: "incident",
  resolution: null,
  requesterName: "Odette",
  createdAt: "2026-11-20T12:00:00.000Z",
  lastActivityAt: "2026-11-23T12:00:00.000Z",
};
const own: FoundRow = { ...shared, status: "in_progress", isShared: false, isUnread: false };
const inQueue: QueueRow = {
  ...shared,
  status: "in_progress",
  assigneeName: "Grace Hopper",
  teamName: "Night shift",
  waitingSince: "2026-11-22T12:00:00.000Z",
  isOpen: true,
  isUnread: false,
  lastWords: null,
  priority: "normal",
  tags: [],
  snoozedUntil: null,
};

function tell(view: RequestView, rows: FoundRow[] | QueueRow[], query = "") {
  const list = view === "customer" ? ownList : deskList;
  const headings = headingsOf(list, readListQuery(list, query));
  return tellTable({ caption: "Requests", headings, rows }, { t: translatorOf("en"), view, clock });
}

const toldRows = (...told: Parameters<typeof tell>) => unpackRows(tell(...told).rows);
const draw = (...told: Parameters<typeof tell>) => renderToStaticMarkup(<RequestTable {...tell(...told)} />);
const rowsIn = (html: string) => html.split("<tbody")[1]?.split("<tr").slice(1) ?? [];

it("a row of the queue says what is unread, and behind the type how the customer's newest message begins", () => {
  const html = draw("agent", [{ ...inQueue, isUnread: true, lastWords: "Is <b>anybody</b> there?" }]);
  expect(html).toContain('class="unread"><span class="sr-only">Unread: </span>');
  expect(html).toContain('<p class="type">Incident · <bdi>Is &lt;b&gt;anybody&lt;/b&gt; there?</bdi></p>');
  const plain = draw("agent", [inQueue]);
  expect(plain).toContain('<p class="type">Incident</p>');
  expect(plain).not.toContain("nread");
  expect(draw("agent", [{ ...inQueue, lastWords: "Help" }], "columns=type")).toContain(
    '<p class="type"><bdi>Help</bdi></p>',
  );
});

describe("a page carries of a row", () => {
  it("what is shown, once, and nothing that is not there", () => {
    expect(toldRows("customer", [own])).toEqual([
      {
        reference: "LDG-7",
        summary: "The <b>printer</b> leaks",
        type: "Incident",
        status: "in_progress",
        statusLabel: "In progress",
        activity: "2026-11-23T12:00Z|Monday, 23 November 2026 at 12:00 UTC|yesterday, 12:00",
      },
    ]);
    expect(Object.keys(tell("agent", [inQueue]).rows.fields)).toEqual([
      ...["reference", "summary", "type", "status", "statusLabel", "requester", "assignee", "waiting"],
    ]);
    expect(Object.keys(tell("agent", [inQueue], "columns=reference,summary").rows.fields)).toEqual([
      ...["reference", "summary", "type"],
    ]);
  });

  it("few elements, with short classes", () => {
    const [mine = ""] = rowsIn(draw("customer", [own]));
    const [desks = ""] = rowsIn(draw("agent", [inQueue]));
    const elementsOf = (html: string) => html.match(/<[a-z]/g)?.length;
    expect(elementsOf(mine)).toBeLessThanOrEqual(10);
    expect(elementsOf(desks)).toBeLessThanOrEqual(16);
    expect(mine.length).toBeLessThan(600);
  });
});

describe("a row says", () => {
  it("what it is to assistive technology, which cards would hide", () => {
    const html = draw("customer", [own]);
    for (const role of ["table", "rowgroup", "row", "columnheader", "cell"]) {
      const tag = { table: "table", rowgroup: "t(head|body)", row: "tr", columnheader: "th", cell: "td" }[
        role
      ];
      expect(html.match(new RegExp(`<${tag}[ >]`, "g"))).toHaveLength(
        html.match(new RegExp(`role="${role}"`, "g"))?.length ?? 0,
      );
    }
  });

  it("that it is unread, whose it is, and that it waits for its reader, also without a column for these", () => {
    const row: FoundRow = { ...own, isUnread: true, isShared: true, status: "waiting_for_customer" };
    const html = draw("customer", [row], "columns=reference,summary");
    expect(html).toContain('<a href="/requests/LDG-7" class="unread"><span class="sr-only">Unread: </span>');
    expect(html).toContain("Shared with you, raised by <bdi>Odette</bdi>");
    expect(html).toContain(
      '<p class="status"><span class="status-badge waiting_for_customer">Waiting for you',
    );
    expect(html).toContain('class="waits"');
    const withColumns = draw("customer", [row], "columns=reference,summary,status,requester");
    expect(withColumns).toContain('<bdi>Odette</bdi><span class="faint"> · shared with you</span>');
    expect(withColumns.match(/Waiting for you/g)).toHaveLength(1);
  });

  it("to an agent its type, who has it, and whose turn it is", () => {
    const [first = "", second = "", third = ""] = rowsIn(
      draw("agent", [
        inQueue,
        { ...inQueue, reference: "LDG-8", assigneeName: null, waitingSince: null },
        { ...inQueue, reference: "LDG-9", waitingSince: null, isOpen: false },
      ]),
    );
    expect(first).toContain('<p class="type">Incident</p>');
    expect(first).toContain("<bdi>Grace Hopper</bdi>");
    expect(first).toContain('href="/agent/requests/LDG-7"');
    expect(second).toContain("Nobody yet");
    expect(second).toContain("the customer’s turn");
    expect(third).toContain(">–</td>");
  });

  it("which box selects it, and for what form, where rows can be selected; to customers none does", () => {
    const told = tell("agent", [inQueue]);
    const html = renderToStaticMarkup(
      <RequestTable {...told} picks={{ form: "bulk", one: "Select {reference}", all: "Select all" }} />,
    );
    expect(html).toContain(
      '<input type="checkbox" form="bulk" name="r" value="LDG-7" aria-label="Select LDG-7">',
    );
    expect(html).toContain('aria-label="Select all"');
    expect(draw("customer", [own])).not.toContain("checkbox");
  });

  it("what was found, marked and as plain text", () => {
    const stretches = [
      { text: "The <b>", isHit: false },
      { text: "printer", isHit: true },
      { text: "</b>", isHit: false },
    ];
    const html = draw("customer", [
      {
        ...own,
        referenceMarked: [
          { text: "LDG-", isHit: false },
          { text: "7", isHit: true },
        ],
        summaryMarked: stretches,
        snippet: { from: "comment", stretches },
      },
    ]);
    expect(html).toContain('<a href="/requests/LDG-7" tabIndex="-1">LDG-<mark>7</mark></a>');
    expect(html).toContain("<bdi>The &lt;b&gt;<mark>printer</mark>&lt;/b&gt;</bdi></a>");
    expect(html).toContain('<p class="snippet"><span class="faint">Comment: </span>');
  });
});

it("words are pieces by turns plain and found, and a text where nothing was found", () => {
  const [plain, hit] = [
    { text: "a", isHit: false },
    { text: "b", isHit: true },
  ];
  expect(wordsOf([plain, plain])).toBe("aa");
  expect(wordsOf([hit, hit, plain])).toEqual(["", "bb", "a"]);
  expect(wordsOf([plain, hit, plain, hit])).toEqual(["a", "b", "a", "b"]);
  expect(wordsOf([])).toBe("");
});
