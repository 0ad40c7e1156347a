import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { leastContrast, lookOf, plainContrast, surfaces } from "@/lib/desk-settings/accent";
import { root } from "@/scripts/settings";
import { darkPalette, palette } from "@/tailwind.config";

const steps = [0, 51, 102, 153, 204, 255].map(part => part.toString(16).padStart(2, "0"));
const colours = steps.flatMap(r => steps.flatMap(g => steps.map(b => `#${r}${g}${b}`)));

it("text in the accent and on it can be read in both themes, whatever colour was chosen", () => {
  for (const colour of colours)
    for (const theme of ["light", "dark"] as const) {
      const { buttonContrast, linkContrast } = lookOf(colour, theme);
      expect(buttonContrast, `buttons in ${colour}, ${theme}`).toBeGreaterThanOrEqual(leastContrast);
      expect(linkContrast, `links in ${colour}, ${theme}`).toBeGreaterThanOrEqual(leastContrast);
    }
});

it("is computed from the shades and the surfaces that pages have", () => {
  const css = readFileSync(join(root, "app", "globals.css"), "utf8");
  for (const shade of [
    "--accent-fill: oklch(from var(--accent) clamp(0.32, l, 0.5) min(c, 0.19) h);",
    "--accent-hover: oklch(from var(--accent) calc(clamp(0.32, l, 0.5) - 0.055) min(c, 0.18) h);",
    "--accent-text: oklch(from var(--accent) clamp(0.3, l, 0.47) min(c, 0.18) h);",
    "--accent-soft: oklch(from var(--accent) 0.965 min(c * 0.2, 0.022) h);",
    "--accent-fill: oklch(from var(--accent) clamp(0.47, l, 0.51) min(c, 0.17) h);",
    "--accent-hover: oklch(from var(--accent) calc(clamp(0.47, l, 0.51) - 0.045) min(c, 0.16) h);",
    "--accent-text: oklch(from var(--accent) max(l, 0.8) min(c, 0.11) h);",
    "--accent-soft: oklch(from var(--accent) 0.27 min(c * 0.35, 0.035) h);",
  ])
    expect(css).toContain(shade);
  for (const [theme, colours] of [
    ["light", palette],
    ["dark", darkPalette],
  ] as const) {
    const { ground, surface, raised, sunken } = colours;
    expect(new Set(surfaces[theme])).toEqual(new Set([ground, surface, raised, sunken]));
  }
});

it("says of a bright colour that white cannot be read on it", () => {
  expect(plainContrast("#ffd400")).toBeLessThan(2);
  expect(plainContrast("#0f6b5c")).toBeGreaterThan(leastContrast);
});
