import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./settings";

const running = new Set<ChildProcess>();

/** @returns the exit code (null after a signal) and the output */
export function runNode(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", chunk => printed.push(chunk));
    child.once("error", reject);
    child.once("close", code => {
      running.delete(child);
      resolve({ code, output: Buffer.concat(printed).toString().trim() });
    });
  });
}

export function runScript(
  name: string,
  args: string[] = [],
  env: Record<string, string> = {},
): ReturnType<typeof runNode> {
  const config = { TSX_TSCONFIG_PATH: join(root, "scripts", "tsconfig.json") };
  return runNode(["--import", "tsx", join(root, "scripts", name), ...args], { ...env, ...config });
}

export function endChildren(): void {
  for (const child of running) child.kill("SIGTERM");
}
