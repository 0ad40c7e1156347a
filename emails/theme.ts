import { contrast, luminance } from "@/lib/colours";
import { darkPalette, palette as desk } from "../tailwind.config";

// Mail clients know no CSS variables, so a mail carries plain hex values.
const shades = (from: Record<keyof typeof desk, string>) => ({
  page: from.ground,
  card: from.surface,
  soft: from === desk ? from.ground : from.raised,
  line: from.line,
  text: from.ink,
  muted: from["ink-faint"],
});

export const palette = shades(desk);
export const night = shades(darkPalette);
const plainAccent = "#0f6b5c";

export const sans =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Inter, 'Helvetica Neue', Arial, sans-serif";
export const mono = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

const channels = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16));

function mix(hex: string, target: string, share: number) {
  const goal = channels(target);
  const mixed = channels(hex).map((value, at) => Math.round(value + ((goal[at] ?? value) - value) * share));
  return `#${mixed.map(value => value.toString(16).padStart(2, "0")).join("")}`;
}

/** The colour itself, or the nearest shade of it that stands out enough from the background. */
function standingOut(hex: string, background: string, ratio: number) {
  const target = luminance(background) > 0.18 ? "#000000" : "#ffffff";
  for (let share = 0; share < 1; share += 0.05) {
    const shade = mix(hex, target, share);
    if (contrast(shade, background) >= ratio) return shade;
  }
  return target;
}

// Pure black, because a softer one falls below 4.5:1 on the accents where white just fails.
const textOn = (hex: string) => (contrast("#ffffff", hex) >= 4.5 ? "#ffffff" : "#000000");

export type Look = { accent: string; onAccent: string; link: string };

/** What a desk's accent becomes in a mail by day and by night: always readable, whatever was chosen. */
export function look(accent: string): Look & { night: Look } {
  // It ends up inside a style sheet, so nothing but a hex value passes.
  const chosen = /^#[0-9a-f]{6}$/i.test(accent) ? accent.toLowerCase() : plainAccent;
  const lit = standingOut(chosen, night.card, 3);
  return {
    accent: chosen,
    onAccent: textOn(chosen),
    link: standingOut(chosen, palette.page, 4.5),
    night: { accent: lit, onAccent: textOn(lit), link: standingOut(chosen, night.soft, 4.5) },
  };
}
