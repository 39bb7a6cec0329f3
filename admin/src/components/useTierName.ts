import { useText } from './useText';

const SHIPPED = ['basic', 'quality', 'quality_option2', 'premium'] as const;

const isShipped = (name: string): name is (typeof SHIPPED)[number] =>
  (SHIPPED as readonly string[]).includes(name);

/** Tiers an admin added keep the name they were given. */
export const useTierName = () => {
  const text = useText();
  return (name: string): string => (isShipped(name) ? text(`tier.${name}`) : name);
};
