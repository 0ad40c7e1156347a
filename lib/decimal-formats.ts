// Apart from other numbers, so that customers’ pages load no more than they show.
import { keepFormats, oneKindOfDigits } from "./number-formats";

/** With all its decimals, for limits that somebody has set. */
export const exactNumberFormat = keepFormats(
  language => new Intl.NumberFormat(language, { maximumFractionDigits: 20, ...oneKindOfDigits }),
);

export const oneDecimalFormat = keepFormats(
  language =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      ...oneKindOfDigits,
    }),
);
