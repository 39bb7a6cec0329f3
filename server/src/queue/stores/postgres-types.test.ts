import { types } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { queueTypes } from './postgres-types';

const { JSONB, NUMERIC, INT8, BOOL } = types.builtins;
const parse = (oid: number, value: string) =>
  (queueTypes.getTypeParser(oid, 'text') as (value: string) => unknown)(value);

describe('the types of the queue’s connections', () => {
  const ownJson = types.getTypeParser(JSONB, 'text');
  const ownNumeric = types.getTypeParser(NUMERIC, 'text');
  afterEach(() => {
    types.setTypeParser(JSONB, 'text', ownJson);
    types.setTypeParser(NUMERIC, 'text', ownNumeric);
  });

  it('stay as BullMQ needs them when the app changes those of the process, as Strapi does', () => {
    types.setTypeParser(JSONB, 'text', (value: string) => value);
    types.setTypeParser(NUMERIC, 'text', parseFloat);
    expect(parse(JSONB, '{"id":"run1"}')).toEqual({ id: 'run1' });
    expect(parse(NUMERIC, '12.50')).toBe('12.50');
  });

  it('are those of pg otherwise', () => {
    expect(parse(INT8, '9007199254740993')).toBe('9007199254740993');
    expect(parse(BOOL, 't')).toBe(true);
  });
});
