import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildIfChanged } from "@/scripts/build";
import { root } from "@/scripts/settings";

const withoutMap = (code: string) => code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "");

test("no code that several groups of routes share is loaded more than once", async () => {
  await buildIfChanged();
  const chunks = join(root, ".next", "server", "chunks");
  const byCode = new Map<string, string[]>();
  for (const name of globSync("**/*.js", { cwd: chunks })) {
    const code = withoutMap(readFileSync(join(chunks, name), "utf8"));
    if (code.length > 1_000) byCode.set(code, [...(byCode.get(code) ?? []), name]);
  }
  expect(byCode.size).toBeGreaterThan(100);
  expect([...byCode.values()].filter(names => names.length > 1)).toEqual([]);
});
