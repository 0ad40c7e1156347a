import { describe, expect, it } from "vitest";
import { readVerdict } from "@/lib/inbound/verdict";

const results = (...values: string[]) => values.map(value => ({ name: "authentication-results", value }));

describe("Exchange Online, which names no server", () => {
  const genuine =
    "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=acme.test; dkim=pass (signature was verified) header.d=acme.test;dmarc=pass action=none header.from=acme.test;compauth=pass reason=100";
  const read = (...values: string[]) => readVerdict(results(...values), "exchange-online", "acme.test");

  it("is believed where the operator says that mail comes from it", () => {
    expect(read(genuine)).toBe("pass");
    expect(readVerdict(results(genuine), "mx.lodge.test", "acme.test")).toBe("missing");
  });

  it("refuses what it refuses", () => {
    expect(read(genuine.replace("dmarc=pass", "dmarc=fail"))).toBe("fail");
    expect(read("spf=pass smtp.mailfrom=evil.test; dkim=none; dmarc=none")).toBe("fail");
    expect(read(genuine.replace("header.from=acme.test", "header.from=evil.test"))).toBe("fail");
  });

  it("is believed in its topmost header only: those below it may be the sender's", () => {
    expect(read("spf=fail smtp.mailfrom=acme.test; dmarc=fail header.from=acme.test", genuine)).toBe("fail");
    // Another server has written on top of it: nobody knows what the one below is worth.
    expect(read("mx.elsewhere.test; dmarc=pass header.from=acme.test", genuine)).toBe("missing");
    expect(read("mx.elsewhere.test; dmarc=pass header.from=acme.test")).toBe("missing");
    expect(read()).toBe("missing");
  });
});

describe("Amazon SES, which puts SPF's sender behind a semicolon", () => {
  const read = (value: string) =>
    readVerdict(results(`amazonses.com; ${value}`), "amazonses.com", "acme.test");
  const spf =
    "spf=pass (spfCheck: domain of acme.test designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1; envelope-from=ada@acme.test; helo=mail.acme.test;";

  it("is believed about the domain that sent it", () => {
    expect(read(spf)).toBe("pass");
    expect(read(`${spf} dkim=none; dmarc=none header.from=acme.test;`)).toBe("pass");
    expect(read(spf.replace("envelope-from=ada@acme.test", "envelope-from=ada@evil.test"))).toBe("fail");
    expect(read(spf.replace("spf=pass", "spf=fail"))).toBe("fail");
    expect(read(`${spf} dmarc=fail header.from=acme.test;`)).toBe("fail");
  });

  it("is not believed where two senders are named, or where one belongs to something else", () => {
    expect(read(spf.replace("helo=", "envelope-from=x@evil.test; helo="))).toBe("fail");
    expect(read("spf=pass client-ip=192.0.2.1; dkim=none; envelope-from=ada@acme.test;")).toBe("fail");
    expect(read('spf=pass client-ip=1; envelope-from="x; envelope-from=ada@acme.test"@evil.test;')).toBe(
      "fail",
    );
  });

  it("alone writes so: of any other server the words count that the standard names", () => {
    expect(readVerdict(results(`mx.lodge.test; ${spf}`), "mx.lodge.test", "acme.test")).toBe("fail");
  });
});
