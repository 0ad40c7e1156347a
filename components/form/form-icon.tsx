import clsx from "clsx";

const drawings = {
  wrong: "M12 8v5M12 16.5v.01",
  met: "m8.5 12 2.5 2.5 4.5-5",
  open: "",
} as const;

export function FormIcon({ name, className }: { name: keyof typeof drawings; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={clsx("size-4 shrink-0", className)}
    >
      <circle cx={12} cy={12} r={9} />
      <path d={drawings[name]} />
    </svg>
  );
}
