import type { Metadata } from "next";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { readPageAs } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";

export const metadata: Metadata = { title: "My data" };

const parts = [
  "your profile, and when you were logged in",
  "the requests you raised: your answers and their whole history",
  "the files you sent, in Base64",
  "your comments, with what they said before you changed them",
  "the references of requests that others share with you, and the invitations you sent",
  "your notices, your drafts, and which mails were sent to you",
  "what happened to your account",
];

export default async function DataPage() {
  await readPageAs("/settings/data", async actor => actor);
  return (
    <>
      <SettingsTabs t={await readTranslator()} current="/settings/data" />
      <Card
        title="Download your data"
        id="download"
        intro="Everything this desk holds about you, in one file."
      >
        <p className="text-ink">The file holds</p>
        <ul className="mt-2 mb-5 grid max-w-prose list-disc gap-1 pl-5 text-ink-soft marker:text-ink-faint">
          {parts.map(part => (
            <li key={part}>{part}</li>
          ))}
        </ul>
        {/* No Link, which would fetch it ahead. */}
        <a href="/settings/data/export" className={buttonClass("primary")}>
          <Icon name="download" className="-ml-0.5 size-4" />
          Download as JSON
        </a>
        <p className="mt-5 max-w-prose text-ink-soft text-sm">
          What other people wrote on their own requests, and your password, are not in it.
        </p>
      </Card>
    </>
  );
}
