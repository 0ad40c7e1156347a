import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Refusal = { responseCode: number; message: string };
export type SmtpRecorder = {
  url: string;
  /** Every email received, accepted or not, byte for byte. */
  tries: { to: string; raw: string }[];
  /** The response; undefined accepts the email. */
  refusal: Refusal | null;
  stop(): Promise<void>;
};

/** A real SMTP server on loopback that stores what it receives, whatever it answers. */
export async function startSmtpRecorder(): Promise<SmtpRecorder> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      recorder.tries.push({
        to: session.envelope.rcptTo.map(({ address }) => address).join(),
        raw: Buffer.concat(chunks).toString("latin1"),
      });
      const { refusal } = recorder;
      done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode }));
    },
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const recorder: SmtpRecorder = {
    url: `smtp://127.0.0.1:${port}`,
    tries: [],
    refusal: null,
    stop: () => new Promise<void>(resolve => server.close(resolve)),
  };
  return recorder;
}
