import type { ReactNode } from 'react';
import { configureStore } from '@reduxjs/toolkit';
import { DesignSystemProvider, lightTheme } from '@strapi/design-system';
import { adminApi, Form, NotificationsProvider, useForm } from '@strapi/strapi/admin';
import { cleanup, render } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { Provider } from 'react-redux';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { afterEach } from 'vitest';
import english from '../../admin/src/translations/en.json';
import { PLUGIN_ID } from '../../shared/vocabulary';

type Options = { path?: string };

const messages = Object.fromEntries(
  Object.entries(english).map(([key, message]) => [`${PLUGIN_ID}.${key}`, message]),
);

/** Not in jsdom; the host's layouts and the design system measure themselves. */
class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoObserver;
window.matchMedia ??= (query) =>
  ({
    matches: query.includes('min-width'),
    media: query,
    addEventListener() {},
    removeEventListener() {},
  }) as unknown as MediaQueryList;
globalThis.IntersectionObserver ??= NoObserver as unknown as typeof IntersectionObserver;

const createStore = () =>
  configureStore({
    reducer: { [adminApi.reducerPath]: adminApi.reducer },
    middleware: (defaults) => defaults().concat(adminApi.middleware),
  });

type AdminStore = ReturnType<typeof createStore>;
const stores: AdminStore[] = [];

afterEach(() => {
  cleanup();
  stores.splice(0).forEach((store) => store.dispatch(adminApi.util.resetApiState()));
});

/** Renders inside what the admin puts around every page: store, texts, design system, router, notifications. */
export const renderInAdmin = (ui: ReactNode, { path = '/' }: Options = {}) => {
  const store = createStore();
  stores.push(store);
  const wrap = (children: ReactNode) => (
    <Provider store={store}>
      <IntlProvider locale="en" messages={messages}>
        <DesignSystemProvider locale="en" theme={lightTheme}>
          <NotificationsProvider>{children}</NotificationsProvider>
        </DesignSystemProvider>
      </IntlProvider>
    </Provider>
  );
  const router = createMemoryRouter([{ path: '*', element: wrap(ui) }], {
    initialEntries: [path],
  });
  const result = render(<RouterProvider router={router} />);
  return { ...result, store, router };
};

type FormApi = {
  values: () => Record<string, unknown>;
  change: (path: string, value: unknown) => void;
  isModified: () => boolean;
  submit: (isSubmitting: boolean) => void;
  saved: () => void;
};

const Handle = ({ onReady }: { onReady: (api: FormApi) => void }) => {
  const form = useForm('TestForm', (state) => state);
  onReady({
    values: () => form.getValues() as Record<string, unknown>,
    change: (path, value) => form.onChange(path, value),
    isModified: () => form.modified,
    submit: form.setSubmitting,
    saved: () => form.resetForm(form.getValues()),
  });
  return null;
};

/** The host's real form around the panel, as the edit view has it. */
export const HostForm = ({
  initialValues,
  onReady,
  onSubmit,
  children,
}: {
  initialValues: Record<string, unknown>;
  onReady: (api: FormApi) => void;
  onSubmit?: () => void;
  children: ReactNode;
}) => (
  <Form method="PUT" initialValues={initialValues} onSubmit={() => onSubmit?.()}>
    <Handle onReady={onReady} />
    <input name="title" aria-label="title" />
    {children}
    <button type="submit">Save</button>
  </Form>
);

export type { FormApi };
