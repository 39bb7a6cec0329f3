import { tidyAlternativeText } from '../../domain/prompts/alternative-text';
import type { ImageBrief } from '../../domain/prompts/image-brief';
import { styleSentence, type StyleBible } from '../../domain/prompts/style-bible';
import { ENGLISH } from '../../domain/languages';
import type { Language, Scene } from '../../domain/languages/language';
import { shorten } from '../../domain/languages/split-text';
import { SHOTS, sceneIn, type Shot } from './scene-picker';
import type { Composition } from './subject';

/** Sent only to models that take a negative prompt. */
const AVOID = ['letters', 'words', 'watermark', 'logo', 'border', 'collage', 'deformed hands'];
const CAPTION_MAX = 160;

// A cover is seen small and often carries a headline beside it.
const FEATURED_FRAMING = 'One clear focal point, with a calm open area on the left third.';
const FRAMING: Record<Shot, string> = {
  wide: 'Generous space around the subject, level horizon.',
  medium: 'Balanced composition at eye level.',
  close_up: 'Shallow depth of field with fine texture in front.',
  macro: 'Fine detail filling the frame, soft blurred surroundings.',
  overhead: 'Seen straight from above in a simple arrangement.',
  low_angle: 'Seen from near the ground with depth behind.',
  aerial: 'Seen from high above with clear shapes.',
};

type Input = {
  role: ImageBrief['role'];
  sectionId: string | null;
  composition: Composition;
  style: StyleBible;
  language: Language;
  /** What people read under the picture: a heading. Null where there is none: the caption then names the subject. */
  heading: string | null;
  /** Text of the article in its own language, for languages without phrases of their own. */
  ownWords: string;
};

const joined = (words: string[], language: Language): string | null => {
  const [first, second] = words;
  return first && second ? language.join(first, second) : (first ?? null);
};

/** Alternative text and caption in the article's language. */
const wordsFor = (input: Input, scene: Scene): Pick<ImageBrief, 'alternativeText' | 'caption'> => {
  const { composition, language, heading, ownWords } = input;
  const local = sceneIn(language, composition.scene);
  const { props, setting } = local ?? scene;
  const native = composition.motifs.map((motif) => motif.native);
  const subject = joined(native, language) ?? props;
  const described = language.describe({ subject, setting });
  // A language without phrases of its own: words from the article beat a sentence in English.
  const own = heading || ownWords;
  const alternativeText = tidyAlternativeText(local || !own ? described : own);
  const caption = heading || (local ? subject : own) || subject;
  return { alternativeText, caption: shorten(capitalise(caption), CAPTION_MAX) };
};

const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Writes the brief of one picture from what stands in which scene. */
export const composeBrief = (input: Input): ImageBrief => {
  const { role, sectionId, composition, style } = input;
  const scene = sceneIn(ENGLISH, composition.scene) ?? { props: '', setting: '' };
  const english = composition.motifs.map((motif) => motif.english);
  const subject = joined(english, ENGLISH) ?? scene.props;
  const framing = role === 'featured' ? FEATURED_FRAMING : FRAMING[composition.scene.shot];
  const opening = `${SHOTS[composition.scene.shot]} ${subject} ${scene.setting}.`;
  return {
    role,
    sectionId,
    subject,
    scene: `${scene.setting}; ${framing}`,
    prompt: `${opening} ${framing} ${styleSentence(style)}`,
    avoid: AVOID,
    ...wordsFor(input, scene),
    palette: style.palette,
    derivedBy: 'extractive',
  };
};
