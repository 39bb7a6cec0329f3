const LONGEST = 240;
/** Shorter "secrets" are words such as "local": replacing them would only garble the sentence. */
const SHORTEST_SECRET = 6;

const PATTERNS: [RegExp, string][] = [
  [/data:[\w./+-]+;base64,[\w+/=-]*/g, '[picture]'],
  [/\b([Bb]earer|Basic)\s+[^\s"',]{6,}/g, '$1 [redacted]'],
  [/\b(sk|pk|rk|r8)[-_][\w*.-]{4,}/gi, '[redacted]'],
  [/([?&][\w-]*(?:key|token|signature|sig)=)[^&\s"']+/gi, '$1[redacted]'],
  [/[\w+/-]{100,}={0,2}/g, '[data]'],
  [/<[^>]*>/g, ' '],
  [/\s+/g, ' '],
];

/**
 * Makes a service's words fit for a message: without the given secrets or anything that looks like a key,
 * without markup and picture data, on one line and short. Services do echo keys and whole requests.
 */
export const redact = ({
  text,
  secrets = [],
}: {
  text: string;
  secrets?: readonly string[];
}): string => {
  // Cut early: a pattern must not be run over megabytes. A secret on the edge is cut off with it.
  let safe = text.slice(0, LONGEST * 20);
  for (const secret of secrets) {
    if (secret.length >= SHORTEST_SECRET) safe = safe.replaceAll(secret, '[redacted]');
  }
  for (const [pattern, replacement] of PATTERNS) safe = safe.replace(pattern, replacement);
  safe = safe.trim();
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST - 3)}...` : safe;
};

/** Keeps the kind and the words of a foreign error, but not its fields: they hold requests, headers and keys. */
export const redactedCause = ({
  error,
  secrets,
}: {
  error: unknown;
  secrets: readonly string[];
}): Error => {
  const source = error instanceof Error ? error : new Error(String(error));
  const cause = new Error(redact({ text: source.message, secrets }));
  cause.name = source.name;
  cause.stack = `${cause.name}: ${cause.message}`;
  return cause;
};
