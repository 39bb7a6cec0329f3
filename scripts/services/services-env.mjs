import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const FILE = '.cache/services.env';
const LINE = /^export (\w+)='(.*)'$/;

/** The variables the last `npm run provision` wrote; empty when it never ran. */
export const readServices = (file = FILE) => {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').split('\n');
  const pairs = lines.map((line) => LINE.exec(line)).filter(Boolean);
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]));
};

/** Writes the variables so that a shell (`source`) and the test runner can read them. */
export const writeServices = (variables, file = FILE) => {
  mkdirSync(dirname(file), { recursive: true });
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}='${value}'`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};
