import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { z } from "zod";
import { exportConfig, importConfig } from "./desk-file";
import { Trouble } from "./progress";

type Options = Record<string, string | boolean | undefined>;
type Command = {
  usage: string;
  says: string;
  options: ParseArgsOptionsConfig;
  run(options: Options): Promise<string>;
};

const email = { email: { type: "string" } } as const;

export const commands: Record<string, Command> = {
  "person:create": {
    usage: "--email … --name … --role customer|agent|admin [--password-stdin]",
    says: "creates a person; without a password, prints a link to set one",
    options: {
      ...email,
      name: { type: "string" },
      role: { type: "string" },
      "password-stdin": { type: "boolean" },
    },
    async run(options) {
      const input = await check(await newPerson(), options);
      const password = options["password-stdin"] ? await firstLine() : undefined;
      const { perform, operator, people } = await desk();
      const prepared = await people.preparePerson({ ...input, password });
      const link = await perform(operator, act => people.createPerson(act, prepared));
      return link
        ? `${input.email} is now known here as ${input.role}. This link sets the password, once, within a day:\n${link}`
        : `${input.email} is now known here as ${input.role} and can sign in.`;
    },
  },
  "person:list": {
    usage: "",
    says: "lists everyone: role, address, name",
    options: {},
    async run() {
      const { people } = await desk();
      const lines: string[] = [];
      for (
        let page = await people.listPeople();
        page.length > 0;
        page = await people.listPeople(page.at(-1)?.email)
      )
        for (const { role, email, name, suspended } of page)
          lines.push(`${role.padEnd(8)}  ${email}  ${name}${suspended ? "  (suspended)" : ""}`);
      return lines.join("\n") || "There is nobody here yet.";
    },
  },
  "person:suspend": {
    usage: "--email …",
    says: "logs a person out everywhere and keeps them out",
    options: email,
    async run(options) {
      const input = await check(await knownPerson(), options);
      const { perform, operator, people } = await desk();
      await perform(operator, act => people.suspendPerson(act, input.email));
      return `${input.email} is suspended.`;
    },
  },
  "person:restore": {
    usage: "--email …",
    says: "lets a suspended person log in again",
    options: email,
    async run(options) {
      const input = await check(await knownPerson(), options);
      const { perform, operator, people } = await desk();
      await perform(operator, act => people.restorePerson(act, input.email));
      return `${input.email} may sign in again.`;
    },
  },
  "setup:link": {
    usage: "",
    says: "prints a link with which the first admin sets the desk up, once, within an hour",
    options: {},
    async run() {
      const { makeLink } = await import("./set-up");
      return `This link makes whoever uses it first the admin of this desk, once, within an hour:\n${await makeLink()}`;
    },
  },
  "demo:remove": {
    usage: "[--yes]",
    says: "ends the demo story: removes its people and what they wrote, and keeps settings and catalog",
    options: { yes: { type: "boolean" } },
    run: async ({ yes }) => (await import("./story")).end(yes === true),
  },
  "config:export": {
    usage: "[--file …] [--only teams,tags,…]",
    says: "writes how the desk is set up as YAML, to a file or to the screen; without people and secrets",
    options: { file: { type: "string" }, only: { type: "string" } },
    run: ({ file, only }) => exportConfig(text(file), text(only)),
  },
  "config:import": {
    usage: "--file … [--dry-run]",
    says: "makes the desk what such a file says, all of it or nothing; --dry-run shows what would change",
    options: { file: { type: "string" }, "dry-run": { type: "boolean" } },
    run: ({ file, "dry-run": isRehearsal }) => importConfig(text(file), isRehearsal === true),
  },
  doctor: {
    usage: "",
    says: "checks whether the desk keeps its promises and lists what does not; changes nothing",
    options: {},
    async run() {
      const { examine } = await import("@/lib/doctor/promises");
      const findings = await examine();
      const backup = await sayBackup();
      const lines = findings.flatMap(({ promise, broken }) => [
        `${broken.length === 0 ? "✓" : "✗"} ${promise}`,
        ...broken.map(what => `    ${what}`),
      ]);
      lines.push(backup);
      if (findings.some(({ broken }) => broken.length > 0)) throw new Trouble(lines.join("\n"));
      return lines.join("\n");
    },
  },
  "backup:done": {
    usage: "",
    says: "tells the desk that it was just backed up, as the last step of what makes backups",
    options: {},
    async run() {
      const [{ reportBackup }, { perform, operator }] = await Promise.all([
        import("@/lib/administration/backups"),
        desk(),
      ]);
      await perform(operator, reportBackup);
      return "The desk knows of this backup.";
    },
  },
  "mail:doctor": {
    usage: "",
    says: "prints the state of email: what is waiting, held or given up, and which addresses get none",
    options: {},
    async run() {
      const [{ readOutboxFacts }, { readInboxFacts }, { operator }, { describeMail }] = await Promise.all([
        import("@/lib/mail/status"),
        import("@/lib/inbound/waiting"),
        import("@/lib/actor"),
        import("./mail-doctor"),
      ]);
      return describeMail(await readOutboxFacts(new Date()), await readInboxFacts(operator));
    },
  },
};

