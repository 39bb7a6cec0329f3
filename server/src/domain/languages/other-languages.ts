/**
 * Function words of languages the plugin reads but has no phrases for, so that Italian is not mistaken for Spanish.
 */
export const OTHER_LANGUAGE_WORDS: Record<string, string> = {
  it: 'il lo gli della delle degli dei nel nella alla alle dal dalla che è sono non più anche perché come questo questa una con per si ha',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er ook als bij maar om uit door naar worden wordt ze je hij',
  sv: 'och att det som en ett är på för med av inte den till har jag de om var men från vi kan när också',
  da: 'og at det som en et er på for med af ikke den til har jeg de om var men fra vi kan når også blev',
  no: 'og at det som en et er på for med av ikke den til har jeg de om var men fra vi kan når også ble',
  fi: 'ja on ei se että oli kun mutta myös ovat hän niin kuin tai jos joka ole vain sen olla sekä',
  pl: 'i w na z do nie się jest to że jak o od po przez dla za są oraz jego był które który jako',
  cs: 'a je se na v že s z do o to jako by pro ale po jsou který které byl nebo od také',
  ro: 'și în de la pe cu nu este să mai o care din pentru sunt au un fi ca prin după sau',
  hu: 'a az és hogy nem is egy van meg ez csak de volt mint el ha már vagy lehet azt',
  tr: 've bir bu da de için ile olarak çok daha gibi olan en ne var kadar sonra ya ise veya',
  id: 'yang dan di dari untuk dengan ini itu pada tidak adalah akan dalam ke juga atau oleh sebagai dapat karena',
  vi: 'và của là có cho không được trong một các với những này khi đã người để từ về như',
};
