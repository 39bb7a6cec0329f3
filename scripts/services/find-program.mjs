import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of `names` that is found on the PATH or in `folders`; null when there is none. */
export const findProgram = (names, folders = []) => {
  const places = [...(process.env.PATH ?? '').split(delimiter), ...folders];
  const candidates = names.flatMap((name) => places.map((place) => join(place, name)));
  return candidates.find(isExecutable) ?? null;
};

/** Folders `<root>/<version>/<tail>`, newest version first. */
export const versionedFolders = (root, tail) =>
  existsSync(root)
    ? readdirSync(root)
        .sort((one, other) => Number.parseFloat(other) - Number.parseFloat(one))
        .map((version) => join(root, version, tail))
    : [];
