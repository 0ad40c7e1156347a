import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contrast, hexOf } from "@/lib/colours";
import { TagColour } from "@/lib/generated/enums";
import { root } from "@/scripts/settings";

const css = readFileSync(join(root, "components", "tags", "tags.css"), "utf8");
const degreesOf = (colour: string) =>
  Number(new RegExp(`&\\.${colour} \\{\\s+--hue: (\\d+);`).exec(css)?.[1]);

describe("the colours of tags", () => {
  it.each(Object.values(TagColour))("can be read by day and by night: %s", colour => {
    const degrees = degreesOf(colour);
    expect(degrees).toBeGreaterThan(0);
    const hue = (degrees * Math.PI) / 180;
    // As tags.css has them.
    for (const numbers of ["0.93", "0.045", "0.4 0.09", "0.33", "0.9 0.05"]) expect(css).toContain(numbers);
    const strength = colour === "grey" ? 0.006 : 0.045;
    expect(css.match(/--ink: /g)).toHaveLength(2);
    expect(contrast(hexOf([0.4, 0.09, hue]), hexOf([0.93, strength, hue]))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(hexOf([0.9, 0.05, hue]), hexOf([0.33, strength, hue]))).toBeGreaterThanOrEqual(4.5);
  });
});
