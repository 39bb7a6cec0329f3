import { startSimulator } from './start-simulator';

/** `npx tsx test/simulator/serve.ts [port] [latencyMs]`: the simulator by itself, for trying out a site against it. */
const [port = '4010', latencyMs = '0'] = process.argv.slice(2);

startSimulator({ port: Number(port), latencyMs: Number(latencyMs) }).then(
  ({ baseUrl }) => process.stdout.write(`OpenAI simulator at ${baseUrl}\n`),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
