import { expect, it } from "vitest";
import { dateFormat, relativeFormat } from "@/lib/formats";
import { say } from "@/lib/messages/said";
import { translatorFor } from "@/lib/messages/translate";
import { numberFormat, percentFormat, sizeFormat } from "@/lib/number-formats";

it.each(["ar", "ar-SA", "ar-EG", "fa", "hi-IN-u-nu-deva", "de-CH"])(
  "dates, numbers and texts have one kind of digits for a reader of %s",
  language => {
    const said = [
      dateFormat({ language, timeZone: "Asia/Riyadh" }, "longDateTime").format(new Date("2026-11-27T12:05Z")),
      numberFormat(language).format(1_234),
      sizeFormat(language, "megabyte").format(12.5),
      percentFormat(language).format(0.5),
      relativeFormat(language).format(-3, "day"),
      translatorFor({ language })("mails.lasting.minutes", { count: 30 }),
    ];
    for (const text of said) expect(text).toMatch(/[0-9]/);
    expect(said.join(" ")).not.toMatch(/(?![0-9])\p{Nd}/u);
  },
);

it("an hour beside am or pm has no zero in front, and one of 24 has two digits where that is usual", () => {
  const at = new Date("2026-11-27T07:05Z");
  const timeIn = (language: string) => dateFormat({ language, timeZone: "UTC" }, "time").format(at);
  expect(timeIn("ar")).toBe("7:05 ص");
  expect(timeIn("en-US")).toMatch(/^7:05\sAM$/);
  expect([timeIn("de"), timeIn("en-GB")]).toEqual(["07:05", "07:05"]);
});

it("a limit that an answer breaks is told in the reader’s numbers and dates", () => {
  const sayIn = (language: "ar" | "de" | "en", code: "number.min" | "date.max", params: object) =>
    say(translatorFor({ language }), { code: `validation.answer.${code}`, params } as Parameters<
      typeof say
    >[1]);
  expect(sayIn("de", "number.min", { min: { figure: 1000.5 } })).toBe(
    "Bitte geben Sie mindestens 1.000,5 ein.",
  );
  expect(sayIn("en", "number.min", { min: { figure: 0.0005 } })).toBe("Please enter 0.0005 or more.");
  expect(sayIn("de", "date.max", { max: { day: "2026-11-27" } })).toContain("27. November 2026");
  expect(sayIn("ar", "date.max", { max: { day: "2026-11-27T14:30" } })).toContain("27 نوفمبر 2026");
});
