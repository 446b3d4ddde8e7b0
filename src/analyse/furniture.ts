/** What papers print among the sentences of an article that is none of it, German and English. Each pattern names the
 * paper itself, its picture, its author or its reader's next click: that a newsletter, a podcast or a cookie banner is in
 * the news makes no furniture. */

/** The paper speaks of itself, or to its readers about itself. */
const SELF =
  /(?<!\p{L})(?:unser(?:e[mnrs]?)?|hier|jetzt|kostenlose[nmr]?|tägliche[nmr]?)\s(?:[\p{L}-]+\s){0,3}(?:newsletter|podcast|whatsapp-kanal|kanal|themenseite|überblick|ratgeber|liveblog|plus-abo|abo|app|kommentar(?:en|bereich))(?!\p{L})|(?<!\p{L})unsere?r?\s(?:autor|redakteur|reporter|gastautor|kolumnist)(?:in)?(?!\p{L})|(?<!\p{L})(?:our|free|this)\s(?:[\p{L}-]+\s){0,3}(?:newsletter|briefing|podcast|website|privacy policy|cookie policy|links|standards|emails|inbox|channel|app|journalism)(?!\p{L})|(?:direkt )?in(?:s| ihr) postfach|(?:to|in|into) your (?:inbox|mailbox)/iu;
const ABOUT_THE_PAGE =
  /(?<!\p{L})(?:diese[rmns]?|der|den|des|zum|im|unsere[nmrs]?)\s(?:artikels?|beitrags?|texts?|meldung|seite|website)(?!\p{L}).{0,60}(?:kostenlos|aktualisiert|erschien|überarbeitet|korrigiert|erstellt|verfasst|zusammengefasst|geschlossen|ergänzt|geprüft|kaufen|übersetzt|feedback|schreiben sie|teilen)|(?:dieser|der) (?:artikel|text|beitrag) (?:erschien|ist (?:zuerst|auch)|stammt|wurde|wird)|fassung dieses (?:artikels|textes|beitrags)|(?:this|the) (?:article|story|post|piece|page)(?! (?:of|on) the)\s(?:was|has been|is|appeared|originally|first|contains|about [\p{L} ]{3,40}, \p{L}+ minutes)|update this (?:article|story)|(?:content|purpose) of this article|listen to this (?:article|story)|reading this (?:article|post|story)/iu;
