import { describe, expect, it } from "vitest";
import { maxListed, readLines } from "@/lib/people/list-lines";
import { decodeList, maxListText } from "@/lib/people/list-text";
import type { Refusal } from "@/lib/refusal";

const choices = { role: "customer", language: "en-GB" } as const;
const read = (text: string) => readLines(text, choices);
const short = (text: string) =>
  read(text).map(({ line, email, role, language, problem }) =>
    [line, email, role, language, problem?.code].filter(one => one !== undefined).join(" "),
  );
const codeOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe("a list of people", () => {
  it("has addresses, roles and languages in that order where nothing names its columns", () => {
    expect(short("Ada@Example.org\nbo@example.org,agent,de\ncy@example.org,ADMIN\n")).toEqual([
      "1 ada@example.org customer en-GB",
      "2 bo@example.org agent de",
      "3 cy@example.org admin en-GB",
    ]);
  });

  it("is read by the titles of its columns, whatever else it holds and in whatever order", () => {
    expect(short('Name;Role;E-Mail\n"Lee; Ada";agent;ada@example.org\n;;bo@example.org\n')).toEqual([
      "2 ada@example.org agent en-GB",
      "3 bo@example.org customer en-GB",
    ]);
    expect(short('email,role\nada@example.org, "agent"\n')).toEqual(["2 ada@example.org agent en-GB"]);
    expect(short('name,email\nAda "Ace" Lee,ada@example.org\n')).toEqual([
      "2 ada@example.org customer en-GB",
    ]);
    expect(short("email\tlanguage\nada@example.org\tpt_br\nbo@example.org\ten\n")).toEqual([
      "2 ada@example.org customer pt-BR",
      "3 bo@example.org customer en-GB",
    ]);
  });

  it("is read in each language of the desk: the titles of its columns, its roles and its languages", () => {
    expect(short("Name;E-Mail-Adresse;Rolle;Sprache\nAda;ada@example.org;Support;Deutsch\n")).toEqual([
      "2 ada@example.org agent de",
    ]);
    expect(short("البريد الإلكتروني;الدور;اللغة\nada@example.org;مشرف;العربية\n")).toEqual([
      "2 ada@example.org admin ar",
    ]);
    expect(short("ada@example.org,Kundin,Englisch\nbo@example.org,عميل,Français\n")).toEqual([
      "1 ada@example.org customer en-GB",
      "2 bo@example.org customer fr",
    ]);
  });

  it("says of each bad line why it is, and goes on with the others", () => {
    const lines = [
      "email,role,language",
      "not an address,agent",
      "ada@example.org,boss",
      "bo@example.org,agent,tlh",
      "cy@example.org",
      "",
      "Cy@example.org,agent",
      ",agent",
      "di@example.org",
    ];
    expect(short(lines.join("\n"))).toEqual([
      "2 not an address agent en-GB invitation_list.no_address",
      "3 ada@example.org customer en-GB invitation_list.no_role",
      "4 bo@example.org agent en-GB invitation_list.no_language",
      "5 cy@example.org customer en-GB",
      "7 cy@example.org agent en-GB invitation_list.twice",
      "8  agent en-GB invitation_list.no_address",
      "9 di@example.org customer en-GB",
    ]);
    expect(read(lines.join("\n"))[4]?.problem?.params).toEqual({ line: 5 });
  });

  it("is refused as a whole where it cannot be read", () => {
    expect(codeOf(() => read("name,phone\nAda,1234\n"))).toBe("invitation_list.no_addresses");
    expect(codeOf(() => read("email,role\n"))).toBe("invitation_list.no_addresses");
    expect(codeOf(() => read('ada@example.org\n"bo@example.org\n'))).toBe("invitation_list.broken");
    const many = Array.from({ length: maxListed + 1 }, (_, at) => `p${at}@example.org`).join("\n");
    expect(codeOf(() => read(many))).toBe("invitation_list.too_many");
    expect(read(many.split("\n").slice(1).join("\n"))).toHaveLength(maxListed);
  });
});

describe("a file of text", () => {
  const words = "email;Größe\nada@example.org;größer\n";

  it.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(words)],
    ["UTF-8 with a mark, as Excel saves it", Buffer.from(`\ufeff${words}`)],
    ["Windows-1252, as Excel saves it otherwise", Buffer.from(words, "latin1")],
    ["UTF-16", Buffer.from(`\ufeff${words}`, "utf16le")],
    ["UTF-16 with the larger byte first", Buffer.from(`\ufeff${words}`, "utf16le").swap16()],
    ["line ends of other systems", Buffer.from(words.replaceAll("\n", "\r\n"))],
  ])("is read in %s", (_, bytes) => {
    expect(decodeList(bytes).replace("\ufeff", "")).toBe(words);
  });

  it("is no workbook, no picture, not empty, and not too long", () => {
    expect(codeOf(() => decodeList(Buffer.from("PK\u0003\u0004xl/workbook.xml")))).toBe(
      "invitation_list.no_text",
    );
    expect(codeOf(() => decodeList(Buffer.from("\u0089PNG\r\n\u001a\n\0\0")))).toBe(
      "invitation_list.no_text",
    );
    expect(codeOf(() => decodeList(Buffer.from(" \r\n")))).toBe("invitation_list.empty");
    expect(codeOf(() => decodeList(Buffer.alloc(maxListText + 1, "a")))).toBe("invitation_list.too_long");
  });
});
