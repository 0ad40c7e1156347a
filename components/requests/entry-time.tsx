import type { ToldTime } from "@/components/ui/told-time";
import { Sentence } from "./sentence";
import type { ToldDay, ToldEntry, ToldHistory } from "./told";

type Props = { entry: ToldEntry; day: ToldDay; told: ToldHistory };

/**
 * The time of an entry, under the line of its day. It is also the entry's own address, to send to a colleague; no
 * filter and no length of the history hides it.
 */
export function EntryTime({ entry: { id, at, time, exact }, day, told: { path, language, words } }: Props) {
  const [before, after] = words.link;
  const toldTime: ToldTime = `${at}|${exact ?? day.exact.join(time)}|${time}`;
  return (
    <a href={`${path}?entry=${id}#entry-${id}`} className="entry-time">
      <Sentence pieces={[...before, { time: toldTime }, ...after]} language={language} />
    </a>
  );
}