export function usage(): string {
  const lines = Object.entries(commands).map(
    ([name, { usage, says }]) => `  ${`${name} ${usage}`.trim()}\n      ${says}`,
  );
  return ["Usage: npm run lodge -- <command>", "", ...lines].join("\n");
}

export function parse(name: string, command: Command, args: string[]): Options {
  try {
    return parseArgs({ args, options: command.options, strict: true }).values as Options;
  } catch (error) {
    throw new Trouble(`${(error as Error).message}\nUsage: npm run lodge -- ${name} ${command.usage}`);
  }
}

// Imported late: the desk's modules need the database client, which may have to be generated first.
async function desk() {
  const [{ perform }, { operator }, people] = await Promise.all([
    import("@/lib/entry/perform"),
    import("@/lib/actor"),
    import("@/lib/accounts/operator"),
  ]);
  return { perform, operator, people };
}

/** Not among the promises: the desk makes no backups, and can only say what it was told of them. */
async function sayBackup(): Promise<string> {
  const { backupDays, judgeBackup, readLastBackup } = await import("@/lib/administration/backups");
  const last = await readLastBackup();
  const state = judgeBackup(last, new Date());
  if (!last) return "! No backup is known. Report each one with: npm run lodge -- backup:done";
  const told = `The last known backup is from ${last.toISOString()}`;
  return state === "fresh" ? `✓ ${told}` : `! ${told}, more than ${backupDays} days ago`;
}

async function knownPerson() {
  const { emailInput } = await import("@/lib/accounts/address");
  return z.object({ email: emailInput });
}

async function newPerson() {
  const { nameInput } = await import("@/lib/accounts/input");
  const role = z.enum(["customer", "agent", "admin"], { error: "must be customer, agent or admin" });
  return (await knownPerson()).extend({ name: nameInput, role });
}

async function check<T>(schema: z.ZodType<T>, options: Options): Promise<T> {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  const [{ sayIssue }, { deskTranslator }] = await Promise.all([
    import("@/lib/messages/said"),
    import("@/lib/messages/translate"),
  ]);
  const t = deskTranslator();
  const problems = result.error.issues.map(issue => {
    const said = t.has(issue.message) ? sayIssue(t, issue) : issue.message;
    return `--${issue.path.join(".")}: ${said}`;
  });
  throw new Trouble(problems.join("\n"));
}

const text = (option: string | boolean | undefined) => (typeof option === "string" ? option : undefined);

async function firstLine(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password: ");
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    text += chunk;
    if (text.includes("\n")) break;
  }
  return text.split(/\r?\n/)[0] ?? "";
}
