import { afterEach, expect, it, vi } from "vitest";
import { messages } from "@/lib/generated/messages";
import { translatorOf } from "@/lib/messages/translate";

const german: Partial<Record<string, string>> = messages.de;
const code = "accounts.start_page";
const { [code]: written } = german;
const output = vi.spyOn(process.stdout, "write");

afterEach(() => {
  german[code] = written;
  output.mockRestore();
});

it("a text that nobody has translated is said in English, and reported once", () => {
  delete german[code];
  output.mockReturnValue(true);
  const t = translatorOf("de", {});
  const again = translatorOf("de", {});
  expect([t(code), t(code), again(code)]).toEqual(Array(3).fill("To the start page"));
  expect(t("accounts.log_in")).toBe("Anmelden");
  const reported = output.mock.calls.map(([line]) => String(line)).filter(line => line.includes("missing"));
  expect(reported).toHaveLength(1);
  expect(JSON.parse(reported[0] ?? "")).toMatchObject({ language: "de", code, level: "info" });
});
