import "server-only";
import { createConnection } from "node:net";
import { env } from "../env";
import { logError } from "../log";
import { refuse } from "../refusal";

const timeoutMs = 30_000;
const pieceBytes = 64 * 1024;

export const isScanned = () => env().CLAMD_ADDRESS !== undefined;

/** @throws Refusal invalid when a virus is found; conflict when the scanner is unreachable: unchecked is refused */
export async function refuseInfected(name: string, content: Uint8Array): Promise<void> {
  const address = env().CLAMD_ADDRESS;
  if (!address) return;
  const verdict = await askClamd(address, content).catch((error: unknown) => {
    logError("the virus scanner is unreachable", error);
    return null;
  });
  if (verdict === null) throw refuse("file.not_checked", { name });
  if (verdict !== "clean") throw refuse("file.infected", { name, virus: verdict });
}

/** Sends clamd's INSTREAM: chunks prefixed by their length, then an empty one. Returns "clean" or the virus found. */
async function askClamd(address: URL, content: Uint8Array): Promise<string> {
  const socket = createConnection({ host: address.hostname, port: Number(address.port) || 3310 });
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error("The virus scanner does not answer.")));
  const answer = new Promise<string>((resolve, reject) => {
    let said = "";
    socket.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(said));
  });
  // Prevents an unhandled rejection if the connection fails before `answer` is awaited below.
  answer.catch(() => undefined);
  socket.write("zINSTREAM\0");
  for (let start = 0; start < content.length && !socket.destroyed; start += pieceBytes) {
    const piece = content.subarray(start, start + pieceBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    socket.write(piece);
  }
  socket.write(Buffer.alloc(4));
  const verdict = (await answer).replaceAll("\0", "").trim();
  if (verdict === "stream: OK") return "clean";
  const [, found] = /^stream: (.+) FOUND$/.exec(verdict) ?? [];
  if (!found) throw new Error(`The virus scanner said: ${verdict.slice(0, 200) || "nothing"}`);
  return found;
}
