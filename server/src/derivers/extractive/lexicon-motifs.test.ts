import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/languages';
import type { ImageryDomain } from '../../domain/languages/language';
import { detectDomain, isGrave } from './domains';
import { findLexiconMotifs } from './lexicon-motifs';
import { readText } from './reading';

const language = (code: string) => {
  const found = LANGUAGES.find((one) => one.code === code);
  if (!found) throw new Error(`no language ${code}`);
  return found;
};

const motifs = (code: string, text: string, domain: ImageryDomain = 'food', heading = '') =>
  findLexiconMotifs({
    text: readText(text),
    heading: readText(heading),
    language: language(code),
    domain,
  });

describe('findLexiconMotifs', () => {
  it.each([
    ['fr', 'On mélange les œufs et le fromage râpé.', 'œufs', 'eggs'],
    ['de', 'Dann die Eier mit dem Mehl verrühren.', 'Eier', 'eggs'],
    ['es', 'Batir los huevos con la harina.', 'huevos', 'eggs'],
    ['pt', 'Bata os ovos com a farinha.', 'ovos', 'eggs'],
    ['ja', '卵を割ってよく混ぜます。', '卵', 'eggs'],
    ['zh', '把鸡蛋打散。', '鸡蛋', 'eggs'],
    ['ar', 'نخفق البيض جيدًا.', 'بيض', 'eggs'],
  ])('finds in %s "%s" the word %s and its English one', (code, text, native, english) => {
    const found = motifs(code, text).find((motif) => motif.english === english);
    expect(found?.native.toLocaleLowerCase()).toBe(native.toLocaleLowerCase());
  });

  it('never lets a word of the text itself into the prompt', () => {
    const found = motifs('fr', 'Le fromage de brebis et le guanciale de Toscane.');
    expect(found.map(({ english }) => english)).toEqual(['cheese']);
  });

  it('shows the plural whatever form the text has', () => {
    expect(motifs('es', 'El árbol es alto.', 'nature')[0]).toMatchObject({
      native: 'árboles',
      english: 'trees',
    });
  });

  it('puts a thing of the heading first', () => {
    const text = 'La farine et la farine, puis le beurre.';
    expect(motifs('fr', text, 'food', 'Le beurre')[0]?.english).toBe('butter');
  });

  it('leaves figures of speech out of abstract articles', () => {
    expect(motifs('es', 'Un árbol de Merkle tiene un árbol dentro.', 'technology')).toEqual([]);
  });
});

describe('detectDomain', () => {
  const domainOf = (code: string, title: string, text: string) =>
    detectDomain({ title: readText(title), text: readText(text) }, language(code));

  it.each([
    [
      'en',
      'food',
      'Bake the bread in the oven, add butter, sugar and flour, and serve for dinner.',
    ],
    [
      'en',
      'technology',
      'The developers deploy the software from GitHub to the server and database.',
    ],
    [
      'fr',
      'nature',
      'La forêt, la rivière et les oiseaux : les animaux et les arbres au printemps.',
    ],
    ['de', 'travel', 'Die Reise mit dem Zug zum Hafen, dann am Strand im Urlaub mit dem Schiff.'],
    ['ja', 'food', 'レシピと材料。オーブンで料理して、バターと砂糖を加えます。'],
    ['zh', 'business', '公司的市场销售和客户增长，企业利润上升。'],
    ['ar', 'education', 'المدرسة والطلاب والمعلم في الفصل يتعلمون الدرس في الجامعة.'],
  ])('reads an article in %s as %s', (code, domain, text) => {
    expect(domainOf(code, '', `${text} ${text} ${text}`)).toBe(domain);
  });

  it('takes one telling word where there is only a title', () => {
    expect(domainOf('en', 'A recipe for rainy days', '')).toBe('food');
  });

  it('calls everything else other', () => {
    expect(domainOf('en', 'On silence', 'He thought about it for a long while and said so.')).toBe(
      'other',
    );
    expect(domainOf('en', '', '')).toBe('other');
  });

  it('is not led astray by a few words of a domain in a long text', () => {
    const text = `He thought about it. ${'They spoke of what was and what had been. '.repeat(200)} A recipe, an oven.`;
    expect(domainOf('en', '', text)).toBe('other');
  });
});

describe('isGrave', () => {
  const grave = (code: string, title: string, text: string) =>
    isGrave({ title: readText(title), text: readText(text) }, language(code));

  it.each([
    ['en', 'Three killed in attack', 'Police count the victims of the bombing.'],
    ['fr', 'Attentat en ville', 'On compte trois morts et des victimes.'],
    ['ja', '爆撃で死亡', '被害者の葬儀が行われた。'],
  ])('knows an article in %s about "%s"', (code, title, text) => {
    expect(grave(code, title, text)).toBe(true);
  });

  it('does not call a long article grave for a word or two', () => {
    expect(
      grave('en', 'A village', `${'The baker sells bread. '.repeat(200)} He died in the war.`),
    ).toBe(false);
  });
});
