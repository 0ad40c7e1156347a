// `npm start`: runs on the machine's own Node and needs no dependency, because it is what installs them.
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

// A signal sent to npm, or to the shell that may be in between, never arrives here.
if (process.env.npm_lifecycle_event) endWithNpm();

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  await requirePort();
  await installDependencies();
  const { code } = await run(
    node,
    ["--import", "tsx", join("scripts", "serve.ts"), ...process.argv.slice(2)],
    {
      // The channel tells the other side when this process is gone, even if it was killed outright.
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "scripts", "tsconfig.json") },
    },
  );
  process.exit(code);
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
