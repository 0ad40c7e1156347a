import { Sentence } from "@/components/requests/sentence";
import { tellPieces } from "@/components/requests/telling";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { fullDay } from "@/components/ui/relative-time";
import { tellTime } from "@/components/ui/told-time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { RequestPage } from "@/lib/requests/customer-view";

type Props = { request: RequestPage; t: Translator };

export const Awaited = ({ t }: { t: Translator }) => (
  <Banner tone="warn" title={t("requests.awaited")} className="mb-6">
    {t("requests.awaited.next")}
  </Banner>
);

/** Says that nothing can be added to it, and where its people go on. */
export function Closed({ request, t }: Props) {
  const { reference, canFollow } = request;
  return (
    <Banner title={t("requests.closed")} action={<Next request={request} t={t} />}>
      {canFollow ? t("requests.closed.may_follow") : t("requests.closed.over", { reference })}
    </Banner>
  );
}

/** What can still become of a resolved request, until when, and where its people go on once it is over. */
export function Ending({ request, t, clock }: Props & { clock: Clock }) {
  const { reopenUntil, isOver, canFollow, canComment, moves } = request;
  const mayReopen = moves.some(({ move, surface }) => move === "reopen" && surface === "button");
  const code = mayReopen
    ? "requests.reopen_until"
    : isOver
      ? "requests.reopen_until.over"
      : "requests.reopen_until.by_requester";
  return (
    <>
      {reopenUntil && (
        <p className="text-ink-soft text-sm">
          <Sentence
            pieces={tellPieces(t, code, { day: { time: tellTime(reopenUntil, clock, fullDay) } })}
            language={clock.language}
          />
          {canFollow && ` ${t("requests.reopen_until.may_follow")}`}
        </p>
      )}
      {isOver && canComment && <Next request={request} t={t} />}
    </>
  );
}

const Next = ({ request: { reference, typeSlug, canFollow }, t }: Props) =>
  canFollow ? (
    <ButtonLink href={`/catalog/${typeSlug}?follows=${reference}`}>
      {t("requests.raise_follow_up")}
    </ButtonLink>
  ) : (
    <ButtonLink href="/">{t("requests.raise_another")}</ButtonLink>
  );
