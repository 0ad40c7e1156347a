import clsx from "clsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-accent-ink shadow-rest hover:bg-accent-hover active:bg-accent-hover",
  secondary:
    "border-line-strong/45 bg-surface text-ink shadow-rest hover:border-line-strong/80 hover:bg-sunken",
  quiet: "border-transparent text-ink-soft hover:bg-sunken hover:text-ink",
  danger: "border-bad-line bg-surface text-bad shadow-rest hover:border-bad hover:bg-bad-soft",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-8 gap-1.5 rounded-md px-3 text-sm",
  medium: "min-h-10 gap-2 rounded-lg px-4 text-sm pointer-coarse:min-h-11",
  large: "min-h-11 gap-2 rounded-lg px-5 text-base",
};

export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "medium"): string {
  return clsx(
    "inline-flex select-none items-center justify-center border py-1 text-center font-medium no-underline",
    "transition-[background-color,border-color,color,box-shadow] duration-150",
    "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60",
    variants[variant],
    sizes[size],
  );
}
