import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { answerForm, assignForm } from "@/lib/entry/desk-forms";
import { usualListForm } from "@/lib/entry/list-forms";
import { correctionForm, muteForm, raiseForm } from "@/lib/entry/request-forms";
import { commentInput, editInput, moveInput } from "@/lib/requests/input";
import { readView } from "@/lib/search/own-list";

/** Reads what a browser sends, which is nothing but text, as an entry point does. */
function read(schema: z.ZodType, sent: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(sent)) data.append(name, value);
  const submission = parseWithZod(data, { schema });
  return submission.status === "success" ? submission.value : null;
}

const id = "01a20ad9-6e93-73bb-9106-c8f058b8bcd6";
const reference = "LDG-1";

describe("a form gives its command", () => {
  it("numbers", () => {
    const sent = { reference, version: "3", seen: "57", body: "" };
    const numbers = { reference, version: 3, seen: 57n };
    expect(read(moveInput, { ...sent, move: "resolve" })).toMatchObject({ ...numbers, move: "resolve" });
    expect(read(answerForm, { ...sent, mode: "reply" })).toMatchObject({ ...numbers, mode: "reply" });
    expect(read(commentInput, { reference, seen: "57", body: "Hello" })).toMatchObject({ seen: 57n });
    expect(read(commentInput, { reference, seen: "", body: "Hello" })).not.toHaveProperty("seen", "");
    expect(read(editInput, { reference, commentId: id, seen: "1790000000000", body: "So" })).toMatchObject({
      seen: 1_790_000_000_000,
    });
  });

  it.each(["x", "-1", "1.5", "9999999999999999999"])("no %s where a number belongs", number => {
    expect(read(commentInput, { reference, body: "Hello", seen: number })).toBeNull();
    expect(read(moveInput, { reference, move: "close", version: number })).toBeNull();
    expect(read(editInput, { reference, commentId: id, body: "So", seen: number })).toBeNull();
  });

  it("booleans, somebody or nobody, and the view of a list", () => {
    expect(read(muteForm, { reference, muted: "yes" })).toEqual({ reference, muted: true });
    expect(read(muteForm, { reference, muted: "no" })).toEqual({ reference, muted: false });
    expect(read(muteForm, { reference, muted: "" })).toBeNull();
    expect(read(assignForm, { reference, from: "", to: id })).toEqual({ reference, from: null, to: id });
    expect(read(assignForm, { reference, from: id, to: "" })).toEqual({ reference, from: id, to: null });
    expect(read(assignForm, { reference })).toEqual({ reference, from: null, to: null });
    expect(read(usualListForm, { list: "show=all" })).toEqual({ list: readView("show=all") });
    expect(read(usualListForm, {})).toEqual({ list: null });
  });

  it("answers, also those of a form that asks nothing, and addresses one by one", () => {
    const sent = { formVersionId: id, summary: "The lamp flickers" };
    const said = { ...sent, answers: {} };
    const raised = { ...sent, submissionKey: id, shareWith: "ada@acme.test, bo@acme.test" };
    const shareWith = ["ada@acme.test", "bo@acme.test"];
    const alone = { organisation: null, isPrivate: false };
    expect(read(raiseForm([], "UTC"), raised)).toEqual({ ...said, ...alone, submissionKey: id, shareWith });
    expect(read(raiseForm([], "UTC"), { ...raised, organisation: "acme", isPrivate: "yes" })).toMatchObject({
      organisation: "acme",
      isPrivate: true,
    });
    expect(read(raiseForm([], "UTC"), { ...raised, shareWith: "" })).toMatchObject({ shareWith: [] });
    expect(read(correctionForm([], "UTC"), { ...sent, reference, edition: "2" })).toEqual({
      ...said,
      reference,
      edition: 2,
    });
  });
});
