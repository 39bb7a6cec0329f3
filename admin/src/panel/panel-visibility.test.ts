import { afterEach, describe, expect, it } from 'vitest';
import { isPanelHidden, rememberPanel, wasPanelHidden } from './panel-visibility';

const permissions = { canRead: true, canGenerate: true, canConfigure: false };
const facts = { permissions, isMapped: true, isEnabled: true };

afterEach(() => window.localStorage.clear());

describe('the panel is not there at all', () => {
  it('for a type that is switched off, not even for administrators', () => {
    const admin = { ...permissions, canConfigure: true };
    expect(isPanelHidden({ ...facts, isEnabled: false, permissions: admin })).toBe(true);
  });

  it('for people who may not see pictures', () => {
    expect(isPanelHidden({ ...facts, permissions: { ...permissions, canRead: false } })).toBe(true);
    expect(isPanelHidden(facts)).toBe(false);
  });

  it('for a type that is not set up, except for those who can do that', () => {
    expect(isPanelHidden({ ...facts, isMapped: false, isEnabled: false })).toBe(true);
    const admin = { ...permissions, canConfigure: true };
    expect(isPanelHidden({ ...facts, isMapped: false, permissions: admin })).toBe(false);
  });
});

describe('until the server answers', () => {
  it('it is where it was the last time', () => {
    expect(wasPanelHidden('api::a.a')).toBe(true);
    rememberPanel('api::a.a', false);
    expect(wasPanelHidden('api::a.a')).toBe(false);
    expect(wasPanelHidden('api::b.b')).toBe(true);
    rememberPanel('api::a.a', true);
    expect(wasPanelHidden('api::a.a')).toBe(true);
  });
});
