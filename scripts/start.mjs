// `npm start`: runs on the machine's Node without dependencies, because it installs them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installDependencies, node, requireNode } from "./install.mjs";
import { endWithNpm } from "./npm.mjs";
import { requirePort } from "./port.mjs";
import { run } from "./run.mjs";

requireNode();
const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

// Signals sent to npm, or to a shell in between, do not arrive here.
if (process.env.npm_lifecycle_event) endWithNpm();

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  await requirePort();
  await installDependencies();
  const { code } = await run(
    node,
    ["--import", "tsx", join("scripts", "serve.ts"), ...process.argv.slice(2)],
    {
      // The IPC channel tells the child when this process is gone, even from a kill.
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "scripts", "tsconfig.json") },
    },
  );
  process.exit(code);
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
