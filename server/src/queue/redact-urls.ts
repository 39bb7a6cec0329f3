/** Everything between the scheme and the last `@` of a word: user names are of no use to a reader either. */
const CREDENTIALS = /([a-z][a-z0-9+.-]*:\/\/)[^\s/?#]*@/gi;
const PASSWORD_PARAMETER = /([?&;\s](?:password|pass|auth)=)[^&\s;]+/gi;

/** Takes user names and passwords out of every address in a text. */
export const redactUrls = (text: string): string =>
  text.replace(CREDENTIALS, '$1').replace(PASSWORD_PARAMETER, '$1…');
