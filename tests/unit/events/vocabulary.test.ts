import { describe, expect, it } from "vitest";
import { z } from "zod";
import { agentTypes, openTypes, ownTypes, typesFor } from "@/lib/events/audience";
import { type Audience, event } from "@/lib/events/define";
import type { Handlers } from "@/lib/events/reader";
import { readEvents } from "@/lib/events/stored";
import { type EventType, type MailEventType, nouns, vocabulary } from "@/lib/events/types";

const types = Object.keys(vocabulary) as EventType[];
const id = "019aa000-0000-7000-8000-000000000001";

/** The name of a row in the table of moves, which a later release may have lost. */
const { move } = vocabulary.request_moved.data.shape;

/** What a schema lets in besides ids, numbers, booleans, moments and closed lists, by the name of the field. */
function opensOf(schema: z.ZodObject): string[] {
  const isClosed = (field: z.ZodType): boolean => {
    if (field instanceof z.ZodOptional || field instanceof z.ZodNullable)
      return isClosed(field.unwrap() as z.ZodType);
    if (field === move) return true;
    return [z.ZodUUID, z.ZodNumberFormat, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodISODateTime].some(
      kind => field instanceof kind,
    );
  };
  return Object.entries(schema.shape).flatMap(([name, field]) =>
    isClosed(field as z.ZodType) ? [] : [name],
  );
}

describe("the vocabulary of events", () => {
  it.each(types)("keeps of %s nothing but ids and closed values", type => {
    const { data } = vocabulary[type];
    expect(opensOf(data)).toEqual([]);
    expect(data.safeParse({ ...sampleOf(data), name: "Vera Lind" }).success).toBe(false);
  });

  it("finds text, lists and objects in a schema, also where they may be missing", () => {
    const open = { a: z.string(), b: z.email().optional(), c: z.array(z.uuid()), d: z.object({}).nullable() };
    expect(opensOf(z.strictObject({ ...open, fine: z.uuid().nullable() }))).toEqual(Object.keys(open));
  });

  it("does not compile with text in it, or without an audience", () => {
    // @ts-expect-error: a name, an address or words of people
    event("agents", { name: z.string() });
    // @ts-expect-error: nobody is said to learn of it
    event({ commentId: z.uuid() });
    // @ts-expect-error: a list of what may be anything
    event("everyone", { changes: z.array(z.string()) });
  });

  it("makes a reader say what it does about each type of its part", () => {
    const nothing: Handlers<MailEventType> = {
      test_mail_asked: null,
      mail_released: null,
      suppression_lifted: null,
      reply_accepted: null,
      reply_attached: null,
      mail_made_request: null,
      reply_discarded: null,
    };
    const { mail_released: _, ...rest } = nothing;
    // @ts-expect-error: one type is left out
    const tooFew: Handlers<MailEventType> = rest;
    const wrong: Partial<Handlers<MailEventType>> = {
      // @ts-expect-error: a handler is given the data of its own type, not of another
      mail_released: async (_act, { data }) => void data.cause,
    };
    expect([tooFew, wrong]).toHaveLength(2);
  });

  it("has each type under one noun", () => {
    const all = Object.values(nouns).flatMap(noun => Object.keys(noun));
    expect(all.toSorted()).toEqual(types.toSorted());
  });
});

describe("the audience of an event", () => {
  it("is declared for each type", () => {
    for (const type of types) expect(vocabulary[type].audience.length).toBeGreaterThan(0);
  });

  it("lets customers learn of no type that is for agents, admins or one person", () => {
    const closed: Audience[] = ["agents", "admins", "person"];
    expect(openTypes.filter(type => closed.some(one => vocabulary[type].audience.includes(one)))).toEqual([]);
    expect(openTypes).not.toContain("note_added");
    expect(agentTypes).toContain("note_added");
    expect(agentTypes).not.toContain("mail_released");
    expect(agentTypes).not.toContain("request_muted");
    expect(ownTypes).toContain("request_muted");
    expect(ownTypes).not.toContain("reply_discarded");
    expect([...openTypes, ...typesFor("agents", "admins", "person")].toSorted()).toEqual(types.toSorted());
  });
});

describe("a row of events", () => {
  it("is typed by its type", () => {
    const [event] = readEvents([{ id: 1n, type: "request_assigned", data: { toId: id } }]);
    expect(event?.type === "request_assigned" && event.data.toId).toBe(id);
    expect(event?.id).toBe(1n);
  });

  it("of a type or with data that this release does not know is left out", () => {
    const moved = { move: "start", from: "waiting_for_support", to: "in_progress", resolution: null };
    const rows = [
      { type: "request_exploded", data: {} },
      { type: "toString", data: {} },
      { type: "request_moved", data: { ...moved, to: "exploded" } },
      { type: "comment_edited", data: {} },
      { type: "comment_edited", data: null },
    ];
    expect(readEvents(rows)).toEqual([]);
    expect(readEvents([...rows, { type: "request_moved", data: moved }])).toHaveLength(1);
  });

  it("that the release before wrote is read without the words it kept", () => {
    const rows = [
      { type: "request_assigned", data: { toId: id, toName: "Vera Lind" } },
      { type: "invitation_sent", data: { invitationId: id, email: "ada@people.test", again: true } },
      { type: "participant_removed", data: { name: "Vera Lind" } },
    ];
    expect(readEvents(rows).map(({ data }) => data)).toEqual([
      { toId: id },
      { invitationId: id, again: true },
      {},
    ]);
  });
});

/** Data that fit a schema. */
function sampleOf(schema: z.ZodObject): Record<string, unknown> {
  const valueFor = (field: unknown): unknown => {
    if (field instanceof z.ZodOptional || field instanceof z.ZodNullable) return valueFor(field.unwrap());
    if (field instanceof z.ZodEnum) return field.options[0];
    if (field === move) return "start";
    if (field instanceof z.ZodLiteral) return field.value;
    if (field instanceof z.ZodBoolean) return true;
    if (field instanceof z.ZodISODateTime) return "2026-11-26T09:30:00.000Z";
    return field instanceof z.ZodNumberFormat ? 1 : id;
  };
  const sample = Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => [name, valueFor(field)]),
  );
  expect(schema.safeParse(sample).success).toBe(true);
  return sample;
}
