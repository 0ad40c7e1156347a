import { Happened, type Happening } from "./happened";
import { Action, QuietLink, Subtitle, Words } from "./parts";
import { plain } from "./plain";
import type { MailProps, Request } from "./types";

export type SeveralProps = MailProps & {
  requests: { request: Request; happenings: Happening[] }[];
  listUrl: string;
};

/** What happened on several requests, one below the other. */
export function Several({ t, desk, requests, listUrl }: SeveralProps) {
  return (
    <>
      {requests.map(({ request, happenings }) => (
        <div key={request.reference}>
          <Subtitle>
            {plain(request.reference, 40)} · <bdi dir="auto">{plain(request.summary)}</bdi>
          </Subtitle>
          <Happened t={t} desk={desk} happenings={happenings} />
          <Words>
            <QuietLink desk={desk} href={request.url}>
              {t("mails.daily_digest.view", { reference: plain(request.reference, 40) })}
            </QuietLink>
            {request.muteUrl && (
              <>
                {" · "}
                <QuietLink desk={desk} href={request.muteUrl}>
                  {t("mails.daily_digest.mute", { reference: plain(request.reference, 40) })}
                </QuietLink>
              </>
            )}
          </Words>
        </div>
      ))}
      <Action desk={desk} href={listUrl}>
        {t("mails.daily_digest.view_all")}
      </Action>
    </>
  );
}
