import { writeFileSync } from "node:fs";
import { report } from "./progress";
import { demoPeople } from "./settings";

const parts: Record<string, () => Promise<void>> = {
  async catalog() {
    const { loadFirstCatalog, loadFirstHelp } = await import("@/prisma/set-up");
    await loadFirstCatalog();
    await loadFirstHelp();
  },
  async link() {
    const { makeLink } = await import("./set-up");
    process.stdout.write(await makeLink());
  },
  async story() {
    const { tellStory } = await import("@/prisma/story");
    writeFileSync(demoPeople, `${JSON.stringify(await tellStory(), null, 2)}\n`, { mode: 0o600 });
  },
};

const part = parts[process.argv[2] ?? ""];
if (!part) throw new Error(`load.ts takes one of: ${Object.keys(parts).join(", ")}`);
try {
  await part();
} catch (error) {
  report(error);
  process.exit(1);
}
process.exit(0);
