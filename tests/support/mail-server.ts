import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};
export type MailServer = { url: string; port: number; stop(): Promise<void> };

/** A real mail server that stores emails in `folder`, and refuses addresses that start with "nobody" for good. */
export async function startMailServer(folder: string, port = 0): Promise<MailServer> {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo({ address }, _session, done) {
      done(
        address.startsWith("nobody")
          ? Object.assign(new Error("No such mailbox"), { responseCode: 550 })
          : null,
      );
    },
    onData(stream, { envelope }, done) {
      simpleParser(stream)
        .then(parsed => {
          const headers = Object.fromEntries(
            parsed.headerLines.map(({ key, line }) => [
              key,
              line
                .slice(key.length + 1)
                .replace(/\r?\n\s+/g, " ")
                .trim(),
            ]),
          );
          const { subject = "", text = "", html, from } = parsed;
          for (const { address: to } of envelope.rcptTo)
            keep(folder, ++count, { from: from?.text ?? "", to, subject, text, html: html || "", headers });
        })
        .then(() => done(), done);
    },
  });
  // A desk being stopped hangs up early, which is not an error.
  server.on("error", () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.server.address();
  const taken = typeof address === "object" && address ? address.port : port;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    port: taken,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };
}

// Writes to a temporary file and renames it, so that nobody reads half an email.
function keep(folder: string, number: number, mail: ReceivedMail): void {
  const place = join(folder, mail.to.toLowerCase());
  mkdirSync(place, { recursive: true });
  const file = join(place, `${String(number).padStart(6, "0")}.json`);
  writeFileSync(`${file}.part`, JSON.stringify(mail));
  renameSync(`${file}.part`, file);
}

export function mailsIn(folder: string, to: string): ReceivedMail[] {
  const place = join(folder, to.toLowerCase());
  try {
    return readdirSync(place)
      .filter(name => name.endsWith(".json"))
      .sort()
      .map(name => JSON.parse(readFileSync(join(place, name), "utf8")) as ReceivedMail);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
