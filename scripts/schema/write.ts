import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../settings";

/** @param name of a file that `lib/messages` is made into */
export const writeGenerated = (name: string, source: string): void =>
  writeIfChanged(
    join(root, "lib", "generated", `${name}.ts`),
    `// Made from lib/messages by \`npm run generate\`.\n${source}\n`,
  );

/** Leaves a file alone that is as it should be, so that nothing is built again because of it. */
export function writeIfChanged(path: string, text: string): void {
  if (readOr(path) !== text) writeFileSync(path, text);
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
