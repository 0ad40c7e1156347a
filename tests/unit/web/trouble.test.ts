import { describe, expect, it } from "vitest";
import { translatorOf } from "@/lib/messages/translate";
import { readPosted } from "@/lib/web/posted";
import { troublePage } from "@/lib/web/trouble";

const t = translatorOf("en");

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/trouble", { method: "POST", body, headers });

function formWith(fields: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const shown = async (fields: [string, string | File][], back = "/requests/LDG-1") => {
  const response = troublePage({
    t,
    deskName: "Lodge",
    number: undefined,
    back,
    posted: await readPosted(post(formWith(fields))),
  });
  return response.text();
};

describe("a form that was posted while no page could be drawn", () => {
  it("is read in its order, with every character, without the content of its files", async () => {
    const fields: [string, string | File][] = [
      ["$ACTION_REF_1", ""],
      ["body", "Ünï\r\n\t<b> 請求\u0000"],
      ["files", new File(["x".repeat(200_000)], "Plan “B”.txt")],
      ["files", new File([], "")],
      ["body", "twice"],
    ];
    expect(await readPosted(post(formWith(fields)))).toEqual({
      words: [
        ["$ACTION_REF_1", ""],
        ["body", "Ünï\r\n\t<b> 請求\u0000"],
        ["body", "twice"],
      ],
      files: [{ field: "files", name: "Plan “B”.txt" }],
    });
  });

  it("is left unread when it is too much, broken or no form", async () => {
    const many = Array.from({ length: 501 }, (_, index): [string, string] => [`a${index}`, "x"]);
    const heavy = new ReadableStream({
      pull: controller => controller.enqueue(new Uint8Array(1_000_000)),
    });
    const chunked = { method: "POST", body: heavy, duplex: "half" as const };
    for (const request of [
      post(formWith(many)),
      post(formWith([["body", "x".repeat(1_000_001)]])),
      post("words", { "content-type": "text/plain" }),
      post("--b\r\nbroken", { "content-type": "multipart/form-data; boundary=b" }),
      post("x", { "content-type": "multipart/form-data" }),
      new Request("http://localhost/trouble", {
        ...chunked,
        headers: { "content-type": "multipart/form-data; boundary=b" },
      }),
      new Request("http://localhost/trouble", { method: "POST" }),
    ])
      expect(await readPosted(request)).toBeNull();
  });

  it("comes back as a form that sends the same to the same page", async () => {
    const html = await shown([
      ["$ACTION_1:0", '{"id":"a"}'],
      ["reference", "LDG-1"],
      ["body", '\n<script>"&'],
      ["muted", "on"],
    ]);
    expect(html).toContain('method="post" enctype="multipart/form-data" action="/requests/LDG-1"');
    expect(html).toContain('<input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&quot;}">');
    expect(html).toContain('<input type="hidden" name="reference" value="LDG-1">');
    expect(html).toContain('<input type="hidden" name="muted" value="on">');
    expect(html).toMatch(
      /<textarea id="field-2" dir="auto" name="body">\n\r\n&lt;script&gt;&quot;&amp;<\/textarea>/,
    );
    expect(html).not.toContain("<script>");
  });

  it("brings no password back, and asks for it and for the files again", async () => {
    const html = await shown([
      ["currentPassword", "Harbour-lamp"],
      ["answers.stepsSoFar", "None"],
      ["files", new File(["x"], "<a>.txt")],
    ]);
    expect(html).not.toContain("Harbour-lamp");
    expect(html).toContain("Current password (type it again)");
    expect(html).toContain("Steps so far</label>");
    expect(html).toContain("choose them again (&lt;a&gt;.txt)");
    expect(html).toContain('type="file" name="files"');
  });

  it("is said to be too much where it could not be read", async () => {
    const response = troublePage({ t, deskName: "Lodge", number: undefined, back: "/", posted: null });
    expect(response.status).toBe(503);
    expect(await response.text()).toMatch(/too long to show here: go back in your browser/);
    expect(troublePage({ t, deskName: "Lodge", number: "0123ABCD", back: "/", posted: null }).status).toBe(
      500,
    );
  });
});

describe("a form of a page from before an upgrade", () => {
  const outdated = async (posted: Awaited<ReturnType<typeof readPosted>> | undefined) => {
    const response = troublePage({
      t,
      deskName: "Lodge",
      number: undefined,
      back: "/requests/LDG-1",
      isOutdated: true,
      posted,
    });
    return { response, html: await response.text() };
  };

  it("shows what was typed, to be copied, and cannot be sent a second time", async () => {
    const fields: [string, string][] = [
      ["$ACTION_1:0", '{"id":"a"}'],
      ["reference", "LDG-1"],
      ["body", "Still <b>burning"],
      ["currentPassword", "Harbour-lamp"],
    ];
    const { response, html } = await outdated(await readPosted(post(formWith(fields))));
    expect(response.status).toBe(409);
    expect(response.headers.has("retry-after")).toBe(false);
    expect(html).toContain("Still &lt;b&gt;burning</textarea>");
    expect(html).toContain('<a href="/requests/LDG-1">Open the page again</a>');
    expect(html).not.toMatch(/<form|<button|Harbour-lamp|\$ACTION/);
  });

  it("says where to look for what was typed when it is not here", async () => {
    for (const posted of [null, undefined]) {
      const { response, html } = await outdated(posted);
      expect(response.status).toBe(409);
      expect(html).toContain("Your browser may still show what you typed when you go back.");
    }
  });
});
