import type { Config } from "tailwindcss";
import type { PluginAPI } from "tailwindcss/plugin";
import { modeStyles } from "./lib/desk/modes";

/** Every neutral and status colour of the desk, for light. Emails, which know no variables, import these. */
export const palette = {
  ground: "#f7f7f5",
  surface: "#ffffff",
  raised: "#ffffff",
  sunken: "#f0f0ed",
  line: "#e5e5e0",
  "line-strong": "#868881",
  ink: "#1a1c1a",
  "ink-soft": "#4c4f4b",
  "ink-faint": "#666964",
  good: "#17683a",
  "good-soft": "#e6f4ea",
  "good-line": "#b5dcc2",
  warn: "#8a4b00",
  "warn-soft": "#fdf0dc",
  "warn-line": "#f0cf9c",
  bad: "#b0241c",
  "bad-soft": "#fdecea",
  "bad-line": "#f3c3be",
  info: "#1d5bb8",
  "info-soft": "#e8f0fc",
  "info-line": "#bcd3f4",
  note: "#6b5200",
  "note-soft": "#fff8e0",
  "note-line": "#d2a92c",
};

type Palette = Record<keyof typeof palette, string>;

export const darkPalette: Palette = {
  ground: "#0e100f",
  surface: "#1a1d1b",
  raised: "#262a27",
  sunken: "#121513",
  line: "#303531",
  "line-strong": "#747972",
  ink: "#eef0ed",
  "ink-soft": "#b9bdb6",
  "ink-faint": "#979c94",
  good: "#74d69a",
  "good-soft": "#14281c",
  "good-line": "#28533a",
  warn: "#f3b765",
  "warn-soft": "#2d2110",
  "warn-line": "#5f4620",
  bad: "#ff9b92",
  "bad-soft": "#341917",
  "bad-line": "#6b322d",
  info: "#93bdfb",
  "info-soft": "#162338",
  "info-line": "#2b4875",
  note: "#efcf63",
  "note-soft": "#242010",
  "note-line": "#846c1f",
};

// Made from the accent setting at run time, in app/globals.css.
const fromAccent = [
  "accent",
  "accent-hover",
  "accent-ink",
  "accent-text",
  "accent-soft",
  "accent-line",
  "bar",
  "bar-raised",
  "bar-line",
  "bar-ink",
  "bar-soft",
] as const;

const names = [...(Object.keys(palette) as (keyof typeof palette)[]), ...fromAccent];
const variable = (name: string) => (name === "accent" ? "var(--accent-fill)" : `var(--${name})`);
const declare = (colours: Palette) =>
  Object.fromEntries(Object.entries(colours).map(([name, value]) => [`--${name}`, value]));

export default {
  content: [],
  theme: {
    extend: {
      colors: Object.fromEntries(names.map(name => [name, variable(name)])),
      fontFamily: {
        sans: ["var(--font-inter-ext)", "var(--font-inter)", "ui-sans-serif", "system-ui", "sans-serif"],
        mono: ["ui-monospace", "SF Mono", "Cascadia Code", "Menlo", "Consolas", "monospace"],
      },
      boxShadow: {
        rest: "0 1px 2px rgb(var(--shade) / 0.05)",
        lift: "0 1px 2px rgb(var(--shade) / 0.05), 0 6px 16px -4px rgb(var(--shade) / 0.1)",
        float: "0 2px 6px rgb(var(--shade) / 0.06), 0 16px 40px -8px rgb(var(--shade) / 0.22)",
      },
    },
  },
  plugins: [
    ({ addBase }: PluginAPI) => {
      addBase({
        ":root": declare(palette),
        "@media (prefers-color-scheme: dark)": { ":root": declare(darkPalette) },
      });
      addBase(modeStyles());
    },
  ],
} satisfies Config;
