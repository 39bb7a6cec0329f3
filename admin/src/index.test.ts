import { describe, expect, it, vi } from 'vitest';
import type { StrapiApp } from '@strapi/strapi/admin';
import plugin from './index';

type Panels = ((panels: object[]) => object[])[];

const hostApp = () => {
  const panels: Panels = [];
  return {
    panels,
    registerPlugin: vi.fn(),
    addSettingsLink: vi.fn(),
    getPlugin: () => ({
      apis: { addEditViewSidePanel: (add: Panels[number]) => panels.push(add) },
    }),
  };
};

const start = () => {
  const app = hostApp();
  plugin.register(app as unknown as StrapiApp);
  plugin.bootstrap(app as unknown as StrapiApp);
  return app;
};

describe('the plugin in the admin', () => {
  it('registers under the name its server half has', () => {
    expect(start().registerPlugin).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'article-images' }),
    );
  });

  it('puts its panel right below Save and Publish', () => {
    const actions = { type: 'actions' };
    const other = { type: 'releases' };
    const [add] = start().panels;
    const panels = add!([actions, other]);
    expect(panels).toHaveLength(3);
    expect(panels[0]).toBe(actions);
    expect(panels[2]).toBe(other);
  });

  it('shows its settings only to those who may read them', () => {
    const [section, link] = start().addSettingsLink.mock.calls[0]!;
    expect(section).toBe('global');
    expect(link).toMatchObject({
      to: 'article-images',
      permissions: [{ action: 'plugin::article-images.settings.read' }],
    });
  });

  it('loads the settings page only when it is opened', async () => {
    const [, link] = start().addSettingsLink.mock.calls[0]!;
    const page = await link.Component();
    expect(typeof page.default).toBe('function');
  });
});
