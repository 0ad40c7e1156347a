import { contrast, hexOfBytes } from "../colours";
import type { Logo } from "../desk-pictures";
import { surfaces } from "./accent";

/** Less, and a picture is lost on its ground. The ratio flatters dark colours on dark. */
const leastContrast = { light: 2, dark: 3 };
/** As much of what is seen may be lost, such as an outline. */
const mostLost = 0.15;

/**
 * Whether a picture without a ground of its own can be seen in both themes, or needs a light or a dark one.
 * @param pixels red, green, blue and alpha of each
 */
export function groundFor(pixels: Uint8Array): Logo["ground"] {
  let [seen, clear, lostOnLight, lostOnDark] = [0, 0, 0, 0];
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha < 32) clear++;
    if (alpha < 128) continue;
    seen++;
    const colour = hexOfBytes(red, green, blue);
    if (contrast(colour, surfaces.light[1]) < leastContrast.light) lostOnLight++;
    if (contrast(colour, surfaces.dark[1]) < leastContrast.dark) lostOnDark++;
  }
  if (seen === 0 || clear <= pixels.length / 4 / 100) return "any";
  if (Math.max(lostOnLight, lostOnDark) <= seen * mostLost) return "any";
  return lostOnDark >= lostOnLight ? "light" : "dark";
}
