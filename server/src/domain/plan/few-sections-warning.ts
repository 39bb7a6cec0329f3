/** What the run says when an article has room for fewer pictures than were asked for. */
export const warnOfFewSections = ({ made, asked }: { made: number; asked: number }): string[] => {
  if (made >= asked) return [];
  if (made === 0) {
    return [
      'No section of this article is long enough to carry a picture: no in-article images were planned.',
    ];
  }
  return [
    `Only ${made} of ${asked} in-article images were planned: the article has no more sections that can carry one.`,
  ];
};
