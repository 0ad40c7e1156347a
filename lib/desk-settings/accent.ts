import { contrast, hexOf, type Shade, shadeOf } from "../colours";

// What a desk's accent becomes on its pages, as app/globals.css says it, and whether it can be read there.

export const leastContrast = 4.5;

/** What text in the accent lies on, by theme; as in tailwind.config.ts. */
export const surfaces = {
  light: ["#f7f7f5", "#ffffff", "#f0f0ed"],
  dark: ["#0e100f", "#1a1d1b", "#262a27", "#121513"],
} as const;

export type Theme = keyof typeof surfaces;

const within = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most);

const roles = {
  light: ([l, c, h]: Shade) => ({
    fill: [within(0.32, l, 0.5), Math.min(c, 0.19), h] as const,
    hover: [within(0.32, l, 0.5) - 0.055, Math.min(c, 0.18), h] as const,
    text: [within(0.3, l, 0.47), Math.min(c, 0.18), h] as const,
    soft: [0.965, Math.min(c * 0.2, 0.022), h] as const,
  }),
  dark: ([l, c, h]: Shade) => ({
    fill: [within(0.47, l, 0.51), Math.min(c, 0.17), h] as const,
    hover: [within(0.47, l, 0.51) - 0.045, Math.min(c, 0.16), h] as const,
    text: [Math.max(l, 0.8), Math.min(c, 0.11), h] as const,
    soft: [0.27, Math.min(c * 0.35, 0.035), h] as const,
  }),
};

export type AccentLook = {
  /** Of buttons, and of links on a surface. */
  fill: string;
  text: string;
  surface: string;
  /** The least that white text has on buttons, and that links have on whatever they lie on. */
  buttonContrast: number;
  linkContrast: number;
};

/** @param accent a hex colour */
export function lookOf(accent: string, theme: Theme): AccentLook {
  const { fill, hover, text, soft } = roles[theme](shadeOf(accent));
  const [buttons, link] = [[fill, hover].map(hexOf), hexOf(text)];
  const grounds = [...surfaces[theme], hexOf(soft)];
  return {
    fill: hexOf(fill),
    text: link,
    surface: surfaces[theme][1],
    buttonContrast: Math.min(...buttons.map(button => contrast("#ffffff", button))),
    linkContrast: Math.min(...grounds.map(ground => contrast(link, ground))),
  };
}

/** Of white text on the accent as it was chosen, where browsers cannot shade it. */
export const plainContrast = (accent: string): number => contrast("#ffffff", accent);
