/** The zeros of the digits that Arabic, Persian, Hindi and Japanese keyboards type. */
const zeros = [0x660, 0x6f0, 0x966, 0xff10];

/** A number as it is written in Latin script: ١٬٢٣٤٫٥ is 1234.5. What is no digit stays as it is. */
export const inLatinDigits = (text: string): string =>
  text
    .replace(/\p{Nd}/gu, digit => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = zeros.find(one => code >= one && code < one + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replaceAll("\u066c", "")
    .replaceAll("\u066b", ".");
