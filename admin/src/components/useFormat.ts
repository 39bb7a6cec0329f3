import { useIntl } from 'react-intl';
import { moneyFormat } from './money';
import { useText } from './useText';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relativeUnit = (seconds: number): [number, Intl.RelativeTimeFormatUnit] => {
  if (seconds < HOUR) return [Math.floor(seconds / MINUTE), 'minute'];
  if (seconds < DAY) return [Math.floor(seconds / HOUR), 'hour'];
  return [Math.floor(seconds / DAY), 'day'];
};

/** Money, durations and dates in the admin's language. */
export const useFormat = () => {
  const intl = useIntl();
  const text = useText();
  return {
    money: (microUsd: number): string => {
      const { value, options } = moneyFormat(microUsd);
      return intl.formatNumber(value, options);
    },
    duration: (seconds: number): string =>
      seconds < 2 * MINUTE
        ? text('unit.seconds', { n: Math.max(1, Math.round(seconds)) })
        : text('unit.minutes', { n: Math.round(seconds / MINUTE) }),
    ago: (date: string): string => {
      if (Date.now() - Date.parse(date) < MINUTE * 1000) return text('unit.justNow');
      const [n, unit] = relativeUnit(Math.max(0, (Date.now() - Date.parse(date)) / 1000));
      return intl.formatRelativeTime(-n, unit, { numeric: 'auto' });
    },
    time: (date: string): string => intl.formatTime(date, { hour: 'numeric', minute: '2-digit' }),
    list: (items: string[]): string => intl.formatList(items, { type: 'conjunction' }),
  };
};
