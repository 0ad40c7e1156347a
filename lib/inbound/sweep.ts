import "server-only";
import { before, days } from "../clock";
import { db } from "../db";

export async function sweepInbound(at: Date): Promise<void> {
  await db().inboundMail.deleteMany({
    where: {
      state: { in: ["let_in", "kept_out", "discarded"] },
      receivedAt: { lt: before(at, days(90)) }, // index inbound_mails_newest
    },
  });
}
