import clsx from "clsx";

export type FaceSize = "small" | "medium" | "large";
/** What stands for somebody's face. */
export type Face = { initials: string; look: string };

type Props = { face: Face; size?: FaceSize; className?: string };

/** Hidden from screen readers, because the name is always written next to it. */
export function FaceAsTold({ face: { initials, look }, size = "medium", className }: Props) {
  return (
    <span aria-hidden="true" className={clsx("avatar", size !== "medium" && size, look, className)}>
      {initials}
    </span>
  );
}
