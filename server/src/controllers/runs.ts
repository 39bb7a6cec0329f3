import type { Core } from '@strapi/strapi';
import {
  AcceptMissing,
  AttachRun,
  CancelRun,
  ConfirmSaved,
  EstimateRun,
  GetRun,
  PlaceImages,
  RetryRun,
  StartRun,
} from '../../../shared/contracts/runs';
import { getService } from '../services';
import type { ArticleRef } from '../domain/article/article';
import { parseRequest } from '../strapi/http-errors';
import { createAnswer, type HttpContext } from './answer';

const runIdOf = (context: HttpContext): string => context.params.id ?? '';

/** Runs for the admin: parse, check the right over this article, call, answer. */
export const createRunsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = createAnswer(strapi);
  const runs = () => getService(strapi, 'runs');
  const normalise = <Request extends ArticleRef>(request: Request) =>
    getService(strapi, 'locales').normalise(request);
  const assertRight = (
    context: HttpContext,
    article: ArticleRef,
    right: 'canRead' | 'canGenerate',
  ) => getService(strapi, 'access').assert(context.state.userAbility, article, right);
  const onRun = async (context: HttpContext, right: 'canRead' | 'canGenerate') => {
    const id = runIdOf(context);
    await assertRight(context, await runs().articleOf(id), right);
    return id;
  };

  return {
    estimate: answer(async (context) => {
      const request = await normalise(parseRequest(EstimateRun.body, context.request.body));
      await assertRight(context, request, 'canRead');
      return { data: await runs().estimate(request) };
    }),

    start: answer(async (context) => {
      const request = await normalise(parseRequest(StartRun.body, context.request.body));
      await assertRight(context, request, 'canGenerate');
      const answered = await runs().start({
        ...request,
        trigger: 'manual',
        startedBy: context.state.user?.id ?? null,
      });
      context.status = 202;
      return answered;
    }),

    find: answer(async (context) => {
      const { editor } = parseRequest(GetRun.query, context.query);
      const id = await onRun(context, 'canRead');
      return { data: editor ? await runs().watch(id) : await runs().find(id) };
    }),

    cancel: answer(async (context) => {
      const { mode } = parseRequest(CancelRun.body, context.request.body);
      return { data: await runs().cancel(await onRun(context, 'canGenerate'), mode) };
    }),

    retry: answer(async (context) => {
      const { imageIds } = parseRequest(RetryRun.body, context.request.body ?? {});
      return { data: await runs().retry(await onRun(context, 'canGenerate'), imageIds) };
    }),

    attach: answer(async (context) => {
      const { imageIds } = parseRequest(AttachRun.body, context.request.body ?? {});
      return { data: await runs().attach(await onRun(context, 'canGenerate'), imageIds) };
    }),

    dismiss: answer(async (context) => ({
      data: await runs().dismiss(await onRun(context, 'canRead')),
    })),

    place: answer(async (context) => {
      const { imageIds, values, ...ref } = parseRequest(PlaceImages.body, context.request.body);
      const article = await normalise(ref);
      await assertRight(context, article, 'canGenerate');
      return { data: await runs().placeInForm({ article, imageIds, values }) };
    }),

    confirm: answer(async (context) => {
      const article = await normalise(parseRequest(ConfirmSaved.body, context.request.body));
      await assertRight(context, article, 'canRead');
      return { data: await runs().confirmSaved(article) };
    }),

    acceptMissing: answer(async (context) => {
      const { imageIds, ...ref } = parseRequest(AcceptMissing.body, context.request.body);
      const article = await normalise(ref);
      await assertRight(context, article, 'canGenerate');
      const accepted = await runs().acceptMissing(article, imageIds);
      return { data: { accepted } };
    }),
  };
};
