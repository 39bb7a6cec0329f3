import type { Core } from '@strapi/strapi';
import supertest from 'supertest';

export type HttpClient = ReturnType<typeof supertest.agent>;

const ADMIN = {
  firstname: 'Ada',
  lastname: 'Admin',
  email: 'ada@example.com',
  password: 'Host-app-1',
};

const bearer = (url: string, token: string): HttpClient =>
  supertest.agent(url).set('Authorization', `Bearer ${token}`);

const signIn = async (url: string): Promise<string> => {
  const registered = await supertest(url).post('/admin/register-admin').send(ADMIN);
  if (registered.status === 200) return registered.body.data.token;
  const { email, password } = ADMIN;
  const signedIn = await supertest(url).post('/admin/login').send({ email, password });
  if (signedIn.status === 200) return signedIn.body.data.token;
  throw new Error(`No admin could sign in: ${JSON.stringify(signedIn.body)}`);
};

const createApiToken = async (strapi: Core.Strapi): Promise<string> => {
  const { accessKey } = await strapi
    .service('admin::api-token-content-api')
    .create({ name: `test ${Date.now()}`, type: 'full-access', lifespan: null });
  return accessKey;
};

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

/** The first administrator of an app that runs in another process. */
export const createAdmin = (url: string): (() => Promise<HttpClient>) => {
  const token = once(() => signIn(url));
  return async () => bearer(url, await token());
};

/** Ways to talk to a booted app: as nobody, as its first administrator, with a full-access API token. */
export const createClients = ({ strapi, url }: { strapi: Core.Strapi; url: string }) => {
  const adminToken = once(() => signIn(url));
  const contentApiToken = once(() => createApiToken(strapi));
  return {
    request: supertest.agent(url),
    adminToken,
    contentApiToken,
    admin: async (): Promise<HttpClient> => bearer(url, await adminToken()),
    contentApi: async (): Promise<HttpClient> => bearer(url, await contentApiToken()),
  };
};
