import { screen, waitFor } from '@testing-library/react';
import type { PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { afterEach, describe, expect, it } from 'vitest';
import { makeContext } from '../../../test/admin/builders';
import { HttpFailure, stubHttp } from '../../../test/admin/http-stub';
import { HostForm, renderInAdmin } from '../../../test/admin/render-admin';
import { ArticleImagesPanelDescription } from './panel-description';

const server = stubHttp();

/** As the host does: the description is called as a component and its content shown in a panel. */
const Host = (props: PanelComponentProps) => {
  const description = ArticleImagesPanelDescription(props);
  return description ? (
    <aside>
      <h2>{description.title}</h2>
      {description.content}
    </aside>
  ) : (
    <p>no panel</p>
  );
};

const uid = 'api::article.article';
const base: PanelComponentProps = {
  activeTab: 'draft',
  collectionType: 'collection-types',
  model: uid,
  documentId: 'doc1',
};
const document = { documentId: 'doc1', id: 1 } as PanelComponentProps['document'];

const open = (props: Partial<PanelComponentProps> = {}, path = '/') =>
  renderInAdmin(
    <HostForm initialValues={{}} onReady={() => undefined}>
      <Host {...base} document={document} {...props} />
    </HostForm>,
    { path },
  );

const asked = async (): Promise<Record<string, string>> => {
  await waitFor(() => expect(server.calls('GET /context').length).toBeGreaterThan(0));
  return Object.fromEntries(server.calls('GET /context')[0]!.query);
};

afterEach(() => window.localStorage.clear());

describe('the panel in the edit view', () => {
  it('appears with its title once the server says it belongs there', async () => {
    server.on('GET /context', { data: makeContext() });
    open();
    expect(screen.getByText('no panel')).toBeTruthy();
    expect(await screen.findByRole('heading', { level: 2, name: 'Article images' })).toBeTruthy();
    expect(await screen.findByTestId('article-images-panel')).toBeTruthy();
  });

  it('is not there for people without the right to see it', async () => {
    server.on('GET /context', () => {
      throw new HttpFailure(403, 'forbidden');
    });
    open();
    await asked();
    await waitFor(() => expect(screen.getByText('no panel')).toBeTruthy());
  });

  it('is there and says so when the server cannot be asked', async () => {
    server.on('GET /context', () => {
      throw new HttpFailure(500, 'internal');
    });
    open();
    expect(await screen.findByText(/could not be loaded/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('asks for the language in the address while the language has no version: the document is empty', async () => {
    server.on('GET /context', { data: makeContext({ article: null }) });
    open({ document: {} as PanelComponentProps['document'] }, '/?plugins[i18n][locale]=fr');
    expect(await asked()).toMatchObject({ documentId: 'doc1', locale: 'fr' });
    expect(await screen.findByText(/This language has no version yet/)).toBeTruthy();
  });

  it('asks for no language on a type without languages, whatever the address says', async () => {
    server.on('GET /context', { data: makeContext() });
    const withoutLanguage = { ...document, locale: null } as PanelComponentProps['document'];
    open({ document: withoutLanguage }, '/?plugins[i18n][locale]=fr');
    expect(await asked()).toEqual({ uid, documentId: 'doc1' });
  });

  it('finds the document of a single type, whose address has none', async () => {
    server.on('GET /context', { data: makeContext() });
    open({ documentId: undefined, collectionType: 'single-types' });
    expect(await asked()).toMatchObject({ documentId: 'doc1' });
  });

  it('asks for a new article to be saved first', async () => {
    server.on('GET /context', { data: makeContext({ article: null }) });
    open({ documentId: undefined, document: undefined });
    expect(await screen.findByText(/Save this article once/)).toBeTruthy();
    expect(await asked()).toEqual({ uid });
  });
});
