import "server-only";
import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, unlink } from "node:fs/promises";
import { join } from "node:path";
import { perProcess } from "../process/per-process";

export type Spooled = { size: number; read(): Promise<Uint8Array<ArrayBuffer>> };

export const spooledType = "application/x-lodge-spooled";

const spools = () => perProcess("spooled files", () => new Map<string, Spooled>());

/** The file with an id issued by the gate; undefined for any other id. */
export const spooledUnder = (id: string | null): Spooled | undefined => (id ? spools().get(id) : undefined);

export type Spool = { id: string; size: number; write(piece: Buffer): Promise<void>; drop(): Promise<void> };

/** Opens a file and unlinks it at once, so that the space is freed however the process ends. */
export async function openSpool(): Promise<Spool> {
  const folder = join(process.cwd(), ".lodge", "uploads");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const id = randomUUID();
  const path = join(folder, id);
  const file = await open(path, "wx+", 0o600);
  await unlink(path);
  const spool: Spool = {
    id,
    size: 0,
    async write(piece) {
      await file.writev([piece]);
      spool.size += piece.length;
    },
    async drop() {
      if (spools().delete(id)) await file.close();
    },
  };
  spools().set(id, {
    get size() {
      return spool.size;
    },
    read: () => readWhole(file, spool.size),
  });
  return spool;
}

async function readWhole(file: FileHandle, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(new ArrayBuffer(size));
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(bytes, at, size - at, at);
    if (bytesRead === 0) throw new Error("A received file is incomplete.");
    at += bytesRead;
  }
  return bytes;
}
