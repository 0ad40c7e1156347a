import { describe, expect, it } from "vitest";
import * as closed from "../../../emails/closed";
import { type Message, renderMail } from "../../../emails/render";
import * as requestNews from "../../../emails/request-news";
import * as resolved from "../../../emails/resolved";

function write<Props extends object>(
  message: Message<Props> & { default: { PreviewProps: Props } },
  change: Partial<Props> = {},
) {
  return renderMail(message, { ...message.default.PreviewProps, ...change });
}

describe("the mails of an ending", () => {
  it("lead whoever raised the request to its follow-up, and others to the catalog", async () => {
    const own = await write(closed);
    expect(own.text).toContain("raise a follow-up");
    expect(own.html).toContain('href="https://desk.example.com/catalog/report-a-problem?follows=LDG-1042"');
    const other = await write(closed, { canFollow: false, nextUrl: "https://desk.example.com" });
    expect(other.text).not.toMatch(/follow/i);
    expect(other.text).toContain("mention LDG-1042 in a new request");
  });

  it("say who may re-open it and until when, and that an issue was killed", async () => {
    const { text } = await write(resolved);
    expect(text).toMatch(/You can\s+re-open it until\s+13 June 2025/);
    const killed = await write(resolved, { how: undefined, mayReopen: false });
    expect(killed.text).toMatch(/Tomás Reyes killed the issue/);
    expect(killed.text).toMatch(/The person who raised it\s+can\s+re-open it until\s+13 June 2025/);
    const { text: told } = await write(requestNews, { happened: "Ada Okafor killed the issue" });
    expect(told).toMatch(/Ada Okafor killed the issue/i);
  });
});
