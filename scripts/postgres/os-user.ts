import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Trouble } from "../progress";

/** Runs PostgreSQL's programs as the user the server belongs to. */
export type Owner = {
  run(program: string, args: string[]): Promise<{ code: number | null; output: string }>;
  give(path: string): void;
};

type User = { uid: number; gid: number };

/**
 * The user to run the server as: the current one, or for root, whom PostgreSQL refuses, the owner of the data or
 * `postgres`, created if missing.
 * @param programs the folder of initdb, pg_ctl and postgres
 */
export function chooseOwner(folder: string, data: string, programs: string): Owner {
  if (process.getuid?.() !== 0)
    return { run: (program, args) => start(join(programs, program), args), give: () => {} };
  const user = ownerOf(data) ?? postgresUser();
  const give = (path: string) => chownSync(path, user.uid, user.gid);
  if (
    canReach(
      user,
      [folder, programs, join(programs, "postgres")],
      join(dirname(programs), "share", "postgresql", "postgres.bki"),
    )
  )
    return { run: (program, args) => start(join(programs, program), args, user), give };
  const prefix = throughClosedFolders(user, folder);
  return { run: (program, args) => start("setpriv", [...prefix, join(programs, program), ...args]), give };
}

function ownerOf(data: string): User | undefined {
  if (!existsSync(data)) return undefined;
  const { uid, gid } = statSync(data);
  return uid === 0 ? undefined : { uid, gid };
}

function postgresUser(): User {
  const known = idOf("postgres");
  if (known) return known;
  const attempts: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]],
    ["adduser", ["-S", "-D", "-H", "postgres"]],
  ];
  for (const [command, args] of attempts) {
    spawnSync(command, args, { stdio: "ignore" });
    const made = idOf("postgres");
    if (made) return made;
  }
  throw new Trouble(
    'PostgreSQL does not run as root, and a user "postgres" for it could not be made here. Make one, or start as an ordinary user.',
  );
}

function idOf(name: string): User | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function canReach(user: User, enter: string[], read: string): boolean {
  const tests = [...enter.map((_, index) => `test -x "$${index + 2}"`), 'test -r "$1"'].join(" && ");
  return (
    spawnSync("/bin/sh", ["-c", tests, "sh", read, ...enter], { ...user, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

/**
 * Lets that user reach a project below a closed folder such as /root: the server keeps only the capability to
 * traverse folders. The secure bit makes access(2) honour it, which PostgreSQL uses to find its programs.
 */
function throughClosedFolders(user: User, folder: string): string[] {
  const held = BigInt(`0x${/^CapPrm:\s*(\w+)/m.exec(readStatus())?.[1] ?? "0"}`);
  const power = [
    { bit: 2n, name: "dac_read_search" },
    { bit: 1n, name: "dac_override" },
  ].find(({ bit }) => (held >> bit) & 1n)?.name;
  const only = `-all,+${power}`;
  const prefix = [
    "--reuid",
    String(user.uid),
    "--regid",
    String(user.gid),
    "--clear-groups",
    "--inh-caps",
    only,
  ];
  prefix.push("--ambient-caps", only, "--bounding-set", only, "--securebits", "+no_setuid_fixup");
  if (
    !power ||
    spawnSync("setpriv", [...prefix, "/bin/sh", "-c", 'test -x "$0"', folder], { stdio: "ignore" }).status !==
      0
  )
    throw new Trouble(
      `PostgreSQL does not run as root, and the user it runs as instead cannot enter ${folder}. Move the project to a folder that everyone can enter, or start as an ordinary user who owns it.`,
    );
  return prefix;
}

function readStatus(): string {
  return existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
}

function start(command: string, args: string[], user?: User): ReturnType<Owner["run"]> {
  const own = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|LD_)/.test(name));
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...user,
      cwd: "/",
      env: { ...Object.fromEntries(own), NODE_ENV: process.env.NODE_ENV, LC_ALL: "C" },
      // Own process group: Ctrl-C must not interrupt a starting database.
      detached: process.platform !== "win32",
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", chunk => (output += chunk));
    child.once("error", reject);
    // Not "close": the server itself may keep these streams open.
    child.once("exit", code => setImmediate(() => resolve({ code, output: output.trim() })));
  });
}
