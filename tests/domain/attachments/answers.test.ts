import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { answersSchema } from "@/lib/catalog/answers";
import type { Answers } from "@/lib/catalog/fields";
import { readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { sayIssue } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { findFile } from "@/lib/requests/attachments";
import { correctRequest, readCorrectionPage } from "@/lib/requests/correct";
import { readRequestPage } from "@/lib/requests/customer-view";
import { submitRequest } from "@/lib/requests/submit";
import { aCustomer, anAgent, run } from "../../support/factories";
import { anUnsentFile, unsentFilesOf } from "../../support/files";
import { changesOf, eventsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

const place = { place: "/catalog/other-manual-request#raise", field: "answers.files" };

async function submission(files: string[]) {
  const form = await readForm("other-manual-request");
  return {
    formVersionId: form?.formVersionId ?? "",
    submissionKey: randomUUID(),
    summary: "With a picture",
    answers: answersSchema(form?.fields ?? []).parse({ details: "See there.", files }),
  };
}

async function raise(by: PersonActor, files: string[]) {
  const input = await submission(files);
  return (await run(by, act => submitRequest(act, input))).reference;
}

async function correct(by: PersonActor, reference: string, files: string[]) {
  const page = await readCorrectionPage(by, reference, "customer");
  if (!page) throw new Error("It cannot be corrected.");
  const { summary, formVersionId, edition, fields } = page;
  const answers = answersSchema(fields).parse({ details: "See there.", files });
  return run(by, act => correctRequest(act, { reference, summary, formVersionId, edition, answers }));
}

const filesOf = async (reference: string) => ((await rowOf(reference)).answers as Answers).files;

describe("files as an answer", () => {
  it("go along with the request and are read by whoever reads it", async () => {
    const customer = await aCustomer();
    const file = await anUnsentFile(customer, { ...place, name: "screen.txt" });
    const reference = await raise(customer, [file.id]);
    expect(await filesOf(reference)).toEqual([file]);
    expect(await unsentFilesOf(customer, place.place)).toEqual({});
    expect((await readRequestPage(await anAgent(), reference))?.first.said).toContainEqual({
      label: "Files",
      value: [{ code: "catalog.answer.file", params: { name: "screen.txt", size: { bytes: 12 } } }],
      kind: "files",
      files: [file],
    });
    expect(await findFile(await anAgent(), file.id)).toMatchObject({ name: "screen.txt" });
    expect(await findFile(await aCustomer(), file.id)).toBeNull();
  });

  it("are found by their names", async () => {
    const customer = await aCustomer();
    const file = await anUnsentFile(customer, { ...place, name: "quarterly-zebra.txt" });
    const reference = await raise(customer, [file.id]);
    const { id } = await rowOf(reference);
    const { folded } = await db().passage.findUniqueOrThrow({ where: { sourceId: id } });
    expect(folded).toContain("quarterly zebra txt");
    expect(folded).not.toContain(file.id.slice(0, 8));
  });

  it("sent twice with one form make one request", async () => {
    const customer = await aCustomer();
    const input = await submission([(await anUnsentFile(customer, place)).id]);
    const first = await run(customer, act => submitRequest(act, input));
    const again = await run(customer, act => submitRequest(act, input));
    expect(again).toEqual({ ...first, isNew: false });
    expect(await eventsOf(first.reference)).toHaveLength(1);
  });

  it("that are somebody else's, or gone, are refused beside their field, and nothing is raised", async () => {
    const customer = await aCustomer();
    const theirs = await anUnsentFile(await aCustomer(), place);
    const refusal = await expectRefusal(raise(customer, [theirs.id]), "conflict");
    expect(Object.keys(refusal.fields)).toEqual(["answers.files"]);
    expect(await db().serviceRequest.count({ where: { requesterId: customer.id } })).toBe(0);
    const another = await raise(await aCustomer(), []);
    const sent = await anUnsentFile(customer, place);
    await raise(customer, [sent.id]);
    await expectRefusal(raise(customer, [sent.id]), "conflict");
    expect(await filesOf(another)).toBeUndefined();
  });

  it("are as many as the form allows, and ids of files", () => {
    const schema = answersSchema([{ key: "files", kind: "file", label: "Files", max: 1, required: true }]);
    const problem = (files: string[]) => {
      const [issue] = schema.safeParse({ files }).error?.issues ?? [];
      return issue && sayIssue(translatorOf("en"), issue);
    };
    expect(problem([randomUUID(), randomUUID()])).toBe("Please attach at most 1 file here.");
    expect(problem(["nonsense"])).toBe("This file does not belong to this form.");
    expect(problem([])).toBe("Please attach a file under “Files”.");
    expect(problem([randomUUID()])).toBeUndefined();
  });
});

describe("correcting files", () => {
  it("adds and takes out, and the history shows both with what was there before", async () => {
    const customer = await aCustomer();
    const first = await anUnsentFile(customer, { ...place, name: "first.txt" });
    const reference = await raise(customer, [first.id]);
    const second = await anUnsentFile(customer, { ...place, name: "second.txt" });
    await correct(customer, reference, [second.id]);
    expect(await filesOf(reference)).toEqual([second]);
    expect(await changesOf(reference)).toEqual([[{ key: "files", before: [first], after: [second] }]]);
    // What the history names can be read there.
    expect(await findFile(customer, first.id)).not.toBeNull();
    await correct(customer, reference, [first.id, second.id]);
    expect(await filesOf(reference)).toEqual([first, second]);
    await correct(customer, reference, [first.id, second.id]);
    expect(await eventsOf(reference)).toHaveLength(3);
  });

  it("takes no file of another request", async () => {
    const customer = await aCustomer();
    const elsewhere = await anUnsentFile(customer, place);
    await raise(customer, [elsewhere.id]);
    const reference = await raise(customer, []);
    await expectRefusal(correct(customer, reference, [elsewhere.id]), "conflict");
    expect(await filesOf(reference)).toBeUndefined();
  });
});
