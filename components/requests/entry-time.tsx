import { Sentence } from "./sentence";
import type { ToldEntry, ToldHistory } from "./told";

type Props = { entry: ToldEntry; told: ToldHistory };

/**
 * The time of an entry, under the line of its day. It is also the entry's own address, to send to a colleague; no
 * filter and no length of the history hides it.
 */
export function EntryTime({ entry: { id, time }, told: { path, language, words } }: Props) {
  const [before, after] = words.link;
  return (
    <a href={`${path}?entry=${id}#entry-${id}`} className="entry-time">
      <Sentence pieces={[...before, { time }, ...after]} language={language} />
    </a>
  );
}
