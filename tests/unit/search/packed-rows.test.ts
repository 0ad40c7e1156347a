import fc from "fast-check";
import { expect, it } from "vitest";
import { packRows, unpackRows } from "@/components/search/packed-rows";

type Row = { reference: string; type?: string; isUnread?: true; time?: [string, string] };

const rows = fc.array(
  fc.record(
    {
      reference: fc.oneof(fc.string({ minLength: 1 }), fc.constant("one\ntwo")),
      type: fc.constantFrom("Incident", "Question"),
      isUnread: fc.constant(true as const),
      time: fc.tuple(fc.string(), fc.string()),
    },
    { requiredKeys: ["reference"], noNullPrototype: true },
  ),
);

it("what is packed comes back as it was, also by way of JSON", () => {
  fc.assert(
    fc.property(rows, (told: Row[]) => {
      const packed = packRows(told);
      expect(unpackRows(packed)).toEqual(told);
      expect(unpackRows(JSON.parse(JSON.stringify(packed)))).toEqual(told);
    }),
  );
});

it("what is absent is left out", () => {
  const packed = packRows<Row>([{ reference: "LDG-1", type: "", isUnread: false, time: null }]);
  expect(packed).toEqual({ count: 1, fields: { reference: ["LDG-1"] } });
});

it("a field is named once, what several rows say is said once, and texts are lines of one", () => {
  const told: Row[] = [
    { reference: "LDG-1", type: "Incident" },
    { reference: "LDG-2", type: "Question", isUnread: true },
    { reference: "LDG-3", type: "Incident" },
  ];
  expect(packRows(told)).toEqual({
    count: 3,
    fields: {
      reference: ["LDG-1\nLDG-2\nLDG-3"],
      type: ["Incident\nQuestion", "1 2 1"],
      isUnread: [[true], "0 1 0"],
    },
  });
});
