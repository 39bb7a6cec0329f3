import { expect, it } from 'vitest';
import { PERMISSION_UIDS } from './permissions';

it('no right over a content type ends like one of the content manager, which would hide its fields', () => {
  const taken = ['create', 'read', 'update', 'delete', 'publish'];
  const ours = [PERMISSION_UIDS.read, PERMISSION_UIDS.generate];
  expect(ours.filter((uid) => taken.includes(uid.split('.').at(-1) ?? ''))).toEqual([]);
});
