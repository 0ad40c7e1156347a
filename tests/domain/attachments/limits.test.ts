import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { filesInput, maxFiles } from "@/lib/attachments/limits";
import { maxUnsent } from "@/lib/attachments/store";
import { before, days, now } from "@/lib/clock";
import { countUpload } from "@/lib/entry/uploads";
import { sayIssue } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { aCustomer } from "../../support/factories";
import { anUnsentFile } from "../../support/files";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

beforeAll(() => setSettings({ FILE_MB_PER_DAY: "1", FILE_MAX_MB: "2" }));

describe("one person", () => {
  it("sends no more bytes in a day than the desk allows", async () => {
    const person = await aCustomer();
    const content = Buffer.alloc(600_000, "x");
    await anUnsentFile(person, { content, at: before(now(), days(2)) });
    await anUnsentFile(person, { content });
    await expectRefusal(
      anUnsentFile(person, { content }),
      "too_many",
      "One person can send 1 MB of files in a day. “notes.txt” would be more; send it tomorrow.",
    );
    await anUnsentFile(await aCustomer(), { content });
  });

  it("leaves no more files beside a form than can be looked through", async () => {
    const person = await aCustomer();
    for (let count = 0; count < maxUnsent; count++) await anUnsentFile(person);
    await anUnsentFile(person, { place: "/requests/LDG-2#comment" });
    await expectRefusal(anUnsentFile(person), "too_many", /already has 30 files/);
  });

  it("sends no more files in an hour than a person would", async () => {
    const person = await aCustomer();
    for (let count = 0; count < 200; count++) await countUpload(person);
    await expectRefusal(countUpload(person), "too_many", /Please wait/);
    await countUpload(await aCustomer());
  });
});

describe("one file", () => {
  it("is as large as the desk allows, and not larger", async () => {
    await expectRefusal(
      anUnsentFile(await aCustomer(), { name: "big.txt", content: Buffer.alloc(2_000_001, "x") }),
      "invalid",
      "Files can be up to 2 MB; “big.txt” has 2.0 MB.",
    );
  });
});

describe("one message", () => {
  it("takes so many files, each once, and nothing else", () => {
    const ids = Array.from({ length: maxFiles }, () => randomUUID());
    expect(filesInput.parse([...ids.slice(1), ids[1]])).toEqual(ids.slice(1));
    const issues = filesInput.safeParse([...ids, randomUUID()]).error?.issues ?? [];
    expect(issues.map(issue => sayIssue(translatorOf("en"), issue))).toEqual([
      "You can attach at most 10 files at once.",
    ]);
    expect(filesInput.safeParse(["nonsense"]).success).toBe(false);
  });
});
