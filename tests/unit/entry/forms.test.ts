import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type { PersonActor } from "@/lib/actor";
import { bulkForm } from "@/lib/entry/bulk-forms";
import { answerForm, assignForm } from "@/lib/entry/desk-forms";
import { usualListForm } from "@/lib/entry/list-forms";
import { correctionForm, muteForm, raiseForm } from "@/lib/entry/request-forms";
import { commentInput, editInput, moveInput } from "@/lib/requests/input";
import { readView } from "@/lib/search/own-list";
import type { DeskSettings } from "@/lib/settings";

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

  it("of a bulk action what it asks and nothing more, with times of the sender's clocks", async () => {
    const actor = { timeZone: "Europe/Berlin" } as PersonActor;
    const sent = { key: id, chosen: "LDG-1 LDG-2", count: "2", seen: "57" };
    const readBulk = async (action: string, input: Record<string, string>) => {
      const data = new FormData();
      data.append("action", action);
      const named = Object.entries(input).map(([name, value]) => [`input.${name}`, value]);
      const form = await bulkForm(data, {} as DeskSettings, actor);
      return read(form, { action, ...sent, ...Object.fromEntries(named) }) as { input?: object } | null;
    };
    expect(await readBulk("snooze", { preset: "tomorrow", until: "2027-01-12T09:00" })).toMatchObject({
      input: { until: "2027-01-12T08:00:00.000Z" },
      chosen: ["LDG-1", "LDG-2"],
    });
    const { until } = ((await readBulk("snooze", { preset: "tomorrow" }))?.input ?? {}) as { until?: string };
    expect(until).toMatch(/T0[78]:00:00\.000Z$/);
    expect(await readBulk("snooze", { preset: "yesterday" })).toBeNull();
    expect(await readBulk("snooze", { until: "2027-13-40T09:00" })).toBeNull();
    expect((await readBulk("assign", {}))?.input).toEqual({ to: null });
    expect((await readBulk("assign", { to: "" }))?.input).toEqual({ to: null });
    expect((await readBulk("hand_over", { team: "" }))?.input).toEqual({ team: null });
    expect(await readBulk("snooze", { preset: "tomorrow", until: "" })).not.toBeNull();
    expect((await readBulk("start", {}))?.input).toEqual({});
    expect(await readBulk("hand_over", { team: "first-line", told: id })).toBeNull();
    expect(await readBulk("reply", { body: "Hello", files: id })).toBeNull();
    expect(await readBulk("tag", {})).toBeNull();
    expect(await readBulk("explode", {})).toBeNull();
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
