import { describe, expect, it } from "vitest";
import { imitatesDesk } from "@/lib/accounts/reserved-names";

describe("a customer's name", () => {
  it.each([
    "Support",
    "SUPPORT TEAM",
    "Lodge",
    "The Lodge Desk",
    "Anna (Support)",
    "Anna | Lodge support",
    "Help Desk",
    "Helpdesk",
    "Service-Desk",
    "LodgeSupport",
    "S u p p o r t",
    "S.u.p.p.o.r.t",
    "Ѕuрроrt",
    "ЅUРРОRТ",
    "Suppоrt",
    "Ｓｕｐｐｏｒｔ",
    "𝐒𝐮𝐩𝐩𝐨𝐫𝐭",
    "Ⓢⓤⓟⓟⓞⓡⓣ",
    "🅂🅄🄿🄿🄾🅁🅃",
    "🆂🆄🅿🅿🅾🆁🆃",
    "Súppört",
    "S̶u̶p̶p̶o̶r̶t̶",
    "Supp0rt",
    "$upport",
    "ADMlN",
    "Adm1n",
    "Аdmіn",
    "administrator",
    "Official Anna",
    "Staff",
    "Moderator",
    "Lоdge",
    "L0dge",
  ])("is not the desk's: %s", name => expect(imitatesDesk(name, "Lodge")).toBe(true));

  it.each([
    "Anna Supporter",
    "Priya Nair",
    "Agentha Miller",
    "Stafford Lodgeman",
    "Adminović",
    "Ольга Петрова",
    "李小龍",
    "علی‌رضا",
    "Robin 12",
    "O’Brien-Smith",
    "Desk Jones",
    "Helen Service",
  ])("may be any other: %s", name => expect(imitatesDesk(name, "Lodge")).toBe(false));

  it("is compared with the name that the desk was given, in any script", () => {
    expect(imitatesDesk("Acme Hilfe", "Acme Hilfe")).toBe(true);
    expect(imitatesDesk("AcmeHilfe Anna", "Acme Hilfe")).toBe(true);
    expect(imitatesDesk("Acme Anna", "Acme Hilfe")).toBe(false);
    expect(imitatesDesk("Поддержка", "Поддержка")).toBe(true);
    expect(imitatesDesk("Anna", "***")).toBe(false);
  });
});
