import type { ToldTime } from "./told-time";

type Props = {
  time: ToldTime;
  /** Unless it is the page's. */
  language?: string;
  className?: string;
};

/** Apart from what formats it, so that a browser need not load that. */
export function TimeAsTold({ time, language, className }: Props) {
  const [at, exact, text] = time.split("|");
  return (
    <time dateTime={at} lang={language} dir={language && "auto"} title={exact} className={className}>
      {text}
    </time>
  );
}
