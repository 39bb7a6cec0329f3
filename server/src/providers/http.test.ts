import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDeadline, networkCode, parseRetryAfter, readBody } from './http';

const NOW = Date.parse('2026-11-21T12:00:00Z');

const after = (headers: Record<string, string>): number | null =>
  parseRetryAfter({ get: (name) => headers[name] ?? null }, NOW);

describe('parseRetryAfter', () => {
  it.each([
    [{ 'retry-after': '20' }, 20_000],
    [{ 'retry-after': '1.5' }, 1_500],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '3600' }, 120_000],
    [{ 'retry-after': '1e9' }, 120_000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 18:00:00 GMT' }, 120_000],
    [{ 'retry-after-ms': '750' }, 750],
    [{ 'retry-after-ms': '750', 'retry-after': '20' }, 750],
    [{ 'retry-after-ms': 'x', 'retry-after': '20' }, 20_000],
  ])('reads %o', (headers, ms) => {
    expect(after(headers)).toBe(ms);
  });

  it.each(['-5', 'x', '', ' ', 'x 1', 'Infinity', 'NaN', 'Sat, 21 Nov 2026 11:59:00 GMT', '12 34'])(
    'ignores "%s"',
    (text) => {
      expect(after({ 'retry-after': text })).toBeNull();
      expect(after({ 'retry-after-ms': text })).toBeNull();
    },
  );

  it('says nothing without a header', () => {
    expect(after({})).toBeNull();
  });
});

async function* drip(count: number, bytes: number, onChunk = () => {}): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) {
    onChunk();
    yield new Uint8Array(bytes).fill(65);
  }
}

describe('readBody', () => {
  afterEach(() => vi.useRealTimers());

  it('joins the pieces', async () => {
    expect((await readBody({ body: drip(3, 2), maxBytes: 10 })).toString()).toBe('AAAAAA');
    expect(await readBody({ body: null, maxBytes: 10 })).toHaveLength(0);
  });

  it('stops reading at the limit instead of filling the memory', async () => {
    let read = 0;
    const body = drip(1000, 1_000_000, () => (read += 1));
    await expect(readBody({ body, maxBytes: 3_000_000 })).rejects.toMatchObject({
      code: 'bad_output',
      message: expect.stringContaining('larger than 3 MB'),
    });
    expect(read).toBe(4);
  });

  it('cuts an error page instead of failing on it', async () => {
    const bytes = await readBody({ body: drip(1000, 100), maxBytes: 250, isCutting: true });
    expect(bytes).toHaveLength(250);
  });

  it('gives up on a body that only drips', async () => {
    vi.useFakeTimers();
    const body = drip(1000, 1, () => vi.setSystemTime(Date.now() + 1000));
    await expect(readBody({ body, maxBytes: 100 })).rejects.toThrow('slower than 10 KB');
  });
});

describe('createDeadline', () => {
  it('aborts when the time is up and says so', async () => {
    const deadline = createDeadline({ signal: new AbortController().signal, timeoutMs: 5 });
    await new Promise((resolve) => deadline.signal.addEventListener('abort', resolve));
    expect(deadline.isExpired()).toBe(true);
    deadline.clear();
  });

  it('aborts with its caller, also when the caller already had', () => {
    const caller = new AbortController();
    const deadline = createDeadline({ signal: caller.signal, timeoutMs: 60_000 });
    expect(deadline.signal.aborted).toBe(false);
    caller.abort();
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.isExpired()).toBe(false);
    const late = createDeadline({ signal: caller.signal, timeoutMs: 60_000 });
    expect(late.signal.aborted).toBe(true);
    deadline.clear();
    late.clear();
  });
});

describe('networkCode', () => {
  it('finds the code in the chain of causes', () => {
    const inner = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const outer = new Error('request', { cause: new TypeError('fetch failed', { cause: inner }) });
    expect(networkCode(outer)).toBe('ECONNREFUSED');
    expect(networkCode(new TypeError('failed', { cause: new Error('bad port') }))).toBe('BAD_PORT');
    expect(networkCode(new Error('none'))).toBe('');
    expect(networkCode('text')).toBe('');
  });
});
