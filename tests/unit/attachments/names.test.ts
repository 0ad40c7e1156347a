import { describe, expect, it } from "vitest";
import { cleanName } from "@/lib/attachments/names";

describe("the name of a file", () => {
  it.each([
    ["report.pdf", "report.pdf"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\ada\\bill.pdf", "bill.pdf"],
    ["a\0b\r\nc.txt", "abc.txt"],
    ["photo\u202egnp.exe", "photognp.exe"],
    ['a<b>c:d"e|f?g*h.txt', "a_b_c_d_e_f_g_h.txt"],
    ["  . spaced  out .txt ", "spaced out.txt"],
    [".htaccess", "file.htaccess"],
    ["", "file"],
    ["..", "file"],
    ["/", "file"],
    [".txt", "file.txt"],
    ["Größe 数.csv", "Größe 数.csv"],
    ["e\u0301.txt", "é.txt"],
    ["\ud800.txt", "file.txt"],
  ])("%j becomes %j", (given, kept) => {
    expect(cleanName(given)).toBe(kept);
  });

  it("is cut before its ending, between letters", () => {
    expect(cleanName(`${"x".repeat(300)}.pdf`)).toBe(`${"x".repeat(116)}.pdf`);
    const smiles = cleanName(`${"😀".repeat(200)}.png`);
    expect(smiles).toMatch(/^(😀)+\.png$/u);
    expect([...smiles]).toHaveLength(120);
  });
});
