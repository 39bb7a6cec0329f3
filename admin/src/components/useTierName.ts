import { useText } from './useText';

const SHIPPED = ['basic', 'quality', 'quality_option2', 'premium'] as const;

const isShipped = (name: string): name is (typeof SHIPPED)[number] =>
  (SHIPPED as readonly string[]).includes(name);

const rank = (name: string): number => (isShipped(name) ? SHIPPED.indexOf(name) : SHIPPED.length);

/** From the simplest to the finest, then the tiers an admin added, in their own order. */
export const byTier = (a: { name: string }, b: { name: string }): number =>
  rank(a.name) - rank(b.name);

/** Tiers an admin added keep the name they were given. */
export const useTierName = () => {
  const text = useText();
  return (name: string): string => (isShipped(name) ? text(`tier.${name}`) : name);
};
