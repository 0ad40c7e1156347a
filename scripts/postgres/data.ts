import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Trouble } from "../progress";
import type { Owner } from "./os-user";

export type Server = { folder: string; data: string; log: string; owner: Owner };

export async function createData(server: Server, secret: string, durable: boolean): Promise<void> {
  const half = `${server.data}.new`;
  const password = join(server.folder, "password");
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  server.owner.give(half);
  writeFileSync(password, `${secret}\n`, { mode: 0o600 });
  server.owner.give(password);
  const { code, output } = await server.owner.run("initdb", [
    ...[
      "-D",
      half,
      "--username=lodge",
      "--auth=scram-sha-256",
      `--pwfile=${password}`,
      "--encoding=UTF8",
      "--no-instructions",
    ],
    // PostgreSQL's built-in locale, the same on every machine.
    ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...(durable ? [] : ["--no-sync"]),
  ]);
  if (code !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw failure("The embedded database could not be created", output, server);
  }
  appendFileSync(join(half, "postgresql.conf"), "\ninclude = 'lodge.conf'\n");
  renameSync(half, server.data);
}

export function configure(server: Server, port: number, durable: boolean): void {
  const careless = ["fsync = off", "synchronous_commit = off", "full_page_writes = off"];
  const lines = [
    "# Rewritten on each start.",
    "listen_addresses = '127.0.0.1'",
    `port = ${port}`,
    "unix_socket_directories = ''",
    "max_connections = 120",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "log_line_prefix = '%m '",
    ...(durable ? [] : careless),
  ];
  const file = join(server.data, "lodge.conf");
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  server.owner.give(file);
  const tooLong = existsSync(server.log) && statSync(server.log).size > 5_000_000;
  closeSync(openSync(server.log, tooLong ? "w" : "a", 0o600));
  chmodSync(server.log, 0o600);
  server.owner.give(server.log);
}

export function lastFatal({ log }: Server): string {
  const lines = existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n").slice(-12) : [];
  return (
    lines
      .filter(line => /FATAL|PANIC|could not|No space/.test(line))
      .at(-1)
      ?.replace(/^.*?(FATAL|PANIC|LOG):\s*/, "") ?? ""
  );
}

export function failure(what: string, reason: string, { folder, log }: Server): Trouble {
  if (/No space left/i.test(reason))
    return new Trouble(`${what}: the disk is full. Free some space and start again.`);
  if (/database files are incompatible/i.test(reason))
    return new Trouble(
      `${what}: ${folder} was made by another version of PostgreSQL. Start it with the version of Lodge that made it, export the data (pg_dump), remove the folder and import again.`,
    );
  return new Trouble(`${what}: ${reason || "no reason was given"}. See ${log} for details.`);
}
