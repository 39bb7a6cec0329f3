type Environment = Record<string, string | undefined>;

/** A developer's own keys and databases must never reach a test. */
const FOREIGN = /^(ARTICLE_IMAGES_|OPENAI_|DATABASE_)|^(PORT|HOST|PUBLIC_URL|MCP_ENABLED)$/;

/** Sets variables for the life of one app; the returned function puts the old ones back. */
export const useEnvironment = (variables: Environment): (() => void) => {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (FOREIGN.test(name)) delete process.env[name];
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return () => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  };
};

/** Strapi answers signals by destroying itself; the test runner's own signal would then do it a second time. */
export const withoutSignalHandlers = <T>(create: () => T): T => {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const before = signals.map((signal) => process.listeners(signal));
  const created = create();
  signals.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) {
      if (!before[index]?.includes(listener)) process.removeListener(signal, listener);
    }
  });
  return created;
};

/** Destroying Strapi removes all listeners of the process, which would cut the test runner's channel. */
export const keepingProcessListeners = async <T>(run: () => Promise<T>): Promise<T> => {
  const original = process.removeAllListeners;
  process.removeAllListeners = () => process;
  try {
    return await run();
  } finally {
    process.removeAllListeners = original;
  }
};
