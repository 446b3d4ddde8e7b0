/** Words, German and English, that tell who in a sentence speaks. */

/** Words that name a source: "laut X", "so X", "according to X". */
export const SOURCE = /^(?:laut|zufolge|so|nach|according|per)$/;

/** Nouns between "nach" and the source: "nach Angaben der Polizei". */
export const SOURCE_NOUN =
  /^(?:angaben|angabe|ansicht|meinung|auffassung|worten|aussage|aussagen|einschätzung|darstellung|überzeugung|informationen|berichten|bericht|to)$/;

export const PREPOSITION =
  /^(?:in|im|am|an|auf|bei|beim|mit|für|gegen|über|unter|vor|von|vom|zu|zum|zur|aus|nach|seit|durch|um|ohne|zwischen|gegenüber|wegen|während|trotz|per|ab|bis|at|on|with|for|against|about|before|after|from|to|into|since|during|of|by|as|als|hinter|neben|innerhalb|anlässlich|angesichts)$/;

/** Articles that no subject has. */
export const OBLIQUE = /^(?:dem|den|des|einem|einen|eines|seinem|seinen|ihrem|ihren)$/;

/** What people and bodies that speak are called. */
export const ROLE =
  /(?:sprecher(?:in)?|chef(?:in)?|minister(?:in)?|präsident(?:in)?|vorsitzende[rn]?|anwalt|anwältin|direktor(?:in)?|leiter(?:in)?|kanzler(?:in)?|richter(?:in)?|expert(?:en?|in)|politiker(?:in)?|sekretär(?:in)?|beauftragte[rn]?|trainer(?:in)?|bürgermeister(?:in)?|autor(?:in)?|forscher(?:in)?|professor(?:in)?|vorstand|vorständin|geschäftsführer(?:in)?|abgeordnete[rn]?|kommissar(?:in)?|jurist(?:in)?|schützer(?:in)?|spokesman|spokeswoman|spokesperson|president|director|minister|lawyer|judge|commissioner|chairman|chairwoman|chief|officer|secretary|analyst|attorney|expert|ceo|advocate|polizei|ministerium|behörde|gericht|regierung|verband|unternehmen|konzern|kommission|partei|zentrale|kammer|company|court|authority|regulator|government|police|group|commission|organisation|organization)$/i;

/** What is hardly anybody: abstract nouns. */
export const THING = /(?:heit|keit|schaft|ung|tion|tät|ismus|nis|ment|ness|ity)(?:en|e|s)?$/;

/** Verb forms in which German reports what others said. */
export const IS_SUBJUNCTIVE =
  /(?<!\p{L})(?:sei|seien|habe|hätten?|werde|würden?|könne|könnten?|müsse|müssten?|solle|wolle|dürfe|gebe|gehe|wäre|wären|bleibe|stehe|komme|mache|drohe|handle|handele|bestehe)(?!\p{L})/u;

/** The first subjunctive, and the forms that stand for it in the plural: nobody speaks so on his own. */
export const REPORTING =
  /(?<!\p{L})(?:sei|seien|habe|hätten|werde|würden|könne|müsse|solle|wolle|dürfe|gebe|gehe|bleibe|stehe|komme|mache|drohe|handle|handele|bestehe|liege|brauche|wisse|sehe|halte|lasse|zeige|führe)(?!\p{L})/u;
