import type { Metadata } from "next";
import Link from "next/link";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { AuthCard } from "@/components/shell/auth-card";
import { Banner } from "@/components/ui/banner";
import { openedLink } from "@/lib/entry/links";
import { readPage, readParam, type SearchParams } from "@/lib/entry/page";
import { env } from "@/lib/env";
import { readMutePage } from "@/lib/notifications/mute-page";
import { switchByLink } from "./actions";

export const metadata: Metadata = { title: "Notifications" };

/** Only asks: programs that look into links before people do change nothing. */
export default async function MutePage({ searchParams }: { searchParams: SearchParams }) {
  const link = await openedLink("mute");
  const page = link && (await readPage("/mute", () => readMutePage(link.token)));
  if (!page) return <NoLink />;
  const { reference, address, isMuted, isMember } = page;
  const isDone = (await readParam(searchParams, "done")) !== undefined;
  return (
    <AuthCard
      deskName={env().DESK_NAME}
      title={`Emails about ${reference}`}
      intro={
        <>
          This is about the emails that <strong className="wrap-anywhere text-ink">{address}</strong> gets.
        </>
      }
      foot={<Link href={`/requests/${reference}`}>Open the request</Link>}
    >
      {isMember ? (
        <>
          {isDone && (
            <Banner tone="good" role="status" className="mb-6">
              {isMuted
                ? `${address} is not notified about this request any more.`
                : `${address} is notified again.`}
            </Banner>
          )}
          <p className="text-ink">
            {isMuted
              ? `${address} gets no emails about ${reference}, except one when it is resolved.`
              : `Stop sending ${address} emails about ${reference}? You still get one when it is resolved.`}
          </p>
          <Form action={switchByLink} id="mute" labels={{}} className="mt-6 grid gap-4">
            <input type="hidden" name="link" value={link.mark} />
            <input type="hidden" name="muted" value={isMuted ? "no" : "yes"} />
            <SubmitButton size="large" working="Saving…">
              {isMuted ? "Notify again" : "Don't notify any more"}
            </SubmitButton>
          </Form>
        </>
      ) : (
        <p className="text-ink">
          {address} does not take part in {reference} any more, so it gets no emails about it.
        </p>
      )}
    </AuthCard>
  );
}

/** The same words for a link that is not ours and for one that was opened too long ago. */
function NoLink() {
  return (
    <AuthCard deskName={env().DESK_NAME} title="Notifications" foot={<Link href="/">Go to the desk</Link>}>
      <p className="text-ink">
        Please open the link in your email again. It works in this browser for an hour, and only as a whole:
        some programs cut long links.
      </p>
    </AuthCard>
  );
}
