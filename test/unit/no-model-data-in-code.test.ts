import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { MODEL_CATALOGUE } from '../../config/model-catalogue';

/**
 * Models, sizes and prices change every few months: they are rows a site can edit, seeded from the catalogue, and never
 * stand in the code that uses them.
 */
const ROOTS = ['server/src', 'admin/src'];

const isSource = (path: string): boolean =>
  /\.(ts|tsx|json)$/.test(path) && !/\.test\.|__fixtures__/.test(path);

const sourceFiles = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((path) => join(root, path));

const TOKEN_KINDS = [
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
  ts.SyntaxKind.JsxText,
];

/** Texts the code holds, and `name: 123` or `name = 123` pairs. Comments may give examples. */
const literalsOf = (path: string, code: string): { texts: string[]; numbers: string[] } => {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true, kind);
  const texts: string[] = [];
  const numbers: string[] = [];
  const visit = (node: ts.Node): void => {
    if (TOKEN_KINDS.includes(node.kind)) texts.push((node as ts.LiteralLikeNode).text);
    if ((ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && node.initializer) {
      if (ts.isNumericLiteral(node.initializer)) {
        numbers.push(`${node.name.getText(file)}: ${node.initializer.text}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { texts, numbers };
};

const MODEL_NAMES = [
  ...new Set(MODEL_CATALOGUE.filter((entry) => entry.provider !== 'preview').map((e) => e.model)),
];
const MODEL_FAMILIES =
  /gpt-\d|gpt-image|dall-e|imagen-|gemini-\d|flux[-.:/]|seedream|runware:\d|stable-diffusion|\bsdxl\b/i;
const SIZE = /\b\d{3,5}\s?[x×]\s?\d{3,5}\b/;
const PRICE = /\$\s?\d+\.\d|\d+(\.\d+)?\s?(USD|dollars|cents)\b/i;
const PRICE_NUMBER = /(price|cost|microUsd)\w*: [1-9]/i;

const findings = (path: string, code = readFileSync(path, 'utf8')): string[] => {
  const { texts, numbers } = literalsOf(path, code);
  const isModelText = (text: string): boolean =>
    MODEL_FAMILIES.test(text) || MODEL_NAMES.some((name) => text.includes(name));
  return [
    ...texts.filter(isModelText).map((text) => `${path}: model name in "${text}"`),
    ...texts.filter((text) => SIZE.test(text)).map((text) => `${path}: size in "${text}"`),
    ...texts.filter((text) => PRICE.test(text)).map((text) => `${path}: price in "${text}"`),
    ...numbers.filter((pair) => PRICE_NUMBER.test(pair)).map((pair) => `${path}: price in ${pair}`),
  ];
};

describe('the code of the plugin', () => {
  it.each(ROOTS)('holds no model name, size or price in %s', (root) => {
    const files = sourceFiles(root);
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap((path) => findings(path))).toEqual([]);
  });
});

describe('this scan', () => {
  const scan = (code: string): string[] => findings('server/src/planted.ts', code);

  it.each([
    "const model = 'gpt-image-1';",
    `const model = '${MODEL_NAMES[0]}';`,
    "const size = '1536x1024';",
    'const size = `${name} at 1024x1024`;',
    "const note = 'about $0.04 for each picture';",
    'const price = { perImageMicroUsd: 40000 };',
    'const costMicroUsd = 11000;',
  ])('finds %s', (code) => {
    expect(scan(code)).toHaveLength(1);
  });

  it.each([
    '/** "1536x1024", from the model config of gpt-image-1. */\nconst size = row.size;',
    "const path = 'images/generations';",
    'const total = { costMicroUsd: 0 };',
    'const timeoutMs = 120_000;',
  ])('accepts %s', (code) => {
    expect(scan(code)).toEqual([]);
  });
});
