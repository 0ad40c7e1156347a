import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Trouble } from "./progress";

/** Longer than any page may take: a large desk is made in one transaction. */
const seconds = 300;

/** Returns the file's text where no file is named. */
export async function exportConfig(file?: string, only?: string): Promise<string> {
  const [{ exportDesk }, { sectionNames }, { perform }, { operator }] = await Promise.all([
    import("@/lib/desk-file/export"),
    import("@/lib/desk-file/sections"),
    import("@/lib/entry/perform"),
    import("@/lib/actor"),
  ]);
  const names = only?.split(",").map(name => {
    const known = sectionNames.find(one => one === name.trim());
    if (!known) throw new Trouble(`There is no section "${name}". There are: ${sectionNames.join(", ")}.`);
    return known;
  });
  const text = await perform(operator, act => exportDesk(act, names), undefined, { seconds });
  if (file === undefined) return text.trimEnd();
  await writeFile(path(file), text);
  return `The desk is in ${file}.`;
}

/** Returns what changed, or would change. @throws Trouble saying what is wrong, and where in the file */
export async function importConfig(file: string | undefined, isRehearsal: boolean): Promise<string> {
  if (file === undefined)
    throw new Trouble("Say which file: npm run lodge -- config:import --file desk.yaml");
  const text = await readFile(path(file), "utf8").catch((error: Error) => {
    throw new Trouble(`${file} cannot be read: ${error.message}`);
  });
  const [{ importDesk }, { readDeskFile }, { perform, rehearse }, { operator }, words] = await Promise.all([
    import("@/lib/desk-file/import"),
    import("@/lib/desk-file/read"),
    import("@/lib/entry/perform"),
    import("@/lib/actor"),
    inWords(file),
  ]);
  try {
    const checked = readDeskFile(text);
    const carryOut = isRehearsal ? rehearse : perform;
    const { differences, notes } = await carryOut(operator, act => importDesk(act, checked), undefined, {
      seconds,
    });
    const end = isRehearsal ? "This was a rehearsal: nothing has changed." : "The desk is as the file says.";
    return [
      ...notes.map(words.remark),
      ...(differences.length > 0 ? differences.map(words.difference) : ["Nothing changes."]),
      ...["", end],
    ].join("\n");
  } catch (error) {
    throw words.trouble(error);
  }
}

async function inWords(file: string) {
  const [{ tellDifference, tellRemark }, { FileProblems }, { deskTranslator }] = await Promise.all([
    import("@/lib/desk-file/tell"),
    import("@/lib/desk-file/remark"),
    import("@/lib/messages/translate"),
  ]);
  const remark = (one: Parameters<typeof tellRemark>[2]) => tellRemark(deskTranslator(), file, one);
  return {
    remark,
    difference: tellDifference,
    trouble: (error: unknown) =>
      error instanceof FileProblems
        ? new Trouble([...error.problems.map(remark), "", "Nothing was imported."].join("\n"))
        : error,
  };
}

/** As the shell that npm was started from says it. */
const path = (file: string) => resolve(process.env.INIT_CWD ?? process.cwd(), file);
