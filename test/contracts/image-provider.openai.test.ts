import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOpenAiProvider } from '../../server/src/providers/openai/openai-provider';
import { REFUSALS } from '../simulator/scenarios';
import { startSimulator, type Simulator } from '../simulator/start-simulator';
import { CANARY, describeImageProvider } from './image-provider.contract';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

describeImageProvider('openai', {
  create: () =>
    createOpenAiProvider({ apiKey: CANARY, baseUrl: simulator.baseUrl, timeoutMs: 5_000 }),
  request: {
    model: 'gpt-image-2',
    size: { width: 1536, height: 864 },
    parameters: { quality: 'medium', output_format: 'jpeg', output_compression: 90 },
    price: {
      tokens: { textInMicroUsd: 5e6, imageInMicroUsd: 8e6, imageOutMicroUsd: 30e6 },
      asOf: '2026-11-20',
      source: 'test',
    },
  },
  stall: () => simulator.script('hang'),
  failures: [
    ...Object.keys(REFUSALS),
    'rate_limit',
    'reset',
    'reset_body',
    'truncated_json',
    'empty_data',
    'html_200',
    'error_200',
    'bad_base64',
    'url_gone',
    'redirect',
  ],
  fail: (failure) => simulator.script(failure),
  isPaid: true,
});

describe('the simulator behind the contract', () => {
  it('has seen the key and keeps it to itself', () => {
    const log = simulator.log();
    expect(log.length).toBeGreaterThan(20);
    expect(JSON.stringify(log)).not.toContain('CANARY');
  });
});
