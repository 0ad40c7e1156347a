/** Seen once the keyboard is on it. */
export function SkipLink({ label, target = "main" }: { label: string; target?: string }) {
  return (
    <a href={`#${target}`} className="skip-link">
      {label}
    </a>
  );
}
