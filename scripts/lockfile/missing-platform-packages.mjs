const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];
const LIBRARIES = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

const EXACT_VERSION = /^\d+\.\d+\.\d+[\w.+-]*$/;

/** The platform a native package says in its name; null when it names none. */
const platformOf = (name) => {
  const words = name.split('/').pop().split('-');
  const find = (list) => list.find((each) => words.includes(each));
  const [os, cpu] = [find(SYSTEMS), find(PROCESSORS)];
  if (!os || !cpu) return null;
  const library = LIBRARIES[find(Object.keys(LIBRARIES))];
  return { os: [os], cpu: [cpu], ...(os === 'linux' && library ? { libc: [library] } : {}) };
};

/** Where Node looks for a package from inside `parent`, nearest first. */
const placesFor = (parent, name) => {
  const places = [];
  for (let folder = parent; folder !== ''; ) {
    places.push(`${folder}/node_modules/${name}`);
    const end = folder.lastIndexOf('/node_modules/');
    folder = end >= 0 ? folder.slice(0, end) : '';
  }
  return [...places, `node_modules/${name}`];
};

/**
 * Lockfile entries for optional packages of other platforms that `packages` (the lockfile's own) asks for by exact
 * version and does not hold.
 */
export const missingPlatformPackages = (packages) => {
  const missing = {};
  for (const [parent, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const known = { ...packages, ...missing };
      const place = placesFor(parent, name).find((path) => known[path]);
      const platform = platformOf(name);
      if (!platform || !EXACT_VERSION.test(version) || known[place]?.version === version) continue;
      const isFree = !known[`node_modules/${name}`];
      const path = isFree ? `node_modules/${name}` : `${parent}/node_modules/${name}`;
      const flags = entry.dev ? { dev: true } : {};
      missing[path] = { version, ...platform, ...flags, optional: true };
    }
  }
  return missing;
};
