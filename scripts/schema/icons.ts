import { createHash } from "node:crypto";
import { join } from "node:path";
import type { LucideIconData } from "lucide-react";
import { lucideIcons, ownIcons } from "@/components/ui/icon-sources";
import { root } from "../settings";
import { writeIfChanged } from "./write";

const strokes =
  'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';

/** Draws all icons into one sprite, and writes it beside their names and its version. */
export async function generateIcons(): Promise<void> {
  const lucides = await Promise.all(
    Object.entries(lucideIcons).map(async ([name, file]) => symbol(name, 24, await shapesOf(file), strokes)),
  );
  const own = Object.entries(ownIcons).map(([name, [size, shapes]]) => symbol(name, size, shapes));
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${[...lucides, ...own].join("")}</svg>`;
  const version = createHash("sha256").update(sprite).digest("hex").slice(0, 6);
  const names = [...Object.keys(lucideIcons), ...Object.keys(ownIcons)];
  const made = "// Made from components/ui/icon-sources.ts by `npm run generate`.\n";
  writeIfChanged(
    join(root, "lib", "generated", "icons.ts"),
    `${made}export const version = "${version}";\nexport const names = ${JSON.stringify(names, null, 2)} as const;\n`,
  );
  writeIfChanged(
    join(root, "lib", "generated", "sprite.ts"),
    `${made}export const sprite = ${JSON.stringify(sprite)};\n`,
  );
}

const symbol = (name: string, size: number, shapes: string, attributes?: string) =>
  `<symbol id="${name}" viewBox="0 0 ${size} ${size}"${attributes ? ` ${attributes}` : ""}>${shapes}</symbol>`;

async function shapesOf(file: string): Promise<string> {
  // The module exports its drawing, but its types omit it; an alias has none.
  const { __iconData } = (await import(`lucide-react/icons/${file}`)) as { __iconData?: LucideIconData };
  if (!__iconData) throw new Error(`Lucide has no icon ${file}.`);
  return __iconData.node
    .map(([tag, { key: _, ...attributes }]) => {
      const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
      return `<${tag}${written.join("")}/>`;
    })
    .join("");
}
