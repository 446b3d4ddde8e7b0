/** Words, German and English, that tell who in a sentence speaks. */

/** A set of the words of a list, which blanks part. */
export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that name a source: "laut X", "so X", "according to X". */
export const SOURCE: ReadonlySet<string> = words('laut zufolge so nach according per');

/** Nouns between "nach" and the source: "nach Angaben der Polizei". */
export const SOURCE_NOUN: ReadonlySet<string> = words(
  `angaben angabe ansicht meinung auffassung worten aussage aussagen einschätzung darstellung überzeugung
  informationen berichten bericht to`,
);

/** Words before a noun that make it no subject. */
export const PREPOSITION: ReadonlySet<string> = words(
  `in im am an auf bei beim mit für gegen über unter vor von vom zu zum zur aus nach seit durch um ohne
  zwischen gegenüber wegen während trotz per ab bis at on with for against about before after from to into
  since during of by as als hinter neben innerhalb anlässlich angesichts`,
);

/** English words before a noun: "the rules", "its claims" are no words of saying. */
export const DETERMINER: ReadonlySet<string> = words(
  'the a an its his her their our these those of no any some new such',
);

/** Articles that no subject has. */
export const OBLIQUE: ReadonlySet<string> = words('dem den des einem einen eines seinem seinen ihrem ihren');

/** What people who speak are called. */
export const PERSON =
  /(?:sprecher(?:in)?|chef(?:in)?|minister(?:in)?|präsident(?:in)?|vorsitzende[rn]?|anwalt|anwältin|direktor(?:in)?|leiter(?:in)?|kanzler(?:in)?|richter(?:in)?|expert(?:en?|in)|politiker(?:in)?|sekretär(?:in)?|beauftragte[rn]?|trainer(?:in)?|bürgermeister(?:in)?|autor(?:in)?|forscher(?:in)?|professor(?:in)?|vorstand|vorständin|geschäftsführer(?:in)?|abgeordnete[rn]?|kommissar(?:in)?|jurist(?:in)?|schützer(?:in)?|spokesman|spokeswoman|spokesperson|president|director|minister|lawyers?|judges?|commissioner|chairman|chairwoman|chief|officer|secretary|analysts?|attorney|experts?|ceo|advocates?|activists?|campaigners?|professor|researchers?|executive|founder)$/i;

/** What bodies that speak are called. */
export const BODY =
  /(?:polizei|ministerium|behörde|gericht|regierung|verband|unternehmen|konzern|kommission|partei|zentrale|kammer|company|court|authority|regulator|government|police|group|commission|organi[sz]ation|association|watchdog|agency|body|union|ministry|board|council)$/i;

/** Whether one of the words is what a person or body that speaks is called. */
export const hasRole = (text: string): boolean =>
  text.split(/\s+/).some((word) => PERSON.test(word) || BODY.test(word));

/** What is hardly anybody: abstract nouns. */
export const THING = /(?:heit|keit|schaft|ung|tion|tät|ismus|nis|ment|ness|ity)(?:en|e|s)?$/;

/** Verb forms in which German reports what others said. (The cheap test for the edge of a word comes first.) */
export const IS_SUBJUNCTIVE =
  /\b(?<!\p{L})(?:sei|seien|habe|hätten?|werde|würden?|könne|könnten?|müsse|müssten?|solle|wolle|dürfe|gebe|gehe|wäre|wären|bleibe|stehe|komme|mache|drohe|handle|handele|bestehe)(?!\p{L})/u;

/** The first subjunctive, and the forms that stand for it in the plural: nobody speaks so on his own. */
export const REPORTING =
  /\b(?<!\p{L})(?:sei|seien|habe|hätten|werde|würden|könne|müsse|solle|wolle|dürfe|gebe|gehe|bleibe|stehe|komme|mache|drohe|handle|handele|bestehe|liege|brauche|wisse|sehe|halte|lasse|zeige|führe)(?!\p{L})/u;

const NOBODY = `
  insbesondere diese dieses daran darunter deshalb darauf darin daraus daraufhin danach davon darüber
  hierzu hierbei hierfür hier trotzdem dennoch somit vielmehr lediglich zunächst zuletzt schließlich
  später früher offenbar vermutlich angeblich immerhin zwar während nachdem obwohl bevor sobald solange
  weder sowohl entweder jedoch ebenso sogar nämlich sonst stattdessen währenddessen seitdem zusätzlich
  ferner erst eben etwa rund fast kurz mehr viel ihm ihn ihnen uns euch einer eines jeder jede jegliche
  beide manche andere letztlich letztere sprüche parolen worte worten titel motto montag dienstag
  mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august
  september oktober november dezember uhr euro prozent dollar millionen milliarden jahr jahre jahren tag
  tage woche wochen monat morgen abend nachmittag ende anfang interview monday tuesday wednesday
  thursday friday saturday sunday january february march june july october december zudem auch damit
  daher dabei dazu allerdings außerdem am im in an auf nach bei mit für zu so laut wie aber denn doch es
  man dies das und oder if but and on at for as it this that when while after before there i we you ich
  wir wenn weil nicht kein keine dort heute gestern weiter weiterhin bereits zuvor unterdessen
  inzwischen seit trotz gegen über unter vor durch ob da dann als also um nun noch nur was wer alle
  viele von vom zum zur beim aus ohne gegenüber insgesamt derzeit jetzt bisher dagegen gleichzeitig
  zugleich however meanwhile according from with by to of our my what who why how not no yes now then
  here some many all more since although because despite during under ove`;

/** Capitalised words that name nobody: days, months, units, and what German and English sentences begin with. */
export const NO_SPEAKER: ReadonlySet<string> = words(NOBODY);
