const browsers: [mark: RegExp, name: string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [mark: RegExp, name: string][] = [
  [/\b(iPhone|iPad|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

const nameIn = (names: typeof browsers, userAgent: string) =>
  names.find(([mark]) => mark.test(userAgent))?.[1];

/** What a browser says it is, such as Firefox/Linux; null where it says neither. No more of it is kept. */
export function deviceName(userAgent: string): string | null {
  const sent = userAgent.slice(0, 500);
  const browser = nameIn(browsers, sent);
  const system = nameIn(systems, sent);
  return browser && system ? `${browser}/${system}` : null;
}
