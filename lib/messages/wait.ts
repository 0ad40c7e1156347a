const minute = 60;
const hour = 60 * minute;

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(unit: string): Intl.NumberFormat {
  const format =
    formats.get(unit) ?? new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long" });
  formats.set(unit, format);
  return format;
}

/** "20 seconds", "15 minutes": rounded up, so that waiting that long is enough. */
export function waitInWords(seconds: number): string {
  if (seconds < 90) return formatOf("second").format(Math.max(1, Math.ceil(seconds)));
  const minutes = Math.ceil(seconds / minute);
  return minutes <= 90
    ? formatOf("minute").format(minutes)
    : formatOf("hour").format(Math.ceil(seconds / hour));
}
