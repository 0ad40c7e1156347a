import { describe, expect, it } from "vitest";
import { pageOf, readCursor, writeCursor } from "@/lib/cursor";
import { readSettings } from "@/lib/env";
import { numberOf, referenceOf } from "@/lib/requests/reference";
import { returnPath } from "@/lib/session/return-path";
import { setSettings, testSettings } from "../support/settings";

describe("where one goes after logging in", () => {
  it.each(["/requests/LDG-1001", "/requests?show=open#x", "/"])("is kept on this desk: %s", path =>
    expect(returnPath(path)).toBe(path),
  );

  it.each([
    "https://evil.test",
    "/..//evil.test",
    "/%2e%2e//evil.test",
    "/a/..//evil.test",
    "//evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "javascript:alert(1)",
    "/\t/evil.test",
    "/\n/evil.test",
    "evil.test",
    "",
    "/x\\..\\evil",
    `/${"x".repeat(2_001)}`,
    undefined,
    null,
    7,
    ["/a"],
  ])("never leads elsewhere: %j", wish => expect(returnPath(wish)).toBe("/"));
});

describe("a place in a list", () => {
  it("comes back as it was written", () => {
    const cursor = { at: new Date(1_795_000_000_123), id: "01a20ad9-6e93-73bb-9106-c8f058b8bcd6" };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it.each([undefined, "", "x", "1.2.3", "99999999999999999.01a20ad9-6e93-73bb-9106-c8f058b8bcd6"])(
    "is nothing when it is nonsense: %j",
    text => expect(readCursor(text)).toBeNull(),
  );
});

describe("a page of a list", () => {
  it.each([
    [[], [], null],
    [[1], [1], null],
    [[1, 2], [1, 2], null],
    [[1, 2, 3], [1, 2], "after 2"],
  ])("of rows read up to one more than it shows, %j, goes on where it ends", (rows, page, next) =>
    expect(pageOf<number>(rows, 2, last => `after ${last}`)).toEqual({ page, next }),
  );
});

describe("a reference", () => {
  it("is read in any case and nothing else is", () => {
    expect(numberOf(referenceOf(1042, { referencePrefix: "LDG" }))).toBe(1042);
    expect(numberOf("ldg-1042")).toBe(1042);
    for (const nonsense of [
      "LDG-01",
      "LDG-1.5",
      "LDG--1",
      "1042",
      "L-1042",
      "7X-1042",
      "LDG-1042 ",
      "LDG-A-1",
    ])
      expect(numberOf(nonsense)).toBeNull();
  });

  it("keeps naming its request after the prefix has changed", () => {
    expect(numberOf("OLD-1042")).toBe(1042);
    expect(numberOf("old2-1042")).toBe(1042);
  });
});

describe("the settings", () => {
  const reading = (wishes: Partial<typeof testSettings>) => {
    setSettings({ ...testSettings, ...wishes });
    try {
      return readSettings();
    } finally {
      setSettings(testSettings);
    }
  };

  it("are each told of on a line of their own when they are wrong", () => {
    const read = () =>
      reading({
        DESK_ACCENT: "green",
        MAIL_TRANSPORT: "pigeon",
        REOPEN_DAYS: "0",
        DATABASE_URL: "mysql://x",
        DATABASE_PREPARED: "sometimes",
      });
    expect(read).toThrow(/DESK_ACCENT.*colour/);
    expect(read).toThrow(/MAIL_TRANSPORT must be local, smtp or resend/);
    expect(read).toThrow(/REOPEN_DAYS/);
    expect(read).toThrow(/DATABASE_URL must start with postgresql/);
    expect(read).toThrow(/DATABASE_PREPARED must be auto, on or off/);
  });

  it("take the address of a virus scanner, and nothing that leads nowhere", () => {
    expect(reading({ CLAMD_ADDRESS: "clamd.example.org:3310" }).CLAMD_ADDRESS?.host).toBe(
      "clamd.example.org:3310",
    );
    for (const address of ["http://clamd", "clamd:", "clamd:99999", "two words"])
      expect(() => reading({ CLAMD_ADDRESS: address })).toThrow(/CLAMD_ADDRESS looks like/);
  });

  it("take no missing, short or sample secret", () => {
    for (const secret of [
      "",
      "short",
      "change-me-change-me-change-me-change-me",
      "example-secret-example-secret-example",
    ])
      expect(() => reading({ NEXTAUTH_SECRET: secret })).toThrow(/NEXTAUTH_SECRET/);
  });

  it("take an address with a path, a query or a user for no address of a desk", () => {
    for (const address of [
      "https://example.org/desk",
      "https://example.org/?a=1",
      "https://example.org/#a",
      "https://me@example.org",
    ])
      expect(() => reading({ APP_URL: address })).toThrow(/APP_URL must end after the host/);
    for (const address of ["https://example.org", "https://example.org/", "http://example.org:8080"])
      expect(reading({ APP_URL: address }).APP_URL).toBe(new URL(address).origin);
  });

  it("open the local mailbox only to an operator who says so", () => {
    expect(() => reading({ LOCAL_MAILBOX: "" })).toThrow(/MAIL_TRANSPORT is local: no email would leave/);
    expect(() => reading({ LOCAL_MAILBOX: "no" })).toThrow(/LOCAL_MAILBOX must be allowed, or absent/);
    expect(reading({ LOCAL_MAILBOX: "allowed" }).MAIL_TRANSPORT).toBe("local");
  });

  it("let no mail leave in the name of a machine that nobody can answer", () => {
    for (const MAIL_FROM of ["", "Lodge <desk@localhost>", "desk@mail.localhost", "Lodge", "desk@localhost "])
      expect(() => reading({ MAIL_TRANSPORT: "smtp", SMTP_URL: "smtp://localhost:25", MAIL_FROM })).toThrow(
        /MAIL_FROM must be an address at your own domain/,
      );
    const MAIL_FROM = "Lodge <desk@example.org>";
    expect(reading({ MAIL_TRANSPORT: "smtp", SMTP_URL: "smtp://localhost:25", MAIL_FROM }).MAIL_FROM).toBe(
      MAIL_FROM,
    );
  });

  it("turn the worker off only where a scheduler can do its work", () => {
    expect(() => reading({ WORKER: "off", CRON_SECRET: "" })).toThrow(/CRON_SECRET is needed when WORKER/);
    expect(reading({ WORKER: "off" }).WORKER).toBe("off");
    expect(reading({ WORKER: "inside", CRON_SECRET: "" }).WORKER).toBe("inside");
  });

  it("ask for what a mail transport needs", () => {
    expect(() => reading({ MAIL_TRANSPORT: "smtp" })).toThrow(/SMTP_URL is needed/);
    expect(() => reading({ MAIL_TRANSPORT: "resend" })).toThrow(/RESEND_API_KEY is needed/);
    expect(reading({ MAIL_TRANSPORT: "smtp", SMTP_URL: "smtp://localhost:25" }).MAIL_TRANSPORT).toBe("smtp");
  });
});
