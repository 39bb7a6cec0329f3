import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useState } from 'react';
import { article } from '../../../test/admin/builders';
import { renderInAdmin } from '../../../test/admin/render-admin';
import { usePanelMemory } from './panel-memory';

let panel: ReturnType<typeof usePanelMemory>;
let setLocale: (locale: string) => void;

const Panel = ({ locale }: { locale: string }) => {
  panel = usePanelMemory({ ...article, locale });
  return null;
};

/** The host gives a panel of its own to every language. */
const Host = () => {
  const [locale, set] = useState('en');
  setLocale = set;
  return <Panel key={locale} locale={locale} />;
};

it('keeps what was set for each language while the host remounts the panel', async () => {
  renderInAdmin(<Host />);
  await act(async () => undefined);
  act(() => panel.change({ count: 7, isChangeOpen: true }));
  expect(panel.memory).toMatchObject({ count: 7, isChangeOpen: true });
  await act(async () => setLocale('fr'));
  expect(panel.memory).toMatchObject({ count: null, isChangeOpen: false });
  await act(async () => setLocale('en'));
  expect(panel.memory).toMatchObject({ count: 7, isChangeOpen: true });
});

it('forgets everything when an order was sent', async () => {
  renderInAdmin(<Host />);
  await act(async () => undefined);
  act(() => panel.change({ count: 7, tier: 'premium', isReplacing: true }));
  act(() => panel.forget());
  expect(panel.memory).toEqual({
    count: null,
    includeFeatured: null,
    tier: null,
    isChangeOpen: false,
    isReplacing: false,
  });
});
