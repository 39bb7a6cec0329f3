/** Longer texts are cut into pieces by some screen readers. */
export const ALTERNATIVE_TEXT_MAX = 125;

// What people need no telling, in the languages the plugin writes: a screen reader already says "image".
const OPENERS = [
  /^(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:image|photo|photograph|picture|illustration|drawing)s?\s+(?:of|showing|depicting)\s+/i,
  /^(?:une?\s+|l['’])?(?:image|photo|photographie|illustration)\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’]|montrant\s+|représentant\s+)/i,
  /^(?:ein(?:e)?\s+)?(?:bild|foto|abbildung|illustration)\s+(?:von\s+|mit\s+|zeigt\s+|einer\s+|eines\s+)/i,
  /^(?:una?\s+|la\s+)?(?:imagen|foto|fotografía|ilustración)\s+(?:de\s+|que\s+muestra\s+)/i,
  /^(?:uma?\s+|a\s+)?(?:imagem|foto|fotografia|ilustração)\s+(?:de\s+|do\s+|da\s+|que\s+mostra\s+|mostrando\s+)/i,
  /^صورة\s+(?:لـ?\s*|تظهر\s+|توضح\s+)?/u,
  /^(?:一张)?(?:图片|照片|插图)(?:显示|展示)?[:：]?/u,
];

const SENTENCE_END = /[.!?。！？؟]$/u;

const fullStop = (text: string): string => {
  if (SENTENCE_END.test(text)) return '';
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(text) ? '。' : '.';
};

const cutAtWord = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  // The cut itself may fall on the border of a word; otherwise the last one is dropped.
  const isBorder = /\s/.test(text.charAt(limit));
  const space = head.lastIndexOf(' ');
  const isSpaced = space > limit / 3;
  const kept = isBorder || !isSpaced ? head : head.slice(0, space);
  return kept.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s\p{Pd}\p{Po}\p{Ps}]+$/u, '');
};

const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/**
 * Makes any text fit for a picture: plain, one line, without "image of", at most 125 characters, never cut inside a
 * word, ending in a full stop. An empty text stays empty.
 */
export const tidyAlternativeText = (text: string): string => {
  const plain = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}*_`#]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const opened = OPENERS.reduce((rest, opener) => rest.replace(opener, ''), plain).trim();
  if (!opened) return '';
  const cut = cutAtWord(opened, ALTERNATIVE_TEXT_MAX - 1);
  return capitalise(`${cut}${fullStop(cut)}`);
};
