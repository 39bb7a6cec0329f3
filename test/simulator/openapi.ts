import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';

type Json = Record<string, unknown>;

const file = join(__dirname, '../fixtures/contracts/openai.subset.json');

/** OpenAPI's `nullable` means nothing to JSON schema 2020, which the validator refuses to overlook. */
const withoutNullable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Json;
  const plain = Object.fromEntries(
    Object.entries(rest).map(([key, one]) => [key, withoutNullable(one)]),
  );
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
};

const load = (): Json => {
  const contract = withoutNullable(JSON.parse(readFileSync(file, 'utf8'))) as {
    components: { schemas: Record<string, Json> };
  };
  // The document knows three sizes only; honest answers of newer models name others.
  const answer = contract.components.schemas.ImagesResponse as { properties: Json };
  answer.properties.size = { type: 'string' };
  return contract;
};

/** Checks values against a schema of OpenAI's own description; returns what is wrong, empty when nothing is. */
export const createContract = (): ((schema: string, value: unknown) => string[]) => {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    formats: { unixtime: true, uri: true, date: true },
  });
  ajv.addSchema(load(), 'openai');
  return (schema, value) => {
    const validate = ajv.getSchema(`openai#/components/schemas/${schema}`);
    if (!validate) return [`there is no schema ${schema}`];
    void validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
};