/** Calls to click, follow, pay, comment; consent to what the page embeds; rights. */
const CALL =
  /^(?:lesen sie|lies|auch interessant|mehr zum thema|mehr dazu|siehe auch|weitere informationen|mehr informationen|alle (?:wichtigen )?(?:nachrichten|infos|informationen|meldungen)|folgen sie|folgt uns|abonnieren sie|melden sie sich (?:hier|jetzt|für|zum|zu unserem)|diskutieren sie|haben sie (?:einen fehler|hinweise|anregungen|fragen zu)|sie wollen weiterlesen|die wichtigsten (?:nachrichten|meldungen)|empfohlener|an dieser stelle|ich bin (?:damit )?einverstanden|mit (?:dem|einem|ihrem) klick|wenn sie (?:über|auf) (?:einen|diesen|unsere)|hier (?:geht es|gehts|klicken|lesen|finden sie)|read (?:more|also|next|our)|related|see also|also read|sign up|subscribe|join (?:us|our|the conversation)|get (?:the latest|our|more)|follow us|click here|support (?:our|independent|quality)|if you (?:buy|click|purchase)|by (?:submitting|signing|subscribing|clicking)|you (?:can|may) unsubscribe|we (?:use|may use) (?:cookies|affiliate)|thank you for (?:reading|your support)|don['’]t (?:miss|forget)|for (?:more|further) information|listen to|have you|do you have)(?!\p{L})/iu;
const ANYWHERE =
  /(?:finden sie (?:einen externen|auf unserer|in unserem|hier)|erfahren sie (?:hier|in unserem|auf)|externe[rn]? inhalte?(?!\p{L})|daten an drittplattformen|jetzt (?:testen|anmelden|registrieren|abonnieren|weiterlesen)|testen sie (?:jetzt|uns)|erhalten wir (?:eine )?provision|(?:earn|receive) (?:an? )?(?:small )?(?:affiliate )?commission|alle rechte vorbehalten|all rights reserved|verlassen sie unser|javascript|(?:we|site|seite) (?:uses?|verwende[nt]|nutz(?:en|t)) cookies|mit material (?:der|von)|kommentarfunktion|in the comments|becoming a member|specialist advice should|general guide to the subject|contact (?:a member of|your usual)|opens new tab|we have (?:asked|contacted|approached) [^.]{3,60} for (?:a )?comment)/iu;
/** Labels with a colon before what is no sentence of the article. */
const LABEL =
  /^(?:foto|fotos|bild|bilder|quelle|quellen|video|audio|grafik|symbolbild|archivbild|stand|update|hinweis|transparenzhinweis|anmerkung der redaktion|korrektur|über (?:den autor|die autorin)|zur person|photo|image|picture|pictured|source|sources|file photo|about the author|correction|editor['’]s note|read next|watch|listen|credit|copyright)\s?(?::|\d)|©|^reporting by |;\s?editing by /iu;
/** Lines below pictures. */
const CAPTION =
  /(?<!\p{L})(?:archivbild|archivfoto|symbolbild|symbolfoto|file (?:photo|image|picture)|stock (?:photo|image)|illustration taken)(?!\p{L})|^(?:auf dem (?:bild|foto)|im bild)(?!\p{L})|^(?:das|ein|the|a) (?:logo|schriftzug|sign|firmenlogo)\s.{0,90}(?:zu sehen|is (?:seen|pictured|displayed|shown))|(?:ist|sind) (?:auf|vor|an) .{0,60}(?:smartphone|bildschirm|display|firmensitz|zentrale|gebäude) (?:\p{L}+ )?zu sehen\.$|^blick auf |, aufgenommen (?:am|im|in) |(?:pictured|seen here|arrives|poses|speaks) .{0,60}\((?:file|archive)/iu;
/** "Anna B. schreibt seit 2012 über Netzpolitik.", "Jane Doe is a technology reporter based in Dublin." */
const AUTHOR =
  /^\p{Lu}[\p{L}'’.-]+(?: (?:von |van |de )?\p{Lu}[\p{L}'’.-]+){1,3}(?:, [^,]{3,60},)? (?:(?:ist|arbeitet|war) .{0,60}(?:redakteur|korrespondent|journalist|reporter|volontär|autor)|(?:schreibt|berichtet) .{0,40}über |leitet das ressort|(?:is|was) (?:a|an|the|our|[\p{L}’']+s) .{0,60}(?:reporter|correspondent|journalist|editor|writer|columnist)(?!\p{L})|(?:covers|writes about|has written about|reports on) )/u;
/** "Redakteur für Wirtschaft in Berlin." */
const BIOGRAPHY =
  /^(?:(?:verantwortliche[rn]? |leitende[rn]? |freie[rn]? )?(?:redakteur|korrespondent|herausgeber|journalist|autor)(?:in)?(?!\p{L})|.{0,40}(?:correspondent|editor|reporter) (?:for|at|in) )/iu;
const LONGEST_BIOGRAPHY = 140;

/** Whether a sentence is none of the article it stands in: a call, a caption, a note on the page, its author's life. */
export function isFurniture(sentence: string): boolean {
  if ([LABEL, CALL, SELF, ABOUT_THE_PAGE, ANYWHERE, CAPTION, AUTHOR].some((one) => one.test(sentence)))
    return true;
  return sentence.length <= LONGEST_BIOGRAPHY && BIOGRAPHY.test(sentence);
}
