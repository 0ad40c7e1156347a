import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { markdownHtml } from "@/lib/markdown/html";
import type { Edits } from "@/lib/requests/timeline";
import { Sentence } from "./sentence";
import { linkTo, type Telling, tellPieces, timeOf, unseen } from "./telling";

type Props = { id: string; edited: NonNullable<Edits["edited"]>; telling: Telling };

/** Says that a comment was edited, and opens to its earlier text. */
export function EarlierWords({ id, edited: { at, earlier, isCut }, telling: { t, clock, path } }: Props) {
  const { language } = clock;
  return (
    <details className="disclosure">
      <summary className={buttonClass("quiet", "small")}>
        <span>
          <Sentence
            pieces={tellPieces(t, "requests.edited", { time: timeOf(at, clock), unseen })}
            language={language}
          />
        </span>
        <Icon name="chevron-down" className="disclosure-arrow" />
      </summary>
      <ol>
        {earlier.map(({ body, at }) => (
          <li key={`${at}${body}`}>
            <p>
              <Sentence
                pieces={tellPieces(t, "requests.edited.earlier", { time: timeOf(at, clock) })}
                language={language}
              />
            </p>
            <Markdown html={markdownHtml(body)} />
          </li>
        ))}
      </ol>
      {isCut && (
        <p>
          <Sentence
            pieces={tellPieces(t, "requests.edited.cut", { link: linkTo(`${path}?entry=${id}#entry-${id}`) })}
          />
        </p>
      )}
    </details>
  );
}
