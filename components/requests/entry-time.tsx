import type { ToldTime } from "@/components/ui/told-time";
import { Sentence } from "./sentence";
import { factsOf, type ToldDay, type ToldEntry, type ToldHistory, wholeMoment } from "./told";

type Props = { entry: ToldEntry; day: ToldDay; told: ToldHistory };

/**
 * The time of an entry, under the line of its day. It is also the entry's own address, to send to a colleague; no
 * filter and no length of the history hides it.
 */
export function EntryTime({ entry, day, told: { language, words } }: Props) {
  const { id, at, time } = factsOf(entry);
  const [before, after] = words.link;
  const toldTime: ToldTime = `${wholeMoment(at, day)}|${entry.exact ?? day.exact.join(time)}|${time}`;
  return (
    <a href={`?entry=${id}#entry-${id}`} className="entry-time">
      <Sentence pieces={[...before, { time: toldTime }, ...after]} language={language} />
    </a>
  );
}
