import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const ADMIN_ENTRY = 'dist/admin/index.mjs';

/** `import ... from "./x"`, `export ... from "./x"` and `import "./x"`; never `import("./x")`. */
const STATIC_IMPORT = /\b(?:import|export)\s*(?:[\w$*{},\s]+?from\s*)?["'](\.{1,2}\/[^"']+)["']/g;

const withStaticImports = (file, seen = new Set()) => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)) {
    withStaticImports(join(dirname(file), path), seen);
  }
  return seen;
};

/**
 * Bytes, gzipped, of everything a browser loads with Strapi's admin before anybody opens the plugin: the entry and what it
 * imports statically. Null when the plugin has not been built.
 */
export const adminEntryBytes = (entry = ADMIN_ENTRY) => {
  if (!existsSync(entry)) return null;
  const files = [...withStaticImports(entry)];
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
};
