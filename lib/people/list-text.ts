import { isUtf8 } from "node:buffer";
import type { Actor } from "../actor";
import { onlyAdmins } from "../only-admins";
import { refuse } from "../refusal";

/** Characters of a list; a draft keeps no more. */
export const maxListText = 100_000;

const beginsWith = (bytes: Uint8Array, ...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte);

const notText = () => refuse("invitation_list.no_text", {}, { field: "list" });

/**
 * The text of a file as spreadsheets save it: UTF-8 or UTF-16 with a mark, otherwise what Excel writes on Windows.
 * @throws Refusal invalid (no text, or too much of it)
 */
export function decodeList(bytes: Uint8Array): string {
  const text = decode(bytes).replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  if (text.trim() === "") throw refuse("invitation_list.empty", {}, { field: "list" });
  if (text.length > maxListText)
    throw refuse("invitation_list.too_long", { max: maxListText }, { field: "list" });
  return text;
}

type Sent = { size: number; read(): Promise<Uint8Array> };

/** @throws Refusal not_found (no admin), invalid (nothing was chosen, and as `decodeList`) */
export async function decodeSentList(actor: Actor, sent: Sent | null): Promise<string> {
  onlyAdmins(actor);
  if (!sent) throw refuse("invitation_list.missing", {}, { field: "list" });
  // In UTF-16, or with a letter of four bytes each time.
  if (sent.size > 4 * maxListText)
    throw refuse("invitation_list.too_long", { max: maxListText }, { field: "list" });
  return decodeList(await sent.read());
}

function decode(bytes: Uint8Array): string {
  if (beginsWith(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (beginsWith(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  // A workbook is an archive; neither that nor any other program’s file goes without this byte.
  if (bytes.includes(0) || beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) throw notText();
  return new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
}
