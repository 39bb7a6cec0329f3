const SECTIONS: Record<string, string> = {
  'Le port':
    'Les bateaux de pêche reposent sur une eau calme tandis que les mouettes tournent au-dessus des filets et de la jetée de pierre.',
  'Le verger':
    'Des pommiers se dressent en longues rangées et des paniers de fruits mûrs attendent dans les hautes herbes.',
  'La boulangerie':
    'Le pain frais refroidit sur des étagères en bois et la farine couvre la table à côté du four en briques.',
  'Le phare':
    'Une tour blanche se dresse sur la falaise et les vagues se brisent sur les rochers sombres en contrebas.',
};

/** The Markdown body of the English articles, in French. */
export const frenchBody = Object.entries(SECTIONS)
  .map(([heading, sentence]) => `## ${heading}\n\n${Array(6).fill(sentence).join(' ')}`)
  .join('\n\n');
