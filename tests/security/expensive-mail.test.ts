import { describe, it } from "vitest";
import { readMail } from "@/lib/inbound/read";
import { commentOnRequest } from "@/lib/requests/comments";
import { aCustomer, anAgent, aRequest, run } from "../support/factories";
import { lodge } from "../support/lodge";
import { holdOfThis, holdsNoLonger } from "../support/loop-watch";
import { nastyTexts, ordinaryText } from "../support/nasty";
import { mailsOf } from "../support/records";

// Mails are written and read by the process that serves the pages, so that an expensive text holds up everybody there, too.

describe("a mail about it holds nobody up:", () => {
  it.each(Object.entries(nastyTexts))("%s", async (_, text) => {
    const [customer, agent] = [await aCustomer(), await anAgent()];
    const reference = await aRequest({ by: customer });
    const say = (body: string) => async () => {
      await run(agent, act => commentOnRequest(act, { reference, body }));
      await mailsOf(reference);
    };
    await holdsNoLonger({ holdOf: holdOfThis }, say(ordinaryText), say(text));
  });
});

describe("a mail that comes in holds nobody up:", () => {
  const asMail = (text: string) =>
    readMail(
      Buffer.from(
        `From: a@b.example\r\nSubject: Re\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`,
      ),
      lodge,
    );
  const reply = `${ordinaryText}\n\nOn Monday Ada wrote:\n${"> Does it burn?\n".repeat(100)}`;

  it.each(Object.entries(nastyTexts))("%s", async (_, text) => {
    const take = (words: string) => async () => (await asMail(words))?.body;
    await holdsNoLonger({ holdOf: holdOfThis }, take(reply), take(text.repeat(5)));
  });
});
