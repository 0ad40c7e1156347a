import { join } from "node:path";
import { root } from "../settings";
import { writeIfChanged } from "./write";

const generated = join(root, "lib", "generated", "middleware-texts.ts");
const codes = ["gate.too_much", "refusals.origin.foreign"];

/** Writes what the middleware says: it is loaded apart from the server, and would bring along all other messages. */
export function generateMiddlewareTexts(messages: Record<string, string>): void {
  const texts = Object.fromEntries(codes.map(code => [code, messages[code]]));
  writeIfChanged(
    generated,
    `// Made from lib/messages by \`npm run generate\`.
export const middlewareTexts = ${JSON.stringify(texts, null, 2)} as const;
`,
  );
}
