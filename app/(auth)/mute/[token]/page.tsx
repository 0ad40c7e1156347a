import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { Banner } from "@/components/ui/banner";
import { queryOf, readPage, type SearchParams } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { readMutePage } from "@/lib/notifications/mute-page";
import { switchByLink } from "./actions";

export const metadata: Metadata = { title: "Notifications" };

type Props = { params: Promise<{ token: string }>; searchParams: SearchParams };

/** Where the footer of a mail leads. It only asks: programs that look into links before people do change nothing. */
export default async function MutePage({ params, searchParams }: Props) {
  const { token } = await params;
  const page = await readPage("/", () => readMutePage(token));
  if (!page) notFound();
  const { reference, isMuted, isMember } = page;
  const isDone = (await queryOf(searchParams, "done")) !== undefined;
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title={`Mails about ${reference}`}
      foot={<Link href={`/requests/${reference}`}>Open the request</Link>}
    >
      {isMember ? (
        <>
          {isDone && (
            <Banner tone="good" role="status" className="mb-6">
              {isMuted ? "You are not notified about this request any more." : "You are notified again."}
            </Banner>
          )}
          <p className="text-ink">
            {isMuted
              ? `You get no mails about ${reference}. You will still be told when it is resolved.`
              : `Do you want no more mails about ${reference}? You will still be told when it is resolved.`}
          </p>
          <Form action={switchByLink} id="mute" labels={{}} className="mt-6 grid gap-4">
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="muted" value={isMuted ? "no" : "yes"} />
            <SubmitButton size="large" working="Saving…">
              {isMuted ? "Notify me again" : "Don't notify me"}
            </SubmitButton>
          </Form>
        </>
      ) : (
        <p className="text-ink">
          You do not take part in {reference} any more, so you get no mails about it.
        </p>
      )}
    </AuthCard>
  );
}
