import { type AddressInfo, createServer, type Socket } from "node:net";

/** The EICAR test file, in two parts so that no scanner objects to this file. */
export const eicar = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
);

export type Mood = "works" | "hangs up" | "complains";
export type VirusScanner = { address: string; mood: Mood; asked: number; stop(): Promise<void> };

export async function startVirusScanner(): Promise<VirusScanner> {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on("error", () => {});
    let sent = Buffer.alloc(0);
    socket.on("data", chunk => {
      sent = Buffer.concat([sent, chunk]);
      const content = contentOf(sent);
      if (content === null) return;
      scanner.asked += 1;
      if (scanner.mood === "hangs up") socket.destroy();
      else if (scanner.mood === "complains") socket.end("INSTREAM size limit exceeded. ERROR\0");
      else socket.end(content.includes(eicar) ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0");
    });
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const scanner: VirusScanner = {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood: "works",
    asked: 0,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
  return scanner;
}

/** The bytes between the command and the empty chunk; null until all have arrived. */
function contentOf(sent: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (!sent.toString("latin1").startsWith(command)) return null;
  const pieces: Buffer[] = [];
  for (let place = command.length; place + 4 <= sent.length; ) {
    const length = sent.readUInt32BE(place);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(sent.subarray(place + 4, place + 4 + length));
    place += 4 + length;
  }
  return null;
}
