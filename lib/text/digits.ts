/** The zeros of all scripts that keyboards type. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
  0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
  0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/** A digit of any script as 0 to 9; as it is if it belongs to none that is known. */
export function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find(one => code >= one && code < one + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** A number as it is written in Latin script: ١٬٢٣٤٫٥ is 1234.5. What is no digit stays as it is. */
export const inLatinDigits = (text: string): string =>
  text
    .replace(/\p{Nd}/gu, latinDigit)
    .replaceAll("\u066c", "")
    .replaceAll("\u066b", ".");
