import { Fragment } from "react";
import type { Inline } from "@/lib/markdown/inline";
import { type Block, type Item, readMarkdown } from "@/lib/markdown/markdown";
import { styles } from "./styles";
import { look } from "./theme";
import type { Desk } from "./types";

/** What a person wrote, read as pages read it; everything that is no clear mark comes out as it was typed. */
export function Markdown({ desk, children }: { desk: Desk; children: string }) {
  return <Blocks blocks={readMarkdown(children.toWellFormed())} link={look(desk.accent).link} />;
}

/** Inside of a list or a quote the direction is that of the whole, and the first block stands as far below what is above. */
type Shared = { link: string; isInside?: true; isApart?: boolean };

const typed = { ...styles.words, whiteSpace: "pre-wrap" as const, tabSize: 8 };
/** Each line its own direction, as on pages; programs that know no such thing have that of the first for all. */
const lines = { ...typed, unicodeBidi: "plaintext" as const };
const list = { ...styles.words, padding: "0 24px" };
const block = { ...styles.code, padding: "12px 14px", lineHeight: "20px" };

function Blocks({ blocks, isApart, isItem, ...shared }: Shared & { blocks: Block[]; isItem?: true }) {
  return blocks.map((one, at) => {
    const next = blocks[at + 1];
    const isClose = next ? !next.gap : isItem;
    return (
      <BlockOf
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
        key={at}
        block={one}
        below={isClose ? "0" : "0 0 16px"}
        isApart={one.gap || (isApart && at === 0)}
        {...shared}
      />
    );
  });
}

function BlockOf({ block: one, below, link, isInside, isApart }: Shared & { block: Block; below: string }) {
  // For the text part, which has lines where the HTML part has margins.
  const gap = isApart ? "yes" : "no";
  const dir = isInside ? undefined : "auto";
  switch (one.type) {
    case "text":
      return (
        <p
          className="m-text"
          data-gap={gap}
          dir={dir}
          style={{ ...(isInside ? typed : lines), margin: below }}
        >
          <Words words={one.words} link={link} />
        </p>
      );
    case "code":
      return (
        <pre
          className="m-text m-soft"
          data-gap={gap}
          dir="ltr"
          style={{
            ...block,
            margin: below === "0" ? "4px 0 8px" : below,
            whiteSpace: "pre-wrap",
            wordBreak: "break-word",
          }}
        >
          {one.info && `${one.info}\n`}
          {one.text}
        </pre>
      );
    case "quote":
      return (
        <blockquote
          className="m-quote m-line"
          data-gap={gap}
          dir={dir}
          style={{ ...styles.quote, margin: below }}
        >
          <Blocks blocks={one.blocks} link={link} isInside isApart={isApart} />
        </blockquote>
      );
    case "list": {
      const List = one.isOrdered ? "ol" : "ul";
      return (
        <List data-gap={gap} dir={dir} style={{ ...list, margin: below }}>
          {one.items.map((item, at) => (
            <ItemOf
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
              key={at}
              item={item}
              isOrdered={one.isOrdered}
              link={link}
              isApart={item.gap || (isApart && at === 0)}
            />
          ))}
        </List>
      );
    }
  }
}

function ItemOf({
  item: { marker, blocks, gap },
  isOrdered,
  link,
  isApart,
}: Shared & { item: Item; isOrdered: boolean }) {
  return (
    <li
      className="m-text"
      value={isOrdered ? Number.parseInt(marker, 10) : undefined}
      data-marker={marker}
      style={{ color: styles.words.color, margin: gap ? "16px 0 4px" : "0 0 4px" }}
    >
      <Blocks blocks={blocks} link={link} isInside isApart={isApart} isItem />
    </li>
  );
}

function Words({ words, link }: Shared & { words: Inline[] }) {
  return words.map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
    <Fragment key={at}>
      {typeof word === "string" ? <Lines text={word} /> : <Marked word={word} link={link} />}
    </Fragment>
  ));
}

/** Not every mail program keeps line ends as they are; so many that no letter has them are not worth an element each. */
function Lines({ text }: { text: string }) {
  const lines = text.split("\n");
  if (lines.length > 400) return text;
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
    <Fragment key={at}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ));
}

function Marked({ word, link }: Shared & { word: Exclude<Inline, string> }) {
  if (word.type === "code")
    return (
      <code className="m-text m-soft" style={styles.code}>
        {word.text}
      </code>
    );
  const words = <Words words={word.children} link={link} />;
  if (word.type === "link")
    return (
      <a className="m-link" href={word.href} rel="noopener noreferrer nofollow" style={{ color: link }}>
        {words}
      </a>
    );
  if (word.type === "strong") return <strong>{words}</strong>;
  return word.type === "emphasis" ? <em>{words}</em> : <del>{words}</del>;
}
