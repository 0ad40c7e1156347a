import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { iconHref, iconNamed } from "@/lib/icons";
import { sprite } from "@/lib/sprite";

const version = /\?(\w+)#/.exec(iconHref("plus"))?.[1] ?? "none";

it("all icons are in one file, whose address changes with it", () => {
  expect(sprite.match(/<symbol id="[\w-]+"/g)?.length).toBeGreaterThan(40);
  expect(sprite).toContain(`<symbol id="${/#(.+)/.exec(iconHref("bell-off"))?.[1]}"`);
  expect(createHash("sha256").update(sprite).digest("hex")).toMatch(new RegExp(`^${version}`));
});

it("an icon that the catalog names and nobody drew is a plain page", () => {
  expect(iconNamed("bug")).toBe("bug");
  expect(iconNamed("no-such-icon")).toBe("file-text");
});

it("the catalogs to begin with name icons that there are", () => {
  const files = globSync("prisma/catalogs/*.yaml").map(path => readFileSync(path, "utf8"));
  const named = [...files.join("").matchAll(/\bicon: ([\w-]+)/g)];
  expect(named.length).toBeGreaterThan(5);
  for (const [, icon = ""] of named) expect(iconNamed(icon)).toBe(icon);
});
