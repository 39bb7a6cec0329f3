import type { FormatNumberOptions } from 'react-intl';

const MICRO = 1_000_000;

/** Pictures cost cents or less: small amounts keep the digits that tell them apart. */
export const moneyFormat = (microUsd: number): { value: number; options: FormatNumberOptions } => {
  const value = microUsd / MICRO;
  const isSmall = value > 0 && value < 0.1;
  return {
    value,
    options: {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      ...(isSmall ? { maximumSignificantDigits: 2 } : {}),
    },
  };
};
