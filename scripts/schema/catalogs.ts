import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../settings";
import { writeIfChanged } from "./write";

const folder = join(root, "prisma", "catalogs");
const generated = join(root, "lib", "generated", "catalogs.ts");

/** Writes the catalogs that a desk can begin with as texts, because a server has no files but its own. */
export function generateCatalogs(): void {
  const files = readdirSync(folder).filter(name => name.endsWith(".yaml"));
  const texts = files
    .sort()
    .map(name => [name.replace(".yaml", ""), readFileSync(join(folder, name), "utf8")]);
  writeIfChanged(
    generated,
    `// Made from prisma/catalogs by \`npm run generate\`.
export const catalogFiles = ${JSON.stringify(Object.fromEntries(texts), null, 2)} as const;
`,
  );
}
