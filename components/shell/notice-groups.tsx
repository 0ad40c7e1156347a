import { buttonClass } from "@/components/ui/button-class";
import { TimeAsTold } from "@/components/ui/time-as-told";
import { tellTime } from "@/components/ui/told-time";
import type { NoticeGroup } from "@/lib/bell/groups";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import { NoticeLine } from "./notice-line";

type Props = {
  t: Translator;
  clock: Clock;
  groups: NoticeGroup[];
  /** The signed id of the reader, whose notices a button in it marks as read. */
  opener: string;
  /** As far as it marks them. */
  newest: string;
};

/** What the bell opens: plain elements, which are sent as they are. */
export function NoticeGroups({ t, clock, groups, opener, newest }: Props) {
  return (
    <>
      <div className="head">
        <h2>{t("bell.title")}</h2>
        {groups.some(({ isUnread }) => isUnread) && (
          <button type="button" value={`${opener} ${newest}`} className={buttonClass("quiet", "small")}>
            {t("bell.read_all")}
          </button>
        )}
      </div>
      {groups.length === 0 ? (
        <p className="none">{t("bell.empty.text")}</p>
      ) : (
        <ul>
          {groups.map(group => (
            <Group key={group.reference} t={t} clock={clock} group={group} />
          ))}
        </ul>
      )}
      <a href="/notifications" data-load="full" className="all">
        {t("bell.all")}
      </a>
    </>
  );
}

function Group({ t, clock, group }: Pick<Props, "t" | "clock"> & { group: NoticeGroup }) {
  const { href, isUnread, reference, summary, shown, more } = group;
  return (
    <li className={isUnread ? "unread" : undefined}>
      <p className="request">
        <a href={href} data-load="full">
          {isUnread && <span className="sr-only">{t("bell.unread")} </span>}
          <bdi>{summary}</bdi>
        </a>
        <span>{reference}</span>
      </p>
      {shown.map(notice => (
        <div key={notice.id} className="notice">
          <p>
            <span>
              <NoticeLine t={t} notice={notice} />
            </span>
            <TimeAsTold time={tellTime(notice.at, clock)} language={clock.language} />
          </p>
          {notice.words && (
            <p className="words" dir="auto">
              {notice.words}
            </p>
          )}
        </div>
      ))}
      {more > 0 && <p className="more">{t("bell.more", { count: more })}</p>}
    </li>
  );
}
