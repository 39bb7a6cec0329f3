/** Local reasoning models write their thoughts first, sometimes without the opening mark. */
const THOUGHTS = /^[\s\S]*<\/(?:think|thinking|reasoning)>/i;
const UNCLOSED_THOUGHTS = /^\s*<(?:think|thinking|reasoning)>/i;

const tryParse = (text: string): { value: unknown } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Not JSON as it stands: the caller looks for JSON inside it.
    return null;
  }
};

/** Where the object that opens at `start` closes; -1 when the text ends first. */
const closingBrace = (text: string, start: number): number => {
  let depth = 0;
  let isString = false;
  for (let i = start; i < text.length; i += 1) {
    const letter = text[i];
    if (isString && letter === '\\') i += 1;
    else if (letter === '"') isString = !isString;
    else if (!isString && letter === '{') depth += 1;
    else if (!isString && letter === '}') depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
};

/** Braces in prose before the answer: a few are looked past, a text of braces is not searched for ever. */
const MOST_TRIES = 20;

/**
 * The JSON object in a model's answer: alone, in a code fence, after thoughts or between sentences. Null when there is
 * none, or only its beginning.
 */
export const findJson = (content: string): { value: unknown } | null => {
  const text = content.replace(THOUGHTS, '').trim();
  const whole = tryParse(text);
  if (whole && typeof whole.value === 'object' && whole.value !== null) return whole;
  if (UNCLOSED_THOUGHTS.test(text)) return null;
  let start = text.indexOf('{');
  for (let tries = 0; start !== -1 && tries < MOST_TRIES; tries += 1) {
    const end = closingBrace(text, start);
    if (end === -1) return null;
    const found = tryParse(text.slice(start, end + 1));
    if (found) return found;
    start = text.indexOf('{', start + 1);
  }
  return null;
};
