import type { PlaceImages, RunDto } from '../../../shared/contracts/runs';
import type { GetContext } from '../../../shared/contracts/context';
import type { BootedStrapi } from '../boot-strapi';

type Values = Record<string, unknown>;
type Ref = { uid: string; documentId: string; locale?: string };

const POLL_MS = 250;
const KEY = '__temp_key__';

const isRows = (value: unknown): value is Values[] =>
  Array.isArray(value) &&
  value.every((row) => typeof row === 'object' && row !== null && '__component' in row);

/** Strapi's form gives every row of a zone a fractional index of its own. */
const withRowKeys = (value: unknown): unknown =>
  isRows(value) ? value.map((row, index) => ({ ...row, [KEY]: `a${index}` })) : value;

/** What an edit view of the admin does over HTTP: the form's values, its Save, and the panel's requests. */
export const openEditView = async (app: BootedStrapi, { uid, documentId, locale = 'en' }: Ref) => {
  const admin = await app.admin();
  const article = { uid, documentId, locale };
  const path = `/content-manager/collection-types/${uid}/${documentId}?locale=${locale}`;
  const type = app.strapi.contentType(uid as 'api::guide.guide');
  const attributes = Object.keys(type.attributes);
  const data = async <T>(
    answer: PromiseLike<{ status: number; body: { data: T } }>,
  ): Promise<T> => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body.data;
  };

  return {
    /** The saved draft as the form holds it: media as whole files, rows with their keys. */
    async values(): Promise<Values> {
      const document = await data<Values>(admin.get(path));
      const own = Object.entries(document).filter(
        ([name]) =>
          attributes.includes(name) &&
          !/^(createdAt|updatedAt|publishedAt|createdBy|updatedBy|locale|localizations)$/.test(
            name,
          ),
      );
      return Object.fromEntries(own.map(([name, value]) => [name, withRowKeys(value)]));
    },
    /** The button Save: the whole form goes to the server. */
    save: async (values: Values): Promise<number> => (await admin.put(path).send(values)).status,
    context: () =>
      data<GetContext.Response['data']>(
        admin.get(`/article-images/context?uid=${uid}&documentId=${documentId}&locale=${locale}`),
      ),
    /** Reports this view and gives the run, again and again, until it is as wanted. */
    async watch(
      runId: string,
      state: 'clean' | 'dirty',
      until: (run: RunDto) => boolean,
      timeoutMs = 30_000,
    ): Promise<RunDto> {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const run = await data<RunDto>(admin.get(`/article-images/runs/${runId}?editor=${state}`));
        if (until(run)) return run;
        if (Date.now() > deadline) throw new Error(`Not in time: ${JSON.stringify(run)}`);
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    attach: (runId: string, imageIds?: string[]) =>
      data<RunDto>(admin.post(`/article-images/runs/${runId}/attach`).send({ imageIds })),
    place: (imageIds: string[], values: Values) =>
      data<PlaceImages.Response['data']>(
        admin.post('/article-images/placements').send({ ...article, imageIds, values }),
      ),
    confirm: () =>
      data<{ attached: string[]; missing: string[] }>(
        admin.post('/article-images/confirm').send(article),
      ),
    accept: (imageIds: string[]) =>
      data<{ accepted: string[] }>(
        admin.post('/article-images/missing/accept').send({ ...article, imageIds }),
      ),
  };
};

export type EditView = Awaited<ReturnType<typeof openEditView>>;
