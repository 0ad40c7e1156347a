import { execFile } from "node:child_process";
import { join } from "node:path";
import { root } from "@/scripts/settings";
import type { Desk } from "./desk";

export function lodge(desk: Pick<Desk, "settings">, args: string[], input = ""): Promise<string> {
  const env = { ...process.env, ...desk.settings, TSX_TSCONFIG_PATH: join(root, "scripts", "tsconfig.json") };
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", join(root, "scripts", "lodge.ts"), ...args],
      { cwd: root, env },
      (error, printed) => (error ? reject(error) : resolve(printed)),
    );
    child.stdin?.end(`${input}\n`);
  });
}
