import { describe, expect, it } from "vitest";
import { contrast } from "@/lib/colours";
import { look, night, palette } from "../../../emails/theme";

describe("colours of mails", () => {
  it.each(["#0f6b5c", "#ffd400", "#777777", "#000000", "#ffffff", "#e11d48", "#1e3a8a", "not a colour"])(
    "can be read whatever the accent: %s",
    accent => {
      const day = look(accent);
      for (const tint of [day, day.night]) expect(contrast(tint.onAccent, tint.accent)).toBeGreaterThan(4.5);
      for (const ground of [palette.page, palette.card]) {
        expect(contrast(day.link, ground)).toBeGreaterThanOrEqual(4.5);
      }
      for (const ground of [night.page, night.card, night.soft]) {
        expect(contrast(day.night.link, ground)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it.each([palette, night])(
    "of text stand out from every ground (%#)",
    ({ text, muted, page, card, soft }) => {
      for (const ground of [page, card, soft]) {
        expect(contrast(text, ground)).toBeGreaterThan(7);
        expect(contrast(muted, ground)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});
