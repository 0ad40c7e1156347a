import type { ToldTime } from "./told-time";

type Props = { time: ToldTime; language?: string; className?: string };

/** Apart from what formats it, so that a browser need not load that. */
export function TimeAsTold({ time: [at, exact, text], language, className }: Props) {
  return (
    <time dateTime={at} lang={language} dir="auto" title={exact} className={className}>
      {text}
    </time>
  );
}
