// `npm test`: runs on the machine's Node without dependencies, because it installs them.
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installDependencies, node, requireNode } from "./install.mjs";
import { run } from "./run.mjs";

requireNode();
const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

try {
  await installDependencies();
  const { code } = await run(
    node,
    ["--import", "tsx", join("scripts", "test", "run.ts"), ...process.argv.slice(2)],
    {
      env: {
        ...process.env,
        PATH: [dirname(node), process.env.PATH].join(delimiter),
        TSX_TSCONFIG_PATH: join(root, "scripts", "tsconfig.json"),
      },
    },
  );
  process.exit(code);
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  console.log("0 passed, 1 failed");
  process.exit(1);
}
