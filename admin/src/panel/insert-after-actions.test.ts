import { expect, it } from 'vitest';
import { insertAfterActions } from './insert-after-actions';

type Panel = { type?: string; name: string };

const ours: Panel = { name: 'ours' };
const actions: Panel = { type: 'actions', name: 'actions' };
const other: Panel = { type: 'releases', name: 'other' };

it('goes right below the panel with Save and Publish', () => {
  expect(insertAfterActions([actions, other], ours)).toEqual([actions, ours, other]);
  expect(insertAfterActions([other, actions], ours)).toEqual([other, actions, ours]);
});

it('goes first where there is no such panel', () => {
  expect(insertAfterActions([other], ours)).toEqual([ours, other]);
});
