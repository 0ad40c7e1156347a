import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Role } from "@/lib/actor";
import { root } from "@/scripts/settings";
import type { Desk } from "./desk";

export async function aPersonOn(desk: Desk, role: Role): Promise<{ email: string; password: string }> {
  const mark = randomBytes(5).toString("hex");
  const email = `${role}-${mark}@people.test`;
  const password = `Violet Kettle ${mark}!`;
  await lodge(
    desk,
    ["person:create", "--email", email, "--name", `Robin ${mark}`, "--role", role, "--password-stdin"],
    password,
  );
  return { email, password };
}

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
