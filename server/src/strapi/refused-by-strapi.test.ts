import { errors } from '@strapi/utils';
import { describe, expect, it } from 'vitest';
import { ArticleImagesError } from '../domain/errors';
import { refusedByStrapi } from './refused-by-strapi';

const field = (name: string) => ({ path: [name], message: `${name} must be defined.`, name: 'V' });

describe('refusedByStrapi', () => {
  it('names the fields of a validation error and does not try again', () => {
    const cause = new errors.ValidationError('2 errors occurred', {
      errors: [field('cover'), field('coverAlt')],
    });
    expect(refusedByStrapi('publish the article', cause)).toMatchObject({
      code: 'attach_failed',
      isRetryable: false,
      message:
        'Strapi did not publish the article: cover must be defined.; coverAlt must be defined.',
      cause,
    });
  });

  it('counts the fields it has no room for', () => {
    const cause = new errors.ValidationError('5 errors', {
      errors: ['a', 'b', 'c', 'd', 'e'].map(field),
    });
    expect(refusedByStrapi('publish', cause).message).toMatch(
      /c must be defined\. \(and 2 more\)$/,
    );
  });

  it('takes the message when there are no details', () => {
    const cause = new errors.ValidationError('Invalid body');
    expect(refusedByStrapi('save', cause)).toMatchObject({
      isRetryable: false,
      message: 'Strapi did not save: Invalid body',
    });
  });

  it('tries again after any other failure', () => {
    expect(refusedByStrapi('save', new Error('database is locked'))).toMatchObject({
      code: 'attach_failed',
      isRetryable: true,
      message: 'Strapi did not save: database is locked',
    });
    expect(refusedByStrapi('save', 'odd').message).toBe('Strapi did not save: odd');
  });

  it('leaves an error alone that already has a code', () => {
    const known = new ArticleImagesError('article_changed', 'Changed.');
    expect(refusedByStrapi('save', known)).toBe(known);
  });
});
