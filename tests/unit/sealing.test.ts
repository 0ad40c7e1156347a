import { expect, it } from "vitest";
import { seal, unseal } from "@/lib/crypto";

it("what was sealed is read with the same purpose and context, and not a letter of it otherwise", () => {
  const text = "a link, an umläut and 𝕬";
  const sealed = seal("mail", "1 set_password ada@acme.test", text);
  expect(unseal("mail", "1 set_password ada@acme.test", sealed)).toBe(text);
  expect(sealed).not.toBe(seal("mail", "1 set_password ada@acme.test", text));
  const bytes = Buffer.from(sealed, "base64url");
  const bent = [0, 12, 28, bytes.length - 1].map(at =>
    Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))).toString("base64url"),
  );
  for (const open of [
    () => unseal("session", "1 set_password ada@acme.test", sealed),
    () => unseal("mail", "2 set_password ada@acme.test", sealed),
    () => unseal("mail", "1 set_password ada@acme.test", sealed.slice(0, 30)),
    () => unseal("mail", "1 set_password ada@acme.test", ""),
    ...bent.map(one => () => unseal("mail", "1 set_password ada@acme.test", one)),
  ])
    expect(open).toThrow();
});
