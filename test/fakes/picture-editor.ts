import type { ChatCall } from './chat-server';

/** Plays the text model: reads the question as a model would and answers it well, in the language it asks for. */

const SCENES = [
  'A red lighthouse stands on a low cliff while long waves roll in below, with wet grass in front and a pale horizon far behind, seen from a slight height.',
  'Three ripe pears rest in a shallow wooden bowl on a linen cloth, with a short knife beside them and a kitchen wall in soft focus, seen from above.',
  'A narrow canal runs between brick houses with a single green rowing boat tied to an iron ring, framed low along the waterline with reflections in front.',
  'A gray heron waits at the edge of a reed bed, one leg lifted over still water, framed in profile against a bank of tall grasses.',
  'Two gloved hands press a small seedling into dark garden soil beside a row of clay pots, seen close with the rest of the bed blurred.',
  'An empty wooden bench faces a frozen pond in a quiet park, with bare birches on both sides and fresh snow across the whole ground.',
  'A steel telescope points through the open dome of an observatory toward the evening sky, framed from below with the curved roof on both sides.',
  'Coils of copper wire and small brass gears lie sorted in shallow trays on a workbench, seen from straight above with even spacing between them.',
  'A mountain hut with a stone roof sits beneath a broad ridge, with a winding path leading up to its door through yellow larch trees.',
];

const SENTENCES: Record<string, string> = {
  en: 'A quiet scene with the things that this part of the text is about.',
  fr: 'Une scène calme avec les objets dont parle cette partie du texte.',
  de: 'Eine ruhige Szene mit den Dingen, um die es in diesem Teil geht.',
  es: 'Una escena tranquila con los objetos de los que habla esta parte del texto.',
  pt: 'Uma cena calma com os objetos de que fala esta parte do texto.',
  ja: 'この部分で語られているものを写した静かな場面。',
  zh: '安静的画面，展示这一部分文字所讲的物品。',
  ar: 'مشهد هادئ يعرض الأشياء التي يتحدث عنها هذا الجزء من النص.',
};

export type Question = {
  count: number;
  includeFeatured: boolean;
  language: string;
  sections: { id: string; heading: string | null; text: string }[];
};

/** Reads a question the way the model gets it. */
export const readQuestion = (call: ChatCall): Question => {
  const text = call.body.messages.find(({ role }) => role === 'user')?.content ?? '';
  const data = /<article>\n([\s\S]*?)\n<\/article>/.exec(text)?.[1] ?? '{}';
  return {
    count: Number(/(\d+) inline image/.exec(text)?.[1] ?? 0),
    includeFeatured: text.includes('1 featured image'),
    language: /\((\w+)\)\.\n/.exec(text)?.[1] ?? 'en',
    sections: (JSON.parse(data) as { sections: Question['sections'] }).sections,
  };
};

/** One image of an answer, with every property the schema requires. */
export const answerImage = (
  index: number,
  language: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  slot: 'inline',
  sectionId: null,
  role: 'literal',
  subject: SCENES[index % SCENES.length]?.split(' ').slice(0, 3).join(' '),
  scene: 'as the prompt says',
  shot: index % 2 === 0 ? 'wide' : 'close_up',
  people: 'none',
  prompt: SCENES[index % SCENES.length],
  avoid: ['crowds'],
  scoreText: 'as the prompt says',
  checks: [{ id: 'c1', q: 'Is there one clear subject?', major: true, parents: [] }],
  aspect: '16:9',
  alt: SENTENCES[language] ?? SENTENCES.en,
  caption: SENTENCES[language] ?? SENTENCES.en,
  concreteness: 4,
  distinctFrom: 'another subject and another shot',
  safetyNotes: [],
  ...more,
});

export const answerWith = (images: Record<string, unknown>[], language = 'en') => ({
  language,
  article: { gist: 'What it is about.', domain: 'other', tone: 'calm', sensitivity: ['none'] },
  style: {
    medium: 'documentary photograph',
    palette: 'slate blue and ochre',
    light: 'low side light',
    lens: '35mm lens',
    mood: 'patient',
  },
  images,
});

/** A good answer to a question. */
export const answerWell = (call: ChatCall) => {
  const { count, includeFeatured, language, sections } = readQuestion(call);
  const step = Math.max(1, Math.floor(sections.length / Math.max(1, count)));
  const chosen = sections.filter((_section, i) => i % step === 0).slice(0, count);
  return answerWith(
    [
      ...(includeFeatured ? [answerImage(0, language, { slot: 'featured', role: 'hero' })] : []),
      ...chosen.map(({ id }, i) => answerImage(i + 1, language, { sectionId: id })),
    ],
    language,
  );
};
