import { describe, expect, it } from "vitest";
import * as commentPosted from "../../../emails/comment-posted";
import * as dailyDigest from "../../../emails/daily-digest";
import * as gathered from "../../../emails/gathered";
import { exampleOf } from "../../../emails/happened";
import { type Message, renderMail } from "../../../emails/render";

const write = <Props extends object>(
  message: Message<Props> & { default: { PreviewProps: Props } },
  change: Partial<Props>,
) => renderMail(message, { ...message.default.PreviewProps, ...change });

const happening = { at: "14 May 2025, 09:34", side: "support" as const, ...exampleOf("Ann", "wrote") };

describe("words that a mail has no room for", () => {
  it.each([
    ["gathered", (body: string) => write(gathered, { happenings: [{ ...happening, body }] })],
    [
      "daily",
      (body: string) => {
        const [one] = dailyDigest.default.PreviewProps.requests;
        const requests = one ? [{ ...one, happenings: [{ ...happening, body }] }] : [];
        return write(dailyDigest, { requests });
      },
    ],
  ])("are cut sooner where many stand in one mail, which is said: %s", async (_name, mailOf) => {
    const { html, text } = await mailOf("plum ".repeat(400));
    for (const part of [html, text]) {
      expect(part.match(/\bplum\b/g)?.length).toBeLessThan(301);
      expect(part).toContain("There is more: the whole text is on the request.");
    }
    expect((await mailOf("plum ".repeat(250))).text).not.toContain("There is more");
  });

  it("are cut between two words, so that no address is torn into another one", async () => {
    const { html } = await write(commentPosted, { body: `${"word ".repeat(2_396)}https://a.test/long/path` });
    expect(html).not.toContain("https://a.test");
    expect(html).toContain("word…");
  });

  it.each([
    ["", ""],
    ["> ", "> "],
    ["- one\n  ", "  "],
  ])("keep code as code where they are cut inside of it, after %j", async (first, indent) => {
    const code = `${indent}a **b** c\n`.repeat(150);
    const body = `\`\`\`\nnever ended\n${first}~~~sh\n${code}${indent}~~~\n${indent}${"after ".repeat(2_400)}`;
    const { html } = await write(gathered, { happenings: [{ ...happening, body }] });
    expect(html).toMatch(/<pre[^>]*>(?:<!-- -->)?sh\n[^<]*(?:<!-- -->)?[^<]*a \*\*b\*\* c[^<]*…<\/pre>/);
    expect(html).not.toContain("<strong>b</strong>");
    expect(html).not.toMatch(/~~~(?!sh)/);
  });

  it("keep code as code where the line that ends it is the last one that fits", async () => {
    const body = `~~~\n${"a **b** c\n".repeat(149)}xx\n~~~\n${"after ".repeat(300)}`;
    const { html } = await write(gathered, { happenings: [{ ...happening, body }] });
    expect(html).toMatch(/<pre[^>]*>[^<]*a \*\*b\*\* c\nxx\n…<\/pre>/);
    expect(html).not.toContain("~~~");
  });
});
