/** Text with its matches marked; never interpreted as markup. */
export function Marked({ stretches }: { stretches: { text: string; isHit: boolean }[] }) {
  return stretches.map(({ text, isHit }, index) =>
    isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches are one text and never change places
      <mark key={index} className="rounded-xs bg-warn-line text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
