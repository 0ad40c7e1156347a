import clsx from "clsx";
import { Fragment } from "react";
import type { Inline } from "@/lib/markdown/inline";
import { type Block, type Item, readMarkdown } from "@/lib/markdown/markdown";

export function Markdown({ children, className }: { children: string; className?: string }) {
  return (
    <div className={clsx("wrap-anywhere leading-relaxed [&>:first-child]:mt-0", className)}>
      <Blocks blocks={readMarkdown(children)} />
    </div>
  );
}

type Inside = { isInside?: true };

function Blocks({ blocks, isInside }: Inside & { blocks: Block[] }) {
  return blocks.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text never change places
    <BlockOf key={at} block={block} isInside={isInside} />
  ));
}

function BlockOf({ block, isInside }: Inside & { block: Block }) {
  const above = block.gap ? "mt-3" : "";
  const dir = isInside ? undefined : "auto";
  switch (block.type) {
    case "text":
      return (
        <p dir={dir} className={clsx("as-typed", above)}>
          <Words words={block.words} />
        </p>
      );
    case "code":
      return (
        <pre
          dir="ltr"
          className="my-2 whitespace-pre-wrap rounded-lg border border-line bg-sunken px-4 py-3 font-mono text-[0.86em] text-ink"
        >
          {block.info && <span className="block text-ink-faint text-xs">{block.info}</span>}
          <code>{block.text}</code>
        </pre>
      );
    case "quote":
      return (
        <blockquote
          dir={dir}
          className={clsx(
            "border-line-strong/50 border-s-2 ps-4 text-ink-soft [&>:first-child]:mt-0",
            above || "mt-1",
          )}
        >
          <Blocks blocks={block.blocks} isInside />
        </blockquote>
      );
    case "list": {
      const List = block.isOrdered ? "ol" : "ul";
      return (
        <List
          dir={dir}
          className={clsx(
            "ps-7 marker:text-ink-faint",
            block.isOrdered ? "list-decimal" : "list-disc",
            above || "mt-1",
          )}
        >
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor do its items
            <ItemOf key={at} item={item} isOrdered={block.isOrdered} />
          ))}
        </List>
      );
    }
  }
}

/** Shows the typed number, whatever the item's position. */
function ItemOf({ item: { marker, blocks, gap }, isOrdered }: { item: Item; isOrdered: boolean }) {
  return (
    <li value={isOrdered ? Number.parseInt(marker, 10) : undefined} className={gap ? "mt-3" : "mt-1"}>
      <Blocks blocks={blocks} isInside />
    </li>
  );
}

function Words({ words }: { words: Inline[] }) {
  return words.map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nor do its words
    <Fragment key={at}>{typeof word === "string" ? word : <Marked word={word} />}</Fragment>
  ));
}

function Marked({ word }: { word: Exclude<Inline, string> }) {
  switch (word.type) {
    case "code":
      return (
        <code className="rounded border border-line bg-sunken px-1 py-px font-mono text-[0.86em]">
          {word.text}
        </code>
      );
    case "link":
      return (
        <a
          href={word.href}
          rel="noopener noreferrer nofollow ugc"
          className="text-accent-text underline decoration-accent-line underline-offset-2 hover:decoration-current"
        >
          <Words words={word.children} />
        </a>
      );
    case "strong":
      return (
        <strong className="font-semibold">
          <Words words={word.children} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Words words={word.children} />
        </em>
      );
    case "deleted":
      return (
        <del className="text-ink-soft">
          <Words words={word.children} />
        </del>
      );
  }
}
