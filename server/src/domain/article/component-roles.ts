import { textFormatOf, type TextFormatName } from './attribute-format';
import { hasToken, tokensOf, wordSet } from './name-tokens';
import { holdsImages, type ComponentSchemas, type StrapiAttribute } from './schema';

/** What an attribute of a component means for the article's text. */
export type AttributeRole =
  | { kind: 'text'; format: TextFormatName }
  /** A title of what follows in the component. */
  | { kind: 'heading' }
  /** One line of text that is not a title. */
  | { kind: 'line' }
  /** A JSON list of strings. */
  | { kind: 'items' }
  | { kind: 'picture' }
  | { kind: 'nested'; component: string };

export type ComponentRole = { name: string; role: AttributeRole };

/** Quotes and boxes keep their titles to themselves; buttons and teasers are not the article. */
export type ComponentKind = 'text' | 'quote' | 'box' | 'code';

const KIND_WORDS: [ComponentKind, ReadonlySet<string>][] = [
  ['quote', wordSet('quote blockquote pullquote testimonial citation cita zitat citaat citat')],
  [
    'box',
    wordSet(
      'callout note cta alert tip banner newsletter promo related teaser card cards faq faqs info infobox warning hint ' +
        'subscribe signup form button buttons pricing stats action',
    ),
  ],
  ['code', wordSet('code snippet codeblock')],
];

const TITLE_WORDS = wordSet(
  'title heading header headline titel titre titulo titolo uberschrift ueberschrift overskrift rubrik otsikko tytul ' +
    'naglowek nadpis baslik judul tieude encabezado zagolovok sarlavha',
);

const NOT_TEXT = wordSet(
  'url uri link href slug id anchor alt alternative caption legend credit credits copyright color colour icon class ' +
    'classname style theme variant align alignment position width height target rel button label cta language lang author ' +
    'attribution email phone video youtube vimeo embed iframe layout key tag date src source path type provider',
);

const NOT_LONG_TEXT = wordSet(
  'alt caption legend credit credits copyright embed iframe url schema script css',
);

const NOT_NESTED = wordSet(
  'seo meta button buttons cta ctas link links author social metadata settings',
);

const lastPart = (uid: string): string => uid.split('.').at(-1) ?? uid;

export const componentKind = (uid: string): ComponentKind => {
  const tokens = tokensOf(lastPart(uid));
  return KIND_WORDS.find(([, words]) => hasToken(tokens, words))?.[0] ?? 'text';
};

const stringRole = (name: string, uid: string): AttributeRole | null => {
  const tokens = tokensOf(name);
  const isTitle = hasToken(tokens, TITLE_WORDS) && !hasToken(tokens, wordSet('sub meta seo'));
  if (isTitle && !hasToken(tokens, NOT_TEXT)) return { kind: 'heading' };
  if (hasToken(tokens, NOT_TEXT)) return null;
  const isHeadingComponent = hasToken(tokensOf(lastPart(uid)), TITLE_WORDS);
  return { kind: isHeadingComponent ? 'heading' : 'line' };
};

const roleOf = (name: string, attribute: StrapiAttribute, uid: string): AttributeRole | null => {
  const tokens = tokensOf(name);
  if (holdsImages(attribute)) return { kind: 'picture' };
  const format = textFormatOf(attribute);
  if (format) return hasToken(tokens, NOT_LONG_TEXT) ? null : { kind: 'text', format };
  if (attribute.customField) return null;
  if (attribute.type === 'string') return stringRole(name, uid);
  if (attribute.type === 'json') return hasToken(tokens, NOT_TEXT) ? null : { kind: 'items' };
  const isNested = attribute.type === 'component' && !hasToken(tokens, NOT_NESTED);
  return isNested && attribute.component
    ? { kind: 'nested', component: attribute.component }
    : null;
};

/**
 * The attributes of a component that matter for the article, in schema order; null for a component nobody knows.
 * Where a picture stands beside short strings alone, those strings describe the picture and are no text of the article.
 */
export const componentRoles = (
  uid: string,
  components: ComponentSchemas,
): ComponentRole[] | null => {
  const schema = components[uid];
  if (!schema) return null;
  const roles = Object.entries(schema.attributes).flatMap(([name, attribute]) => {
    const role = roleOf(name, attribute, uid);
    return role ? [{ name, role }] : [];
  });
  const hasPicture = roles.some(({ role }) => role.kind === 'picture');
  const hasText = roles.some(({ role }) => ['text', 'items', 'nested'].includes(role.kind));
  return hasPicture && !hasText ? roles.filter(({ role }) => role.kind === 'picture') : roles;
};
