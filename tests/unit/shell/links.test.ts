import { expect, it } from "vitest";
import { isNear, pageOf } from "@/components/shell/links";

const here = "https://desk.test/requests?show=open";

type Marks = { target?: string; rel?: string; load?: string; download?: true };

function linkTo(href: string, { target = "", rel = "", load, download }: Marks = {}) {
  const link = { href: new URL(href, here).href, target, rel, dataset: { load } };
  return { ...link, hasAttribute: (name: string) => name === "download" && Boolean(download) };
}

const leadsTo = (href: string, marks?: Marks) => {
  const to = pageOf(linkTo(href, marks), here);
  return to && to.pathname + to.search;
};

it.each([
  "/",
  "/requests?show=all&q=lamp",
  "/requests/LDG-12",
  "/agent/mail",
  "/settings",
  "/sign-up?next=%2F",
])("the router follows a link to %s", href => expect(leadsTo(href)).toBe(href));

it("the router follows a link to a place where what is typed must stay", () =>
  expect(leadsTo("/requests/LDG-12?edit=5#entry-5", { load: "soft" })).toBe("/requests/LDG-12?edit=5"));

it.each([
  ["another site", "https://elsewhere.test/requests"],
  ["a place on a page", "/requests/LDG-12?entry=5#entry-5"],
  ["a place on this page", "#main"],
  ["a file of the desk", "/api/files/1"],
  ["a table to download", "/requests/export.csv?show=all"],
  ["a mail as HTML", "/mailbox/1/html"],
  ["the export of one's data", "/settings/data/export"],
  ["the page of an emailed link", "/set-password/some-token"],
  ["the page of an emailed link below a page", "/settings/email/some-token"],
  ["what is no page", "/icons.svg"],
  ["an address to write to", "mailto:ana@desk.test"],
])("the browser follows a link to %s", (_, href) => expect(leadsTo(href)).toBeNull());

it.each<[string, Marks]>([
  ["opens a tab", { target: "_blank" }],
  ["downloads", { download: true }],
  ["wants a new document", { load: "full" }],
  ["a person typed", { rel: "noopener nofollow ugc" }],
])("the browser follows a link that %s", (_, marks) => expect(leadsTo("/requests", marks)).toBeNull());

it.each([
  ["/requests", true],
  ["/requests?show=all&after=x", true],
  ["/agent?status=done", true],
  ["/requests/LDG-12", true],
  ["/agent/requests/LDG-12", true],
  ["/requests?show=all&q=lamp", false],
  ["/catalog/other-manual-request", false],
  ["/requests/LDG-12/correct", false],
  ["/agent/mail/1", false],
  ["/settings", false],
])("%s is fetched ahead: %s", (path, isSo) => expect(isNear(new URL(path, here))).toBe(isSo));
