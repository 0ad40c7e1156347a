import ReactMarkdown from "react-markdown";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";
import { isModest } from "@/lib/markdown";
import { elements } from "./elements";
import { Lines } from "./facts";
import { styles } from "./styles";
import { look } from "./theme";
import type { Desk } from "./types";

const tags = "p br strong em del a code pre ul ol li blockquote hr table thead tbody tr th td input img";
const allowed = [...tags.split(" "), ..."h1 h2 h3 h4 h5 h6".split(" ")];

const safeLink = (address: string) => (/^(?:https?:\/\/|mailto:)/i.test(address) ? address : undefined);

/** What a person wrote, as the few elements above; everything else comes out as the letters it was typed with. */
export function Markdown({ desk, children }: { desk: Desk; children: string }) {
  if (!isModest(children)) {
    return (
      <p className="m-text" style={styles.words}>
        <Lines>{children}</Lines>
      </p>
    );
  }
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm, remarkBreaks]}
      allowedElements={allowed}
      unwrapDisallowed
      urlTransform={safeLink}
      components={elements(look(desk.accent).link)}
    >
      {children}
    </ReactMarkdown>
  );
}
