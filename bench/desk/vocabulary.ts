/** What people of a support desk say most, the most frequent first. */
const frequent =
  "the a to is of and it in my we not on for that with this since again when page error report export invoice order login " +
  "password account customer printer store screen button email file upload price table column number amount phone " +
  "link today yesterday morning week month missing wrong slow broken new old change cannot please thanks urgent help " +
  "update delete save open close search filter view user name address code form field value date time hour minute list";
const starts = [
  "b",
  "br",
  "c",
  "d",
  "f",
  "g",
  "gl",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "r",
  "s",
  "st",
  "t",
  "v",
  "w",
];
const vowels = ["a", "e", "i", "o", "u", "ea", "ou"];

/** Words by frequency: those above, and made-up ones without any meaning. */
export function makeVocabulary(size: number): string[] {
  const words = new Set(frequent.split(" "));
  for (let number = 0; words.size < size; number++) words.add(wordOf(number * 7_919 + 11));
  return [...words];
}

function wordOf(number: number): string {
  const base = starts.length * vowels.length;
  const syllable = (rest: number) =>
    `${starts[rest % starts.length]}${vowels[Math.floor(rest / starts.length) % vowels.length]}`;
  return `${syllable(number % base)}${syllable(Math.floor(number / base) % base)}${starts[number % starts.length]}`;
}
