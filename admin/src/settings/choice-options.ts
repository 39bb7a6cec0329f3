import type { Text } from '../components/useText';
import { byTier } from '../components/useTierName';
import type { SettingsDto } from '../services/settings';
import type { ChoiceOption } from './Choice';

/** Stands for "no choice of its own": a select cannot hold null. */
export const INHERIT = '__inherit__';

export const orNull = (value: string): string | null => (value === INHERIT ? null : value);

export const countOptions = ({ min, max }: SettingsDto['countLimits']): ChoiceOption[] =>
  Array.from({ length: max - min + 1 }, (_, index) => {
    const value = String(min + index);
    return { value, label: value };
  });

export const tierOptions = (
  tiers: SettingsDto['tiers'],
  tierName: (name: string) => string,
  text: Text,
): ChoiceOption[] =>
  [...tiers].sort(byTier).map(({ name, modelLabel, problem }) => ({
    value: name,
    label:
      problem === null
        ? text('settings.tier.option', { tier: tierName(name), model: modelLabel })
        : text('choice.tier.unusable', { name: tierName(name) }),
    isDisabled: problem !== null,
  }));
