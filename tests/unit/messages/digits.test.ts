import { expect, it } from "vitest";
import { dateFormat, relativeFormat } from "@/lib/formats";
import { translatorFor } from "@/lib/messages/translate";
import { numberFormat, sizeFormat } from "@/lib/number-formats";

it.each(["ar", "ar-SA", "ar-EG", "fa", "hi-IN-u-nu-deva", "de-CH"])(
  "dates, numbers and texts have one kind of digits for a reader of %s",
  language => {
    const said = [
      dateFormat({ language, timeZone: "Asia/Riyadh" }, "longDateTime").format(new Date("2026-11-27T12:05Z")),
      numberFormat(language).format(1_234),
      sizeFormat(language, "megabyte").format(12.5),
      relativeFormat(language).format(-3, "day"),
      translatorFor({ language })("mails.lasting.minutes", { count: 30 }),
    ];
    for (const text of said) expect(text).toMatch(/[0-9]/);
    expect(said.join(" ")).not.toMatch(/(?![0-9])\p{Nd}/u);
  },
);
