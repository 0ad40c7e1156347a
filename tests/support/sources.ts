import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { root } from "@/scripts/settings";

export type Import = {
  /** The imported file, from the project's root, or the package's name. */
  to: string;
  isFile: boolean;
  /** A type-only import, which loads nothing. */
  isType: boolean;
};
export type Source = { path: string; text: string; imports: Import[] };

const code = /\.(ts|tsx|mjs)$/;
const folders = ["app", "bench", "components", "emails", "lib", "prisma", "scripts", "tests"];

export function readSources(): Source[] {
  const top = readdirSync(root).filter(name => code.test(name) && name !== "next-env.d.ts");
  const deep = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(name =>
      join(folder, name).replaceAll("\\", "/"),
    ),
  );
  return [...top, ...deep]
    .filter(path => code.test(path) && !path.startsWith("lib/generated/"))
    .sort()
    .map(path => {
      const text = readFileSync(join(root, path), "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}

export function readFolders(): string[] {
  return folders.flatMap(folder => [
    folder,
    ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll("\\", "/"),
      )
      .filter(path => !path.startsWith("lib/generated")),
  ]);
}

const fromClause = /^[ \t]*(?:import|export)\s+(type\s)?([\w$*{},\s]*?)\s*from\s*"([^"]+)"/gm;
const bare = /^[ \t]*import\s+"([^"]+)"/gm;
const later = /(?<!typeof )\bimport\(\s*"([^"]+)"\s*\)/g;

function importsOf(path: string, text: string): Import[] {
  const found = [...text.matchAll(fromClause)].map(([, type, names = "", specifier = ""]) =>
    resolve(path, specifier, Boolean(type) || areTypes(names)),
  );
  const loaded = [...text.matchAll(bare), ...text.matchAll(later)];
  return [...found, ...loaded.map(([, specifier = ""]) => resolve(path, specifier, false))];
}

function areTypes(names: string): boolean {
  const listed = /^\{(.*)\}$/s
    .exec(names.trim())?.[1]
    ?.split(",")
    .filter(name => name.trim());
  return Boolean(listed?.length) && (listed ?? []).every(name => /^\s*type\s/.test(name));
}

function resolve(path: string, specifier: string, isType: boolean): Import {
  const target = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? normalize(join(dirname(path), specifier)).replaceAll("\\", "/")
      : null;
  if (target === null) return { to: specifier, isFile: false, isType };
  const file = ["", ".ts", ".tsx", ".mjs"]
    .map(end => target + end)
    .find(name => existsSync(join(root, name)));
  return { to: file ?? target, isFile: true, isType };
}
