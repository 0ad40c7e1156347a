import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readReplyAddress, replyAddress } from "@/lib/rendering/reply-address";
import { replySettings } from "../../support/raw-mail";
import { setSettings } from "../../support/settings";

beforeAll(() => setSettings(replySettings));

const token = fc.record({ number: fc.integer({ min: 1, max: 2_147_483_647 }), personId: fc.uuid() });

describe("the address for replies", () => {
  it("says which request and whose answer, in whatever case it comes back", () => {
    fc.assert(
      fc.property(token, one => {
        expect(readReplyAddress(replyAddress(one))).toEqual(one);
        expect(readReplyAddress(replyAddress(one).toUpperCase())).toEqual(one);
      }),
    );
  });

  it("fits every mail server: small letters and digits, no more than 64 before the @", () => {
    fc.assert(
      fc.property(token, one => {
        const [local = ""] = replyAddress(one).split("@");
        expect(local).toMatch(/^reply\+[a-z2-7]+$/);
        expect(local.length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it("is not ours any more with any letter changed", () => {
    fc.assert(
      fc.property(token, fc.nat(), fc.nat({ max: 30 }), (one, place, shift) => {
        const [local = "", domain] = replyAddress(one).split("@");
        const letters = "abcdefghijklmnopqrstuvwxyz234567";
        const at = 6 + (place % (local.length - 6));
        const other = letters[(letters.indexOf(local[at] ?? "") + 1 + shift) % 32];
        const changed = `${local.slice(0, at)}${other}${local.slice(at + 1)}@${domain}`;
        expect(readReplyAddress(changed)).toBe("forged");
      }),
    );
  });

  it("of one person is not that of another, nor of another request", () => {
    const [personId, other] = [randomUUID(), randomUUID()];
    const all = [1, 2].flatMap(number => [personId, other].map(id => replyAddress({ number, personId: id })));
    expect(new Set(all).size).toBe(4);
  });

  it("is told from what was made up and from what is no such address", () => {
    expect(readReplyAddress("reply+@reply.lodge.test")).toBe("forged");
    expect(readReplyAddress("reply+AAAA@reply.lodge.test")).toBe("forged");
    expect(readReplyAddress(`reply+${"a".repeat(56)}@reply.lodge.test`)).toBe("forged");
    for (const text of [
      "",
      "reply@reply.lodge.test",
      "desk@lodge.test",
      "reply+a@elsewhere.test",
      "reply+a@reply.lodge.test@x",
    ])
      expect(readReplyAddress(text)).toBeNull();
  });
});
