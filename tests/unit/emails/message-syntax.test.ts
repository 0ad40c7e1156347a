import { describe, expect, it } from "vitest";
import * as assignedToYou from "../../../emails/assigned-to-you";
import * as commentPosted from "../../../emails/comment-posted";
import * as gathered from "../../../emails/gathered";
import * as internalNote from "../../../emails/internal-note";
import * as newRequest from "../../../emails/new-request";
import * as reopened from "../../../emails/reopened";
import * as requestCorrected from "../../../emails/request-corrected";
import * as requestNews from "../../../emails/request-news";
import * as requestReceived from "../../../emails/request-received";
import * as resolved from "../../../emails/resolved";
import * as statusChanged from "../../../emails/status-changed";
import * as typeChanged from "../../../emails/type-changed";
import * as waitingForYou from "../../../emails/waiting-for-you";
import { preview, requestTable, table } from "./previews";

const happening = { at: "14 May 2025, 09:34", who: "Ann", side: "customer" as const, typeSlug: "x" };

// As messages they would take parameters, count, choose and have tags.
const syntax = "{desk} '{'{{who}}'}' {count, plural, one {#} other {<b>#</b>}} ''<link>x</link> {0";

describe("what looks like the syntax of messages", () => {
  it.each(table)("is shown as typed where people typed it: %s", async (_name, mail) => {
    const desk = { name: syntax, url: "https://desk.example.com", accent: "#0f6b5c", takesReplies: true };
    const { subject, html, text } = await mail.write({ desk, recipient: { name: syntax } });
    if (!subject.startsWith("[LDG-")) expect(subject).toContain(syntax);
    expect(text).toContain(`${syntax} <https://desk.example.com>`);
    if (text.includes("Sent to ")) expect(text).toContain(`Sent to ${syntax.slice(0, 79)}`);
    expect(html).not.toContain("<b>");
  });

  it.each(requestTable)("is shown in subject and summary: %s", async (_name, mail) => {
    const { subject, text } = await mail.write({
      request: { reference: "LDG-7", summary: syntax, url: mail.link },
    });
    expect(subject).toBe(`[LDG-7] ${syntax}`);
    expect(text).toContain(`LDG-7 · ${syntax}`);
  });

  const name = "Ann {who} '{<b>'";
  it.each([
    [
      "comment",
      () => preview(commentPosted, "").write({ author: name, side: "customer", body: syntax, files: [] }),
    ],
    ["question", () => preview(waitingForYou, "").write({ author: name, body: syntax })],
    ["reply", () => preview(requestNews, "").write({ author: name, body: syntax })],
    [
      "move",
      () => preview(requestNews, "").write({ author: name, body: syntax, happened: `${name} did it` }),
    ],
    ["arrival", () => preview(newRequest, "").write({ requester: name, type: syntax })],
    ["news", () => preview(requestNews, "").write({ author: name, reason: "followed", body: syntax })],
    ["note", () => preview(internalNote, "").write({ author: name, body: syntax })],
    ["status", () => preview(statusChanged, "").write({ who: name, to: syntax })],
    ["type", () => preview(typeChanged, "").write({ who: name, from: "x", to: syntax })],
    ["opening", () => preview(reopened, "").write({ who: name, side: "support", body: syntax })],
    ["resolution", () => preview(resolved, "").write({ who: name, how: syntax })],
    [
      "assignment",
      () => preview(assignedToYou, "").write({ assignedBy: name, requester: name, status: syntax }),
    ],
    ["answers", () => preview(requestReceived, "").write({ answers: [{ label: name, value: syntax }] })],
    [
      "correction",
      () =>
        preview(requestCorrected, "").write({
          by: name,
          changes: [{ label: syntax, before: name, after: syntax }],
        }),
    ],
    [
      "files",
      () =>
        preview(commentPosted, "").write({
          author: name,
          side: "customer",
          files: [{ name: syntax, size: 9 }],
        }),
    ],
    [
      "gathered news",
      () =>
        preview(gathered, "").write({
          happenings: [
            {
              ...happening,
              who: name,
              what: { code: "history.gave", params: { name, person: syntax, by: "other" } },
            },
          ],
        }),
    ],
  ] as const)("is shown in the body, with the names: %s", async (_name, write) => {
    const { html, text } = await write();
    const words = text.replace(/\s+/g, " ");
    expect(words).toContain(syntax);
    expect(words).toContain(name);
    expect(html).not.toContain("<b>");
  });
});
