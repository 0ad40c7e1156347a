import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

export type Mailbox = {
  url: string;
  /** Its emails, by UID. */
  mails: Map<number, { raw: Buffer; seen: boolean; size?: number }>;
  validity: number;
  said: string[];
  stop(): Promise<void>;
};

/** A mailbox with just enough IMAP (RFC 3501) to read by UID and mark as seen. */
export async function startMailbox(password = "open sesame"): Promise<Mailbox> {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.write("* OK [CAPABILITY IMAP4rev1] ready\r\n");
    let rest = "";
    socket.on("data", chunk => {
      rest += chunk.toString();
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        answer(box, password, line, text => socket.write(text));
      }
    });
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const box: Mailbox = {
    url: `imap://desk:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    mails: new Map(),
    validity: 7,
    said: [],
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
  return box;
}

function answer(box: Mailbox, password: string, line: string, write: (text: string | Buffer) => void): void {
  box.said.push(line);
  const [tag = "*", ...words] = line.split(" ");
  const command = words.join(" ");
  let outcome = "OK done";
  const place = [...box.mails.keys()];
  if (/^CAPABILITY/i.test(command)) write("* CAPABILITY IMAP4rev1\r\n");
  else if (/^LOGIN/i.test(command)) {
    if (!command.includes(password)) outcome = "NO [AUTHENTICATIONFAILED] wrong";
  } else if (/^(LIST|LSUB)/i.test(command)) write(`* LIST (\\HasNoChildren) "/" INBOX\r\n`);
  else if (/^SELECT/i.test(command)) {
    write(`* FLAGS (\\Seen)\r\n* ${place.length} EXISTS\r\n* 0 RECENT\r\n`);
    write(`* OK [UIDVALIDITY ${box.validity}] ok\r\n* OK [UIDNEXT 999] ok\r\n`);
    outcome = "OK [READ-WRITE] selected";
  } else if (/^UID SEARCH/i.test(command)) {
    const unread = [...box.mails].filter(([, { seen }]) => !seen).map(([uid]) => uid);
    write(`* SEARCH ${unread.join(" ")}\r\n`);
  } else if (/^UID FETCH/i.test(command)) {
    const uid = Number(words[2]);
    const mail = box.mails.get(uid);
    if (mail && /BODY/i.test(command)) {
      write(`* ${place.indexOf(uid) + 1} FETCH (UID ${uid} BODY[] {${mail.raw.length}}\r\n`);
      write(mail.raw);
      write(")\r\n");
    } else if (mail) {
      const subject = /^Subject: (.*)\r?$/m.exec(mail.raw.toString())?.[1] ?? "";
      const envelope = `(NIL "${subject}" (("Ada" NIL "ada" "acme.test")) NIL NIL NIL NIL NIL NIL NIL)`;
      const size = mail.size ?? mail.raw.length;
      write(`* ${place.indexOf(uid) + 1} FETCH (UID ${uid} RFC822.SIZE ${size} ENVELOPE ${envelope})\r\n`);
    }
  } else if (/^UID STORE/i.test(command)) {
    const mail = box.mails.get(Number(words[2]));
    if (mail) mail.seen = true;
  } else if (/^LOGOUT/i.test(command)) write("* BYE\r\n");
  write(`${tag} ${outcome}\r\n`);
}
