import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { receiveMail } from "@/lib/entry/mail-in";
import { keepUploads } from "@/lib/entry/uploads";
import { aCustomer, aRequest } from "../../support/factories";
import { anUnsentFile, unsentFilesOf } from "../../support/files";
import { bring, replyOf, replySettings } from "../../support/raw-mail";
import { commentsOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";
import { eicar, startVirusScanner, type VirusScanner } from "../../support/virus-scanner";

let scanner: VirusScanner;
beforeAll(async () => {
  scanner = await startVirusScanner();
  setSettings({ ...replySettings, CLAMD_ADDRESS: scanner.address });
});
afterAll(() => scanner.stop());

it("a file is taken once the virus scanner has seen all of it and found nothing", async () => {
  const before = scanner.asked;
  const person = await aCustomer();
  await anUnsentFile(person, { content: Buffer.alloc(300_000, "x") });
  expect(scanner.asked).toBe(before + 1);
});

it("a file with a virus is not taken, and the sentence names it; the others are", async () => {
  const person = await aCustomer();
  const content = Buffer.concat([Buffer.alloc(70_000, "x"), eicar]);
  await expectRefusal(
    anUnsentFile(person, { name: "gift.txt", content }),
    "invalid",
    "“gift.txt” was not taken: the virus scanner found Eicar-Signature in it.",
  );
  const upload = (name: string, bytes: Buffer) => ({
    field: "files",
    file: new File([new Uint8Array(bytes)], name),
  });
  const { kept, refused } = await keepUploads(person, "/requests/LDG-1#comment", [
    upload("gift.txt", eicar),
    upload("notes.txt", Buffer.from("words")),
  ]);
  expect(kept).toHaveLength(1);
  expect(refused.files).toEqual([expect.objectContaining({ code: "file.infected" })]);
  expect((await unsentFilesOf(person, "/requests/LDG-1#comment")).files?.map(({ name }) => name)).toEqual([
    "notes.txt",
  ]);
});

it.each(["hangs up", "complains"] as const)("no file is taken while the virus scanner %s", async mood => {
  const person = await aCustomer();
  scanner.mood = mood;
  await expectRefusal(
    anUnsentFile(person),
    "conflict",
    /^“notes.txt” cannot be checked for viruses right now/,
  );
  scanner.mood = "works";
  await anUnsentFile(person);
});

it("a virus in a mail is left out by name, and a mail that cannot be checked is brought again", async () => {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const files = [{ name: "gift.txt", content: eicar }];
  const raw = replyOf(customer, reference, { body: "For you.", files });
  scanner.mood = "hangs up";
  await expectRefusal(receiveMail({ source: "imap", id: randomUUID(), raw }), "conflict");
  expect(await commentsOf(reference)).toEqual([]);
  scanner.mood = "works";
  expect(await bring(raw)).toMatchObject({ state: "let_in" });
  expect((await commentsOf(reference))[0]?.body).toMatch(/^For you\.\n\n1 file .* left out: `gift\.txt`/);
});
