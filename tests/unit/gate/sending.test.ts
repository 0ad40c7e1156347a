import { once } from "node:events";
import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { aGate } from "../../support/gate";
import { aForm, manyFields, send } from "../../support/wire";

const gate = aGate();

describe("how much is sent", () => {
  it("must be said beforehand, everywhere", async () => {
    for (const method of ["POST", "DELETE", "GET"])
      for (const path of ["/sign-in", "/api/files", "/api/drafts", "/api/auth/signout", "/api/mail/resend"]) {
        const answer = await gate().post({ path, method, body: "x".repeat(100_000), chunked: true });
        expect(answer.status, `${method} ${path}`).toBe(411);
      }
  });

  it("is at most what words weigh, unless files come from somebody whose cookie we have signed", async () => {
    const form = aForm([["files", { filename: "a.txt", content: Buffer.alloc(2_000_000, "x") }]]);
    const forged = { cookie: `lodge-session=${"x".repeat(300)}` };
    for (const [path, headers, status] of [
      ["/sign-in", { cookie: gate().cookie }, 413],
      ["/requests/LDG-1", {}, 413],
      ["/requests/LDG-1", forged, 413],
      ["/requests/LDG-1", { cookie: gate().cookie }, 200],
      ["/api/drafts", { cookie: gate().cookie }, 413],
      ["/api/files", {}, 401],
      ["/api/files", forged, 401],
      ["/api/files", { cookie: gate().cookie }, 200],
    ] as const)
      expect(
        (await gate().post({ path, body: form.body, headers: { ...form.headers, ...headers } })).status,
        path,
      ).toBe(status);
    const huge = { ...form.headers, cookie: gate().cookie, "content-length": 26_000_001 };
    expect((await gate().post({ path: "/requests/LDG-1", body: "x", headers: huge })).status).toBe(413);
  });

  it("is nothing for what only asks", async () => {
    expect((await send(gate().url, { method: "GET", body: "x" })).status).toBe(400);
  });

  it("has no more fields than a form", async () => {
    const path = "/sign-in";
    expect((await gate().post({ path, ...manyFields(300) })).status).toBe(200);
    expect((await gate().post({ path, ...manyFields(301) })).status).toBe(413);
    const coded = { "content-type": "application/x-www-form-urlencoded" };
    const pairs = (count: number) => Array.from({ length: count }, () => "a=").join("&");
    expect((await gate().post({ path: "/api/drafts/afresh", body: pairs(300), headers: coded })).status).toBe(
      200,
    );
    expect((await gate().post({ path: "/api/drafts/afresh", body: pairs(301), headers: coded })).status).toBe(
      413,
    );
    const large = manyFields(2_000_000 / 80, () => "a");
    const headers = { ...large.headers, cookie: gate().cookie };
    expect((await gate().post({ path: "/requests/LDG-1", body: large.body, headers })).status).toBe(413);
  });

  it("takes no memory for what is announced and does not come", async () => {
    const before = process.memoryUsage().arrayBuffers;
    const many = Array.from({ length: 200 }, () => {
      const { port } = new URL(gate().url);
      const headers = {
        ...aForm([]).headers,
        origin: gate().url,
        "sec-fetch-site": "same-origin",
        "content-length": 1_000_000,
        expect: "100-continue",
      };
      const sending = request({ port, method: "POST", path: "/sign-in", headers, agent: false });
      sending.on("error", () => undefined).flushHeaders();
      return sending;
    });
    await Promise.all(many.map(sending => once(sending, "continue")));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
    for (const sending of many) sending.destroy();
  });

  it("is nothing but an empty list where an action takes no form", async () => {
    const headers = { "content-type": "text/plain;charset=UTF-8", "next-action": "40a1" };
    expect((await gate().post({ path: "/requests", body: "[]", headers })).status).toBe(200);
    for (const [body, status] of [
      ["{}", 400],
      ["[1]", 415],
    ] as const)
      expect((await gate().post({ path: "/requests", body, headers })).status, body).toBe(status);
  });

  it("is a form, in the one spelling of browsers, where pages are", async () => {
    for (const type of [
      "application/json",
      "text/plain;charset=UTF-8",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "multipart/form-data; boundary=",
      "multipart/form-data; boundary=a; boundary=b",
      "multipart/mixed; boundary=a",
    ])
      expect(
        (await gate().post({ path: "/sign-in", body: "[]", headers: { "content-type": type } })).status,
        type,
      ).toBe(415);
  });
});

describe("what passes", () => {
  it("is handed on as it came", async () => {
    const form = aForm([["summary", "Größe"]]);
    expect((await gate().handed({ path: "/sign-in", ...form })).body).toBe(form.body.toString("latin1"));
    const expecting = { ...form.headers, expect: "100-continue" };
    expect((await gate().handed({ path: "/sign-in", body: form.body, headers: expecting })).body).toContain(
      "summary",
    );
  });

  it("has its files on the disk, and their ids in their place", async () => {
    const content = Buffer.alloc(1_200_000, "é--x\r\n", "latin1");
    const form = aForm([
      ["summary", "Größe"],
      ["files", { filename: "a%22b.txt", content }],
      ["files", { filename: "", content: Buffer.alloc(0) }],
      ["body", "after"],
    ]);
    const { body, files, headers } = await gate().handed({
      path: "/requests/LDG-1",
      body: form.body,
      headers: { ...form.headers, cookie: gate().cookie },
    });
    expect(files[0] === content.toString("latin1"), "the file is as it was sent").toBe(true);
    expect(body.length).toBeLessThan(2_000);
    expect(Number(headers["content-length"])).toBe(body.length);
    const read = await new Response(Buffer.from(body, "latin1"), {
      headers: { "content-type": headers["content-type"] ?? "" },
    }).formData();
    expect([...read.keys()]).toEqual(["summary", "files", "files", "body"]);
    expect(read.get("summary")).toBe("Größe");
    expect(read.get("body")).toBe("after");
    const [file, nothing] = read.getAll("files") as File[];
    expect(file).toMatchObject({
      name: expect.stringContaining("b.txt"),
      type: "application/x-lodge-spooled",
    });
    expect(nothing).toMatchObject({ size: 0, name: "" });
  });

  it("is refused when it breaks off in the middle of a file", async () => {
    const form = aForm([["files", { filename: "a.txt", content: Buffer.alloc(1_200_000, "x") }]]);
    const body = form.body.subarray(0, -20);
    expect(
      (
        await gate().post({
          path: "/requests/LDG-1",
          body,
          headers: { ...form.headers, cookie: gate().cookie },
        })
      ).status,
    ).toBe(400);
  });
});

describe("one person's requests", () => {
  it("wait for one another when they are many, and are refused when they are too many", async () => {
    const open = gate().holdBack();
    const form = aForm([["summary", "x"]]);
    const sendOne = () =>
      gate().post({ path: "/sign-in", body: form.body, headers: { ...form.headers, cookie: gate().cookie } });
    const all = Array.from({ length: 45 }, sendOne);
    // The one over the measure is answered while all others are held.
    const refused = await Promise.race(all);
    expect(refused.status).toBe(429);
    expect(refused.headers["retry-after"]).toBe("5");
    open();
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(statuses.filter(status => status === 200)).toHaveLength(44);
    expect((await sendOne()).status).toBe(200);
  });
});
